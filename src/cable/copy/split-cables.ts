import { isTextLabel } from '../head/parse-attributes.ts';
import { opensForm } from '../head/parse-smart.ts';
import { findLabel } from '../lines/find-label.ts';
import type { Line } from '../lines/line.ts';
import {
  type MessageNumber,
  matchClassification,
  parseMessageNumber,
} from '../lines/parse-classification-line.ts';
import { parseDtg } from '../lines/parse-dtg.ts';
import {
  decisionStamp,
  declassifiedStamp,
  filmNumber,
  pageStamp,
  printerCode,
  reviewStamp,
} from '../lines/release-stamp.ts';
import { isAboveGroup, isLaterSection } from '../lines/repeated-header.ts';
import { opensNotice } from '../wrapper/extract-notice.ts';

// VZCZCXRO1234
const FL1 = /^[ \t]*VZ?V?CZC[A-Z0-9]{3,12}(?:[ \t]|$)/;
const FM = /^[ \t]*FM[ \t]+[A-Z]/;
// PAGE 01        SAMPLE  01234
const FIRST_PAGE = /^[ \t]*PAGE[ \t]+0?1[ \t]+([A-Z][A-Z .]{0,12}?)[ \t]+(\d{3,6})\b/;
const OPENING = /^[ \t]*(?:QUOTE|QTE|BEGIN (?:TEXT|QUOTE|MESSAGE|TELEGRAM|CABLE))\b/i;
const CLOSING = /\b(?:UNQUOTE|UNQTE|END (?:TEXT|QUOTE|MESSAGE|TELEGRAM|CABLE))\b/i;
const MESSAGE_END =
  /^[ \t]*(?:N{3,}[A-Z]*|End Cable Text\.?|END CABLE TEXT|BT|GP-?\d\.?|<<? ?END OF DOCUMENT ?>>?|(?:Markings|Type):.{0,90}|[-=_*]{5,}|[A-Z][A-Z'’.-]{1,20}(?: [A-Z][A-Z'’.-]{1,20}){0,2}(?:##)?|[A-Z ]{5,40})[ \t]*$/;
// ... will follow. DOE
const GLUED_END = /[.)"?!][ \t]{1,3}[A-Z][A-Z'’-]{2,14}$/;
const PARAGRAPH = /^[ \t]*¶?[ \t]*\d{1,2}[.)][ \t]*(?:\(|[A-Z])/;

// ## Harbor fees / Cable 09LIMA12: Harbor fees
const TITLE = /^#{1,6} \S|^.{0,30}\b\d\d[A-Z]{3,20}\d{1,7}\b/;
/** The end of a cable before one that has no header: an end mark, or who signed. */
const SIGNED =
  /^[ \t]*(?:N{3,}|End Cable Text\.?|(?!TEXT$|QUOTE$|FOLLOWS$)[A-Z][A-Z'’-]{2,20}(?:##)?)[ \t]*$/;
/** What stands behind the text of a printed form. */
const FORM_END = /^[ \t]*(?:Signature|Drafted By|Dissemination Rule)[ \t]*:/i;
/** How many lines a stamp of who reviewed the release may have. */
const REVIEW_REACH = 3;
/** Lines below a classification line in which a head must show its fields. */
const FIELDS_REACH = 24;

/**
 * Cuts a file into its cables. A new one begins at format line 1, at a date-time group with FM below, at `MRN:`, at the first page
 * of another number, at the words that announce an extract; without any of them at a classification line of another number, with
 * fields below, behind the end of a cable. Only behind a head, and not inside quoted text. Source: cable format, section 17.
 */
export function splitCables(lines: readonly Line[]): (readonly Line[])[] {
  const starts: number[] = [0];
  let head = false;
  let form = false;
  let paragraph = false;
  let labelled = false;
  let page: string | undefined;
  let number: MessageNumber | undefined;
  /** Where a stamp begins that says who reviewed or declassified the paper, whose labels are no cable's. */
  let review = -REVIEW_REACH;
  let quotes = new QuoteDepth(0);
  for (let index = 0; index < lines.length; index++) {
    const { text } = lines[index] as Line;
    if (text === '') continue;
    let at = 0;
    while (text.charCodeAt(at) === 32) at++;
    const code = text.charCodeAt(at);
    let begins = false;
    switch (code) {
      case 86: // V
        begins = FL1.test(text.slice(0, 40));
        break;
      case 77: // M
        begins = opensForm(lines, index);
        if (begins && !head) form = true;
        break;
      case 80: // P
        if (text.startsWith('PAGE', at)) {
          const first = FIRST_PAGE.exec(text.slice(0, 80));
          if (!first) break;
          const other = `${first[1]} ${Number(first[2])}`;
          if (page !== undefined) begins = page !== other;
          else begins = paragraph && number?.serial !== Number(first[2]) && endsBefore(lines, index);
          page = other;
        } else begins = head && isSending(lines, index);
        break;
      case 84: // T
        if (opensNotice(text, at)) begins = head;
        else if (paragraph) begins = isHeadless(lines, index, number);
        break;
      case 67: // C
      case 76: // L
      case 83: // S
      case 85: // U
        if (paragraph) begins = isHeadless(lines, index, number);
        break;
      default:
        // O, R, Z or a digit
        begins =
          head &&
          (code === 79 || code === 82 || code === 90 || (code >= 48 && code <= 57)) &&
          isSending(lines, index);
    }
    const start = starts[starts.length - 1] ?? 0;
    if (begins && code === 86 && !labelled && !paragraph && !endsBefore(lines, index)) {
      // A number above, and nothing else: the cover of the post's message system.
      head = false;
      number = undefined;
    }
    if (
      begins &&
      head &&
      index > start &&
      !(form && !paragraph && code !== 77) &&
      !quotes.isOpen(lines, index) &&
      !isLaterSection(lines, index, number)
    ) {
      starts.push(withBanner(lines, topOf(lines, index)));
      quotes = new QuoteDepth(index);
      head = false;
      number = undefined;
      paragraph = false;
      labelled = false;
      form = code === 77;
    }
    if (!paragraph && (code < 65 || code === 182)) paragraph = PARAGRAPH.test(text.slice(0, 20));
    if (form && !paragraph && (code === 68 || code === 83)) paragraph = FORM_END.test(text.slice(0, 30));
    if (code === 67 && reviewStamp.test(text.slice(0, 120))) review = index;
    if (code === 68 && declassifiedStamp.test(text)) review = index;
    if (!labelled && code >= 67 && code <= 122 && index >= review + REVIEW_REACH)
      labelled = findLabel(text) !== undefined;
    if (!head && code >= 67 && code <= 122) {
      number ??= numberOf(text);
      head = number !== undefined || labelled;
    }
  }
  return starts.map((start, index) => (starts.length === 1 ? lines : lines.slice(start, starts[index + 1])));
}

/** Station and serial, where the line is a cable's classification line. */
function numberOf(text: string): MessageNumber | undefined {
  const match = matchClassification(text);
  const rest = match?.rest.slice(0, 80) ?? '';
  if (!match || !/\d{2,}/.test(rest) || [pageStamp, printerCode, filmNumber].some((one) => one.test(rest)))
    return undefined;
  return parseMessageNumber(match.rest);
}

/** A date-time group behind a message's end or two blank lines, with FM on one of the three lines below. */
function isSending(lines: readonly Line[], index: number): boolean {
  if (!isGroupWithSender(lines, index)) return false;
  const top = topOf(lines, index);
  const apart = lines[top - 1]?.text === '' && lines[top - 2]?.text === '';
  return apart || endsBefore(lines, top);
}

/** The first line of the header that a line of it stands in: bureau distribution and stamps belong to the group below them. */
function topOf(lines: readonly Line[], index: number): number {
  let top = index;
  for (let above = index - 1; above >= Math.max(0, index - 20); above--) {
    const text = lines[above]?.text ?? '';
    if (text.trim() === '') continue;
    if (!isAboveGroup(text) && !decisionStamp.test(text)) break;
    top = above;
  }
  return top;
}

/** A classification line with another number than the cable's, the end of a cable above it, fields of a head below. */
function isHeadless(lines: readonly Line[], index: number, known: MessageNumber | undefined): boolean {
  const { text } = lines[index] as Line;
  const last = text.charCodeAt(text.length - 1);
  if (!known || last < 48 || last > 57 || text.length > 100 || lines[index - 1]?.text !== '') return false;
  const other = numberOf(text);
  if (other?.serial === undefined || !other.station) return false;
  if (other.serial === known.serial && other.station.toUpperCase() === known.station?.toUpperCase())
    return false;
  let above = index - 1;
  while (above > 0 && lines[above]?.text.trim() === '') above--;
  const end = lines[above]?.text ?? '';
  if (!SIGNED.test(end.slice(0, 60)) && !GLUED_END.test(end.slice(-30))) return false;
  const fields = new Set<string>();
  for (let below = index + 1; below < lines.length && below < index + FIELDS_REACH; below++) {
    const field = findLabel(lines[below]?.text ?? '')?.field;
    if (field) fields.add(field);
  }
  return fields.size > 1;
}

function isGroupWithSender(lines: readonly Line[], index: number): boolean {
  const { text } = lines[index] as Line;
  if (text.length > 160 || !parseDtg(text)) return false;
  for (let below = index + 1; below <= index + 3; below++) if (FM.test(lines[below]?.text ?? '')) return true;
  return false;
}

/** The last line before is a message's end: end mark, signature, banner or rule. */
function endsBefore(lines: readonly Line[], index: number): boolean {
  for (let above = index - 1, seen = 0; above >= 0 && seen < 3; above--) {
    const text = lines[above]?.text ?? '';
    if (text.trim() === '') continue;
    // THE MESSAGE READS:
    if (seen === 0 && text.endsWith(':')) return false;
    seen++;
    if (text.length < 110 && MESSAGE_END.test(text)) return true;
    if (GLUED_END.test(text.slice(-30))) return true;
  }
  return false;
}

/** How many quoted texts are open at a line, counted on from where it was asked before. */
class QuoteDepth {
  #depth = 0;
  #next: number;

  constructor(start: number) {
    this.#next = start;
  }

  isOpen(lines: readonly Line[], end: number): boolean {
    for (; this.#next < end; this.#next++) {
      const { text } = lines[this.#next] as Line;
      if (OPENING.test(text.slice(0, 60))) this.#depth++;
      if (this.#depth > 0 && text.length < 400 && CLOSING.test(text)) this.#depth--;
    }
    return this.#depth > 0;
  }
}

/** A banner or title right above the first line of a cable belongs to it, and the archive's label above them. */
function withBanner(lines: readonly Line[], index: number): number {
  let start = index;
  for (let above = index - 1; above >= Math.max(0, index - 3); above--) {
    const text = lines[above]?.text ?? '';
    if (text === '') continue;
    if (matchClassification(text)?.rest === '' || (text.length < 160 && TITLE.test(text))) start = above;
    break;
  }
  let label = start - 1;
  while (label > start - 5 && lines[label]?.text === '') label--;
  return isTextLabel(lines[label]?.text ?? '') ? label : start;
}
