import { type Row, readRow } from './body-row.ts';
import { isRoleHeading } from './find-heading.ts';
import { parseMark } from './parse-mark.ts';

/**
 * Splits lines in which paragraphs are run together: ` 4. (C) Next` behind the end of a sentence, with a mark and the
 * expected number. Without a mark a number inside a line is text. Source: cable format, section 12.3.
 */
export function splitNumbers(rows: Row[]): Row[] {
  let split: Row[] | undefined;
  let expected = 1;
  let printed = '1.';
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at] as Row;
    const number = row.number;
    if (number && (number.number === expected || (number.mark && number.number > expected))) {
      expected = number.number + 1;
      printed = `${expected}.`;
    }
    const text = row.text;
    if (text.length < 12 || row.kind !== 'text') {
      split?.push(row);
      continue;
    }
    let from = 0;
    let parts: string[] | undefined;
    for (let cut = findNumber(text, printed, 1); cut > 0; cut = findNumber(text, printed, from + 1)) {
      parts ??= [];
      parts.push(text.slice(from, cut).trimEnd());
      from = cut;
      expected += 1;
      printed = `${expected}.`;
    }
    if (parts) {
      parts.push(text.slice(from));
      parts = parts.flatMap(splitHeading);
      split ??= rows.slice(0, at);
      for (const [index, part] of parts.entries()) {
        const line = { ...row.line, text: part };
        split.push(readRow(index === 0 ? line : { ...line, afterFurniture: undefined }));
      }
    } else split?.push(row);
  }
  return split ?? rows;
}

/** `... two. COMMENT -------`: a heading and its rule that lost the line ends around them. */
function splitHeading(part: string): string[] {
  if (!part.endsWith('---')) return [part];
  let rule = part.length;
  while (part.charCodeAt(rule - 1) === 45) rule -= 1;
  const before = part.slice(Math.max(0, rule - 80), rule);
  const match = /[.!?)"][ \t]{0,3}([A-Z][A-Za-z ,'/&]{2,60})$/.exec(before);
  if (!match?.[1]) return [part];
  const heading = rule - match[1].length;
  return [part.slice(0, heading).trimEnd(), match[1].trim(), part.slice(rule)];
}

/** Where the number stands in the text behind `from`, behind the end of a sentence or a pilcrow, before a mark; -1 if nowhere. */
function findNumber(text: string, printed: string, from: number): number {
  for (let at = text.indexOf(printed, from); at > 0; at = text.indexOf(printed, at + 1)) {
    let before = at - 1;
    while (before >= 0 && (text[before] === ' ' || text[before] === '¶' || text[before] === '\t'))
      before -= 1;
    const stop = text.charCodeAt(before);
    const gap = at - 1 - before;
    const digit = (code: number) => code >= 48 && code <= 57;
    if (gap === 0 && (digit(stop) || (stop === 46 && digit(text.charCodeAt(before - 1))))) continue;
    const ruled = stop === 45 && text.startsWith('---', before - 2);
    const ends =
      ruled ||
      text.slice(before + 1, at).includes('¶') ||
      stop === 46 ||
      stop === 58 ||
      stop === 63 ||
      stop === 33 ||
      stop === 41 ||
      stop === 34;
    // `SUMMARY 1. (C) Text`
    if (!ends && !(before < 40 && from === 1 && isRoleHeading(text.slice(0, before + 1)))) continue;
    const behind = text.slice(at + printed.length, at + printed.length + 80).trimStart();
    if (!parseMark(behind)) continue;
    return before + 1;
  }
  return -1;
}
