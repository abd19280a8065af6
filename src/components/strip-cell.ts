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
