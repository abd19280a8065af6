import type { Report } from '../diagnostics.ts';
import { type Line, linesOf } from '../lines/line.ts';
import { type CableEnd, downgrade, dropBlank, lastBefore } from './cable-end.ts';
import { isCapital, isSignature } from './is-signature.ts';
import { gluedAt } from './signature-place.ts';
import { isBelowSentence } from './take-signers.ts';

/** How many lines of a page may stand below a cable. */
const MOST_LINES = 200;
/**
 * What a page has below the text, or a mail below its own, and nobody writes below a heading: `Share`, `Comments (14)`, `« Previous`,
 * `© 2010`, `-- `, `#cablegate`.
 */
const foot =
  /^(?:--|(?:share|tweet|print|e-?mail)(?: this)?(?: page)?|share (?:this )?(?:on|via|with) .{1,40}|(?:(?:facebook|twitter|reddit|digg|delicious)(?:[ |,/]{1,3}|$)){2,5}|[0-9]{1,4} comments?|comments? ?\([0-9]{1,5}\)|(?:leave|post|add) a (?:reply|comment)\b.{0,40}|related (?:articles|cables|documents|links|posts|stories):?|(?:©|copyright (?:© ?|\(c\) ?)?(?=[12][0-9]{3}\b)).{2,120}|all rights reserved\.?|(?:[«‹←<]{1,2} ?)?(?:previous|next) (?:article|cable|document|page|post)(?: {0,3}[|»›→>:].{0,100})?|(?:previous|next):? [0-9]{2}[A-Z]{3,20}[0-9]{1,7}|[«‹←] ?(?:back|home|newer|older|previous)\b.{0,100}|home(?: [|>»].{0,100})?|(?:sign|log) in(?: (?:or|to|with) .{1,60})?|(?:about|contact) us|back to top|top of page|filed under\b.{0,80}|categories:.{0,100}|permalink|advertisements?|(?:privacy policy|terms of use)(?: [|·-].{0,80})?|#[a-z][\w-]{2,40}(?: #[\w-]{1,40}){0,9})$/i;

/** A paragraph's number or mark: behind a signature it tells of a text that goes on. */
const numbered = /^[ \t]*(?:¶[ \t]*)?(?:[0-9]{1,2}(?:[.)][ \t]|[.)]?[ \t]*\([A-Z])|\([A-Z/]{1,8}\))/;
/** How many short lines of whatever words may stand below a signature. */
const FEW = 12;
const SHORT = 80;

/** Takes off what a page or a mail has below the signature: blocks of lines of which one says so, and what stands behind them. */
export function takePageFoot(text: Line[], end: CableEnd, report: Report): void {
  let from = -1;
  let isFoot = false;
  for (let at = text.length - 1; at > Math.max(0, text.length - MOST_LINES); at -= 1) {
    const words = wordsAt(text, at);
    if (opensNumber(words) && numbered.test(words)) break;
    isFoot = words !== '' && (isFoot || (words.length < 140 && foot.test(words) && !downgrade.test(words)));
    if (!isFoot || wordsAt(text, at - 1) !== '') continue;
    const above = lastBefore(text, at);
    if (above >= 0 && (isSigned(text, above) || gluedAt(wordsAt(text, above)) > 0)) from = at;
  }
  if (from > 0) takeFrom(text, from, end, report);
}

/**
 * Takes off a few short lines, whatever they say, behind a name in capitals below the last numbered paragraph, where no name stands at
 * the end. The name stands directly below the last sentence: behind a blank line it may head what follows.
 */
export function takeScraps(text: Line[], end: CableEnd, report: Report): void {
  for (let at = text.length - 1, seen = 0; at > 1 && seen < FEW; at -= 1) {
    const words = wordsAt(text, at);
    if (words === '') continue;
    if (words.length > SHORT || words.endsWith('.') || numbered.test(words)) return;
    seen += 1;
    const above = lastBefore(text, at);
    if (above < 1 || above === at - 1 || wordsAt(text, above - 1) === '' || !isSigned(text, above)) continue;
    if (text.some((line) => numbered.test(line.text))) takeFrom(text, at, end, report);
    return;
  }
}

function takeFrom(text: Line[], from: number, end: CableEnd, report: Report): void {
  const behind = text.splice(from);
  end.trailing = [...behind, ...end.trailing];
  dropBlank(text);
  report('trailing-text', linesOf(behind), { raw: wordsAt(behind, 0).slice(0, 60) });
}

/** A figure, a bracket or a pilcrow: cheap, for lines that are no paragraph's first. */
function opensNumber(words: string): boolean {
  const code = words.charCodeAt(0);
  return code === 40 || code === 182 || (code >= 48 && code <= 57);
}

function wordsAt(text: readonly Line[], at: number): string {
  return (text[at] as Line).text.trim();
}

/** A name in capitals alone below a sentence. */
function isSigned(text: readonly Line[], at: number): boolean {
  const words = wordsAt(text, at);
  return isCapital(words) && isSignature(words) && isBelowSentence(text, at);
}
