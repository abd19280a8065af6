import { type CatalogEntry, listKeyOf, type MissingCable } from '../archive/queries.ts';
import type { MonthCount } from '../components/draw-activity.ts';

/** How many cables a page of a list shows. */
export const pageSize = 100;

/** Address of a further page, below the list's own, before its number. */
const PAGE = 'page/';

/** How many pages a list of so many rows has; a list of none has one. */
export function pagesOf(count: number): number {
  return Math.max(1, Math.ceil(count / pageSize));
}

/** The rows of one page, from 1. */
export function pageOf<Row>(rows: readonly Row[], at: number): readonly Row[] {
  return rows.slice((at - 1) * pageSize, at * pageSize);
}

export interface ListPaths<Params> {
  params: Params;
  /** Rows on all pages. */
  count: number;
  /** Key of all that a page shows, from 1; asked for when it is needed. */
  keyOf: (at: number) => string;
}

/** Which of a list's pages has this address, from 1. */
export function atOf({ page }: { page?: string | undefined }): number {
  return page === undefined ? 1 : Number(page.slice(PAGE.length));
}

/** Static paths of the pages of each list: the first at the list's own address, the others under it at `page/2/`. */
export function listPaths<Params extends Record<string, string>>(lists: readonly ListPaths<Params>[]) {
  return lists.flatMap(({ params, count, keyOf }) =>
    Array.from({ length: pagesOf(count) }, (_, index) => ({
      params: { ...params, page: index === 0 ? undefined : `${PAGE}${index + 1}` },
      get cacheKey() {
        return keyOf(index + 1);
      },
    })),
  );
}

/** Paths of a list of cables: its first page tells of all of them, the others of their own. */
export function cablePaths<Params>(params: Params, entries: readonly CatalogEntry[]): ListPaths<Params> {
  return {
    params,
    count: entries.length,
    keyOf: (at) => listKeyOf(at === 1 ? entries : pageOf(entries, at), [entries.length, at]),
  };
}

/** Paths of a list of other things, given as they are shown. */
export function rowPaths<Params>(params: Params, rows: readonly unknown[]): ListPaths<Params> {
  return { params, count: rows.length, keyOf: (at) => listKeyOf([], [rows.length, at, pageOf(rows, at)]) };
}

/** Cables by month and classification, months in order, those without a month left out. */
export function countMonths(entries: readonly CatalogEntry[]): MonthCount[] {
  const months = new Map<string, MonthCount['counts']>();
  for (const { cable } of entries) {
    const month = cable.dtg?.iso?.slice(0, 7);
    if (!month) continue;
    const counts = months.get(month) ?? {};
    const name = cable.classification ?? 'none';
    counts[name] = (counts[name] ?? 0) + 1;
    months.set(month, counts);
  }
  return [...months]
    .map(([month, counts]) => ({ month, counts }))
    .sort((a, b) => (a.month < b.month ? -1 : 1));
}

/** The first and the last year of cables, oldest first; undefined where no year is known. */
export function yearsActive(entries: readonly CatalogEntry[]): [first: string, last: string] | undefined {
  const yearIn = ({ cable }: CatalogEntry) => cable.dtg?.iso?.slice(0, 4) ?? cable.year?.toString();
  const first = entries.find(yearIn);
  const last = entries.findLast(yearIn);
  return first && last && [yearIn(first) ?? '', yearIn(last) ?? ''];
}

/** What `keysOf` says of each row, and how often; the most frequent first. */
export function tally<Row>(
  rows: readonly Row[],
  keysOf: (row: Row) => readonly string[],
): { key: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const row of rows) for (const key of keysOf(row)) counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts]
    .map(([key, count]) => ({ key, count }))
    .sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1));
}

/** What lists show of a cable that is not held. */
export const absentRow = ({ citing, ...missing }: MissingCable) => ({ ...missing, citing: citing.length });
