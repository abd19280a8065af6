import type { Report } from '../diagnostics.ts';
import { codeAt, type Line, linesOf } from '../lines/line.ts';
import { countWords, countWordsIn, missingWords } from '../lines/words.ts';
import { addField, type CableEnd, dropBlank, lastBefore } from './cable-end.ts';
import { isCapital, isSignature, namesOf, notNames } from './is-signature.ts';
import { gluedAt, isUsed, isWrapped, standsAlone } from './signature-place.ts';

/** `Ambassador`, `Charge d'Affaires, a.i.`, `(CHARGE)`: the office of who signs. */
const office =
  /^\(?(?:THE )?(?:AMBASSADOR|CHARGE(?: D['’ ]?AFFAIRES)?|CONSUL(?: GENERAL)?|DEPUTY CHIEF OF MISSION|PRINCIPAL OFFICER)(?:,? (?:A\.?I\.?|ACTING))?\)?\.?$/i;

/** The first part of a name, behind the end of a sentence. */
const brokenName = /(?<=[.?!)"])[ \t]{1,3}([A-Z]{2,12})-$/;

/** Takes who signed off the end: names alone on their lines, or behind the last sentence. */
export function takeSigners(text: Line[], end: CableEnd, report: Report): void {
  dropBlank(text);
  const at = text.length - 1;
  const line = text[at];
  if (!line) return;
  const words = line.text.trim();
  const above = text[at - 1];
  if (takeBroken(text, end, report)) return;
  if (
    above &&
    words.length < 40 &&
    office.test(words) &&
    isSignature(above.text.trim()) &&
    standsAlone(text, at - 1)
  ) {
    // the office below the name
    end.endNotes.unshift(words);
    addField(end, 'endNotes', [line]);
    text.pop();
    takeSigners(text, end, report);
    return;
  }
  // nothing above it, but an end mark below: the text is a piece
  const isLeft = end.endMarks.length > 0 && isAlone(words) && lastBefore(text, at) < 0;
  if ((isSignature(words) || isWrapped(words, text, at)) && (isLeft || standsAlone(text, at))) {
    const names = [line];
    let from = at;
    for (let above = lastBefore(text, at); above >= 0 && names.length < 3; above = lastBefore(text, above)) {
      const higher = text[above] as Line;
      const name = higher.text.trim();
      if (!isSignature(name) || !standsAlone(text, above) || isCapital(words) !== isCapital(name)) break;
      // a blank line between them: only where both are sure to be names
      if (above < from - 1 && !(isAlone(words) && isAlone(name) && isBelowSentence(text, above))) break;
      names.unshift(higher);
      from = above;
    }
    for (const one of names) {
      const name = one.text.trim();
      end.signers.push(...namesOf(name));
      const rest = /#+$/.exec(name);
      if (rest) end.endMarks.unshift(rest[0]);
    }
    addSigned(end, names, names.map((one) => one.text.trim()).join('\n'));
    text.length = from;
    dropBlank(text);
    return;
  }
  takeGlued(text, end, report);
}

/** `... NO RECORD. SUL-` above `LIVAN`: a name behind the last sentence that is broken at the line's end. */
function takeBroken(text: Line[], end: CableEnd, report: Report): boolean {
  const [above, line] = text.slice(-2);
  const begun = above && brokenName.exec(above.text.slice(-40));
  if (!above || !line || !begun?.[1] || !/^[A-Z]{2,12}$/.test(line.text.trim())) return false;
  const name = begun[1] + line.text.trim();
  text.splice(-2, 2, { ...above, text: above.text.slice(0, -begun[0].length) });
  end.signers.push(name);
  addSigned(end, [above, line], `${begun[0].trim()}${line.text.trim()}`);
  report('signature-glued', linesOf([above, line]), { detail: `It is ${name}.`, raw: name });
  return true;
}

/** `ANNEX A`, `Attachment 1:`, `ENCLOSURE: DRAFT LETTER`: what follows the signature. */
const annex = /^(?:ANNEX|ATTACHMENT|ENCLOSURE|APPENDIX)(?: [A-Z0-9]{1,2})?(?:[:.-]|$)/i;

/** Takes the name that stands above the annexes, where none stands at the end. */
export function takeSignerAboveAnnex(text: Line[], end: CableEnd): void {
  for (let at = text.length - 1; at > 1; at -= 1) {
    const { text: words } = text[at] as Line;
    const code = codeAt(words, 0) | 32;
    if ((code !== 97 && code !== 101) || !annex.test(words)) continue;
    const before = lastBefore(text, at);
    const line = text[before];
    const name = line?.text.trim() ?? '';
    if (!line || !isCapital(name) || !isSignature(name) || !isBelowSentence(text, before)) continue;
    end.signers.push(...namesOf(name));
    addSigned(end, [line], name);
    text.splice(before, 1);
    return;
  }
}

/** One word in capitals. */
function isAlone(name: string): boolean {
  return isCapital(name) && !name.includes(' ');
}

/** A sentence ends above the name, which does not stand in the text: it is no heading and no acronym. */
export function isBelowSentence(text: readonly Line[], at: number): boolean {
  const before = lastBefore(text, at);
  const above = before < 0 ? '' : (text[before] as Line).text.trim();
  return /[.)"”]$/.test(above) && !isUsed((text[at] as Line).text.trim(), text, before, above);
}

/** Keeps a signature as it was written where its names are not all of it: words such as AND and ACTING, and signs around it, are no name's. */
function addSigned(end: CableEnd, lines: readonly Line[], written: string): void {
  addField(end, 'signers', lines);
  const field = end.fields.at(-1);
  const isMore = missingWords(countWords(written), countWordsIn(end.signers)).length > 0;
  if (field && (isMore || /["“”*<>[\]=_]|\/s\//.test(written))) field.raw = written;
}

/** `... will follow.DOE`: the blank is lost too. In capitals `THE PAPER.CHINA` is told from `EMBASSY.GOV` by its length. */
const runIn =
  /(?:(?:[a-z)][.?!]["”)]?|\bEND [A-Z]{4,12}\.)(?=[A-Z]{3})|[ \t][A-Z]{3,16}\.(?=[A-Z]{4}))([A-Z][A-Z'’-]{2,14})$/;

/** Capitals behind the last stop, not used in the text before. */
function takeGlued(text: Line[], end: CableEnd, report: Report): void {
  const at = text.length - 1;
  const line = text[at] as Line;
  const run = runIn.exec(line.text.slice(-40))?.[1];
  // END / COMMENT DOE
  const broken = line.text.length < 40 && /\bEND$/i.test(text[at - 1]?.text.trimEnd().slice(-4) ?? '');
  const glued = broken ? gluedAt(`END ${line.text}`) - 4 : gluedAt(line.text);
  const from = run === undefined ? glued : line.text.length - run.length;
  if (from < 0) return;
  const name = line.text.slice(from);
  if (name.split(' ').some((part) => notNames.has(part.toUpperCase()))) return;
  const start = line.text.slice(0, from).trimEnd();
  // B. BOATS, the last of a list
  if (/^[A-Z]\.$/.test(start)) return;
  // who signed the telegram inside may have signed this one too
  if (!/^(?:UNQUOTE|UNQTE)\.?$/.test(start) && isUsed(name, text, at, start)) return;
  text[at] = { ...line, text: start };
  end.signers.push(...namesOf(name));
  const group = /#+$/.exec(name);
  if (group) end.endMarks.unshift(group[0]);
  addSigned(end, [line], name);
  report('signature-glued', linesOf([line]), { detail: `It is ${name}.`, raw: name });
}
