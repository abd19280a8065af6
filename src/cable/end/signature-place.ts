import type { Line } from '../lines/line.ts';
import { beginsOpen, endsOpen, endsSentence } from '../lines/sentence.ts';
import { isRule } from '../rows/body-row.ts';
import { downgrade, lastBefore } from './cable-end.ts';
import { isCapital, isSignature, small, wrapped } from './is-signature.ts';

/** `DOE.`, `(DOE)`, `doe` alone: no acronym of the text, and no end of a sentence that goes on above. */
export function isWrapped(words: string, text: readonly Line[], at: number): boolean {
  if (words.length >= 30) return false;
  const before = lastBefore(text, at);
  const name =
    wrapped.exec(words)?.[1] ?? (small.test(words) && isSmall(text, at, before) ? words : undefined);
  if (name === undefined || !isSignature(name.toUpperCase())) return false;
  const above = before < 0 ? '' : (text[before] as Line).text.trim();
  if (words[0] === '-' && above[0] === '-') return false;
  return endsSentence(above) && !above.endsWith(':') && !isUsed(name, text, before, above);
}

/** A name in small letters stands apart, or no text has capitals. */
function isSmall(text: readonly Line[], at: number, before: number): boolean {
  return before < at - 1 || text.every((line) => !/[A-Z]/.test(line.text));
}

/** The line is no last word of a sentence and no entry of a list. */
export function standsAlone(text: readonly Line[], at: number): boolean {
  const before = lastBefore(text, at);
  const words = (text[at] as Line).text.trim();
  if (before < 0) return false;
  const above = (text[before] as Line).text.trim();
  if (isNextEntry(words, above)) return false;
  const alone = before < at - 1;
  if ((text[before] as Line).hardBreak && !endsOpen(above)) return true;
  if (isRule(above) || downgrade.test(above) || drafted.test(above)) return true;
  if (above.endsWith(':')) return false;
  if (endsSentence(above) || endsBlock.test(above.slice(-40)) || endsAside.test(above.slice(-50)))
    return true;
  // END / COMMENT
  if (above.length < 12 && /\bEND$/i.test(text[before - 1]?.text.trim().slice(-6) ?? '')) return true;
  // below the last row of a table, at the margin: no cell that goes on
  if (isCapital(words) && hasColumns.test(above) && !/^[ \t]/.test((text[at] as Line).text)) return true;
  if (farewell.test(above) || (isCapital(words) && endsAddress.test(above.slice(-140)))) return true;
  if (alone && isCapital(words)) return true;
  if (alone && above.length > 45) return words.split(/[ ,]+/).length <= 2;
  // Doe, below the last of a list of figures
  if (alone) return !words.includes(' ') && /\d{3}/.test(above) && !isUsed(words, text, before, above);
  // capitals behind a line whose stop is lost, an item of a list: no end of a sentence lacks its signature and its stop
  if (isCapital(words) && !isCapital(above)) return !endsOpen(above) && !isUsed(words, text, before, above);
  // below a list's entry that has room for the name, and ends in no word that needs another
  if (
    isCapital(words) &&
    !words.includes(' ') &&
    above.length < 45 &&
    entry.test(above) &&
    !entry.test(words)
  )
    return !endsOpen(above) && !isUsed(words, text, before, above);
  // below an address that is set in, at the margin
  if (isCapital(words) && !words.includes(' ') && isSetIn(text[before]) && !isSetIn(text[at]))
    return above.length < 45 && !endsOpen(above) && !isUsed(words, text, before, above);
  // the lines above may be the first of two or three signers
  let first = before;
  for (let count = 0; count < 2 && isCapital(words); count += 1) {
    const name = (text[first] as Line).text.trim();
    if (!isSignature(name) || !isCapital(name)) break;
    const higher = lastBefore(text, first);
    if (higher < 0) return false;
    const words = (text[higher] as Line).text.trim();
    // below a list
    if (isNextEntry(name, words)) return true;
    if (words.endsWith(':')) return false;
    if (higher < first - 1 || endsSentence(words) || endsBlock.test(words.slice(-40))) return true;
    first = higher;
  }
  return false;
}

/** The line begins behind three blanks or more. */
function isSetIn(line: Line | undefined): boolean {
  return /^ {3,}\S/.test(line?.text.slice(0, 40) ?? '');
}

/** `B. BOATS` below `A. SHIPS`; later letters are rather initials. */
function isNextEntry(words: string, above: string): boolean {
  if (words[1] !== '.' || above[1] !== '.' || !(above < 'I')) return false;
  return words.charCodeAt(0) === above.charCodeAt(0) + 1;
}

// Visit the embassy: http://www.example.gov/lima, DoeJ@example.gov
const endsAddress = /(?:https?:\/\/|\bwww\.)[^ \t]{3,120}(?: \/)?$|\w@[\w-]{1,40}\.[\w.-]{2,40}$/i;
// APPROVED: AMB:JDOE
const drafted = /^(?:DRAFTED|CLEARED|APPROVED|RELEASED)(?: BY)?: /i;
// Very respectfully,
const farewell = /^(?:VERY )?(?:RESPECTFULLY|SINCERELY|(?:BEST |KIND |WARM )?REGARDS)[,.]?$/i;
/** `END COMMENT`, `End text`, `UNQUOTE` without a stop. */
const endsBlock =
  /(?:\bEND [A-Z]{3,15}(?: [A-Z]{3,15}){0,3}|\bUNQUOTE|\bUNQTE|\bMINIMIZE CONSIDERED|X{5}|[.)"] {1,3}(?:GP-?[1-4]|X?GDS(?:-[1-4])?))\)?$/i;

/** `... will go on. (MORE)`: a bracket behind the last sentence. */
const endsAside = /[.?!]["”]? {1,2}\([^().]{1,40}\)$/;

/** `B. RENT DUE 11.0`, `-- WHEAT`, `MAY 16  2.34`: an entry of a list. */
const entry = /^(?:[A-Z0-9]{1,2}[.)]|\([A-Z0-9]{1,3}\)|-{1,3}|\*)[ \t]+\S|\S {2,30}[\d.,%$()-]{1,12}$/;
/** `FISH          12`, `MR. ROE        MR. PAZ`. */
const hasColumns = /\S(?: {4}|\t)[ \t]*\S/;
/** The last row of a table. */
const endsRow = /\S[ \t]{2,40}\S{1,20}[ \t]{2,40}[\d.,%$()-]{1,12}$/;
/** What a signature may be glued to: the end of a sentence, of a block, a web address. */
const beforeGlued = /[.)"?!'”\]]$/;
/** `DOE`, `VAN DER DOE`, `O'DOE`, `DOE JR.`, `DOE##`, `DOE/ROE`. */
const gluedName =
  /^(?:Mc|Mac)?[A-Z][A-Z'’-]{2,14}(?:\/[A-Z][A-Z'’-]{2,14})?(?: (?:JR|SR|II|III)\.?)?(?:##)?$/;
const gluedParticle =
  /^(?!(?:WE|HE|SHE|THEY|IT|THERE|SUCH|ALL|SOME|MANY|ONE|NEXT|SO|YET|BOTH|MOST|ONLY|ALSO|THEN|HERE|NOW|THUS) )(?:(?:[A-Z][A-Z'’-]{1,14}|ST\.) ){1,2}$/;
const gluedInTitleCase = /^(?:Mc|Mac|O['’])?[A-Z][a-z]{2,14}(?:-[A-Z][a-z]{2,14})?$/;
/** The end of a sentence, behind which a name in title case is no initial's or title's: `... with the PM.`, `(End comment.)`. */
const beforeTitleCase = /(?:[a-z]|[A-Z]{2}|\d\)?)[.!]["”)]?$|[a-z]\)$/;

/** `... will follow. DOE`, `... follow. VAN DER DOE`, `END COMMENT DOE`: the name behind the last stop; -1 where there is none. */
export function gluedAt(text: string): number {
  const from = Math.max(0, text.length - 60);
  let at = text.length;
  for (let words = 0; words < 4; words += 1) {
    at = text.lastIndexOf(' ', at - 1);
    if (at < from) return -1;
    const name = text.slice(at + 1);
    const before = text.slice(Math.max(0, at - 140), at).trimEnd();
    const last = name.slice(name.search(/[^ ]+(?: (?:JR|SR|II|III)\.?)?(?:##)?$/));
    const particle = name.slice(0, name.length - last.length);
    // ... WOULD SERVE. IF MARKETS: the text is cut
    const isParticle = particle === '' || (gluedParticle.test(particle) && !beginsOpen(particle));
    const capital = gluedName.test(last) && isParticle;
    if (
      capital &&
      !before.endsWith(' ST.') &&
      (beforeGlued.test(before) ||
        endsBlock.test(before.slice(-40)) ||
        endsAddress.test(before) ||
        endsRow.test(before.slice(-60)))
    )
      return at + 1;
    if (words === 0 && gluedInTitleCase.test(name) && beforeTitleCase.test(before) && !endsOpen(name))
      return at + 1;
  }
  return -1;
}

/** The name stands in the text before, as an acronym does. */
export function isUsed(name: string, text: readonly Line[], at: number, start: string): boolean {
  const capitals = isCapital(start.slice(-200));
  // `3. DOE` is no end of a sentence, unless one goes on from the line above: `MAY` / `3. DOE`
  const above = text[at - 1]?.text.trim() ?? '';
  if (capitals && start.length < 4 && (above === '' || endsSentence(above))) return true;
  for (let index = 0; index <= at; index += 1) {
    const words = index === at ? start : (text[index] as Line).text;
    for (let found = words.indexOf(name); found >= 0; found = words.indexOf(name, found + 1)) {
      if (isLetter(words.charCodeAt(found - 1)) || isLetter(words.charCodeAt(found + name.length))) continue;
      // HENRY A. DOE alone on its line has signed a letter inside the text
      if (found > 0 && words.endsWith(name) && isSignature(words.trim())) break;
      return true;
    }
  }
  return false;
}

function isLetter(code: number): boolean {
  return (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}
