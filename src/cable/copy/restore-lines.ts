import type { Report } from '../diagnostics.ts';
import { findLabel } from '../lines/find-label.ts';
import type { Line } from '../lines/line.ts';
import { matchClassification } from '../lines/parse-classification-line.ts';

// Where a line of the head begins inside another, line ends lost: SIPDISE.O. 12958: N/ATAGS: PRELSUBJECT: X REF: Y
const BREAK =
  /SIPDIS|NOFORN|NODIS|EXDIS|(?<= \d{5,6} {0,4})(?:SENSITIVE\b|[A-Z][A-Z/]{2,14} (?:FOR|PASS)\b)|(?:¶ ?)?E\.[ ]?[Oo]\.[ ]?:?[ ]?(?=\d)|(?<=SIPDIS|NOFORN|SENSITIVE|[^A-Z])EO:? ?(?=1[0-3]\d{3}\b)|T(?:AGS|ags)[ ]?:|TAGS (?=(?:[A-Z]{2}){1,2}\b)|S(?:UBJ(?:ECT)?|ubject)[ ]?:|R(?:EF(?:TEL|S|\(S\))?|ef)[ ]?:|C(?:lassified|LASSIFIED) (?:By|BY|by)\b|¶ ?\d{1,2}[.)]/g;
// PP RUEHC DE RUEHXX #0012 ... ZNY CCCCC ZZH P 031415Z MAR 09 FM AMEMBASSY X TO RUEHC/SECSTATE WASHDC INFO RUEHZL/...; also
// with the blanks lost: ZZHP 031415Z MAR 09FM AMEMBASSY XTO RUEHC/SECSTATE WASHDCINFO RUEHZL/...
const HEADER_BREAK =
  /(?<![A-Z])(?:(?:ZZ|OO|PP|RR) (?=R[A-Z]{4,7}\b)|ZN[RY] [A-Z]{5}|FM [A-Z]{3,}|XMT (?=A[MI])|PAGE 0?1 +(?=[A-Z])|(?:ACTION|ORIGIN|INFO) (?=[A-Z]{1,5}-\d\d))|\b(?:TO|INFO) (?=[A-Z]{3,} )|DE R[A-Z]{4,7} #\d|(?:[ZOPR]{1,2} ){0,2}\d{6} ?Z [A-Z]{3} \d{2}|(?:TO|INFO) (?=R[A-Z]{4,7}\/|(?:SECSTATE|AMEMBASSY) )|\b(?<!\/|FM |TO |INFO |XMT )(?:(?:AMEMBASSY|AMCONSUL|USMISSION|USINT|USDEL|SECDEF) |(?:USCINC[A-Z]{2,8}|CINC[A-Z]{3,5}|USNMR|COMUS[A-Z]{3,8})\b)|R[UHAB][A-Z]{3,6}\/(?=[A-Z0-9])/g;
const CLASSIFICATION_INSIDE =
  /(?:C O N F I D E N T I A L|S E C R E T|UNCLAS(?:SIFIED)?|CONFIDENTIAL|SECRET(?! SERVICE)|LIMITED OFFICIAL USE) (?:SECTION \d{1,2} OF \d{1,2} )?[A-Z][A-Z .'’-]{2,24} \d{3,6}(?!\d)/;
// The break between header and text: WASHDC 4566 BT CONFIDENTIAL LIMA 000012
const BREAK_BEFORE = /(?<=[A-Z\d] |\d|WASHDC)BT {0,3}$/;
// The heading above the first paragraph: (b) and (d).SUMMARY-------1. (C) Text
const SUMMARY_BEFORE = /-{0,40} {0,3}S(?:UMMARY|ummary):? {0,3}-{3,40} {0,3}$/;
// The first paragraph behind a subject or reasons: A TITLE1. (U) Text / 1.4 (B) AND (D).1. (C) / A TITLE ¶1. (C) / A TITLE 1. The port opened
const FIRST_PARAGRAPH =
  /¶ ?1[.)]|(?<![\d,(]|[A-Z\d]\.)1[.)] {0,3}\((?:U|SBU|C|S|TS|LOU|C\/NF|S\/NF)\)|(?<=[A-Z ])1[.)] {1,3}(?:S(?:UMMARY|ummary)|\((?:U|C|S))/;
// One without a mark or without a number: A TITLE 1. The port opened / FOR REASONS 1.4 (B) AND (D). (U) This is an action request.
const HALF_FIRST =
  /(?:(?<=[A-Z\d)"?!] )1\.|(?<=[^\d][.)] )\((?:U|SBU|C|S|C\/NF|S\/NF)\)) {1,2}(?=[A-Z][a-z'’]{0,15} [a-z])/;
// The same behind the number of a reference, where a second one follows: REF: STATE 4551. (SBU) Text. 2. (SBU) Text
const GLUED_FIRST = /(?<=[A-Z ]\d{1,6})1[.)] {0,3}\((?:U|SBU|C|S|TS|LOU|C\/NF|S\/NF)\)/;
const SECOND_PARAGRAPH = /(?<!\d)2[.)] {0,3}\((?:U|SBU|C|S|TS|LOU|C\/NF|S\/NF)\)/;
// Behind SIPDIS another caption or a pass line: SIPDISSENSITIVESTATE FOR EUR
const CAPTION_END = /(?<=SIPDIS|SIPDISSENSITIVE|NOFORN|EXDIS|NODIS)[A-Z]/g;
// Reasons: E.O. 12958, 1.5 (b); Classified By: Jane Doe, E.O. 12958 1.5 (b)
const NAMES_BEFORE = /\bCLASSIFIED BY\b[^\n]{0,100}$/i;
const REASON_BEFORE = /\b(?:REASONS?|UNDER|PER|OF|BY|IAW|WITH)[ \t:.,-]{0,3}$/i;
// A line of the transmission, and what begins another line inside it: ZNY CCCCC ZZH P 031415Z MAR 09, FM AMEMBASSY LIMA TO SECSTATE WASHDC
const HEADER_LINE =
  /^[ \t]*(?:VZ?[VC]?Z?CZC|(?:OO|PP|RR|ZZ) R|(?:[ZOPR]{1,2} ){0,2}\d{6} ?Z|FM |ZN[RY] [A-Z]{5}|DE R[A-Z]{4,7} #|-{8,}|(?:(?:UNCLASSIFIED|LIMITED OFFICIAL USE|CONFIDENTIAL|SECRET) )?PAGE 0?1 +[A-Z]|(?:ACTION|ORIGIN) [A-Z]{1,5}-\d\d )/;
const HEADER_INSIDE =
  /(?<=[^A-Z\s]|\S )FM [A-Z]{3,}|[A-Z\d] ?(?:TO|INFO) (?:R[A-Z]{4,7}\/|SECSTATE |AMEMBASSY )|[A-Z\d] (?:(?:[ZOPR] ){1,2}\d{6} ?Z [A-Z]{3} \d\d|DE R[A-Z]{4,7} #\d|ZN[RY] [A-Z]{5}\b)/;
// /056 W ---------------- 084562 R 121730Z SEP 75 FM AMEMBASSY LIMA
const GROUP_INSIDE =
  /(?:^|[ \t])(?:[ZOPR]{1,2} ){1,2}\d{6} ?Z [A-Z]{3,4} \d\d(?: Z[A-Z]{2}-?\d?)? FM [A-Z]{2}/;
const ADDRESS_LINE = /^[ \t]*(?:(?:TO|INFO) |R[UH][A-Z]{3,5}\/)/;
const CAPTION = /^(?:SIPDIS|NOFORN|SENSITIVE|NODIS|EXDIS)(?![a-z])/;

/** A head with its body behind it is longer than this. */
const runTogether = 400;
/** How many lines from the classification line on the head of a run-together copy may have. */
const MOST_LINES = 12;
/** How many lines of a transmission header, its addresses among them, may stand above. */
const MOST_ABOVE = 120;

/**
 * Breaks run-together lines of a head before their labels, where a copy has lost its line ends. Lines keep the number of the
 * raw line that they stood in. Reports `line-breaks-restored` once. Source: cable format, section 2.2.
 */
export function restoreLines(lines: readonly Line[], report: Report): readonly Line[] {
  let restored: Line[] | undefined;
  let seen = 0;
  let above = 0;
  let first: Line | undefined;
  let last: Line | undefined;
  for (let index = 0; index < lines.length && seen < MOST_LINES; index++) {
    const line = lines[index] as Line;
    if (line.text === '') {
      restored?.push(line);
      continue;
    }
    const opens = seen > 0 || above === MOST_ABOVE ? undefined : opensHead(line.text);
    if (opens === false) above++;
    else seen++;
    const texts = line.text.length < 30 ? [line.text] : breakHead(line.text, opens);
    if (texts.length > 1) {
      restored ??= lines.slice(0, index);
      first ??= line;
      last = line;
      for (const text of texts) restored.push({ ...line, text });
      if (seen > 0) seen += texts.length;
    } else restored?.push(line);
    if (seen >= MOST_LINES && restored) return finish(restored, lines, index + 1, first, last, report);
  }
  return restored ? finish(restored, lines, lines.length, first, last, report) : lines;
}

/** The classification line, or a label of the head; a marking alone is a page's. */
function opensHead(text: string): boolean {
  return (matchClassification(text)?.rest ?? '') !== '' || findLabel(text) !== undefined;
}

function finish(
  restored: Line[],
  lines: readonly Line[],
  from: number,
  first: Line | undefined,
  last: Line | undefined,
  report: Report,
): Line[] {
  if (first && last) report('line-breaks-restored', [first.number, last.number]);
  return from < lines.length ? restored.concat(lines.slice(from)) : restored;
}

/** The lines that one run-together line holds; the line itself if it is none. `opens`: whether it opens a head, where that is known. */
function breakHead(text: string, opens?: boolean): string[] {
  const head = text.slice(0, 20_000);
  const isHeader =
    (HEADER_LINE.test(head) && HEADER_INSIDE.test(head)) ||
    (head.includes(' FM ') && GROUP_INSIDE.test(head)) ||
    (ADDRESS_LINE.test(head) && CLASSIFICATION_INSIDE.test(head));
  if (!(opens || isHeader || CAPTION.test(head) || (opens ?? opensHead(head)))) return [text];
  const paragraph =
    FIRST_PARAGRAPH.exec(head) ??
    (SECOND_PARAGRAPH.test(head) ? GLUED_FIRST.exec(head) : null) ??
    HALF_FIRST.exec(head) ??
    (isHeader || head.length > runTogether ? (plainFirst(head) ?? sentenceFirst(head)) : null);
  const limit = paragraph ? paragraph.index : head.length;
  const cuts = new Set<number>();
  const inside = isHeader ? CLASSIFICATION_INSIDE.exec(head) : null;
  if (isHeader) addCuts(cuts, HEADER_BREAK, head, Math.min(limit, inside?.index ?? limit));
  if (inside && inside.index > 0) {
    cuts.add(inside.index);
    const end = BREAK_BEFORE.exec(head.slice(0, inside.index));
    if (end) cuts.add(end.index);
  }
  const before = cuts.size;
  addCuts(cuts, BREAK, head, limit);
  const labels = cuts.size - before;
  if (labels > 0) addCuts(cuts, CAPTION_END, head, limit);
  if (cuts.size === 0) return [text];
  // A label or two behind a label is the field's own matter: SUBJECT: X REF: Y.
  if (!isHeader && labels < 2 && matchClassification(head) === undefined) return [text];
  if (
    !isHeader &&
    labels === 1 &&
    !/SIPDIS|E\.O|TAGS|SUBJ/i.test(head.slice(Math.min(...cuts), Math.min(...cuts) + 8))
  )
    return [text];
  if (paragraph && paragraph.index > 0) {
    cuts.add(paragraph.index);
    const heading = SUMMARY_BEFORE.exec(head.slice(Math.max(0, paragraph.index - 100), paragraph.index));
    if (heading) cuts.add(paragraph.index - heading[0].length);
  }
  const at = [...cuts].filter((cut) => cut > 0).sort((a, b) => a - b);
  const parts: string[] = [];
  let from = 0;
  for (const cut of at) {
    const part = text.slice(from, cut).trim();
    if (part !== '') parts.push(part);
    from = cut;
  }
  parts.push(text.slice(from).trim());
  return parts;
}

/** Paragraphs without marks in a copy on one line: `1. Text of the first. 2. Text`. */
function plainFirst(head: string): { index: number } | null {
  const second = /(?:[.!?")]|---) {1,2}2\. {1,2}(?=[A-Z"(])/.exec(head);
  const first = second ? head.lastIndexOf(' 1. ', second.index) : -1;
  return first > 0 && / SUBJ(?:ECT)?[ ]?:/i.test(head.slice(0, first)) ? { index: first + 1 } : null;
}

// REF: LIMA 12 The pilot came: a sentence behind references in capitals
const SENTENCE_BEHIND =
  /(?: REF(?:TEL|S)?[ ]?:[^a-z]{4,200}? )(?=(?!Classified|Reason|Derived)[A-Z][A-Za-z]{0,15} [a-z]{2,})/;

/** A body without numbers behind the references. */
function sentenceFirst(head: string): { index: number } | null {
  const found = SENTENCE_BEHIND.exec(head);
  return found ? { index: found.index + found[0].length } : null;
}

/** An executive order that a reason cites, not one that begins a line. */
function isReason(text: string, at: number): boolean {
  return (
    text.charCodeAt(at) === 69 &&
    (REASON_BEFORE.test(text.slice(Math.max(0, at - 16), at)) ||
      NAMES_BEFORE.test(text.slice(Math.max(0, at - 120), at)))
  );
}

/** Adds where the pattern finds the start of a line; a caption or pass line is one only before the first label, not in `REF: STATE 12 (EXDIS)`. */
function addCuts(cuts: Set<number>, pattern: RegExp, text: string, limit: number): void {
  pattern.lastIndex = 0;
  let labelled = pattern === BREAK && findLabel(text) !== undefined;
  for (let found = pattern.exec(text); found && found.index <= limit; found = pattern.exec(text)) {
    const isCaption = /^(?:SIPDIS|NOFORN|NODIS|EXDIS|SENSITIVE)$| (?:FOR|PASS)$/.test(found[0]);
    if (labelled && isCaption) continue;
    labelled ||= pattern === BREAK && !isCaption;
    if (found.index > 0 && !isReason(text, found.index)) cuts.add(found.index);
    if (cuts.size > 400) break;
  }
  pattern.lastIndex = 0;
}
