/** One box of a row of boxes: a day of a month, a month of a year. */
export interface Cell {
  /** No such day: nothing is drawn. */
  blank?: boolean;
  /** For links to the box. */
  id?: string | undefined;
  count: number;
  /** What lies behind it; none where there is nothing. */
  path?: string;
  label: string;
}

/** The class of a box that holds so many cables, of four, where the fullest beside it holds `most`. */
export function shadeOf(count: number, most: number): string {
  return `n${Math.max(1, Math.ceil((4 * Math.log(1 + count)) / Math.log(1 + most)))}`;
}
