import type { Redaction } from '../cable.ts';
import { codeAt, type Line, linesOf } from '../lines/line.ts';

/** Five letters X, the fewest that a publisher blacks out with: XXX is a roman number. */
const letters = /[Xx]{5}/g;
const bracketed =
  /\[[ \t]{0,60}(?:redacted|(?:[a-z0-9]+ ){0,5}(?:text )?not declassified|(?:[a-z0-9]+ ){0,4}(?:lines?|paragraphs?|portions?|sections?|words?|pages?|sentences?|text)[^[\]]{0,40}(?:omitted|deleted|not declassified|excised|redacted|withheld|removed)[^[\]]{0,40}|names? (?:removed|withheld|redacted)|\.{3}|garbled?|garble[^[\]]{0,20}|omission|deleted|excised)?[ \t]{0,60}\]/gi;
const garbled = /\({1,2}#{1,3}\){1,2}/g;
/** An exemption in the margin of a released page: `B1`, `B1,B6`, `(b)(1)`, `1.4(D)`, behind blanks at a line's end. */
const margin =
  /(?:^|[ \t]{2,})((?:B[1-9]|\([bB]\)[ ]?\([1-9]\)|1\.4 ?\([A-Ha-h]\))(?:[, ]{1,2}(?:B[1-9]|\([bB]\)[ ]?\([1-9]\)|1\.4 ?\([A-Ha-h]\))){0,4})$/;

/** The same behind a single blank, as a scanner may give it. */
const close = /[ \t](B[1-9]|1\.4 ?\([A-H]\))$/;
/** What a code behind it belongs to: `Reason: 1.4(D)`, `(b) and 1.4(D)`. */
const cites =
  /(?:\b(?:reasons?|sections?|under|for|and|or|eo|visas?|visa class)|[:,;&/0-9]|(?<![a-z]{5})\.)$/i;
/** What another thing behind it belongs to: `traveled on a B1`, `in Annex B1`. */
const names =
  /\b(?:an?|the|as|of|in|on|to|is|was|are|annex|block|building|class|floor|form|gate|hall|level|pier|room|status|table|type|vitamins?|zone)$/i;

/** The redactions of one line, in their order. */
function redactionsOf(text: string): { at: number; redaction: Omit<Redaction, 'lines'> }[] {
  const found: { at: number; redaction: Omit<Redaction, 'lines'> }[] = blackedOut(text).map(
    ({ at, words }) => ({
      at,
      redaction: { kind: words.length > 60 ? 'text' : 'name', source: 'publisher', text: words },
    }),
  );
  for (const match of text.matchAll(bracketed)) {
    const kind = kindOf(match[0].toLowerCase());
    const source = kind === 'garble' ? 'sender' : 'official';
    found.push({ at: match.index, redaction: { kind, source, text: match[0] } });
  }
  for (const match of text.matchAll(garbled)) {
    found.push({ at: match.index, redaction: { kind: 'garble', source: 'sender', text: match[0] } });
  }
  return found.length > 1 ? found.sort((one, other) => one.at - other.at) : found;
}

function kindOf(words: string): Redaction['kind'] {
  if (words.includes('garbl')) return 'garble';
  return words.includes('omitted') || words.includes('omission') ? 'omission' : 'text';
}

/** Runs of five or more letters X that are words of their own; with one blank between they are one. */
function blackedOut(text: string): { at: number; words: string }[] {
  const found: { at: number; words: string }[] = [];
  letters.lastIndex = 0;
  for (let match = letters.exec(text); match; match = letters.exec(text)) {
    let to = match.index;
    for (;;) {
      let end = to;
      while (isX(text.charCodeAt(end))) end += 1;
      if (end - to < 5) break;
      to = end;
      if (text.charCodeAt(to) !== 32) break;
      to += 1;
    }
    while (text.charCodeAt(to - 1) === 32) to -= 1;
    if (!isLetter(text.charCodeAt(match.index - 1)) && !isLetter(text.charCodeAt(to))) {
      found.push({ at: match.index, words: text.slice(match.index, to) });
    }
    letters.lastIndex = Math.max(to, match.index + 5);
  }
  return found;
}

/** Cheap: most lines and many texts hold none of these. */
function mayHold(text: string): boolean {
  return text.includes('[') || text.includes('XXXXX') || text.includes('(#') || text.includes('xxxx');
}

/** The last character is a digit or a bracket, as an exemption code's. */
function endsCode(text: string): boolean {
  const last = codeAt(text, text.length - 1);
  return last === 41 || (last >= 49 && last <= 57);
}

function isX(code: number): boolean {
  return code === 88 || code === 120;
}

function isLetter(code: number): boolean {
  return (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}

/**
 * Finds what the source already blacked out, in the order of the text. Source: cable format, section 16.
 *
 * @param all a text that holds all lines: where it can hold no redaction, no line is looked at
 */
export function findRedactions(lines: readonly Line[], all: string): Redaction[] {
  const redactions: Redaction[] = [];
  if (!mayHold(all)) return redactions;
  for (const line of lines) {
    if (!mayHold(line.text)) continue;
    const place = linesOf([line]);
    for (const found of redactionsOf(line.text)) redactions.push({ ...found.redaction, lines: place });
  }
  return redactions;
}

function marginOf(text: string, known: readonly string[]): RegExpExecArray | null {
  const apart = margin.exec(text);
  if (apart || known.length === 0) return apart;
  const found = close.exec(text);
  if (!found?.[1] || !known.includes(found[1].replace(' ', ''))) return null;
  const before = text.slice(0, found.index);
  return cites.test(before) || (found[1][0] === 'B' && names.test(before)) ? null : found;
}

/**
 * Takes exemption codes out of the margin of a released file, in its head and body: `B1` at a line's end is one only there.
 *
 * @param known the codes that the release's stamp names, which need not stand apart
 * @returns the codes, and the lines without them
 */
export function takeExemptions(
  lines: Line[],
  known: readonly string[] = [],
): { exemptions: Redaction[]; lines: Line[] } {
  const exemptions: Redaction[] = [];
  const without: Line[] = [];
  for (const line of lines) {
    const match = line.text.length < 300 && endsCode(line.text) ? marginOf(line.text, known) : null;
    if (!match?.[1]) {
      without.push(line);
      continue;
    }
    exemptions.push({ kind: 'exemption', source: 'official', text: match[1], lines: linesOf([line]) });
    const text = line.text.slice(0, match.index).trimEnd();
    // a code alone on its line leaves no blank line behind
    if (text !== '') without.push({ ...line, text });
  }
  return { exemptions, lines: exemptions.length > 0 ? without : lines };
}
