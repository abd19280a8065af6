import type { Furniture, Wrapper } from '../cable.ts';
import { countEnds } from '../lines/count-ends.ts';
import type { Line } from '../lines/line.ts';

/** The text of a cable (or of several) without what a publisher wrapped around it. */
export interface Piece {
  /** Line ends of the raw file are LF; those that only the markup made are U+2028. */
  text: string;
  /** Line of the raw file at which `text` begins. */
  line: number;
  wrapper?: Wrapper;
  furniture: Furniture[];
  /** The publisher says that it is an extract. */
  partial?: true;
  /** The head that a file's front matter holds, above the text. */
  head?: readonly Line[];
  /** A Markdown copy: links, escapes and hard breaks are the publisher's. */
  markdown?: true;
}

export interface Row {
  text: string;
  /** Index of the first character behind the line. */
  end: number;
}

/** The first lines of a text. */
export function rowsOf(text: string, most: number): Row[] {
  const rows: Row[] = [];
  let at = 0;
  while (at < text.length && rows.length < most) {
    const next = endOf(text, at);
    rows.push({
      text: text.slice(at, Math.min(next, at + 2000)).trimEnd(),
      end: Math.min(text.length, next + 1),
    });
    at = next + 1;
  }
  return rows;
}

/** Where the line ends that begins at a place, whoever made its end. */
function endOf(text: string, at: number): number {
  const feed = text.indexOf('\n', at);
  const end = feed < 0 ? text.length : feed;
  const made = text.slice(at, end).indexOf('\u2028');
  return made < 0 ? end : at + made;
}

/** Cuts a part out of a piece's text but leaves its line ends. */
export function cut(piece: Piece, from: number, to: number): void {
  const ends = '\n'.repeat(countEnds(piece.text.slice(from, to)));
  piece.text = `${piece.text.slice(0, from)}${ends}${piece.text.slice(to)}`;
}

/** Cuts a part out of a piece's text and keeps its words as the publisher's. */
export function setAside(piece: Piece, from: number, to: number): void {
  const words = piece.text.slice(from, to);
  const first = from + words.length - words.trimStart().length;
  if (first < to)
    piece.furniture.push({
      kind: 'wrapper',
      text: words.replace(/\s+/g, ' ').trim(),
      lines: [lineAt(piece, first), lineAt(piece, from + words.trimEnd().length)],
    });
  cut(piece, from, to);
}

/** Line of the raw file in which a place of the text stands. */
export function lineAt(piece: Piece, index: number): number {
  return piece.line + countEnds(piece.text.slice(0, index));
}
