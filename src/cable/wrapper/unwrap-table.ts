import { countEnds } from '../lines/count-ends.ts';
import {
  type Cell,
  cableLine,
  type DumpRecord,
  inPlace,
  isText,
  recordOf,
  withLineEnds,
  wrapperOf,
} from './dump-record.ts';
import { readCells, type TableCell, type TableSigns } from './read-cells.ts';

// 123,3/4/2009 10:20,09SAMPLETOWN7,  (also in quotes)
const CSV_ROW = /^"?\d{1,7}"?,"?\d{1,2}\/\d{1,2}\/\d{4} \d{1,2}:\d{2}(?::\d{2})?"?,"?\d{2,4}[A-Z]/;
// 2006-02-03 10:20:00<TAB>06X1<TAB>
const TSV_ROW = /^"?\d{4}-\d\d-\d\d \d\d:\d\d(?::\d\d)?"?\t"?\d{2,4}[A-Z]/;
// The line by which a spreadsheet is told what parts the cells: sep=;
const SEPARATOR_LINE = /^sep=(.)[ \t]*(?=\n)/i;
// A quotation mark that opens a cell on one of the first three lines
const QUOTED_CELL = /^(?:[^\n]*\n){0,2}(?:[^\n]*[,;|\t][ ]?)?["']/;
// A cell with line ends written by a program on one of them, behind a tab
const WRITTEN_CELL = /^(?:[^\n]*\n){0,2}[^\n]*\t[^\n]*\\n/;
/** A value of the first row that names a column, or none. */
const HEADING = /^(?:[A-Za-z_][\w ./-]{0,40})?$/;
/** What may part and quote cells, the usual first. */
const signs: readonly TableSigns[] = [
  { mark: ',', quote: '"' },
  { mark: ';', quote: '"' },
  { mark: '\t', quote: '"' },
  { mark: '|', quote: '"' },
  { mark: ',', quote: "'" },
  { mark: ';', quote: "'" },
];

/** Reads the cables of a table: a dump of eight columns in a known order, or any whose rows mostly hold the text of a cable. */
export function readTable(file: string): DumpRecord[] {
  const told = SEPARATOR_LINE.exec(file)?.[1];
  // a row of blanks is none
  const text = told === undefined ? file : file.replace(SEPARATOR_LINE, told);
  const head = text.slice(0, 400);
  if (CSV_ROW.test(head)) return recordsOf(readCells(text, { mark: ',', quote: '"' }).rows, csvRecord);
  if (
    QUOTED_CELL.test(text.slice(0, 2000)) ||
    (text.includes('\\n') && WRITTEN_CELL.test(text.slice(0, 20_000)))
  ) {
    const records = readAnyTable(text, told);
    if (records.length > 0) return records;
  }
  return TSV_ROW.test(head) ? readTsv(text) : [];
}

function readAnyTable(text: string, told: string | undefined): DumpRecord[] {
  if (!cableLine.test(text.replace(WRITTEN_END, '\n').replace(CELL_START, '\n'))) return [];
  for (const { mark, quote } of signs) {
    if (told !== undefined && mark !== told) continue;
    const { rows, isOpen } = readCells(text, { mark, quote });
    if (isOpen && rows.length < 2) continue;
    const [first] = rows;
    const isHeaded = rows.length > 1 && first?.every(({ text }) => HEADING.test(text.trim()));
    const kind = mark === '\t' ? 'tsv' : 'csv';
    // commas, semicolons and strokes stand in running text as well
    const records = recordsOf(isHeaded ? rows.slice(1) : rows, (cells) =>
      mark === '\t' || isQuoted(cells) ? recordOf(kind, cells) : undefined,
    );
    if (records.length > 0) return records;
  }
  return [];
}

/** Whether a row has its text in quotes, and nothing of it outside. */
function isQuoted(cells: readonly TableCell[]): boolean {
  return (
    cells.some(({ quoted, text }) => quoted && isText(withLineEnds(text))) &&
    !cells.some(({ quoted, text }) => !quoted && isText(text))
  );
}

const WRITTEN_END = /\\n/g;
const CELL_START = /["'](?=\S)/g;

/** The rows as records. A row without a cable is kept as it is; where most are, the text is no dump. */
function recordsOf(
  rows: readonly TableCell[][],
  read: (cells: readonly TableCell[]) => DumpRecord | undefined,
): DumpRecord[] {
  let cables = 0;
  const records = rows.map((cells): DumpRecord => {
    const record = read(cells);
    if (record) cables++;
    const line = cells[0]?.line ?? 1;
    return record ?? { text: inPlace(cells, line), line, wrapper: { kind: 'csv' } };
  });
  return cables * 2 > records.length ? records : [];
}

/** Number, date, id, origin, classification, references, header, body. */
function csvRecord(cells: readonly Cell[]): DumpRecord {
  const [number, date, id, origin, classification, references] = cells
    .slice(0, 6)
    .map((cell) => cell.text.trim());
  const rest = cells.slice(6).map(({ text, line }) => ({ text: withLineEnds(text), line }));
  const first = rest[0]?.line ?? cells[0]?.line ?? 1;
  return {
    text: inPlace(rest, first),
    line: first,
    wrapper: wrapperOf('csv', { number, date, id, origin, classification, references }),
  };
}

/**
 * Reads the records of a TSV dump: date, id, origin, classification, references, header, body. A line end inside a cell has a
 * backslash before it; a record begins at a line with date and id.
 */
function readTsv(text: string): DumpRecord[] {
  const records: DumpRecord[] = [];
  const lines = text.split('\n');
  let first = 0;
  for (let index = 1; index <= lines.length; index++) {
    if (index < lines.length && !TSV_ROW.test((lines[index] ?? '').slice(0, 60))) continue;
    const row = lines.slice(first, index).join('\n');
    if (row.trim() !== '') records.push(tsvRecord(row, first + 1));
    first = index;
  }
  return records;
}

function tsvRecord(row: string, line: number): DumpRecord {
  const cells: string[] = [];
  let at = 0;
  while (cells.length < 5) {
    const tab = row.indexOf('\t', at);
    if (tab < 0) break;
    cells.push(row.slice(at, tab).replace(/^"|"$/g, '').trim());
    at = tab + 1;
  }
  const [date, id, origin, classification, references] = cells;
  const tab = row.indexOf('\t', at);
  const body = tab < 0 ? row.slice(at) : `${row.slice(at, tab)}\u2028${row.slice(tab + 1)}`;
  return {
    text: body,
    line: line + countEnds(row.slice(0, at)),
    wrapper: wrapperOf('tsv', { date, id, origin, classification, references }),
  };
}
