import type { PortionMark } from '../cable.ts';
import { codeAt, type Line } from '../lines/line.ts';
import { type ItemLabel, parseItemLabel } from './item-label.ts';
import { type ParagraphNumber, parseNumber } from './paragraph-number.ts';
import { parseMark } from './parse-mark.ts';

/** A line of the body with what its first characters may mean. Whether they do mean it, the lines around it decide. */
export interface Row {
  line: Line;
  /** Without leading blanks and without the publisher's pilcrow. */
  text: string;
  indent: number;
  /** Two blanks in a row, or a tab: columns, or what a typist does behind a stop. */
  spaced: boolean;
  kind: 'blank' | 'rule' | 'text';
  /** A pilcrow stood before it. */
  pilcrow: boolean;
  /** The dash that held the place of the blanks before it. */
  filler?: Line;
  number?: ParagraphNumber;
  item?: ItemLabel;
  /** A portion mark without a number before it. */
  mark?: { mark: PortionMark; rest: string };
}

/** At least three rule characters; of full stops, which are an omission, and slashes, which are a filler, only a long run is one. */
const rule = /^(?![./#].{0,3}$)[-=_*‐‑–—~.#+/][ \t]*[-=_*‐‑–—~.#+/][ \t]*[-=_*‐‑–—~.#+/][-=_*‐‑–—~.#+/ \t]*$/;

/** `-                  SUMMARY`: the dash held the place of a line's blanks, and the words stand in its middle. */
const heldLine = /^-[ \t]{10,60}([A-Z"“”'’](?:[^ \t-]|[ \t-](?![ \t-])){1,50})$/;

/** A line of rule characters alone: `-----`, `= = =`, `‐‐‐‐‐`, `* * *`. */
export function isRule(text: string): boolean {
  return rule.test(text);
}

/** The first row from `at` on that is not blank; behind the last where there is none. */
export function pastBlanks(rows: readonly Row[], at: number): number {
  let next = at;
  while (rows[next]?.kind === 'blank') next += 1;
  return next;
}

/** Reads one line. Cheap for running text: first characters decide what is tried. */
export function readRow(line: Line): Row {
  const raw = line.text;
  let at = 0;
  let indent = 0;
  let pilcrow = false;
  for (; at < raw.length; at += 1) {
    const code = raw.charCodeAt(at);
    if (code === 32) indent += 1;
    else if (code === 9) indent += 8;
    else if (code === 0xb6) pilcrow = true;
    else break;
  }
  const text = at === 0 ? raw : raw.slice(at);
  const row: Row = {
    line,
    text,
    indent,
    spaced: text.includes('  ') || text.includes('\t'),
    kind: 'text',
    pilcrow,
    filler: undefined,
    number: undefined,
    item: undefined,
    mark: undefined,
  };
  if (text === '') {
    row.kind = 'blank';
    return row;
  }
  const code = text.charCodeAt(0);
  if ((code >= 97 && code <= 122) || (code >= 65 && code <= 90)) {
    if (mayLabel(text, code)) readItem(row);
    return row;
  }
  if (code >= 48 && code <= 57) {
    row.number = parseNumber(text);
    readItem(row);
    return row;
  }
  if (isRule(text)) {
    row.kind = 'rule';
    return row;
  }
  if (code === 40 /* ( */) {
    row.number = parseNumber(text);
    row.mark = parseMark(text);
    const bullet = row.mark && markedBullet(row.mark);
    if (bullet) {
      row.item = bullet;
      row.mark = undefined;
    } else if (!row.mark || codeAt(text, 2) === 41) readItem(row);
    return row;
  }
  const centred = code === 45 && row.spaced ? heldLine.exec(text)?.[1] : undefined;
  if (centred === undefined) readItem(row);
  else {
    row.text = centred;
    row.filler = { ...line, text: '-' };
  }
  return row;
}

/** `(C) -- Text`: the mark stands before the bullet. */
function markedBullet({ mark, rest }: { mark: PortionMark; rest: string }): ItemLabel | undefined {
  const item = rest.startsWith('--') ? parseItemLabel(rest) : undefined;
  return item && !item.mark ? { ...item, mark } : undefined;
}

/** `a.`, `B)`, `iv.`, `o Text`: most lines begin with a word, and are running text. */
function mayLabel(text: string, code: number): boolean {
  const second = codeAt(text, 1);
  if (second === 46 || second === 41) return true;
  if (code === 111) return second === 32 || second === 9;
  if (!isRoman(code)) return false;
  for (let at = 1; at < 6; at += 1) {
    const next = codeAt(text, at);
    if (next === 46 || next === 41) return true;
    if (!isRoman(next)) return false;
  }
  return false;
}

function isRoman(code: number): boolean {
  const small = code | 32;
  return small === 105 || small === 118 || small === 120;
}

function readItem(row: Row): void {
  row.item = parseItemLabel(row.text);
}
