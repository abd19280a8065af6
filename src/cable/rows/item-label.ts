import type { PortionMark } from '../cable.ts';
import { codeAt } from '../lines/line.ts';
import { parseMark } from './parse-mark.ts';

/** A label at a line's start that may begin a sub-item. */
export interface ItemLabel {
  /** How labels of one list look: `a.`, `(a)`, `1)`, `i.`, `--`. */
  scheme: string;
  /** Place in its list, from 1; 0 for bullets. */
  ordinal: number;
  /** As printed without brackets and stops: `a`, `1`, `ii`, `--`. */
  label: string;
  mark?: PortionMark;
  rest: string;
  /** Its list goes on over the next number: `2A)` behind `1B)`. */
  across: boolean;
  /** The same label as a roman number, where it can be both: `i`, `v`. */
  roman?: number;
  /** What it is if the label behind its dash is none of a list: `- (C) Text`, `- A. J. Doe`. */
  bullet?: ItemLabel;
}

const romans = [
  'i',
  'ii',
  'iii',
  'iv',
  'v',
  'vi',
  'vii',
  'viii',
  'ix',
  'x',
  'xi',
  'xii',
  'xiii',
  'xiv',
  'xv',
];

/** `- --`, `--`, `---`, `-`, `–`: dashes, also several with blanks between. */
const dashes = /^(?:-{1,3}(?:[ \t]+-{1,3}(?=[ \t]))?|[–—])[ \t]*/;
/** A dash, blanks, a label. */
const dashedLabel = /^--?[ \t]{1,8}(?:\([A-Za-z0-9]{1,2}\)|[A-Za-z][.)][ \t]|[0-9]{1,2}[.)][ \t])/;
/** `(a)`, `a)`, `a.`, `(12)`, `iv.`, `(a.)`; not `U.S.`. */
const enumerated = /^(\()?([A-Za-z]|[0-9]{1,2}|[ivxIVX]{1,5})(?:(\.?\))|(\.))([ \t]+|(?=[A-Z("](?!\.))|$)/;

/** `3.1. (C) Text`, `3.1 Text`, `3.a. (C) Text`: a paragraph's own portions by decimals, or by letters with a mark each. */
const numbered =
  /^([0-9]{1,2}\.(?:([0-9]{1,2})(?=[.)]?[ \t]+["“(]?[A-Z])|([a-z])(?=[.)]?[ \t]+\([A-Z])))[.)]?[ \t]+/;

/** `1A) Name of good`: a figure and a letter, as the questions of a tasking are counted. */
const figureAndLetter = /^([0-9]{1,2}([A-Za-z]))\)[ \t]+(?=["“(]?[A-Z])/;

/**
 * Reads the label of a sub-item at the start of a text: what is printed, not whether it is one.
 * Source: cable format, section 12.4.
 */
export function parseItemLabel(text: string): ItemLabel | undefined {
  const code = codeAt(text, 0);
  if (code === 45 || code === 0x2013 || code === 0x2014) {
    const match = dashes.exec(text);
    if (!match || match[0].length === text.length) return undefined;
    const printed = match[0].trim();
    const next = codeAt(text, match[0].length);
    // `- A.  TEXT`: the dash stands for the blanks before a label
    const labelled =
      printed.length < 3 && dashedLabel.test(text) ? parseItemLabel(text.slice(match[0].length)) : undefined;
    if (next === 45 || (next >= 48 && next <= 57 && match[0] === '-')) return undefined;
    const label = printed.includes(' ') ? printed.slice(printed.lastIndexOf(' ') + 1) : printed;
    const scheme = label === '-' || label.charCodeAt(0) > 127 ? '-' : label;
    const bullet = itemOf(scheme, 0, label, text.slice(match[0].length));
    return labelled ? { ...labelled, bullet } : bullet;
  }
  if (code < 65 ? code === 42 || code === 43 || code === 62 : code === 0xb7 || isDingbat(code)) {
    const second = codeAt(text, 1);
    if (second !== 32 && second !== 9 && !(code > 62 && second > 32)) return undefined;
    const label = text[0] as string;
    return itemOf(label, 0, label, text.slice(1).trimStart());
  }
  if (code === 111 && (codeAt(text, 1) === 32 || codeAt(text, 1) === 9)) {
    return itemOf('o', 0, 'o', text.slice(1).trimStart());
  }
  const decimal = codeAt(text, 1) < 58 ? numbered.exec(text) : null;
  if (decimal?.[1]) {
    const rest = text.slice(decimal[0].length);
    const [scheme, ordinal]: [string, number] = decimal[3]
      ? ['1.a', decimal[3].charCodeAt(0) - 96]
      : ['1.1', Number(decimal[2])];
    return itemOf(scheme, ordinal, decimal[1], rest);
  }
  // its bracket is the third sign or the fourth
  const question =
    code < 58 && (codeAt(text, 2) === 41 || codeAt(text, 3) === 41) ? figureAndLetter.exec(text) : null;
  if (question?.[2]) {
    const ordinal = (question[2].charCodeAt(0) | 32) - 96;
    const item = itemOf('1A)', ordinal, question[1] as string, text.slice(question[0].length));
    return { ...item, across: true };
  }
  const match = enumerated.exec(text);
  if (!match) return undefined;
  const [whole, open, label = '', close, stop] = match;
  if (open && !close) return undefined;
  const small = label.toLowerCase();
  const first = label.charCodeAt(0);
  const edge = open ? '()' : close ? ')' : stop ? '.' : '';
  const rest = text.slice(whole.length);
  if (first >= 48 && first <= 57) {
    const ordinal = Number(label);
    return ordinal === 0 ? undefined : itemOf(`1${edge}`, ordinal, label, rest);
  }
  const upper = first < 97;
  const roman = romans.indexOf(small) + 1;
  if (label.length > 1) {
    if (roman === 0 || (label !== small && label !== label.toUpperCase())) return undefined;
    return itemOf(`${upper ? 'I' : 'i'}${edge}`, roman, label, rest);
  }
  const ordinal = small.charCodeAt(0) - 96;
  return itemOf(`${upper ? 'A' : 'a'}${edge}`, ordinal, label, rest, roman > 0 ? roman : undefined);
}

/** Bullets, arrows, squares, ticks, and the signs of a symbol font that a word processor left behind. */
function isDingbat(code: number): boolean {
  return (
    code === 0x2022 ||
    (code >= 0x2190 && code <= 0x21ff) ||
    (code >= 0x25a0 && code <= 0x27bf) ||
    (code >= 0xf000 && code <= 0xf0ff)
  );
}

/** The label with the mark that stands behind it. */
function itemOf(scheme: string, ordinal: number, label: string, behind: string, roman?: number): ItemLabel {
  const { mark, rest } = parseMark(behind) ?? { rest: behind };
  return { scheme, ordinal, label, mark, rest, across: false, roman, bullet: undefined };
}
