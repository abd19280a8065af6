import { type Cell, type DumpRecord, recordOf } from './dump-record.ts';

/** How much of a value is looked for in the file to find its line. */
const LOOKED_FOR = 40;
/** How deep a dump may be nested; what is deeper is none. */
const LEVELS = 20;
/** Deeper than that from its first sign on: told without reading it. */
const TOO_DEEP = /^(?:\s*[[{]){21}/;

/** Reads the cables of a JSON file, or of one that holds an object a line: each object with a text of many lines is one. */
export function readJson(text: string): DumpRecord[] {
  const opening = text.trimStart()[0];
  if ((opening !== '{' && opening !== '[') || TOO_DEEP.test(text)) return [];
  const records: DumpRecord[] = [];
  const lines = new LineFinder(text);
  for (const value of valuesOf(text)) takeRecords(value, lines, records);
  return records;
}

/** The file as one value, or its lines as one each. */
function valuesOf(text: string): unknown[] {
  const whole = parsed(text);
  if (whole !== undefined) return [whole];
  const values: unknown[] = [];
  for (const line of text.split('\n')) {
    if (line.trim() === '') continue;
    const value = parsed(line);
    if (value === undefined) return [];
    values.push(value);
  }
  return values;
}

function parsed(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return isWithin(value, LEVELS) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isWithin(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return levels > 0 && Object.values(value).every((one) => isWithin(one, levels - 1));
}

function takeRecords(value: unknown, lines: LineFinder, records: DumpRecord[]): void {
  if (typeof value !== 'object' || value === null) return;
  const inner = Object.values(value).filter((one) => one !== null);
  const cells: Cell[] = inner
    .filter((one) => typeof one === 'string')
    .map((one) => ({ text: one.replace(/\r?\n/g, '\u2028'), line: lines.lineOf(one) }));
  // a list of objects has no value of its own: nothing is to be kept beside it
  const others = cells.length > 0 ? inner.filter((one) => typeof one !== 'string') : [];
  const record = recordOf(
    'record',
    cells,
    others.map((one) => JSON.stringify(one)),
  );
  if (record) records.push(record);
  else for (const one of inner) takeRecords(one, lines, records);
}

/** Finds the lines at which values begin, which come in the order of the file. */
class LineFinder {
  readonly #text: string;
  #at = 0;
  #line = 1;

  constructor(text: string) {
    this.#text = text;
  }

  lineOf(value: string): number {
    const found = this.#text.indexOf(JSON.stringify(value.slice(0, LOOKED_FOR)).slice(0, -1), this.#at);
    if (found < 0) return this.#line;
    this.#line += this.#text.slice(this.#at, found).split('\n').length - 1;
    this.#at = found;
    return this.#line;
  }
}
