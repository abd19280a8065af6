import type { Furniture, Wrapper } from '../cable.ts';
import { countEnds } from '../lines/count-ends.ts';
import { decodeEntities } from './decode-entities.ts';
import { decodeMail } from './decode-mail.ts';
import { type DumpRecord, isoOfDump, withLineEnds } from './dump-record.ts';
import { NOTICE } from './extract-notice.ts';
import { cut, lineAt, type Piece, rowsOf } from './piece.ts';
import { takeMail } from './take-mail.ts';
import { takeIndent, takeMargin } from './take-margin.ts';
import { takePage } from './take-page.ts';
import { takeWiki } from './take-wiki.ts';
import { type HtmlText, isElement, isHtml, unwrapHtml } from './unwrap-html.ts';
import { readJson } from './unwrap-json.ts';
import { isMarkdown } from './unwrap-markdown.ts';
import { readSql } from './unwrap-sql.ts';
import { readTable } from './unwrap-table.ts';

// Cable dated:2006-02-03T10:20:00
const DATED = /^\s*Cable dated:[ \t]*(\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?)?)[ \t]*/;
// TelegramC O N F I D E N T I A L / TelegramRestricted by caption.
const TELEGRAM =
  /^\s*Telegram(?=[ \t]?(?:[A-Z] [A-Z] |UNCLAS|SECRET|CONFIDENTIAL|LIMITED|Restricted))(?:[ \t]?(Restricted by caption\.))?/;
// id: 123 / refid: 06X1
const RECORD_LINE =
  /^(id|date|refid|origin|classification|destination|header|source|tags|subject)[ \t]?:[ \t]*(.*)$/i;
const HEADER_ENDS = /^-{3,}[ \t]*header ends[ \t]*-{3,}[ \t]*$/im;
const DUMP_DATE = /^\d{1,4}[/-]\d{1,2}[/-]\d{1,4} \d{1,2}:\d{2}(?::\d{2})?$/;
const DUMP_ID = /^\d{2}[A-Z]{2,24}\d{1,7}$/;
// # 08LIMA12, # 08LIMA12: A TITLE, Viewing cable 08LIMA12, A TITLE, **08LIMA12**, 08LIMA12: the first line, no part of the cable
const TITLE =
  /^[ \t]*(?:#{1,6}[ \t]+|\*\*)?(?:(?:Viewing[ \t]+)?cable[ \t:]+|Reference[ \t]+ID[ \t]*:?[ \t]*|Canonical[ \t]+ID[ \t]*:?[ \t]*|Identifier[ \t]*:[ \t]*)?((?:[6-9]|[012])\d[A-Z]{3,24}\d{1,7})(?:_[a-z])?(?:\*\*)?(?:[ \t]*[:,|–—-].*)?[ \t]*$/i;
// The table of a page as text: the row of headings, and the row below it
const TITLE_TABLE = /^[ \t|]*Reference ID\b.*\bOrigin\b/i;
const TABLE_ROW =
  /^[ \t|]*(\d{2}[A-Z]{3,24}\d{1,7})[ \t|]+(\d{4}-\d\d-\d\d \d\d:\d\d)(?:[ \t|]+(\d{4}-\d\d-\d\d(?: \d\d:\d\d)?))?[ \t|]+([A-Z/ ]{6,40}?)[ \t|]+(\S.*?)[ \t|]*$/;
// <a href='/tag/PREL_0.html'>PREL</a>, a line that ends in <br>, in a text that is no page; one alone is only named
const INLINE_TAG =
  /<(a|b|i|em|strong|span|code)(?:[ \t][^<>\n]{0,300})?>[^<>]{1,300}<\/\1>|<br ?\/?>[ \t]{0,9}(?:\n|$|<br|[^\n<]{1,2000}<br)/i;
const ANY_INLINE_TAG = /<\/?(?:a|b|i|em|strong|span|code|pre)(?:[ \t][^<>\n]{0,300})?>/gi;
/** Three of them at line ends were meant as such. */
const ESCAPED_BREAKS = /(?:<br ?\/?>[ \t]{0,9}(?:\n|$)[^<]{0,2000}){3}/i;
// A line end behind it is the same one
const BREAK_AT_END = /<br ?\/?>[ \t]{0,9}(?=\n)/gi;
const LINE_TAG = /<\/?(?:br|p|div)(?:[ \t][^<>\n]{0,300})?\/?>/gi;

function withoutTags(text: string): string {
  return text.replace(ANY_INLINE_TAG, '').replace(BREAK_AT_END, '').replace(LINE_TAG, '\u2028');
}

/** A backslash before a line end, or `^M` as terminals show a carriage return; blanks between. */
const ESCAPED_END = /(?:\\|\^M)(?=[ \t]{0,3}(?:[\n\u2028]|$))/g;
// 1. © SUMMARY
const CHANGED_MARK = /^[ \t]*(?:¶ ?)?\d{1,2}[.)][ \t]*©[ \t]+[A-Z]/m;
/** Not that of a right: © 2008. */
const COPYRIGHT_SIGN = /©(?!\s*(?:19|20)\d\d)/g;
/** Blanks of word processors, which do not break or have a width of their own. */
const OTHER_BLANKS = [
  ...'\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000',
];
const OTHER_BLANK = new RegExp(`[${OTHER_BLANKS.join('')}]`, 'g');
/** A line of a Markdown copy that opens or closes a block of text as it is. */
const FENCE = /^[ \t]{0,3}(?:```|~~~)[\w-]{0,20}[ \t]*$/gm;

/**
 * Takes the wrappers of publishers off a text: HTML page, dump of a table, database record, e-mail, Markdown copy, sentences
 * set before the cable. Line numbers stay those of the raw file. Source: cable format, section 2.3.
 */
export function unwrapFile(raw: string): Piece[] {
  const { text, furniture } = decodeMail(raw.includes('\r') ? raw.replace(/\r\n?/g, '\n') : raw);
  const records = dumpRecords(text);
  if (records.length === 0) {
    const piece = unwrapCopy(withLineEnds, { text, line: 1 });
    piece.furniture = [...piece.furniture, ...furniture];
    return [piece];
  }
  return records.map((record) => unwrapCopy((plain) => plain, record));
}

/** What stands in a file or in a field of a dump; line ends that a program wrote are its own only in the former. */
function unwrapCopy(
  lineEnds: (text: string) => string,
  { text, line, wrapper }: Pick<Piece, 'text' | 'line' | 'wrapper'>,
): Piece {
  const plain = withoutMarkup(text);
  const piece = unwrapText(
    withoutEscapedEnds(lineEnds(plain.text), wrapper?.kind === 'tsv'),
    line,
    wrapper ?? htmlWrapper(plain),
  );
  const furniture = plain.furniture.map(({ lines: [first, last], ...one }): Furniture => {
    return { ...one, lines: [first + line - 1, last + line - 1] };
  });
  piece.furniture = [...furniture, ...piece.furniture];
  return piece;
}

/** Takes the tags and entities off; twice, where a page was put as text into another or into a feed. */
function withoutMarkup(text: string): HtmlText {
  const plain = decodeMarkup(text);
  if (!plain.text.includes('<') || !(isElement(plain.text) || ESCAPED_BREAKS.test(plain.text))) return plain;
  const inner = decodeMarkup(plain.text);
  return { ...inner, furniture: [...plain.furniture, ...inner.furniture] };
}

function decodeMarkup(text: string): HtmlText {
  if (isHtml(text)) return unwrapHtml(text);
  const plain = text.includes('<') && INLINE_TAG.test(text) ? withoutTags(text) : text;
  return { text: decodeEntities(plain), furniture: [], table: {} };
}

/** The cables of a dump: objects of JSON, commands to a database, rows of a table. */
function dumpRecords(text: string): DumpRecord[] {
  const body = text.trimStart();
  const ends = countEnds(text.slice(0, text.length - body.length));
  for (const read of [readJson, readSql, readTable]) {
    const records = read(body);
    if (records.length > 0) return records.map((record) => ({ ...record, line: record.line + ends }));
  }
  return [];
}

function htmlWrapper({ table, title }: HtmlText): Wrapper | undefined {
  const wrapper: Wrapper = { kind: 'html' };
  for (const [heading, value] of Object.entries(table)) {
    if (/^reference ?id$/i.test(heading)) wrapper.id = value;
    else if (/^(?:created|date)$/i.test(heading)) wrapper.date = isoOfDump(value);
    else if (/^classification$/i.test(heading)) wrapper.classification = value;
    else if (/^origin$/i.test(heading)) wrapper.origin = value;
    else wrapper[heading.toLowerCase()] = value;
  }
  const id = title === undefined ? undefined : TITLE.exec(title)?.[1]?.toUpperCase();
  if (id !== undefined) wrapper.id ??= id;
  return Object.keys(wrapper).length > 1 ? wrapper : undefined;
}

/** `(C)` again, where a word processor has made a sign of it. */
function withMarks(text: string): string {
  return text.includes('©') && CHANGED_MARK.test(text) ? text.replace(COPYRIGHT_SIGN, '(C)') : text;
}

/** The escapes of a dump or of a terminal before each line end go, if more than five lines have one, or all. */
function withoutEscapedEnds(text: string, always: boolean): string {
  if (!text.includes('\\') && !text.includes('^M')) return text;
  const escapes = text.match(ESCAPED_END)?.length ?? 0;
  const isEscaped = always || escapes > 5 || escapes >= text.split('\n').filter(Boolean).length;
  return isEscaped ? text.replace(ESCAPED_END, '') : text;
}

/** Blanks are looked for one by one: in no time, where a text has none. */
function withPlainBlanks(text: string): string {
  return OTHER_BLANKS.some((blank) => text.includes(blank)) ? text.replace(OTHER_BLANK, ' ') : text;
}

function unwrapText(text: string, line: number, outer: Wrapper | undefined): Piece {
  const piece: Piece = { text: withPlainBlanks(text), line, furniture: [] };
  if (outer) piece.wrapper = outer;
  takeFences(piece);
  takeIndent(piece);
  takeMail(piece);
  takeMargin(piece);
  takeRecord(piece);
  takeColumn(piece);
  takeWiki(piece);
  takePage(piece);
  takeTitle(piece);
  takeSentences(piece);
  // what is left may be set in below the page's own lines
  takeIndent(piece);
  piece.text = withMarks(piece.text);
  if (isMarkdown(piece.text)) piece.markdown = true;
  return piece;
}

function takeSentences(piece: Piece): void {
  const head = piece.text.slice(0, 4000);
  const partial = head.includes('partial') ? NOTICE.exec(head) : null;
  // Behind a head or a paragraph they announce another cable.
  if (partial && !/^[ \t]*(?:¶?[ \t]?\d{1,2}\.|FM |E\.O\.|TAGS|SUBJ)/m.test(head.slice(0, partial.index))) {
    piece.partial = true;
    const first = lineAt(piece, partial.index);
    const last = first + countEnds(partial[0]);
    piece.furniture.push({ kind: 'wrapper', text: partial[0].replace(/\s+/g, ' '), lines: [first, last] });
    cut(piece, partial.index, partial.index + partial[0].length);
  }
  const start = piece.text.slice(0, 400);
  const dated = DATED.exec(start);
  if (dated) {
    piece.wrapper = { ...piece.wrapper, kind: piece.wrapper?.kind ?? 'dated', date: dated[1] };
    const first = lineAt(piece, dated[0].indexOf('Cable'));
    piece.furniture.push({ kind: 'wrapper', text: dated[0].trim(), lines: [first, first] });
    cut(piece, 0, dated[0].length);
  }
  const telegram = TELEGRAM.exec(piece.text.slice(0, 400));
  if (telegram) {
    piece.wrapper = { ...piece.wrapper, kind: piece.wrapper?.kind ?? 'telegram' };
    const first = lineAt(piece, telegram[0].indexOf('Telegram'));
    piece.furniture.push({ kind: 'wrapper', text: telegram[0].trim(), lines: [first, first] });
    cut(piece, 0, telegram[0].length);
  }
}

/** The two fences of a Markdown copy that sets the whole cable as it is. */
function takeFences(piece: Piece): void {
  if (!piece.text.includes('```') && !piece.text.includes('~~~')) return;
  const [first, last, ...others] = [...piece.text.matchAll(FENCE)];
  if (!first || !last || others.length > 0 || first.index > 4000) return;
  if (piece.text.slice(last.index + last[0].length).trim() !== '') return;
  for (const { index, 0: fence } of [last, first]) {
    const line = lineAt(piece, index);
    piece.furniture.unshift({ kind: 'wrapper', text: fence.trim(), lines: [line, line] });
    cut(piece, index, index + fence.length);
  }
}

/** `id: 123`, `date: 2/3/2006 10:20`, `refid: 06X76` ... `header ends`. */
function takeRecord(piece: Piece): void {
  if (!/^\s*(?:id|refid|date)[ \t]?:/i.test(piece.text.slice(0, 200))) return;
  const wrapper: Wrapper = { ...piece.wrapper, kind: 'record' };
  let end = 0;
  let found = 0;
  for (const row of rowsOf(piece.text, 60)) {
    const match = RECORD_LINE.exec(row.text);
    if (!match?.[1]) {
      if (row.text.trim() !== '') break;
      end = row.end;
      continue;
    }
    found++;
    const key = match[1].toLowerCase();
    const value = match[2] ?? '';
    if (key === 'header') {
      end += match[0].length - value.length;
      break;
    }
    if (value)
      wrapper[key === 'refid' ? 'id' : key === 'id' ? 'number' : key] =
        key === 'date' ? isoOfDump(value) : value;
    end = row.end;
  }
  if (found < 3) return;
  wrapper.raw = piece.text.slice(0, end).trim();
  cut(piece, 0, end);
  piece.wrapper = wrapper;
  const ends = HEADER_ENDS.exec(piece.text.slice(0, 60_000));
  if (ends) {
    const line = lineAt(piece, ends.index);
    piece.furniture.push({ kind: 'wrapper', text: ends[0].trim(), lines: [line, line] });
    cut(piece, ends.index, ends.index + ends[0].length);
  }
}

/** A title above the cable that names its id, and the table of a page, where the copy is text: `Viewing cable 08LIMA12, A TITLE`. */
function takeTitle(piece: Piece): void {
  const rows = rowsOf(piece.text, 12);
  const full = rows.filter((row) => row.text.trim() !== '');
  const [first] = full;
  if (!first || piece.wrapper?.id !== undefined) return;
  const id = first.text.length < 300 ? TITLE.exec(first.text)?.[1] : undefined;
  const heading = full.findIndex((row, index) => index < 3 && TITLE_TABLE.test(row.text.slice(0, 200)));
  const values =
    heading < 0
      ? null
      : TABLE_ROW.exec(full.slice(heading + 1).find((row) => /\d/.test(row.text))?.text ?? '');
  if (id === undefined && !values) return;
  const last = values ? full.find((row) => row.text.includes(values[0])) : first;
  const end = last?.end ?? first.end;
  piece.wrapper = {
    ...piece.wrapper,
    kind: piece.wrapper?.kind ?? 'lines',
    id: values?.[1] ?? id?.toUpperCase(),
  };
  if (values)
    Object.assign(piece.wrapper, {
      date: values[2]?.replace(' ', 'T'),
      classification: values[4],
      origin: values[5],
    });
  const text = piece.text.slice(0, end).trim();
  const from = lineAt(piece, piece.text.length - piece.text.trimStart().length);
  piece.furniture.push({
    kind: 'wrapper',
    text: text.replace(/\s+/g, ' '),
    lines: [from, lineAt(piece, end - 1)],
  });
  cut(piece, 0, end);
}

/** Number, date, id, origin and classification each on a line of its own. */
function takeColumn(piece: Piece): void {
  const first = piece.text.trimStart().charCodeAt(0);
  if (!(first >= 48 && first <= 57)) return;
  const rows = rowsOf(piece.text, 16);
  const full = rows.filter((row) => row.text.trim() !== '');
  const [number, date, id, origin, classification] = full.map((row) => row.text.trim());
  if (!number || !/^\d{1,7}$/.test(number) || !DUMP_DATE.test(date ?? '') || !DUMP_ID.test(id ?? '')) return;
  piece.wrapper = {
    ...piece.wrapper,
    kind: 'lines',
    number,
    date: isoOfDump(date ?? ''),
    id,
    origin,
    classification,
  };
  cut(piece, 0, full[4]?.end ?? full[full.length - 1]?.end ?? 0);
}
