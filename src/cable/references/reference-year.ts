import type { Lines } from '../cable.ts';
import type { CableContext } from '../context.ts';
import type { Report } from '../diagnostics.ts';

/**
 * The year of a citation that names none: the cable's own; the year before where the own post's number is higher than the
 * cable's. In the first quarter the year of another post's cable is in doubt, unless its number is a low one. Source: `cable-format.md` 10.
 */
export function resolveYear(
  station: string,
  serial: number,
  words: string,
  ctx: CableContext,
  lines: Lines,
  report: Report,
): number | undefined {
  if (ctx.year === undefined) return undefined;
  const detail = { raw: words, detail: `${words.slice(0, 80)}.` };
  report('ref-year-inferred', lines, detail);
  const month = ctx.date === undefined ? undefined : Number(ctx.date.slice(5, 7));
  if (station === ctx.station) {
    if (ctx.serial === undefined || serial <= ctx.serial) return ctx.year;
    if (month !== undefined && month >= 10) {
      // Late in the year a higher number is a typing error rather than last year's.
      report('ref-year-uncertain', lines, detail);
      return ctx.year;
    }
    report('ref-year-previous', lines, detail);
    return ctx.year - 1;
  }
  if (month !== undefined && month <= 3 && !isSurely(station, serial, ctx.year, dayOfYear(ctx.date ?? '')))
    report('ref-year-uncertain', lines, detail);
  return ctx.year;
}

/**
 * Whether a number without a year can only be meant of the cable's own: it may have been reached by that day, and of the year
 * before it would be one of the first months, which nobody cites without a year. What a post sends a year, from published
 * cables: the Department 100,000 to 400,000 (half of it from 2006), others 500 to 12,000 (40,000 before 1980).
 */
function isSurely(station: string, serial: number, year: number, day: number): boolean {
  const isDepartment = station === 'STATE';
  const most = isDepartment ? (year < 2006 ? 400_000 : 200_000) : year < 1980 ? 40_000 : 12_000;
  const least = isDepartment ? 100_000 : 500;
  return serial <= (most * day) / 365 && serial < least * 0.4;
}

function dayOfYear(date: string): number {
  const [month = 1, day = 1] = date.slice(5, 10).split('-').map(Number);
  return (month - 1) * 30 + day;
}
