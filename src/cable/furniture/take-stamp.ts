import type { Line } from '../lines/line.ts';
import { declassifiedStamp, reviewStamp, stampPart } from '../lines/release-stamp.ts';
import { bearsCase, type FurnitureWalk, type Row } from './furniture-walk.ts';
import { isRunIn } from './inline-stamps.ts';
import { parseRelease } from './parse-release.ts';

const STAMP_START = /declassified\/released/i;
const STAMP_REST =
  /^[ \t]*(?:US Department of State|EO\b|Systematic Review|Review\b|Department of State|\d{1,2}[ \t]+[A-Z]{3}[ \t]+\d{4}$)/i;
const REVIEW_END = /Declassify on:[ \t]*\S/i;
const STAMP_END = /Review[ \t]+\d{1,2}[ \t]+[A-Z]{3}/i;
const STAMP_LINE =
  /^[ \t]*(?:\*{3}[ \t]*Current (?:Handling|Classification).*|(?:RELEASED?|DENIED) IN (?:FULL|PART)\b(?!.*\b(?!(?:UNCLAS(?:SIFIED)?|CONFIDENTIAL|SECRET)\b)[A-Z]{4}).{0,60}|REVIEW AUTHORITY:.*|UNCLASSIFIED[ \t]+U\.S\. Department of State.*|Approved For Release \d{4}\/.{0,20}CIA-RDP\S*)$/i;
// Case No. F-2014-00001 behind the Department's name or alone; a court's stands in a sentence
const CASE_LINE = /^[ \t]*.{0,60}\bDepartment of State[ \t]+Case No\.[ \t]*[A-Z]{1,3}-?\d/i;
const CASE_ALONE =
  /^[ \t]*(?:(?:UNCLASSIFIED[ \t]+)?Case No\.[ \t]*[A-Z]{1,3}-?[\d-]{4,20}(?:[ \t]+Doc No.*)?|DATE\/CASE ID:.{2,60})$/i;
// words behind it with one blank are a sentence's
const DECISION = /^RELEASED? IN (?:FULL|PART)\b(?:[ \t]{2}|(?!.*[A-Z]{4})).{0,60}$/i;
// C05512345 alone
const DOC_ALONE = /^[ \t]*C\d{8}$/;
// B1,B6 / B1, 1.4(D) below RELEASE IN PART
const EXEMPTIONS =
  /^[ \t]*(?:B[1-9]|1\.4\([A-H]\)|\(b\)\([1-9]\))(?:[ \t]*,[ \t]*(?:B[1-9]|1\.4\([A-H]\)|\(b\)\([1-9]\)))*$/;

// Authority NND 941201, By MK NARA Date 4/22/99
const BY_ARCHIVES = /\bNARA\b|^[ \t]*Authority:? ?NN[A-Z]/i;
// Department of State, A/GIS/IPS/SRP / Change to / (X) Release ( ) Excise ( ) Deny / IPS by / Date
const BY_DEPARTMENT = /^[ \t]*Department of State,? A\/[A-Z/]{2,20}$/;
const DEPARTMENT_END = /^[ \t]*IPS by\b/i;
const DECLASSIFIED_REACH = 10;

/** Takes a stamp of a release: the case and what was decided, a review, a document's number. Source: cable format, section 14. */
export function takeStamp(walk: FurnitureWalk, row: Row): boolean {
  const { words, code, line } = row;
  if (opensRelease(walk, row)) {
    takeRelease(walk, row);
    return true;
  }
  if (words.includes('/') && walk.has.declassified && STAMP_START.test(words)) {
    // words of the text are before it: it is cut out of the line
    if (isRunIn(words)) return false;
    takeReviewed(walk, row);
    return true;
  }
  if (code === 68) return takeDeclassified(walk, row);
  if (code !== 67) return false;
  if (DOC_ALONE.test(words) && walk.has.stamped) {
    walk.result.release = { ...walk.result.release, doc: walk.result.release?.doc ?? words.trim() };
    walk.take('stamp', words, line);
    return true;
  }
  if (!reviewStamp.test(words)) return false;
  takeReviewer(walk, row);
  return true;
}

/** `SECRET                    RELEASED IN PART`, and the codes below: what stands behind a marking. */
export function takeDecision(
  walk: FurnitureWalk,
  { line, words }: Row,
  rest: string,
  marking: string,
): boolean {
  if (!DECISION.test(rest)) return false;
  const { next, result } = walk;
  result.banner ??= { ...line, text: marking };
  const codes = next && EXEMPTIONS.test(next.text) ? next : line;
  if (codes !== line) walk.at++;
  const stamp = codes === line ? words : `${words} ${codes.text.trim()}`;
  result.release = parseRelease(stamp, result.release);
  walk.take('stamp', stamp, line, codes);
  return true;
}

function opensRelease(walk: FurnitureWalk, { words, code, second }: Row): boolean {
  const { has, lines, at } = walk;
  return (
    (opensStamp(code, second) && STAMP_LINE.test(words) && walk.has.stamped) ||
    (has.numbered && bearsCase(words) && (CASE_LINE.test(words) || CASE_ALONE.test(words))) ||
    (opensParts(code, lines, at) && has.released)
  );
}

function takeRelease(walk: FurnitureWalk, { line, words }: Row): void {
  const { lines, at, next, result } = walk;
  const codes = next && EXEMPTIONS.test(next.text) && /RELEASE|DENIED/.test(words);
  const end = codes ? at + 1 : walk.has.released ? partsEnd(lines, at) : at;
  const parts = lines.slice(at, end + 1);
  const whole = parts.map((part) => part.text.trim()).join(' ');
  walk.at = end;
  result.release = parseRelease(whole, result.release);
  walk.take('stamp', whole, line, parts.at(-1));
}

/** `Declassified/Released US Department of State EO Systematic Review 30 JUN 2005`, over several lines. */
function takeReviewed(walk: FurnitureWalk, { line, words }: Row): void {
  let whole = words;
  let last = line;
  while (!STAMP_END.test(whole) && walk.next && whole.length < 300) {
    const below = walk.next;
    if (!STAMP_REST.test(below.text)) break;
    whole = `${whole} ${below.text.trim()}`;
    last = below;
    walk.at++;
  }
  walk.result.release = parseRelease(whole, walk.result.release);
  walk.take('stamp', whole, line, last);
}

/** What the National Archives or the Department stamped on a paper when it was declassified, several lines of which the last is known. */
function takeDeclassified(walk: FurnitureWalk, { line, words }: Row): boolean {
  const { lines, at, result } = walk;
  const isArchives = declassifiedStamp.test(words);
  if (!isArchives && !(words.length < 60 && BY_DEPARTMENT.test(words))) return false;
  const closes = isArchives ? BY_ARCHIVES : DEPARTMENT_END;
  const below = lines.slice(at + 1, at + 1 + DECLASSIFIED_REACH);
  const blank = isArchives ? below.findIndex(({ text }) => text === '') : -1;
  const end =
    at + 1 + (blank < 0 ? below : below.slice(0, blank)).findLastIndex(({ text }) => closes.test(text));
  if (end <= at) return false;
  const whole = lines.slice(at, end + 1).map(({ text }) => text.trim());
  result.release = parseRelease(whole.join(' '), result.release);
  walk.at = end;
  walk.take('stamp', whole.filter(Boolean).join(' '), line, lines[end]);
  return true;
}

/** `Classified by Jane Doe on 06/30/2016 ~ ...`: who reviewed the release. */
function takeReviewer(walk: FurnitureWalk, { line, words }: Row): void {
  let whole = words;
  let last = line;
  while (!REVIEW_END.test(whole) && walk.next && last.number < line.number + 2) {
    last = walk.next;
    walk.at++;
    whole = `${whole} ${last.text.trim()}`;
  }
  walk.take('stamp', whole, line, last);
}

/** `U.S. Department of State` above the number of the case, or what a committee set; a date alone opens no stamp. */
function opensParts(code: number, lines: readonly Line[], at: number): boolean {
  if ((code !== 85 && code !== 83) || !stampPart.test((lines[at] as Line).text)) return false;
  return code === 83 || lines.slice(at + 1, at + 3).some(({ text }) => CASE_ALONE.test(text));
}

/** The last line of a stamp whose parts stand one below another. */
function partsEnd(lines: readonly Line[], at: number): number {
  let end = at;
  for (let below = at + 1; below < lines.length && below <= end + 2; below++) {
    const { text } = lines[below] as Line;
    if (text !== '' && !stampPart.test(text) && !CASE_ALONE.test(text)) break;
    if (text !== '') end = below;
  }
  return end;
}

/** `***`, RELEASED, REVIEW, DENIED, UNCLASSIFIED, Approved: what a stamp begins with, where it bears no case number. */
function opensStamp(code: number, next: number): boolean {
  if (code === 42) return true;
  const letter = code | 32;
  if (letter === 97) return next === 112;
  if (letter !== 114 && letter !== 100 && letter !== 117) return false;
  return (next | 32) === (letter === 117 ? 110 : 101);
}
