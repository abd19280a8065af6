import type { Row } from './body-row.ts';

/** The last number of two figures: those beyond it are paragraphs' only where they go on from it. */
const LAST_SHORT = 99;

/**
 * Numbers of three figures count where each is the next of those before it, from 99 on: `100. (U) Text`. All others are words of the
 * text: `200 ships`, `120. Broadway`.
 */
export function keepLongNumbers(rows: Row[]): Row[] {
  let due: number | undefined;
  for (const row of rows) {
    const number = row.number?.number ?? 0;
    if (number === LAST_SHORT || (number > LAST_SHORT && number === due)) due = number + 1;
    else if (number > LAST_SHORT) row.number = undefined;
  }
  return rows;
}
