import type { Row } from './body-row.ts';

/** Two figures or more in columns at the end: `GDP, 1960 PRICES     375.0      390.3       4.1`. */
const figures = /\S(?:[ \t]{3,20}(?:[-+($]{0,2}\d[\d.,]{0,15}[)%]{0,2}|-{1,2}|N\.?A\.?)){2,12}[ \t]*$/;

/** One figure in a column of its own: `B. ARRIVALS (FIRM)        310`. */
const figure = /\S {5,40}[-(]?\d[\d.,]{0,14}[)%]?$/;
/** Fewer lines with a figure under another may be sentences. */
const fewest = 3;

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

/** Takes the labels of lines for no list's whose figures stand one under another at their end: they are rows of a table. */
export function forgetListedRows(rows: readonly Row[]): void {
  for (let from = 0; from < rows.length; ) {
    const width = (rows[from] as Row).line.text.length;
    let to = from;
    while (endsInFigure(rows[to]) && Math.abs((rows[to] as Row).line.text.length - width) < 2) to += 1;
    const run = rows.slice(from, to);
    if (run.length >= fewest && run.filter(({ item }) => item).length > 1)
      for (const row of run) row.number = row.item = undefined;
    from = Math.max(to, from + 1);
  }
}

function endsInFigure(row: Row | undefined): boolean {
  if (row?.kind !== 'text' || !row.spaced || row.mark || row.number?.mark) return false;
  if (row.item && (row.item.mark || row.item.ordinal === 0)) return false;
  return row.text.length < 100 && figure.test(row.text);
}
