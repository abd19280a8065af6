// The start tag of the part of a page that is indexed: the last element of its name on the page.
const BODY_START = /<([a-z][a-z0-9-]*)\s[^<>]*data-pagefind-body(?=[\s=>/])/;
// Start tags of elements that stand for a block of their own.
const BLOCK_START =
  /<(?:p|li|h[1-6]|pre|td|th|dt|dd|blockquote|figcaption)(?:\s(?:[^<>"']|"[^"]*"|'[^']*')*)?>/g;
// The end tags of the same.
const BLOCK_END = /<\/(?:p|li|h[1-6]|pre|td|th|dt|dd|blockquote|figcaption)>/g;
// What may be a sign outside ASCII: the search for it is as fast as its class is simple.
const BEYOND_ASCII = /[^\x00-\x7f]/gu;
const LETTER = /[\p{L}\p{N}]/u;
const MARK_OR_BLANK = /[\p{M}\p{Pc}\p{Cf}\p{Z}]/u;
// id="p3" … data-mark="S/NF"
const MARKED = /\sid="([^"]*)"\s(?:[^<>"]|"[^"]*")*?data-mark="([^"]*)"/g;

/**
 * A sign for Pagefind alone, which `unsigned` takes away again. Pagefind divides words at signs of ASCII and at no others, and
 * sets a full stop where a block ends without a sign: this divides, ends a block, and is part of no text.
 */
const SIGN = '}|~|{';
const SIGN_ALONE = /(?<=^|\s)(?:\}\|~\|\{)+(?=\s|$)/g;

/** A text as the page has it, without our signs. One that stands alone counts as a word, and stays a word. */
export function unsigned(text: string): string {
  return text.replace(SIGN_ALONE, '¶').replaceAll(SIGN, '');
}

/**
 * Of a cable's page, what is the page's and not the cable's: numbers, marks and dates that are shown as data, labels, names in
 * plain words, notices. Pagefind leaves them out.
 */
export const NOT_INDEXED = [
  '.num',
  '.mark',
  '.banner',
  '.notices',
  '.dateline',
  '.means',
  '.end-marks',
  '.unseen',
  '.unparsed > summary',
  'dt',
  'nav',
  'button',
] as const;

/** What a cable is found by beside its words, by the field's name. */
export interface IndexFields {
  /** Its number or address: searched as a word, too. */
  id: string;
  /** What a hit shows; names other than those of filters. */
  meta: Record<string, string | undefined>;
  filters: Record<string, readonly string[]>;
}

/**
 * Takes out of a page what Pagefind is to index: a page of its own, so small that only a change of the text changes the index.
 * A `¶` at the start of each block keeps phrases from running over its edge; it bears no letter, so that no word has it. The
 * marks of the paragraphs are read off the page, the other fields are the caller's.
 *
 * @returns `undefined` where no part of the page is to be indexed
 */
export function indexText(
  html: string,
  language: string,
  { id, meta, filters }: IndexFields,
): string | undefined {
  const start = BODY_START.exec(html);
  if (!start) return undefined;
  const end = html.lastIndexOf(`</${start[1]}>`);
  const body = html.slice(start.index, end > start.index ? end : undefined);
  const marks = [...body.matchAll(MARKED)].map(([, anchor = '', mark = '']) => [anchor, mark] as const);
  const fields = [
    ...Object.entries({ ...meta, id, marks: marks.map((pair) => pair.join(' ')).join(';') }).flatMap(
      ([name, value]) => (value ? [field(name, value)] : []),
    ),
    ...Object.entries({ ...filters, mark: [...new Set(marks.map(([, mark]) => mark))] }).flatMap(
      ([name, values]) => values.map((value) => field(name, value)),
    ),
  ];
  const marked = body
    .replace(BEYOND_ASCII, dividing)
    .replace(BLOCK_END, `${SIGN}$&`)
    .replace(BLOCK_START, '$&¶ ');
  return [
    `<!doctype html><html lang="${language}"><body><div data-pagefind-body>`,
    ...fields,
    `<p>¶ ${escaped(id)}${SIGN}</p></div>`,
    marked,
    '</body></html>',
  ].join('\n');
}

type Kind = 'letter' | 'mark or blank' | 'sign';

/** The kinds of characters seen so far: asked for each of them, and the same few again and again. */
const kinds = new Map<string, Kind>();

function kindOf(character: string): Kind {
  const known = kinds.get(character);
  if (known) return known;
  const other = MARK_OR_BLANK.test(character) ? 'mark or blank' : 'sign';
  const kind = LETTER.test(character) ? 'letter' : other;
  kinds.set(character, kind);
  return kind;
}

/** With our signs around it, a sign outside ASCII at a letter or digit: the dash of `Tehran—that`, the apostrophe of `Iran’s`. */
function dividing(sign: string, at: number, text: string): string {
  if (kindOf(sign) !== 'sign') return sign;
  const isPair = (text.charCodeAt(at - 1) & 0xfc00) === 0xdc00;
  const next = text.codePointAt(at + sign.length);
  const divides =
    kindOf(text.slice(at - (isPair ? 2 : 1), at)) === 'letter' ||
    (next !== undefined && kindOf(String.fromCodePoint(next)) === 'letter');
  return divides ? `${SIGN}${sign}${SIGN}` : sign;
}

/** All as filters, which Pagefind keeps with the text and does not search as words, as it does what it calls meta. */
function field(name: string, value: string): string {
  return `<span data-pagefind-filter="${name}[data-v]" data-v="${escaped(value)}"></span>`;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}
