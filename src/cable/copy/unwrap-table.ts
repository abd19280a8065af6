import { type Cell, type DumpRecord, inPlace, recordOf, wrapperOf } from './dump-record.ts';

// 123,3/4/2009 10:20,09SAMPLETOWN7,  (also in quotes)
const CSV_ROW = /^"?\d{1,7}"?,"?\d{1,2}\/\d{1,2}\/\d{4} \d{1,2}:\d{2}(?::\d{2})?"?,"?\d{2,4}[A-Z]/;
// 2006-02-03 10:20:00<TAB>06X1<TAB>
const TSV_ROW = /^"?\d{4}-\d\d-\d\d \d\d:\d\d(?::\d\d)?"?\t"?\d{2,4}[A-Z]/;
// id,date,origin,classification,text
const HEADINGS =
  /^(?=.{0,300}\b(?:id|refid|number|date|text|body|content)\b)"?[a-z][\w ]{1,30}"?(?:,"?[a-z][\w ]{1,30}"?){1,19}[ \t]*\r?\n(?=["\d])/i;
// Embassy Lima,09SAMPLETOWN7,"...: a row whose first cells name the cable
const ANY_ROW = /^(?:"[^"\n]{0,80}",|[^",\n]{0,80},){0,5}"?\d{2,4}[A-Z]{2,24}\d{1,7}"?,(?:[^\n]{0,400},)?"/;

/** Which kind of table a text is a row or a dump of, if any. */
export function tableKind(text: string): 'csv' | 'tsv' | undefined {
  const head = text.slice(0, 400).trimStart();
  if (CSV_ROW.test(head) || HEADINGS.test(head) || ANY_ROW.test(head)) return 'csv';
  return TSV_ROW.test(head) ? 'tsv' : undefined;
}

/**
 * Reads the records of a CSV dump: number, date, id, origin, classification, references, header, body; in another order by the looks
 * of the cells. Quotes inside a cell are doubled or behind a backslash; a cell may hold line ends. A row without a cable is kept as it
 * is; where most are, the text is no dump.
 */
export function readCsv(text: string): DumpRecord[] {
  const records: DumpRecord[] = [];
  let cells: Cell[] = [];
  let line = 1;
  let at = 0;
  const head = text.slice(0, 400);
  const ordered = CSV_ROW.test(head);
  const headed = HEADINGS.test(head);
  let cables = 0;
  const close = (): void => {
    const start = cells[0]?.line ?? 1;
    if (cells.some((cell) => cell.text.trim() !== '')) {
      const record = ordered ? csvRecord(cells) : recordOf('csv', cells);
      if (record) cables++;
      if (record || !headed || start > 1)
        records.push(record ?? { text: inPlace(cells, start), line: start, wrapper: { kind: 'csv' } });
    }
    cells = [];
  };
  while (at < text.length) {
    const start = line;
    let cell: string;
    if (text[at] === '"') {
      const parts: string[] = [];
      let from = ++at;
      for (;;) {
        const quote = text.indexOf('"', at);
        if (quote < 0) {
          parts.push(text.slice(from));
          at = text.length;
          break;
        }
        if (text[quote + 1] === '"') {
          parts.push(text.slice(from, quote + 1));
          from = at = quote + 2;
        } else if (text[quote - 1] === '\\' && quote > from) {
          parts.push(text.slice(from, quote - 1), '"');
          from = at = quote + 1;
        } else {
          parts.push(text.slice(from, quote));
          at = quote + 1;
          break;
        }
      }
      cell = parts.join('');
    } else cell = '';
    const next = cellEnd(text, at);
    cell += text.slice(at, next);
    at = next;
    for (let end = cell.indexOf('\n'); end >= 0; end = cell.indexOf('\n', end + 1)) line++;
    cells.push({ text: cell, line: start });
    const mark = text[at];
    at++;
    if (mark === '\r' && text[at] === '\n') at++;
    if (mark !== ',') {
      if (mark !== undefined) line++;
      close();
    } else if (at >= text.length) cells.push({ text: '', line });
  }
  close();
  return cables * 2 > records.length ? records : [];
}

function cellEnd(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 44 || code === 10 || code === 13) return at;
  }
  return text.length;
}

function csvRecord(cells: readonly Cell[]): DumpRecord {
  const [number, date, id, origin, classification, references] = cells
    .slice(0, 6)
    .map((cell) => cell.text.trim());
  const rest = cells.slice(6);
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
export function readTsv(text: string): DumpRecord[] {
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
  let end = 0;
  for (let found = row.indexOf('\n'); found >= 0 && found < at; found = row.indexOf('\n', found + 1)) end++;
  const tab = row.indexOf('\t', at);
  const body = tab < 0 ? row.slice(at) : `${row.slice(at, tab)}\u2028${row.slice(tab + 1)}`;
  return {
    text: body,
    line: line + end,
    wrapper: wrapperOf('tsv', { date, id, origin, classification, references }),
  };
}
