import { type Row, readRow } from './body-row.ts';

/** Longer than any line that was wrapped: line ends may be lost in it. */
const runTogether = 120;
/** `needs: -- trucks`: a colon before the first bullet. */
const firstBullet = /:["”)]? {1,3}(?=(--?)(?: {1,2}|(?=["“A-Z]))[^ -])/;
/** What stands before each of the others. */
const entryEnd = /(?:[.;,?!:)"”]|\b(?:and|or),?)$/i;

/**
 * Splits lines in which a list is run together: `Three needs: -- trucks; -- radios; and -- patience`. Single dashes are a list where
 * there are three of them.
 */
export function splitBullets(rows: Row[]): Row[] {
  let split: Row[] | undefined;
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at] as Row;
    const isLong = row.text.length > runTogether;
    const cuts = row.kind === 'text' ? (isLong ? bulletsIn(row.text) : bulletAbove(row, rows[at + 1])) : [];
    if (cuts.length > 0) {
      split ??= rows.slice(0, at);
      for (let index = 0, from = 0; index <= cuts.length; index += 1) {
        const text = row.text.slice(from, cuts[index]).trimEnd();
        const afterFurniture = index === 0 ? row.line.afterFurniture : undefined;
        // a blank line between them, so that none is taken for a wrapped line that begins with a dash
        if (index > 0) split.push(readRow({ ...row.line, text: '', afterFurniture }));
        split.push(readRow({ ...row.line, text, afterFurniture }));
        from = cuts[index] ?? 0;
      }
    } else split?.push(row);
  }
  return split ?? rows;
}

/** `2. (C) Outcomes: -- Fees are put off;` above `-- Ships are bought.`: where the first of the list stands. */
function bulletAbove({ text }: Row, below: Row | undefined): number[] {
  if (below?.item?.scheme !== '--' || !text.includes(': ')) return [];
  const found = firstBullet.exec(text);
  return found?.[1] === '--' && entryEnd.test(text) ? [found.index + found[0].length] : [];
}

/** Where the bullets of a list stand in a text; none where they are too few to be one. */
function bulletsIn(text: string): number[] {
  const found = text.includes(': -') ? firstBullet.exec(text) : null;
  const mark = found?.[1];
  if (found === null || mark === undefined) return [];
  const cuts = [found.index + found[0].length];
  const next = ` ${mark}`;
  for (let at = text.indexOf(next, cuts[0]); at > 0; at = text.indexOf(next, at + 1)) {
    const isLonger = text[at + next.length] === '-';
    const isAmount = mark === '-' && text[at + next.length] !== ' ';
    if (!isLonger && !isAmount && entryEnd.test(text.slice(Math.max(0, at - 8), at).trimEnd()))
      cuts.push(at + 1);
  }
  return cuts.length > (mark === '-' ? 2 : 1) ? cuts : [];
}
