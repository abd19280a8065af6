import { LineCounter } from '../lines/count-ends.ts';
import { type Cell, cableLine, type DumpRecord, recordOf } from './dump-record.ts';

/** How much of a value is looked for in the file to find its line. */
const LOOKED_FOR = 40;
/** How deep a dump may be nested; what is deeper is none. */
const LEVELS = 20;
/** Deeper than that from its first sign on: told without reading it. */
const TOO_DEEP = /^(?:\s*[[{]){21}/;

// callback({, var cables = [, export default [: what a script sets before its data
const SCRIPT =
  /^\s*(?:(?:var|let|const)[ ]+[\w$]{1,60}[ ]*=|export[ ]+default|[\w$.]{1,60}[ ]*[=(])\s*(?=[[{])/;

/**
 * Reads the cables of a JSON file, or of one that holds many values, a line or more each, perhaps as data of a script: each object
 * with a text of many lines is one.
 */
export function readJson(file: string): DumpRecord[] {
  const text = file.replace(SCRIPT, (opening) => opening.replace(/[^\n]/g, ' '));
  const opening = text.trimStart()[0];
  if ((opening !== '{' && opening !== '[') || TOO_DEEP.test(text)) return [];
  const lines = new LineFinder(text);
  const records: DumpRecord[] = [];
  const whole = parsed(text);
  if (whole !== undefined) takeRecords(whole, lines, records);
  else takeObjects(text, lines, records);
  return records;
}

/** Reads the objects that stand in a text one by one; one that cannot be read is kept as it is, if others can. */
function takeObjects(text: string, lines: LineFinder, records: DumpRecord[]): void {
  const broken: DumpRecord[] = [];
  for (const written of objectsIn(text)) {
    const value = parsed(written);
    if (value !== undefined) takeRecords(value, lines, records);
    else broken.push({ text: written, line: lines.lineOf(written, written), wrapper: { kind: 'record' } });
  }
  if (records.length > 0) records.push(...broken);
}

/** Each object outside all others, from brace to brace; the last one may lack its end. */
function* objectsIn(text: string): Generator<string> {
  let depth = 0;
  let start = 0;
  let isString = false;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    if (isString) {
      if (sign === '\\') at++;
      else if (sign === '"') isString = false;
    } else if (sign === '"') isString = depth > 0;
    else if (sign === '{') {
      if (depth === 0) start = at;
      depth++;
    } else if (sign === '}' && depth > 0) {
      depth--;
      if (depth === 0) yield text.slice(start, at + 1);
    }
  }
  if (depth > 0) yield text.slice(start);
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
  const inner = Object.values(value)
    .filter((one) => one !== null)
    .map(joined);
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

/** A list whose longest value is more than this part of it all is no text cut in pieces but a row of values. */
const MOST_OF_ALL = 0.8;

/** The text of which a list has the lines, or the paragraphs, each with line ends of its own; other values as they are. */
function joined(value: unknown): unknown {
  if (!Array.isArray(value) || !value.every((one) => typeof one === 'string')) return value;
  const lengths = value.map((one) => one.length);
  const sum = lengths.reduce((total, length) => total + length, 0);
  if (lengths.some((length) => length > sum * MOST_OF_ALL)) return value;
  const text = value.join(value.some((one) => one.trim().includes('\n')) ? '\n\n' : '\n');
  return cableLine.test(text) ? text : value;
}

const NOT_ASCII = /[^\0-\x7f]/;

/** Finds the lines at which values begin, which come in the order of the file. */
class LineFinder {
  readonly #text: string;
  readonly #isAscii: boolean;
  readonly #lines: LineCounter;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
    this.#isAscii = !NOT_ASCII.test(text);
    this.#lines = new LineCounter(text);
  }

  lineOf(value: string, written = JSON.stringify(value.slice(0, LOOKED_FOR)).slice(0, -1)): number {
    // a file in ASCII has such letters in another way: nothing to look for
    const isThere = !(this.#isAscii && NOT_ASCII.test(written));
    const found = isThere ? this.#text.indexOf(written, this.#at) : -1;
    if (found >= 0) this.#at = found;
    return this.#lines.at(this.#at);
  }
}
