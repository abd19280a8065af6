import { figuresOf } from '../head/parse-distribution.ts';
import type { Line } from '../lines/line.ts';
import { filmNumber, printerCode } from '../lines/release-stamp.ts';
import type { FurnitureWalk, Row, TextSigns } from './furniture-walk.ts';

// PAGE 01        SAMPLE  01234  01 OF 02  051522Z, PAGE 02 OF 04, PAGE TWO RUEHLM 0123; as a scanner may read it, PAGE O1, 0l
const PAGE =
  /^[ \t]*PAGE[ \t]+(?:\d{1,3}|[O0][1-9l]|TWO|THREE|FOUR|FIVE|SIX|SEVEN|EIGHT|NINE|TEN)(?:[ \t]+OF[ \t]+\d{1,3})?(?:[ \t]+(?!OF[ \t])([A-Z][A-Z .'’-]{0,20}?)[ \t]+(O?\d{3,8})(?![\d/])(?:[ \t].*)?)?$/;
// MRN: 1975SAIGON04410    SEGMENT NUMBER: 000001 / ERROR READING TEXT INDEX FILE: what the archive has where a text is lost
const LOST_TEXT =
  /^[ \t]*(?:MRN:[ \t]*(\d{4})([A-Z]+?)0*(\d{1,7})[ \t]+SEGMENT NUMBER:.*|ERROR READING TEXT INDEX FILE.*)$/;
// Department of State / INCOMING TELEGRAM: what the Department's printer set above each page
const PRINT_HEAD =
  /^[ \t]*(?:(?:Department of State|DEPARTMENT OF STATE|INCOMING|OUTGOING|TELEGRAM)(?:[ \t]+|$)){1,3}$/;
// Current Class: CONFIDENTIAL   Page: 2 / Current Handling: n/a / Document Number: 1999ANKARA04511   Channel: n/a / <<< >>> / << START OF DOCUMENT >>
const PRINTED_PAGE =
  /^[ \t]*(?:Current (?:Class|Handling):.*|Document Number:[ \t]*(\d{4})([A-Z]+?)0*(\d{1,7})\b.*|Channel:[ \t]*[A-Za-z/]{0,20}(?:[ \t]+Handling:.*)?|<<<[ \t]*>>>|<<[ \t]*(?:START OF DOCUMENT|Message Version \d{1,6})[ \t]*>>|Page:[ \t]*\d{1,3})$/;
const LABELLED_PAGE = /^([ \t]*(?:TO|INFO|FM))[ \t]+(PAGE[ \t]+\d{1,3}[ \t]+[A-Z].*)$/;
// SAMPLE 00905 01 OF 03 060018Z: the second line of a banner
const PAGE_NUMBER =
  /^[ \t]*([A-Z][A-Z .'’-]{1,20}?)[ \t]+(\d{4,6})[ \t]+(?:\d{1,2}[ \t]+OF[ \t]+\d{1,2}[ \t]+)?\d{6}Z(?:[ \t].*)?$/;
// Page 1 of 3, [PAGE 2], -2-, - 2 -, Page 2    UNCLASSIFIED
const PAGE_MARK =
  /^[ \t]*(?:\[?Page[ \t]+\d{1,3}(?:[ \t]+of[ \t]+\d{1,3})?\]?(?:[ \t]{2,}(?:UNCLASSIFIED|LIMITED OFFICIAL USE|CONFIDENTIAL|SECRET))?|-[ \t]?\d{1,3}[ \t]?-)$/i;
// SAMPLETOWN 00001234  001.2 OF 003
const FOOTER =
  /^[ \t]*([A-Z][A-Z .'’-]{1,30}?)[ \t]+(\d{5,8})[ \t]{1,6}(\d{3})(?:\.\d)?[ \t]+OF[ \t]+(\d{3})$/;

/** Takes a page's banner or number, what a printer or the archive set on each page, a section's footer. Source: cable format, section 14. */
export function takePageLine(walk: FurnitureWalk, row: Row): boolean {
  const { code, words, line } = row;
  if (takeArchived(walk, row) || takeBanner(walk, row)) return true;
  if (code === 65 && words.length < 24 && filmNumber.test(words.trim())) {
    walk.take('page', words, line);
    return true;
  }
  if (takeLabelled(walk, row)) return true;
  return code >= 65 && code <= 90 && takeInCapitals(walk, row);
}

/** Whether a line is a page's number, with its marking or without it. */
export function isPageMark(text: string): boolean {
  return PAGE_MARK.test(text);
}

/** Whether the next line that is not blank is a page banner. */
export function isAbovePage(lines: readonly Line[], at: number): boolean {
  let below = at + 1;
  while (lines[below]?.text === '') below++;
  const { text = '' } = lines[below] ?? {};
  return text.length < 160 && PAGE.test(text);
}

/** What the archive set on each page, or in place of a text that is lost. */
function takeArchived(walk: FurnitureWalk, row: Row): boolean {
  const { line, words } = row;
  const page = pageOfArchive(walk.has, row);
  if (!page) return false;
  if (page[2]) walk.result.page ??= { year: Number(page[1]), station: page[2], serial: Number(page[3]) };
  walk.take('page', words, line);
  return true;
}

/** `Current Class:`, `Channel:`, `Document Number:`, `Page:`, `<<< >>>`; `MRN:` and `ERROR` where a text is lost. */
function pageOfArchive(has: TextSigns, { code, second, words }: Row): RegExpExecArray | null {
  const isPage =
    (code === 67 && (second === 117 || second === 104)) ||
    (code === 68 && second === 111) ||
    (code === 80 && second === 97) ||
    (code === 60 && second === 60);
  if (isPage) return has.archived ? PRINTED_PAGE.exec(words) : null;
  const isLost = (code === 77 || code === 69) && second === 82;
  return isLost && has.lost && !has.archived ? LOST_TEXT.exec(words) : null;
}

/** `PAGE 02        LIMA  01234  051522Z`, its second half perhaps on the next line. */
function takeBanner(walk: FurnitureWalk, { line, words, code, second }: Row): boolean {
  if (!opensPage(code, second, words)) return false;
  const page = code === 80 ? PAGE.exec(words) : null;
  if (!page) {
    if (!PAGE_MARK.test(words)) return false;
    walk.take('page', words, line);
    return true;
  }
  const { next } = walk;
  const number = page[1] || !next ? null : PAGE_NUMBER.exec(next.text);
  namePage(walk, page[1] ?? number?.[1], page[2] ?? number?.[2]);
  if (number && next) {
    walk.take('page', `${words} ${next.text.trim()}`, line, next);
    walk.at++;
  } else walk.take('page', words, line);
  return true;
}

/** `INFO  PAGE 02  LIMA 01234`: a banner behind a label, which stays. */
function takeLabelled(walk: FurnitureWalk, { line, words, code }: Row): boolean {
  if ((code !== 84 && code !== 73 && code !== 70) || !words.includes('PAGE')) return false;
  const [, label, banner] = LABELLED_PAGE.exec(words) ?? [];
  const page = label && banner ? PAGE.exec(banner) : null;
  if (!label || !banner || !page) return false;
  namePage(walk, page[1], page[2]);
  walk.take('page', banner, line);
  walk.keepRest({ ...line, text: label });
  return true;
}

/** What the printer set above a page, a section's footer, a banner's second line, the printer's code. */
function takeInCapitals(walk: FurnitureWalk, { line, words, code, second }: Row): boolean {
  if (opensPrint(code) && words.length < 120 && PRINT_HEAD.test(words) && walk.has.printed) {
    walk.take('page', words, line);
    return true;
  }
  const footer = walk.has.footed && words.includes('F 0') ? FOOTER.exec(words) : null;
  if (footer) {
    namePage(walk, footer[1], footer[2]);
    walk.take('section-footer', words, line);
    return true;
  }
  if (second < 97 && (words.endsWith('Z') || words.includes('Z '))) {
    const number = PAGE_NUMBER.exec(words);
    if (number?.[1] && !/^(?:[ZOPR] ?)+$/.test(number[1])) {
      walk.take('page', words, line);
      return true;
    }
  }
  if (words.length >= 12 || !printerCode.test(words.trim()) || !isFirst(walk.out)) return false;
  walk.take('number', words, line);
  return true;
}

/** Station and serial of the first banner or footer that names them. */
function namePage({ result }: FurnitureWalk, station: string | undefined, serial: string | undefined): void {
  if (station && serial) result.page ??= { station: station.trim(), serial: Number(figuresOf(serial)) };
}

/** Whether nothing was kept yet. */
export function isFirst(kept: readonly Line[]): boolean {
  return kept.length < 40 && kept.every(({ text }) => text === '');
}

/** Department, INCOMING, OUTGOING, TELEGRAM. */
function opensPrint(code: number): boolean {
  return code === 68 || code === 73 || code === 79 || code === 84;
}

/** PAGE, Page, `[Page 2]`, `- 2 -`. */
function opensPage(code: number, second: number, words: string): boolean {
  if (code === 45) return second !== 45 && words.endsWith('-');
  return (code === 80 && (second | 32) === 97) || (code === 91 && (second | 32) === 112);
}
