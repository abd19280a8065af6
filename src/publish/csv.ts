import { stringify } from 'csv-stringify/sync';

export type Cell = string | number | undefined;

/** How a cell begins that a spreadsheet takes for a formula, `＝` of full width too, or that an apostrophe already keeps from it. */
const formula = /^'*[=+\-@\t\r\n＝＋－＠]/;

/** What `toCsv` does to cells, in words for those who read the tables. */
export const csvGuard =
  "A cell that a spreadsheet would take for a formula (its first character, after any apostrophes, is = + - @, their full-width forms, a tab or a line end) has one apostrophe more before it: take it away to have the sender's text.";

/** Rows of a table (RFC 4180, lines end in `\n`), each cell guarded as `csvGuard` says, for the texts are not ours. No character is lost. */
export function toCsv(rows: readonly (readonly Cell[])[]): string {
  return stringify(
    rows.map((cells) =>
      cells.map((cell) => (typeof cell === 'string' && formula.test(cell) ? `'${cell}` : cell)),
    ),
  );
}

/** The text of a cell that `toCsv` wrote. */
export function fromCell(cell: string): string {
  return cell.startsWith("'") && formula.test(cell) ? cell.slice(1) : cell;
}
