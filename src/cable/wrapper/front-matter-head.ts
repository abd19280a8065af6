import { type Line, lineOf } from '../lines/line.ts';

// subject: X / `  raw: X` / `  - raw: X` / `    text: X` / `  - SIPDIS`
const TOP = /^([A-Za-z]+):(?: (.*))?$/;
const INNER = /^ {2}(?:- | {2})?(?:([A-Za-z]+): )?(.*)$/;
/** Keys that stand in every front matter of this program, and together in no other. */
const OWN = ['dialect', 'source'];

/** A value of a field, and the line of the file that has it. */
interface Value {
  text: string;
  line: number;
}

/**
 * The head of a cable out of the front matter that this program wrote: the sender's own words, each at the line that has them, with
 * their labels before them. None where the front matter is another's.
 */
export function frontMatterHead(rows: readonly string[], first: number): Line[] | undefined {
  if (!OWN.every((key) => rows.includes(`${key}:`) || rows.some((row) => row.startsWith(`${key}: `))))
    return undefined;
  const fields = fieldsOf(rows, first);
  const all = (key: string): readonly Value[] => fields.get(key) ?? [];
  const lines: Line[] = [];
  const add = (label: string, values: readonly Value[], between?: string): void => {
    const [head, ...others] = between === undefined ? values : joined(values, between);
    if (!head) return;
    lines.push(lineOf(`${label}${head.text}`, head.line));
    for (const { text, line } of others) lines.push(lineOf(text, line));
  };
  const part = (): void => {
    const last = lines[lines.length - 1];
    if (last && last.text !== '') lines.push(lineOf('', last.number));
  };
  add('', all('transmission raw'));
  add('', all('dtg raw'));
  add('FM ', all('from raw'));
  // alone they would be taken for text
  if (lines.length > 0) {
    add('TO ', all('to raw'));
    add('INFO ', all('info raw'));
  }
  part();
  add('', [...all('classificationRaw'), ...all('messageNumber raw')], ' ');
  part();
  add('', all('captions'));
  add('', all('passLines raw'));
  part();
  add('E.O. ', all('eo raw'));
  add('TAGS: ', all('tags code'), ', ');
  add('SUBJECT: ', [...all('subjectClassification').map(inBrackets), ...all('subject')], ' ');
  part();
  add('REF: ', all('references text'), '; ');
  part();
  add('Classified By: ', all('classifiedBy raw'));
  add('Derived From: ', all('derivedFrom'));
  add('Declassify On: ', all('declassifyOn'));
  part();
  return lines;
}

/** The values by their keys: `subject`, `dtg raw`, `tags code`; a tag's raw word, perhaps of several codes, is in their place, a reference's letter before it. */
function fieldsOf(rows: readonly string[], first: number): Map<string, Value[]> {
  const fields = new Map<string, Value[]>();
  let field = '';
  let letter = '';
  let glued = '';
  for (const [index, row] of rows.entries()) {
    const top = TOP.exec(row);
    if (top?.[1]) field = top[1];
    const [, key, written] = top ? [top[0], undefined, top[2]] : (INNER.exec(row) ?? []);
    if (!written) continue;
    const text = unquoted(written);
    const name = key === undefined ? field : `${field} ${key}`;
    if (name === 'references bullet') letter = `${text}. `;
    const value = { text: name === 'references text' ? `${letter}${text}` : text, line: first + index };
    if (name === 'references text') letter = '';
    if (name === 'tags code' && glued.includes(text)) continue;
    if (name === 'tags code' || name === 'tags raw') glued = name === 'tags raw' ? text : '';
    const before = fields.get(name === 'tags raw' ? 'tags code' : name);
    if (name === 'tags raw') before?.splice(-1, 1, value);
    else if (before) before.push(value);
    else fields.set(name, [value]);
  }
  return fields;
}

function joined(values: readonly Value[], between: string): Value[] {
  const [head] = values;
  return head ? [{ text: values.map(({ text }) => text).join(between), line: head.line }] : [];
}

function inBrackets({ text, line }: Value): Value {
  return { text: `(${text})`, line };
}

/** A scalar of YAML, of which those in quotes are nearly strings of JSON. */
function unquoted(written: string): string {
  if (!written.startsWith('"')) return written;
  try {
    return String(JSON.parse(written)).replace(/\s+/g, ' ');
  } catch {
    return written.replace(/^"|"$/g, '');
  }
}
