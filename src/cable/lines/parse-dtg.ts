import type { PrecedenceName } from '../cable.ts';
import { editDistance } from '../nearest-words.ts';
import { daysInMonth } from './days-in-month.ts';
import { codeAt, firstAt, isBlank } from './line.ts';

export interface DateTimeGroup {
  raw: string;
  /** ISO 8601 in UTC; left out where the group names no year or no possible time. */
  iso?: string;
  /** Four-digit year as written. */
  year?: number;
  month?: number;
  day?: number;
  hour?: number;
  minute?: number;
  precedence?: { action: PrecedenceName; info: PrecedenceName };
  prosigns?: string[];
  /** A letter stood for a digit or the month was misspelt. */
  repaired?: true;
  /** Hour 24, day 31 of a short month and the like. */
  invalid?: true;
}

const PRECEDENCES: Record<string, PrecedenceName> = {
  Z: 'FLASH',
  O: 'IMMEDIATE',
  P: 'PRIORITY',
  R: 'ROUTINE',
  Y: 'CRITIC',
  W: 'CRITIC',
  M: 'DEFERRED',
};
/** The second of two precedences, of who is informed, is not the more urgent one. */
const URGENCY = 'WYZOPRM';
const MONTHS = [
  'JANUARY',
  'FEBRUARY',
  'MARCH',
  'APRIL',
  'MAY',
  'JUNE',
  'JULY',
  'AUGUST',
  'SEPTEMBER',
  'OCTOBER',
  'NOVEMBER',
  'DECEMBER',
];

// P R 031415Z MAR 09 ZDK; misprinted: O P R 031415Z, PR 031415Z, P/R 031415Z, P R031415Z, 03 1415Z, 0314152 MAR, 031415 MAR, P 31415Z, MAR O9, P. 031415Z, Z/MAR/09, D 031415Z, AP 031415Z, 031415IZ, 031415F MAR 09
const DTG =
  /^[ \t]*(?:([ZOPRYWM])\1?\.?(?:[ \t/]{0,3}([ZOPRYWM])\2?(?:[ \t]+[ZOPR](?=[ \t]+\d))?)?[ \t]*|([A-Z])[OPR]?[ \t](?=\d{6}[A-Z]{1,2}[ \t]))?([0-9OIl]{2} ?[0-9OIl]{4}|(?<=[OPR] )\d{5}(?=Z))[ \t]{0,2}([Zz]{1,2}\/?|[A-Z]Z|[A-Z](?=[ \t][A-Z]{3}[ \t]\d{2}(?!\d))|2(?=[ \t]+[A-Z]{3}[ \t])|(?<=[OPR] \d{6})(?=[ \t][A-Z]{3,9}[ \t]\d{2}))[ \t]*((?:[A-Za-z]|[01](?=[A-Za-z \t])){2,9})[.,/]?(?:[ \t]*'?(\d{4}|[O\d]\d)(?!\d))?(.*)$/;
// 0 031415Z MAR 09: a nought for the precedence
const NOUGHT = /^0[ \t]+[0-9OIl]{6}Z[ \t]/;
// ZDK RE YOUR SVC; //ZEL//; (CCY AD12345 MSI1234-695)
const PROSIGN = /(?:^|[ \t/])(Z[A-Z]{2}\d?)\b|\(CC?Y[^()]{0,60}\)/g;

/**
 * Reads a date-time group line: precedence, day, hour, minute, month, year and the prosigns behind.
 *
 * Two-digit years 60-99 are 19yy, 00-59 are 20yy. Gives nothing for a line that is none.
 * Source: ACP 127; cable format, section 4.2.
 */
export function parseDtg(text: string): DateTimeGroup | undefined {
  const at = firstAt(text);
  if (at > 80) return undefined;
  const code = codeAt(text, at);
  // a digit, a capital, or l
  if (!((code >= 48 && code <= 57) || code === 108 || (code >= 65 && code <= 90))) return undefined;
  if (!hasFigures(text, at)) return undefined;
  const line = text.slice(at, at + 300);
  const isNought = code === 48 && NOUGHT.test(line);
  const match = DTG.exec(isNought ? `O${line.slice(1)}` : inLetters(line));
  if (!match) return undefined;
  const [, first, second, unknown, parted = '', zone, name = '', printed, behind = ''] = match;
  const whole = parted.replace(' ', '');
  // the nought of the day is lost
  const written = whole.length < 6 ? `0${whole}` : whole;
  const years = printed?.replace('O', '0');
  if (written.replace(/[^0-9]/g, '').length < 4) return undefined;
  const digits = written.replaceAll('O', '0').replace(/[Il]/g, '1');
  const { month, misprinted } = monthOf(name.toUpperCase(), printed !== undefined);
  if (month === 0) return undefined;
  const group: DateTimeGroup = { raw: text.trim(), month };
  if (
    isNought ||
    unknown !== undefined ||
    digits !== written ||
    misprinted ||
    zone?.toUpperCase() !== 'Z' ||
    written !== whole ||
    years !== printed ||
    URGENCY.indexOf(second ?? 'M') < URGENCY.indexOf(first ?? 'M')
  )
    group.repaired = true;
  const day = Number(digits.slice(0, 2));
  const hour = Number(digits.slice(2, 4));
  const minute = Number(digits.slice(4));
  Object.assign(group, { day, hour, minute });
  if (years !== undefined)
    group.year = years.length === 4 ? Number(years) : Number(years) + (Number(years) >= 60 ? 1900 : 2000);
  const iso = isoOf(group, group.year ?? 2000);
  if (iso === undefined) group.invalid = true;
  else if (group.year !== undefined) group.iso = iso;
  const action = first === undefined ? undefined : PRECEDENCES[first];
  if (action)
    group.precedence = { action, info: (second === undefined ? undefined : PRECEDENCES[second]) ?? action };
  const prosigns = prosignsOf(behind);
  if (prosigns.length > 0) group.prosigns = prosigns;
  return group;
}

/** Signs that may stand before the figures of a group: a precedence in letters, stops and strokes. */
const MOST_SIGNS = 11;

/** Cheap: four figures soon, and nothing but blanks and letters like figures between them. */
function hasFigures(text: string, from: number): boolean {
  let figures = 0;
  let signs = 0;
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (isBlank(code)) continue;
    const isFigure = code >= 48 && code <= 57;
    if (isFigure && ++figures === 4) return true;
    if (figures === 0 && ++signs > MOST_SIGNS) return false;
    // O, I, l
    if (figures > 0 && !isFigure && code !== 79 && code !== 73 && code !== 108) return false;
  }
  return false;
}

/** The month of a name, 0 if it is none: scanned `0CT`, `JUI`, or before a year the only one a letter off, `MRA`, `FEBR`. */
function monthOf(capitals: string, dated: boolean): { month: number; misprinted: boolean } {
  const known = capitals.length < 3 ? 0 : MONTHS.findIndex((one) => one.startsWith(capitals)) + 1;
  if (known > 0 || capitals === 'SEPT') return { month: known || 9, misprinted: false };
  const letters = capitals.replaceAll('0', 'O').replaceAll('1', 'I');
  const scanned = [letters, letters.replaceAll('I', 'L')].find(
    (name) => name.length > 2 && MONTHS.some((one) => one.startsWith(name)),
  );
  const near = MONTHS.filter((one) =>
    scanned === undefined
      ? dated && [one.slice(0, 3), one].some((name) => editDistance(letters, name) === 1)
      : one.startsWith(scanned),
  );
  return { month: near.length === 1 ? MONTHS.indexOf(near[0] as string) + 1 : 0, misprinted: true };
}

const SPELLED = /^(?:IMMEDIATE|PRIORITY|ROUTINE)(?=[ \t]+\d{6}Z)/;

/** `PRIORITY 031415Z`: the precedence as its letter. */
function inLetters(text: string): string {
  const word = codeAt(text, 1) > 64 ? SPELLED.exec(text)?.[0] : undefined;
  if (word === undefined) return text;
  return `${word === 'IMMEDIATE' ? 'O' : word[0]}${text.slice(word.length)}`;
}

/** The moment of a group in a year (four digits), in ISO 8601; `undefined` if there is no such moment. */
export function isoOf(group: DateTimeGroup, year: number): string | undefined {
  const { month = 0, day = 0, hour = 99, minute = 99 } = group;
  if (day < 1 || day > daysInMonth(year, month) || hour > 23 || minute > 59) return undefined;
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${year}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}Z`;
}

/** `ZDK RE YOUR SVC ZFF4` is two: each prosign takes the words behind it. */
function prosignsOf(behind: string): string[] {
  const text = behind.replace(/^[ \t,.;:/-]+/, '').trim();
  if (text === '') return [];
  const starts: number[] = [];
  for (const found of text.matchAll(PROSIGN)) starts.push(found.index + (/^[ \t/]/.test(found[0]) ? 1 : 0));
  if (starts[0] !== 0) starts.unshift(0);
  const signs = starts.map((start, index) =>
    text.slice(start, starts[index + 1]).replace(/^[ \t/]+|[ \t/]+$/g, ''),
  );
  return signs.filter((sign) => sign !== '');
}
