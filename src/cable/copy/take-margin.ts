import { cableLine } from './dump-record.ts';
import type { Piece } from './piece.ts';

/** Fewer lines may be counted for another reason. */
const FEWEST = 12;
/** One line in so many may lack its number. */
const ODD_ONES = 20;
/** Numbers of blank lines between two may be left out. */
const FARTHEST = 3;
//    12  TEXT, 12: TEXT, 12<TAB>TEXT
const NUMBER = /^[ \t]{0,8}(\d{1,5})(?:[:|]?[ \t]{1,2}|[:|]|$)/;

// The first line's; 1. TEXT and 1 (C) TEXT are paragraphs
const FIRST = /^\s{0,8}[01](?![\d.)]|[ \t]{1,3}\()/;

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
  if (numbered >= FEWEST && cableLine.test(text)) piece.text = text;
}
