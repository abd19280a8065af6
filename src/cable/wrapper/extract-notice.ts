/** The words with which a publisher announces an extract: `This record is a partial extract of the original cable. ...`. */
import { type Line, linesOf, rawOf } from '../lines/line.ts';
import type { Piece } from './piece.ts';

/** How they begin. */
const OPENING = 'This record is a partial extract';
/** All of them, their second sentence or without it. */
export const NOTICE =
  /This[ \t]+record[ \t]+is[ \t]+a[ \t]+partial[ \t]+extract[ \t]+of[ \t]+the[ \t]+original[ \t]+cable\.?(?:\s+The\s+full\s+text\s+of\s+the\s+original\s+cable\s+is\s+not\s+available\.?)?/;

/** Whether they begin at this place of a line. */
export function opensNotice(text: string, at: number): boolean {
  return text.startsWith(OPENING, at);
}

/** What stands around a cable that is not the first of its piece: perhaps the words that announce an extract. */
export function laterPiece(
  part: readonly Line[],
  { line, markdown, text }: Piece,
): { around: Piece; lines: readonly Line[] } {
  const around: Piece = { text, line, furniture: [], ...(markdown && { markdown }) };
  const [first, second] = part;
  if (!first || !opensNotice(first.text, 0)) return { around, lines: part };
  const end = first.text.endsWith('available.') || !second?.text.endsWith('available.') ? 1 : 2;
  const words = part.slice(0, end);
  around.partial = true;
  around.furniture.push({ kind: 'wrapper', text: rawOf(words), lines: linesOf(words) });
  return { around, lines: part.slice(end) };
}
