import type { Lines } from '../cable.ts';
import type { CableContext } from '../context.ts';
import type { Report } from '../diagnostics.ts';

/**
 * The year of a citation that names none: the cable's own; the year before where the own post's number is higher than the
 * cable's. In the first quarter the year of another post's cable cannot be known. Source: `cable-format.md` 10.
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
  if (month !== undefined && month <= 3) report('ref-year-uncertain', lines, detail);
  return ctx.year;
}
