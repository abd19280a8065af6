import type { Wrapper } from '../cable.ts';
import { countEnds } from '../lines/count-ends.ts';

/** A cable of a dump: its text, and what the dump tells of it. */
export interface DumpRecord {
  /** Header and body of the cable with the line ends they have in the file. */
  text: string;
  /** Line of the file at which `text` begins. */
  line: number;
  wrapper: Wrapper;
}

/** A value of a dump, and the line of the file at which it begins. */
export interface Cell {
  text: string;
  line: number;
}

// 09SAMPLETOWN7, 2009SAMPLETOWN7
const ID = /^(?:19|20)?\d{2}[A-Z]{2,24}\d{1,7}$/;
const DATE = /^(?:\d{4}-\d\d-\d\d|\d{1,2}\/\d{1,2}\/\d{4})(?:[T ]\d{1,2}:\d\d|$)/;
const CLASSIFICATION =
  /^(?:UNCLASSIFIED|LIMITED OFFICIAL USE|CONFIDENTIAL|SECRET|TOP SECRET)(?:\/\/.{2,40})?$/i;
// 3/4/2009 10:20
const AMERICAN_DATE = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?: (\d{1,2}):(\d{2}))?/;
/** Line ends that tell a text from other values, or so many characters where it has lost them. */
const FEWEST_ENDS = 2;
const LONGEST_VALUE = 400;
/** A line that a cable has, and no description, comment or list. */
export const cableLine =
  /^[ \t]*(?:VZ?V?CZC|FM[ \t]|MRN:|E\.?O\.?[ \t:]{0,3}1|TAGS?\b|SUBJ|¶|\d{1,2}[.)][ \t]*\(|UNCLAS|(?:C O N F|S E C R|LIMITED OFF|CONFIDENTIAL|SECRET).{0,60}\d{3})/im;
/** A line above the classification. */
const transmissionLine = /^[ \t]*(?:VZ?V?CZC|FM[ \t]+[A-Z]|(?:[ZOPR] ){1,2}\d{6}Z)/m;
// A line end as programs write it inside a value
const WRITTEN_END = /\\r\\n|\\n/g;

/** A date of a dump as ISO 8601: `3/4/2009 10:20` (month first) is `2009-03-04T10:20`. */
export function isoOfDump(date: string): string {
  const match = AMERICAN_DATE.exec(date);
  if (!match) return date.trim().replace(/^(\d{4}-\d\d-\d\d) (?=\d)/, '$1T');
  const [, month = '', day = '', year, hour, minute] = match;
  const time = hour === undefined ? '' : `T${hour.padStart(2, '0')}:${minute}`;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}${time}`;
}

/** What a dump tells of a cable, under the keys of a record. */
export function wrapperOf(kind: Wrapper['kind'], values: Record<string, string | undefined>): Wrapper {
  const wrapper: Wrapper = { kind };
  for (const [key, value] of Object.entries(values)) {
    if (value) wrapper[key] = key === 'date' ? isoOfDump(value) : value;
  }
  return wrapper;
}

/** The text with real line ends, where a program wrote them as `\n` throughout. */
export function withLineEnds(text: string): string {
  if (!text.includes('\\n')) return text;
  const written = text.match(WRITTEN_END)?.length ?? 0;
  return written > 5 && written > text.split('\n').length ? text.replace(WRITTEN_END, '\u2028') : text;
}

/**
 * A cable from values in any order: its text by its many lines, id, date, classification by their looks, origin behind the id; what
 * the dump says `beside` as it is. Nothing where no value is a cable's text.
 */
export function recordOf(
  kind: Wrapper['kind'],
  cells: readonly Cell[],
  beside: readonly string[] = [],
): DumpRecord | undefined {
  const values = cells.map(({ text, line }) => ({ text: withLineEnds(text), line }));
  const texts = headerFirst(values.filter(({ text }) => isText(text)));
  const [first] = texts;
  if (!first || !texts.some(({ text }) => cableLine.test(text))) return undefined;
  const short = values.filter(({ text }) => !isText(text)).map(({ text }) => text.trim());
  const like = (pattern: RegExp): string | undefined => short.find((value) => pattern.test(value));
  const id = like(ID);
  const origin = short
    .slice(id === undefined ? short.length : short.indexOf(id) + 1)
    .find((value) => /^[A-Z][A-Za-z .'’-]{3,60}$/.test(value) && !CLASSIFICATION.test(value));
  const known = { id, date: like(DATE), classification: like(CLASSIFICATION), origin };
  const others = short.filter((value) => value !== '' && !Object.values(known).includes(value));
  const wrapper = wrapperOf(kind, { ...known, raw: [...others, ...beside].join('\n') });
  return { text: inPlace(texts, first.line), line: first.line, wrapper };
}

/** The texts with the header of the transmission before the rest, in whatever order the dump has them. */
function headerFirst(texts: readonly Cell[]): readonly Cell[] {
  const at = texts.findIndex(({ text }) => transmissionLine.test(text));
  const header = texts[at];
  if (at < 1 || !header) return texts;
  const { line } = texts[0] as Cell;
  // Their lines cannot be told one by one, as lines of a file come in order.
  return [header, ...texts.toSpliced(at, 1)].map(({ text }) => {
    return { text: text.replaceAll('\n', '\u2028'), line };
  });
}

/** Whether a value is a text of its own, not one of the words about it. */
export function isText(text: string): boolean {
  return text.length > LONGEST_VALUE || text.split(/[\n\u2028]/, FEWEST_ENDS + 1).length > FEWEST_ENDS;
}

/** Puts values below each other, each at the line of the file it stands on. */
export function inPlace(cells: readonly Cell[], first: number): string {
  const parts: string[] = [];
  let line = first;
  for (const cell of cells) {
    if (cell !== cells[0]) parts.push(cell.line > line ? '\n'.repeat(cell.line - line) : '\u2028');
    parts.push(cell.text);
    line = cell.line + countEnds(cell.text);
  }
  return parts.join('');
}
