import type { Row } from './body-row.ts';

/** Two figures or more in columns at the end: `GDP, 1960 PRICES     375.0      390.3       4.1`. */
const figures = /\S(?:[ \t]{2,20}(?:[-+($]{0,2}\d[\d.,]{0,15}[)%]{0,2}|-{1,2}|N\.?A\.?)){2,12}[ \t]*$/;

/**
 * Takes the numbers of rows of a table that are counted for no paragraphs': `2. EXPORTS     2,850     2,859`, with another such row
 * behind it. Alone such a line is the first of a paragraph.
 */
export function forgetCountedRows(rows: readonly Row[]): void {
  const counted: Row[] = [];
  let before: Row | undefined;
  for (const row of rows) {
    if (!row.number) continue;
    const isCounted = row.spaced && !row.number.mark && figures.test(row.number.rest);
    if (isCounted && before?.number?.number === row.number.number - 1) counted.push(before, row);
    before = isCounted ? row : undefined;
  }
  for (const row of counted) row.number = row.item = undefined;
}
