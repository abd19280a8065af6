import { linesOf } from '../lines/line.ts';
import { type Row, readRow } from '../rows/body-row.ts';
import { findTable, mayBeginTable } from '../rows/find-table.ts';
import { type BodyWalk, breakOff, closeParagraph } from './body-walk.ts';

/** Takes a table whole, with its line ends. */
export function takeTable(walk: BodyWalk, row: Row): boolean {
  const { rows, at } = walk;
  const to = mayBeginTable(row, rows[at + 1]) ? findTable(rows, at, rows.length) : at;
  if (to <= at) return false;
  closeParagraph(walk);
  const run = rows.slice(at, to).map(({ line }) => line);
  walk.body.push({
    type: 'table',
    lines: linesOf(run),
    anchor: walk.anchors.unnumbered(),
    text: run.map(({ text }) => text).join('\n'),
  });
  walk.at = to - 1;
  breakOff(walk, { headed: false, blank: true });
  return true;
}

/** The row behind a number where a table begins on it. */
export function tableBehind({ rows, at }: BodyWalk, row: Row): Row | undefined {
  const rest = row.number?.rest ?? '';
  if (rest.length > 90 || !/\S(?: {3}|\t)/.test(rest)) return undefined;
  const behind = readRow({ ...row.line, text: rest.padStart(row.line.text.length) });
  const below = [behind, ...rows.slice(at + 1, at + 12)];
  return findTable(below, 0, Math.min(12, rows.length - at)) === 0 ? undefined : behind;
}
