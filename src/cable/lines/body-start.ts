import { firstCode } from './line.ts';

// ¶3 / 1. TEXT / (C) 1. / 1 (C) / 12. (SBU): a paragraph's number
const NUMBER =
  /^[ \t]*(?:¶[ \t]?\d{1,2}(?![ \t]?\d)|(?:\([A-Z][A-Z/ ]{0,12}\)[ \t]*)?1[ \t]?[.)](?![ \t]?\d)|(?:\([A-Z/ ]{1,12}\)[ \t]*)?\d{1,2}[ \t]?[.)]?[ \t]*\([ \t]?(?:U|SBU|C|S|TS|LOU|FOUO)(?:[ /]{1,2}[A-Z ,/]{1,24})?[ \t]?\))/;
// l. (C) / (1) (C) / PARA 1. (C) / No. 1. (C): the first number, printed otherwise. I. (C) may be a reference
const MISPRINTED =
  /^[ \t]*(?:\(1\)|l[.)]|(?:PARA(?:GRAPH)?|NO)\.?[ \t]{0,2}1[.:)]?)[ \t]{0,3}\([ \t]?(?:U|SBU|C|S|TS|LOU|FOUO)(?:\/{1,2}[A-Z]{2,8})?[ \t]?\)/i;
// l. TEXT, as a scanner may read 1.; not l. LIMA 12, the twelfth reference
const SCANNED =
  /^[ \t]*l[.)][ \t]{1,3}(?!(?:[A-Z'’-]{1,20} ){1,3}\d+(?:$|[,;]|[ \t]+(?:\(|AND|NOTAL)))["“(]?[A-Z][A-Z ]/;
// SUMMARY: / Summary / BEGIN SUMMARY / SUMMARY AND COMMENT
const SUMMARY =
  /^[ \t]*(?:\([A-Z][A-Z/]{0,7}\)[ \t]*)?[-=*]{0,12}[ \t]*(?:BEGIN[ \t]+SUMMARY|(?:EXECUTIVE[ \t]+)?SUMMARY(?:[ \t]*(?:[:.(=*-]|$)|[ \t]*\/|[ \t]+AND[ \t]+(?:COMMENT|ACTION|INTRO))|INTRODUCTION[ \t]*(?:[:.]|$)|BEGIN[ \t]+(?:TEXT|UNCLASSIFIED|(?:LIMITED OFFICIAL USE|CONFIDENTIAL|SECRET)$)|ACTION[ \t]+REQUEST[ \t]*(?:[:.]|$))/i;
// (C) Text, a paragraph without number
const MARKED = /^[ \t]*\((?:U|SBU|C|S|TS|LOU|C\/NF|S\/NF|U\/FOUO|SBU\/NF)\)[ \t]+\S/;
// 1.4 (b), 1. 4 (B), 1,5: reasons
const REASON = /^[ \t]*1[.,][ \t]?[3-8][ \t]*(?:\(|[A-Da-d]\b)/;
// (C - ENTIRE TEXT) above paragraph 1
const ENTIRE = /^[ \t]*\([A-Z ]{1,22}[ \t]?-{0,2}[ \t]?ENTIRE TEXT\b/i;
// A. SUMMARY: / (A) (C) Introduction / A. (U) Text: the first paragraph of a text that is counted by letters, no reference
const LETTERED =
  /^[ \t]*(?:[Aa][.)]|\([Aa]\))[ \t]*(?:(?:\((?:U|SBU|C|S)\)[ \t]*)?(?:(?:BEGIN|EXECUTIVE|Executive)[ \t]+)?(?:SUMMARY|Summary|INTRODUCTION|Introduction|BACKGROUND|Background|ACTION REQUEST|Action Request)(?:[ \t]*(?:[:.(/-]|$)|[ \t]+(?:AND|and)\b)|\((?:U|SBU|C|S|LOU|C\/NF|S\/NF)\)[ \t]+(?!(?:['’]?\d\d[ \t]?)?[A-Z][A-Z'’ -]{2,30} \d)\S)/;
const RULE = /^[ \t]*(?:[-=_*~‐–—][ \t]?){5,}$/;
/** A rule below a title or a list of references may be of three signs, `- - -`; without blanks around it. */
export const shortRule = /^[-=_*‐–—~](?:[ \t]?[-=_*‐–—~]){2,}$/;

/** Whether a line opens the body: a paragraph's number, SUMMARY, a text to be quoted. */
export function startsBody(text: string): boolean {
  const head = text.slice(0, 90);
  const code = firstCode(head);
  if (code === 40 && ENTIRE.test(head)) return true;
  if ((code === 40 || (code | 32) === 97) && LETTERED.test(head)) return true;
  if ((code === 40 || code === 108 || code === 78 || (code | 32) === 112) && MISPRINTED.test(head))
    return true;
  if (code === 108 && SCANNED.test(head)) return true;
  if (code === 182 || code === 40 || (code >= 48 && code <= 57))
    return NUMBER.test(head) && !REASON.test(head);
  const letter = code | 32;
  // a, b, e, i, s and rules before a heading
  return (
    (letter === 97 ||
      letter === 98 ||
      letter === 101 ||
      letter === 105 ||
      letter === 115 ||
      code === 45 ||
      code === 42 ||
      code === 61) &&
    SUMMARY.test(head)
  );
}

/** Whether a line is a paragraph with a mark and no number: `(C) Text`. */
export function isMarked(text: string): boolean {
  return MARKED.test(text.slice(0, 40));
}

/** Whether a line is a rule of dashes and the like. */
export function isRuleLine(text: string): boolean {
  const code = firstCode(text);
  return (code < 48 || code > 122 || code === 95) && text.length < 400 && RULE.test(text);
}
