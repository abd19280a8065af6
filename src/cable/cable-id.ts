import { findPost, matchPost, postOfStation, squeeze } from './find-post.ts';
import { editDistance } from './nearest-words.ts';

/** The parts of a canonical id. */
export interface CableId {
  /** Four digits. */
  year: number;
  station: string;
  serial: number;
  /** The number is an airgram's, which is never equal to a telegram's. */
  airgram?: true;
}

// 08BEIJING1882, 73LIMA-A123
const canonicalPattern = /^(\d\d)([A-Z]+?)(-A)?([1-9]\d{0,6})$/;

// Words that were run into the front of the station, whole or in part. Source: section 5.4, misprints of published ids.
const glued = [
  'LIMITEDOFFICIALUSE',
  'UNCLASSIFIED',
  'CONFIDENTIAL',
  'SENSITIVE',
  'SECTION',
  'NOFORN',
  'SECRET',
  'UNCLAS',
  'CORRECTEDCOPY',
  'CORRECTED',
  'STADIS',
  'LIMDIS',
  'SIPDIS',
  'EXDIS',
  'NODIS',
  'EFTO',
  'FOUO',
  'SBU',
  'FSC',
] as const;

// SECTION 01 OF 03 at the front of the rest of an id, with the word or its tail, and misprints: SECTIQN02OF03, 01GF02, 02F02, 0QOF05
const sectionPattern = /^([A-Z]{0,9}?)([0-9OQIL][0-9OQIL])([A-Z0]?F|OO?)(\d\d)(?=[A-Z])/;

// With enough of the word before, one figure may be lost, or the whole count: SECTION1OF2, SECTION01OFO2, SECTION01OF
const looseSectionPattern =
  /^([A-Z]{4,9}?)(?:[0-9OQIL]\d|\d[0-9OQIL]?)([A-Z0]?F|OO?)(?:\d\d?|[OQIL]\d)?(?=[A-Z]{3})/;

// SECTION0102
const sectionNumbersPattern = /^(S?E?C?T?I?O?N?)(\d\d)(\d\d)(?=[A-Z])/;

// 000012SUSPECTEDDUPLICATE34: the number behind the word is the serial.
const duplicatePattern = /^\d+SUSPECTEDDUP[A-Z]*?(\d+)/;

/** Four-digit year of a two-digit one: 60-99 is 19yy, 00-59 is 20yy. */
export function fullYear(twoDigits: number): number {
  return twoDigits >= 60 ? 1900 + twoDigits : 2000 + twoDigits;
}

/** Puts a canonical id together: year 2008, station NEWDELHI, serial 12 is `08NEWDELHI12`. */
export function formatId({ year, station, serial, airgram }: CableId): string {
  return `${String(year % 100).padStart(2, '0')}${station}${airgram ? '-A' : ''}${serial}`;
}

/** Takes a canonical id apart; `undefined` if it is none. */
export function parseId(id: string): CableId | undefined {
  const parts = canonicalPattern.exec(id);
  if (!parts) return undefined;
  const [, year = '', station = '', airgram, serial = ''] = parts;
  return {
    year: fullYear(Number(year)),
    station,
    serial: Number(serial),
    airgram: airgram ? true : undefined,
  };
}

/** Whether a canonical id is an airgram's: a post numbers its airgrams and its telegrams apart. */
export function isAirgram(id: string | undefined): boolean {
  return id !== undefined && parseId(id)?.airgram === true;
}

/**
 * Finds the canonical id in an id as publishers and senders write it: two-digit year, station, serial.
 *
 * Repairs by rule (`cable-format.md` 5.4): four-digit and doubled years, blanks, small letters, leading zeros, a file's
 * ending, section numbers, captions and kinds of post run into the front of the station, prosigns and second numbers run
 * into its end, and the station itself by the table of posts, where one post alone is nearest. Where none is, or two are,
 * the station is kept as it stands.
 *
 * @returns the id (left out where the text holds no year, station and serial), and whether it differs from the text.
 */
export function canonicalId(text: string, from?: string): { id?: string; repaired: boolean } {
  const written = text.trim();
  if (written.length > 200) return { repaired: false };
  const whole = parseId(text);
  if (whole && !whole.airgram && findPost(whole.station, { year: whole.year })?.station === whole.station)
    return { id: text, repaired: false };
  const parts = split(written);
  if (!parts) return { repaired: false };
  const { year, body } = parts;
  const ungluedFront = withFigures(withLetters(withoutSections(withoutCaptions(body)), year), year);
  const head = /^([A-Z]{2,})(\d.*)$/.exec(ungluedFront);
  if (!head) return { repaired: false };
  const [, letters = '', tail = ''] = head;
  if (letters === 'SECTION') return { repaired: false };
  const serial = serialOf(tail);
  if (serial === undefined) return { repaired: false };
  const post = parts.airgram ? undefined : postOfAirgram(letters, year);
  const station = post ?? stationIn(letters, year, from);
  const airgram = parts.airgram || post !== undefined;
  const id = formatId({ year, station, serial, ...(airgram ? { airgram: true } : {}) });
  return { id, repaired: id !== text };
}

// LIMA 08 123
const yearInside = /^([A-Z][A-Z .'’-]{2,}?)[ _-]+((?:19|20)?\d\d)[ _-]+(\d{3,7})$/i;
// LIMA 12 (2008), LIMA 00012 08; LIMA 12-08, LIMA 12, 2008, Lima 12 of 2008
const yearBehind =
  /^([A-Z][A-Z .'’-]+?)[ _]*(\d{1,7})(?:[ _]*([,/-])|[ _]+(OF\b)?|(?=\())[ _(]*'?((?:19|20)?\d\d)\)?$/i;

/** Year and the rest of an id that begins with its station. */
function splitBehind(written: string): { year: number; body: string } | undefined {
  const inside = yearInside.exec(written);
  const [, name = '', serial = '', sign, of, behind = ''] = yearBehind.exec(written) ?? [];
  const [station, number, year] = inside
    ? [squeeze(inside[1] ?? ''), inside[3], Number(inside[2])]
    : [squeeze(name), serial, Number(behind)];
  // scan-12-08 is no cable
  const mustBeKnown = inside !== null || sign !== undefined || of !== undefined;
  if (station === '' || (mustBeKnown && !findPost(station)?.station)) return undefined;
  return { year: year > 99 ? year : fullYear(year), body: `${station}${number}` };
}

// 08LIMA12, 08LIMA13; 08 LIMA 12 AND 08 LIMA 13: where the second begins
const nextId = /(?<=[A-Z]{3}[ _-]?\d{1,8})(?:[ ,;&]+|[ ]AND[ ])(?=(?:\d\d){1,2}[ ]?[A-Z]{3})/i;

/** Year, and the rest in capitals without blanks and punctuation. */
function split(text: string): { year: number; body: string; airgram?: true } | undefined {
  const whole = text.replace(/\.(txt|html?|md|json|cable)$/i, '');
  const behind = splitBehind(whole) ?? splitBehind(whole.slice(whole.lastIndexOf('/') + 1));
  if (behind) return behind;
  const next = nextId.exec(whole);
  const written = next ? whole.slice(0, next.index) : whole;
  // 08/LIMA/12 is no path, nor 08LIMA12/1
  const isPath = !/^(?:\d\d){1,2}\/?[A-Z .'’-]+\/?\d+(?:\/\d{1,2})?$/i.test(written);
  const base = written
    .slice(isPath ? written.lastIndexOf('/') + 1 : 0)
    .replace(
      /^(?:[A-Z][A-Z ]{0,20}:|(?:MRN|CABLE|REFID|ID|REL|UNCLAS|CONFIDENTIAL|SECRET)(?=[ #_-]))[ :#_-]*(?=\d\d)/i,
      '',
    )
    .toUpperCase();
  // 73 LIMA A-123, 73LIMAA-123; but 08-ABUJA-12
  const station = /([A-Z][A-Z .'’]*A)-\d+$/.exec(base)?.[1];
  const isOfName = station !== undefined && findPost(station)?.station === squeeze(station);
  const airgram = (/[A-Z][ _]*-?[ _]*A-\d+$/.test(base) && !isOfName) || /[A-Z]-A\d+$/.test(base);
  const plain = airgram
    ? base.replace(/-?[ _]*A-?(?=\d+$)/, '')
    : // 08LIMA12.1, 08LIMA12_1: a copy's number behind the serial
      // 08 LIMA 12 01 OF 02: a section's number
      base.replace(
        /(?<=[A-Z][ _]?\d{1,7})(?:[./-]\d{1,3}|(?<=^\d.*)_\d{1,3}|[ _]*\(\d\)|[ _]+\d\d?[ _]OF[ _]\d\d?)$/,
        '',
      );
  const packed = plain
    .normalize('NFD')
    // 08 TASHKENT I234
    .replace(/(?<=[A-Z][^A-Z0-9]{1,9})[OIL0-9]*\d[OIL0-9]*$/, inFigures)
    .replace(/[^A-Z0-9]+/g, '')
    // 1OLIMA12, O9LIMA12, L0LIMA12
    .replace(/^(?:[OIL]\d|\dO)(?=[A-Z]{3})/, inFigures);
  const found =
    // 2008LIMA12, 200808LIMA12
    /^((?:19|20)\d\d)(?:\d\d)?(?=[A-Z])(.*)$/.exec(packed) ??
    // 7676LUSAKA12
    /^(\d\d)\1(?=[A-Z])(.*)$/.exec(packed) ??
    // 08LIMA12; 0802OF03LIMA12: a section number behind the year
    /^(\d\d)(.*)$/.exec(packed);
  if (!found) return undefined;
  const year = Number(found[1]);
  return {
    year: year > 99 ? year : fullYear(year),
    body: found[2] ?? '',
    ...(airgram ? { airgram: true } : {}),
  };
}

/** Letters that a scanner or a typist sets for figures. */
function inFigures(written: string): string {
  return written.replaceAll('O', '0').replace(/[IL]/g, '1');
}

/** Gives the figure before a number that was read as the last letter of a known station back to the number: `TASHKENTI234`. */
function withFigures(body: string, year: number): string {
  const [, station = '', letter = '', rest = ''] = /^([A-Z]+)([IL])(\d.*)$/.exec(body) ?? [];
  if (letter === '' || findPost(`${station}${letter}`, { year })) return body;
  return findPost(station, { year })?.station ? `${station}1${rest}` : body;
}

/** Reads 0 and 1 between the letters of a station as O and I, where that makes it a known one: `BEIJ1NG1882`. */
function withLetters(body: string, year: number): string {
  const letters = /^[A-Z][A-Z01]*[A-Z](?=\d)/.exec(body)?.[0] ?? '';
  if (!/[01]/.test(letters)) return body;
  const station = letters.replaceAll('0', 'O').replaceAll('1', 'I');
  return findPost(station, { year })?.station ? `${station}${body.slice(letters.length)}` : body;
}

/** Cuts captions and classifications off that stand before a section number: `EFTOSECTION01OF02LIMA12`. */
function withoutCaptions(body: string): string {
  const at = body.indexOf('SECTION');
  return at > 0 && glued.some((word) => word === body.slice(0, at)) ? body.slice(at) : body;
}

/** Cuts `SECTION01OF03` and its misprints off the front, also where it was run in twice. */
function withoutSections(body: string): string {
  const rest = withoutSection(body);
  return rest.startsWith('SECTION') ? withoutSection(rest) : rest;
}

function withoutSection(written: string): string {
  const body = written
    .replace(/^SECT[I1][0O]N/, 'SECTION')
    .replace(/^(?:FINAL)?(?:SECTION)?OF\d\d(?=[A-Z]{3})/, '');
  for (const pattern of [sectionPattern, looseSectionPattern]) {
    const section = pattern.exec(body);
    if (!section || !likeSection(section[1] ?? '')) continue;
    const rest = body.slice(section[0].length);
    if (/^[A-Z]+\d/.test(rest)) return rest;
  }
  // SECTION01LIMA12
  const alone = /^SECTION\d\d?(?=[A-Z]{3,}\d)/.exec(body);
  if (alone) return body.slice(alone[0].length);
  const numbers = sectionNumbersPattern.exec(body);
  if (numbers?.[1] && numbers[1].length > 2) return body.slice(numbers[0].length);
  return body;
}

/** Whether letters before a section number are the word SECTION, a part of it, a misprint, or other glued words and it. */
function likeSection(letters: string): boolean {
  if (letters.length <= 1) return true;
  for (const word of ['SECTION', 'PART', ...glued]) {
    if (word.endsWith(letters) || word.startsWith(letters)) return true;
  }
  return editDistance(letters, 'SECTION') <= 2 || letters.endsWith('ION') || letters.startsWith('SEC');
}

/** The serial at the front of what stands behind the station. */
function serialOf(tail: string): number | undefined {
  const duplicate = duplicatePattern.exec(tail)?.[1];
  const plain = /^\d(?:[\dO]|[IL](?=[OIL]*\d))*$/.test(tail) ? inFigures(tail) : tail;
  const serial = Number(duplicate ?? /^\d+/.exec(plain)?.[0] ?? '');
  return serial > 0 && serial < 10_000_000 ? serial : undefined;
}

/** The post before the A of an airgram's number that lost its hyphen, where the letters as they stand are none: `72PARISA123`. */
function postOfAirgram(letters: string, year: number): string | undefined {
  if (!letters.endsWith('A') || year > 1991 || findPost(letters, { year })) return undefined;
  return findPost(letters.slice(0, -1), { year })?.station || undefined;
}

/** The station in a run of letters that may have other words glued to its front. */
function stationIn(letters: string, year: number, from?: string): string {
  const options = { year, ...(from === undefined ? {} : { from }) };
  const whole = findPost(letters, options);
  if (whole?.station) return whole.station;
  const bare = withoutGlued(letters);
  if (bare !== letters) {
    const match = findPost(bare, options);
    if (match?.station) return match.station;
  }
  const near = findPost(letters, { ...options, near: 2 });
  if (near?.station) return near.station;
  const behind = stationAtEnd(letters, year);
  if (behind) return behind;
  const nearBare = bare === letters ? undefined : findPost(bare, { ...options, near: 2 });
  return nearBare?.station || bare;
}

/** Takes whole glued words off the front, as long as enough letters for a station are left. */
function withoutGlued(letters: string): string {
  let rest = letters;
  for (let cut = true; cut; ) {
    cut = false;
    for (const word of glued) {
      if (rest.startsWith(word) && rest.length >= word.length + 3) {
        rest = rest.slice(word.length);
        cut = true;
      }
    }
  }
  return rest;
}

/** A station at the end of the letters, where what stands before it is the tail of a glued word: `SIFIEDBELGRADE`. */
function stationAtEnd(letters: string, year: number): string | undefined {
  for (let at = 1; at <= letters.length - 4; at += 1) {
    const match = matchPost([letters.slice(at)], 0, year);
    if (!match?.station) continue;
    const before = letters.slice(0, at);
    const isTail = glued.some(
      (word) => word.endsWith(before) || (before.length > 3 && editDistance(word, before) === 1),
    );
    return isTail ? match.station : undefined;
  }
  return undefined;
}

/** Whether a station is one of the table's. */
export function isStation(station: string): boolean {
  return postOfStation(station) !== undefined;
}
