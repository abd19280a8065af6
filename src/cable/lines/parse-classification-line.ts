import type { Classification } from '../cable.ts';
import { findPost } from '../find-post.ts';
import { editDistance } from '../nearest-words.ts';
import { codeAt, firstAt, isBlank } from './line.ts';
import { parseCorrectedCopy } from './parse-captions.ts';

export interface ClassificationMatch {
  classification: Classification;
  /** The sender's spelling. */
  raw: string;
  /** Captions that stand with it: `//NOFORN`, `E F T O`, `SENSITIVE`. */
  captions: string[];
  /** What stands behind: `SECTION 01 OF 03 SAMPLETOWN 001234`. */
  rest: string;
  /** Letters of the word were wrong or lost. */
  misprinted?: true;
}

export interface MessageNumber {
  section?: { number: number; of: number };
  /** Words of the station as written: `PORT AU PRINCE`. */
  station?: string;
  serial?: number;
  otherNumbers?: string[];
  captions?: string[];
  circular?: true;
  airgram?: true;
  /** Its note, or that it has none. */
  corrected?: string | true;
  /** Words behind the number that mean nothing known. */
  extra?: string;
  /** A letter stood for a figure of the serial. */
  repaired?: true;
}

const misprints: Record<string, string> = { O: '[O0]', I: '[I1]' };
const spaced = (word: string): string =>
  [...word].map((letter) => misprints[letter] ?? letter).join('[ \\t]{0,3}');

// Spaced letters end where the word does, whatever is run into them: C O N F I D E N T I A LSECTION
const wordEnd = '(?:(?<=[ \\t].)|(?![A-Z]))';

// C O N F I D E N T I A L / CONFIDENTIAL / UNCLAS; a stray letter before spaced ones
const WORDS: readonly (readonly [Classification, RegExp])[] = [
  ['CONFIDENTIAL', new RegExp(`^(?:[A-Z] (?=C O))?${spaced('CONFIDENTIAL')}${wordEnd}`, 'i')],
  [
    'SECRET',
    new RegExp(
      `^(?:[A-Z] (?=S E C))?${spaced('SECRET')}(?![ \\t]?A[ \\t]?R[ \\t]?Y|[ \\t]SERVICE\\b)${wordEnd}`,
      'i',
    ),
  ],
  [
    'UNCLASSIFIED',
    new RegExp(`^(?:[A-Z] (?=U N C))?(?:${spaced('UNCLASSIFIED')}|${spaced('UNCLAS')})${wordEnd}`, 'i'),
  ],
  [
    'LIMITED OFFICIAL USE',
    new RegExp(
      `^(?:LIMITED[ \\t]{1,3}OFF(?:ICIAL|\\.)?[ \\t]{1,3}USE|${spaced('LIMITED')}[ \\t]{1,4}${spaced('OFFICIAL')}[ \\t]{1,4}${spaced('USE')})(?![A-Z])`,
      'i',
    ),
  ],
  ['TOP SECRET', new RegExp(`^${spaced('TOP')}[ \\t]{0,4}${spaced('SECRET')}(?![A-Z])`, 'i')],
];

/** What may follow the first letter and a blank: the second letter, more blanks, or the first letter behind a stray one. */
const SPACED_SECOND = 'O0ENICSUoenicsu \t';

// A word or spaced letters, then a number at the end
const MISPRINTED_FIRST = /^[ \t]*(?:[A-Z]{5,13}|[A-Z] [A-Z] [A-Z] .{2,30}) .{3,50}\d{4}[ \t]*$/;

// With post and number only: alone it is a caption
const SBU = /^SENSITIVE BUT UNCLAS(?:SIFIED)?(?=[ \t]+[A-Z][A-Z .'’-]{2,30}[ \t]\d{1,8}[ \t]*$)/;

// SBU LIMA 000012, LOU LIMA 000012: short for a classification before a known post
const SHORT = /^(SBU|LOU)(?=[ \t]+[A-Z])/;

// //NOFORN, E F T O, E.F.T.O., SENSITIVE, FOUO, AIDAC: handling words between classification and number
const WITH_CAPTION =
  /^[ \t]*(?:\/\/?|-|,)?[ \t]*(NOFORN|NODIS|EXDIS|STADIS|LIMDIS|SIPDIS|SENSITIVE|SBU|FOUO|AIDAC|SPECAT|FOR OFFICIAL USE ONLY|E[ .]?F[ .]?T[ .]?O\.?|N O F O R N|N O D I S|E X D I S|ORCON|REL TO [A-Z, ]{3,30}(?=\/\/|$)|REL TO [A-Z]{3,4}(?:, ?[A-Z]{3,4}(?![A-Z])){0,8}(?=[ \t]+[A-Z][A-Z .'’-]{2,30} \d))(?![A-Z])/;
// SECTION 01 OF 03, SEC 1 OF 2, SECTION 1/2, FINAL SECTION OF 2
const SECTION =
  /\b(?:S[ ]?E[ ]?C[ ]?T[ ]?I[ ]?O[ ]?N|SECT?\.?|SECTON|SECION)[ \t]{0,3}(0?\d ?\d?|ONE|TWO|THREE)[ \t]{0,3}(?:[A-Z]?[O0] ?F|FO|O[A-Z]F?|\/)[ \t]{0,3}(0?\d ?\d?|ONE|TWO|THREE|FOUR)(?!\d)/i;
// SECTION 01 OF  LIMA: how many there are is lost
const UNCOUNTED = /\bSECTION[ \t]+\d{1,3}[ \t]+OF(?=[ \t]+[A-Z])/i;
// SECTON 01 OF 02, SECTION 0Q OF 05, 01 GF 02: misprints that published ids show
const LOOSE_SECTION =
  /^[ \t]*[A-Z]{4,9}[ \t]{0,3}([0-9OQ]{1,2})[ \t]{0,3}(?:[A-Z0]?F|O)[ \t]{0,3}([0-9OQ]{1,2})(?=[ \t]+[A-Z])/;
const FINAL = /\bFINAL SECTION OF (\d{1,2})\b/i;
const COUNT = new Map([
  ['ONE', 1],
  ['TWO', 2],
  ['THREE', 3],
  ['FOUR', 4],
]);
// SAMPLETOWN 001234, PORT-AU-PRINCE 12, USUN NEW YORK 00012, LIMA A-12
const STATION_NUMBER =
  /^[ \t]*([A-Z][A-Z .,'’/-]{0,40}?)[ \t.:#]*(?:(A-)?((?:\d|(?<=[ \t])O{1,4}(?=\d)|(?<=[ \t])[lI](?=\d{3,5}(?!\d)))[\dO]{0,7}))(?!\d|\/\d(?!\d?[ \t]*$))(?!Z\b)/i;
// LIMA 000012 and nothing else, as most are
const PLAIN_NUMBER = /^([A-Z]{2,20}(?: [A-Z]{2,20})?) (\d{4,6})$/;
// TOSEC 010012, SECTO 12
const SECOND = /^[ \t/-]*(TOSEC|SECTO|CODEL|WHSR|HAKTO|TOHAK)[ \t]*(\d{1,6})/i;
const DUPLICATE = /^[ \t/-]*(SUSPECTED[ \t]{0,2}DUP(?:LICATE|E)?)[ \t]*(\d{1,8})?/i;
const WORD_CAPTION = /^(?:NOFORN|NODIS|EXDIS|STADIS|LIMDIS|SIPDIS|SENSITIVE|FOUO|EFTO|NOTAL)$/;

/**
 * Reads the classification at the start of a line, spaced or not. A whole word only: `SECRETARY` is none.
 * Source: 5 FAH-2; cable format, section 5.1.
 */
export function matchClassification(text: string): ClassificationMatch | undefined {
  const at = firstAt(text);
  if (at > 120) return undefined;
  const code = codeAt(text, at);
  if (code < 65 || code > 122) return undefined;
  const second = codeAt(text, at + 1) | 32;
  const letter = code | 32;
  // c, s, u, l, t and a stray letter before spaced ones
  const plain =
    (letter === 99 && second === 111) ||
    (letter === 115 && second === 101) ||
    (letter === 117 && second === 110) ||
    (letter === 108 && second === 105) ||
    (letter === 116 && second === 111) ||
    second === 45;
  if ((letter === 115 && second === 98) || (letter === 108 && second === 111)) return shortened(text, at);
  // a blank or a tab
  if (!plain && !((second === 32 || second === 41) && SPACED_SECOND.includes(text[at + 2] ?? ''))) {
    // UCLAS LIMA 000012, C V N F I D E N T I A L: the second letter is wrong
    const mayBe =
      (letter === 99 || letter === 115 || letter === 117) &&
      endsInFigure(text) &&
      MISPRINTED_FIRST.test(text);
    return mayBe ? readMisspelt(text, at) : undefined;
  }
  const isSmall = codeAt(text, at + 1) >= 97;
  const sbu = letter === 115 && !isSmall ? SBU.exec(text.slice(at, at + 100))?.[0] : undefined;
  if (sbu) return readSbu(sbu, text, at);
  // Secret Lima 000012 ends in a figure
  if (isSmall && text.length > at + 24 && (text.length > at + 90 || !/\d[ \t]*$/.test(text)))
    return undefined;
  const head = text.slice(at, at + 240);
  for (const [classification, pattern] of WORDS) {
    if (plain && classification.charCodeAt(0) !== (code & ~32)) continue;
    const word = pattern.exec(head)?.[0];
    if (!word) continue;
    return read(classification, word, text, at);
  }
  if (isSmall) return undefined;
  const glued = letter === 116 ? undefined : gluedTo(head);
  return glued ? read(glued.classification, glued.word, text, at) : readMisspelt(text, at);
}

/** `SBU LIMA 000012`, `LOU LIMA 000012`. */
function shortened(text: string, at: number): ClassificationMatch | undefined {
  const word = SHORT.exec(text.slice(at, at + 90))?.[1];
  if (!word || !namesPost(text.slice(at + word.length))) return undefined;
  return word === 'LOU' ? read('LIMITED OFFICIAL USE', word, text, at) : readSbu(word, text, at);
}

/** SBU is no classification: unclassified, with a caption. */
function readSbu(word: string, text: string, at: number): ClassificationMatch | undefined {
  const found = read('UNCLASSIFIED', word, text, at);
  return found && { ...found, captions: ['SBU', ...found.captions] };
}

/** The classification that a misspelt word must be; UNCLASS is short, not misspelt. */
function readMisspelt(text: string, at: number): ClassificationMatch | undefined {
  const other = misspelt(text.slice(at, at + 240));
  const found = other && read(other.classification, other.word, text, at);
  if (!found || found.classification.startsWith(found.raw.replace(/[ \t-]/g, ''))) return found;
  return { ...found, misprinted: true };
}

/** The classification with what stands behind its word. */
function read(
  classification: Classification,
  word: string,
  text: string,
  at: number,
): ClassificationMatch | undefined {
  const head = text.slice(at, at + 240);
  // A sentence that begins with the word: Secret talks ... ; Confidential sources said; but Secret Lima 000012
  const behind = head.slice(word.length);
  if (word !== word.toUpperCase() && !/^[ \t]*$/.test(behind) && !namesPost(behind)) return undefined;
  const captions: string[] = [];
  if (at + word.length === text.length) return { classification, raw: word, captions, rest: '' };
  let rest = behind;
  for (;;) {
    const caption = WITH_CAPTION.exec(rest);
    if (!caption) break;
    captions.push(
      (caption[1] ?? '').replace(/^(?:[A-Z][ .])+[A-Z]\.?$/, (letters) => letters.replace(/[ .]/g, '')),
    );
    rest = rest.slice(caption[0].length);
  }
  const tail = text.slice(at + head.length);
  return { classification, raw: word, captions, rest: `${rest}${tail}`.replace(/^[ \t/:-]+/, '').trimEnd() };
}

const GLUED = /^(CONFIDENTIAL|SECRET|UNCLASSIFIED|UNCLAS)([A-Z][A-Z .'’-]{2,30}?) ?\d{1,8}(?!\d)/;

/** The word run into a known post and its number: `CONFIDENTIALLIMA 000012`. */
function gluedTo(head: string): { classification: Classification; word: string } | undefined {
  const [, word, post] = GLUED.exec(head) ?? [];
  if (!word || !post || !findPost(post.trim())?.station) return undefined;
  return { classification: word === 'UNCLAS' ? 'UNCLASSIFIED' : (word as Classification), word };
}

// SECTION 01 OF 02 LIMA 000012
const POST_NUMBER =
  /^[ \t]+(?:(?:SBU|SENSITIVE|NOFORN|FOUO)[ \t/]+)?(?:SECTION[ \t]+\d{1,2}[ \t]+OF[ \t]+\d{1,2}[ \t]+)?([A-Z][A-Z .'’-]{2,30}?)[ \t]+\d{1,8}(?:\/\d{1,2})?[ \t]*$/i;

/** A known post and a number stand in the words, and nothing else. */
function namesPost(words: string): boolean {
  const post = words.length < 90 ? POST_NUMBER.exec(words)?.[1] : undefined;
  return post !== undefined && Boolean(findPost(post.toUpperCase())?.station);
}

/** The last sign is a figure, or a blank that may stand behind one. */
function endsInFigure(text: string): boolean {
  const code = codeAt(text, text.length - 1);
  return isBlank(code) || (code >= 48 && code <= 57);
}

const LETTERS = /^(?:[A-Z0-9]{1,2}[ \t]{1,3}){3,24}[A-Z0-9](?![A-Z0-9])/;

const PLAIN = /^[A-Z][A-Z-]{4,25}(?=[ \t])/;

/**
 * Letters with one of them wrong or lost: `C O N F I D E N T A L`; written as one word, or with hyphens, only where a post and
 * its number follow: `CONFIDENTAL LIMA 000012`.
 */
function misspelt(head: string): { classification: Classification; word: string } | undefined {
  const isSpaced = isBlank(codeAt(head, 1)) || isBlank(codeAt(head, 2));
  const word = isSpaced ? LETTERS.exec(head)?.[0] : endsInFigure(head) ? PLAIN.exec(head)?.[0] : undefined;
  if (!word || !(isSpaced || namesPost(head.slice(word.length)))) return undefined;
  const letters = word.replace(/[ \t-]/g, '');
  for (const classification of ['CONFIDENTIAL', 'SECRET', 'UNCLASSIFIED', 'UNCLAS'] as const) {
    if (editDistance(letters, classification) > (classification.length > 8 ? 2 : 1)) continue;
    return { classification: classification === 'UNCLAS' ? 'UNCLASSIFIED' : classification, word };
  }
  return undefined;
}

const NUMBER_WORD = / (?:NO|NR|NUMBER|CITE)$/;

/** Reads section, station, serial and other numbers of the text behind the classification. Source: cable format, 5.1 and 5.2. */
export function parseMessageNumber(text: string): MessageNumber {
  const plain = PLAIN_NUMBER.exec(text);
  if (plain?.[1] && !NUMBER_WORD.test(plain[1])) return { station: plain[1], serial: Number(plain[2]) };
  const number: MessageNumber = {};
  let rest = text.slice(0, 240);
  const section = SECTION.exec(rest) ?? looseSection(rest);
  if (section) {
    number.section = { number: countOf(section[1]) || 1, of: countOf(section[2]) };
    rest = `${rest.slice(0, section.index)} ${rest.slice(section.index + section[0].length)}`;
  } else {
    const final = FINAL.exec(rest);
    if (final) {
      number.section = { number: Number(final[1]), of: Number(final[1]) };
      rest = `${rest.slice(0, final.index)} ${rest.slice(final.index + final[0].length)}`;
    } else rest = rest.replace(UNCOUNTED, ' ');
  }
  // LIMA NO. 000012, LIMA CITE 000012, LIMA 0 00012
  rest = rest.replace(/(?<=[A-Z])[ \t]+(?:NO\.?|NR\.?|NUMBER|CITE|0)(?=[ \t]+\d{4,6}[ \t]*$)/, '');
  // UNCLAS 000012: the post is the sender's.
  const alone = /^[ \t]*(\d{4,6})[ \t]*$/.exec(rest)?.[1];
  if (alone && Number(alone) > 0) {
    number.serial = Number(alone);
    return number;
  }
  // 000912 BAKU: number and post have changed places
  const swapped = /^[ \t]*(\d{4,6})[ \t]+([A-Z][A-Z .'’-]{2,30}?)[ \t]*$/.exec(rest);
  if (swapped?.[2] && Number(swapped[1]) > 0 && findPost(swapped[2])?.station) {
    number.station = swapped[2];
    number.serial = Number(swapped[1]);
    return number;
  }
  const station = STATION_NUMBER.exec(rest);
  if (!station?.[3]) {
    if (rest.trim() !== '') number.extra = rest.trim();
    return number;
  }
  number.station = (station[1] ?? '').trim();
  number.serial = Number(station[3].replace(/O/gi, '0').replace(/^[li]/i, '1'));
  if (/\D/.test(station[3])) number.repaired = true;
  if (station[2]) number.airgram = true;
  rest = rest.slice(station[0].length);
  if (rest === '') return number;
  for (;;) {
    const other = SECOND.exec(rest);
    const duplicate = other ? null : DUPLICATE.exec(rest);
    if (other) {
      number.otherNumbers = [...(number.otherNumbers ?? []), `${other[1]} ${other[2]}`];
      rest = rest.slice(other[0].length);
    } else if (duplicate) {
      // The number behind DUPLICATE is the serial of the first sending.
      if (duplicate[2]) {
        number.otherNumbers = [...(number.otherNumbers ?? []), String(number.serial)];
        number.serial = Number(duplicate[2]);
      }
      rest = rest.slice(duplicate[0].length);
    } else break;
  }
  if (/\bCIRCULAR\b/i.test(rest)) {
    number.circular = true;
    rest = rest.replace(/\bCIRCULAR\b/i, ' ');
  }
  const words = rest.split(/[ \t,/]+/).filter((word) => word !== '');
  const captions = words.filter((word) => WORD_CAPTION.test(word));
  if (captions.length > 0) number.captions = captions;
  const corrected = rest.search(/\bC ?O ?R ?R ?E ?C ?T ?E ?D\b/);
  if (corrected >= 0) number.corrected = parseCorrectedCopy(rest.slice(corrected)) ?? true;
  const extra = words.filter((word) => !WORD_CAPTION.test(word)).join(' ');
  if (extra !== '') number.extra = extra;
  return number;
}

function looseSection(text: string): RegExpExecArray | undefined {
  const found = LOOSE_SECTION.exec(text);
  const word = found ? (/[A-Z]+/.exec(found[0])?.[0] ?? '') : '';
  return found && editDistance(word, 'SECTION') <= 2 ? found : undefined;
}

function countOf(text: string | undefined): number {
  if (text !== undefined && /^\d+$/.test(text)) return Number(text);
  return COUNT.get((text ?? '').toUpperCase()) ?? Number(text?.replaceAll(' ', '').replace(/[OQ]/gi, '0'));
}

const WHOLE = ['CONFIDENTIAL', 'SECRET', 'UNCLASSIFIED', 'UNCLAS', 'LIMITED'];

/** `C O N F I D E N T` with `I A L SECTION ..` on the next line: whether the two are one classification. */
export function isBrokenClassification(text: string, next: string): boolean {
  const first = text.trim();
  if (first.length < 3 || first.length > 30 || !/^[A-Z](?:[ \t]{1,3}[A-Z])+$/.test(first)) return false;
  const letters = first.replace(/[ \t]/g, '');
  const follow = next.slice(0, 60).replace(/[ \t]/g, '');
  return WHOLE.some(
    (word) =>
      word.length > letters.length &&
      word.startsWith(letters) &&
      follow.startsWith(word.slice(letters.length)),
  );
}
