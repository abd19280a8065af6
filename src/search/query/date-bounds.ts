import type { DayRange, Query } from './query.ts';

const EVERYTHING: DayRange = {};

/**
 * The days that cables which answer a query can lie in: never too few. Tells which parts of the index must be opened.
 *
 * @returns open ends where the query sets no bound; `undefined` where no day can answer it
 */
export function dateBounds(query: Query): DayRange | undefined {
  switch (query.kind) {
    case 'date':
      return isEmpty(query.range) ? undefined : query.range;
    case 'and':
      return query.parts
        .map(dateBounds)
        .reduce<DayRange | undefined>((all, range) => all && range && narrowed(all, range), EVERYTHING);
    case 'or': {
      const ranges = query.parts.map(dateBounds).filter((range) => range !== undefined);
      return ranges.length === 0 ? undefined : ranges.reduce(widened);
    }
    default:
      return EVERYTHING;
  }
}

/** The days in both ranges. */
export function narrowed(a: DayRange, b: DayRange): DayRange | undefined {
  const from = a.from !== undefined && (b.from === undefined || a.from > b.from) ? a.from : b.from;
  const to = a.to !== undefined && (b.to === undefined || a.to < b.to) ? a.to : b.to;
  const range = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
  return isEmpty(range) ? undefined : range;
}

function widened(a: DayRange, b: DayRange): DayRange {
  const from = a.from === undefined || b.from === undefined ? undefined : a.from < b.from ? a.from : b.from;
  const to = a.to === undefined || b.to === undefined ? undefined : a.to > b.to ? a.to : b.to;
  return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
}

function isEmpty({ from, to }: DayRange): boolean {
  return from !== undefined && to !== undefined && from > to;
}
