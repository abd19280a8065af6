import { captions as captionRows } from '../../data/handling.ts';
import type { PassLine } from '../cable.ts';
import { editDistance } from '../nearest-words.ts';
import { isCapitals } from './sentence.ts';

// Rows of the table that are no caption of their own on a line: belong to references, sentences, numbers.
const notCaptions = new Set([
  'NOTAL',
  'MCN',
  'PROTECT AS FGI',
  'CORRECTED COPY',
  'SUSPECTED DUPLICATE',
  'REL TO',
  'CODEL',
  'NOFORN SIPDIS',
  'SIPDIS EXDIS',
]);
const known = new Map<string, string>();
for (const row of captionRows) {
  if (notCaptions.has(row.token)) continue;
  known.set(row.token, row.token);
  for (const variant of row.variants) {
    const plain = variant.replace(/\/+$/, '');
    if (
      plain.length >= 4 &&
      !plain.includes('...') &&
      !plain.includes(',') &&
      !plain.includes('SIPDIS') &&
      !known.has(plain)
    ) {
      known.set(plain, row.token);
    }
  }
}
known.set('SBU', 'SBU');
// Agency for International Development: action cable
known.set('AIDAC', 'AIDAC');
known.set('NF', 'NOFORN');
known.set('EFTO', 'EFTO');
known.set('E F T O', 'EFTO');
known.set('NO DIS', 'NODIS');
known.set('SENSITIVE BUT UNCLASSIFIED', 'SBU');
known.set('NOT FOR INTERNET DISTRIBUTION', 'NOT FOR INTERNET DISTRIBUTION');
const frequent = ['SIPDIS', 'NOFORN', 'SENSITIVE', 'NODIS', 'EXDIS', 'STADIS', 'LIMDIS'];
/** What a line of captions may begin with: most lines do not, and are told at once. */
const firstEnd = /[ \t,;/]|$/;
const firstWords = new Set([
  'REL',
  'RELEASABLE',
  ...[...known.keys()].map((token) => token.slice(0, token.search(firstEnd))),
]);
const mostWords = Math.max(...[...known.keys()].map((token) => token.split(' ').length));

const REL = /^REL(?:EASABLE)? TO [A-Z][A-Z, ]{1,60}$/;
// C O R R E C T E D  C O P Y  (PARA 4 CHANGED) / CORRECTED COPY -- SUBJECT CHANGED////
const CORRECTED =
  /^[ \t]*(?:\/{2,})?C[ \t]{0,2}O[ \t]{0,2}R[ \t]{0,2}R[ \t]{0,2}E[ \t]{0,2}C[ \t]{0,2}T[ \t]{0,2}E[ \t]{0,2}D[ \t]{1,6}C[ \t]{0,2}O[ \t]{0,2}P[ \t]{0,2}Y\b/i;
// X FOR Y, X PASS TO Y, X ALSO FOR Y
const PASS =
  /^(.{2,60}?)[ \t]+(?:(?:PLEASE[ \t]+|PLS[ \t]+)?(?:ALSO[ \t]+)?PASS(?:[ \t]+TO)?(?:[ \t]+FOR)?|ALSO[ \t]+FOR|FOR)[ \t]+(.+)$/i;
// State for EUR, Department please pass to USTR, Please pass to USTR: with small letters, no sentence
const SMALL_PASS =
  /^(?:(?:[A-Z][A-Za-z/.-]*[ \t,]+(?:and[ \t]+)?){1,3}(?:(?:also[ \t]+)?for|(?:please[ \t]+|pls[ \t]+|also[ \t]+)?[Pp]ass(?:[ \t]+to)?)|(?:Please|Pls)[ \t]+(?:also[ \t]+)?pass(?:[ \t]+to)?|(?:For|From)(?:[ \t]+the)?)[ \t]+[A-Z][^.?!]*$/;
// A sentence that says more than for whom a cable is
const VERB = /\b(?:THIS|THESE|THAT|IS|ARE|WAS|WERE|BE|HAS|HAVE|WILL|MAY|MUST|SHOULD|NOT|BUT)\b/i;
// STATE FOR EUR. NSC FOR ROE. / DEPT. PASS TO EX-IM BANK FOR MR. DOE.: where one ends and another begins
const STOP = /(?<!\b(?:DEPT|MRS?|MS|DR|AMB|[A-Z]))\.(?:[ \t]+(?=[A-Z])|$)/;
/** A word that tells for whom a cable is. */
export const PASS_SIGN = /(?:^|[ \t])(?:FOR|PASS|FROM|ALSO)(?:[ \t]|$)/i;
// EXDIS - MILITARY ADDRESSEES HANDLE AS SPECAT EXCLUSIVE
const HANDLE_SIGN = /[ \t](?:MILITARY[ \t](?:[A-Z]{3,12}[ \t])?)?HANDLE[ \t]AS[ \t]/;
const OFFICE_LINE = /^[A-Z][A-Z0-9]{0,8}(?:[/-][A-Z0-9]{1,8})+(?:[ \t,;]+[A-Z0-9/-]{1,16})*$/;

/**
 * The captions of a line, if it holds nothing else: `NOFORN, NOT FOR INTERNET DISTRIBUTION`, `STADIS/////`, `N O D I S`.
 * Source: 5 FAH-2, 5 FAH-3; cable format, section 6.
 */
export function parseCaptions(text: string): string[] | undefined {
  if (text.length > 160) return undefined;
  const line = text
    .trim()
    .replace(/[/*.]+$/, '')
    .trim();
  if (line === '' || !/^[A-Z]/i.test(line)) return undefined;
  // a caption is sent in capitals; in title case only one that is no common word
  if (/[a-z]/.test(line))
    return /^(?:sipdis|noforn|sensitive)$/i.test(line) ? [line.toUpperCase()] : undefined;
  const opens = line.slice(0, line.search(firstEnd));
  if (opens.length > 1 && !firstWords.has(opens)) return undefined;
  const whole = captionOf(line);
  if (whole) return [whole];
  if (REL.test(line)) return [line];
  const found: string[] = [];
  for (const part of line.split(/[,;/]+|[ \t]{2,}| -{1,2} /)) {
    const words = part.trim();
    if (words === '') continue;
    const captions = captionsIn(words.split(/[ \t]+/));
    if (!captions) return undefined;
    for (const caption of captions) found.push(caption);
  }
  return found.length > 0 ? found : undefined;
}

function captionOf(words: string): string | undefined {
  const token = known.get(words.replace(/[ \t]+/g, ' '));
  if (token) return token;
  // S I P D I S
  return /^[A-Z](?:[ \t]+[A-Z]){3,}$/.test(words) ? known.get(words.replace(/[ \t]+/g, '')) : undefined;
}

/** The captions that the words are, longest first; nothing if a word is left over. */
function captionsIn(words: readonly string[]): string[] | undefined {
  const found: string[] = [];
  let at = 0;
  while (at < words.length) {
    let taken = 0;
    for (let count = Math.min(mostWords, words.length - at); count > 0; count--) {
      const token = known.get(words.slice(at, at + count).join(' '));
      if (!token) continue;
      found.push(token);
      taken = count;
      break;
    }
    if (taken === 0) return undefined;
    at += taken;
  }
  return found;
}

/** The captions at the front of a pass line, and where it begins: `SIPDIS SENSITIVE STATE FOR EUR`. */
export function leadingCaptions(text: string): { captions: string[]; end: number } | undefined {
  if (text.length > 400) return undefined;
  const sign = PASS_SIGN.exec(text) ?? HANDLE_SIGN.exec(text);
  if (!sign) return undefined;
  // EXDIS - FOR AMBASSADOR: a caption passes nothing on
  const before = text.slice(0, sign.index + 1);
  const alone =
    /^(?:FOR|FROM|PASS|MILITARY|HANDLE)/.test(text.slice(before.length)) &&
    parseCaptions(before.replace(/[ \t,-]+$/, ''));
  if (alone) return { captions: alone, end: before.length };
  let captions: string[] = [];
  let end = 0;
  // Words up to the one before FOR or PASS, which is the first of the pass line.
  for (const found of text.slice(0, sign.index).matchAll(/[ \t,/]+(?=[A-Z])/g)) {
    const read = parseCaptions(text.slice(0, found.index));
    if (!read) continue;
    captions = read;
    end = found.index + found[0].length;
  }
  return end > 0 ? { captions, end } : undefined;
}

/** The frequent caption that a lone word misspells by one letter: `SIPDI`, `NOFRON`. */
export function nearCaption(text: string): string | undefined {
  const word = text.trim();
  if (!/^[A-Z]{4,10}$/.test(word)) return undefined;
  const near = frequent.filter((caption) => editDistance(word, caption) === 1);
  return near.length === 1 ? near[0] : undefined;
}

/** The note of a corrected copy, `true` if it has none: `(PARA 4 CHANGED)` is `PARA 4 CHANGED`. Slash runs are filler. */
export function parseCorrectedCopy(text: string): string | true | undefined {
  if (text.length > 300) return undefined;
  const match = CORRECTED.exec(text);
  if (!match) return undefined;
  const words = text
    .slice(match[0].length)
    .replace(/\/{2,}/g, ' ')
    .replace(/^[ \t:.,-]+|[ \t.,-]+$/g, '')
    .replace(/[ \t]+/g, ' ');
  // FOR TEXT (PARAS 3 AND 5) keeps its brackets
  const note = words.startsWith('(') || !words.includes('(') ? words.replace(/^\(|\)$/g, '').trim() : words;
  return note === '' ? true : note;
}

/** How long the pass lines of a head may be that lost its line ends. */
const mostPassed = 2_000;

/** Whether a line of the caption zone reads as a pass line or an office, not as a sentence. */
export function isPassLine(text: string): boolean {
  const line = text.trim();
  if (line.length > mostPassed) return false;
  if (OFFICE_LINE.test(line) || (line.length < 120 && SMALL_PASS.test(line))) return true;
  if (line.endsWith('.') && arePasses(line)) return true;
  const letters = line.replace(/[^A-Za-z]/g, '');
  const capitals = letters.replace(/[a-z]/g, '');
  return capitals.length >= letters.length * 0.6 && !/[.?!]$/.test(line.replace(/\b(?:ETC|NO|DEPT)\.$/, ''));
}

/** Sentences in capitals of which each says for whom the cable is. */
function arePasses(line: string): boolean {
  return (
    isCapitals(line) &&
    !VERB.test(line) &&
    line.split(STOP).every((part) => part === '' || PASS_SIGN.test(part))
  );
}

/** Whether a line that ends in a stop goes on with the pass line directly above: `NSC FOR` / `DOE, ROE. DOJ FOR PAZ.` */
export function isPassRest(above: string, text: string): boolean {
  if (text.length > 100 || /^[ \t]*\d/.test(text)) return false;
  return /[,;]$/.test(above) || (isCapitals(text) && !VERB.test(text) && above.length > 45);
}

/** Reads a pass line: who is to pass it on, and to whom, where it is clear. Source: cable format, section 6. */
export function parsePassLine(raw: string): PassLine {
  const line: PassLine = { raw };
  if (raw.includes(';')) return line;
  const match = PASS.exec(raw.slice(0, 300));
  if (!match?.[1] || !match[2]) return line;
  if (/^(?:FOR|FROM|PASS|PLEASE|PLS)$/i.test(match[1]) || PASS_SIGN.test(match[2])) return line;
  // EXCLUSIVE FOR SECDEF says who is to read it, and names no one to pass it on
  if (!/^(?:EXCLUSIVE|PERSONAL|(?:LITERALLY )?EYES ONLY)$/.test(match[1]))
    line.to = match[1].replace(/^(?:PLEASE |PLS )?PASS(?: TO)? /i, '').trim();
  line.for = match[2]
    .split(/[ \t]*(?:,(?:[ \t]*AND[ \t])?|[ \t]AND[ \t])[ \t]*/i)
    .map((name) => name.replace(/[ \t.]+$/, '').trim())
    .filter((name) => name !== '');
  return line;
}

/** Whether a pass line must go on in the next: it ends open, or the next begins with AND. */
export function asksForRest(before: string, text: string): boolean {
  return /(?:[,/;]|[ \t](?:AND|FOR|TO|PASS|OF))$/i.test(before) || /^AND[ \t]/.test(text);
}

/** Whether a pass line goes on in the next: it must, or the next is neither a pass line nor an office. */
export function passLineGoesOn(before: string, text: string): boolean {
  if (asksForRest(before, text)) return true;
  return (
    !PASS_SIGN.test(text) &&
    !OFFICE_LINE.test(text.trim()) &&
    /^[A-Z0-9 ,./&()'’-]+$/.test(text.trim()) &&
    before.length > 50
  );
}
