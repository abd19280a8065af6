import { isCapitals, isTitle } from '../lines/sentence.ts';
import { type Row, readRow } from './body-row.ts';
import { isRoleHeading } from './find-heading.ts';
import { parseMark } from './parse-mark.ts';

/**
 * Splits lines in which paragraphs are run together: ` 4. (C) Next` behind the end of a sentence, with a mark and the
 * expected number. Without a mark a number inside a line is text, but for three or more that follow each other in a long line, and in a
 * text without marks for the one before the number of the next row.
 * Source: cable format, section 12.3.
 */
export function splitNumbers(rows: Row[]): Row[] {
  let split: Row[] | undefined;
  let expected = 1;
  let printed = '1.';
  const marked = rows.some(({ number }) => number?.mark);
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
    const chain = number && !number.mark && text.length > longChain ? findChain(rows, at, number.number) : [];
    for (const at of chain) {
      parts ??= [];
      parts.push(text.slice(from, at).trimEnd());
      from = at;
      expected += 1;
      printed = `${expected}.`;
    }
    const hidden = marked || chain.length > 0 ? -1 : findHidden(rows, at, expected, from + 1);
    if (hidden > 0) {
      parts = [text.slice(from, hidden).trimEnd()];
      from = hidden;
      expected += 1;
      printed = `${expected}.`;
    }
    for (;;) {
      const found = findNext(text, expected, printed, from + 1);
      if (!found) break;
      parts ??= [];
      parts.push(...splitHeading(text.slice(from, found.at).trimEnd()));
      from = found.at;
      expected = found.number + 1;
      printed = `${expected}.`;
    }
    // ... two. COMMENT -------, and the next number on its own line
    const tail = text.length > 60 && text.endsWith('---') ? splitHeading(text.slice(from), true) : [];
    if (tail.length > 1) parts = [...(parts ?? []), ...tail];
    else parts?.push(text.slice(from));
    if (parts) {
      split ??= rows.slice(0, at);
      for (const [index, part] of parts.entries()) {
        const line = { ...row.line, text: part };
        split.push(readRow(index === 0 ? line : { ...line, afterFurniture: undefined }));
      }
    } else split?.push(row);
  }
  return split ?? rows;
}

/** A line as long as this may hold three paragraphs. */
const longChain = 160;

/**
 * Where the numbers behind the line's own stand, each behind the end of a sentence and before a capital: two at least, or none.
 * Where another follows, one may stand behind a line that had no stop. A list inside a paragraph is none: the next line has its number.
 */
function findChain(rows: readonly Row[], row: number, number: number): number[] {
  const { text } = rows[row] as Row;
  const chain: number[] = [];
  for (let next = number + 1, from = 2; next < 100; next += 1) {
    const at = findPlain(text, `${next}. `, from, true);
    const then = at < 0 ? findPlain(text, `${next + 1}. `, from, true) : -1;
    const loose = then < 0 ? at : findPlain(text.slice(0, then), `${next}. `, from, false);
    if (loose < 0) break;
    chain.push(loose);
    from = loose + 3;
  }
  if (chain.length < 2 || rows.find((one, at) => at > row && one.number)?.number?.number === number + 1)
    return [];
  return chain;
}

/** Where the number that is due stands behind the end of a sentence, if the next row with a number has the one after it. */
function findHidden(rows: readonly Row[], row: number, expected: number, from: number): number {
  const { text } = rows[row] as Row;
  if (expected < 2 || !text.includes(` ${expected}. `)) return -1;
  const at = findPlain(text, `${expected}. `, from, true);
  const next = at < 0 ? undefined : rows.slice(row + 1, row + hiddenReach).find((one) => one.number)?.number;
  return next?.number === expected + 1 ? at : -1;
}

/** So many rows a paragraph that another hides may have. */
const hiddenReach = 60;

/** Where a number without a mark stands in the text behind `from`, before a capital; -1 if nowhere. */
function findPlain(text: string, printed: string, from: number, behindSentence: boolean): number {
  for (let at = text.indexOf(printed, from); at > 0; at = text.indexOf(printed, at + 1)) {
    const before = text.slice(Math.max(0, at - 14), at);
    if (
      (behindSentence ? /[.?!)"] +$/ : /[^ ] +$/).test(before) &&
      !cites.test(before.trimEnd()) &&
      /^ ?["(]?[A-Z]/.test(text.slice(at + printed.length, at + printed.length + 3))
    )
      return at;
  }
  return -1;
}

/** Longer than any line that was wrapped: line ends may be lost in it. */
const runTogether = 120;
/** How many numbers may be missing in such a line. */
const mostMissing = 2;

/** The next paragraph number in the text behind `from`: the one expected, or in a long line one of the next. */
function findNext(
  text: string,
  expected: number,
  printed: string,
  from: number,
): { at: number; number: number } | undefined {
  const at = findNumber(text, printed, from);
  if (at > 0) return { at, number: expected };
  if (text.length - from < runTogether || expected > 90) return undefined;
  for (let number = expected + 1; number <= expected + mostMissing; number += 1) {
    const later = findNumber(text, `${number}.`, from);
    if (later > 0) return { at: later, number };
  }
  return undefined;
}

/**
 * `... two. COMMENT -------`, `... two. Next Steps`: a heading, and its rule, that lost the line ends around them. In the `last`
 * part of a line nothing says that another paragraph follows: there it must look like a heading and bear a rule.
 */
function splitHeading(part: string, last = false): string[] {
  const signs = ruleAtEnd.exec(part.slice(-ruleReach))?.[0].length ?? 0;
  const isRuled = signs > 0;
  const rule = part.length - signs;
  if (last && !isRuled) return [part];
  const match = headingAtEnd.exec(part.slice(Math.max(0, rule - 100), rule));
  const words = match?.[2]?.trim();
  if (match === null || words === undefined) return [part];
  if (
    (last || !isRuled) &&
    (match[1] === '' || words.endsWith('?') || !(isTitle(words) || isCapitals(words)))
  )
    return [part];
  const heading = rule - (match[2]?.length ?? 0);
  const before = part.slice(0, heading).trimEnd();
  if (last && before === '') return [part];
  // the words behind number and mark are the paragraph's own
  if (
    (last || !isRuled) &&
    before.length < 20 &&
    /^[ \t¶]*[0-9]{1,2}[.)][ \t]*(?:\([A-Z/]{1,8}\))?$/.test(before)
  )
    return [part];
  // ------- COMMENT -------
  const own = words.startsWith('-') ? [part.slice(heading)] : [words, part.slice(rule)];
  return [before, ...own].filter((one) => one !== '');
}

/** `-`, `=`, `_`, `*`. */
const isRuleSign = (code: number): boolean => code === 45 || code === 61 || code === 95 || code === 42;
/** `-------`, `- - - -`, `=====`: a rule behind other words. */
const ruleAtEnd = /(?:-{3,}|={3,}|_{3,}|\*{3,}|(?<= )(?:- ){2,40}-)$/;
const ruleReach = 120;
/** Behind the end of a sentence, or the whole of a text, or between rules; the blanks before it, then its words. */
const headingAtEnd =
  /(?:^|(?:(?<!\b[A-Z])[.!?]|[)"”])([ \t]{0,3})|[ \t](?=-{5}|(?:- ){4}))((?:(?:-{3,60}|(?:- ){2,40}-)[ \t]*)?(?:\([A-Z/]{1,8}\)[ \t]*)?["'“]?[A-Z][^.!]{1,68})$/;
/** `No.`, `Para.`: words shortened before a number. */
const numbers = /\b(?:NOS?|PARAS?|SEC|ART|PT)\.$/i;
/** Words before a number that cites a paragraph. */
const cites = /\b(?:PARA|PARAS|PARAGRAPHS?|AND|TO|OR|OF|SECTION|ARTICLE|REF|PART|NUMBER|NO)\.?$/i;

/**
 * Where the number stands in the text behind `from`, behind the end of a sentence, a pilcrow, or in a long line a heading, and
 * before a mark; -1 if nowhere.
 */
function findNumber(text: string, printed: string, from: number): number {
  for (let at = text.indexOf(printed, from); at > 0; at = text.indexOf(printed, at + 1)) {
    let before = at - 1;
    while (before >= 0 && (text[before] === ' ' || text[before] === '¶' || text[before] === '\t'))
      before -= 1;
    const stop = text.charCodeAt(before);
    const gap = at - 1 - before;
    const digit = (code: number) => code >= 48 && code <= 57;
    if (gap === 0 && (digit(stop) || (stop === 46 && digit(text.charCodeAt(before - 1))))) continue;
    const ruled = isRuleSign(stop) && ruleAtEnd.test(text.slice(Math.max(0, before - 20), before + 1));
    const ends =
      ruled ||
      text.slice(before + 1, at).includes('¶') ||
      stop === 46 ||
      stop === 58 ||
      stop === 63 ||
      stop === 33 ||
      stop === 41 ||
      stop === 34;
    // `SUMMARY 1. (C) Text`, `... two. Next Steps 3. (C) Text`: a heading before the number
    if (
      !ends &&
      !(before < 40 && from === 1 && isRoleHeading(text.slice(0, before + 1))) &&
      (text.length < runTogether || gap === 0 || cites.test(text.slice(Math.max(0, before - 12), before + 1)))
    )
      continue;
    // No. 2. (C) Text
    if (stop === 46 && numbers.test(text.slice(Math.max(0, before - 6), before + 1))) continue;
    const behind = text.slice(at + printed.length, at + printed.length + 80).trimStart();
    if (!parseMark(behind)) continue;
    return before + 1;
  }
  return -1;
}
