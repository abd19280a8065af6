import { daysInMonth } from '../lines/days-in-month.ts';
/** A date of the E.O. line. */
export interface EoDate {
  iso: string;
  /** The first number cannot be a month, so the day stands first. */
  dayFirst?: true;
  /** Letters stood for figures. */
  misprinted?: true;
}

const months = 'JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC'.split(' ');
const monthWord = '(JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)[A-Z]{0,6}';

// 2018/05/15
const yearFirst =
  /(?<!\d)((?:19|20)\d\d)[ \t]?[/.-]{1,2}[ \t]?(\d{1,2})[ \t]?[/.-]{1,2}[ \t]?(\d{1,2})(?!\d)/;
// 05/15/2018, 5-3-18, 05/15//2018, 05/152018
const monthFirst =
  /(?<!\d)(\d{1,2})[ \t]?[/.-]{1,2}[ \t]?(\d{1,2})[ \t]?(?:[/.-]{1,2}[ \t]?(\d{4}|\d{2})(?!\d)|((?:19|20)\d\d)(?!\d))/;
// 05 15 2018
const blankMonthFirst = /(?<!\d)(\d{1,2})[ \t](\d{1,2})[ \t]((?:19|20)\d\d)(?!\d)/;
// 15 MAY 2018, 15MAY18
const dayWord = new RegExp(
  `(?<!\\d)(\\d{1,2})[ \\t-]{0,2}${monthWord}\\.?[ \\t,-]{0,3}(\\d{4}|\\d{2})(?!\\d)`,
  'i',
);
// MAY 15, 2018
const wordDay = new RegExp(
  `\\b${monthWord}\\.?[ \\t]{0,2}(\\d{1,2})(?:ST|ND|RD|TH)?[ \\t,]{1,3}(\\d{4}|\\d{2})(?!\\d)`,
  'i',
);
// 5/O2/20l9: letters for figures
const misprinted = /(?<![\dA-Z])[\dOlI]{1,4}([/.-])[\dOlI]{1,2}\1[\dOlI]{2,4}(?![\dA-Z])/gi;
const inFigures = (date: string) => date.replaceAll('O', '0').replace(/[lI]/g, '1');
// 0515/2018: the first stroke is lost
const glued = /(?<!\d)(\d\d)(?=\d\d[/.-](?:19|20)\d\d(?!\d))/;
// 03/03/2009 PLUS 10 YEARS
const more = /\bPLUS[ \t]{1,3}(\d{1,2})[ \t]{0,3}Y/i;
// 05152018, 20180515, 051518
const packed = /(?<!\d)(\d{8}|\d{6})(?!\d)/;

/**
 * Finds the date in the words of an E.O. line: month/day/year or year/month/day, in figures or words. A two-digit year is
 * the one that makes the date later than the cable (`year`, four digits) and at most 75 years later; without the cable's
 * year the order's era decides.
 */
export function parseEoDate(written: string, year?: number, order?: number): EoDate | undefined {
  const plain = /[OlI]/.test(written) ? written.replace(misprinted, inFigures) : written;
  const first = dateIn(plain.replace(glued, '$1/'), year, order);
  const date = first && later(first, Number(more.exec(plain)?.[1] ?? 0));
  return date && plain !== written ? { ...date, misprinted: true } : date;
}

/** The same day so many years later; the last of February where there is none such. */
function later(date: EoDate, years: number): EoDate {
  if (years === 0) return date;
  const [year, month, day] = date.iso.split('-').map(Number) as [number, number, number];
  const then = asDate(year + years, month, Math.min(day, daysInMonth(year + years, month)));
  return then ? { ...date, iso: then.iso } : date;
}

function dateIn(text: string, year?: number, order?: number): EoDate | undefined {
  const full = (figures: string) => fullYear(figures, year, order);
  let parts = yearFirst.exec(text);
  if (parts) return asDate(Number(parts[1]), Number(parts[2]), Number(parts[3]));
  parts = monthFirst.exec(text);
  if (parts) return asDate(full(parts[3] ?? parts[4] ?? ''), Number(parts[1]), Number(parts[2]));
  parts = blankMonthFirst.exec(text);
  if (parts) return asDate(Number(parts[3]), Number(parts[1]), Number(parts[2]));
  parts = dayWord.exec(text);
  if (parts) return asDate(full(parts[3] ?? ''), monthOf(parts[2]), Number(parts[1]));
  parts = wordDay.exec(text);
  if (parts) return asDate(full(parts[3] ?? ''), monthOf(parts[1]), Number(parts[2]));
  parts = packed.exec(text);
  const figures = parts?.[1];
  if (!figures) return undefined;
  const two = (at: number) => Number(figures.slice(at, at + 2));
  if (/^(?:19|20)\d{6}$/.test(figures)) {
    const first = asDate(Number(figures.slice(0, 4)), two(4), two(6));
    if (first && !first.dayFirst) return first;
  }
  return asDate(full(figures.slice(4)), two(0), two(2));
}

function monthOf(word = ''): number {
  return months.indexOf(word.toUpperCase().slice(0, 3)) + 1;
}

function fullYear(written: string, year?: number, order?: number): number {
  const figures = Number(written);
  if (written.length !== 2) return figures;
  if (year === undefined)
    return figures >= 60 || (order !== undefined && order < 12958) ? 1900 + figures : 2000 + figures;
  const later = [1900 + figures, 2000 + figures].find((full) => full >= year && full <= year + 75);
  return later ?? (figures >= 60 ? 1900 + figures : 2000 + figures);
}

function asDate(year: number, month: number, day: number): EoDate | undefined {
  const swapped = month > 12 && day <= 12;
  const [m, d] = swapped ? [day, month] : [month, day];
  if (d < 1 || d > daysInMonth(year, m) || year < 1900 || year > 2200) return undefined;
  const iso = `${year}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
  return swapped ? { iso, dayFirst: true } : { iso };
}
