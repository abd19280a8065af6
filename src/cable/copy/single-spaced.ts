import { findLabel } from '../lines/find-label.ts';
import type { Line } from '../lines/line.ts';

/** Fewer lines say nothing of how a text is set. */
const FEWEST = 12;
/** One gap in so many may be of another height: a copyist dropped a line. */
const ODD_ONES = 20;
const SENDING = /^(?:FM|TO|INFO)[ \t]/;

/**
 * Takes the blank line behind each line out of a text that is double-spaced throughout; where the sender left one line blank, three
 * are, and one stays. Other texts are given back as they are: a head with fields tells a cable so set from paragraphs that a blank
 * line parts.
 */
export function singleSpaced(lines: readonly Line[]): readonly Line[] {
  let seen = 0;
  let gaps = 0;
  let odd = 0;
  let run = 0;
  for (const { text } of lines) {
    if (text.trim() === '') run += 1;
    else {
      if (seen > 0 && run % 2 === 0 && ++odd * ODD_ONES > lines.length) return lines;
      if (seen > 0 && run > 1) gaps += 1;
      seen += 1;
      run = 0;
    }
  }
  if (seen < FEWEST || gaps === 0 || odd * ODD_ONES > seen) return lines;
  if (lines.filter(({ text }) => SENDING.test(text) || findLabel(text)).length < 2) return lines;
  let blanks = 0;
  return lines.filter(({ text }) => {
    if (text.trim() !== '') {
      blanks = 0;
      return true;
    }
    blanks += 1;
    return blanks % 2 === 0;
  });
}
