import type { ListedCable } from '../archive/catalog.ts';

type Dated = Pick<ListedCable, 'dtg' | 'wrapper' | 'year'>;

// 2008, 2008-05, 2008-05-15
const DATE = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?/;

/**
 * The day a cable is found by, as the number 20080515: its date-time group, else the date its wrapper gives, else the year of its
 * number. 20080500 or 20080000 where month or year alone is known, 0 where nothing is.
 */
export function cableDay({ dtg, wrapper, year }: Dated): number {
  const date = DATE.exec(dtg?.iso ?? '') ?? DATE.exec(wrapper?.date ?? '');
  if (!date) return (year ?? 0) * 10000;
  return Number(date[1]) * 10000 + Number(date[2] ?? 0) * 100 + Number(date[3] ?? 0);
}

/** First and last day that a day number may mean: 20080500 is 20080501 to 20080531. */
export function dayRange(day: number): [first: number, last: number] {
  const year = Math.floor(day / 10000);
  const month = Math.floor(day / 100) % 100;
  if (month === 0) return [year * 10000 + 101, year * 10000 + 1231];
  if (day % 100 !== 0) return [day, day];
  return [day + 1, day + new Date(Date.UTC(year, month, 0)).getUTCDate()];
}
