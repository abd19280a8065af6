import { type Line, lineOf } from '../lines/line.ts';
import { holdBlanks, isBlankSign } from './blank-signs.ts';
import { findPageEdges } from './find-page-edges.ts';
import { FurnitureWalk, rowOf, type WithoutFurniture } from './furniture-walk.ts';
import { cutInlineFooters } from './inline-footers.ts';
import { cutInlineStamps } from './inline-stamps.ts';
import { readMarking } from './read-marking.ts';
import { takePageLine } from './take-page-line.ts';
import { takeStamp } from './take-stamp.ts';

/** Longer lines are neither a page's nor a stamp; that of a review may stand twice on one. */
const LONGEST = 160;
const LONGEST_REVIEW = 400;

/**
 * Takes page banners, section footers, classification banners and release stamps out of the text, and keeps them with their
 * place. A line behind them is told so; blank lines around them go where they stood in the middle of a sentence.
 * Source: cable format, section 14.
 */
export function takeFurniture(lines: readonly Line[], text: string): WithoutFurniture {
  const walk = new FurnitureWalk(lines, text);
  const signed = holdBlanks(lines);
  const edges = findPageEdges(lines, text);
  for (; walk.at < lines.length; walk.at++) {
    const line = lines[walk.at] as Line;
    if (signed && isBlankSign(line.text)) {
      const place: [number, number] = [line.number, line.number];
      walk.result.furniture.push({ kind: 'rule', text: line.text.trim(), lines: place });
      walk.keepBlank(lineOf('', line.number));
    } else if (line.text === '') walk.keepBlank(line);
    else if (line.text === '\u000c' || edges.has(line)) walk.take('page', line.text, line);
    else {
      const kept = mayBeFurniture(walk, line) ? readLine(walk, line) : line;
      if (kept) keepText(walk, cutInlineStamps(walk, kept));
    }
  }
  return walk.result;
}

/** A longer line is text. */
function mayBeFurniture(walk: FurnitureWalk, { text }: Line): boolean {
  if (text.length < LONGEST) return true;
  return text.length < LONGEST_REVIEW && text.includes('eclassified/R') && walk.has.declassified;
}

/** Reads a short line: nothing is left of it where it was furniture, or a marking that was taken. */
function readLine(walk: FurnitureWalk, line: Line): Line | undefined {
  const row = rowOf(line);
  return takeStamp(walk, row) || takePageLine(walk, row) ? undefined : readMarking(walk, row);
}

/** Keeps a line without the footers that are run into it. */
function keepText(walk: FurnitureWalk, line: Line): void {
  const { text } = line;
  const isFooted = walk.has.footed && text.includes('F 0') && text.includes(' OF 0');
  const own = isFooted ? cutInlineFooters(line, walk.result.furniture) : line;
  if (own.text !== '') walk.keep(own);
}
