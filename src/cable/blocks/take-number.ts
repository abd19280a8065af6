import { linesOf } from '../lines/line.ts';
import { endsOpen } from '../lines/sentence.ts';
import { type Acceptance, acceptNumber } from '../rows/accept-number.ts';
import type { Row } from '../rows/body-row.ts';
import { comesAgain, firstItemOf, isMarkedAhead } from '../rows/look-ahead.ts';
import type { ParagraphNumber } from '../rows/paragraph-number.ts';
import { parseMarkBehindWord } from '../rows/parse-mark.ts';
import { type BodyWalk, closeParagraph, goPast, room } from './body-walk.ts';
import { OpenParagraph } from './open-paragraph.ts';
import { takesUp } from './take-item.ts';
import { tableBehind } from './take-table.ts';

/** `"1. Fees are due.`: a list that is quoted begins. */
const quotedNumber = /^["“'‘]\d{1,2}[.)]/;

/** Opens a paragraph where the number of a row is one's. Source: cable format, section 12.3. */
export function takeNumber(walk: BodyWalk, row: Row): boolean {
  const { number } = row;
  if (!number) return false;
  const { rows, at, following, last, headed, blank, strong } = walk;
  const listed =
    walk.open?.expects(row.item?.scheme ?? '') === number.number || takesUpNumber(walk, row, number);
  // (see paragraphs 3 and / 4) and he came at / 7. go on
  const goes =
    !headed &&
    following[at]?.number?.number !== number.number + 1 &&
    ((row.line.afterFurniture && endsOpen(last)) || closes(row.text, last));
  const place = {
    again: isToCome(walk, number, listed),
    strong: strong && !goes,
    heading: headed || row.line.section !== walk.lastSection,
    open: (blank || headed) && !goes,
    short: room(walk) > 20,
    bound: endsOpen(walk.lastLine),
    listed,
    next: following[at],
  };
  if (returns(walk, number, listed)) {
    walk.anchors.close();
    walk.sequence = walk.outer.pop() ?? walk.sequence;
  }
  const how = isListed(walk, row) ? undefined : acceptNumber(row, walk.sequence, place);
  if (!how) return false;
  walk.indent = row.indent;
  const table = row.spaced ? tableBehind(walk, row) : undefined;
  openNumbered(walk, table ? { ...row, number: { ...number, rest: '' } } : row, how);
  goPast(walk, row);
  if (table) {
    rows[at] = table;
    walk.at -= 1;
  }
  return true;
}

/** Opens the paragraph of a row whose number was accepted; says what is odd about the number. */
export function openNumbered(walk: BodyWalk, row: Row, how: Acceptance): void {
  const { anchors, rows, at } = walk;
  const number = row.number as ParagraphNumber;
  const n = number.number;
  closeParagraph(walk);
  walk.broken = undefined;
  reportNumber(walk, row, n, how);
  if (how === 'restart') restart(walk);
  const { sequence } = walk;
  sequence.started = true;
  if (row.item) sequence.look = row.item.scheme;
  if (how !== 'late') sequence.expected = n + 1;
  sequence.taken.add(n);
  if (number.mark) sequence.marked = true;
  const inner = number.mark ? undefined : parseMarkBehindWord(number.rest);
  walk.openAnchor = number.lettered
    ? anchors.lettered(number.label ?? '')
    : anchors.paragraph(n, number.misprinted ? undefined : number.label);
  const open = new OpenParagraph(
    row.line,
    number.lettered ? undefined : n,
    number.label,
    number.mark ?? inner?.mark,
  );
  walk.open = open;
  const first = firstItemOf(rows, at, number);
  if (first) open.addItem(first, { ...row, indent: row.indent + row.text.length - number.rest.length });
  else open.add(inner?.rest ?? number.rest, row);
}

function reportNumber(walk: BodyWalk, row: Row, n: number, how: Acceptance): void {
  const { body, depth, headed, report, sequence, whole } = walk;
  // inside a quoted text articles and points are counted as they will
  if (depth > 0) return;
  const place = linesOf([row.line]);
  const raw = row.text.slice(0, 40);
  if (how === 'first') {
    // a paragraph that lost its 1 stands before it
    const opened = n === 2 && body.some((block) => block.type === 'paragraph');
    if (whole && !opened) report('paragraph-first-not-1', place, { detail: `It is ${n}.`, raw });
  } else if (how === 'gap') {
    report('paragraph-gap', place, { detail: `From ${sequence.expected - 1} to ${n}.`, raw });
  } else if (how === 'duplicate') {
    report('paragraph-duplicate', place, { detail: `It is ${n}.`, raw });
  } else if (how === 'restart' && (sequence.marked || !headed)) {
    // a press review counts anew below each of its headings
    report('paragraph-restart', place, { raw });
  }
}

/** An enclosure counts anew; the sequence around it waits. */
function restart(walk: BodyWalk): void {
  walk.outer.push(walk.sequence);
  walk.anchors.open();
  walk.sequence = { ...walk.sequence, marked: false, taken: new Set() };
}

/** The number is the next of the sequence that waits, not of the one inside it. */
function returns({ outer, sequence, strong }: BodyWalk, number: ParagraphNumber, listed: boolean): boolean {
  const waiting = outer[outer.length - 1];
  return (
    waiting !== undefined &&
    number.number === waiting.expected &&
    number.number !== sequence.expected &&
    (number.mark !== undefined || (strong && !listed && !waiting.marked))
  );
}

/** `4).` behind `(see paragraph`: the figure is inside the brackets. */
function closes(text: string, before: string): boolean {
  return /^[0-9]{1,3}\)/.test(text) && before.lastIndexOf('(') > before.lastIndexOf(')');
}

/** A number that stands deeper than the paragraph's, and is the next or the first of a list under its items. */
function isListed({ open, indent, sequence }: BodyWalk, row: Row): boolean {
  const { item } = row;
  if (item?.across && open?.expects(item.scheme)) return true;
  if (!item || row.indent < indent + 2 || !open?.hasItems()) return false;
  const expected = open.expects(item.scheme);
  return expected > 0
    ? expected === item.ordinal
    : item.ordinal === 1 && row.number?.number !== sequence.expected;
}

/** `3)` behind a paragraph below `2)`, where the text's own numbers look otherwise or its own 3 is to come. */
function takesUpNumber(walk: BodyWalk, { item }: Row, { number, mark }: ParagraphNumber): boolean {
  if (mark || !item || !takesUp(walk, item)) return false;
  return item.scheme !== walk.sequence.look || isMarkedAhead(walk.rows, walk.at, number);
}

/** `2. Ships pay."` of a list that is quoted, where the text's own 2 comes behind it. */
function isToCome(
  { rows, at, last, sequence }: BodyWalk,
  { number, mark }: ParagraphNumber,
  listed: boolean,
): boolean {
  if (mark || number !== sequence.expected || number === 1) return false;
  if (!sequence.marked) return listed && comesAgain(rows, at, number);
  return quotedNumber.test(last) && isMarkedAhead(rows, at, number);
}
