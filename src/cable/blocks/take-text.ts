import { endsOpen, firstWordLength, goesOn, isCapitals, isTitle } from '../lines/sentence.ts';
import type { Row } from '../rows/body-row.ts';
import { bulletReturns } from '../rows/look-ahead.ts';
import { labelled, timed } from '../rows/unwrap.ts';
import { addRule, type BodyWalk, isCutShort, openPlain, room } from './body-walk.ts';

/** A turn of a dialogue: `Q: When?`, `A. In May.` */
const turn = /^(?:Q(?:uestion|UESTION)?|A(?:nswer|NSWER)?)(?: ?[0-9]{1,2})?(?::[ \t]|\.[ \t](?![A-Z]\.))/;
/** `Dear Minister,`, `Sir,`: the address of a letter. */
const salutation =
  /^["“']?(?:DEAR |YOUR |(?:SIR|MADAM|(?:YOUR )?EXCELLENC(?:Y|IES)|GENTLEMEN)\b)[^,]{0,40},$/i;
/** `End summary.`, `END COMMENT` alone on a line. */
const loneEnd = /^\(?END (?:OF )?[A-Z]{4,15}(?:[ /][A-Z]{3,15}){0,3}[.)]{0,2}$/i;

/** `RECALLING ITS RESOLUTION 2918,`: each clause before the decisions of a resolution is set apart. */
const clause =
  /^(?:[A-Z](?:[a-z]{3,12}ing|[A-Z]{3,12}ING)|CONSCIOUS|Conscious|AWARE|Aware|MINDFUL|Mindful|CONVINCED|Convinced|GUIDED|Guided|DEEPLY|Deeply|GRAVELY|Gravely)[ ,]/;
/** `THE GENERAL CONFERENCE,`, or a clause: what another clause stands below. */
const preamble = new RegExp(`^"?THE |${clause.source}`, 'i');
const quoted = /^"/;

/** Running text: goes on with the open paragraph, or opens one. */
export function takeText(walk: BodyWalk, row: Row): void {
  const { open, blank, headed, last, lastEnds } = walk;
  if (row.filler) addRule(walk, row.filler);
  if (open && !headed && !blank && lastEnds && turn.test(row.text)) open.breakLine();
  const isMore = open !== undefined && blank && !headed && open.hangs(row.indent);
  if (open && (isMore || headsText(walk, row))) open.breakLine();
  // met J. / Q. Roe
  const asks =
    lastEnds && !/\b[A-Z]\.$/.test(last) && open?.hasItems() && /^q/i.test(row.text) && turn.test(row.text);
  if (open && !asks && (isMore || (staysOpen(walk, row) && !endsList(walk, row)))) open.add(row.text, row);
  else openPlain(walk, row);
}

/** `End summary.`, or `Action: Post asks.` behind the last of bullets, below a list whose last entry has room for it. */
function endsList(walk: BodyWalk, { text, indent }: Row): boolean {
  const { open, last } = walk;
  if (!open?.hasItems()) return false;
  if (text.length <= 40 && loneEnd.test(text)) return 1 + text.length < room(walk) - 4;
  const bullet = open.bullet();
  if (bullet === undefined || indent > 0 || !labelled.test(text) || labelled.test(last)) return false;
  return isCutShort(walk, text) && !bulletReturns(walk.rows, walk.at, bullet) && !open.holdsLabels();
}

/** `2. (C) BACKGROUND` / `The minister came.`: a short first line that heads its paragraph. */
function headsText(walk: BodyWalk, row: Row): boolean {
  const { open, last, context } = walk;
  if (!open?.headsItself() || row.line.afterFurniture || endsOpen(last) || goesOn(row.text)) return false;
  if (context.capitals || room(walk) < 25) return false;
  if (isCapitals(last)) return !isCapitals(row.text);
  return open.number === undefined && last.includes(' ') && isTitle(last) && row.text.length > 45;
}

function staysOpen(walk: BodyWalk, row: Row): boolean {
  const { open, headed, blank, last, lastLine, lastEnds, context } = walk;
  if (headed || !open) return false;
  if (last === '') return true;
  if (row.mark) {
    // (A) the one; (B) the other; / (C) THE LAST
    const isInside = !blank || row.line.afterFurniture === true;
    if (isInside && row.mark.mark.raw === '(C)' && open.holds('(A) ') && open.holds('(B) ')) return true;
    // (U) A New Law / (U) Storms Come Early
    if (isCutShort(walk, row.text) && !goesOn(row.mark.rest)) return false;
    const goes = row.line.afterFurniture && (context.capitals || goesOn(row.mark.rest));
    return !lastEnds && (!blank || goes === true);
  }
  if (row.line.afterFurniture) {
    // 1. INTELSUM at the foot of a page: no line of running text is so short
    const isTitled = blank && open.number !== undefined && open.headsItself() && last.length < 25;
    if (isTitled && !endsOpen(last) && !goesOn(row.text)) return false;
    if (!lastEnds || goesOn(row.text) || (timed.test(row.text) && timed.test(last))) return true;
    // a dialogue, a list of values
    if (turn.test(row.text) || (last.endsWith(':') && labelled.test(row.text))) return false;
    if (lastLine.length > 100) return !blank;
    return 1 + firstWordLength(row.text) > room(walk) - 4;
  }
  // "Excellency, / "I have the honor: each paragraph of a letter that is quoted begins so
  const isQuoted = blank && row.text[0] === '"' && /\W$/.test(last);
  if (isQuoted && (last[0] === '"' || open.begins(quoted))) return false;
  if (blank && last.endsWith(',') && clause.test(row.text) && open.begins(preamble)) return false;
  if (blank && goesOn(row.text)) return !lastEnds;
  // The Council, / Recalling its resolution: the clause ends where there was room for more
  const ends = last.endsWith(',') && lastLine.length <= 100 && firstWordLength(row.text) < room(walk);
  if (blank)
    return !lastEnds && !ends && endsOpen(last) && !salutation.test(last) && /^.{31}|^[0-9]/.test(row.text);
  if (isSetIn(walk, row)) return false;
  // one line a paragraph: the line end is the paragraph's
  return !(lastLine.length > 100 && lastEnds && !goesOn(row.text));
}

/** The first line of a paragraph is set in and the others are not, in a text without blank lines: no entry of a list, which a colon announces. */
function isSetIn(walk: BodyWalk, row: Row): boolean {
  const { open, last, lastEnds, lastLine, rows, at } = walk;
  if (row.indent < 3 || row.indent > 8 || !lastEnds || /[:;]$/.test(last) || open?.hasItems()) return false;
  if (!/^\S/.test(lastLine) || row.text.length <= 40) return false;
  const below = rows[at + 1];
  return row.text.endsWith(':') || (below?.kind === 'text' && below.indent === 0);
}
