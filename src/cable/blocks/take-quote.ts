import type { Block } from '../cable.ts';
import { type Line, linesOf } from '../lines/line.ts';
import { acceptNumber } from '../rows/accept-number.ts';
import { type Row, readRow } from '../rows/body-row.ts';
import { endOfUnclosed } from '../rows/look-ahead.ts';
import type { QuoteSpan } from '../rows/quote-markers.ts';
import { type BodyWalk, breakOff, closeParagraph } from './body-walk.ts';
import { openNumbered } from './take-number.ts';
import { takeText } from './take-text.ts';

/** Takes a text that is quoted, from the words that open it to those that close it. */
export function takeQuote(walk: BodyWalk, row: Row): boolean {
  const quote = walk.quotes.get(walk.at);
  if (!quote || !canOpen(quote, walk.rows)) return false;
  takeBefore(walk, row, quote);
  closeParagraph(walk);
  walk.at = addQuote(walk, quote);
  breakOff(walk, { headed: true, blank: true });
  return true;
}

/** A marker opens a block where it is closed, or stands alone, or ends its line. */
function canOpen({ open, close }: QuoteSpan, rows: readonly Row[]): boolean {
  if (close) return true;
  const text = (rows[open.row] as Row).text;
  return !open.bare && open.to >= text.trimEnd().length;
}

/** The row's text before the marker: of a paragraph that it opens, or of the one that is open. */
function takeBefore(walk: BodyWalk, row: Row, { open }: QuoteSpan): void {
  const { at, sequence, strong, headed, blank, following } = walk;
  const text = row.text.slice(0, open.from).trimEnd();
  if (text === '') return;
  const before = readRow({ ...row.line, text });
  const how = acceptNumber(before, sequence, {
    strong,
    heading: headed,
    open: blank || headed,
    short: false,
    bound: true,
    listed: false,
    again: false,
    next: following[at],
  });
  if (how) openNumbered(walk, before, how);
  else takeText(walk, before);
}

/** Puts a quoted text in its place; gives the row it ends with. */
function addQuote(walk: BodyWalk, { open: opening, close }: QuoteSpan): number {
  const { anchors, body, quotes, report, rows, sequence } = walk;
  const first = rows[opening.row] as Row;
  const to = close ? close.row : endOfUnclosed(rows, opening.row, sequence);
  const label = first.text.slice(opening.from, opening.to).trim();
  const inside: Line[] = [];
  const behind = first.text.slice(opening.to).trim();
  if (behind !== '') inside.push({ ...first.line, text: behind });
  for (let at = opening.row + 1; at < to; at += 1) inside.push((rows[at] as Row).line);
  const lastRow = close ? (rows[close.row] as Row) : undefined;
  let rest = '';
  let end: string | undefined;
  if (close && lastRow) {
    const before = lastRow.text.slice(0, close.from).trim();
    if (before !== '') inside.push({ ...lastRow.line, text: before });
    end = lastRow.text.slice(close.from, close.to).trim();
    rest = lastRow.text.slice(close.to).trim();
  } else {
    report('block-not-closed', linesOf([first.line]), { raw: label });
  }
  const anchor = anchors.open();
  const lastInside = lastRow ?? (rows[to - 1] as Row);
  const block: Block = {
    type: 'quote',
    lines: [first.line.number, lastInside.line.last ?? lastInside.line.number],
    anchor,
    label: label === '' ? undefined : label,
    end,
    body: walk.parseQuoted(inside),
  };
  anchors.close();
  body.push(block);
  if (rest !== '' && close) {
    rows[close.row] = readRow({ ...(lastRow as Row).line, text: rest });
    quotes.delete(close.row);
    return close.row - 1;
  }
  return close ? close.row : to - 1;
}
