import type { DayRange } from './query.ts';

// 2008 · 2008-05 · 2008-5-3 · 2008/05/15
const WITH_SIGNS = /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?$/;
// 200805 · 20080515
const DIGITS = /^(\d{4})(\d\d)(\d\d)?$/;

/** The days of a month, of the year given. */
function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

const two = (value: number) => String(value).padStart(2, '0');

/**
 * Reads a year, a month or a day: `2008`, `2008-05`, `2008-05-15` (also with `/` or `.`, or `20080515`).
 *
 * @returns its first and last day, or `undefined` where there is no such day
 */
export function parseDate(text: string): Required<DayRange> | undefined {
  const match = WITH_SIGNS.exec(text.trim()) ?? DIGITS.exec(text.trim());
  if (!match) return undefined;
  const year = Number(match[1]);
  if (year < 1700 || year > 2199) return undefined;
  if (match[2] === undefined) return { from: `${year}-01-01`, to: `${year}-12-31` };
  const month = Number(match[2]);
  if (month < 1 || month > 12) return undefined;
  const last = daysInMonth(year, month);
  if (match[3] === undefined)
    return { from: `${year}-${two(month)}-01`, to: `${year}-${two(month)}-${two(last)}` };
  const day = Number(match[3]);
  if (day < 1 || day > last) return undefined;
  const date = `${year}-${two(month)}-${two(day)}`;
  return { from: date, to: date };
}
