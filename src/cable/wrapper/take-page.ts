import type { Wrapper } from '../cable.ts';
import { matchClassification, parseMessageNumber } from '../lines/parse-classification-line.ts';
import { parseDtg } from '../lines/parse-dtg.ts';
import { pageStamp, stampPart } from '../lines/release-stamp.ts';
import { isAboveGroup } from '../lines/repeated-header.ts';
import { opensNotice } from './extract-notice.ts';
import { frontMatterHead } from './front-matter-head.ts';
import { type Piece, type Row, rowsOf, setAside } from './piece.ts';

/** How many lines from the start may be the page's. */
const MOST_ROWS = 80;
/** How many may be front matter between its marks. */
const MOST_FRAMED = 1000;
// VZCZCXRO1234, FM AMEMBASSY LIMA, MRN:, PAGE 01  LIMA  01234
const OPENING =
  /^[ \t]*(?:VZ?V?CZC|ZCZC|FM[ \t]+[A-Z]|MRN:|PAGE[ \t]+0?1[ \t]|(?:ACTION|ORIGIN)[ \t]+[A-Z]{1,5}-\d\d|DE R[A-Z]{4,7} #)/;
// Reference ID: 08LIMA12 / - **Classification:** SECRET / | Origin | Embassy Lima | / a label alone, its value below
const LABELLED =
  /^[ \t>|*-]{0,6}(?:\*\*|__)?"?([A-Za-z][A-Za-z _/-]{1,30}?)"?(?:\*\*|__)?[ \t]*(?:[:\t|](?:\*\*|__)?[ \t]*(.*?)[ \t|]*)?$/;
/** Labels under which publishers and archives tell of a cable; senders have other words. */
const own = new Set(
  'canonical id|cable id|cable reference id|cable time|character count|character_count|created|current classification|document id|document number|handling restrictions|identifier|layout|locator|office origin|archive status|origin|original classification|published|reference id|ref id|refid|released|slug|permalink|title|id|date|classification|embassy'.split(
    '|',
  ),
);
/** Labels that stand beside them. */
const shared = new Set(
  'tags|subject|source|from|to|executive order|concepts|enclosure|type|markings|office action|header|number|sent|author|url|link|draft date|decaption note|disposition action|film number|image|description|categories'.split(
    '|',
  ),
);
const ID = /\b((?:19|20)?(?:[6-9]|[012])\d[A-Z]{3,24}\d{1,7})(?:_[a-z])?\b/;
const DATE = /\b(?:19|20)\d\d-\d\d-\d\d(?:[T ]\d\d:\d\d)?/;
const CLASSIFICATION = /^(?:UNCLASSIFIED|LIMITED OFFICIAL USE|CONFIDENTIAL|SECRET|TOP SECRET)\b/;
// Tuesday, 02 September 2008, 11:45; without the day of the week or the time it may be a letter's
const DATE_LINE =
  /^[ \t]*(?=[MTWFS]|.*:)(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?[ ])?(\d{1,2})[ ]([A-Z][a-z]{2})[a-z]{0,6}[ ]((?:19|20)\d\d)(?:,?[ ](\d\d:\d\d))?$/;
const FIRST_PARAGRAPH = /^[ \t]*(?:¶[ \t]?)?1[.)][ \t]+["“(]?[A-Z]/;
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
/** What a value of front matter, or a heading, may have around and before its own signs. */
const SIGNS = /["“”'\\]/g;
const OTHERS = /ref(?:erence)?s\b|references|related|cite|link/i;

/**
 * Takes off what a publisher's page or a file's front matter tells of the cable above its first line: two labelled lines or more,
 * one of them under a label that no sender uses, or a date in words. The words between them are the page's as well.
 */
export function takePage(piece: Piece): void {
  const isFramed = /^\s*(?:---|\+\+\+)[ \t]*\n/.test(piece.text.slice(0, 100));
  const [first, second] = rowsOf(piece.text, 2);
  if (!isFramed && first && opensCable(first.text, second?.text ?? '')) return;
  const rows = rowsOf(piece.text, isFramed ? MOST_FRAMED : MOST_ROWS);
  const framed = isFramed ? frontMatterEnd(rows.map((row) => row.text)) : undefined;
  const top =
    framed ??
    rows.slice(0, MOST_ROWS).findIndex((row, index) => opensCable(row.text, rows[index + 1]?.text ?? ''));
  if (top < 1) return;
  const above = rows.slice(0, framed === undefined ? top : top + titleRows(rows, top));
  if (framed === undefined && above.some((row) => FIRST_PARAGRAPH.test(row.text))) return;
  const labels = above.map((row) => (stampPart.test(row.text) ? undefined : labelOf(row.text)));
  const publisher = labels.filter((label) => label && own.has(label.name)).length;
  const all = labels.filter((label) => label && (own.has(label.name) || shared.has(label.name))).length;
  const isDated = above.some((row) => DATE_LINE.test(row.text));
  if (framed === undefined && !isDated && (publisher === 0 || all < 2)) return;
  const texts = above.map((row) => row.text);
  const head = framed && frontMatterHead(texts, piece.line);
  if (head) piece.head = head;
  // what stands further in is told of a field, not of the cable
  const telling = head ? texts.filter((text) => !text.startsWith(' ')) : texts;
  piece.wrapper = { ...valuesOf(telling), kind: 'lines', ...piece.wrapper };
  setAside(piece, 0, above[above.length - 1]?.end ?? 0);
}

interface PageLabel {
  name: string;
  value: string;
}

function labelOf(text: string): PageLabel | undefined {
  const match = text.length < 400 ? LABELLED.exec(text) : null;
  return match?.[1] === undefined ? undefined : { name: match[1].toLowerCase(), value: match[2] ?? '' };
}

/** How many lines the front matter has that a file begins with, its two marks among them. */
function frontMatterEnd(rows: readonly string[]): number | undefined {
  const first = rows.findIndex((text) => text.trim() !== '');
  const mark = rows[first];
  if (mark !== '---' && mark !== '+++') return undefined;
  const last = rows.findIndex((text, index) => index > first && (text === mark || text === '...'));
  return last > first + 1 && /^[A-Za-z_]+(?::| ?=)/.test(rows[first + 1] ?? '') ? last + 1 : undefined;
}

/** How many rows below the front matter hold nothing but its title once more, as the text's first heading. */
function titleRows(rows: readonly Row[], top: number): number {
  const at = rows.findIndex((row, index) => index >= top && row.text !== '');
  const title = /^#[ \t]+(\S.*)$/.exec(rows[at]?.text ?? '')?.[1];
  if (title === undefined) return 0;
  const words = title.replace(SIGNS, '');
  const isTitle = rows.slice(0, top).some((row) => labelOf(row.text)?.value.replace(SIGNS, '') === words);
  return isTitle ? at + 1 - top : 0;
}

/** The first line of a cable: one of the transmission, a date-time group above `FM`, a classification with its number. */
function opensCable(text: string, below: string): boolean {
  if (OPENING.test(text.slice(0, 40)) || opensNotice(text.trimStart(), 0)) return true;
  if (text.length > 160 || isAboveGroup(text)) return false;
  if (parseDtg(text)) return /^[ \t]*(?:FM|TO)[ \t]/.test(below);
  const { rest = '' } = matchClassification(text) ?? {};
  if (!/\d{2,}/.test(rest) || pageStamp.test(rest)) return false;
  // a later page of an airgram bears its number
  const { serial, airgram } = parseMessageNumber(rest);
  return serial !== undefined && !airgram;
}

/** Id, date, classification and origin that a page names, by their own signs. */
function valuesOf(rows: readonly string[]): Partial<Wrapper> {
  const values: Partial<Wrapper> = {};
  for (const text of rows) {
    const label = labelOf(text);
    if (OTHERS.test(label?.name ?? '') && label?.name !== 'reference id') continue;
    const id = ID.exec(text)?.[1];
    if (id) values.id ??= id;
    const date = DATE.exec(text)?.[0].replace(' ', 'T') ?? dateOf(text);
    if (date) values.date ??= date;
    const words = label?.value || text.trim();
    if (CLASSIFICATION.test(words)) values.classification ??= words;
    if (label?.name === 'origin' && label.value) values.origin = label.value;
  }
  return values;
}

/** The date of a line of words as ISO 8601. */
function dateOf(text: string): string | undefined {
  const [, day = '', name = '', year, time] = DATE_LINE.exec(text) ?? [];
  const month = MONTHS.indexOf(name) + 1;
  if (year === undefined || month === 0) return undefined;
  const date = `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`;
  return time === undefined ? date : `${date}T${time}`;
}
