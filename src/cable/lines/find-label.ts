import { executiveOrders } from '../../data/handling.ts';
import { findTag } from '../../data/tag-kind.ts';
import { editDistance } from '../nearest-words.ts';
import { codeAt, firstAt, isBlank } from './line.ts';

/** Fields that a label opens. */
export type LabelField =
  | 'eo'
  | 'tags'
  | 'subject'
  | 'references'
  | 'classifiedBy'
  | 'derivedFrom'
  | 'declassifyOn'
  | 'captions'
  | 'passLines';

export interface Label {
  field: LabelField;
  /** The label as the sender wrote it, with its colon. */
  label: string;
  /** Index of the first character behind the label and the blanks after it. */
  end: number;
}

// E.O. 12958: / EO 12958 / EO-12958 / E.o.: / EXECUTIVE ORDER 11652: / E. O. 12958 / E,O. 12958 / E.O. NO. 12958
const EO =
  /^(?:E[.,EO0X]{1,4}(?=[ \t]?:?[ \t]?1[123]\d{3}(?!\d))|E[.,]?[ \t]?[O0][.,]{0,2}|EXEC(?:UTIVE|\.)?[ \t]+ORDER)[ \t]*[:-]?[ \t]*(?:NO\.?[ \t]*|#[ \t]?)?(?=[\dlI]\d[\dlIOSB]{2,3}(?![\dA-Z])|$)|^E[.,]?[ \t]?[O0][.,]?[ \t]*:[ \t]*/i;
// TAGS: PREL / TAG: / TAGS. PREL / TAGS: TAGS: PREL / TAG(S): PREL / T A G S: PREL
const TAGS_COLON =
  /^(?:T ?A ?G(?: ?S)?(?:\(S\))?[ \t]{0,3}(?:\.?[:;=]{1,2}|\.(?=[ \t]+[A-Z]{2,4}(?![A-Za-z]))|--?(?=[ \t]))[ \t]*)+/i;
// TAGS PREL XX / TAGS, PREL
const TAGS_BARE = /^(?:TAGS|TAG|Tags)(?:[ \t]+(?=[A-Z1-8([])|,[ \t]*(?=[A-Z]{4}(?![A-Z]))|$)/;
// SUBJECT: / SUBJ: / SUB: / SUBJECT/TITLE: / SUBJECT LINE:
const SUBJECT_COLON =
  /^(?:(?:S ?U ?B ?J ?E ?C ?T|SUBJ)(?:[ \t]?\/[ \t]?TITLE|[ \t]LINE(?=[ \t]?:))?[ \t]{0,8}(?:\.?[:;=]{1,2}(?:[ \t]?[:-]+(?=[ \t]))?|[./](?=[ \t])|--?(?=[ \t]))|SUB[ \t]{0,3}[:;])[ \t]*/i;
// SUBJECT TITLE
const SUBJECT_BARE = /^SUBJ(?:ECT)?(?:[ \t]+(?!TO[ \t])(?=[A-Z0-9("“”'’])|$)/;
// SUBJECT TO GDS: what becomes of the classification, without an order's number
const SUBJECT_TO = /^SUBJECT TO(?: THE)?[ \t]+(?=X?GDS\b|ADS\b|GENERAL DECLASS)/;
// REF: / REFS: / REFTEL: / REF(S): / REFERENCES: / REF TEL: / REF/A: (its letter is read again)
const REF_COLON =
  /^(?:REF(?:ERENCE|[ \t]?TEL)?(?:\(S\)|S)?|RFE|REFF)(?:\.?[ \t]{0,8}[:;][ \t]*|\/(?=[A-Z]:[ \t]))/i;
// (U) SUBJECT: / (SBU) REF: / (U) TAGS: the mark in front
const MARK = '^\\((?:U|SBU|LOU|C|S|[CS]/NF)\\)[ \\t]*';
const MARKED_SUBJECT = new RegExp(`${MARK}SUBJ(?:ECT)?[ \\t]{0,3}:[ \\t]*`, 'i');
const MARKED_TAGS = new RegExp(`${MARK}TAGS[ \\t]{0,3}:[ \\t]*`, 'i');
const MARKED_REF = new RegExp(`${MARK}REF(?:S|TELS?|ERENCES?)?[ \\t]{0,3}:[ \\t]*`, 'i');
// (REF: STATE 12) or (REF STATE 12), alone on its line
const REF_BRACKETED =
  /^\(REF(?:S|TELS?)?(?:[ \t]?:[ \t]*(?=[^()]{3,50}\)$)|\.?[ \t]{1,3}(?=(?:(?:19|20)?\d\d[ \t]?)?[A-Z][A-Z'’ -]{2,40}[ \t]\d{1,7}\)$))/i;
// REF STATE 123 / REFTEL STATE 12 / REF (A) X 1 / REF(A): X 1 / REFS A. X / REF, STATE 123
const REF_BARE =
  /^REF(?:ERENCES?|TELS?|S|\(S\))?(?:(?:[.,=]|[ \t]?--?)?[ \t]+(?=¶?\(?(?:[A-Z]{1,2}|a)(?:[.):]|[ \t]-[ \t]+[A-Z'’\d])|[A-Z][A-Z'’ -]{2,30} \d|(?:[A-Z][a-z.'’-]{1,15} ){1,4}(?!(?:19|20)\d\d\b)\d{3,6}(?:$|[ ,;(])|'?(?:19|20)?\d{2} ?[A-Z])|(?=\([A-Z]{1,2}\)[ \t]*[:.]?[ \t]*[A-Z0-9])|$)/;
// Ref A: 08 State 1111 / Ref (B) 09 Lima 55 / Ref C - 09 Lima 55 / Reftel 09 Lima 55: in small letters, with what it cites
const REF_SMALL =
  /^Ref(?:s|tels?|erences?)?[ \t]+(?=\(?[A-Z]\)?[ \t]?:[ \t]|(?:\(?[A-Z](?:[.)]{1,2}|[ \t]-)[ \t]{1,3}|['’]?\d\d)[^:]{3,40}[ \t]\d{1,7}(?:[.;,)]|[ \t]*\(|$))/;
// Classified By: / CLASSIFIED BY / CLASSFIED BY: / Classified by / CLASSIFICATION BY / CL BY: / CLASSIFIED: DCM DOE, REASON 1.4
const CLASSIFIED_BY =
  /^(?:\([A-Z]{1,3}\)[ \t]*)?(?:(?:CLASSIFI(?:ED|CATION)|CLASS\.)[ \t]*B[YT](?:\b|(?=AMB|DCM|CDA|CHARG|POL|ECON))|CLASSIFIED[ \t]+(?!AS|IN|ON)[A-Z]{1,3}(?=[ \t]?:)|CLASSIFIED(?=:.{0,50}(?:\bREASONS?\b|[ \t]1\.[4-6]))|CL(?:ASS)?[ \t]BY[ \t]*(?=:))[ \t]*:?[ \t]*/i;
// Derived from: / Declassify on:
const DERIVED = /^DERIVED[ \t]+FROM[ \t]*:[ \t]*/i;
const DECLASSIFY = /^DECL(?:ASSIFY)?[ \t]+ON(?:[ \t]*:[ \t]*|[ \t]+(?=\d|OADR\b|X\d\b|SOURCE\b))/i;
// Captions: SENSITIVE / Pass Line: X (printed form of SMART)
const CAPTIONS = /^CAPTIONS?[ \t]*:[ \t]*/i;
const PASS_LINE = /^PASS[ \t]+LINES?[ \t]*:[ \t]*/i;

// A word with a colon, or before BY: perhaps a label with a letter wrong
const LONGEST_WORD = 13;
const WORD = /^([A-Z][A-Z0158]{1,12})(?:[ \t]{0,3}[:;]|[ \t]{1,3}BY\b[ \t]*:?)[ \t]*/i;
// Labels that a misprint is known by: SUBECT:, SUJBECT:, TAGES:, REFRENCE:, CLASSSIFIED BY
const misprintable: readonly (readonly [LabelField, string])[] = [
  ['subject', 'SUBJECT'],
  ['subject', 'SUBJ'],
  ['tags', 'TAGS'],
  ['references', 'REFERENCE'],
  ['references', 'REFTEL'],
  ['classifiedBy', 'CLASSIFIED'],
];
// RERF: / RFES:, only where a cable is cited behind it
const CITED = /^(?:\(?A[.):]|(?:['’]?\d\d[ \t]?)?[A-Z][A-Z'’ -]{2,30}[ \t]?\d)/i;
const orderNumbers = new Set(executiveOrders.flatMap((row) => [row.token, ...row.variants]));

type Rules = readonly (readonly [LabelField, RegExp])[];

/** By the first letter of a label: what may stand second, and the patterns to ask. */
const byFirstLetter: Record<string, readonly [second: string, rules: Rules]> = {
  E: ['.,EO0X \t', [['eo', EO]]],
  T: [
    'A ',
    [
      ['tags', TAGS_COLON],
      ['tags', TAGS_BARE],
    ],
  ],
  S: [
    'U ',
    [
      ['subject', SUBJECT_COLON],
      ['subject', SUBJECT_BARE],
      ['eo', SUBJECT_TO],
    ],
  ],
  R: [
    'EF',
    [
      ['references', REF_COLON],
      ['references', REF_BARE],
      ['references', REF_SMALL],
    ],
  ],
  C: [
    'LA',
    [
      ['classifiedBy', CLASSIFIED_BY],
      ['captions', CAPTIONS],
    ],
  ],
  '(': [
    'ABCDEFGHIJKLMNOPQRSTUVWXYZ',
    [
      ['classifiedBy', CLASSIFIED_BY],
      ['references', REF_BRACKETED],
      ['subject', MARKED_SUBJECT],
      ['tags', MARKED_TAGS],
      ['references', MARKED_REF],
    ],
  ],
  D: [
    'E',
    [
      ['derivedFrom', DERIVED],
      ['declassifyOn', DECLASSIFY],
    ],
  ],
  P: ['A', [['passLines', PASS_LINE]]],
  // the first letter lost: AGS:, UBJECT:, LASSIFIED BY
  A: ['', []],
  U: ['', []],
  L: ['', []],
};

/** The same by the letter's code, large and small. */
const byCode = Array.from({ length: 128 }, (_, code) => {
  const [second, rules] = byFirstLetter[String.fromCharCode(code).toUpperCase()] ?? [];
  return rules && { second: `${second}${second?.toLowerCase()}`, rules };
});

/**
 * Which label of the head starts at this line, if any.
 *
 * Case, blanks and colon do not matter (rule R3); misprints seen in published copies are known. Labels of the
 * transmission header (FM, TO, INFO) are not among them: see `parse-addressees.ts`.
 */
export function findLabel(text: string): Label | undefined {
  let start = firstAt(text);
  // ¶E.O. 12958: a publisher's sign, as before a letter of a list
  if (codeAt(text, start) === 182) start += text[start + 1] === ' ' ? 2 : 1;
  if (start + 1 >= text.length) return undefined;
  const opens = byCode[text.charCodeAt(start) & 127];
  const rules = opens?.second.includes(text[start + 1] as string) ? opens.rules : undefined;
  const isWord = (opens !== undefined || text.charCodeAt(start) < 97) && mayBeMisprinted(text, start);
  if (rules === undefined && !isWord) return undefined;
  const head = text.slice(start, start + 60);
  for (const [field, pattern] of rules ?? []) {
    const match = pattern.exec(head);
    if (!match || match[0].length === 0) continue;
    if (pattern === EO && !match[0].includes(':') && !namesOrder(head.slice(match[0].length))) continue;
    return { field, label: match[0].trim(), end: start + match[0].length };
  }
  return isWord ? misprinted(head, start) : undefined;
}

/**
 * Whether the number behind `E.O.` is that of the line itself: an order on classification, or one with a colon or an action
 * behind it. `E.O. 13382 DESIGNATIONS` is the sender's text.
 */
export function namesOrder(text: string): boolean {
  const order = /^[\dlIL]\d[\dlIOSB]{2,3}/.exec(text)?.[0].replace(/^[lIL]/, '1');
  if (order === undefined) return text.trim() === '';
  return (
    orderNumbers.has(order) ||
    /^[ \t]*(?:[:;]|[.,-]?[ \t]*(?:DECL|N\/A|X?GDS|ADS|OADR|\d\d?\/))|^[ \t]*$/i.test(
      text.slice(order.length),
    )
  );
}

/** Cheap: a word, and a colon or BY behind it, up to three blanks between: `QUBJECT: HARBORS`, `Vlassified By`. */
function mayBeMisprinted(text: string, start: number): boolean {
  let at = start;
  while (at < start + LONGEST_WORD && isWordSign(codeAt(text, at))) at++;
  const end = at;
  while (at < end + 3 && isBlank(codeAt(text, at))) at++;
  const code = codeAt(text, at);
  return code === 58 || code === 59 || (at > end && (code | 32) === 98);
}

/** A letter, or a figure that may stand for one. */
function isWordSign(code: number): boolean {
  const letter = code | 32;
  return (letter >= 97 && letter <= 122) || code === 48 || code === 49 || code === 53 || code === 56;
}

/** A label with one letter wrong; of the short word TAGS only where a code follows. */
function misprinted(head: string, start: number): Label | undefined {
  const match = WORD.exec(head);
  if (!match?.[1]) return undefined;
  const word = match[1].toUpperCase();
  if (word.length < 6 && CITED.test(head.slice(match[0].length))) {
    if (['REF', 'REFS', 'REFTEL'].every((label) => editDistance(word, label) > 1)) return undefined;
    return { field: 'references', label: match[0].trim(), end: start + match[0].length };
  }
  const isBy = /BY[ \t]*:?[ \t]*$/i.test(match[0]);
  for (const [field, label] of misprintable) {
    if (isBy !== (field === 'classifiedBy') || Math.abs(word.length - label.length) > 1) continue;
    if (editDistance(word, label) !== 1) continue;
    const code = /^[A-Z]{2,4}(?![A-Za-z])/.exec(head.slice(match[0].length))?.[0];
    if (field === 'tags' && match[0].length < head.length && !(code && findTag(code))) continue;
    return { field, label: match[0].trim(), end: start + match[0].length };
  }
  return undefined;
}
