import { cutLine } from './inline-label.ts';
import type { Line } from './line.ts';

// A longer run without a blank is no word: it is cut where the limit falls.
const longestWord = 500;

/**
 * Keeps a field to a length that one can have: from the first blank behind `most` characters on, its lines go to the rest.
 * So a text without line ends cannot be taken for one field, and no work is done on it.
 */
export function withinLimit(
  { own, rest }: { own: Line[]; rest: Line[] },
  most: number,
): { own: Line[]; rest: Line[] } {
  let length = 0;
  for (const [index, line] of own.entries()) {
    length += line.text.length + 1;
    if (length <= most) continue;
    const end = line.text.length - (length - most);
    const from = Math.max(0, end);
    const blank = line.text.slice(from, from + longestWord).indexOf(' ');
    const behind = own.slice(index + 1);
    const [before, after] = cutLine(line, blank < 0 ? from : from + blank);
    return { own: [...own.slice(0, index), before], rest: [...(after ? [after] : []), ...behind, ...rest] };
  }
  return { own, rest };
}
