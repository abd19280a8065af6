import { codeAt } from '../lines/line.ts';
import { endsSentence } from '../lines/sentence.ts';
import type { Row } from './body-row.ts';
import type { ParagraphNumber } from './paragraph-number.ts';
import { parseMark } from './parse-mark.ts';

/** `(1) (C) Text`, `[1] (C) Text`: the number in brackets; `#1. (C) Text`. */
const inBrackets = /^(?:\(([1-9][0-9]?)\)|\[([1-9][0-9]?)\]|#([1-9][0-9]?)[.)]?)[ \t]*(?=\()/;
/** `l. (C) Text`, `I. (C)`, `1O. (C)`: letters for figures. */
const letters = /^([0-9lIO|]{1,2})[.)][ \t]{0,3}(?=\()/;
/** `l. TEXT`, `1O. TEXT`, without a mark: no list is lettered so. */
const unmarked = /^([1-9]?l|[1-9]O|l[0-9O])[.)][ \t]{1,3}(?=["“(]?[A-Z])/;
/** `PARA 1. (C) Text`, `Paragraph 2: (U) Text`, `No. 3. (C) Text`. */
const inWords =
  /^((?:PARA(?:GRAPH)?S?\.?[ \t]{0,2}(?:NO\.?[ \t]?)?|NO\.?[ \t]{0,2})([1-9][0-9]?))[.:)]?[ \t]{0,3}(?=\()/i;
/** `(1) Text`, `1/ Text`, `1 - Text`, `Para 1. Text`, `ONE. TEXT`: without marks only where a text is so numbered from its first line on. */
const throughout: readonly RegExp[] = [
  /^\(([1-9][0-9]?)\)[ \t]*(?=["“(]?[A-Z])/,
  /^([1-9][0-9]?)(?:\/|[ \t]?:|[ \t]-{1,2})[ \t]+(?=["“(]?[A-Z])/,
  /^PARA(?:GRAPH)?\.?[ \t]{0,2}([1-9][0-9]?)[.:)]?[ \t]+(?=["“(]?[A-Z])/i,
  /^(ONE|TWO|THREE|FOUR|FIVE|SIX|SEVEN|EIGHT|NINE|TEN|ELEVEN|TWELVE|THIRTEEN|FOURTEEN|FIFTEEN)[.:)][ \t]+(?=["“(]?[A-Z])/i,
];
const numberWords =
  'ONE TWO THREE FOUR FIVE SIX SEVEN EIGHT NINE TEN ELEVEN TWELVE THIRTEEN FOURTEEN FIFTEEN'.split(' ');

interface Misprinted {
  kind: 'brackets' | 'letters' | 'words';
  number: ParagraphNumber;
}

/** The number that the row may be meant to bear. A mark must follow: nothing else tells it from running text or an item. */
function misprinted(row: Row): Misprinted | undefined {
  const { text } = row;
  const code = codeAt(text, 0);
  if (code === 40 || code === 91 || code === 35) {
    const match = row.number ? null : inBrackets.exec(text);
    return match
      ? made(
          'brackets',
          Number(match[1] ?? match[2] ?? match[3]),
          code === 40 ? undefined : match[0].trim(),
          text.slice(match[0].length),
        )
      : undefined;
  }
  if (code === 80 || code === 112 || code === 78) {
    const second = codeAt(text, 1) | 32;
    const match = second === (code === 78 ? 111 : 97) ? inWords.exec(text) : null;
    if (!match?.[1] || !match[2]) return undefined;
    return made('words', Number(match[2]), match[1], text.slice(match[0].length));
  }
  if (row.number || (code !== 73 && code !== 108 && code !== 124 && !(code >= 49 && code <= 57)))
    return undefined;
  const bare = unmarked.exec(text);
  const match = bare ?? letters.exec(text);
  if (!match?.[1] || /^[0-9]+$/.test(match[1])) return undefined;
  const digits = match[1].replace(/[lI|]/g, '1').replaceAll('O', '0');
  return made('letters', Number(digits), match[1], text.slice(match[0].length), bare !== null);
}

function made(
  kind: Misprinted['kind'],
  number: number,
  label: string | undefined,
  behind: string,
  mayLackMark = false,
): Misprinted | undefined {
  const read = parseMark(behind);
  if ((!read && !mayLackMark) || number === 0) return undefined;
  return { kind, number: { number, label, misprinted: true, mark: read?.mark, rest: read?.rest ?? behind } };
}

/**
 * Gives rows the paragraph numbers that were printed otherwise than `1.`: where the row bears a mark, the number is the next
 * of the text, and no plainly printed number stands against it. Source: cable format, section 12.1.
 */
export function readMisprintedNumbers(rows: readonly Row[]): void {
  if (readThroughout(rows)) return;
  let expected = 1;
  let bracketed = true;
  /** A doubtful one, `I.` for 1 or brackets among plain numbers, waits for the number behind it. */
  let waiting: { row: Row; number: ParagraphNumber } | undefined;
  for (const [at, row] of rows.entries()) {
    const plain = row.number;
    if (plain && (plain.number === expected || (plain.mark && plain.number > expected))) {
      if (waiting && plain.number > waiting.number.number) waiting.row.number = waiting.number;
      else if (plain.number >= expected) bracketed = false;
      waiting = undefined;
      expected = plain.number + 1;
      continue;
    }
    // `I. (C) PORTS` above `1. (C) Text` is a heading
    if (waiting && plain?.number === 1) waiting = undefined;
    const found = plain ? undefined : misprinted(row);
    if (found?.number.number !== expected) continue;
    const { kind, number } = found;
    const above = rows[at - 1];
    // as was said in / para 3 (C) of it
    if (kind === 'words' && above?.kind === 'text' && !endsSentence(above.text)) continue;
    const listed = kind === 'brackets' && !bracketed;
    if (listed || (kind === 'letters' && expected === 1)) waiting = { row, number };
    else row.number = number;
    if (!listed) expected += 1;
  }
}

/**
 * Reads `(1) Text`, `(2) Text` and the like as paragraphs, where nothing but perhaps a heading stands above the first, a blank line,
 * the line of another or, in a text without blank lines, the end of a sentence stands above each, and no number is printed otherwise: below a sentence they are points of it. Below another heading they may
 * count anew, as the articles of a press review behind its index.
 */
function readThroughout(rows: readonly Row[]): boolean {
  const top = topOf(rows);
  const form = top < 0 ? undefined : throughout.find((one) => one.test((rows[top] as Row).text));
  if (form === undefined || rows.some((row) => row.number)) return false;
  const found: { row: Row; number: number }[] = [];
  const isTight = rows.slice(top).every(({ kind }) => kind !== 'blank');
  let above = '';
  for (let at = top; at < rows.length; at += 1) {
    const row = rows[at] as Row;
    if (row.kind === 'blank') continue;
    const before = found.at(-1);
    const isApart =
      at === top ||
      rows[at - 1]?.kind === 'blank' ||
      rows[at - 1] === before?.row ||
      (isTight && endsSentence(above) && !above.endsWith(':'));
    const number = isApart ? numberIn(form.exec(row.text)?.[1]) : 0;
    const isNext = number === (before?.number ?? 0) + 1;
    if (isNext || (number === 1 && found.length > 1 && isHeading(above))) found.push({ row, number });
    above = row.text;
  }
  if (found.length < 2) return false;
  for (const { row, number } of found) {
    const [printed = ''] = form.exec(row.text) ?? [];
    const text = row.text.slice(printed.length);
    const read = parseMark(text);
    const words = /[A-Z]/i.test(printed) ? printed.trim().replace(/[.:)]$/, '') : undefined;
    row.number = { number, label: words, mark: read?.mark, rest: read?.rest ?? text };
    if (words !== undefined) row.number.misprinted = true;
  }
  return true;
}

/** The number that figures or a word name. */
const numberIn = (printed: string | undefined): number =>
  printed === undefined ? 0 : numberWords.indexOf(printed.toUpperCase()) + 1 || Number(printed);

/** The first line that is no heading; -1 where there is none. */
export function topOf(rows: readonly Row[]): number {
  return rows.findIndex((row) => row.kind === 'text' && !isHeading(row.text));
}

/** `SUMMARY`, `BACKGROUND:` */
const isHeading = (text: string): boolean => text.length < 40 && /^[A-Z][A-Z ]+:?$/.test(text);
