import type { Line } from '../lines/line.ts';
import type { FurnitureWalk } from './furniture-walk.ts';
import { parseRelease } from './parse-release.ts';

/** `Jane P. Doe Declassified/Released US Department of State EO Systematic Review 06 JUL 2006`, wherever in a line. */
const STAMP =
  /(?:[A-Z][a-z]{1,15} (?:[A-Z]\. )?[A-Z][a-z]{1,15} )?Declassified\/Released US Department of State EO Systematic Review \d{1,2} [A-Za-z]{3,9} \d{4}/g;
/** `CONFIDENTIAL CONFIDENTIAL PAGE 02 LAGOS 09744 01 OF 02 251406Z` inside a line that holds several. */
const PAGE =
  /(?:(?:UNCLASSIFIED|LIMITED OFFICIAL USE|CONFIDENTIAL|SECRET) ){0,2}PAGE \d\d {1,9}[A-Z][A-Z .]{1,8} {1,3}\d{5,6}(?: {1,3}\d\d OF \d\d)?(?: {1,3}\d{6}Z)?/g;
/** A line of one page is not so long. */
const ONE_PAGE = 160;

/** A line holds words of the text beside the stamp of a review. */
export function isRunIn(text: string): boolean {
  const rest = text.replace(STAMP, '').trim();
  return rest.length < text.trim().length && (rest.length > 40 || /[A-Z]{3}/.test(rest));
}

/** Takes stamps of a review, and page banners of a run-together copy, out of a line of text: the sentence goes on across them. */
export function cutInlineStamps(walk: FurnitureWalk, line: Line): Line {
  const stamped =
    walk.has.declassified && line.text.includes('eclassified/R') ? cut(walk, line, STAMP, 'stamp') : line;
  const isPaged = stamped.text.length >= ONE_PAGE && stamped.text.includes('PAGE ');
  return isPaged ? cut(walk, stamped, PAGE, 'page') : stamped;
}

function cut(walk: FurnitureWalk, line: Line, pattern: RegExp, kind: string): Line {
  const { result } = walk;
  const parts: string[] = [];
  let from = 0;
  for (const { 0: words, index } of line.text.matchAll(pattern)) {
    if (kind === 'stamp') result.release = parseRelease(words, result.release);
    result.furniture.push({ kind, text: words, lines: [line.number, line.number] });
    parts.push(line.text.slice(from, index).trim());
    from = index + words.length;
  }
  if (from === 0) return line;
  parts.push(line.text.slice(from).trim());
  return { ...line, text: parts.filter((part) => part !== '').join(' ') };
}
