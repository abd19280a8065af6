import { matchPost } from '../find-post.ts';
import { shortRule } from '../lines/body-start.ts';
import { findLabel } from '../lines/find-label.ts';
import { cutLine, inlineEnd } from '../lines/inline-label.ts';
import { isLatePassLine } from '../lines/late-pass-line.ts';
import type { Line } from '../lines/line.ts';
import { isNoStation, referenceKind } from './reference-kind.ts';

// ¶B. X, (B) X, B) X, B: X; `-    B. X`, a dash that keeps a line indented
const enumPattern =
  /^(?:¶|-(?=[ \t]))?[ \t]*[([]?([A-Za-z]|([A-Z])\2)(?:[.):\]]{1,2}|[ \t]-[ \t])[ \t]*(?=\S)/;
/** A caption that a gateway put into a text once more. */
const repeated = /^(?:SIPDIS|NOFORN)$/;
const stopPattern =
  /^[-–*\s]{0,6}(?:BEGIN[ \t]|EXECUTIVE[ \t])?SUMMARY\b|^(?:INTRODUCTION|ACTION REQUEST|BACKGROUND|COMMENT|BEGIN TEXT|ENTIRE TEXT|SIPDIS|NOFORN|SENSITIVE|EXDIS|NODIS|LIMDIS|UNCLAS)\b|^\W{0,3}(?:THIS (?:IS|MESSAGE|CABLE|TELEGRAM)\b|SENSITIVE BUT|NOT FOR INTERNET|(?:DRAFTED|CLEARED|APPROVED) BY)/i;
const paragraphPattern =
  /^¶?[ \t]*\d{1,2}[.)][ \t]*(?:\(|[A-Z"“”'’])|^1[ \t]{2,}[A-Z]|^\(1\)[ \t]*[A-Z]|^¶[ \t]*\d/;
const markPattern = /^\((?:U|SBU|C|S|TS|LOU|[CSU]\/{1,2}(?:NF|NOFORN|FOUO)|SBU\/{1,2}NF)\)/i;
const openEnd = /(?:[,;:/&(-]|\bAND|\bOF|\bFROM|\bTO|\bON|\bFOR|\bTHE)$/i;
/** A stop at the end or inside, a verb: what a sentence has and a reference has not. */
const sentence =
  /\w["”)]?[.?!]$|[A-Z]{3}\. +(?=[A-Z]{2})|\b(?:IS|ARE|WAS|WERE|WILL|HAS|HAVE|HAD|BE|WE|HE|THEY|PLEASE)\b/i;
/** `LIMA 12 B.`, `LIMA 12 B. (B)`: the letter of what stands on the next line; not `LIMA 12 (B)`. */
const letterAtEnd = /(?:^|[ ¶])([A-Z]{1,2})[.)](?:[ ]?\(\1\))?$/i;
const wrappedWidth = 50;
const mostLines = 200;

/**
 * The lines of a list of references: the first, and those that go on with it, over blank lines where the next letter is due.
 * It ends at another field, paragraph 1, a heading, a rule or a caption; one that a gateway repeated amid the list is handed back.
 */
export function takeReferenceLines(lines: readonly Line[]): { own: Line[]; rest: Line[] } {
  const own: Line[] = [];
  const captions: Line[] = [];
  let last = 0;
  let before = '';
  let number = 0;
  const until = (rest: readonly Line[]) => ({ own, rest: [...captions, ...rest] });
  for (let at = 0; at < lines.length; at += 1) {
    if (own.length >= mostLines) return until(lines.slice(at));
    const line = heldNumber(lines[at] as Line, before);
    const text = line.text.trim();
    const behind = own.length > 0 && repeated.test(text) ? nextItem(lines, at + 1, last) : undefined;
    if (behind !== undefined) {
      captions.push(line);
      at = behind - 1;
      continue;
    }
    if (text === '') {
      let next = at + 1;
      while (next < lines.length && (lines[next] as Line).text.trim() === '') next += 1;
      const following = lines[next]?.text.trim() ?? '';
      const parted = lines[next]?.afterFurniture && isReference(following, false);
      if (repeated.test(following) && nextItem(lines, next + 1, last) !== undefined) {
        at = next - 1;
        continue;
      }
      if (own.length > 0 && following !== '' && !parted && !goesOnAfterBlank(following, last, before)) {
        return until(lines.slice(at));
      }
      if (following === '') return until(lines.slice(at));
      at = next - 1;
      continue;
    }
    const isNumbered =
      own.length > 0 && number > 0 && numberOf(text) === number + 1 && citesBehindNumber(text);
    const isPassLine = own.length > 0 && isLatePassLine(text, lines[at + 1]);
    if (own.length > 0 && !isNumbered && (isPassLine || !goesOn(line.text, text, last, before)))
      return until(lines.slice(at));
    if (isNumbered || own.length === 0) number = numberOf(text);
    if (
      own.length === 0 &&
      at > 0 &&
      (stopPattern.test(text) || paragraphPattern.test(text) || isOtherField(text))
    ) {
      return until(lines.slice(at));
    }
    const end = cutAt(line.text);
    if (end !== undefined) {
      const [head, after] = cutLine(line, end);
      if (head.text.trim() !== '') own.push(head);
      return until(after ? [after, ...lines.slice(at + 1)] : lines.slice(at + 1));
    }
    own.push(line);
    last = lastLetter(text, last);
    before = text;
  }
  return until([]);
}

/** Where the item with the next letter stands, blank lines before it or not. */
function nextItem(lines: readonly Line[], from: number, last: number): number | undefined {
  let at = from;
  while (at < lines.length && lines[at]?.text.trim() === '') at += 1;
  const text = lines[at]?.text.trim() ?? '';
  return enumPattern.test(text) && goesOnAfterBlank(text, last, '') ? at : undefined;
}

/** `(C) COLOMBO` / `-    3688`: the line without the dash that keeps it indented. */
function heldNumber(line: Line, before: string): Line {
  const dash = /[A-Z]$/.test(before) ? /^-[ \t]+(?=\d{1,6}\b)/.exec(line.text.slice(0, 60)) : null;
  return dash ? { ...line, text: ` ${line.text.slice(dash[0].length)}` } : line;
}

/** The number of an item: `2. PARIS 12` is 2; 0 if it has none. */
function numberOf(text: string): number {
  return Number(/^[ \t]*\(?(\d{1,2})[.)]/.exec(text)?.[1] ?? 0);
}

/** Whether a numbered line is a cable cited and nothing else: no paragraph is. */
function citesBehindNumber(text: string): boolean {
  return /^\(?\d{1,2}[.)][ \t]*(?:['’]?\d\d[ \t])?[A-Z][A-Z'’ .-]{1,30}[ \t]\d{1,7}(?:[ \t]*\([^()]{1,30}\))?[.,;]?$/.test(
    text,
  );
}

function cutAt(text: string): number | undefined {
  let label = inlineEnd(text, 0, /^REF/i);
  // STATE 12 (SUBJ: HARBOR FEES)
  while (label !== undefined && text[label - 1] === '(') label = inlineEnd(text, label + 1, /^REF/i);
  const summary = /[.;)\d][ \t]{1,4}(?=(?:-{4,}[ \t]*)?(?:BEGIN )?SUMMARY[ \t]*[:.-])/i.exec(text);
  const notice = summary ? null : /[ \t](?=SENSITIVE BUT UNCLASSIFIED\b)/i.exec(text);
  const at = summary ? summary.index + summary[0].length : notice ? notice.index + 1 : undefined;
  if (label === undefined) return at;
  return at === undefined ? label : Math.min(label, at);
}

function isOtherField(text: string): boolean {
  const label = findLabel(text);
  return label !== undefined && label.field !== 'references';
}

function value(letter: string): number {
  const code = letter.toUpperCase().charCodeAt(0) - 64;
  return letter.length > 1 ? 26 + code : code;
}

const enumerations = /(?:^|[\s¶,;(])[([]?([A-Za-z]|[A-Z]{2})(?:[.):\]](?:[ \t]*\([A-Z]\))?|[ \t]-[ \t])/g;

/** The highest letter of the list up to the end of a line, in sequence; one in brackets behind another is that again, or a mark. */
function lastLetter(text: string, from: number): number {
  let last = from;
  for (let found = enumerations.exec(text); found; found = enumerations.exec(text)) {
    const next = value(found[1] ?? '');
    if (next > last && next <= last + 2) last = next;
  }
  return last;
}

function goesOnAfterBlank(text: string, last: number, before: string): boolean {
  if (isOtherField(text) || shortRule.test(text) || stopPattern.test(text) || paragraphPattern.test(text))
    return false;
  if (/^\((?:NOTAL|EXDIS|NODIS|LIMDIS)\)/.test(text)) return true;
  const letter = enumPattern.exec(text);
  if (letter) {
    const next = value(letter[1] ?? '');
    return next > last && next <= last + 2 && last > 0 && isReference(text.slice(letter[0].length), true);
  }
  return /[,;&]$|\bAND$|(?:^|[ (¶])[A-Z]{1,2}[.)]$/i.test(before) && isReference(text, false);
}

/** Whether a line directly behind another belongs to the list. */
function goesOn(line: string, text: string, last: number, before: string): boolean {
  // LIMA / 96. D. QUITO 12: no first paragraph has two figures
  if (/^\d\d[.)]/.test(text) && postGoesOn(before, text)) return true;
  if (isOtherField(text) || shortRule.test(text) || stopPattern.test(text) || paragraphPattern.test(text))
    return false;
  const letter = enumPattern.exec(text);
  if (letter) {
    const next = value(letter[1] ?? '');
    // A. TEXT, the first of a text that is counted by letters, below references without any
    if (next > last && next <= last + 3)
      return (last > 0 && !markPattern.test(text)) || isReference(text.slice(letter[0].length), true);
  }
  const open = letterAtEnd.exec(before)?.[1];
  // LIMA 12 C. / (C) QUITO 13: the letter again
  if (markPattern.test(text)) return open !== undefined && letter?.[1]?.toUpperCase() === open.toUpperCase();
  if (openEnd.test(before) || /^[ \t]{2,}/.test(line) || isReference(text, false)) return true;
  if (open !== undefined || postGoesOn(before, text) || hasNextItem(text, last)) return true;
  // a full line may be wrapped; a number or bracket at its end has nothing to say about a sentence
  return before.length >= wrappedWidth && !(/[\d)]$/.test(before) && sentence.test(text));
}

/** `5/2; D) LIMA 12`: the next letter of the list stands inside the line, before a reference. */
function hasNextItem(text: string, last: number): boolean {
  return [...text.matchAll(enumerations)].some(
    (found) =>
      last > 0 &&
      found.index > 0 &&
      value(found[1] ?? '') === last + 1 &&
      isReference(text.slice(found.index + found[0].length).trim(), false),
  );
}

/** Whether a post that ends the line above has its number, or its last word and its number, on this one: `ADDIS` / `ABABA 12`. */
function postGoesOn(before: string, text: string): boolean {
  const above = before
    .split(/[\s,;.()]+/)
    .filter(Boolean)
    .slice(-3);
  const below = text.split(/[\s,;.()]+/, 4);
  return above.some((_, at) => {
    const words = [...above.slice(at), ...below];
    const count = matchPost(words, 0)?.words ?? 0;
    return count >= above.length - at && /^\d{1,7}$/.test(words[count] ?? '');
  });
}

/** Whether words look like a reference: a post, a number, a kind of document, a note in brackets. */
function isReference(text: string, lettered: boolean): boolean {
  // B. '08 Lima 12: the letter again, the year
  const head = text
    .slice(0, 90)
    .replace(/^(?:[A-Za-z](?:[.):]|[ \t]-)[ \t]+)?(?:['’]?(?:19|20)?\d\d[ \t](?=[A-Z]['’]?[a-z]))?/, '');
  if (/^[(&]|^(?:NOTAL|EXDIS|NODIS|AND\b|ET AL)/i.test(head)) return true;
  const isPost = matchPost(head.split(/[\s,;.]+/, 5), 0) !== undefined;
  const isSentence = !lettered && sentence.test(text) && !/^\d{3,7}\.$/.test(text);
  if (isPost && !isSentence) return true;
  const named = /^(?:['’]?\d\d[ \t]?)?([A-Z][A-Z'’ .-]{1,30})[ \t]\d{1,7}\b|^\d{1,7}(?:\b|$)/.exec(head);
  // MR. DOE ARRIVES MARCH 4
  if (named && (isPost || !isSentence) && !isNoStation(named[1]?.split(' ').at(-1) ?? '')) return true;
  if (/\d{6}Z\b/.test(head)) return true;
  const kind = referenceKind(head);
  if (lettered || !isSentence) return kind !== 'other' && (lettered || head.length < 80);
  // E-mail of March 3 from Doe.
  return /^(?:email|fax|memo|web)$/.test(kind) && head.length < 80 && !sentence.test(text.replace(/\.$/, ''));
}
