import type { Report } from '../diagnostics.ts';
import { type Line, linesOf } from '../lines/line.ts';
import { type CableEnd, downgrade, dropBlank, lastBefore } from './cable-end.ts';
import { isCapital, isSignature } from './is-signature.ts';
import { gluedAt } from './signature-place.ts';
import { isBelowSentence } from './take-signers.ts';

/** How many lines of a page may stand below a cable. */
const MOST_LINES = 200;
/** What a page has below the text, or a mail below its own: `Share`, `Comments (14)`, `« Previous`, `© 2010`, `-- `. */
const foot =
  /^(?:--|share\b.{0,60}|tweet\b.{0,40}|print(?: this)?(?: page)?|e-?mail(?: this)?|(?:facebook|twitter|reddit|digg|delicious)\b.{0,60}|(?:[0-9]{1,4} )?comments?(?: ?\([0-9]{1,5}\))?:?|(?:leave|post|add) a (?:reply|comment).{0,40}|related(?: [a-z]+){0,3}:?|(?:©|\(c\)|copyright\b).{2,120}|all rights reserved\.?|[«‹←<]{1,2} ?\S.{0,100}|(?:previous|next)\b.{0,100}|home(?: [|>»].{0,100})?|(?:sign|log) in\b.{0,80}|(?:about|contact)(?: us)?|(?:back to )?top(?: of page)?|(?:source|retrieved|downloaded|posted|filed under|tagged|categor(?:y|ies)|archived|via)\b.{0,120}|advertisements?|privacy policy.{0,80}|terms of use.{0,80})$/i;

/** A paragraph's number: behind a signature it tells of a text that goes on. */
const numbered = /^[ \t]*(?:¶[ \t]*)?[0-9]{1,2}(?:[.)][ \t]|[.)]?[ \t]*\([A-Z])/;
/** How many short lines of whatever words may stand below a signature. */
const FEW = 12;
const SHORT = 80;

/** Takes off what a page or a mail has below the signature. */
export function takePageFoot(text: Line[], end: CableEnd, report: Report): void {
  let from = -1;
  for (let at = text.length - 1; at > Math.max(1, text.length - MOST_LINES); at -= 1) {
    const words = (text[at] as Line).text.trim();
    const above = lastBefore(text, at);
    if (words.length < 2 || words.length > 140 || above < 1 || above === at - 1) continue;
    if (foot.test(words) && !downgrade.test(words) && isSigned(text, above)) from = at;
  }
  if (from > 0) takeFrom(text, from, end, report);
}

/** Takes off a few short lines, whatever they say, behind a name in capitals below the last numbered paragraph, where no name stands at the end. */
export function takeScraps(text: Line[], end: CableEnd, report: Report): void {
  let from = text.length - 1;
  for (let seen = 0; from > 1 && seen < FEW; from -= 1) {
    const words = (text[from] as Line).text.trim();
    if (words === '') continue;
    if (words.length > SHORT || words.endsWith('.') || numbered.test(words)) return;
    seen += 1;
    const above = lastBefore(text, from);
    if (above > 0 && above < from - 1 && isSigned(text, above)) break;
  }
  const above = lastBefore(text, from);
  if (from < 2 || above < 1 || !isSigned(text, above) || !text.some((line) => numbered.test(line.text)))
    return;
  takeFrom(text, from, end, report);
}

function takeFrom(text: Line[], from: number, end: CableEnd, report: Report): void {
  const behind = text.splice(from);
  end.trailing = [...behind, ...end.trailing];
  dropBlank(text);
  report('trailing-text', linesOf(behind), { raw: (behind[0] as Line).text.trim().slice(0, 60) });
}

/** A name in capitals alone below a sentence, or behind it. */
function isSigned(text: readonly Line[], at: number): boolean {
  const words = (text[at] as Line).text.trim();
  return isCapital(words) && isSignature(words) ? isBelowSentence(text, at) : gluedAt(words) > 0;
}
