import type { Block } from '../cable.ts';
import { type Line, linesOf } from '../lines/line.ts';
import { type Row, readRow } from '../rows/body-row.ts';
import { forgetCountedRows, forgetListedRows } from '../rows/counted-rows.ts';
import { joinMarks, joinRules } from '../rows/join-rows.ts';
import { keepLongNumbers } from '../rows/keep-long-numbers.ts';
import { readLettered } from '../rows/read-lettered.ts';
import { readMisprintedNumbers } from '../rows/read-misprinted-numbers.ts';
import { splitBullets } from '../rows/split-bullets.ts';
import { splitNumbers } from '../rows/split-numbers.ts';
import { wrapContext } from '../rows/unwrap.ts';
import {
  type BodyWalk,
  closeParagraph,
  comeTo,
  goPast,
  openPlain,
  type Scope,
  startWalk,
} from './body-walk.ts';
import { findInnerHead, findInnerSignature, partInnerSignature } from './find-inner-head.ts';
import { takeHeading, takeRule } from './take-heading.ts';
import { takeItem } from './take-item.ts';
import { takeNumber } from './take-number.ts';
import { takeQuote } from './take-quote.ts';
import { takeTable } from './take-table.ts';
import { takeText } from './take-text.ts';

/**
 * Reads the lines of a body to blocks: paragraphs with their sub-items, headings, tables, quoted texts, rules.
 *
 * @param all a text that holds all lines: what it has none of, no line is asked for
 * @param whole the text is a cable's, not a fragment
 * @param furniture rules that belong to headings or are layout are put there
 */
export function parseBlocks(
  lines: readonly Line[],
  all: string,
  { anchors, report, furniture, whole }: Pick<Scope, 'anchors' | 'report' | 'furniture' | 'whole'>,
): Block[] {
  const context = wrapContext(lines, all);
  return parseScope(lines, { anchors, report, furniture, whole, context, depth: 0 });
}

/** Walks the rows of one text. Each is asked for what it begins, the surest first; what begins nothing is running text. */
function parseScope(lines: readonly Line[], scope: Scope): Block[] {
  // those that stand at a line's start before any line is split by its number, then those that a split has made
  const read = keepLongNumbers(lines.map(readRow));
  const rows = keepLongNumbers(joinRules(splitBullets(splitNumbers(joinMarks(read)))));
  readMisprintedNumbers(rows);
  forgetCountedRows(rows);
  forgetListedRows(rows);
  if (scope.depth === 0) readLettered(rows);
  const head = scope.depth > 0 ? findInnerHead(rows) : undefined;
  if (head) partInnerSignature(rows);
  const parseQuoted = (inside: readonly Line[]) => parseScope(inside, { ...scope, depth: scope.depth + 1 });
  const walk = startWalk(rows, scope, parseQuoted, lines[0]?.section);
  if (head) takeInnerHead(walk, head);
  const signed = scope.depth > 0 ? findInnerSignature(rows) : -1;
  for (; walk.at < rows.length; walk.at += 1) {
    const row = rows[walk.at] as Row;
    if (row.kind === 'blank') {
      walk.blank = true;
      continue;
    }
    if (walk.at === signed) {
      openPlain(walk, row);
      continue;
    }
    comeTo(walk, row);
    if (takeQuote(walk, row) || takeNumber(walk, row) || takeRule(walk, row)) continue;
    if (takeTable(walk, row) || takeItem(walk, row) || takeHeading(walk, row)) continue;
    takeText(walk, row);
    goPast(walk, row);
  }
  closeParagraph(walk);
  for (const _ of walk.outer) scope.anchors.close();
  return walk.body;
}

/** The head of a telegram that is repeated in another stands as it is. */
function takeInnerHead(walk: BodyWalk, { from, to }: { from: number; to: number }): void {
  const run = walk.rows.slice(from, to).map(({ line }) => line);
  walk.body.push({
    type: 'verbatim',
    lines: linesOf(run),
    anchor: walk.anchors.unnumbered(),
    text: run.map(({ text }) => text.trim()).join('\n'),
  });
  walk.at = to;
}
