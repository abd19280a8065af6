/** Words that name what is quoted. */
const nouns =
  'TEXT|QUOTE|QUOTATION|QTE|POINTS|TRANSLATION|LETTER|STATEMENT|MESSAGE|EXCERPTS?|NON-?PAPER|PAPER|DOCUMENT|RELEASE|NOTE VERBALE|VERBALE|DIPLOMATIC NOTE|TRANSCRIPT|DEMARCHE|COMMUNIQUE|DECLARATION|PROPOSAL|AGREEMENT|RESOLUTION|QUESTIONS?|RESPONSES?|ANSWERS?|ARTICLE|SPEECH|REMARKS|BIO|BIOGRAPHY|LIST|TABLE|ANNEX|ATTACHMENT|ENCLOSURE|REPORT|TELEGRAM|CABLE|GUIDANCE|PRESS GUIDANCE|BACKGROUND|DRAFT';
/** `BEGIN TEXT:`, `Begin unofficial translation`, `(BEGIN QUOTE`, `BEGIN TEXT OF LETTER:`. */
const opening = new RegExp(
  `\\(?\\bBEGIN(?:NING)?(?: OF)?(?: [A-Z][A-Z'/-]{0,15}){0,4} (?:${nouns})\\b(?: OF(?: [A-Z][A-Z'/-]{0,15}){1,4}(?=[:.)]|$))?[:.)]{0,2}`,
  'gi',
);
const closing = new RegExp(
  `\\(?\\b(?:END(?: OF)?(?: [A-Z][A-Z'/-]{0,15}){0,4} (?:${nouns})|UNQUOTE|UNQTE)\\b[.:)]{0,2}`,
  'gi',
);
/** A line that is the word alone: `QUOTE`, `QTE:`, `QUOTE...`. */
const bareOpening = /^(?:QUOTE|QTE|Quote)[:.]{0,3}$/;
/** Looked for only where a text is open. */
const mayClose = /END |End |end |UNQ|Unq|unq/;

/** Where a quoted text opens or closes in a line. */
export interface QuoteMarker {
  row: number;
  opens: boolean;
  /** First character of the marker and first one behind it. */
  from: number;
  to: number;
  bare: boolean;
}

/** A quoted text: the marker that opens it and the one that closes it, if any does. */
export interface QuoteSpan {
  open: QuoteMarker;
  close?: QuoteMarker;
}

/**
 * Finds the quoted texts of a body: markers in pairs, those inside one line left out (they are running text).
 *
 * @param texts the lines' texts
 * @returns spans by the row of their opening; one a row
 */
export function findQuotes(texts: readonly string[]): Map<number, QuoteSpan> {
  const spans = new Map<number, QuoteSpan>();
  const open: QuoteSpan[] = [];
  for (let row = 0; row < texts.length; row += 1) {
    const text = texts[row] as string;
    if (text.length < 3 || !(mayOpen(text) || (open.length > 0 && mayClose.test(text)))) continue;
    for (const marker of markersOf(text, row)) {
      if (marker.opens) {
        open.push({ open: marker });
        continue;
      }
      const span = open.pop();
      if (!span) continue;
      if (span.open.row === row) continue;
      span.close = marker;
      if (!spans.has(span.open.row)) spans.set(span.open.row, span);
    }
  }
  for (const span of open) if (!spans.has(span.open.row)) spans.set(span.open.row, span);
  return spans;
}

/** Cheap: most lines hold none of these. */
function mayOpen(text: string): boolean {
  return text.includes('EGIN') || text.includes('egin') || text.startsWith('Q') || text.startsWith('q');
}

function markersOf(text: string, row: number): QuoteMarker[] {
  if (bareOpening.test(text)) return [{ row, opens: true, from: 0, to: text.length, bare: true }];
  const found: QuoteMarker[] = [];
  for (const match of text.matchAll(opening)) {
    const from = match.index;
    const to = from + match[0].length;
    if (from > 0 && to < text.length && !/[.:,;)!?"'-][ \t]*$/.test(text.slice(Math.max(0, from - 4), from)))
      continue;
    // `to begin a statement`: small letters are a marker only with a colon or alone on the line
    if (/^\(?b/.test(match[0]) && !match[0].endsWith(':') && !(from === 0 && to === text.length)) continue;
    if (/^\(?B[a-z]/.test(match[0]) && !/[:.)]$/.test(match[0]) && to < text.length) continue;
    found.push({ row, opens: true, from, to, bare: false });
  }
  for (const match of text.matchAll(closing)) {
    const from = match.index;
    const to = from + match[0].length;
    if (/^\(?(?:e|u)/.test(match[0]) && !/[.)]$/.test(match[0]) && to < text.length) continue;
    found.push({ row, opens: false, from, to, bare: false });
  }
  return found.length > 1 ? found.sort((one, other) => one.from - other.from) : found;
}
