import { endsOpen, endsSentence, goesOn, isTitle } from '../lines/sentence.ts';
import { pastBlanks, type Row } from '../rows/body-row.ts';
import { isUnderlinedPart } from '../rows/find-heading.ts';
import type { ItemLabel } from '../rows/item-label.ts';
import {
  bulletFollows,
  bulletReturns,
  hasSecond,
  headsPart,
  isItemAhead,
  romanOf,
} from '../rows/look-ahead.ts';
import { type BodyWalk, closeParagraph, goPast, room } from './body-walk.ts';
import { OpenParagraph, swapCase } from './open-paragraph.ts';

/** `-   -- TEXT`, `-   (A) TEXT`: a label behind the dash that holds a line's first place; `-- TEXT`, a label there. */
const dashedItem = /^(?:-[ \t]{1,12}(?:-{1,3}|\(?[A-Za-z0-9]{1,2}[.)])|--)[ \t]+(?=\S)/;
/** Words up to a second dash, before a small letter. */
const aside = /^[^-]{1,60}[^-]? --? [a-z]/;

/** `; and`, before the last of a list. */
const beforeLast = /;[ \t](?:and|or|AND|OR)$/;

/** Opens an entry of a list where the label of a row is one's. Source: cable format, section 12.4. */
export function takeItem(walk: BodyWalk, row: Row): boolean {
  if (row.text[0] === '-' && continuesUnderDash(row.text, walk.lastLine)) {
    row.text = row.text.slice(1).trimStart();
    row.item = undefined;
  }
  if (row.item?.bullet && !acceptItem(walk, row, row.item)) row.item = row.item.bullet;
  const { item } = row;
  if (!item || !acceptItem(walk, row, item)) return false;
  if (takesUp(walk, item) || isBehindSummary(walk)) closeParagraph(walk);
  let { open } = walk;
  if (!open) {
    walk.openAnchor = walk.anchors.unnumbered();
    open = new OpenParagraph(row.line);
    walk.open = open;
  }
  const bullet = open.bullet();
  const under = item.ordinal === 0 && bullet !== item.scheme && bulletReturns(walk.rows, walk.at, bullet);
  open.addItem(item, row, under);
  goPast(walk, row);
  return true;
}

const summaryEnd = /\bEND (?:OF )?SUMMARY[.)]{0,2}$/i;

/** A list behind a summary without a number, apart from it, is the text's. */
function isBehindSummary({ blank, open, last }: BodyWalk): boolean {
  return (
    blank && open !== undefined && open.number === undefined && !open.hasItems() && summaryEnd.test(last)
  );
}

/** `b.` behind a heading below `a.`: the list that was broken off goes on. */
export function takesUp({ blank, headed, broken, open }: BodyWalk, { scheme, ordinal }: ItemLabel): boolean {
  return (blank || headed) && broken?.scheme === scheme && broken.next === ordinal && !open?.expects(scheme);
}

/** `II. (C) THE FUTURE`: the label heads a part of the text. */
export function isPart({ rows, at, open, sequence }: BodyWalk, item: ItemLabel): boolean {
  const listed = Boolean(open?.expects(item.scheme));
  return headsPart(rows, at, item, { expected: sequence.expected, listed });
}

/** `2.1` under paragraph 2, or under entry 2 of its list; an amount elsewhere. */
function isDecimalOf({ open }: BodyWalk, whole: number): boolean {
  return open?.number === whole || open?.expects('1.') === whole + 1 || open?.expects('1)') === whole + 1;
}

function acceptItem(walk: BodyWalk, row: Row, item: ItemLabel): boolean {
  const { rows, at, open, blank, lastLine, ended, strong, context } = walk;
  if (isBetweenDashes(row, item, rows[at + 1])) return false;
  if (item.scheme === '1.1' && !item.mark && !isDecimalOf(walk, Number.parseInt(item.label, 10)))
    return false;
  if (
    (blank && isPart(walk, item)) ||
    ((blank || ended || rows[at + 1]?.text.length === row.text.length) && isUnderlinedPart(rows, at))
  )
    return false;
  // a line that may be wrapped: neither short nor a whole paragraph
  const isFull = room(walk) <= 12 && lastLine.length <= 100;
  if (item.ordinal === 0) return acceptBullet(walk, row, item, isFull);
  // `(C)` is a portion mark unless a list has come to it
  if (row.mark) return open?.expects(item.scheme) === item.ordinal && item.ordinal > 2;
  const expected = open?.expects(item.scheme) || (item.mark && open?.expects(swapCase(item.scheme))) || 0;
  const isNext =
    expected === item.ordinal ||
    (item.roman !== undefined && open?.expects(romanOf(item.scheme)) === item.roman) ||
    takesUp(walk, item);
  if (isNext) {
    // behind a full line whose stop is lost, unless it may be an initial or a place that is cited
    const isEntry = () =>
      item.rest.length > 20 && !endsOpen(lastLine) && !goesOn(item.rest) && !isItemAhead(rows, at, item);
    const below = rows[pastBlanks(rows, at + 1)]?.item;
    const isFollowed = below?.scheme === item.scheme && below.ordinal === item.ordinal + 1;
    return (
      strong || item.mark !== undefined || !isFull || isFollowed || beforeLast.test(lastLine) || isEntry()
    );
  }
  if (expected > 0 && item.ordinal > expected && item.ordinal <= expected + 2)
    return strong && item.scheme !== 'A.';
  const starts = item.ordinal === 1 || item.roman === 1;
  if (!starts) return false;
  // he gave two reasons: (1) the one; (2) the other
  const runs = goesOn(item.rest) || (context.capitals && row.line.afterFurniture);
  if (item.scheme === '1()' && runs && item.rest.includes(' (2) ')) return false;
  if (!strong && !item.mark && isFull) return false;
  if (item.mark && ended) return true;
  // small letters and brackets behind a blank line begin a list; capitals may be initials, digits an amount
  const plain = item.scheme !== '1.' && item.scheme !== '1)' && !/^[AI]/.test(item.scheme);
  return (plain && blank && ended) || hasSecond(rows, at, item) || open?.hadUnder(item.scheme) === true;
}

function acceptBullet(walk: BodyWalk, row: Row, item: ItemLabel, isFull: boolean): boolean {
  const { rows, at, open, blank, last, lastLine, ended, strong, context } = walk;
  // the second dash of an aside: `-- for all its noise -- has`; a range of years
  if (
    !ended &&
    (!blank || row.line.afterFurniture) &&
    (aside.test(item.rest) || (isFull && /^[0-9]{4}/.test(item.rest) && /[0-9]$/.test(last)))
  )
    return false;
  // a sentence goes on behind a page's foot, with a dash in it
  const goes =
    goesOn(item.rest) ||
    (context.capitals && (last.includes(` ${item.label} `) || item.rest.includes(` ${item.label} `)));
  if (row.line.afterFurniture && !ended && goes)
    return open?.expects(item.scheme) !== 0 || bulletFollows(rows, at, item.scheme);
  if (strong) return true;
  if (open?.expects(item.scheme))
    return !isFull || !(context.capitals || goesOn(item.rest)) || beforeLast.test(lastLine);
  if (item.scheme === 'o') return false;
  // the outturn was / - 72 percent here; / - 94 percent there
  return (!isFull && !endsOpen(lastLine)) || bulletFollows(rows, at, item.scheme);
}

/** `-   -- TROOPS GUARD` / `-      THE PLANT`, `-- JAPAN,` / `-  CHINA`: the dash holds the place of a blank before an item and before the line that goes on. */
function continuesUnderDash(text: string, above: string): boolean {
  const item = dashedItem.exec(above)?.[0].length;
  if (item === undefined || item !== /^-[ \t]+/.exec(text)?.[0].length) return false;
  // -- Exports: / -  fish: entries below another
  return above[1] !== '-' || (above.length > 45 && !endsSentence(above));
}

/** `-- Trade --`, `--- Trade ---`, `--TRADE--` are headings; a sentence that a line end cuts behind its dash is none. */
function isBetweenDashes({ text }: Row, { scheme, label, rest }: ItemLabel, below: Row | undefined): boolean {
  const blank = text[label.length] === ' ' ? ' ' : '';
  if (!scheme.startsWith('-') || text.length >= 70 || !text.endsWith(blank + label)) return false;
  const words = rest.slice(0, -label.length).trim();
  if (/--|[a-z]{2}\. /i.test(words)) return false;
  return below?.kind !== 'text' || below.number !== undefined || (isTitle(words) && !goesOn(below.text));
}
