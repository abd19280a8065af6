import type { ClassifiedBy } from '../cable.ts';
import type { CableContext } from '../context.ts';
import type { Report } from '../diagnostics.ts';
import { cutLine, inlineEnd, opensField } from '../lines/inline-label.ts';
import { type Line, linesOf, rawOf } from '../lines/line.ts';
import { withinLimit } from '../lines/within-limit.ts';
import { editDistance } from '../nearest-words.ts';
import { classificationReasons } from './classification-reasons.ts';
import { readNames } from './read-names.ts';

// The label written again, an item's letter, a mark: `Classified by:`, `(A)`, `(U)`, `A.`
const doubledLabel =
  /^(?:[ \t:.,;-]|\((?:[A-Z]|SBU)\)|[A-Z][.)](?=[ \t])(?=[ \t]*CLASS)|\d[.)](?=[ \t])|(?:THIS (?:CABLE|MESSAGE|TELEGRAM) (?:IS|WAS)[ \t]{1,3})?(?:CLASSIFIED|CLASSFIED|CLASSIFIER|CLASSIFICATION)(?:[ \t]{1,3}BY\b)?)*/i;
// Where the reasons begin, with the words that lead to them
const reasonStart =
  /(?:[,;:.(][ \t]{0,3})?(?:\b(?:FOR|DUE TO|BASED ON|BY|UNDER|PER|PURSUANT TO|IN ACCORDANCE WITH|IAW|CITING|ON|WITH|AS PER|AS|ACCORDING TO)[ \t]{1,3})?(?:\b(?:THE|FOLLOWING|BOTH)[ \t]{1,3}){0,2}(?:\bREASON[A-Z]{0,3}\b|\bSUBJECT TO\b|\bEXEMPT(?:ED)? FROM\b|\bRESONS?\b|\bREASN|\bE\.?[ \t]?O\.?[ \t:]{0,2}1\d{4}|\bEXECUTIVE ORDER\b|\b1(?:1652|2065|2356|2958|3526)\b|\bSECTIONS?[ \t]{1,3}1[.,]|\bSEC\.?[ \t]{1,3}1[.,]|\bPARA(?:GRAPH)?S?[ \t]{1,3}1[.,]|(?<![\d.])1[ \t]?[.,][ \t]?[3-8](?!\d))/i;
// Reasons 1.4 (b) and (d), Ambassador Jane Doe: who stands behind
const namedBehind = /^[ \t]*[).,;:-]{1,2}[ \t]+(?!E\.?O|DECL|DERIVED|FOR\b)[A-Z]/i;
const summaryStart = /[.)][ \t]{1,4}(?=(?:BEGIN[ \t])?SUMMARY[ \t]*[:.=*_-]|(?:- ){4}|¶(?!1[.,] ?[3-8]))/i;
const stopPattern =
  /^¶?[ \t]*\d{1,2}[.)][ \t]*(?:\(|[A-Z"“”'’])|^¶|^\((?:U|SBU|C|S|C\/NF|S\/NF|U\/FOUO)\)[ \t]|^[-=_*‐–—~]{3,}|^[-–*\s]{0,6}(?:BEGIN[ \t])?SUMMARY\b|^(?:INTRODUCTION|COMMENT|BEGIN TEXT|SIPDIS|NOFORN)\b/i;
const reasonLine =
  /^(?:FOR[ \t]|PER[ \t])?(?:E\.?O\.?[ \t:]|REASON|RESON|1[ \t]?[.,][ \t]?[3-8]|\([a-h]\)|AND[ \t]|SECTION 1)/i;
// E.O. 12958, 1.4 (b): the order of the reasons, no field of its own
export const orderOfReasons = /^E\.?[ \t]?O\.?[ \t]?1\d{4}\b[^\d]{0,25}1[.,][ \t]?[3-8](?!\d)/i;
// (b) and (d).
const lettersAlone = /^\([a-h](?:[,/][ \t]?[a-h]){0,5}\)(?:[ \t,;/&]|and|or|\([a-h]\)){0,20}\)?\.?$/i;
/** `(b) a` / `nd (d)`, `, reas` / `ons 1.4`, `f` / `or reasons`: a word that a terminal cut at its width. */
const brokenWord =
  /\b(an?) (n?d)(?= \(?[a-h]\b)|\b(r|re|rea|reas|reaso) (e?a?s?o?ns?)(?=:? 1[.,])|\b(fo?) (o?r)(?= reasons?\b)/gi;
const restOfAnd = /^n?d[ \t]+\(?[a-h]\b/i;
/** Longer than the line where a body is not run into it. */
const longest = 200;
// 1.4 (b) and (d). The port opened
const reasonsAndSentence = /1[.,][ \t]?[3-8][^.]{1,60}\.[ \t]{0,3}(?=["“]?[A-Z][A-Za-z'’ -]{0,20} [a-z]{2})/;
const mostLines = 8;
// No such line is longer; what stands behind is handed back.
const mostCharacters = 4_000;

/**
 * Reads the Classified-by line: who classified, with which title and office, and for which reasons.
 *
 * Names are a best effort beside the raw words. Source: 5 FAH-3; published cables since 1995.
 */
export function parseClassifiedBy(
  lines: Line[],
  _ctx: CableContext,
  _report: Report,
): { value?: ClassifiedBy; rest: Line[] } {
  const { own, rest } = withinLimit(takeLines(lines), mostCharacters);
  const raw = rawOf(own);
  if (raw === '') return { rest };
  const skipped = doubledLabel.exec(raw)?.[0].length ?? 0;
  const text = raw
    .slice(skipped)
    .replace(/\bTITLE[ \t]?:/i, ',')
    .replaceAll('¶', '')
    // CHARGE D,AFFAIRES, John O,Doe: the apostrophe that a terminal did not have
    .replace(/\bD,(?=AFF)|(?<= )O,(?=[A-Z][A-Za-z])/gi, (sign) => `${sign[0]}'`)
    // AmbassadorJane Doe
    .replace(/\b(Ambassador|Counselor|Officer|Director|General)(?=[A-Z][a-z])/g, '$1 ')
    .replace(/[ \t]+/g, ' ')
    .replace(brokenWord, '$1$2$3$4$5$6');
  const { reasons, end = 0 } = classificationReasons(text);
  const start = beforeMisprint(text, reasonStart.exec(text)?.index ?? text.length);
  const behind =
    start < 3 && end > 0 && namedBehind.test(text.slice(end)) ? readNames(text.slice(end)) : undefined;
  const { names, title, office } = behind?.names.length
    ? behind
    : // The point of JR. and A.I. stands where the reasons begin.
      readNames(text.slice(0, /\b(?:[JS]R|A\.I)$/i.test(text.slice(0, start)) ? start + 1 : start));
  const value: ClassifiedBy = { raw, names, reasons, lines: linesOf(own) };
  if (title) value.title = title;
  if (office) value.office = office;
  return { value, rest };
}

// , for Reaosns: / (Resaon
const reasonWord = /(?:[,;:.(]|\bFOR\b|^)[ \t]*(?:FOR[ \t]+)?(R[A-Z]{4,7})[ \t]*:?[ \t]*$/i;

/** Where the reasons begin, a misspelt word REASONS in front of their number included. */
function beforeMisprint(text: string, start: number): number {
  const [whole, word = ''] = reasonWord.exec(text.slice(Math.max(0, start - 24), start)) ?? [];
  return whole !== undefined && editDistance(word.toUpperCase(), 'REASONS') < 3
    ? start - whole.length
    : start;
}

/** The lines of the field: up to the sentence that ends with the reasons. */
function takeLines(lines: readonly Line[]): { own: Line[]; rest: Line[] } {
  const own: Line[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] as Line;
    const text = line.text.trim();
    if (text === '') {
      const next = nextText(lines, at);
      const empty = own.every((taken) => taken.text.trim() === '');
      const wanted =
        empty ||
        (!hasReasons(own) && /^\(?(?:(?:FOR )?REASONS?\b|1[.,][ \t]?[3-8][ \t]*\(?[a-h]\b)/i.test(next)) ||
        /^(?:and|or|&)[ \t]+\([a-h]\)\.?$/i.test(next) ||
        (lettersAlone.test(next) &&
          /(?:1[.,][ \t]?\d|[,/(]|\band|\bor)$/i.test(own.at(-1)?.text.trim() ?? ''));
      if (next === '' || !wanted || stopPattern.test(next) || opensField(next))
        return { own, rest: lines.slice(at) };
      own.push(line);
      continue;
    }
    if (at > 0 && own.some((taken) => taken.text.trim() !== '')) {
      const label = opensField(text) && !/^\(?[A-Z]?\)?\s*CLASS/i.test(text) && !orderOfReasons.test(text);
      if (label || (stopPattern.test(text) && !reasonLine.test(text)) || !goesOn(own, text)) {
        return { own, rest: lines.slice(at) };
      }
    }
    const end = cutAt(line.text);
    if (end !== undefined) {
      const [head, after] = cutLine(line, end);
      own.push(head);
      return { own, rest: after ? [after, ...lines.slice(at + 1)] : lines.slice(at + 1) };
    }
    own.push(line);
  }
  return { own, rest: [] };
}

function nextText(lines: readonly Line[], from: number): string {
  for (let at = from + 1; at < lines.length && at < from + 4; at += 1) {
    const text = lines[at]?.text.trim() ?? '';
    if (text !== '') return text;
  }
  return '';
}

function hasReasons(own: readonly Line[]): boolean {
  return classificationReasons(rawOf(own)).reasons.length > 0;
}

/** Whether a line without a blank before it belongs to the field. */
function goesOn(own: readonly Line[], text: string): boolean {
  if (own.length >= mostLines) return false;
  // 1.4 (b) and (d / ).; 1.4 (b / ) and (d)
  if (/^[)\]][.,;]?(?:$|[ \t]*(?:and|or|&|,))/i.test(text)) return true;
  const raw = rawOf(own);
  const { end } = classificationReasons(raw);
  if (end === undefined || (restOfAnd.test(text) && /[ \t]an?$/i.test(raw))) return true;
  const tail = raw.slice(end).trim();
  // A paragraph with a mark and no number is no reason: `(C) Text`.
  if (
    /^\((?:C|S)\)[ \t]+(?!and\b|or\b)(?:A[ \t]+)?\p{L}{2}/iu.test(text) &&
    !/[,(/]$|\b(?:and|or)$/i.test(raw)
  )
    return false;
  if (tail.startsWith('.') && !/[a-z\d]\)?[.,]?[ \t](?:and|or)$/i.test(tail))
    return reasonLine.test(text) && !/^[(]|^AND/i.test(text);
  if (
    /^(?:and|or|&|,)?[ \t]*\(?[a-h](?:\)|[,/.]|[ \t]+(?:and|or|&)\b|[ \t]*$)/i.test(text) ||
    reasonLine.test(text)
  )
    return tail.length < 40;
  return /(?:[,;(/]|\band|\bor)$/i.test(raw);
}

function cutAt(text: string): number | undefined {
  const label = inlineEnd(text, 0, /^(?:CLASS|E\.?[ \t]?O)/i);
  const summary = summaryStart.exec(text);
  const at = summary ? summary.index + summary[0].length : bodyBehind(text);
  if (label === undefined) return at;
  return at === undefined ? label : Math.min(label, at);
}

/** Where a body without numbers begins that was run into the reasons. */
function bodyBehind(text: string): number | undefined {
  const found = text.length < longest ? null : reasonsAndSentence.exec(text);
  return found ? found.index + found[0].length : undefined;
}
