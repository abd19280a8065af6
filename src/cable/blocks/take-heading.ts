import { linesOf } from '../lines/line.ts';
import type { Row } from '../rows/body-row.ts';
import { type FoundHeading, findHeading } from '../rows/find-heading.ts';
import { isRuleOfPiped } from '../rows/find-table.ts';
import { addRule, type BodyWalk, breakOff, closeParagraph, isCutShort, room } from './body-walk.ts';
import { isPart } from './take-item.ts';

/** `END` before the word that a page's foot cut off. */
const endMarker = /\bEND(?: OF)?$/i;
/** A rule of this length separates parts; a shorter one is layout. */
const separatorLength = 60;

/** `Q. WHO PAID?`: a turn of a dialogue, no part. */
const question = /^\(?Q[.:)]/;

/** Takes a rule: over a heading, under a first line that heads its paragraph, between parts, or layout. */
export function takeRule(walk: BodyWalk, row: Row): boolean {
  const { rows, at, open, blank, ended, last, context } = walk;
  if (row.kind !== 'rule' || isRuleOfPiped(row, rows[at + 1])) return false;
  const found = findHeading(rows, at, rows.length, {
    open: true,
    ended,
    room: 0,
    last,
    capitals: context.capitals,
  });
  if (found) {
    addHeading(walk, found);
    breakOff(walk, { headed: true, blank: true });
    return true;
  }
  const text = row.text.trim();
  // `1. (C) SUMMARY` underlined: the text under the rule is the paragraph's
  if (open && !blank && text.length < separatorLength && open.number !== undefined && open.headsItself()) {
    addRule(walk, row.line);
    open.breakLine();
    return true;
  }
  if (text.length >= separatorLength || text[0] === '*') {
    closeParagraph(walk);
    walk.body.push({ type: 'rule', lines: linesOf([row.line]), text });
  } else addRule(walk, row.line);
  walk.blank = true;
  return true;
}

/** Takes a heading, with the rules over and under it. */
export function takeHeading(walk: BodyWalk, row: Row): boolean {
  const { rows, at, blank, headed, ended, last, context } = walk;
  // END / SUMMARY, with a page's foot between
  if (row.line.afterFurniture && row.text.length < 20 && endMarker.test(last)) return false;
  const found =
    findHeading(rows, at, rows.length, {
      open: blank || headed,
      ended: ended || (blank && isCutShort(walk, row.text)),
      room: room(walk) - 4,
      last,
      capitals: context.capitals,
    }) ??
    (mayHeadAlone(walk, row) && blank && row.item && isPart(walk, row.item)
      ? aloneHeading(row, at)
      : undefined);
  if (!found) return false;
  addHeading(walk, found);
  breakOff(walk, { headed: true, blank: false });
  return true;
}

/** In capitals throughout, or behind a small letter, nothing else in a line tells it from running text. */
function mayHeadAlone({ context }: BodyWalk, { text }: Row): boolean {
  return (context.capitals && !question.test(text)) || /^[a-z][.)]/.test(text);
}

/** `A. CURRENT SITUATION` in a text of capitals, where only its place tells it from a sentence. */
function aloneHeading(row: Row, at: number): FoundHeading {
  const text = row.text.trim().replace(/[ \t]{2,}/g, ' ');
  return { to: at + 1, text, lines: [row.line], rules: [], ruled: false };
}

function addHeading(walk: BodyWalk, found: FoundHeading): void {
  closeParagraph(walk);
  walk.body.push({
    type: 'heading',
    lines: linesOf(found.lines),
    text: found.text,
    level: found.ruled ? 2 : 3,
    anchor: walk.anchors.heading(found.text),
    mark: found.mark,
    role: undefined,
  });
  for (const line of found.rules) addRule(walk, line);
  walk.at = found.to - 1;
}
