import type { Furniture, Release } from '../cable.ts';
import { filmNumber, printerCode, reviewStamp, stampPart } from '../copy/release-stamp.ts';
import { findPost, matchPost } from '../find-post.ts';
import { isTextLabel } from '../head/parse-attributes.ts';
import { figuresOf } from '../head/parse-distribution.ts';
import { codeAt, firstCode, isBlank, type Line, lineOf, secondCode } from '../lines/line.ts';
import { isBrokenClassification, matchClassification } from '../lines/parse-classification-line.ts';
import { endsOpen, endsPart, endsSentence, goesOn } from '../lines/sentence.ts';
import { holdBlanks, isBlankSign } from './blank-signs.ts';
import { findPageEdges } from './find-page-edges.ts';
import { parseRelease } from './parse-release.ts';

export interface WithoutFurniture {
  lines: Line[];
  furniture: Furniture[];
  release?: Release;
  /** A classification word alone on a line, the first there is. */
  banner?: Line;
  /** Station and serial of the page banners or section footers, as written; the archive's own have the year. */
  page?: { year?: number; station: string; serial: number };
  /** Lines that may be a caption or a section's head amid the body: to be looked at when the head is known. */
  doubtful: Set<Line>;
}

// PAGE 01        SAMPLE  01234  01 OF 02  051522Z, PAGE 02 OF 04, PAGE TWO RUEHLM 0123; as a scanner may read it, PAGE O1, 0l
const PAGE =
  /^[ \t]*PAGE[ \t]+(?:\d{1,3}|[O0][1-9l]|TWO|THREE|FOUR|FIVE|SIX|SEVEN|EIGHT|NINE|TEN)(?:[ \t]+OF[ \t]+\d{1,3})?(?:[ \t]+(?!OF[ \t])([A-Z][A-Z .'-]{0,20}?)[ \t]+(O?\d{3,8})(?![\d/])(?:[ \t].*)?)?$/;
// MRN: 1975SAIGON04410    SEGMENT NUMBER: 000001 / ERROR READING TEXT INDEX FILE: what the archive has where a text is lost
const LOST_TEXT =
  /^[ \t]*(?:MRN:[ \t]*(\d{4})([A-Z]+?)0*(\d{1,7})[ \t]+SEGMENT NUMBER:.*|ERROR READING TEXT INDEX FILE.*)$/;
// Department of State / INCOMING TELEGRAM: what the Department's printer set above each page
const PRINT_HEAD =
  /^[ \t]*(?:(?:Department of State[ \t]+)?(?:INCOMING|OUTGOING)(?:[ \t]+TELEGRAM)?|Department of State|TELEGRAM)$/;
// Current Class: CONFIDENTIAL   Page: 2 / Current Handling: n/a / Document Number: 1999ANKARA04511   Channel: n/a / <<< >>>
const PRINTED_PAGE =
  /^[ \t]*(?:Current (?:Class|Handling):.*|Document Number:[ \t]*(\d{4})([A-Z]+?)0*(\d{1,7})\b.*|Channel:[ \t]*[A-Za-z/]{0,20}|<<<[ \t]*>>>)$/;
const LABELLED_PAGE = /^([ \t]*(?:TO|INFO|FM))[ \t]+(PAGE[ \t]+\d{1,3}[ \t]+[A-Z].*)$/;
// SAMPLE 00905 01 OF 03 060018Z: the second line of a banner
const PAGE_NUMBER =
  /^[ \t]*([A-Z][A-Z .'-]{1,20}?)[ \t]+(\d{4,6})[ \t]+(?:\d{1,2}[ \t]+OF[ \t]+\d{1,2}[ \t]+)?\d{6}Z(?:[ \t].*)?$/;
// Page 1 of 3, [PAGE 2], -2-, - 2 -, Page 2    UNCLASSIFIED
const PAGE_MARK =
  /^[ \t]*(?:\[?Page[ \t]+\d{1,3}(?:[ \t]+of[ \t]+\d{1,3})?\]?(?:[ \t]{2,}(?:UNCLASSIFIED|LIMITED OFFICIAL USE|CONFIDENTIAL|SECRET))?|-[ \t]?\d{1,3}[ \t]?-)$/i;
// SAMPLETOWN 00001234  001.2 OF 003
const FOOTER =
  /^[ \t]*([A-Z][A-Z .'-]{1,30}?)[ \t]+(\d{5,8})[ \t]{1,6}(\d{3})(?:\.\d)?[ \t]+OF[ \t]+(\d{3})$/;
const INLINE_FOOTER = /(\d{8})[ \t]{1,6}\d{3}(?:\.\d)?[ \t]OF[ \t]\d{3}(?!\d)/g;
const STAMP_START = /declassified\/released/i;
const STAMP_REST =
  /^[ \t]*(?:US Department of State|EO\b|Systematic Review|Review\b|Department of State|\d{1,2}[ \t]+[A-Z]{3}[ \t]+\d{4}$)/i;
const REVIEW_END = /Declassify on:[ \t]*\S/i;
const STAMP_END = /Review[ \t]+\d{1,2}[ \t]+[A-Z]{3}/i;
// Small letters alone are no stamp: `released in part` goes on a sentence.
const STAMPED = /eclassified\/|ECLASSIFIED\/|Case No|RELEASE|REVIEW AUTH|\*{3} Current|: ?CIA-RDP/;
const STAMP_LINE =
  /^[ \t]*(?:\*{3}[ \t]*Current (?:Handling|Classification).*|(?:RELEASED?|DENIED) IN (?:FULL|PART)\b(?!.*\b(?!UNCLAS|CONFID|SECRET)[A-Z]{4}).{0,60}|REVIEW AUTHORITY:.*|UNCLASSIFIED[ \t]+U\.S\. Department of State.*|Approved For Release \d{4}\/.{0,20}CIA-RDP\S*)$/i;
// Case No. F-2014-00001 behind the Department's name or alone; a court's stands in a sentence
const CASE_LINE = /^[ \t]*.{0,60}\bDepartment of State[ \t]+Case No\.[ \t]*[A-Z]{1,3}-?\d/i;
const CASE_ALONE =
  /^[ \t]*(?:(?:UNCLASSIFIED[ \t]+)?Case No\.[ \t]*[A-Z]{1,3}-?[\d-]{4,20}(?:[ \t]+Doc No.*)?|DATE\/CASE ID:.{2,60})$/i;
const DECISION = /^RELEASED? IN (?:FULL|PART)\b.{0,60}$/;
// C05512345 alone
const DOC_ALONE = /^[ \t]*C\d{8}$/;
// Capitals, blanks and slashes that may be a caption amid a body
const CAPTION_LINE =
  /^[ \t]*(?:SIPDIS|NOFORN|SENSITIVE(?: BUT UNCLASSIFIED)?|NODIS|EXDIS|STADIS|LIMDIS)(?:[ \t/,]+(?:SIPDIS|NOFORN|SENSITIVE|NODIS|EXDIS|STADIS|LIMDIS))*[ \t/]*$/;
const SBU = 'SENSITIVE BUT UNCLASSIFIED';
// B1,B6 / B1, 1.4(D) below RELEASE IN PART
const EXEMPTIONS =
  /^[ \t]*(?:B[1-9]|1\.4\([A-H]\)|\(b\)\([1-9]\))(?:[ \t]*,[ \t]*(?:B[1-9]|1\.4\([A-H]\)|\(b\)\([1-9]\)))*$/;
const NUMBERED = /^[ \t]*(?:¶|\(?\d{1,2}[.)]|\([A-Z])/;
const NUMBER_BELOW =
  /^[ \t]*(?!PAGE\b)(?:SECTION[ \t]+\d{1,2}[ \t]+OF[ \t]+\d{1,2}[ \t]+)?[A-Z][A-Z .'-]{1,28}[ \t]+0*\d{2,6}(?:[ \t]+(?:TOSEC|SECTO|CIRCULAR|SUSPECTED).*)?$/;
const FIGURES = /^[ \t]*\d{4,6}$/;

/**
 * Takes page banners, section footers, classification banners and release stamps out of the text, and keeps them with their
 * place. A line behind them is told so; blank lines around them go where they stood in the middle of a sentence.
 * Source: cable format, section 14.
 */
export function takeFurniture(lines: readonly Line[], text: string): WithoutFurniture {
  const out: Line[] = [];
  const result: WithoutFurniture = { lines: out, furniture: [], doubtful: new Set() };
  const declassified =
    (text.includes('/r') || text.includes('/R')) &&
    (text.includes('eclassified/') || text.includes('ECLASSIFIED/'));
  const numbered = bearsCase(text);
  const released =
    numbered || text.includes('STATE-SCB') || text.includes('NO FOIA WAIVER') || text.includes('CASE ID');
  const footers = text.includes('F 0');
  const signed = holdBlanks(lines);
  const edges = findPageEdges(lines, text);
  const archived = text.includes('Current Class:');
  const lost = text.includes('SEGMENT NUMBER');
  const printed = text.includes('TELEGRAM') && (text.includes('INCOMING') || text.includes('OUTGOING'));
  const form = text.includes('MRN:');
  /** The pages of a form are marked so. */
  let sbu = false;
  let cut = false;
  let blank = false;

  const take = (kind: string, words: string, first: Line, last: Line = first): void => {
    result.furniture.push({ kind, text: words.trim(), lines: [first.number, last.last ?? last.number] });
    cut = true;
    while (out.length > 0 && out[out.length - 1]?.text === '') {
      out.pop();
      blank = true;
    }
  };
  const keep = (line: Line): void => {
    if (!cut) {
      out.push(line);
      return;
    }
    const before = out[out.length - 1];
    if (
      blank &&
      before &&
      (endsSentence(before.text) ||
        endsPart(before.text) ||
        NUMBERED.test(line.text) ||
        isShort(before.text, line.text))
    )
      out.push(lineOf('', line.number));
    out.push({ ...line, afterFurniture: true });
    cut = false;
    blank = false;
  };

  for (let index = 0; index < lines.length; index++) {
    let line = lines[index] as Line;
    let { text: words } = line;
    if (signed && isBlankSign(words)) {
      result.furniture.push({ kind: 'rule', text: words.trim(), lines: [line.number, line.number] });
      line = lineOf('', line.number);
      words = '';
    }
    if (words === '') {
      if (cut) blank = true;
      else out.push(line);
      continue;
    }
    if (words === '\u000c' || edges.has(line)) {
      take('page', words === '\u000c' ? words : words.trim(), line);
      continue;
    }
    const next = lines[index + 1];
    const code = firstCode(words);
    const second = secondCode(words);
    const footed = footers && words.includes('F 0');
    if (words.length < 160) {
      if (
        (opensStamp(code, second) && STAMP_LINE.test(words) && STAMPED.test(text)) ||
        (numbered && bearsCase(words) && (CASE_LINE.test(words) || CASE_ALONE.test(words))) ||
        (released && opensParts(code, lines, index))
      ) {
        const codes = next && EXEMPTIONS.test(next.text) && /RELEASE|DENIED/.test(words) ? next : undefined;
        const end = codes ? index + 1 : released ? partsEnd(lines, index) : index;
        const parts = lines.slice(index, end + 1);
        words = parts.map((part) => part.text.trim()).join(' ');
        index = end;
        result.release = parseRelease(words, result.release);
        take('stamp', words, line, parts.at(-1));
        continue;
      }
      if (declassified && words.includes('/') && STAMP_START.test(words)) {
        let last = line;
        while (!STAMP_END.test(words) && index + 1 < lines.length && words.length < 300) {
          const below = lines[index + 1] as Line;
          if (!STAMP_REST.test(below.text)) break;
          words = `${words} ${below.text.trim()}`;
          last = below;
          index++;
        }
        result.release = parseRelease(words, result.release);
        take('stamp', words, line, last);
        continue;
      }
      if (code === 67 && DOC_ALONE.test(words) && STAMPED.test(text)) {
        result.release = { ...result.release, doc: result.release?.doc ?? words.trim() };
        take('stamp', words, line);
        continue;
      }
      if (archived ? code === 67 || code === 68 || code === 60 : lost && (code === 77 || code === 69)) {
        const page = (archived ? PRINTED_PAGE : LOST_TEXT).exec(words);
        if (page) {
          if (page[2]) result.page ??= { year: Number(page[1]), station: page[2], serial: Number(page[3]) };
          take('page', words, line);
          continue;
        }
      }
      if (code === 67 && reviewStamp.test(words)) {
        let last = line;
        while (!REVIEW_END.test(words) && index + 1 < lines.length && last.number < line.number + 2) {
          last = lines[++index] as Line;
          words = `${words} ${last.text.trim()}`;
        }
        take('stamp', words, line, last);
        continue;
      }
      if (opensPage(code, second, words)) {
        const page = code === 80 ? PAGE.exec(words) : null;
        if (page) {
          const number = page[1] || !next ? null : PAGE_NUMBER.exec(next.text);
          const station = page[1] ?? number?.[1];
          const serial = page[2] ?? number?.[2];
          if (station && serial)
            result.page ??= { station: station.trim(), serial: Number(figuresOf(serial)) };
          if (number && next) {
            take('page', `${words} ${next.text.trim()}`, line, next);
            index++;
          } else take('page', words, line);
          continue;
        }
        if (PAGE_MARK.test(words)) {
          take('page', words, line);
          continue;
        }
      }
      // UNCLASSIFIED / SBU
      if (form && code === 83 && words.trim() === 'SBU' && isBelowBanner(result.furniture, line)) {
        take('banner', words, line);
        continue;
      }
      if (code === 65 && words.length < 24 && filmNumber.test(words.trim())) {
        take('page', words, line);
        continue;
      }
      // ~SECRET~, what a scanner made of a word struck through
      if (code === 126 && words.length < 40 && matchClassification(words.replaceAll('~', ''))?.rest === '') {
        take('banner', words, line);
        continue;
      }
      if (code === 84 || code === 73 || code === 70) {
        const labelled = words.includes('PAGE') ? LABELLED_PAGE.exec(words) : null;
        if (labelled?.[1] && labelled[2] && PAGE.test(labelled[2])) {
          const page = PAGE.exec(labelled[2]);
          if (page?.[1] && page[2])
            result.page ??= { station: page[1].trim(), serial: Number(figuresOf(page[2])) };
          take('page', labelled[2], line);
          cut = false;
          out.push({ ...line, text: labelled[1] });
          continue;
        }
      }
      if (code >= 65 && code <= 90) {
        if (code === 77 && isTextLabel(words)) {
          take('label', words, line);
          continue;
        }
        if (printed && words.length < 80 && PRINT_HEAD.test(words)) {
          take('page', words, line);
          continue;
        }
        if (footed) {
          const footer = FOOTER.exec(words);
          if (footer?.[1]) {
            result.page ??= { station: footer[1].trim(), serial: Number(footer[2]) };
            take('section-footer', words, line);
            continue;
          }
        }
        if (second < 97 && (words.endsWith('Z') || words.includes('Z '))) {
          const number = PAGE_NUMBER.exec(words);
          if (number?.[1] && !/^(?:[ZOPR] ?)+$/.test(number[1])) {
            take('page', words, line);
            continue;
          }
        }
        if (words.length < 12 && printerCode.test(words.trim()) && isFirst(out)) {
          take('number', words, line);
          continue;
        }
        const broken =
          next && words.length < 31 && codeAt(words, 1) === 32 && isBrokenClassification(words, next.text);
        const classification = broken ? undefined : matchClassification(words);
        if (classification) {
          const bare = classification.rest === '' && classification.raw === classification.raw.toUpperCase();
          if (next && (bare || classification.rest !== '') && goesOnBelow(classification.rest, next.text)) {
            line = { ...line, text: `${words} ${next.text.trim()}`, last: next.number };
            index++;
            result.doubtful.add(line);
          } else if (printerCode.test(classification.rest) && isAbovePage(lines, index)) {
            take('banner', words, line);
            continue;
          } else if (filmNumber.test(classification.rest)) {
            result.banner ??= line;
            take('banner', words, line);
            continue;
          } else if (DECISION.test(classification.rest)) {
            // SECRET                    RELEASED IN PART, and the codes below
            result.banner ??= { ...line, text: classification.raw };
            const codes = next && EXEMPTIONS.test(next.text) ? next : line;
            if (codes !== line) index++;
            const stamp = codes === line ? words : `${words} ${codes.text.trim()}`;
            result.release = parseRelease(stamp, result.release);
            take('stamp', stamp, line, codes);
            continue;
          } else if (PAGE_MARK.test(classification.rest) || isNumbered(words, classification.rest)) {
            take('page', words, line);
            continue;
          } else if (bare && words.trimStart().length < 60 && !isInText(out, lines[index + 1])) {
            result.banner ??= line;
            take('banner', words, line);
            continue;
          } else if (classification.rest !== '') result.doubtful.add(line);
        } else if (broken) {
          line = { ...line, text: `${words} ${next.text.trim()}`, last: next.number };
          index++;
          result.doubtful.add(line);
        } else if (words.length < 80 && opensCaption(code, second) && CAPTION_LINE.test(words)) {
          if (words.trim() === SBU && (sbu || (form && isFirst(out)))) {
            sbu = true;
            result.banner ??= { ...line, text: 'UNCLASSIFIED' };
            take('banner', words, line);
            continue;
          }
          result.doubtful.add(line);
        }
      }
    }
    if (footed && words.includes(' OF 0')) {
      line = cutInlineFooters(line, result.furniture);
      if (line.text === '') continue;
    }
    if (cut && result.doubtful.has(line)) {
      keep(line);
      const kept = out[out.length - 1] as Line;
      result.doubtful.add(kept);
    } else keep(line);
  }
  return result;
}

/** Whether a classification line's number stands on the next: behind `SECRET`, `SECRET SECTION 01 OF 02`, `SECRET LIMA`. */
function goesOnBelow(rest: string, next: string): boolean {
  if (rest.length > 40 || next.length > 80 || matchClassification(next)) return false;
  if (rest === '') return NUMBER_BELOW.test(next);
  if (rest.startsWith('SECTION')) return !/\d{3}$/.test(rest) && NUMBER_BELOW.test(`${rest} ${next.trim()}`);
  return FIGURES.test(next) && rest.length > 2 && Boolean(findPost(rest)?.station);
}

/** Perhaps a case number; six letters are found faster in a long text than seven. */
function bearsCase(text: string): boolean {
  return text.includes('Case N') || text.includes('CASE N');
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

/** The line before a break was no wrapped one, and the text behind does not go on with it: a heading, an item of a list. */
function isShort(before: string, behind: string): boolean {
  if (before.length < 20) return true;
  // a title is a line of its own where it does not fill one
  if (before.length < 50 && /^SUBJ/i.test(before) && !endsOpen(before)) return true;
  // a row of a table goes on in the next
  if (before.length >= 40 || before.trimStart().includes('  ') || before.includes('\t')) return false;
  return !endsOpen(before) && !goesOn(behind.trimStart());
}

/** `CONFIDENTIAL      2`: the page's number apart from its marking. */
function isNumbered(words: string, rest: string): boolean {
  return rest.length < 3 && /[A-Z][ \t]{2,}\d{1,2}$/.test(words);
}

/** Whether the line above was taken as a marking. */
function isBelowBanner(furniture: readonly Furniture[], { number }: Line): boolean {
  const last = furniture[furniture.length - 1];
  return last?.kind === 'banner' && last.lines[1] === number - 1;
}

/** Whether nothing was kept yet. */
function isFirst(kept: readonly Line[]): boolean {
  return kept.length < 40 && kept.every(({ text }) => text === '');
}

/** Whether the next line that is not blank is a page banner. */
function isAbovePage(lines: readonly Line[], at: number): boolean {
  let below = at + 1;
  while (lines[below]?.text === '') below++;
  const { text = '' } = lines[below] ?? {};
  return text.length < 160 && PAGE.test(text);
}

/** `***`, RELEASED, REVIEW, DENIED, UNCLASSIFIED, Approved: what a stamp begins with, where it bears no case number. */
function opensStamp(code: number, next: number): boolean {
  if (code === 42) return true;
  const letter = code | 32;
  if (letter === 97) return next === 112;
  if (letter !== 114 && letter !== 100 && letter !== 117) return false;
  return (next | 32) === (letter === 117 ? 110 : 101);
}

/** PAGE, Page, `[Page 2]`, `- 2 -`. */
function opensPage(code: number, second: number, words: string): boolean {
  if (code === 45) return second !== 45 && words.endsWith('-');
  return (code === 80 && (second | 32) === 97) || (code === 91 && (second | 32) === 112);
}

/** SIPDIS, SENSITIVE, STADIS, NOFORN, NODIS, EXDIS, LIMDIS. */
function opensCaption(code: number, second: number): boolean {
  if (code !== 83 && code !== 78 && code !== 69 && code !== 76) return false;
  // SE, SI, ST; NO; EX; LI
  if (code === 83) return second === 69 || second === 73 || second === 84;
  return second === (code === 78 ? 79 : code === 69 ? 88 : 73);
}

/** A classification word that a wrapped sentence happens to leave alone on its line: `... MARKED` / `SECRET` / `by mistake`. */
function isInText(before: readonly Line[], next: Line | undefined): boolean {
  const above = before[before.length - 1]?.text ?? '';
  return above.length > 40 && !endsSentence(above) && next !== undefined && /^[a-z]/.test(next.text);
}

/** Section footers inside a line of a run-together copy: the sentence goes on across them. */
function cutInlineFooters(line: Line, furniture: Furniture[]): Line {
  const parts: string[] = [];
  let from = 0;
  for (const found of line.text.matchAll(INLINE_FOOTER)) {
    const start = stationStart(line.text, from, found.index);
    if (start === undefined) continue;
    const end = found.index + found[0].length;
    furniture.push({
      kind: 'section-footer',
      text: line.text.slice(start, end).trim(),
      lines: [line.number, line.number],
    });
    parts.push(line.text.slice(from, start).trim());
    from = end;
  }
  if (parts.length === 0) return line;
  parts.push(line.text.slice(from).trim());
  return { ...line, text: parts.filter((part) => part !== '').join(' ') };
}

/** Where the station's words begin that stand before the number of a footer. */
function stationStart(text: string, from: number, end: number): number | undefined {
  const words: { text: string; at: number }[] = [];
  let at = end;
  while (words.length < 4) {
    let last = at;
    while (last > from && isBlank(text.charCodeAt(last - 1))) last--;
    let first = last;
    while (first > from && !isBlank(text.charCodeAt(first - 1)) && last - first < 20) first--;
    const word = text.slice(first, last);
    if (!/^[A-Z][A-Z.'-]*$/.test(word)) break;
    words.unshift({ text: word, at: first });
    at = first;
  }
  for (let skip = 0; skip < words.length; skip++) {
    const match = matchPost(
      words.map((word) => word.text),
      skip,
    );
    if (
      match &&
      match.words === words.length - skip &&
      findPost(
        words
          .slice(skip)
          .map((word) => word.text)
          .join(' '),
      )
    ) {
      return words[skip]?.at;
    }
  }
  return words[words.length - 1]?.at;
}
