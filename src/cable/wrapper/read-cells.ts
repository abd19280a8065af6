import { countEnds } from '../lines/count-ends.ts';
import type { Cell } from './dump-record.ts';

/** What parts the cells of a table, and what a cell may stand between. */
export interface TableSigns {
  mark: string;
  quote: string;
}

export interface TableCell extends Cell {
  quoted: boolean;
}

/**
 * Reads the rows of a table. A cell in quotes may hold marks and line ends; quotes inside it are doubled or behind a backslash. Blank
 * rows are left out. `isOpen`: the last quote is never closed.
 */
export function readCells(
  text: string,
  { mark, quote }: TableSigns,
): { rows: TableCell[][]; isOpen: boolean } {
  const rows: TableCell[][] = [];
  let cells: TableCell[] = [];
  let line = 1;
  let isOpen = false;
  for (let at = 0; at < text.length || cells.length > 0; ) {
    const start = skipBlanks(text, at);
    const quoted = text[start] === quote;
    const first = quoted ? readQuoted(text, start + 1, quote) : { text: '', end: at };
    isOpen ||= first.end > text.length;
    const next = cellEnd(text, first.end, mark);
    const cell = first.text + text.slice(first.end, next);
    cells.push({ text: cell, line, quoted });
    line += countEnds(cell);
    at = next + 1;
    if (text[next] === mark) continue;
    line++;
    if (cells.some((one) => one.text.trim() !== '')) rows.push(cells);
    cells = [];
  }
  return { rows, isOpen };
}

/** The text from behind a quote to the one that closes it, and where what follows begins: behind the text's end, if none does. */
function readQuoted(text: string, from: number, quote: string): { text: string; end: number } {
  const parts: string[] = [];
  let start = from;
  for (let at = text.indexOf(quote, from); at >= 0; at = text.indexOf(quote, start)) {
    const isDoubled = text[at + 1] === quote;
    const isEscaped = text[at - 1] === '\\' && at > start;
    if (isDoubled) parts.push(text.slice(start, at + 1));
    else if (isEscaped) parts.push(text.slice(start, at - 1), quote);
    else return { text: [...parts, text.slice(start, at)].join(''), end: at + 1 };
    start = isDoubled ? at + 2 : at + 1;
  }
  return { text: [...parts, text.slice(start)].join(''), end: text.length + 1 };
}

function skipBlanks(text: string, from: number): number {
  let at = from;
  while (text[at] === ' ') at++;
  return at;
}

function cellEnd(text: string, from: number, mark: string): number {
  const code = mark.charCodeAt(0);
  for (let at = from; at < text.length; at++) {
    const found = text.charCodeAt(at);
    if (found === code || found === 10 || found === 13) return at;
  }
  return text.length;
}
