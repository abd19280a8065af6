import type { PortionMark } from '../cable.ts';
import { codeAt } from '../lines/line.ts';
import { parseMark } from './parse-mark.ts';

/** A number at a line's start that may be a paragraph's. */
export interface ParagraphNumber {
  number: number;
  /** As printed, where it is more than a number: `2a`, `12 bis`. */
  label?: string;
  /** Not printed as `1.`: the label is a misprint, and names no place. */
  misprinted?: true;
  /** A letter is printed, and the number is its place: `A.`, in a text that counts its paragraphs so. */
  lettered?: true;
  mark?: PortionMark;
  /** Text behind number and mark. */
  rest: string;
}

/** `3.`, `3)`, `2a.`, `12 bis.`, `1.A.`, `3 ` before a bracket; `3.- Text`, `3 . Text`; `3 .`, `3,`, `3;`, `3-`, `3/` before a mark alone. */
const numbered =
  /^([0-9]{1,3})(?:([a-zA-Z])(?=[.) \t])|[ \t]?(bis|ter|BIS|TER)(?=[.) \t])|\.([A-Z])(?=[.)]|[ \t]{1,3}\())?(?:(?:[ \t]{1,2}\.|[ \t]{0,2}[,;:/-])[ \t]*(?=\([A-Z])|[ \t](\.)[ \t]+(?=["“]?[A-Z])|([.)]{0,2}(?:(?<=[.)])-(?=[ \t]|\([A-Z]))?)[ \t]*)/;
/** `(C) 2. Text`: the mark stands before the number. */
const markFirst = /^\([A-Za-z/ ]{1,12}\)[ \t]*(?=¶?[ \t]*[0-9]{1,2}\.)/;

/**
 * Reads a paragraph number at the start of a text: what is printed, not whether it is one.
 *
 * A number is followed by a stop or bracket and then a blank, a mark or a capital; without a stop a mark must follow.
 * `1.5 million`, `200 ships`, `2007.` followed by a small letter, `4).` are none. Source: cable format, section 12.3.
 */
export function parseNumber(text: string): ParagraphNumber | undefined {
  if (codeAt(text, 0) === 40) {
    const before = markFirst.exec(text);
    const read = before ? parseMark(text, { afterNumber: true }) : undefined;
    if (!before || !read) return undefined;
    const inner = parseNumber(read.rest.replace(/^¶[ \t]*/, ''));
    return inner && !inner.mark ? { ...inner, mark: read.mark } : undefined;
  }
  const match = numbered.exec(text);
  if (!match) return undefined;
  const [whole, digits = '', letter, bis, capital, apart, stop = apart ?? ''] = match;
  const number = Number(digits);
  if (number === 0) return undefined;
  const rest = text.slice(whole.length);
  const read = parseMark(rest, { afterNumber: true });
  const body = read ? read.rest : rest;
  if (!read) {
    if (stop === '' || stop === ').') return undefined;
    if (rest !== '') {
      const spaced = whole.length > digits.length + (letter ?? bis ?? capital ?? '').length + stop.length;
      const next = rest.charCodeAt(0);
      if (!spaced && !opensText(next)) return undefined;
    }
  }
  const suffix = letter ?? bis ?? capital;
  const label =
    suffix === undefined
      ? undefined
      : bis
        ? `${digits} ${bis}`
        : capital
          ? `${digits}.${capital}`
          : `${digits}${suffix}`;
  return { number, label, mark: read?.mark, rest: body };
}

/** A capital, a bracket or a quotation mark. */
function opensText(code: number): boolean {
  return (
    (code >= 65 && code <= 90) ||
    code === 40 ||
    code === 91 ||
    code === 34 ||
    code === 39 ||
    code > 0xbf ||
    code === 36
  );
}
