import { endsSentence } from '../lines/sentence.ts';
import type { Row } from './body-row.ts';

/** Starts of columns: where text begins behind two or more blanks or a tab. Empty for running text. */
function columnsOf(text: string): number[] {
  if (!text.includes('  ') && !text.includes('\t')) return [];
  const columns: number[] = [];
  let column = 0;
  let gap = 0;
  let tab = false;
  let last = 0;
  for (let at = 0; at < text.length && columns.length < 24; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 32 || code === 9) {
      const wide = code === 9 ? 8 - (column % 8) : 1;
      if (code === 9) tab = true;
      gap += 1;
      column += wide;
      continue;
    }
    // two blanks behind a stop are the typist's space between sentences; (mil. lats)  (pct) are two
    const stop = last === 46 || last === 58 || last === 63 || last === 33 || (last === 41 && code !== 40);
    // a head whose first column is empty stands far from the edge
    if (last === 0 ? gap >= 10 : tab || gap > 2 || (gap === 2 && !stop)) columns.push(column);
    gap = 0;
    tab = false;
    last = code;
    column += 1;
  }
  return columns;
}

/** `One truck was burned`: no row has so many words with one blank between them. */
const inWords = /^\S+ \S+ \S/;

/** Gaps of a row whose text has at least two of two or more blanks. */
function isTabular(row: Row): number[] | undefined {
  if (row.kind !== 'text' || row.text.length > 400) return undefined;
  // a.   (C)   Text; far from the edge: -  One truck was burned: the gaps are its label's
  if (row.item && (row.item.mark || inWords.test(row.item.rest)) && !row.item.rest.includes('  '))
    return undefined;
  const columns = columnsOf(row.line.text);
  return columns.length >= 2 ? columns : undefined;
}

/** Two gaps of three or more blanks, which no running text has. */
const wideGaps = /\S {3,40}\S[^\t]{0,60}? {3,40}\S/;

/** A name and its value far apart: `MINISTER OF FISH            JANE ROE`. */
const twoColumns = /^[ \t]{0,12}[^ \t].{1,44}?(?: {5,}|\t+)[^ \t\]].{0,60}$/;

/** Text begins at the column, two blanks or a colon and one before it: a short gap in a table of wide ones, or a cell that goes on. */
function standsAt(text: string, column: number): boolean {
  return /^[ :] \S/.test(text.slice(column - 2, column + 1)) && !text.slice(0, column - 2).includes('\t');
}

/** A line of text that is no paragraph's or entry's first, and not longer than a row of a table. */
function isPlain({ kind, number, item, mark, filler, text }: Row): boolean {
  return kind === 'text' && !number && !item && !mark && !filler && text.length <= 100;
}

/** `Table 2: Fish (tons)` */
const tableTitle = /^TABLE \d{1,2}[.:]/i;
/** `PLACE:        ` before its value. */
const formLabel = /^[ \t]{0,8}[A-Z][A-Za-z /()'’-]{1,40}: +(?=\S)/;
/** So far from the edge stands no text that is only set in. */
const farIn = 12;

/** Cheap to ask: `findTable` finds no table on other lines. */
export function mayBeginTable({ spaced, text, indent }: Row, below: Row | undefined): boolean {
  return (
    spaced ||
    text[0] === '|' ||
    indent >= farIn ||
    (below !== undefined && (below.indent >= farIn || isPiped(below)))
  );
}

/** The column of a value whose next entry stands directly below it: `PARTICIPANTS: THE KING` / `              MR. ROE`; 0 where none does. */
function heldBelow(row: Row, below: Row | undefined): number {
  if (row.line.text.length > 60 || below?.kind !== 'text' || below.text.length > 45) return 0;
  const column = formLabel.exec(row.line.text)?.[0].length ?? 0;
  return column >= farIn && below.indent === column && /^[A-Z0-9"(]/.test(below.text) ? column : 0;
}

/** Index behind two or more lines of two columns at the same place, the first of them no number or label of a list. */
function findTwoColumns(rows: readonly Row[], at: number, end: number): number {
  const first = rows[at] as Row;
  /** A label whose values stand below each other. */
  const held = isPlain(first) ? heldBelow(first, rows[at + 1]) : 0;
  let to = held > 0 ? at + 1 : at;
  let column = held;
  let width = 0;
  let ruled = 0;
  /** Lines with something in the first column, or a value of their own. */
  let entries = to - at;
  const before = rows[at - 1];
  if (before?.kind === 'text' && !endsSentence(before.text) && !tableTitle.test(before.text)) return at;
  for (; to < end; to += 1) {
    const row = rows[to] as Row;
    // ----     ---- under the names of the columns
    if (row.kind === 'rule' && to - at === 1 && share(columnsOf(row.line.text), [column]) === 1) continue;
    // a rule above the sum, if the sum follows
    if (row.kind === 'rule' && entries >= 2 && ruled === 0) {
      ruled = to;
      continue;
    }
    if (row.kind !== 'text' || row.text.length > 100) break;
    // a value goes on below itself
    if (to > at && column >= farIn && row.indent === column) {
      if (held > 0) entries += 1;
      continue;
    }
    if (!isPlain(row)) break;
    if (to > at && standsAt(row.line.text, column)) {
      if (row.indent < column) entries += 1;
      continue;
    }
    if (!twoColumns.test(row.line.text)) break;
    const own = columnsOf(row.line.text);
    const last = own[own.length - 1] ?? 0;
    // figures stand one under the other at their end
    const far = Math.abs(last - column) > 1 && Math.abs(row.line.text.length - width) > 1;
    if (own.length !== 1 || (to > at && far)) break;
    column = last;
    width = row.line.text.length;
    entries += 1;
  }
  if (ruled > 0 && ruled === to - 1) to = ruled;
  return entries >= 2 ? to : at;
}

/** `| 2006 | 12 |` */
function isPiped({ text }: Row): boolean {
  return text[0] === '|' && text.length > 1 && text.endsWith('|');
}

/** A rule above a line between strokes: `+------+----+`. */
export function isRuleOfPiped(row: Row, below: Row | undefined): boolean {
  return row.kind === 'rule' && below !== undefined && isPiped(below);
}

/** Index behind two or more lines that begin and end with a stroke, with the rules around and between them. */
function findPiped(rows: readonly Row[], at: number, end: number): number {
  let to = at;
  let piped = 0;
  for (; to < end; to += 1) {
    const row = rows[to] as Row;
    if (isPiped(row)) piped += 1;
    else if (row.kind !== 'rule') break;
  }
  return piped >= 2 ? to : at;
}

/** `2003 2004 2005 2006*`, one blank between them. */
const yearsAlone = /^(?:[0-9/-]{4,9}\*? ){1,8}[0-9/-]{4,9}\*?$/;

function share(one: readonly number[], other: readonly number[]): number {
  let count = 0;
  for (const column of one) if (other.some((there) => Math.abs(there - column) <= 1)) count += 1;
  return count;
}

/** `EXPORTS (US$)` alone, above more rows of the same columns. */
function isGroup(row: Row, below: Row | undefined, columns: readonly number[]): boolean {
  if (!below || !isPlain(row) || row.spaced || row.text.length > 50 || endsSentence(row.text)) return false;
  return share(isTabular(below) ?? [], columns) >= 2;
}

/**
 * Finds a table that begins at a row: two or more consecutive lines with at least two gaps at the same columns. A rule under
 * the first line, single blank lines and lines with one gap between tabular ones belong to it, and a head above a rule or a blank line.
 *
 * @returns the row behind the table, or `at` where there is none. Source: cable format, section 13.
 */
export function findTable(rows: readonly Row[], at: number, end: number): number {
  const to = findRows(rows, at, end);
  if (to > at) return to;
  const below = belowHead(rows, at);
  if (below === undefined || below >= end) return at;
  const last = findRows(rows, below, end);
  return last > below ? last : at;
}

/** The row below a line of columns that is underlined or stands above a blank line, where another line of columns is. */
function belowHead(rows: readonly Row[], at: number): number | undefined {
  const underlined = rows[at + 1]?.kind === 'rule' ? at + 2 : at + 1;
  const next = rows[underlined]?.kind === 'blank' ? underlined + 1 : underlined;
  const below = rows[next];
  if (next === at + 1 || !below?.spaced || !isPlain(below)) return undefined;
  const head = rows[at] as Row;
  if (!isPlain(head) || endsSentence(head.text)) return undefined;
  return twoColumns.test(head.line.text) || isTabular(head) ? next : undefined;
}

/** `      Developed     Developing`, `Party        Seats (Change)`: names that stand over columns, if not over all of them. */
function isHead(row: Row, columns: readonly number[]): boolean {
  if (row.text.length > 60 || !isPlain(row)) return false;
  if (row.indent >= farIn && yearsAlone.test(row.text)) return true;
  if (!/\S {3}/.test(row.text) || endsSentence(row.text)) return false;
  const own = columnsOf(row.line.text);
  if (row.indent >= 4) own.unshift(row.indent);
  return own.every((column) => columns.some((other) => Math.abs(column - other) < 6));
}

/** Figures stand one under the other at their end. */
const endsInFigure = /\d[%)]{0,2}$/;

/** The lines of a table, from its first on. */
function findRows(rows: readonly Row[], at: number, end: number): number {
  const first = rows[at] as Row;
  if (first.text[0] === '|' || first.kind === 'rule') return findPiped(rows, at, end);
  let previous = isTabular(first);
  if (!previous) {
    const columns = (rows[at + 1] && isTabular(rows[at + 1] as Row)) ?? [];
    const behind = columns.length > 0 && isHead(first, columns) ? findTable(rows, at + 1, end) : 0;
    return behind > at + 1 ? behind : findTwoColumns(rows, at, end);
  }
  let tabular = 1;
  let to = at + 1;
  let width = first.line.text.length;
  for (let next = at + 1; next < end; next += 1) {
    const row = rows[next] as Row;
    // a lone dash holds the place of a blank line
    if (row.kind === 'blank' || row.text === '-') {
      if ((rows[next - 1] as Row).kind === 'blank') break;
      continue;
    }
    if (row.kind === 'rule') {
      // a rule under or between the lines is the table's, one behind it too
      to = (rows[next - 1] as Row).kind === 'text' && tabular > 0 ? next + 1 : to;
      continue;
    }
    if (row.number?.mark) break;
    const columns = isTabular(row);
    if (!columns) {
      const single = row.text.length < 400 ? columnsOf(row.line.text) : [];
      // a sum may stand below a rule
      const above = (rows[next - 1] as Row).kind;
      const isNear = above === 'text' || (above === 'rule' && tabular > 1);
      const isUnder =
        share(single, previous) === 1 ||
        (Math.abs(row.line.text.length - width) < 2 && endsInFigure.test(row.text));
      if (isNear && single.length === 1 && isUnder) {
        if (tabular > 1) to = next + 1;
        continue;
      }
      if (isNear && tabular > 1 && isGroup(row, rows[next + 1], previous)) continue;
      break;
    }
    // columns of a head stand over the middle or the end of theirs: as many gaps do as well
    const common = share(columns, previous);
    const alike = common >= 2 || columns.length === previous.length || (common === 1 && tabular > 1);
    const adjacent = (rows[next - 1] as Row).kind !== 'blank' && wideGaps.test(row.text);
    if (!alike && !adjacent) break;
    tabular += 1;
    to = next + 1;
    previous = columns;
    width = row.line.text.length;
  }
  return tabular >= 2 ? to : at;
}
