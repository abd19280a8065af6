import type { CableContext } from '../context.ts';
import type { Report } from '../diagnostics.ts';
import { shortRule } from '../lines/body-start.ts';
import { cutLine, inlineEnd, opensField } from '../lines/inline-label.ts';
import type { Line } from '../lines/line.ts';
import { firstWordLength, isCapitals } from '../lines/sentence.ts';

/** The subject, and what stood with it. */
export interface SubjectResult {
  /** One line, as sent; left out if the label has no text. */
  value?: string;
  /** Its mark: `C/NF`. */
  classification?: string;
  /** Marks written besides that one: `(U)` behind a subject that has another before it. */
  marks?: string[];
  rest: Line[];
}

const mostLines = 12;
/** Few titles have as many characters, and those are in capitals throughout or not. */
const longest = 250;

// (C), (C/NF), (S//NF), ( SBU ), (U/FOUO), (S/REL NATO, ISAF), (UNCLASSIFIED), [U]
const mark =
  '[([][ \\t]?((?:TS|SBU|LOU|FOUO|CUI|U|C|S|UNCLAS(?:SIFIED)?|CONFIDENTIAL|SECRET)(?:[ \\t]?[/-]{1,2}[ \\t]?(?:NF|NOFORN|FOUO|FGI|REL[A-Z ,]{0,30}|SBU|SI|OC)){0,3})[ \\t]?[)\\]]';
// U) TITLE: the bracket in front is lost
const prefixPattern = new RegExp(`^(?:${mark}|(U|SBU|C|S)\\)(?=[ \\t]))[ \\t]*[:-]?[ \\t]*`, 'i');
const suffixPattern = new RegExp(`[ \\t]*${mark}[ \\t]*$`, 'i');
// REF without a colon inside the line: REF A. STATE 12, REFTEL: .., REF (A) X 1, REF STATE 1234
const inlineRef =
  /[ \t](?:REF(?:TELS?|S|\(S\))?\.?[ \t]{0,3}\(?[A-C][.):][ \t]{0,3}[A-Z0-9]|REF(?:TELS?|S|\(S\))?\.?[ \t]{1,3}(?:(?:19|20)?\d\d[ \t]?)?[A-Z]{3,}(?:[ \t][A-Z]{2,}){0,3}[ \t]\d{3,7}(?!\d))/i;
// TITLE (REF LIMA 12)
const endingRef =
  /[ \t]\(REF(?:TELS?|S)?\.?[ \t]{1,3}(?:(?:19|20)?\d\d[ \t]?)?[A-Z]{3,}(?:[ \t][A-Z]{2,}){0,3}[ \t]\d{1,7}\)$/i;
// a rule, or a sign that holds the place of a blank line
/** Three signs or more, or one that holds the place of a blank line. */
const isRule = (text: string): boolean => shortRule.test(text) || /^[-.*]$/.test(text);
const paragraphStart =
  /^(?:¶[ \t]?)?\(?\d{1,2}[.)](?:[ \t]|$|\(|[A-Z])|^(?:l[.)]|PARA(?:GRAPH)?\.?[ \t]1[.:)]?)[ \t]{0,3}\([A-Z]|^¶|^\((?:U|SBU|C|S|TS|C\/NF|S\/NF|U\/FOUO|LOU)\)[ \t]*(?:¶?\d|[A-Z])/;
const bodyStart =
  /^[-–*\s]{0,6}(?:BEGIN[ \t]|EXECUTIVE[ \t])?SUMMARY(?:[ \t]*$|[ \t]*[:.(-]|[ \t]+(?:AND|\/)[ \t])|^-{1,5}[ \t]?(?:SUMMARY|INTRODUCTION)|^(?:INTRODUCTION|ACTION REQUEST|BACKGROUND|KEY POINTS|COMMENT|BEGIN TEXT|ENTIRE TEXT)[ \t]*[:.]?$/i;
const noticePattern =
  /^\W{0,3}(?:THIS (?:IS AN?|MESSAGE|CABLE|TELEGRAM|DOCUMENT|REPORT)\b|SENSITIVE BUT UNCLASSIFIED|(?:PLEASE )?PROTECT ACCORDINGLY|NOT FOR (?:INTERNET|DISTRIBUTION)|FOR OFFICIAL USE ONLY|HANDLE ACCORDINGLY|FOL(?:LOWING)?S? (?:IS|ARE|TEL|TELEGRAM|MSG|MESSAGE|CABLE|REPEAT|RPT|SENT)\b)/i;
// INDEX: above (1)
const listHead = /^[A-Z][A-Za-z]{3,14}:$/;
const contents = /^(?:CONTENTS|INDEX)$/i;
// -- Ships: what there is
const bullet = /^--[ \t]/;
const captionPattern =
  /^(?:SIPDIS|NOFORN|SENSITIVE|EXDIS|NODIS|LIMDIS|STADIS|SBU)(?:[ \t,/]+(?:SIPDIS|NOFORN|SENSITIVE|EXDIS|NODIS))?$/;
// A line that is not complete: ends in a comma, colon, slash, dash, opening bracket or a word that asks for another
const openEnd =
  /(?:[,:/&(-]|[ \t](?:A|AN|AND|AS|AT|BETWEEN|BY|FOR|FROM|IN|INTO|OF|ON|OR|OVER|THE|TO|UNDER|VIA|VS|WITH|WITHOUT|AGAINST|ABOUT|ITS|THEIR|HIS|HER))$/i;

const asksForLabel = /[ \t](?:TO|OF|ON|FOR|PER|SEE|THE|AND)[ \t]$/;

/**
 * Reads the subject: its lines joined to one, its mark taken off.
 *
 * It ends at a blank line, a label, the first paragraph, a rule or a heading; a blank line inside is joined across only
 * where the text goes on beyond doubt. Source: 5 FAH-2; published cables.
 */
export function parseSubject(lines: Line[], _ctx: CableContext, report: Report): SubjectResult {
  const { own, rest, joined } = takeLines(lines);
  let text = joinLines(own);
  const result: SubjectResult = { rest };
  if (text === '') return result;
  const take = ([whole, mark, open = '']: RegExpExecArray, left: string) => {
    if (result.classification === undefined) result.classification = squeezeMark(mark ?? open);
    else result.marks = [...(result.marks ?? []), whole.trim()];
    text = left;
  };
  for (let times = 0; times < 2; times += 1) {
    const before = prefixPattern.exec(text);
    if (before && before[0].length < text.length) take(before, text.slice(before[0].length));
  }
  const behind = suffixPattern.exec(text);
  if (behind && behind.index > 0) take(behind, text.slice(0, behind.index));
  // TITLE -- (U), TITLE ////, TITLE; REF STATE 12: signs that led to what stood behind, or filled the line
  if (/[-/;,]$/.test(text)) text = trimEnd(text);
  // a publisher's sign before a number that stood at a line's start
  result.value = text.includes('¶') ? text.replace(/¶[ \t]?(?=[\dA-Z])/g, '') : text;
  if (joined !== undefined) report('subject-blank-joined', [joined, joined], { raw: text });
  return result;
}

/** Takes off a sign at the end, or a run of dashes or strokes with the blank before it. */
function trimEnd(text: string): string {
  const sign = text[text.length - 1];
  let at = text.length - 1;
  if (sign === '-' || sign === '/') while (text[at - 1] === sign) at--;
  const count = text.length - at;
  const isApart = text[at - 1] === ' ' || text[at - 1] === '\t';
  if ((sign === '/' && count < 2) || (sign === '-' && count < 4 && text[at - 1] !== ' ')) return text;
  return text.slice(0, isApart && sign !== ';' && sign !== ',' ? at - 1 : at) || text;
}

function squeezeMark(words: string): string {
  return words
    .toUpperCase()
    .replace(/[ \t]*([/-]+)[ \t]*/g, '$1')
    .trim();
}

/** The lines of the field, and the line where a blank one was joined across. */
function takeLines(lines: readonly Line[]): { own: Line[]; rest: Line[]; joined?: number } {
  const own: Line[] = [];
  let joined: number | undefined;
  let at = 0;
  for (; at < lines.length && own.length < mostLines; at += 1) {
    const line = lines[at] as Line;
    const text = line.text.trim();
    if (text === '') {
      if (at === 0) continue;
      const next = nextText(lines, at);
      if (!next) break;
      const empty = own.length === 0;
      const before = own.at(-1)?.text.trim() ?? '';
      const goesOn =
        empty ||
        (before !== '' && (/^[a-z]/.test(next.text) || openEnd.test(before) || continues(before, next.text)));
      if (!goesOn || endsSubject(next.text)) break;
      joined = next.number;
      at = next.index - 1;
      continue;
    }
    if (own.length > 0 && listHead.test(text) && paragraphStart.test(nextText(lines, at)?.text ?? '')) break;
    if (at > 0 && endsSubject(text) && !isNumberOf(lines[at - 1] as Line, text)) break;
    const above = own.at(-1)?.text.trim();
    const end = cutAt(line.text);
    // MEMBERSHIP Classified By: DCM Jane Doe for reasons 1.4 (b): what is behind the title is none of it
    if (
      above &&
      isSentence(end === undefined ? text : line.text.slice(0, end), lines[at + 1]?.text) &&
      !openEnd.test(above) &&
      !own.some((one) => /[a-z]/.test(one.text))
    )
      break;
    const isListed = bullet.test(text) && bullet.test(lines[at + 1]?.text.trim() ?? '');
    if (above && hadRoom(own, text) && (isListed || startsText(lines, at))) break;
    if (above && contents.test(text) && !openEnd.test(above)) break;
    if (end !== undefined) {
      const [head, after] = cutLine(line, end);
      own.push(head);
      return withJoined(own, after ? [after, ...lines.slice(at + 1)] : lines.slice(at + 1), joined);
    }
    own.push(line);
  }
  return withJoined(own, lines.slice(at), joined);
}

/** `SCENESETTER (CORRECTED` / `COPY)`, `REPORT, PART` / `1 OF 2`: the line below closes the bracket, or is the number that is asked for. */
function continues(before: string, text: string): boolean {
  if (before.lastIndexOf('(') > before.lastIndexOf(')') && /^[^()]{1,40}\)/.test(text)) return true;
  return /^\d{1,4}(?:[ \t]|$)/.test(text) && asksForNumber.test(before);
}

function withJoined(own: Line[], rest: Line[], joined?: number) {
  return joined === undefined ? { own, rest } : { own, rest, joined };
}

/** The next line with text, at most six lines on. */
function nextText(
  lines: readonly Line[],
  from: number,
): { text: string; number: number; index: number } | undefined {
  for (let index = from + 1; index < lines.length && index < from + 6; index += 1) {
    const text = lines[index]?.text.trim() ?? '';
    if (text !== '') return { text, number: lines[index]?.number ?? 0, index };
  }
  return undefined;
}

/** `Buyer: the port` */
const label = /^[A-Z][a-z]{2,14}: +\S/;

/** `Please see para 5 for an action request.`, a label above another: three words in small letters, or labels, which a subject in capitals has not. */
function isSentence(text: string, below: string | undefined): boolean {
  if (label.test(text) && below !== undefined && label.test(below)) return true;
  return (text.match(/\b[a-z]{2,}\b/g)?.length ?? 0) > 2;
}

/** The narrowest text that is wrapped, and what a label takes of it. */
const narrow = 55;
const labelWidth = 9;
/** `REFTEL. PLEASE ADVISE.`: where a sentence ends, not `PAN AM INC.` */
const stopped =
  /\b(?!(?:ADM|AMB|ASST|BROS|CAPT|COL|CONF|CORP|DEPT|ETC|GEN|GOVT?|HON|INC|INTL|LTD|MESSRS|MIN|MRS|NATL|NOS|PRES|PROF|REF|REP|SECY|SEN|SGT|UNIV)\.)(?:[A-Z]{3,}|[A-Z]+ \d{1,4})\.(?:[ \t]+["(]?[A-Z]{2}|$)/;

/** The last line of the title ends where the next one's first word had room. */
function hadRoom(own: readonly Line[], text: string): boolean {
  const above = own.at(-1)?.text.trim() ?? '';
  const room = own.length === 1 ? narrow - labelWidth : narrow;
  return above.length + 1 + firstWordLength(text) <= room && !openEnd.test(above);
}

/** Whether a line directly below the title is the first heading of the text: its rule is as long as it is. */
export function isFirstHeading(own: readonly Line[], { text }: Line, below: Line | undefined): boolean {
  const rule = below?.text.trim() ?? '';
  const isUnderlined = isRule(rule) && Math.abs(rule.length - text.trim().length) <= 2;
  return isUnderlined && own.at(-1)?.text.trim() !== '' && hadRoom(own, text.trim());
}

/** Whether a text in capitals begins below the title's line, which had room for its first word: a sentence. */
function startsText(lines: readonly Line[], at: number): boolean {
  const { text } = lines[at] as Line;
  if (/^(?:[ \t]|(?:AND|OR|OF|TO|FOR|WITH|BY|FROM|BETWEEN|AGAINST|VS)\b)/.test(text) || !isCapitals(text))
    return false;
  const below = lines.slice(at, at + mostLines);
  const blank = below.findIndex((line) => line.text.trim() === '');
  return stopped.test((blank < 0 ? below : below.slice(0, blank)).map((line) => line.text.trim()).join(' '));
}

/** Whether a line cannot be part of the subject. */
function endsSubject(text: string): boolean {
  return (
    isRule(text) ||
    paragraphStart.test(text) ||
    bodyStart.test(text) ||
    noticePattern.test(text) ||
    captionPattern.test(text) ||
    opensField(text) ||
    /^[A-Z][A-Z .'’-]{1,40} \d{8} {1,3}\d{3}(?:\.\d)? OF \d{3}/.test(text)
  );
}

// (U) MEETING OF THE WORKING GROUP
const markedTitle = /^\((?:U|SBU|C|S|TS|C\/NF|S\/NF|U\/FOUO|LOU)\)[ \t]*[A-Z].{0,100}[^.]$/;
// 3. TALKS, 12) MAY; not the first number, and without a mark
const wrappedNumber = /^(?:[2-9]|[1-9]\d)[.)](?:[ \t]|$)(?![ \t]*\()/;
const asksForNumber =
  /(?:\b(?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)[A-Z]{0,6}\.?|\b(?:NO|NUMBER|PART|ARTICLE|CHAPTER|RESOLUTION|ROUND)|[-&,])$/i;
const fullWidth = 45;

/** Whether a number or mark at the start of a line is the title's, `.. ON JUNE` / `3. TALKS`, `TALKS:` / `(U) DAY 1`: directly below an unfinished line. */
function isNumberOf({ text: above }: Line, text: string): boolean {
  const before = above.trimEnd();
  if (isReftelOf(before, text)) return true;
  if (markedTitle.test(text)) return openEnd.test(before);
  if (!wrappedNumber.test(text)) return false;
  return asksForNumber.test(before) || openEnd.test(before) || before.length >= fullWidth;
}

/** `REPLY TO` / `REFTEL`: the word alone is the title's end. */
export function isReftelOf(above: string, text: string): boolean {
  return /^[ \t]*REF(?:TEL)?S?$/.test(text) && asksForLabel.test(`${above.trimEnd()} `);
}

/** Where another field begins inside a line of the subject. */
function cutAt(text: string): number | undefined {
  const found = inlineEnd(text);
  // A reference in brackets is part of the title, and so is REPLY TO REFTEL: HARBORS.
  // .. but one that is the end of the line and cites a cable: TITLE (REF: LIMA 12)
  const bracketed = found !== undefined && text[found - 1] === '(' ? text.slice(found - 1).trim() : '';
  if (found !== undefined && /\d\)$/.test(bracketed) && opensField(bracketed)) return found - 1;
  const isTitle = found !== undefined && (bracketed !== '' || asksForLabel.test(text.slice(0, found)));
  const label = isTitle ? undefined : found;
  const cited = inlineRef.exec(text) ?? endingRef.exec(text);
  // RESPONSE TO REF A: HARBORS
  const isOfTitle = cited !== null && asksForLabel.test(text.slice(0, cited.index + 1));
  const ref = (isOfTitle ? null : cited) ?? (/S(?:UMMARY|ummary)/.test(text) ? inlineSummary(text) : null);
  const at = ref
    ? ref.index + 1
    : text.length > longest || text.includes(' -----')
      ? endOfTitle(text)
      : undefined;
  if (label === undefined) return at;
  return at === undefined ? label : Math.min(label, at);
}

// ---------- SUMMARY, Gazi Haber: what no title in capitals holds
const bodyInside = /[ \t](?=-{5}|={5}|\*{5}|_{5}|["“(]?[A-Z]?[a-z]{2})/;

/** Where a body without numbers begins that was run into a title in capitals. */
function endOfTitle(text: string): number | undefined {
  const found = bodyInside.exec(text);
  const isTitle = found !== null && found.index > 8 && !/[a-z]{2}/.test(text.slice(0, found.index));
  return isTitle ? found.index + 1 : undefined;
}

/** Where a summary was run into the subject: behind a rule or before one, or closed on the same line. */
function inlineSummary(text: string): RegExpExecArray | null {
  const ruled =
    /[ \t](?:-{4,}[ \t]*(?:BEGIN[ \t]|EXECUTIVE[ \t])?SUMMARY\b|S(?:UMMARY|ummary)[ \t]+-{4,})/.exec(text);
  if (ruled) return ruled;
  return /\bEND (?:OF )?SUMMARY\b/i.test(text)
    ? /[ \t](?:BEGIN[ \t])?SUMMARY(?:[ \t]?[:.-]|[ \t]AND[ \t])/.exec(text)
    : null;
}

/** One line of several: a line end is a blank, but not behind the hyphen or slash of a compound. */
function joinLines(own: readonly Line[]): string {
  const parts: string[] = [];
  for (const line of own) {
    // -        a sign that held the place of a line's blanks
    const held = parts.length > 0 ? line.text.replace(/^[ \t]*-[ \t]{3,}/, '') : line.text;
    const text = held.trim().replace(/[ \t]+/g, ' ');
    if (text === '') continue;
    const before = parts.at(-1);
    const compound =
      before !== undefined && /(?:[A-Z0-9]|[A-Z]\.)-$|[A-Z0-9]\/$/i.test(before) && /^[A-Z0-9]/i.test(text);
    if (before !== undefined && !compound) parts.push(' ');
    parts.push(text);
  }
  return parts.join('').trim();
}
