import { formatId, fullYear } from '../cable-id.ts';
import { matchPost } from '../find-post.ts';

/** A place in running text that speaks of another cable. */
export interface Mention {
  /** Index of the first character, and how many there are. */
  offset: number;
  length: number;
  /** Letter of the reference: `REF A`. */
  bullet?: string;
  /** Canonical id: `08 STATE 12345`. */
  id?: string;
  /** Number of the paragraph that is meant: `para 3 of ref C`. */
  paragraph?: number;
}

const gap = '[ \\t\\n]{0,3}';
const letter = '(?:\\(([A-Z])\\)|([A-Z])(?![A-Za-z0-9]))';
// REF A, Refs (A), REFTEL B, ref tel A, REFTELS: the word, then perhaps a letter
const wordPattern = new RegExp(
  `\\bREF(?:ERENCED?|ERENCES)?(?:${gap}(?:TELS?|CABLES?|TELEGRAMS?))?S?\\b\\.?(?:${gap}${letter})?`,
  'gi',
);
// , B AND C: more letters behind the first
const moreLetters = new RegExp(
  `^\\)?${gap}(?:,|;|&|/|-|AND|OR|TO|THROUGH)(?:${gap}(?:AND|OR))?${gap}${letter}`,
  'i',
);
// PARA 3 OF, paragraphs 3 and 4 of: before the word
const paragraphBefore =
  /\bPARA(?:GRAPH)?S?\.?[ \t\n]{1,3}(\d{1,2})(?:[ \t\n]{0,2}(?:-|AND|TO|,)[ \t\n]{0,2}\d{1,2})?,?[ \t\n]{1,3}(?:(?:OF|IN|FROM)[ \t\n]{1,3})?(?:THE[ \t\n]{1,3})?$/i;
// , PARA 3 / (PARAS 3-5): behind it
const paragraphBehind = /^[ \t\n]{0,2},?[ \t\n]{0,2}\(?PARA(?:GRAPH)?S?\.?[ \t\n]{1,3}(\d{1,2})(?!\d)\)?/i;
// 08 STATE 12345, 08STATE12345, (NEW DELHI 001234)
const idPattern =
  /(?<![\w/.-])(?:['’]?((?:19|20)?\d\d)[ \t\n]{0,2})?([A-Z][A-Z'’-]{1,24}\.?(?:[ \t\n]{1,2}[A-Z][A-Z'’-]{0,24}\.?){0,4}?)[ \t\n]{0,2}(0?\d{1,7})(?![\w/%]|[.,:-]\d)/g;
// its end, which is seldom: E 12345
const idEnd = /[A-Z'’.-][ \t\n]{0,2}(0?\d{1,7})(?![\w/%]|[.,:-]\d)/g;
// Bogota 1234): a post's name in small letters, read only in brackets or behind a word that cites, or with its year
const titleEnd =
  /[a-z.][ \t\n]{1,2}(\d{2,7})(?:(?=[ \t\n]?(?:[),;]|\(NOTAL)|\.(?:[ \t\n)"”]|$))|(?=([ \t\n])))/g;
const titleName =
  /(?:[([;,][ \t\n]?|\b(?:[Ss]ee(?: also)?|[Pp]er|[Cc]f\.?)[ \t\n]|\b(?:[Ii]n|[Tt]he|of|from|by|to|and|with)[ \t\n](?=['’]?(?:19|20)?\d\d[ \t\n]))(?:['’]?((?:19|20)?\d\d)[ \t\n])?((?!(?:See|Per|Cf)\b)(?:[A-Z][a-z'’-]{1,20}\.?[ \t\n]{1,2}){1,4})$/;
// five words with their gaps, and a year before them: '2008
const LONGEST_NAMES = 140;
const LONGEST_YEAR = 7;
const wordsThatAreNoReference = /^(?:REF|REFERENCE|REFERENCED|REFERENCES)$/i;

/**
 * Finds where running text speaks of its references (`REF A`, `refs A and B`, `reftel`, `para 3 of ref C`) and of cables by
 * their number (`08 STATE 12345`). A mention without letter and id means the list as a whole.
 *
 * @param year four-digit year of the cable, for numbers without one
 * @returns mentions in the order of the text, none over another; takes time linear in the text
 */
export function findMentions(text: string, year?: number): Mention[] {
  const mentions = [...findLetters(text), ...findIds(text, year), ...findTitles(text, year)].sort(
    (a, b) => a.offset - b.offset,
  );
  let end = 0;
  return mentions.filter((mention) => {
    if (mention.offset < end) return false;
    end = mention.offset + mention.length;
    return true;
  });
}

function findLetters(text: string): Mention[] {
  const found: Mention[] = [];
  if (!/ref/i.test(text)) return found;
  let read = 0;
  for (const match of text.matchAll(wordPattern)) {
    if (match.index < read) continue;
    // the stop behind REFTEL ends a sentence
    const word = /TELS?\.$|CABLES?\.$|TELEGRAMS?\.$/i.test(match[0]) ? match[0].slice(0, -1) : match[0];
    const written = match[1] ?? match[2];
    const first = written?.toUpperCase();
    const plain = word.trim();
    // REFERENCE without a letter is a word like others; so is REF in REF. FRAMEWORK.
    if (!first && (wordsThatAreNoReference.test(plain.replace(/\.$/, '')) || plain.endsWith('.'))) {
      const alone =
        /^REF$/.test(plain) &&
        /[(\s]$/.test(text.slice(0, match.index).slice(-1)) &&
        /^[),.;]/.test(text.slice(match.index + word.length, match.index + word.length + 1));
      if (!alone) continue;
    }
    // `ref a` in small letters is an article; `Ref a` and `REF A` are letters.
    if (written === 'a' && match[2] && word.startsWith('ref')) {
      const behind = text.slice(match.index + word.length, match.index + word.length + 2);
      if (/^[ \t\n][a-z]/.test(behind)) continue;
    }
    let offset = match.index;
    let end = offset + word.length;
    const before = paragraphBefore.exec(text.slice(Math.max(0, offset - 60), offset));
    let paragraph: number | undefined;
    if (before) {
      paragraph = Number(before[1]);
      offset -= before[0].length;
    }
    const behind = paragraph === undefined ? paragraphBehind.exec(text.slice(end, end + 40)) : null;
    if (behind) {
      paragraph = Number(behind[1]);
      const closes = behind[0].endsWith(')') && !behind[0].includes('(');
      end += behind[0].length - (closes ? 1 : 0);
    }
    found.push({
      offset,
      length: end - offset,
      ...(first ? { bullet: first } : {}),
      ...(paragraph === undefined ? {} : { paragraph }),
    });
    if (!first) continue;
    for (
      let more = moreLetters.exec(text.slice(end, end + 24));
      more;
      more = moreLetters.exec(text.slice(end, end + 24))
    ) {
      const bullet = more[1] ?? more[2] ?? '';
      if (bullet !== bullet.toUpperCase() && bullet !== 'b' && bullet !== 'c') break;
      // `REF A AND A LETTER`: an article behind AND
      if (
        /^[Aa]$/.test(bullet) &&
        /^[ \t\n][A-Za-z]/.test(text.slice(end + more[0].length, end + more[0].length + 2))
      )
        break;
      const at = end + more[0].lastIndexOf(bullet);
      found.push({ offset: at, length: 1, bullet: bullet.toUpperCase() });
      end = at + 1;
    }
    read = end;
  }
  return found;
}

function findIds(text: string, year?: number): Mention[] {
  const found: Mention[] = [];
  for (const { index, whole, written, names, digits } of eachNumber(text)) {
    const serial = Number(digits);
    if (serial === 0) continue;
    const words = names.split(/[ \t\n]+/);
    // The longest run of words right before the number that names a post.
    for (let from = Math.max(0, words.length - 5); from < words.length; from += 1) {
      const post = matchPost(words, from, year);
      if (!post || post.words !== words.length - from || post.station === '') continue;
      const named = from === 0 && written !== undefined;
      const start = named ? index : index + whole.indexOf(names) + offsetOf(names, words, from);
      const end = index + whole.length;
      const when = named
        ? yearOf(written, year)
        : isSurely(text, start, end, digits, post.station)
          ? year
          : undefined;
      if (when !== undefined) {
        found.push({
          offset: start,
          length: end - start,
          id: formatId({ year: when, station: post.station, serial }),
        });
      }
      break;
    }
  }
  return found;
}

/** Cables by a post's name in small letters: `(Bogota 1234)`, `see 07 New Delhi 44`. */
function findTitles(text: string, year?: number): Mention[] {
  const found: Mention[] = [];
  for (const { 0: tail, 1: digits = '', 2: open, index } of text.matchAll(titleEnd)) {
    const end = index + tail.length;
    const from = end - digits.length;
    const match = titleName.exec(text.slice(Math.max(0, from - 90), from));
    const [, written, names = ''] = match ?? [];
    const serial = Number(digits);
    if (names === '' || serial === 0) continue;
    if ((written === undefined || open !== undefined) && !isPlainSerial(digits, serial)) continue;
    if (written?.length !== 2 && open !== undefined) continue;
    const words = names.trim().split(/[ \t\n]+/);
    const post = matchPost(words, 0, year);
    const when = written === undefined ? year : yearOf(written, year);
    if (!post || post.words !== words.length || post.station === '' || when === undefined) continue;
    const length = names.length + digits.length + (written === undefined ? 0 : written.length + 1);
    found.push({
      offset: end - length,
      length,
      id: formatId({ year: when, station: post.station, serial }),
    });
  }
  return found;
}

/** Three figures or more that are no year. */
function isPlainSerial(digits: string, serial: number): boolean {
  return digits.length >= 3 && (serial < 1900 || serial >= 2060);
}

interface NumberedWords {
  index: number;
  whole: string;
  written: string | undefined;
  names: string;
  digits: string;
}

/** The matches of `idPattern` from left to right. It is tried before numbers only: at each word of a text it would take long. */
function* eachNumber(text: string): Generator<NumberedWords> {
  let read = 0;
  for (const { 0: tail, 1: number = '', index: at } of text.matchAll(idEnd)) {
    const end = at + tail.length;
    let from = end - number.length;
    if (from < read) continue;
    for (const first = from - LONGEST_NAMES; from > first && isOfName(text.charCodeAt(from - 1)); ) from -= 1;
    from = Math.max(read, from - LONGEST_YEAR);
    const start = Math.max(0, from - 1);
    idPattern.lastIndex = from - start;
    const match = idPattern.exec(text.slice(start, end + 2));
    if (!match || start + match.index + match[0].length !== end) continue;
    const [whole, written, names = '', digits = ''] = match;
    yield { index: start + match.index, whole, written, names, digits };
    read = end;
  }
}

/** Capitals, the signs in names and the gaps between them. */
function isOfName(code: number): boolean {
  const isLetter = code >= 65 && code <= 90;
  return (
    isLetter ||
    code === 32 ||
    code === 9 ||
    code === 10 ||
    code === 39 ||
    code === 45 ||
    code === 46 ||
    code === 0x2019
  );
}

/** Where the word number `from` begins. */
function offsetOf(names: string, words: readonly string[], from: number): number {
  let at = 0;
  for (let index = 0; index < from; index += 1) {
    at += (words[index] ?? '').length;
    while (/[ \t\n]/.test(names[at] ?? '')) at += 1;
  }
  return at;
}

function yearOf(written: string, year?: number): number | undefined {
  const number = Number(written);
  const full = written.length === 4 ? number : fullYear(number);
  return full < 1960 || (year !== undefined && full > year + 1) ? undefined : full;
}

// see LIMA 234 / SEE LIMA 234
const citing = /\b(?:see|per|cf\.?|reftels?|also|as|in|by|from|and|with|SEE|PER|CF\.?|REFTELS?)[ \t\n]$/;

/** A post and a number without a year: a cable only if it is written as one. */
function isSurely(text: string, start: number, end: number, digits: string, station: string): boolean {
  if (digits.startsWith('0') && digits.length >= 4) return true;
  const serial = Number(digits);
  if (serial >= 1900 && serial < 2060) return false;
  const before = text[start - 1] ?? '';
  const behind = text[end] ?? '';
  if (before === '(' && (behind === ')' || behind === ',' || behind === ';')) return digits.length >= 2;
  if (station === 'STATE' && digits.length >= 5) return true;
  const words = text.slice(Math.max(0, start - 40), start);
  return digits.length >= 4
    ? /[a-z]{3}/.test(words) || citing.test(words)
    : digits.length >= 2 && citing.test(words);
}
