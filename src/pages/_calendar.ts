import type { CatalogEntry } from '../archive/queries.ts';
import { formatDate } from '../components/format-date.ts';
import type { Cell } from '../components/strip-cell.ts';
import type { Words } from '../data/words/words-for.ts';
import { pageSize } from './_lists.ts';

/** What stands over the days of months, one below another. */
export function dayHeads(t: Words): string[] {
  return Array.from({ length: 31 }, (_, place) =>
    place % 5 === 4 || place === 0 ? t.number(place + 1) : '',
  );
}

/** What stands over the months of years. */
export function monthHeads(t: Words): string[] {
  return Array.from({ length: 12 }, (_, place) =>
    formatDate(`2000-${String(place + 1).padStart(2, '0')}`, t.locale, 'monthNarrow'),
  );
}

/**
 * The days of a month as cells that lead to the day's first cable in the month's list, on whichever page that is.
 *
 * @param month `2008-05`
 * @param entries of the month, oldest first
 * @param own stands on the month's own first page: a cell whose cables are on another page bears the day's id, so that
 *   `/dates/2008/05/#d15` leads to the day however long the list grows
 */
export function dayCells(month: string, entries: readonly CatalogEntry[], t: Words, own = false): Cell[] {
  const counts = new Map<string, number>();
  const pages = new Map<string, number>();
  entries.forEach(({ cable }, place) => {
    const day = cable.dtg?.iso?.slice(0, 10) ?? '';
    counts.set(day, (counts.get(day) ?? 0) + 1);
    if (!pages.has(day)) pages.set(day, Math.floor(place / pageSize) + 1);
  });
  const [year = '', ofYear = ''] = month.split('-');
  const length = new Date(Date.UTC(Number(year), Number(ofYear), 0)).getUTCDate();
  return Array.from({ length: 31 }, (_, place) => {
    const day = `${month}-${String(place + 1).padStart(2, '0')}`;
    if (place >= length) return { count: 0, label: '', blank: true };
    const count = counts.get(day) ?? 0;
    const page = pages.get(day) ?? 1;
    const id = `d${day.slice(8)}`;
    return {
      count,
      label: `${formatDate(day, t.locale)}: ${t.cables(count)}`,
      path: `/dates/${year}/${ofYear}/${page > 1 ? `page/${page}/` : ''}#${id}`,
      ...(own && page > 1 && { id }),
    };
  });
}
