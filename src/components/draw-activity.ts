/**
 * The picture of cables over time. Observable Plot with linkedom, measured on 720 months of four classifications: 50 times the
 * build time, eight times the bytes, a link without a name on each segment, and a style element, which the content policy forbids.
 */
import type { Classification } from '../cable/cable.ts';

/** Cables of one month by classification; `none` for those that bear none. */
export interface MonthCount {
  /** `2008-05`. */
  month: string;
  counts: Partial<Record<Classification | 'none', number>>;
}

export interface Activity {
  /** One path a classification: bars one unit wide, the picture's height being `height`. */
  bars: { classification: Classification | 'none'; path: string }[];
  /** What one bar holds. */
  by: 'month' | 'year';
  /** What the bars show, in order. */
  columns: KeyCount[];
  /** The same as the rows of a table: months where they are few, else years. */
  rows: KeyCount[];
  /** How many bars the picture has room for. */
  width: number;
  height: number;
  /** Highest bar. */
  top: number;
  /** Lines to read heights by. */
  levels: { y: number; count: number }[];
  /** Labels under the bars, by percent of the width. */
  ticks: { at: string; key: string }[];
  /** One a row. */
  spans: { key: string; first: number; width: number; count: number }[];
}

/** From the bottom of a bar to its top. */
export const classOrder = [
  'UNCLASSIFIED',
  'LIMITED OFFICIAL USE',
  'CONFIDENTIAL',
  'SECRET',
  'TOP SECRET',
  'none',
] as const;

const height = 160;
/** A few cables do not fill the picture. */
const lowestTop = 4;
/** Above so many months the links and the table go by year. */
const byYearAbove = 60;
/** A long time with fewer cables a month than this is seen better by year. */
const sparse = 1.5;

/** The sum of a month's cables. */
export function sumOf({ counts }: Pick<MonthCount, 'counts'>): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

/** Cables of a month (`2008-05`) or of a year (`2008`). */
export interface KeyCount {
  key: string;
  counts: MonthCount['counts'];
}

/** Months of one year taken together. */
function yearsOf(months: readonly MonthCount[]): KeyCount[] {
  return [...Map.groupBy(months, ({ month }) => month.slice(0, 4))].map(([key, all]) => ({
    key,
    counts: Object.fromEntries(
      classOrder
        .map((name) => [name, all.reduce((sum, { counts }) => sum + (counts[name] ?? 0), 0)] as const)
        .filter(([, count]) => count > 0),
    ),
  }));
}

/**
 * A stacked bar a month, over whole years, gaps included. Takes months in order, each once; gives undefined for none.
 *
 * @param mayJoin draws a bar a year where the cables are few for so long a time
 */
export function drawActivity(months: readonly MonthCount[], mayJoin = false): Activity | undefined {
  if (months.length === 0) return undefined;
  const first = `${months[0]?.month.slice(0, 4)}-01`;
  const last = `${months.at(-1)?.month.slice(0, 4)}-12`;
  const span = monthsBetween(first, last);
  const total = months.reduce((sum, month) => sum + sumOf(month), 0);
  const by = mayJoin && span > byYearAbove && total / span < sparse ? 'year' : 'month';
  const unit = by === 'year' ? 12 : 1;
  const byMonth = months.map(({ month, counts }) => ({ key: month, counts }));
  const columns = by === 'year' ? yearsOf(months) : byMonth;
  const rows = span > byYearAbove ? yearsOf(months) : byMonth;
  const top = Math.max(lowestTop, ...columns.map(sumOf));
  const scale = height / top;
  const gap = span / unit > 180 ? 0 : 0.14;
  const paths = new Map<Classification | 'none', string[]>();
  for (const { key, counts } of columns) {
    const x = (monthsBetween(first, startOf(key)) - 1) / unit;
    let y = height;
    for (const name of classOrder) {
      const count = counts[name];
      if (!count) continue;
      const tall = count * scale;
      y -= tall;
      const path = paths.get(name) ?? [];
      path.push(`M${x} ${round(y)}h${1 - gap}v${round(tall)}h${gap - 1}z`);
      paths.set(name, path);
    }
  }
  const spans = rows.map(({ key, counts }) => {
    const from = (monthsBetween(first, startOf(key)) - 1) / unit;
    return { key, first: from, width: (key.length === 4 ? 12 : 1) / unit, count: sumOf({ counts }) };
  });
  return {
    bars: classOrder.flatMap((classification) => {
      const path = paths.get(classification);
      return path ? [{ classification, path: path.join('') }] : [];
    }),
    by,
    columns,
    rows,
    width: span / unit,
    height,
    top,
    levels: levelsOf(top).map((count) => ({ count, y: round(height - count * scale) })),
    ticks: ticksOf(first, last, span),
    spans,
  };
}

/** The first month of a year, or a month itself. */
const startOf = (key: string): string => (key.length === 4 ? `${key}-01` : key);

/** Both included; 1 for the same month, 0 or less where the second is earlier. */
function monthsBetween(first: string, last: string): number {
  const index = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7));
  return index(last) - index(first) + 1;
}

/** One or two round numbers below the top. */
function levelsOf(top: number): number[] {
  if (top < 2) return [top];
  const power = 10 ** Math.floor(Math.log10(top));
  const step = [0.5, 1, 2, 5, 10].map((factor) => factor * power).find((size) => top / size <= 3) ?? power;
  const whole = Math.max(1, Math.round(step));
  return Array.from({ length: Math.floor(top / whole) }, (_, index) => (index + 1) * whole);
}

function ticksOf(first: string, last: string, span: number): { at: string; key: string }[] {
  if (span === 12) {
    const year = first.slice(0, 4);
    return ['01', '04', '07', '10'].map((month, at) => ({
      key: `${year}-${month}`,
      at: percent(at * 3, span),
    }));
  }
  const from = Number(first.slice(0, 4));
  const to = Number(last.slice(0, 4));
  const step = [1, 2, 5, 10, 20].find((years) => (to - from) / years <= 6) ?? 25;
  const ticks: { at: string; key: string }[] = [];
  for (let year = Math.ceil(from / step) * step; year <= to; year += step) {
    const at = monthsBetween(first, `${year}-01`) - 1;
    if (at >= 0 && at < span) ticks.push({ key: String(year), at: percent(at, span) });
  }
  return ticks;
}

function percent(part: number, whole: number): string {
  return `${round((part / whole) * 100)}%`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
