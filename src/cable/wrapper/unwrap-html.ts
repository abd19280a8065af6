import type { Furniture } from '../cable.ts';
import { countEnds } from '../lines/count-ends.ts';
import { decodeEntities } from './decode-entities.ts';

export interface HtmlText {
  /** The text with as many line ends as the markup had; line ends made by markup are U+2028. */
  text: string;
  /** Words of the page around the cable. */
  furniture: Furniture[];
  /** Reference ID, Created, Classification, Origin: a table of the page, by its own headings. */
  table: Record<string, string>;
  /** What the page calls itself. */
  title?: string;
}

const PAGE = /^\s*(?:<!doctype html|<html|<\?xml)/i;
/** At a line's start or behind another tag: in a sentence it is only named. */
const PRE = /(?:^|>)[ \t]{0,20}<pre[\s>]/im;
/** A block of a page, opened or closed. */
const BLOCK_TAG = /<(\/?)(?:p|div|blockquote|table|ul|ol|article|section|body|h[1-6])(?=[\s>])/gi;
const CDATA = '<![CDATA[';
const CDATA_END = ']]>';
/** Parts of a page that hold no cable, as a rule. */
const ASIDE = /^(?:title|nav|footer|aside|form|button|select)$/;
/** Tags inside a line, and those of other vocabularies (`o:p`); all others part lines. */
const INLINE =
  /^(?:a|abbr|acronym|b|bdi|bdo|big|cite|code|del|dfn|em|font|i|img|ins|kbd|label|mark|nobr|q|s|samp|small|span|strike|strong|sub|sup|time|tt|u|var|wbr|.*:.*)$/;
/** What a browser sets apart by a blank line. */
const APART = /^(?:p|h[1-6]|ul|ol|table|blockquote)$/;
const TAG_NAME = /^<\/?([a-zA-Z][a-zA-Z0-9:]{0,15})(?=[\s/>])/;
/** The tag that a text begins with. */
const ELEMENT = /^\s*<([a-zA-Z][\w:-]{0,30})[\s>]/;

/** Whether a text is an HTML page, or a piece of one with blocks. */
export function isHtml(text: string): boolean {
  if (!text.includes('<')) return false;
  return isElement(text) || PRE.test(text.slice(0, 20_000)) || isFragment(text);
}

/** A page, or a text in one element from its first sign to its last, whatever that is called. */
export function isElement(text: string): boolean {
  if (PAGE.test(text.slice(0, 400))) return true;
  const name = ELEMENT.exec(text.slice(0, 400))?.[1];
  return name !== undefined && text.slice(-200).trimEnd().endsWith(`</${name}>`);
}

/** A page's text without its frame: opens with a block, or has more than one; tags that a text only names do not pair. */
function isFragment(text: string): boolean {
  if (!text.includes('</')) return false;
  let opened = 0;
  let closed = 0;
  for (const { index, 1: slash } of text.matchAll(BLOCK_TAG)) {
    if (!slash) opened++;
    else if (++closed > opened) return false;
    if (closed > 1 || (closed > 0 && text.slice(0, index).trimStart().startsWith('<'))) return true;
  }
  return false;
}

/**
 * Takes the text of a cable out of an HTML page: the `<pre>` blocks in their order, or all text where there is none.
 * Tags go, entities are decoded once. What stands around the blocks goes to `furniture`.
 */
export function unwrapHtml(html: string): HtmlText {
  const hasPre = PRE.test(html) && !isTextOutside(html);
  const lines = new MadeLines();
  const furniture: Furniture[] = [];
  const cells: { heading: boolean; text: string }[] = [];
  let line = 1;
  let pre = 0;
  let aside = 0;
  const lists: (number | undefined)[] = [];
  const asides = asidesIn(html);
  let cell: { heading: boolean; text: string } | undefined;
  let title: { heading: boolean; text: string } | undefined;
  let around: { text: string[]; first: number } | undefined;

  const isText = (): boolean => pre > 0 || (!hasPre && aside === 0);
  const flush = (): void => {
    const words = around?.text.join(' ').replace(/\s+/g, ' ').trim();
    if (around && words) furniture.push({ kind: 'wrapper', text: words, lines: [around.first, line] });
    around = undefined;
  };
  const take = (text: string): void => {
    const ends = countEnds(text);
    const words = decodeEntities(text);
    if (isText()) lines.addText(words);
    else {
      if (words.trim() !== '') {
        around ??= { text: [], first: line };
        around.text.push(words);
        if (cell) cell.text += words;
      }
      lines.add('\n'.repeat(ends));
    }
    line += ends;
  };

  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    if (open < 0) {
      take(html.slice(at));
      break;
    }
    const name = TAG_NAME.exec(html.slice(open, open + 20))?.[1]?.toLowerCase();
    if (html.startsWith(CDATA, open)) {
      take(html.slice(at, open));
      const end = after(html, CDATA_END, open);
      take(html.slice(open + CDATA.length, end).replace(CDATA_END, ''));
      at = end;
      continue;
    }
    const isComment = html.startsWith('<!', open) || html.startsWith('<?', open);
    if (name === undefined && !isComment) {
      take(html.slice(at, open + 1));
      at = open + 1;
      continue;
    }
    if (open > at) take(html.slice(at, open));
    const closing = html[open + 1] === '/';
    let end: number;
    if (html.startsWith('<!--', open)) end = after(html, '-->', open);
    else if ((name === 'script' || name === 'style') && !closing) end = afterCode(html, name, open);
    else end = after(html, '>', open);
    const tag = html.slice(open, end);
    const ends = countEnds(tag);
    if (name === 'pre') {
      if (!closing) {
        flush();
        lines.endLine();
      }
      pre = closing ? Math.max(0, pre - 1) : pre + 1;
    } else if (name === 'td' || name === 'th') {
      if (isText() && closing) lines.add('\t');
      cell = closing ? undefined : { heading: name === 'th', text: '' };
      if (cell) cells.push(cell);
    } else if (name === 'ul' || name === 'ol') {
      if (closing) lists.pop();
      else lists.push(name === 'ol' ? Number(/\bstart="?(\d{1,3})/i.exec(tag)?.[1] ?? 1) : undefined);
    } else if (name !== undefined && ASIDE.test(name)) {
      if (name === 'title') {
        cell = closing ? undefined : { heading: true, text: '' };
        title ??= cell;
      }
      if (aside === 0) flush();
      if (closing) aside = Math.max(0, aside - 1);
      else if (aside > 0 || asides(name, end)) aside++;
      if (aside === 0) flush();
    }
    if (name !== undefined && !INLINE.test(name) && name !== 'td' && name !== 'th') {
      if (!isText()) around?.text.push(' ');
      else if (name === 'br') lines.breakLine();
      else {
        lines.endLine(!closing && APART.test(name));
        if (name === 'li' && !closing) {
          const sign = listSign(lists);
          if (!OWN_SIGN.test(html.slice(end, end + 80))) lines.addSign(sign);
        }
      }
    }
    lines.add('\n'.repeat(ends));
    line += ends;
    at = end;
  }
  flush();
  return {
    text: lines.toString(),
    furniture,
    table: tableOf(cells),
    ...(title && { title: title.text.trim() }),
  };
}

/** A blank that does not break is a line's content, too. */
const isFull = (line: string | undefined): boolean => line !== undefined && /[^ \t]/.test(line);

/** Lines as a browser makes them of blocks: a tag ends a line once, and a line end of the file directly behind it is the same one. */
class MadeLines {
  readonly #parts: string[] = [];
  /** The last line holds words; so does the one before. */
  #isFull = false;
  #wasFull = false;
  /** The last part is a line end that a tag made, or an entry's sign. */
  #isMade = false;
  #isSign = false;

  add(text: string): void {
    if (text === '') return;
    const lines = text.split(/[\n\u2028]/);
    const last = lines.pop();
    const before = lines.length > 1 && isFull(lines[lines.length - 1]);
    if (lines.length === 0) this.#isFull ||= isFull(last);
    else {
      this.#wasFull = before || (lines.length === 1 && (this.#isFull || isFull(lines[0])));
      this.#isFull = isFull(last);
    }
    this.#parts.push(text);
    this.#isMade = this.#isSign = false;
  }

  /** Text between two tags. */
  addText(text: string): void {
    const end = this.#isMade ? /^[ \t]*\n/.exec(text)?.[0] : undefined;
    if (end !== undefined) this.#parts[this.#parts.length - 1] = end;
    this.add(text.slice(end?.length));
  }

  addSign(sign: string): void {
    this.add(sign);
    this.#isSign = true;
  }

  breakLine(): void {
    this.add('\u2028');
    this.#isMade = true;
  }

  /** Ends the line, if it holds words; with a blank line behind where the next is to stand apart. */
  endLine(apart = false): void {
    if (this.#isSign) return;
    if (this.#isFull) this.breakLine();
    if (apart && this.#wasFull) this.breakLine();
  }

  toString(): string {
    return this.#parts.join('');
  }
}

const PRE_BLOCK = /<pre[\s>].*?(?:<\/pre>|$)/gis;
const FIRST_PARAGRAPH = /(?:>|^)\s{0,20}¶?\s?1[.)][ \t]?(?:\(|[A-Z])/m;

const ORDER = /\bE\.?O\.? ?:? ?1\d{4}/i;

/** Whether the paragraphs stand outside the `<pre>` blocks, which hold a head or a table. */
function isTextOutside(html: string): boolean {
  const inside = html.match(PRE_BLOCK)?.join('\n') ?? '';
  return !FIRST_PARAGRAPH.test(inside) && FIRST_PARAGRAPH.test(html.replace(PRE_BLOCK, ''));
}

/** Tells whether a part of the page is aside: it is closed, and does not hold the cable, as a form does that some servers set around all. */
function asidesIn(html: string): (name: string, from: number) => boolean {
  const around = new Set<string>();
  let lower: string | undefined;
  return (name, from) => {
    if (around.has(name)) return false;
    lower ??= html.toLowerCase();
    const close = lower.indexOf(`</${name}`, from);
    const text = html.slice(from, Math.max(from, close));
    const isAside = close > 0 && !FIRST_PARAGRAPH.test(text) && !ORDER.test(text);
    if (!isAside) around.add(name);
    return isAside;
  };
}

/** `1. (C)`, `-- a point`: an entry that has its sign in the text. */
const OWN_SIGN = /^\s*(?:<[a-z][^<>]{0,30}>\s*){0,2}(?:[¶•*-]|\(?[0-9A-Za-z]{1,2}[.)]|\()/i;

/** What a browser prints before an entry of a list. */
function listSign(lists: (number | undefined)[]): string {
  const number = lists[lists.length - 1];
  if (number === undefined) return '- ';
  lists[lists.length - 1] = number + 1;
  return `${number}. `;
}

function after(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  return at < 0 ? text.length : at + mark.length;
}

/** What ends a script or a style, in capitals or not. */
const CODE_END = { script: /<\/script/gi, style: /<\/style/gi };

function afterCode(text: string, name: keyof typeof CODE_END, from: number): number {
  const pattern = CODE_END[name];
  pattern.lastIndex = from;
  return pattern.test(text) ? after(text, '>', pattern.lastIndex) : text.length;
}

function tableOf(cells: readonly { heading: boolean; text: string }[]): Record<string, string> {
  const headings = cells.filter((one) => one.heading).map((one) => one.text.trim());
  const values = cells.filter((one) => !one.heading).map((one) => one.text.trim());
  const table: Record<string, string> = {};
  if (headings.length === 0 || headings.length > 12) return table;
  for (const [index, heading] of headings.entries()) {
    const value = values[index];
    if (heading && value && heading.length < 40 && value.length < 200) table[heading] = value;
  }
  return table;
}
