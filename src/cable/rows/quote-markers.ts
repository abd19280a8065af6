import type { Row } from './body-row.ts';

/** Words that name what is quoted. */
const nouns =
  'TEXT|QUOTE|QUOTATION|QTE|POINTS|TRANSLATION|LETTER|STATEMENT|MESSAGE|EXCERPTS?|NON-?PAPER|PAPER|DOCUMENT|RELEASE|NOTE VERBALE|VERBALE|DIPLOMATIC NOTE|TRANSCRIPT|DEMARCHE|COMMUNIQUE|DECLARATION|PROPOSAL|AGREEMENT|RESOLUTION|QUESTIONS?|RESPONSES?|ANSWERS?|ARTICLE|SPEECH|REMARKS|BIO|BIOGRAPHY|LIST|TABLE|ANNEX|ATTACHMENT|ENCLOSURE|REPORT|TELEGRAM|CABLE|GUIDANCE|PRESS GUIDANCE|BACKGROUND|DRAFT';
/** `TALKING POINTS/NON-PAPER`: a second name of it behind a stroke. */
const also = `(?:[ \\t]?/[ \\t]?(?:[A-Z'’-]{1,16} ){0,2}(?:${nouns})\\b)?`;
/** `OF NOTE`, `TO THE MINISTER OF HARBORS`, `IN SPANISH`, up to the end of the marker. */
const whose = "(?: (?:OF|TO|FROM|BY|IN)(?: [A-Z][A-Z'’/-]{0,15}){1,8}(?=[:.)]|$))?";
/** `OF THE DRAFT PRST AS OF MAY 3`: whatever is said of it, up to the colon or stop at the end of the line. */
const rest = (sign: string) => `( [^:.]{1,60}(?=[${sign})]{1,2}$))?`;
/** `BEGIN TEXT:`, `Begin unofficial translation`, `(BEGIN QUOTE`, `BEGIN TEXT OF LETTER:`. */
const opening = new RegExp(
  `\\(?\\b(?:BEGIN(?:NING)?|START)(?: OF)?(?: [A-Z][A-Z'’/-]{0,15}){0,4} (?:${nouns})\\b${also}${whose}${rest(':')}[:.)]{0,2}`,
  'gi',
);
const closing = new RegExp(
  `\\(?\\b(?:END(?: OF)?(?: [A-Z][A-Z'’/-]{0,15}){0,4} (?:${nouns})\\b${also}${whose}${rest(':.')}|UNQUOTE\\b|UNQTE\\b)[.:)]{0,2}`,
  'gi',
);
/** A line that is the word alone: `QUOTE`, `QTE:`, `QUOTE...`. */
const bareOpening = /^(?:QUOTE|QTE|Quote)[:.]{0,3}$/;
/** The same at a line's end: `REPEATED FOR YOUR INFORMATION QUOTE`. */
const endOpening = /(?<!\b(?:BEGIN|START|END|OF))[ \t](?:QUOTE|QTE)[:.]{0,3}$/;
/** Before a text on its line: `QUOTE: THE EMBASSY`, `QUOTE UNCLAS STATE 12`. */
const startOpening =
  /^(?:QUOTE|QTE)(?:[:.]{1,3}(?=[ \t]+\S)|(?=[ \t]+(?:UNCLAS|CONFIDENTIAL|SECRET|LIMITED OFFICIAL USE|[A-Z](?: [A-Z]){5})))/;
/** The same with no sign behind, first in its paragraph: a text only where UNQUOTE ends a paragraph below. */
const plainOpening = /^(?:QUOTE|QTE)(?=[ \t]+(?!(?:OF|FROM|BY|IS|WAS) )[A-Z0-9"(])/;
const quoteWord = /\b(?:QUOTE|QTE)\b/g;
/** Rules or square brackets around a marker: `-----BEGIN TEXT-----`, `*** End text ***`, `[BEGIN TEXT]`. */
const decorated = /^([-=*_ \t[]{0,40})[^-=*_ \t[](?:.{0,58}[^-=*_ \t\]])?([-=*_ \t\]]{0,40})$/;
/** QUOTE, BEGIN, BEGINNING, START: most lines hold none of them. */
const mayOpen = /Q|(?:GIN|gin|NING|ning|START|tart) /;
/** Looked for only where a text is open. */
const mayClose = /END |End |end |UNQ|Unq|unq/;

/** `BEGIN TEXT OF DRAFT LETTER`: more words than these, and it may be a sentence. */
const mostWords = 5;

/** How far behind UNQUOTE the end of the text around it is looked for. */
const closeReach = 60;

/** Where a quoted text opens or closes in a line. */
export interface QuoteMarker {
  row: number;
  opens: boolean;
  /** First character of the marker and first one behind it. */
  from: number;
  to: number;
  bare: boolean;
  /** `UNQUOTE`, which closes what QUOTE opened. */
  unquotes?: true;
  /** On a line with other words, so that it may be running text. */
  inLine?: true;
  /** Many words and a stop, as a sentence has: `Begin talks on the text of the agreement.` */
  wordy?: true;
  /** First on its line, or behind the paragraph's number. */
  first?: true;
  /** No sign behind it tells it from a word of a sentence. */
  plain?: true;
}

/** A quoted text: the marker that opens it and the one that closes it, if any does. */
export interface QuoteSpan {
  open: QuoteMarker;
  close?: QuoteMarker;
  /** How often QUOTE stands in its sentences without an UNQUOTE behind it so far: `QUOTE STATE UNQUOTE MEANS A PARTY`. */
  within?: number;
  /** The last UNQUOTE that was taken for such a sentence's. */
  passed?: QuoteMarker;
}

/**
 * Finds the quoted texts of a body: markers in pairs, those inside one line left out (they are running text).
 *
 * @returns spans by the row of their opening; one a row
 */
export function findQuotes(rows: readonly Row[]): Map<number, QuoteSpan> {
  const spans = new Map<number, QuoteSpan>();
  const open: QuoteSpan[] = [];
  for (let row = 0; row < rows.length; row += 1) {
    const { text, number } = rows[row] as Row;
    if (text.length < 3 || !(mayOpen.test(text) || (open.length > 0 && mayClose.test(text)))) continue;
    const apart = row === 0 || rows[row - 1]?.kind === 'blank';
    const markers = markersOf(text, row, text.length - (number?.rest ?? text).length, apart);
    const outer = open.at(-1);
    if (outer) outer.within = (outer.within ?? 0) + wordsWithin(text, markers);
    for (const marker of markers) {
      const isAlone = marker.from === 0 && marker.to >= text.length && !outer?.open.plain;
      if (marker.unquotes && outer?.within && !isAlone) {
        outer.within -= 1;
        outer.passed = marker;
        continue;
      }
      if (marker.opens) {
        open.push({ open: marker });
        continue;
      }
      if (marker.unquotes && isWithin(open.at(-1), rows, row)) continue;
      const span = open.pop();
      if (!span) continue;
      if (span.open.row === row) continue;
      // running text that a line end happens to cut behind QUOTE
      const whole =
        marker.to >= text.length && (marker.from === 0 || span.open.first === true || isBlock(span, rows));
      const below = rows[row + 1];
      const closes = whole && (!span.open.plain || !below || below.kind === 'blank' || below.number);
      if (span.open.inLine && !closes) continue;
      span.close = marker;
      if (!spans.has(span.open.row)) spans.set(span.open.row, span);
    }
  }
  for (const span of open) {
    if (spans.has(span.open.row) || span.open.wordy || span.open.plain) continue;
    // `THE QUOTE IS WRONG` opened nothing
    if (span.passed && !span.open.inLine) span.close = span.passed;
    spans.set(span.open.row, span);
  }
  return spans;
}

/** How often QUOTE stands in a sentence of a line, and opens no text. */
function wordsWithin(text: string, markers: readonly QuoteMarker[]): number {
  let count = 0;
  for (const { index } of text.includes('Q') ? text.matchAll(quoteWord) : [])
    if (!markers.some(({ from, to }) => from <= index && index < to)) count += 1;
  return count;
}

/** What UNQUOTE closes was no QUOTE, and its own END follows: the quotation is a part of it. */
function isWithin(span: QuoteSpan | undefined, rows: readonly Row[], row: number): boolean {
  if (!span || /QUOT|QTE/i.test((rows[span.open.row] as Row).text.slice(span.open.from, span.open.to)))
    return false;
  for (let at = row + 1; at < rows.length && at < row + closeReach; at += 1) {
    const { text } = rows[at] as Row;
    if (!mayClose.test(text)) continue;
    if (markersOf(text, at).some((marker) => !marker.opens && !marker.unquotes)) return true;
  }
  return false;
}

/** The marker stands behind a colon, or before a blank line: what follows is a text of its own. */
function isBlock({ open }: QuoteSpan, rows: readonly Row[]): boolean {
  return (
    /[:.][ \t]*(?:QUOTE|QTE)[:.]{0,3}$/.test((rows[open.row] as Row).text) || rows[open.row + 1]?.text === ''
  );
}

/** Where the words of a marker begin and end: with what adorns the line, or with square brackets of its own: `[BEGIN TEXT] The port`. */
function spanOf(text: string, index: number, length: number, start: number, end: number): [number, number] {
  const to = index + length;
  const isBracketed = text[index - 1] === '[' && text[to] === ']';
  const from = isBracketed ? index - 1 : index;
  return [index === start ? 0 : from, to === end ? text.length : isBracketed ? to + 1 : to];
}

/**
 * @param behind where the words begin behind the paragraph's number
 * @param apart a blank line stands above
 */
function markersOf(text: string, row: number, behind = 0, apart = false): QuoteMarker[] {
  if (bareOpening.test(text)) return [{ row, opens: true, from: 0, to: text.length, bare: true }];
  const found: QuoteMarker[] = [];
  const around = text.length < 120 ? decorated.exec(text) : null;
  const start = around?.[1]?.length ?? 0;
  const end = text.length - (around?.[2]?.length ?? 0);
  const words = text.charCodeAt(behind) === 81 ? text.slice(behind) : '';
  const signed = startOpening.exec(words);
  const atStart = signed ?? (apart ? plainOpening.exec(words) : null);
  if (atStart) {
    const to = behind + atStart[0].length;
    const plain = signed ? {} : { plain: true as const };
    found.push({ row, opens: true, from: behind, to, bare: true, inLine: true, first: true, ...plain });
  }
  const inLine = endOpening.exec(text);
  if (inLine)
    found.push({ row, opens: true, from: inLine.index + 1, to: text.length, bare: true, inLine: true });
  for (let match = opening.exec(text); match; match = opening.exec(text)) {
    const words = wordsOf(match, text);
    const [from, to] = spanOf(text, match.index, words.length, start, end);
    if (
      from > 0 &&
      to < text.length &&
      !/[.:,;)!?"“”'-][ \t]*$/.test(text.slice(Math.max(0, from - 4), from))
    )
      continue;
    if (inLine && to === text.length) continue;
    // `to begin a statement`: small letters are a marker only with a colon or alone on the line
    if (/^\(?[bs]/.test(words) && !words.endsWith(':') && !(from === 0 && to === text.length)) continue;
    if (/^\(?[BS][a-z]/.test(words) && !/[:.)]$/.test(words) && to < text.length) continue;
    const isWordy = !/[:)]$/.test(words) && words.split(' ').length > mostWords;
    found.push({
      row,
      opens: true,
      from,
      to,
      bare: /^\(?s/i.test(words),
      ...(isWordy ? { wordy: true } : {}),
    });
  }
  for (let match = closing.exec(text); match; match = closing.exec(text)) {
    const words = wordsOf(match, text);
    const [from, to] = spanOf(text, match.index, words.length, start, end);
    if (/^\(?(?:e|u)/.test(words) && !/[.)]$/.test(words) && to < text.length) continue;
    const unquotes = /^\(?U/i.test(words);
    found.push({ row, opens: false, from, to, bare: false, ...(unquotes ? { unquotes } : {}) });
  }
  return found.length > 1 ? found.sort((one, other) => one.from - other.from) : found;
}

/** The words of a marker; what is said of the text up to the end of the line belongs to it where the marker is a sentence of its own. */
function wordsOf({ 0: words, 1: more, index }: RegExpExecArray, text: string): string {
  const isOwn =
    /^\(?[A-Z]/.test(words) &&
    (index === 0 || /[.:;)!?"“”'-][ \t]*$/.test(text.slice(Math.max(0, index - 4), index)));
  return more === undefined || isOwn ? words : words.slice(0, words.lastIndexOf(more));
}
