import { codeAt, type Line } from '../lines/line.ts';
import {
  beginsOpen,
  endsOpen,
  endsSentence,
  firstWordLength,
  isCapitals,
  isTitle,
} from '../lines/sentence.ts';

/** `Label: value`: a label of at most four words with a capital, none of which ends a sentence. */
export const labelled =
  /^(?![^:]{0,60}(?:[A-Za-z]{5}|\d{2})\. )[A-Z][A-Za-z'’./-]{0,24}(?: [A-Za-z0-9'’./()-]{1,20}){0,3}:(?:[ \t]|$)/;
/** `0800    Country team briefing.`, `MAY 30   ARRIVE LIMA`, `0900-1000  Tour`, `JUNE 12  2.34`: a few words, a time, or words before a figure, then a column. */
const columned =
  /^(?:\S{1,14}(?:(?: \S{1,14}){0,2}(?<![.:;?!]) {3,}| {3,}|\t)|[0-9][0-9:-]{3,12} {2,}|[A-Z][A-Za-z0-9 .'’-]{1,30}? {2,}(?=[0-9.,%$()-]{1,12}$))\S/;
/** `0215: SAPPERS INSIDE.`, `14:30 Arrival`: an hour before what happened; `9:00 a.m.  Arrive`; `1964: Deported.`, `2003-2006: Attorney`: years before it. */
export const timed =
  /^(?:(?:19|20)[0-9]{2}(?: ?[-–/] ?(?:(?:19|20)?[0-9]{2}|present))?:[ \t]+\S|(?!(?:19|20)[0-9]{2}[ \t])(?:[01][0-9]|2[0-3]):?[0-5][0-9](?:[-–][0-2][0-9]:?[0-5][0-9])?(?: ?(?:HRS|HOURS|[LZ]))?:?[ \t]+\S|(?:0?[1-9]|1[0-2])(?::[0-5][0-9])? ?[AP]\.?M\b\.?(?: ?[-–] ?[0-9:]{1,5} ?[AP]\.?M\b\.?)?:?[ \t]+\S)/i;
/** `MAY 16-18 MOSCOW (3 CONCERTS)`, `Dec 10, 0900 - Gates open`: a day before what happens, on a short line or before a dash. */
const dated =
  /^(?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)[A-Z]{0,6}\.? [0-9]{1,2}(?:[-/][0-9]{1,2})?(?:, ?[0-9]{4})?(?:(?::| ?[-–]) .{1,80}|:? [^0-9].{0,35})$/i;
/** `FIRST, DISARM THEM.`: a point that is counted in words. */
const counted = /^(?:FIRST|SECOND|THIRD|FOURTH|FIFTH|SIXTH)(?:LY)?[,:] ?\S/i;
/** `ROYALTIES . . . . 23,400`, `OTHER.....10,248`: stops that lead to a value. */
export const leaders = /\.{5}|(?:\. ){5}|(?:\.{4}|(?:\. ){3})[ .]{0,60}[$(-]?\d[^A-Za-z]{0,20}$/;
/** `BROWN, JR.`, `HARTWELL CORK CO.`, `(D-ILL.)`: a stop that ends no sentence. */
const abbreviated = /(?:\b(?:[JS]R|INC|CO|CORP|LTD|BROS)|\b[A-Z]\.[A-Z]|\([A-Z]-[A-Z.]{2,8})\.\)?$/i;
/** `Ms. Roe, his deputy; and`: more entries of the list follow. */
const endsEntry = /;(?: and| or)?$/i;
/** `Sincerely,` above the name of who wrote the letter. */
export const farewell =
  /^["“]?(?:(?:VERY )?(?:RESPECTFULLY|TRULY|SINCERELY)(?: YOURS)?|YOURS (?:VERY )?(?:TRULY|SINCERELY|FAITHFULLY)|(?:BEST |KIND |WARM )?REGARDS),$/i;
const blanks = /[ \t\u00a0]{2,}|\t/g;
/**
 * What no English word is by itself: what stands before is the same word's beginning. `BASED`, `MAKING`, `NATION` are words, so
 * that before an ending with a vowel of its own no other may stand.
 */
const wordEnd =
  /^(?!NATION|RATION|STATION)(?:[B-DF-HJ-NP-TV-Z]{0,2}(?:TIONS?|TIONAL|SIONS?|MENTS?|MENTAL|MENTS|NESS|TIVES?|TIVELY|CIALS?|TIAL|CIES|TEES?|IDENTS?|TRIES)|[A-Z]?ATION(?:S|AL)?|[A-Z]?OPMENTS?|(?:ENCES?|ANCES?|ENCY|ANCY|ABLE|IBLE|BILITY|ITY|ITIES|ATED|ATING|OUSLY|EDLY|INGLY|ISM|ISTS?|IES|ERS|ED|LY)|[BDFGLMNPSTZ]?INGS?|[CDMNPT]ED)(?![A-Z])/;

/** More such endings: `GEN-` / `ERAL`, `INTRO-` / `DUCTION`, `SEP-` / `TEMBER`. */
const oddEnd =
  /^(?:ERAL(?:LY)?|[NT]ICAL(?:LY)?|(?:[CT]OR|TANT|JECT|CIATE|TIATE|TURE|CEIVE|QUIRE|FICER)S?|(?:CIAT|TIAT|TUR|CEIV|QUIR|CERN|TAIN|JECT|TINU)(?:ED|ING)|(?:T|N|S|R|L|U|BRU)ARY|TORY|CULAR|(?:DIATE|MATE|NATE|TE)LY|(?:T|V|C)EMBER|TOBER|V?ERNMENTS?|FICULT|BASSY|GRESS|[RN]IAL|(?:DUC|JEC|LEC|TEC|REC|VEN|TEN|CEP|RUP|VIC|STRUC|STITU|[LBC]U|[SDNR]I)TIONS?)(?![A-Z])/;

/** `AP-` / `PROACH`, `COM-` / `MITTEE`: a syllable before the same consonant, that is no word for a compound. */
const doubled = /^(?!FOR|GAS|CUP|PAL|GAL|TIP|TOP)(?:[AEIO]([CFLMPRST])|[BCDFGMPSV][AEIOU]([LMPRSF]))$/;

/** So much shorter than the text is wide a wrapped line may be. */
const wrapRoom = 15;

/** What is known of the text around, to tell a wrapped line end from one that the sender meant. */
export interface WrapContext {
  /** Columns at which the text is wrapped; 0 where it is not or nobody can tell. */
  width: number;
  /** The text is in capitals throughout. */
  capitals: boolean;
  /** The text has stops in a row somewhere, `....` or `. . .`; where it has none, its lines need not be asked. */
  dots: boolean;
  /** Words of the text, read when first asked for. */
  words: () => ReadonlySet<string>;
}

/** Lines of a web or e-mail address go on without a blank. */
function endsAddress(before: string): boolean {
  const last = codeAt(before, before.length - 1);
  if (last !== 47 && last !== 46 && last !== 45 && last !== 95 && last !== 64) return false;
  const from = before.lastIndexOf(' ') + 1;
  if (last === 46 && before.length - from < 6) return false;
  if (before.includes('@', from) || before.includes('://', from)) return true;
  const first = before.charCodeAt(from) | 32;
  return (first === 104 || first === 119) && /^(?:http|www\.)/i.test(before.slice(from));
}

function joint(before: string, after: string): string {
  if (endsAddress(before)) {
    const last = before.charCodeAt(before.length - 1);
    const first = after.charCodeAt(0);
    const isSmall = first >= 97 && first <= 122;
    // a stop behind an address ends the sentence where a capital follows; a whole one may stand before `and`
    return ((last === 46 || last === 64) && !isSmall) || (last === 47 && beginsOpen(after)) ? ' ' : '';
  }
  if (before.charCodeAt(before.length - 1) !== 45) return ' ';
  const left = codeAt(before, before.length - 2);
  const first = after.charCodeAt(0);
  const letter = (code: number) =>
    (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || code > 0xbf;
  const closes =
    left === 34 || left === 39 || left === 41 || left === 46 || left === 0x2019 || left === 0x201d;
  return (letter(left) || closes) && letter(first) ? '' : ' ';
}

/** `CORRESPOND-` / `ENCE`: one word, where the text knows it or no English word ends so. */
function isBrokenWord(before: string, after: string, context: WrapContext): boolean {
  const left = /(?:[A-Z]{2,24}|[A-Z]?[a-z]{2,24})(?=-$)/.exec(before.slice(-25))?.[0];
  const right = /^(?:[A-Z]{2,24}|[a-z]{2,24})/.exec(after.slice(0, 25))?.[0];
  if (!left || !right || codeAt(before, before.length - 2 - left.length) === 45) return false;
  const words = context.words();
  if (words.has((left + right).toUpperCase())) return true;
  const small = right >= 'a';
  if (small !== left.slice(1) >= 'a' || words.has(`${left}-${right}`.toUpperCase())) return false;
  const syllable = doubled.exec(left.toUpperCase());
  if (syllable && right.length > 1 && right[0]?.toUpperCase() === (syllable[1] ?? syllable[2])) return true;
  const ending = right.toUpperCase();
  return left.length > 2 && ((right.length <= 9 && wordEnd.test(ending)) || oddEnd.test(ending));
}

/**
 * Joins the lines of a paragraph to running text.
 *
 * A line end becomes a blank; a hyphen stays and joins; a broken word is mended; a web address goes on
 * without a blank. With `alone` the first line may be an entry of a list like the others; with `spaced` some lines hold two blanks in
 * a row or a tab. Line ends that bear meaning stay as `\n`: rows of `Label: value`, and runs of short lines.
 */
export function unwrap(
  lines: readonly string[],
  context: WrapContext,
  { alone = false, spaced }: { alone?: boolean; spaced: boolean },
): string {
  if (lines.length === 1) return squeezed((lines[0] as string).trim(), spaced);
  const trimmed = lines.map((line) => line.trim());
  const kept = keptEnds(trimmed, context, alone, spaced);
  const parts: string[] = [];
  let previous = '';
  for (let at = 0; at < lines.length; at += 1) {
    const text = squeezed(trimmed[at] as string, spaced);
    if (text === '') continue;
    if (previous === '') parts.push(text);
    else if (kept?.has(at) || (lines[at] as string).charCodeAt(0) === 10) parts.push('\n', text);
    else {
      const between = joint(previous, text);
      if (between === '' && isBrokenWord(previous, text, context)) {
        parts[parts.length - 1] = previous.slice(0, -1);
      } else if (between !== '') parts.push(between);
      parts.push(text);
    }
    previous = text;
  }
  return parts.join('');
}

/** Runs of blanks become one. */
function squeezed(text: string, spaced: boolean): string {
  return spaced && (text.includes('  ') || text.includes('\t')) ? text.replace(blanks, ' ') : text;
}

/** Which lines begin behind a line end that the sender meant. */
function keptEnds(
  lines: readonly string[],
  { width, dots }: WrapContext,
  alone: boolean,
  spaced: boolean,
): Set<number> | undefined {
  if (alone && isLabelledList(lines)) return addRange(undefined, 0, lines.length);
  let kept: Set<number> | undefined;
  let run = 0;
  let listed = 0;
  for (let at = 0; at <= lines.length; at += 1) {
    const line = at < lines.length ? (lines[at] as string) : '';
    const above = at > 0 ? (lines[at - 1] as string) : '';
    // FROM RADIO, DIPLOMATS / AND OUR OWN EYES: the end of a sentence above a list
    const announces = line.endsWith(':') && above.length >= (width || 60) - wrapRoom && !endsSentence(above);
    const isListed =
      line.length > 2 &&
      line.length < 90 &&
      !(listed === 0 && announces) &&
      // `He had two points:` before a list of bullets
      !(at === lines.length - 1 && line.endsWith(':')) &&
      ((isCapital(line.charCodeAt(0)) &&
        ((line.includes(':') && labelled.test(line)) ||
          ('FST'.includes(line[0] as string) && counted.test(line)) ||
          ('JFMASOND'.includes(line[0] as string) && dated.test(line) && !endsOpen(line)))) ||
        (spaced && (line.includes('  ') || line.includes('\t')) && columned.test(line)) ||
        (isDigit(line.charCodeAt(0)) && timed.test(line)) ||
        (dots && leaders.test(line)));
    if (isListed) {
      listed += 1;
      // the value above went on over its line
      const hadRoom = width === 0 || above.length + firstWordLength(line) < width;
      if (listed === 1 && kept && hadRoom && !endsOpen(above)) kept = addRange(kept, at, at + 1);
    } else {
      if (listed >= 2) kept = addRange(kept, at - listed, at);
      listed = 0;
    }
    // `Peru:` above `Minister Doe`
    const last = codeAt(above, above.length - 1);
    if (
      above.length < 45 &&
      (last === 58 || (last === 44 && farewell.test(above))) &&
      (width === 0 || above.length < width - 12) &&
      line.length < 45 &&
      startsEntry(line)
    )
      kept = addRange(kept, at, at + 1);
    if (
      alone &&
      width > 0 &&
      line !== '' &&
      (isBelowEnd(above, line, width, at) || (at === 1 && isBelowTitle(above, line, width)))
    )
      kept = addRange(kept, at, at + 1);
    // where the width is not known only title case tells an entry from a wrapped line
    const isShort =
      (at > 0 || alone) &&
      line !== '' &&
      line.length < 45 &&
      (width > 0 ? line.length < width - 12 : isTitle(line) && (run > 0 || !isCapitals(line))) &&
      startsEntry(line) &&
      !(run === 0 && announces) &&
      (endsEntry.test(line) || ((!endsSentence(line) || abbreviated.test(line)) && !endsOpen(line)));
    if (isShort) run += 1;
    else {
      // the last one's end is meant too
      if (run >= 2) kept = addRange(kept, at - run, startsEntry(line) ? at + 1 : at);
      run = 0;
    }
  }
  return kept;
}

/** `Members:` alone above names, one a line: each short line is an entry. */
function isLabelledList(lines: readonly string[]): boolean {
  const [label = '', ...entries] = lines;
  if (label.length >= 45 || !label.endsWith(':') || entries.length < 2) return false;
  return entries.every(
    (line, at) =>
      line.length < 45 && startsEntry(line) && (at === entries.length - 1 || !/[.,-]$/.test(line)),
  );
}

/** A sentence ends above, where the next word had room: what begins here was set apart, as `FISH. COD IS DEAR.` in a press review. */
function isBelowEnd(above: string, line: string, width: number, at: number): boolean {
  // a mark of up to eight may have stood before the first line, and all may be set in
  if (above.length + firstWordLength(line) > width - (at === 1 ? 20 : 12)) return false;
  const code = codeAt(line, 0);
  return (isCapital(code) || code === 34) && /[.?!]["”)]*$/.test(above) && !abbreviated.test(above);
}

/** A title stands above, where the next word had room: `Unwilling Partners` / `(JoongAng Daily, page 46)`. */
function isBelowTitle(above: string, line: string, width: number): boolean {
  if (above.length + firstWordLength(line) > width - 10 || !above.includes(' ')) return false;
  const code = codeAt(line, 0);
  return (isCapital(code) || code === 40) && isTitle(above) && !isCapitals(above) && !endsOpen(above);
}

/** Lines `from + 1` to `to - 1` begin behind a kept line end; the first of the run too, where it is not the text's first line. */
function addRange(kept: Set<number> | undefined, from: number, to: number): Set<number> {
  const set = kept ?? new Set<number>();
  for (let at = from === 0 ? 1 : from; at < to; at += 1) set.add(at);
  return set;
}

function startsEntry(line: string): boolean {
  const code = codeAt(line, 0);
  return isCapital(code) || isDigit(code) || code > 0xbf;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function isCapital(code: number): boolean {
  return code >= 65 && code <= 90;
}

/** How a run of lines is wrapped: its width, and whether it is in capitals. */
export function wrapContext(lines: readonly Line[], all: string): WrapContext {
  let wide = 0;
  let longest = 0;
  let capitals = 0;
  let letters = 0;
  for (const { text } of lines) {
    if (text.length >= 50 && text.length <= 80) {
      wide += 1;
      if (text.length > longest) longest = text.length;
    }
    // a rule has no letters
    if (text.length > 8 && letters < 80) {
      if (/[a-z]/.test(text)) letters += 1;
      else if (/[A-Z]/.test(text)) {
        capitals += 1;
        letters += 1;
      }
    }
  }
  let words: Set<string> | undefined;
  return {
    width: wide >= 2 ? longest : 0,
    capitals: letters > 0 && capitals >= letters * 0.8,
    dots: all.includes('....') || all.includes('. . . '),
    words() {
      if (!words) {
        words = new Set();
        for (const { text } of lines)
          for (const match of text.matchAll(/[A-Za-z]{4,}(?:-[A-Za-z]{2,})?/g))
            words.add(match[0].toUpperCase());
      }
      return words;
    },
  };
}
