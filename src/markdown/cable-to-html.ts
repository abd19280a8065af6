/**
 * The HTML of a cable's text, for the body of its page.
 *
 * ```html
 * <h2 id="summary" data-role="summary">Summary</h2>
 * <p class="para" id="p3" data-mark="S/NF"><a class="num" href="#p3" aria-label="Paragraph 3, link">3.</a> <span class="mark">(S/NF)</span> Text</p>
 * <ul class="items">
 * <li class="item" id="p3.a"><a class="num" href="#p3.a" aria-label="Point a, link">a.</a> <span class="mark">(C)</span> Text<ul class="items">…</ul></li>
 * <li class="item" id="p3.b"><a class="num" href="#p3.b" aria-label="Link to this point" data-label="--"></a>Text of a bullet</li>
 * </ul>
 * <p class="para unnumbered" id="p3.u1"><a class="num" href="#p3.u1" aria-label="Link to this paragraph"></a>Text</p>
 * <section class="fixed table" id="p3.u2" tabindex="0" aria-label="Table 1, as typed"><pre>…</pre></section>
 * <blockquote class="quoted" id="q1"><p class="quote-opens">BEGIN TEXT</p>…<p class="quote-closes">END TEXT</p></blockquote>
 * <hr>
 * <p class="closing">…</p> <p class="signers">RANDT</p> <p class="end-notes">…</p> <p class="end-marks">NNNN<br>End Cable Text</p>
 * <details class="unparsed"><summary>…</summary><section class="fixed">…</section></details>
 * ```
 *
 * Former anchors (`aliases`) are `<span class="alias" id="p4" data-for="p3"></span>` at the beginning of what they now lead to.
 * Numbers and marks are text, so that a copied paragraph has them; links that show no number (bullets, unnumbered paragraphs) are
 * empty and named: the style gives them a sign. A mark set by `ENTIRE TEXT` is in `data-mark` only. Line ends that bear meaning are
 * `<br>`. `<span class="redaction" role="img" aria-label="Redacted: …" data-kind="name">XXXXXXXXXXXX</span>`. Mentions of
 * cables: `<a class="mention" href="…">REF A</a>`. Fixed texts lie in a box that can be scrolled by keyboard.
 */
import type { Root as HastRoot } from 'hast';
import type { Root } from 'mdast';
import rehypeSlug from 'rehype-slug';
import rehypeStringify from 'rehype-stringify';
import remarkRehype from 'remark-rehype';
import { type Processor, unified } from 'unified';
import { VFile } from 'vfile';
import type { Cable } from '../cable/cable.ts';
import { cableToMdast, type MdastOptions } from './cable-to-mdast.ts';
import { codeToHast } from './code-to-hast.ts';
import { itemToHast } from './item-to-hast.ts';
import { type ReferenceOptions, remarkReferences } from './remark-references.ts';
import { textToHast } from './text-to-hast.ts';

export interface HtmlOptions extends Omit<MdastOptions, 'raw'>, Partial<ReferenceOptions> {}

/**
 * The text of a cable as HTML, without header and title. Takes the record, or the record with a tree already made from it (by
 * `cableParse` and whatever plugins). No raw HTML comes through: every word is text.
 */
export function cableToHtml(
  cable: Cable,
  options: HtmlOptions = {},
  tree = cableToMdast(cable, options),
): string {
  const file = new VFile();
  file.data.cable = cable;
  const processor = processorFor(options.resolve);
  return processor.stringify(processor.runSync(tree, file), file);
}

type HtmlProcessor = Processor<undefined, Root, HastRoot, HastRoot, string>;

const processors = new WeakMap<ReferenceOptions['resolve'], HtmlProcessor>();
const plain = createProcessor();

/** One processor for each way to resolve: an archive has one. */
function processorFor(resolve: ReferenceOptions['resolve'] | undefined): HtmlProcessor {
  if (!resolve) return plain;
  const known = processors.get(resolve);
  if (known) return known;
  const made = createProcessor({ resolve });
  processors.set(resolve, made);
  return made;
}

function createProcessor(references?: ReferenceOptions): HtmlProcessor {
  const processor = unified();
  if (references) processor.use(remarkReferences, references);
  return processor
    .use(remarkRehype, { handlers: { code: codeToHast, listItem: itemToHast, text: textToHast } })
    .use(rehypeSlug)
    .use(rehypeStringify)
    .freeze() as unknown as HtmlProcessor;
}
