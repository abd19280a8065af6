import type { Excerpt, ExcerptPart, ParagraphHit } from '../find-paragraphs.ts';
import { fill } from '../query/describe-query.ts';
import type { Hit } from '../search.ts';
import { element } from './element.ts';
import type { PageWords } from './page-words.ts';

/** What the hits of one page share. */
export interface HitFrame {
  /** The site's base path without the slash at its end. */
  base: string;
  words: PageWords;
  /** A date in words. */
  formatDay: (iso: string) => string;
  plural: (forms: { one: string; other: string }, count: number) => string;
  isKept: (address: string) => boolean;
  keep: (address: string) => void;
}

/** A hit as a list item: the cable, then its best paragraphs, each with its number, mark, excerpt and link. */
export function renderHit(hit: Hit, frame: HitFrame): HTMLLIElement {
  const { words, base } = frame;
  const { meta } = hit;
  const page = base + hit.url;
  const address = decodeURIComponent(/\/cables\/([^/]+)\//.exec(hit.url)?.[1] ?? '');
  const highlight = new URLSearchParams(hit.forms.map((form) => ['hl', form])).toString();
  const link = (anchor = '') =>
    `${page}${highlight && `?${highlight}`}${anchor && `#${encodeURIComponent(anchor)}`}`;
  const marks = new Map((meta.marks ?? '').split(';').map((pair) => pair.split(' ', 2) as [string, string]));
  const day = meta.date?.slice(0, 10);
  const found = hit.paragraphs.filter(({ count }) => count > 0);
  const item = element(
    'li',
    { class: 'hit' },
    element(
      'h3',
      {},
      element(
        'a',
        { href: link(found[0]?.anchor) },
        ...(hit.title ? excerptNodes(hit.title) : [meta.title ?? address]),
      ),
    ),
    element(
      'p',
      { class: 'about' },
      element('span', { class: 'typed' }, meta.id ?? address),
      day ? element('time', { datetime: day }, frame.formatDay(day)) : element('span', {}, words.undated),
      meta.from && element('span', {}, meta.from),
      element(
        'span',
        { class: 'marking', 'data-class': meta.classification },
        meta.classification ?? words.unmarked,
      ),
    ),
    hit.paragraphs.length > 0 &&
      element(
        'ul',
        { class: 'paragraphs' },
        ...hit.paragraphs.map((paragraph) =>
          renderParagraph(paragraph, marks, link(paragraph.anchor), frame),
        ),
      ),
  );
  if (hit.head) item.append(element('p', { class: 'quiet' }, `${words.head}: `, ...cutNodes(hit.head)));
  const more = hit.total - found.length;
  if (more > 0) item.append(element('p', { class: 'quiet' }, frame.plural(words.moreParagraphs, more)));
  item.append(keepButton(address, frame));
  return item;
}

function renderParagraph(
  { anchor, ...text }: ParagraphHit,
  marks: ReadonlyMap<string, string>,
  href: string,
  { words }: HitFrame,
): HTMLLIElement {
  const mark = marks.get(anchor);
  const number = /^(?:t\d+\.)?p([1-9][^u]*)$/.exec(anchor)?.[1]?.replace(/_\d+$/, '');
  const name = number ? fill(words.paragraph, { number }) : `#${anchor}`;
  return element(
    'li',
    {},
    element('a', { href, class: 'where', 'aria-label': name }, number ?? '¶'),
    ' ',
    element(
      'span',
      { class: 'excerpt' },
      mark !== undefined && element('span', { class: 'portion' }, mark),
      ...cutNodes(text),
    ),
  );
}

function cutNodes({ excerpt, cut }: Excerpt): (Node | string)[] {
  return [cut.before ? '… ' : '', ...excerptNodes(excerpt), cut.after ? ' …' : ''];
}

function excerptNodes(parts: readonly ExcerptPart[]): (Node | string)[] {
  return parts.flatMap(({ text, hit }, at) => [
    ...(at > 0 ? [' '] : []),
    hit ? element('mark', {}, text) : text,
  ]);
}

function keepButton(address: string, { words, isKept, keep }: HitFrame): HTMLButtonElement {
  const button = element('button', { type: 'button', class: 'keep' });
  const show = () => {
    const kept = isKept(address);
    button.textContent = kept ? words.kept : words.keep;
    button.setAttribute('aria-pressed', String(kept));
  };
  button.addEventListener('click', () => {
    keep(address);
    show();
  });
  show();
  return button;
}
