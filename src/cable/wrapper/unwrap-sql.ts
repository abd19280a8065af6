import { LineCounter } from '../lines/count-ends.ts';
import { type Cell, type DumpRecord, recordOf } from './dump-record.ts';

/** The first command stands within so many characters. */
const REACH = 20_000;
const COMMAND = /^[ \t]*(?:INSERT[ \t]+INTO|COPY)[ \t]/im;
// INSERT INTO cables (id, body) VALUES
const INSERT =
  /\bINSERT[ \t]+INTO[ \t][^;'()]{1,200}(?:\([^;'()]{1,2000}\))?[ \t\n]{0,9}VALUES[ \t\n]{0,9}(?=\()/gi;
// COPY public.cable (id, body) FROM stdin; down to a line with \. alone
const COPY = /^COPY [^\n;]{1,2000} FROM stdin;\n/gim;
const COPY_END = '\n\\.';
/** What a letter behind a backslash stands for; other signs stand for themselves, a line end for one that is no line of the file. */
const escapes: Record<string, string> = { n: '\u2028', r: '', t: '\t', N: '', Z: '', '0': '' };

/** Reads the cables of a dump of a database: the values of its INSERT commands, and the rows of its COPY commands. */
export function readSql(text: string): DumpRecord[] {
  const records: DumpRecord[] = [];
  // cheap: each command ends so
  if (!text.includes(');') && !text.includes('stdin;')) return records;
  if (!COMMAND.test(text.slice(0, REACH))) return records;
  const lines = new LineCounter(text);
  for (const { index, 0: command } of text.matchAll(INSERT)) {
    for (const cells of tuplesAt(text, index + command.length, lines)) {
      const record = recordOf('record', cells);
      if (record) records.push(record);
    }
  }
  for (const { index, 0: command } of text.matchAll(COPY)) {
    const from = index + command.length;
    const end = text.indexOf(COPY_END, from - 1);
    let line = lines.at(from);
    for (const row of text.slice(from, end < 0 ? text.length : end + 1).split('\n')) {
      const record = recordOf(
        'record',
        row.split('\t').map((cell) => ({ text: unescaped(cell), line })),
      );
      if (record) records.push(record);
      line++;
    }
  }
  return records;
}

/** The rows of values behind VALUES: (1, 'text', NULL), (2, 'text', NULL); */
function* tuplesAt(text: string, from: number, lines: LineCounter): Generator<Cell[]> {
  let cells: Cell[] = [];
  for (let at = from; at < text.length; ) {
    const sign = text[at];
    if (sign === ';') return;
    if (sign === "'") {
      const end = endOfString(text, at + 1);
      cells.push({ text: unescaped(text.slice(at + 1, end).replaceAll("''", "'")), line: lines.at(at) });
      at = end;
    } else if (sign === ')') {
      yield cells;
      cells = [];
    }
    at++;
  }
}

/** Where the quote stands that closes a string: neither doubled nor behind a backslash. */
function endOfString(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const sign = text[at];
    if (sign === '\\') at++;
    else if (sign === "'") {
      if (text[at + 1] !== "'") return at;
      at++;
    }
  }
  return text.length;
}

function unescaped(value: string): string {
  if (!value.includes('\\')) return value;
  return value.replace(/\\([\s\S])/g, (_, sign: string) => (sign in escapes ? (escapes[sign] ?? '') : sign));
}
