/** The Markdown twin of a cable: front matter (the record) and text. Meant for CommonMark, harmless in GitHub's dialect too. */
import type { BlockContent, ListItem, Paragraph, PhrasingContent, Root, RootContent, Text } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkStringify, { type Options } from 'remark-stringify';
import { unified } from 'unified';
import { Document, isMap, isScalar, isSeq, type ToStringOptions } from 'yaml';
import type { Cable } from '../cable/cable.ts';
import { type FrontMatter, frontMatterOf } from '../cable/front-matter.ts';
import { cableToMdast, type MdastOptions } from './cable-to-mdast.ts';
import { linesOfText } from './phrasing.ts';

/** The serializer's work grows faster than the length of one text node; pieces of this many characters keep it linear. */
const PIECE = 8192;

/** What the serializer may escape wherever it stands in a line; what it escapes at a line's start begins with another sign than these. */
const markup = /[\\`*_[\]<&~!#\t\r\n]/;
const plainStart = /^[\p{L}(]/u;
/** What stands before the first blank: a paragraph's number. */
const firstWord = /^[^ ]+(?= )/;

/** A text as the serializer gives it: it tries some forty patterns on each, and most texts have no sign that one of them could find. */
const writeText: NonNullable<Options['handlers']>['text'] = ({ value }: Text, _, state, info) => {
  const isPlain =
    !markup.test(value) && !value.endsWith(' ') && (!/[\r\n]/.test(info.before) || plainStart.test(value));
  return isPlain ? value : state.safe(value, info);
};

const settings: Options = {
  handlers: { text: writeText },
  bullet: '-',
  bulletOther: '*',
  rule: '-',
  fences: true,
  listItemIndent: 'one',
  resourceLink: true,
  // GitHub's dialect: strikethrough, and the second line of a table
  unsafe: [
    { character: '~', inConstruct: 'phrasing' },
    { atBreak: true, character: '|' },
    { atBreak: true, character: ':', after: '-' },
    { atBreak: true, character: '-', after: '[:|]' },
  ],
};

// a block scalar of blanks does not survive its own reader (yaml 2.9): texts of several lines are double quoted, on one line
const yamlSettings: ToStringOptions = {
  lineWidth: 0,
  flowCollectionPadding: false,
  blockQuote: false,
  singleQuote: false,
  // none is needed; to find that out the library would walk through the whole record
  directives: false,
  doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER,
};

const processor = unified().use(remarkFrontmatter, 'yaml').use(remarkStringify, settings).freeze();

/**
 * A cable as Markdown with YAML front matter. Front matter: the record without body, furniture, unparsed text, fields and
 * diagnostics. Text: the subject as first heading, then what `cableToMdast` gives; the words are those of the page, paragraph by
 * paragraph, and none of them turns into markup.
 */
export function cableToMarkdown(cable: Cable, options: MdastOptions = {}): string {
  const tree: Root = {
    type: 'root',
    children: [
      { type: 'yaml', value: frontMatterToYaml(frontMatterOf(cable)) },
      ...titleOf(cable),
      ...cableToMdast(cable, options).children.map(plainBlock),
    ],
  };
  return processor.stringify(tree);
}

/**
 * The record as YAML, without the fences. Values that readers of YAML 1.1 would take for something else (`NO`, `2008-05-15`,
 * `12:30`) are quoted; pairs of line numbers stand on one line.
 */
export function frontMatterToYaml(frontMatter: FrontMatter): string {
  const document = new Document(frontMatter, { compat: 'yaml-1.1', aliasDuplicateObjects: false });
  flowLines(document.contents);
  return document.toString(yamlSettings).trimEnd();
}

/** `lines: [3, 5]`. */
function flowLines(node: unknown): void {
  if (isSeq(node)) node.items.forEach(flowLines);
  if (!isMap(node)) return;
  for (const { key, value } of node.items) {
    if (isSeq(value) && isScalar(key) && key.value === 'lines') value.flow = true;
    else flowLines(value);
  }
}

function titleOf(cable: Cable): RootContent[] {
  const value = linesOfText(cable.subjectTitle ?? cable.subject ?? cable.id ?? '').join(' ');
  return value === '' ? [] : [{ type: 'heading', depth: 1, children: [{ type: 'text', value }] }];
}

/**
 * The same block with its texts as one, a number at its start apart: what the serializer escapes depends on what stands beside it.
 */
function plainBlock<T extends RootContent>(block: T): T {
  if (block.type === 'paragraph' || block.type === 'heading') {
    return { ...block, children: plainPhrasing((block as Paragraph).children) };
  }
  if (block.type === 'blockquote' || block.type === 'list' || block.type === 'listItem') {
    const children = (block as { children: (BlockContent | ListItem)[] }).children.map(plainBlock);
    return { ...block, children };
  }
  return block;
}

function plainPhrasing(children: readonly PhrasingContent[]): PhrasingContent[] {
  const plain: PhrasingContent[] = [];
  let texts: string[] = [];
  const flush = () => {
    const value = texts.join('');
    const start = plainStart.test(value) ? 0 : (firstWord.exec(value)?.[0].length ?? 0);
    if (start > 0) plain.push(textNode(value.slice(0, start)));
    for (let at = start; at < value.length; at += PIECE) plain.push(textNode(value.slice(at, at + PIECE)));
    texts = [];
  };
  for (const child of children) {
    if (child.type === 'text') texts.push(child.value);
    else {
      flush();
      plain.push(child);
    }
  }
  flush();
  return plain;
}

function textNode(value: string): Text {
  return { type: 'text', value };
}
