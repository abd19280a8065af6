import type { Furniture } from '../cable.ts';
import { findPost } from '../find-post.ts';
import { isTextLabel } from '../head/parse-attributes.ts';
import { codeAt, type Line } from '../lines/line.ts';
import { isBrokenClassification, matchClassification } from '../lines/parse-classification-line.ts';
import { filmNumber, printerCode } from '../lines/release-stamp.ts';
import { endsSentence } from '../lines/sentence.ts';
import type { FurnitureWalk, Row } from './furniture-walk.ts';
import { isAbovePage, isFirst, isPageMark } from './take-page-line.ts';
import { takeDecision } from './take-stamp.ts';

// Capitals, blanks and slashes that may be a caption amid a body
const CAPTION_LINE =
  /^[ \t]*(?:SIPDIS|NOFORN|SENSITIVE(?: BUT UNCLASSIFIED)?|NODIS|EXDIS|STADIS|LIMDIS)(?:[ \t/,]+(?:SIPDIS|NOFORN|SENSITIVE|NODIS|EXDIS|STADIS|LIMDIS))*[ \t/]*$/;
const SBU = 'SENSITIVE BUT UNCLASSIFIED';
const NUMBER_BELOW =
  /^[ \t]*(?!PAGE\b)(?:SECTION[ \t]+\d{1,2}[ \t]+OF[ \t]+\d{1,2}[ \t]+)?[A-Z][A-Z .'’-]{1,28}[ \t]+0*\d{2,6}(?:[ \t]+(?:TOSEC|SECTO|CIRCULAR|SUSPECTED).*)?$/;
const FIGURES = /^[ \t]*\d{4,6}$/;

/**
 * Reads a marking: takes it where it is a banner, and joins its line with the next where its number stands there.
 *
 * @returns the line to keep, perhaps told to be doubtful; nothing where it was taken
 */
export function readMarking(walk: FurnitureWalk, row: Row): Line | undefined {
  const { line, words, code } = row;
  // UNCLASSIFIED / SBU
  if (code === 83 && words.trim() === 'SBU' && walk.has.form && isBelowBanner(walk.result.furniture, line))
    return takeBanner(walk, row);
  // ~SECRET~, what a scanner made of a word struck through
  if (code === 126 && words.length < 40 && matchClassification(words.replaceAll('~', ''))?.rest === '')
    return takeBanner(walk, row);
  if (code < 65 || code > 90) return line;
  if (code === 77 && isTextLabel(words)) {
    walk.take('label', words, line);
    return undefined;
  }
  const { next } = walk;
  if (next && words.length < 31 && codeAt(words, 1) === 32 && isBrokenClassification(words, next.text))
    return joinNext(walk, line, next);
  const marking = matchClassification(words);
  return marking ? readClassification(walk, row, marking) : readCaption(walk, row);
}

function takeBanner(walk: FurnitureWalk, { line, words }: Row): undefined {
  walk.take('banner', words, line);
  return undefined;
}

/** A line whose second half stands on the next: they are one, to be looked at when the head is known. */
function joinNext(walk: FurnitureWalk, line: Line, next: Line): Line {
  const joined = { ...line, text: `${line.text} ${next.text.trim()}`, last: next.number };
  walk.at++;
  walk.result.doubtful.add(joined);
  return joined;
}

/** A marking alone is a banner; one with its number may be a section's head. */
function readClassification(
  walk: FurnitureWalk,
  row: Row,
  { raw, rest }: NonNullable<ReturnType<typeof matchClassification>>,
): Line | undefined {
  const { line, words } = row;
  const { next, lines, at, out, result } = walk;
  const bare = rest === '' && raw === raw.toUpperCase();
  if (next && (bare || rest !== '') && goesOnBelow(rest, next.text)) return joinNext(walk, line, next);
  // CONFIDENTIAL POSS DUPE
  if ((printerCode.test(rest) || rest === 'POSS DUPE') && isAbovePage(lines, at))
    return takeBanner(walk, row);
  if (filmNumber.test(rest)) {
    result.banner ??= line;
    return takeBanner(walk, row);
  }
  if (takeDecision(walk, row, rest, raw)) return undefined;
  if (isPageMark(rest) || isNumbered(words, rest)) {
    walk.take('page', words, line);
    return undefined;
  }
  if (bare && words.trimStart().length < 60 && !isInText(out, next)) {
    result.banner ??= line;
    return takeBanner(walk, row);
  }
  if (rest !== '') result.doubtful.add(line);
  return line;
}

/** A line of captions alone may be the head's or the text's; on the pages of a form it is their marking. */
function readCaption(walk: FurnitureWalk, row: Row): Line | undefined {
  const { line, words, code, second } = row;
  if (words.length >= 80 || !opensCaption(code, second) || !CAPTION_LINE.test(words)) return line;
  if (words.trim() === SBU && (walk.sbu || (walk.has.form && isFirst(walk.out)))) {
    walk.sbu = true;
    walk.result.banner ??= { ...line, text: 'UNCLASSIFIED' };
    return takeBanner(walk, row);
  }
  walk.result.doubtful.add(line);
  return line;
}

/** Whether a classification line's number stands on the next: behind `SECRET`, `SECRET SECTION 01 OF 02`, `SECRET LIMA`. */
function goesOnBelow(rest: string, next: string): boolean {
  if (rest.length > 40 || next.length > 80 || matchClassification(next)) return false;
  if (rest === '') return NUMBER_BELOW.test(next);
  if (rest.startsWith('SECTION')) return !/\d{3}$/.test(rest) && NUMBER_BELOW.test(`${rest} ${next.trim()}`);
  return FIGURES.test(next) && rest.length > 2 && Boolean(findPost(rest)?.station);
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
