import { findLabel } from '../lines/find-label.ts';
import type { Line } from '../lines/line.ts';

/** Fewer lines say nothing of how a text is set. */
const FEWEST = 12;
/** One gap in so many may be of another height: a copyist dropped a line. */
const ODD_ONES = 20;
/** The first label of a form, alone on its line. */
const FORM = /^[ \t]*MRN:$/;
const SENDING = /^(?:FM|TO|INFO)[ \t]/;

/**
 * Takes the blank lines that a copy set behind each line out of a text that is so spaced throughout, one or more of them; where the
 * sender left a line blank more stand, and one stays. Other texts are given back as they are: a head with fields tells a cable so
 * set from paragraphs that a blank line parts.
 */
export function singleSpaced(lines: readonly Line[]): readonly Line[] {
  const height = gapHeight(lines);
  if (height === 0) return lines;
  if (lines.filter(({ text }) => SENDING.test(text) || findLabel(text)).length < 2) return lines;
  let blanks = 0;
  return lines.filter(({ text }) => {
    if (text.trim() !== '') {
      blanks = 0;
      return true;
    }
    blanks += 1;
    return blanks % (height + 1) === 0;
  });
}

/** How many blank lines part each line from the next, where all are so parted and some by more, or the lines are a terminal's or a form's. */
function gapHeight(lines: readonly Line[]): number {
  const gaps: number[] = [];
  let seen = 0;
  let close = 0;
  let run = 0;
  for (const { text } of lines) {
    if (text.trim() === '') {
      run += 1;
      continue;
    }
    if (seen > 0 && run === 0 && ++close * ODD_ONES > lines.length) return 0;
    if (seen > 0) gaps[run] = (gaps[run] ?? 0) + 1;
    seen += 1;
    run = 0;
  }
  if (seen < FEWEST) return 0;
  const height = gaps.findIndex((count) => count * ODD_ONES > seen);
  const high = gaps.reduce((sum, count, gap) => (gap > height * 2 ? sum + count : sum), 0);
  if (high === 0 && !isWrapped(lines) && !lines.some(({ text }) => FORM.test(text))) return 0;
  const odd = seen - 1 - high - (gaps[height] ?? 0);
  return height < 1 || odd * ODD_ONES > seen ? 0 : height;
}

/** A line that is cut inside a sentence, of the width that a terminal had. */
const cutLine = /^.{44,79}[A-Za-z,]$/;

/** The lines are a terminal's, not paragraphs: none is longer, and many end inside a sentence. */
function isWrapped(lines: readonly Line[]): boolean {
  const full = lines.filter(({ text }) => text !== '');
  const cut = full.filter(({ text }) => cutLine.test(text)).length;
  return cut >= 4 && cut * 10 > full.length && full.every(({ text }) => text.length < 100);
}
