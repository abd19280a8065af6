import { endsSentence } from '../lines/sentence.ts';
import type { Row } from './body-row.ts';
import { topOf } from './read-misprinted-numbers.ts';

/** `A. Text`, `A) Text`, `(A) Text`. */
const schemes = new Set(['A.', 'A)', 'A()']);
/** A letter's line of this length is no title. */
const titleLength = 70;
/** A line of this length may be wrapped. */
const wrappedLength = 45;

/**
 * Reads `A. Text`, `B. Text` as paragraphs, where a text counts them so from its first line on, or marks them: `A. (U) Text`. It
 * bears no numbers, or they count points under each letter. Letters above titles that stand alone are headings, and are left.
 */
export function readLettered(rows: readonly Row[]): void {
  const top = rows.findIndex((row) => row.item);
  const { scheme = '', mark } = rows[top]?.item ?? {};
  if (!schemes.has(scheme) || !(mark || top === topOf(rows))) return;
  const found = new Set<Row>();
  let due = 1;
  for (let at = top; at < rows.length; at += 1) {
    const row = rows[at] as Row;
    if (row.item?.scheme !== scheme) continue;
    // under the next heading the letters begin anew
    if (row.item.ordinal !== due && !(row.item.ordinal === 1 && due > 2)) continue;
    if (at > top && goesOnBelow(rows[at - 1])) continue;
    if (isTitleAlone(row, rows[at + 1])) return;
    found.add(row);
    due = row.item.ordinal + 1;
  }
  if (found.size < 2 || !areUnder(found, rows)) return;
  for (const row of rows) row.number = undefined;
  for (const row of found) {
    const { ordinal, label, mark, rest } = row.item as NonNullable<Row['item']>;
    row.number = { number: ordinal, label, lettered: true, mark, rest };
  }
}

/** All numbers begin anew behind a letter, bear no marks, and a letter comes behind the first of them. */
function areUnder(letters: ReadonlySet<Row>, rows: readonly Row[]): boolean {
  let counted = false;
  let returns = false;
  let fresh = true;
  for (const row of rows) {
    if (letters.has(row)) {
      returns = counted;
      fresh = true;
    } else if (row.number) {
      if (row.number.mark || (fresh && row.number.number !== 1)) return false;
      counted = true;
      fresh = false;
    }
  }
  return returns || !counted;
}

/** A wrapped line of a sentence, no row of a table. */
function goesOnBelow(row: Row | undefined): boolean {
  return row?.kind === 'text' && !row.spaced && row.text.length >= wrappedLength && !endsSentence(row.text);
}

function isTitleAlone({ text }: Row, below: Row | undefined): boolean {
  return below?.kind !== 'text' && text.length < titleLength && !endsSentence(text);
}
