/** What the rows below say of one: whether a list goes on, a heading heads something, a text ends. */
import { codeAt } from '../lines/line.ts';
import { endsSentence, isCapitals, isTitle } from '../lines/sentence.ts';
import type { Sequence } from './accept-number.ts';
import { pastBlanks, type Row } from './body-row.ts';
import { parseItemLabel } from './item-label.ts';
import type { ParagraphNumber } from './paragraph-number.ts';

type RowItem = NonNullable<Row['item']>;

/** How far ahead the second item of a list is looked for. */
const listReach = 100;
/** A line as long as this may be one that was wrapped. */
const fullLine = 45;

/** The scheme of roman numbers for one of letters. */
export const romanOf = (scheme: string): string =>
  scheme.replace(/[aA]/, (letter) => (letter === 'a' ? 'i' : 'I'));

/** For each row the next one behind it that bears a number which may be a paragraph's; a marked one wins within reach. */
export function followingNumbers(rows: readonly Row[]): (Row | undefined)[] {
  const following: (Row | undefined)[] = new Array(rows.length);
  let next: Row | undefined;
  let nextMarked: Row | undefined;
  for (let at = rows.length - 1; at >= 0; at -= 1) {
    const row = rows[at] as Row;
    following[at] = row.number?.mark ? nextMarked : next;
    if (row.number && (row.number.mark || !goesOnFrom(rows[at - 1]))) next = row;
    if (row.number?.mark) nextMarked = row;
  }
  return following;
}

/** A full line that ends in no stop: a number below it, `ON MAY` / `3. THEY WILL COME`, is its sentence's. */
function goesOnFrom(above: Row | undefined): boolean {
  return above?.kind === 'text' && above.text.length > fullLine && !endsSentence(above.text);
}

/** `4. (A) The old ones go.`, `4. -- The old ones`: the list begins behind the number, and its second item stands at a line's start. */
export function firstItemOf(
  rows: readonly Row[],
  at: number,
  { number, rest }: ParagraphNumber,
): RowItem | undefined {
  const code = codeAt(rest, 0);
  if (code !== 40 && code !== 65 && code !== 97 && code !== 45) return undefined;
  const item = parseItemLabel(rest);
  if (item === undefined || !/^(?:--|- |\(?[Aa1])/.test(rest) || item.ordinal > 1) return undefined;
  const reach = Math.min(rows.length, at + listReach);
  for (let next = at + 1; next < reach; next += 1) {
    const other = rows[next] as Row;
    if (other.number && other.number.number > number) return undefined;
    if (other.item?.scheme !== item.scheme) continue;
    // the list begins below: A. J. Doe is a name
    if (other.item.ordinal === 1) return undefined;
    if (other.item.ordinal === 2 || item.ordinal === 0) return item;
  }
  return undefined;
}

/** The list's second item follows before long. */
export function hasSecond(rows: readonly Row[], at: number, item: RowItem): boolean {
  const roman = item.roman === 1 ? romanOf(item.scheme) : '';
  const reach = Math.min(rows.length, at + listReach);
  for (let next = at + 1; next < reach; next += 1) {
    const row = rows[next] as Row;
    if (row.number?.mark && row.item?.scheme !== item.scheme) return false;
    const other = row.item;
    // the list begins below: A. J. Doe is a name
    if (other?.ordinal === 1 && other.scheme === item.scheme) return false;
    if (other?.ordinal !== 2) continue;
    if (other.scheme === roman || (item.ordinal === 1 && other.scheme === item.scheme)) return true;
  }
  return false;
}

/** The label comes again under the paragraph: `as cited in` / `B. There` above `B. Ships pay.` */
export function isItemAhead(rows: readonly Row[], at: number, { scheme, ordinal }: RowItem): boolean {
  const reach = Math.min(rows.length, at + listReach);
  for (let next = at + 1; next < reach; next += 1) {
    const { number, item } = rows[next] as Row;
    if (number?.mark || (item?.scheme === scheme && item.ordinal !== ordinal)) return false;
    if (item?.scheme === scheme) return true;
  }
  return false;
}

/** The next number with a mark, before long, is this one. */
export function isMarkedAhead(rows: readonly Row[], at: number, number: number): boolean {
  const reach = Math.min(rows.length, at + listReach);
  for (let next = at + 1; next < reach; next += 1) {
    const other = rows[next]?.number;
    if (other?.mark) return other.number === number;
  }
  return false;
}

/** The numbers go on by ones from this one, and then it comes again: `2 3 4 2 3`, a list and the paragraphs behind it. */
export function comesAgain(rows: readonly Row[], at: number, number: number): boolean {
  const reach = Math.min(rows.length, at + listReach);
  let due = number + 1;
  for (let next = at + 1; next < reach; next += 1) {
    const other = rows[next]?.number?.number;
    if (other === number) return true;
    if (other !== undefined && other !== due++) return false;
  }
  return false;
}

/** A bullet of the look that is open comes again: what stands between is under the one before. */
export function bulletReturns(rows: readonly Row[], from: number, scheme: string | undefined): boolean {
  if (scheme === undefined) return false;
  const reach = Math.min(rows.length, from + listReach);
  for (let next = from + 1; next < reach; next += 1) {
    const row = rows[next] as Row;
    if (row.number?.mark) return false;
    if (row.item?.scheme === scheme) return true;
  }
  return false;
}

/** How many lines an entry of a list may have before the next. */
const entryReach = 4;

/** A bullet of the look begins one of the next lines. */
export function bulletFollows(rows: readonly Row[], from: number, scheme: string): boolean {
  let at = from;
  for (let lines = 0; lines < entryReach; lines += 1) {
    at = pastBlanks(rows, at + 1);
    const row = rows[at];
    if (row?.kind !== 'text' || row.number?.mark) return false;
    if (row.item?.scheme === scheme) return true;
  }
  return false;
}

/** The head of a table. */
const columns = /\S {3,}\S/;

/** `II. (C) THE FUTURE` alone or underlined above a numbered paragraph, `A. "Harbor Opens"`, `b. Disappearance` alone above running text, are headings. */
export function headsPart(
  rows: readonly Row[],
  at: number,
  { scheme, rest }: RowItem,
  { expected, listed }: { expected: number; listed: boolean },
): boolean {
  if (
    !/^[AIa]/.test(scheme) ||
    rest.length > 70 ||
    /^(?:THIS )?ENTIRE (?:TEXT|MESSAGE)\b/.test(rest) ||
    /[.;]["“”')]*$/.test(rest)
  )
    return false;
  // A. PORTS: / 2. (C) Text
  const colon = rest.endsWith(':');
  const behind = rows[at + 1]?.kind;
  if ((behind !== 'blank' && behind !== 'rule') || !(isCapitals(rest) || isTitle(rest))) return false;
  const below = rows[pastBlanks(rows, behind === 'rule' ? at + 2 : at + 1)];
  if (below?.kind !== 'text') return false;
  // A. ARMS. HE SAID / HE HAD NONE: a page's foot between
  if (below.line.afterFurniture && rest.includes('. ')) return false;
  // a small letter may be an entry's, with more of it set in below
  const isSmall = scheme > 'a';
  if (below.number) return below.number.number === expected && !listed && !isSmall;
  if (colon || (isSmall && below.indent > (rows[at] as Row).indent)) return false;
  const isText = below.text.length > 40 || endsSentence(below.text) || columns.test(below.text);
  return isText && !below.item && !below.mark && !listed;
}

/** A text that is never closed ends where the numbering around it goes on with a mark. */
export function endOfUnclosed(
  rows: readonly Row[],
  from: number,
  { expected, started }: Pick<Sequence, 'expected' | 'started'>,
): number {
  if (!started) return rows.length;
  for (let at = from + 1; at < rows.length; at += 1) {
    const number = rows[at]?.number;
    if (number?.mark && number.number === expected) return at;
  }
  return rows.length;
}
