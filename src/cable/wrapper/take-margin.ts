import { cableLine } from './dump-record.ts';
import type { Piece } from './piece.ts';

/** Fewer lines may be counted for another reason. */
const FEWEST = 12;
/** One line in so many may lack its number. */
const ODD_ONES = 20;
/** Numbers of blank lines between two may be left out. */
const FARTHEST = 3;
//    12  TEXT, 12: TEXT, 12 | TEXT, 12<TAB>TEXT, 012 TEXT, L12: TEXT, 12. TEXT
const NUMBER = /^[ \t]{0,8}L?(\d{1,5})(?:[ \t]?[:|]|[.)]|(?=[ \t]|$))/;
// The first line's; 1 (C) TEXT is a paragraph
const FIRST = /^\s{0,8}L?0{0,4}[01](?!\d|[ \t]{1,3}\()/;
const WITH_STOP = /^\s{0,8}L?\d{1,5}[.)]/;
/** The first paragraph of the cable itself, which tells numbers of lines with a stop from those of paragraphs. */
const OWN_NUMBER = /^[ \t]*(?:¶ ?)?1[.)][ \t]/m;
const INDENT = /^[ \t]*/;
const INDENTED = /^\s*[ \t]\S/;

/** Takes the numbers of lines out of the margin that an editor or a printer counted from first to last. */
export function takeMargin(piece: Piece): void {
  if (!FIRST.test(piece.text)) return;
  const lines: string[] = [];
  let numbered = 0;
  let others = 0;
  let last = -1;
  for (const line of piece.text.split('\n')) {
    const match = NUMBER.exec(line);
    const number = Number(match?.[1] ?? -1);
    const isNext = match !== null && number > last && number - last <= FARTHEST;
    if (isNext) {
      numbered += 1;
      last = number;
    } else if (line.trim() !== '' && ++others * ODD_ONES > numbered + ODD_ONES) return;
    lines.push(isNext ? line.slice(match[0].length) : line);
  }
  const text = lines.join('\n');
  if (numbered < FEWEST || !cableLine.test(text)) return;
  if (!WITH_STOP.test(piece.text) || OWN_NUMBER.test(text)) piece.text = text;
}

/** Takes off the blanks that all lines begin with, as in a block of code. */
export function takeIndent(piece: Piece): void {
  if (!INDENTED.test(piece.text)) return;
  let indent: string | undefined;
  for (const line of piece.text.split('\n')) {
    if (line.trim() === '') continue;
    const own = INDENT.exec(line)?.[0] ?? '';
    indent ??= own;
    while (!own.startsWith(indent)) indent = indent.slice(0, -1);
    if (indent === '') return;
  }
  if (indent === undefined) return;
  const { length } = indent;
  piece.text = piece.text
    .split('\n')
    .map((line) => (line.trim() === '' ? line : line.slice(length)))
    .join('\n');
}
