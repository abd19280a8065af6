import type { ExcerptPart, ParagraphHit } from '../find-paragraphs.ts';
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
  const link = (anchor?: string) =>
    `${page}${highlight && `?${highlight}`}${anchor === undefined ? '' : `#${encodeURIComponent(anchor)}`}`;
  const marks = new Map((meta.marks ?? '').split(';').map((pair) => pair.split(' ', 2) as [string, string]));
  const day = meta.date?.slice(0, 10);
  const title = meta.title ?? address;
  // A hit in the subject is marked in the title that stands there anyway.
  const subject = hit.paragraphs.find(({ excerpt }) => excerpt.map(({ text }) => text).join(' ') === title);
  const paragraphs = hit.paragraphs.filter((paragraph) => paragraph !== subject);
  const item = element(
    'li',
    { class: 'hit' },
    element(
      'h3',
      {},
      element(
        'a',
        { href: link(hit.paragraphs[0]?.anchor) },
        ...(subject ? excerptNodes(subject.excerpt) : [title]),
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
    paragraphs.length > 0 &&
      element(
        'ul',
        { class: 'paragraphs' },
        ...paragraphs.map((paragraph) => renderParagraph(paragraph, marks, link(paragraph.anchor), frame)),
      ),
  );
  const more = hit.total - hit.paragraphs.length;
  if (more > 0) item.append(element('p', { class: 'quiet' }, frame.plural(words.moreParagraphs, more)));
  item.append(keepButton(address, frame));
  return item;
}

function renderParagraph(
  { anchor, excerpt, cut }: ParagraphHit,
  marks: ReadonlyMap<string, string>,
  href: string,
  { words }: HitFrame,
): HTMLLIElement {
  const mark = anchor === undefined ? undefined : marks.get(anchor);
  const number =
    anchor === undefined ? undefined : /^(?:t\d+\.)?p([1-9][^u]*)$/.exec(anchor)?.[1]?.replace(/_\d+$/, '');
  const name = number ? fill(words.paragraph, { number }) : anchor === undefined ? words.head : `#${anchor}`;
  return element(
    'li',
    {},
    element(
      'a',
      { href, class: 'where', 'aria-label': name },
      number ?? (anchor === undefined ? words.head : '¶'),
    ),
    ' ',
    element(
      'span',
      { class: 'excerpt' },
      mark !== undefined && element('span', { class: 'portion' }, mark),
      cut.before && '… ',
      ...excerptNodes(excerpt),
      cut.after && ' …',
    ),
  );
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
