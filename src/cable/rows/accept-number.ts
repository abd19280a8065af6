import type { Row } from './body-row.ts';
import type { ParagraphNumber } from './paragraph-number.ts';

/** Where the numbering of a text stands. */
export interface Sequence {
  /** Last accepted number + 1; 1 at the start. */
  expected: number;
  started: boolean;
  /** Paragraphs of this text bear marks, so that a number without one is less likely a paragraph's. */
  marked: boolean;
  /** How its numbers look, as labels of a list do: `1.`, `1)`. */
  look?: string;
  /** Numbers of this text that are taken. */
  taken: ReadonlySet<number>;
}

/** What stands around a number at a line's start. */
export interface NumberPlace {
  /** Behind a blank line, a heading, furniture, the end of a sentence. */
  strong: boolean;
  /** Directly behind a heading, a rule or a section line. */
  heading: boolean;
  /** Behind a blank line, a heading, or first of the text. */
  open: boolean;
  /** Behind a line that is shorter than a wrapped one. */
  short: boolean;
  /** Behind a word that needs another: `PARAGRAPHS 1 AND`. */
  bound: boolean;
  /** A list of the same look is open and this number is its next. */
  listed: boolean;
  /** The paragraph of this number is to come yet: this one is of a list that is quoted. */
  again: boolean;
  /** A later row bears the next number, with a mark or without one. */
  next?: Row;
}

export type Acceptance = 'next' | 'gap' | 'late' | 'duplicate' | 'restart' | 'first';

/**
 * Whether a number at a line's start is a paragraph's, and how it stands to the ones before. Nothing: it is text.
 * Source: cable format, section 12.3.
 */
export function acceptNumber(
  row: Row,
  { expected, started, marked, taken, look }: Sequence,
  place: NumberPlace,
): Acceptance | undefined {
  const number = row.number;
  if (!number) return undefined;
  const n = number.number;
  // 200 ships: a number of three figures is one where it is the next
  if (n > 99 && n !== expected) return undefined;
  const mark = number.mark !== undefined;
  const followed = place.next?.number?.number === n + 1;
  if (
    number.label !== undefined &&
    !number.misprinted &&
    !number.lettered &&
    !mark &&
    !(n >= expected - 1 && n <= expected && (place.open || goesOnBehind(number, place)))
  )
    return undefined;
  if (!started) {
    if (n === 1) return mark || place.strong ? 'next' : undefined;
    // a text whose first paragraph has no number may have but one that has
    return place.strong && (mark || followed || (place.open && n === 2)) ? 'first' : undefined;
  }
  // a list of another look inside the paragraph: 1) (C) under 1. (C)
  const differs = look !== undefined && row.item !== undefined && row.item.scheme !== look;
  if (differs && mark && (place.listed || (n === 1 && !place.heading))) return undefined;
  if (n === expected) {
    // as was said in para / 3 (C), where the text's own 3 is to come
    if (mark && (marked || place.strong))
      return place.strong || place.next?.number?.number !== n ? 'next' : undefined;
    if (place.again) return undefined;
    // behind a line without a stop: a full one only where the numbers go on
    const isBracketed = row.item?.scheme === '1()' && look === '1()';
    if (!place.strong && (marked || place.bound || !(place.short || followed || isBracketed)))
      return undefined;
    // he said: "1. The port is ours. / 2. The fees are ours." where the text's own 2 is to come
    const other = !place.open || row.line.afterFurniture ? place.next?.number : undefined;
    if (other?.number === n && other.label === undefined) return undefined;
    return place.listed && (marked || !place.open || differs) ? undefined : 'next';
  }
  if (number.label !== undefined && n === expected - 1) return 'next';
  if (n > expected && n <= expected + 3) {
    if (mark && (place.strong || !marked)) return 'gap';
    return !mark && !marked && place.strong && followed && !place.listed ? 'gap' : undefined;
  }
  const after = place.next?.number;
  // far ahead without marks: paragraphs are lost, where the numbers go on behind it
  if (n > expected && !mark && !marked && !place.listed && place.open && followed) return 'gap';
  // far ahead: a partial extract, where no later paragraph says otherwise
  if (n > expected) return mark && place.strong && (!after?.mark || after.number > n) ? 'gap' : undefined;
  if (n === expected - 1 && mark && place.strong) return 'duplicate';
  // two paragraphs changed places
  if (mark && place.strong && !taken.has(n) && after?.number === expected && (n > 1 || expected === 3))
    return 'late';
  if (n === 1) {
    const again = place.open && followed && place.next?.number?.mark;
    if (mark && (place.heading || again)) return 'restart';
    // 1) Afghanistan, a title above the paragraph that is due
    if (!mark && marked && after?.mark && after.number === expected) return undefined;
    // the only one below its heading, where each heading counts anew
    const isAlone = !mark && !marked && (after === undefined || after.number === 1);
    return place.heading && (followed || isAlone) ? 'restart' : undefined;
  }
  return mark && place.open && followed && place.next?.number?.mark ? 'duplicate' : undefined;
}

/** `2A. Text.` with `2B.` or `3.` behind it, where no blank lines part the paragraphs. */
function goesOnBehind({ number }: ParagraphNumber, { strong, next }: NumberPlace): boolean {
  const behind = next?.number;
  return (
    strong && ((behind?.number === number && behind.label !== undefined) || behind?.number === number + 1)
  );
}
