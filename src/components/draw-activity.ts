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
  /** How many months the picture spans. */
  months: number;
  height: number;
  /** Highest bar. */
  top: number;
  /** Lines to read heights by. */
  levels: { y: number; count: number }[];
  /** Labels under the bars, by percent of the width. */
  ticks: { at: string; key: string }[];
  /** One a month where the months are few, else one a year. */
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

/** The sum of a month's cables. */
export function sumOf({ counts }: Pick<MonthCount, 'counts'>): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

/** Months of one year taken together, where there are many; else the months as they are. */
export function rowsOf(months: readonly MonthCount[]): { key: string; counts: MonthCount['counts'] }[] {
  const first = months[0]?.month;
  const last = months[months.length - 1]?.month;
  if (!first || !last || monthsBetween(first, last) <= byYearAbove) {
    return months.map(({ month, counts }) => ({ key: month, counts }));
  }
  return [...Map.groupBy(months, ({ month }) => month.slice(0, 4))].map(([key, all]) => ({
    key,
    counts: Object.fromEntries(
      classOrder
        .map((name) => [name, all.reduce((sum, { counts }) => sum + (counts[name] ?? 0), 0)] as const)
        .filter(([, count]) => count > 0),
    ),
  }));
}

/** A stacked bar a month, over whole years, gaps included. Takes months in order, each once; gives undefined for none. */
export function drawActivity(months: readonly MonthCount[]): Activity | undefined {
  if (months.length === 0) return undefined;
  const first = `${months[0]?.month.slice(0, 4)}-01`;
  const last = `${months.at(-1)?.month.slice(0, 4)}-12`;
  const span = monthsBetween(first, last);
  const top = Math.max(lowestTop, ...months.map(sumOf));
  const scale = height / top;
  const gap = span > 180 ? 0 : 0.14;
  const paths = new Map<Classification | 'none', string[]>();
  for (const { month, counts } of months) {
    const x = monthsBetween(first, month) - 1;
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
  const keyed = rowsOf(months);
  const spans = keyed.map(({ key, counts }) => {
    const from =
      key.length === 4 ? Math.max(0, monthsBetween(first, `${key}-01`) - 1) : monthsBetween(first, key) - 1;
    const until = key.length === 4 ? Math.min(span, monthsBetween(first, `${key}-12`)) : from + 1;
    return { key, first: from, width: until - from, count: sumOf({ counts }) };
  });
  return {
    bars: classOrder.flatMap((classification) => {
      const path = paths.get(classification);
      return path ? [{ classification, path: path.join('') }] : [];
    }),
    months: span,
    height,
    top,
    levels: levelsOf(top).map((count) => ({ count, y: round(height - count * scale) })),
    ticks: ticksOf(first, last, span),
    spans,
  };
}

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
