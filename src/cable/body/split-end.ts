import type { Field, Furniture } from '../cable.ts';
import type { Report } from '../diagnostics.ts';
import { firstCode, type Line, linesOf } from '../lines/line.ts';
import { endsOpen, endsSentence } from '../lines/sentence.ts';
import { isRule } from './body-row.ts';
import { isCapital, isSignature, namesOf, notNames, wrapped } from './is-signature.ts';

/** The end of a cable, split from its text. */
export interface CableEnd {
  text: Line[];
  signers: string[];
  closing: string[];
  endMarks: string[];
  endNotes: string[];
  trailing: Line[];
  furniture: Furniture[];
  fields: Field[];
}

/** `NNNN`, `NNN`, `NNNNVVZCZ...`, `End Cable Text`. */
const endOfMessage = /^(?:N{3,}(?:V[A-Z0-9]*)?|Nnnn|nnnn|End Cable Text\.?|END CABLE TEXT\.?)$/;
/** The same behind other words: `DOE NNNN End Cable Text`. */
const gluedEnd = /[ \t]+(N{4,}(?:V[A-Z0-9]*)?|Nnnn|nnnn|NNN|BT|End Cable Text\.?|END CABLE TEXT\.?)$/;
/** Downgrade groups and prosigns of the 1960s and 1970s: `GP-3`, `GP-3.`, `EXEMPT`, `BT`, `#1234`. */
const downgrade =
  /^(?:GP-? ?[1-4]\.?|EXEMPT\.?|BT|#[0-9]{3,5}|##+|MINIMIZE CONSIDERED\.?|[-=*<]{0,60} ?(?:END OF (?:CABLE|MESSAGE|DOCUMENT|TELEGRAM)|CABLE ENDS|END (?:CABLE|MESSAGE))\.? ?[-=*>]{0,60})$/i;
const banner =
  /^(?:UNCLASSIFIED|UNCLAS|LIMITED OFFICIAL USE|CONFIDENTIAL|SECRET|TOP SECRET|SENSITIVE|SBU|NOFORN|SIPDIS|C O N F I D E N T I A L|S E C R E T)$/;
const note =
  /^\(?\*{0,3}[ \t]*(?:NOTES?[: ]+(?:BY|FROM|OC|OPS|S\/S|FOR|NOT|PASSED|ADDITIONAL|REPRO)|NOTE:|NOT PASSED|PASSED TO|DELAYED|DELETED|MESSAGE DELAYED|OC\/T|S\/S-O|ADDITIONAL ADDRESS|ADDED|(?:ENCLOSURES?|ATTACHMENTS?|CC|DISTRIBUTION|(?:DRAFTED|CLEARED|APPROVED|RELEASED|CLEARANCES?|DRAFTER)(?: BY)?):)/i;
const website = /(?:https?:\/\/|www\.|\b(?:visit|web ?site|home ?page)\b)/i;
/** `Signature: Smith` of the SMART form, and the labels that follow it. */
const smartSignature = /^[ \t]*Signature:[ \t]*(.*)$/i;

/** `Ambassador`, `Charge d'Affaires, a.i.`: the office of who signs. */
const office =
  /^(?:THE )?(?:AMBASSADOR|CHARGE(?: D['’]AFFAIRES)?|CONSUL(?: GENERAL)?|DEPUTY CHIEF OF MISSION|PRINCIPAL OFFICER)(?:,? (?:A\.?I\.?|ACTING))?\.?$/i;
/** `ROEBT`, `ROENNNN`, `... follow. ROENNNN`: an end mark that lost the line end before it. */
const endGluedToName = /(^|[.)"?][ \t]{1,3})([A-Z][A-Z'’-]{2,15}?)(BT|NNNN)$/;
/** `ROE NOTE BY OC/T: ...`: a note that lost the line end before it. */
const noteGluedToName =
  /(?:^|[.)"?][ \t]{1,3})([A-Z][A-Z'’-]{2,15}(?: (?:JR|SR)\.?)?)[ \t]{1,8}(?=NOTES?(?: BY [A-Z]|:))/;
/**
 * Splits the end of a cable from its text: signature (alone, glued to the last sentence, two signers), end marks, notes behind
 * the signature, a website line before it, text behind the end mark.
 *
 * @param whole the text is a whole cable's, so that a missing signature is worth a report. Source: cable format, section 15.
 */
export function splitEnd(lines: readonly Line[], report: Report, { whole }: { whole: boolean }): CableEnd {
  const end: CableEnd = {
    text: [],
    signers: [],
    closing: [],
    endMarks: [],
    endNotes: [],
    trailing: [],
    furniture: [],
    fields: [],
  };
  const text = lines.slice();
  dropBlank(text);
  const hadText = text.length > 0;
  takeTrailing(text, end, report);
  takeMarks(text, end);
  takeSmart(text, end);
  takeNotes(text, end);
  if (end.signers.length === 0) takeSigners(text, end, report);
  takeMarks(text, end);
  takeClosing(text, end);
  if (whole && hadText && end.signers.length === 0) {
    report('signature-missing', linesOf(text.slice(-1).length > 0 ? text.slice(-1) : lines.slice(-1)));
  }
  end.text = text;
  return end;
}

function dropBlank(text: Line[]): void {
  while (text.length > 0 && (text[text.length - 1] as Line).text.trim() === '') text.pop();
}

function addField(end: CableEnd, field: string, run: readonly Line[], label?: string): void {
  end.fields.push({ field, ...(label === undefined ? {} : { label }), lines: linesOf(run) });
}

/** A paragraph that bears a mark: behind an end mark it says that the cable goes on. */
const markedParagraph = /^[ \t]*(?:¶[ \t]*)?[0-9]{1,2}\.[ \t]*\([A-Z/]{1,8}\)/;

/** A paragraph's number without a mark. */
const plainNumber = /^[ \t]*(?:¶[ \t]*)?([0-9]{1,2})\.(?:[ \t]|$)/;

/** Text behind `NNNN` or `End Cable Text`. An end mark between sections, with paragraphs behind it, is furniture. */
function takeTrailing(text: Line[], end: CableEnd, report: Report): void {
  const marks: number[] = [];
  let numbered = -1;
  let last = 0;
  for (let at = 0; at < text.length; at += 1) {
    const line = (text[at] as Line).text;
    const code = line.charCodeAt(0);
    // the numbers go on behind the mark
    const plain = code === 32 || (code >= 48 && code <= 57) ? plainNumber.exec(line) : null;
    if (plain && Number(plain[1]) === last + 1) {
      last += 1;
      if (marks.length > 0 && last > 1) numbered = at;
    }
    if (code === 78 || code === 69 || code === 110 || code === 32) {
      if (line.length < 60 && endOfMessage.test(line.trim())) marks.push(at);
    }
    if (marks.length > 0 && code < 200 && code !== 78 && markedParagraph.test(line)) numbered = at;
  }
  const mark = marks.find((at) => at > numbered);
  const between = new Set(marks.filter((at) => at < numbered));
  for (const at of between) {
    const line = text[at] as Line;
    end.furniture.push({ kind: 'banner', text: line.text.trim(), lines: linesOf([line]) });
  }
  if (mark !== undefined) {
    let last = mark;
    let at = mark + 1;
    for (; at < text.length; at += 1) {
      const words = (text[at] as Line).text.trim();
      if (words === '') continue;
      if (!endOfMessage.test(words) && !downgrade.test(words) && !banner.test(words)) break;
      last = at;
    }
    const behind = text.slice(at);
    if (behind.length > 0) {
      dropBlank(behind);
      end.trailing = behind;
      report('trailing-text', linesOf(behind), { raw: (behind[0] as Line).text.trim().slice(0, 60) });
    }
    text.length = last + 1;
  }
  if (between.size > 0) {
    const kept = text.filter((_, at) => !between.has(at));
    text.length = 0;
    for (const line of kept) text.push(line);
  }
}

/** End marks and classification banners at the end, from the last line up; also glued behind the signature. */
function takeMarks(text: Line[], end: CableEnd): void {
  const marks: string[] = [];
  for (;;) {
    dropBlank(text);
    const line = text[text.length - 1];
    if (!line || line.text.length > 4000) break;
    const words = line.text.trim();
    if (endOfMessage.test(words) || downgrade.test(words)) {
      marks.push(words);
      addField(end, 'endMarks', [line]);
      text.pop();
    } else if (banner.test(words) || (isRule(words) && endsInName(text))) {
      const kind = isRule(words) ? 'rule' : 'banner';
      end.furniture.push({ kind, text: words, lines: linesOf([line]) });
      text.pop();
    } else break;
  }
  end.endMarks = [...marks.reverse(), ...end.endMarks];
  const last = text[text.length - 1];
  const glued = last && /(?:BT|NNNN)$/.test(last.text) ? endGluedToName.exec(last.text.slice(-40)) : null;
  const isOwn = glued?.[1] === '' ? last && last.text.length < 24 : true;
  if (
    last &&
    glued?.[3] &&
    isOwn &&
    end.endMarks.length === 0 &&
    (glued[1] || standsAlone(text, text.length - 1))
  ) {
    end.endMarks.push(glued[3]);
    addField(end, 'endMarks', [last]);
    text[text.length - 1] = { ...last, text: last.text.slice(0, -glued[3].length) };
  }
  for (let count = 0; count < 8; count += 1) {
    const line = text[text.length - 1];
    if (!line) return;
    const tail = line.text.slice(-40);
    const match = gluedEnd.exec(tail);
    if (!match?.[1]) return;
    const words = line.text.slice(0, line.text.length - match[0].length);
    if (match[1] === 'BT' && end.endMarks.length === 0 && !/[.)]$/.test(words) && gluedAt(words) < 0) return;
    end.endMarks.unshift(match[1]);
    addField(end, 'endMarks', [line]);
    text[text.length - 1] = { ...line, text: words.trimEnd() };
  }
}

/** The last line is a rule and the one above it a signature. */
function endsInName(text: readonly Line[]): boolean {
  const above = text.length - 2;
  return above > 0 && isSignature((text[above] as Line).text.trim()) && standsAlone(text, above);
}

/** `Signature:` of the SMART form: what follows it are fields of the end. */
function takeSmart(text: Line[], end: CableEnd): void {
  for (let at = text.length - 1, seen = 0; at >= 0 && seen < 60; at -= 1) {
    const line = text[at] as Line;
    if (line.text.trim() === '') continue;
    seen += 1;
    const match = (firstCode(line.text) | 32) === 115 ? smartSignature.exec(line.text) : null;
    if (!match) continue;
    const name = match[1]?.trim() ?? '';
    if (name.length > 60) return;
    if (name !== '') end.signers.push(name);
    addField(end, 'signers', [line], 'Signature:');
    const notes = text
      .splice(at)
      .slice(1)
      .filter((one) => one.text.trim() !== '');
    for (const one of notes) end.endNotes.push(one.text.trim());
    if (notes.length > 0) addField(end, 'endNotes', notes);
    dropBlank(text);
    return;
  }
}

/** Notes behind the signature: `NOTE BY OC/T: NOT PASSED TO ...`. */
function takeNotes(text: Line[], end: CableEnd): void {
  for (let at = text.length - 1, seen = 0; at >= 0 && seen < 8; at -= 1) {
    const line = text[at] as Line;
    const words = line.text.trim();
    if (words === '') continue;
    seen += 1;
    const glued = line.text.includes(' NOTE') ? noteGluedToName.exec(words) : null;
    if (glued?.[1] && isSignature(glued[1]) && (glued.index > 0 || standsAlone(text, at))) {
      const cut = glued.index + glued[0].length;
      text.splice(
        at,
        1,
        { ...line, text: words.slice(0, cut).trimEnd() },
        { ...line, text: words.slice(cut) },
      );
      at += 2;
      seen -= 1;
      continue;
    }
    const isSite = words.length < 110 && /https?:|www\./i.test(words);
    if (!isSite && !note.test(words)) continue;
    const before = lastBefore(text, at);
    const above = before < 0 ? '' : (text[before] as Line).text.trim();
    const signed = isSignature(above) ? standsAlone(text, before) : !isSite && gluedAt(above) > 0;
    if (before < 0 || !signed) continue;
    const notes = text.slice(at).filter((one) => one.text.trim() !== '');
    end.endNotes.push(notes.map((one) => one.text.trim()).join(' '));
    addField(end, 'endNotes', notes);
    text.length = at;
    takeMarks(text, end);
    return;
  }
}

function lastBefore(text: readonly Line[], at: number): number {
  let before = at - 1;
  while (before >= 0 && (text[before] as Line).text.trim() === '') before -= 1;
  return before;
}

function takeSigners(text: Line[], end: CableEnd, report: Report): void {
  dropBlank(text);
  const at = text.length - 1;
  const line = text[at];
  if (!line) return;
  const words = line.text.trim();
  const above = text[at - 1];
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
  if ((isSignature(words) || isWrapped(words, text, at)) && standsAlone(text, at)) {
    const names = [line];
    for (let above = at - 1; above >= 0 && names.length < 3; above -= 1) {
      const higher = text[above] as Line;
      const name = higher.text.trim();
      if (!isSignature(name) || !standsAlone(text, above) || isCapital(words) !== isCapital(name)) break;
      names.unshift(higher);
    }
    for (const one of names) {
      const name = one.text.trim();
      end.signers.push(...namesOf(name));
      const rest = /#+$/.exec(name);
      if (rest) end.endMarks.unshift(rest[0]);
    }
    addField(end, 'signers', names);
    // DOE AND ROE: the word between them is no name's
    const field = end.fields.at(-1);
    if (field && / AND /.test(words)) field.raw = words;
    text.length = at - names.length + 1;
    dropBlank(text);
    return;
  }
  takeGlued(text, end, report);
}

/** `DOE.`, `(DOE)`: no acronym of the text, and no end of a sentence that goes on above. */
function isWrapped(words: string, text: readonly Line[], at: number): boolean {
  const match = words.length < 30 ? wrapped.exec(words) : null;
  const name = match?.[1];
  if (name === undefined || !isSignature(name)) return false;
  const before = lastBefore(text, at);
  const above = before < 0 ? '' : (text[before] as Line).text.trim();
  if (words[0] === '-' && above[0] === '-') return false;
  return endsSentence(above) && !above.endsWith(':') && !isUsed(name, text, before, above);
}

/** The line is no last word of a sentence and no entry of a list. */
function standsAlone(text: readonly Line[], at: number): boolean {
  const before = lastBefore(text, at);
  if (before < 0) return false;
  const words = (text[at] as Line).text.trim();
  const above = (text[before] as Line).text.trim();
  const alone = before < at - 1;
  if ((text[before] as Line).hardBreak) return true;
  if (isRule(above) || downgrade.test(above)) return true;
  if (above.endsWith(':')) return false;
  if (endsSentence(above) || endsBlock.test(above.slice(-40))) return true;
  if (isCapital(words) && (endsAddress.test(above.slice(-140)) || farewell.test(above))) return true;
  if (alone) return isCapital(words) ? true : words.split(/[ ,]+/).length <= 2 && above.length > 45;
  // capitals behind a line whose stop is lost, an item of a list: no end of a sentence lacks its signature and its stop
  if (isCapital(words) && !isCapital(above)) return !endsOpen(above) && !isUsed(words, text, before, above);
  // the lines above may be the first of two or three signers
  let first = before;
  for (let count = 0; count < 2 && isCapital(words); count += 1) {
    const name = (text[first] as Line).text.trim();
    if (!isSignature(name) || !isCapital(name)) break;
    const higher = lastBefore(text, first);
    if (higher < 0) return false;
    const words = (text[higher] as Line).text.trim();
    if (words.endsWith(':')) return false;
    if (higher < first - 1 || endsSentence(words) || endsBlock.test(words.slice(-40))) return true;
    first = higher;
  }
  return false;
}

// Visit the embassy: http://www.example.gov/lima
const endsAddress = /(?:https?:\/\/|\bwww\.)[^ \t]{3,120}$/i;
// Very respectfully,
const farewell = /^(?:VERY )?(?:RESPECTFULLY|SINCERELY|(?:BEST |KIND |WARM )?REGARDS)[,.]?$/i;
/** `END COMMENT`, `End text`, `UNQUOTE` without a stop. */
const endsBlock = /(?:\bEND [A-Z]{3,15}(?: [A-Z]{3,15}){0,3}|\bUNQUOTE|\bUNQTE)\)?$/i;

/** The last row of a table. */
const endsRow = /\S[ \t]{2,40}\S{1,20}[ \t]{2,40}[\d.,%$()-]{1,12}$/;
/** What a signature may be glued to: the end of a sentence, of a block, a web address. */
const beforeGlued = /[.)"?!'”\]]$/;
/** `DOE`, `VAN DER DOE`, `O'DOE`, `DOE JR.`, `DOE##`, `DOE/ROE`. */
const gluedName = /^[A-Z][A-Z'’-]{2,14}(?:\/[A-Z][A-Z'’-]{2,14})?(?: (?:JR|SR|II|III)\.?)?(?:##)?$/;
const gluedParticle = /^(?:[A-Z][A-Z'’-]{1,14} ){1,2}$/;
const gluedInTitleCase = /^[A-Z][a-z]{2,14}(?:-[A-Z][a-z]{2,14})?$/;

/** `... will follow. DOE`, `... follow. VAN DER DOE`, `END COMMENT DOE`: the name behind the last stop; -1 where there is none. */
function gluedAt(text: string): number {
  const from = Math.max(0, text.length - 60);
  let at = text.length;
  for (let words = 0; words < 4; words += 1) {
    at = text.lastIndexOf(' ', at - 1);
    if (at < from) return -1;
    const name = text.slice(at + 1);
    const before = text.slice(Math.max(0, at - 140), at).trimEnd();
    const last = name.slice(name.search(/[^ ]+(?: (?:JR|SR|II|III)\.?)?(?:##)?$/));
    const particle = name.slice(0, name.length - last.length);
    const capital = gluedName.test(last) && (particle === '' || gluedParticle.test(particle));
    if (
      capital &&
      (beforeGlued.test(before) ||
        endsBlock.test(before.slice(-40)) ||
        endsAddress.test(before) ||
        endsRow.test(before.slice(-60)))
    )
      return at + 1;
    if (words === 0 && gluedInTitleCase.test(name) && /[a-z][.)]$/.test(before) && !endsOpen(name))
      return at + 1;
  }
  return -1;
}

/** `... will follow.DOE`: the blank is lost too. */
const runIn = /[a-z)][.?!]["”)]?([A-Z][A-Z'’-]{2,14})$/;

/** Capitals behind the last stop, not used in the text before. */
function takeGlued(text: Line[], end: CableEnd, report: Report): void {
  const at = text.length - 1;
  const line = text[at] as Line;
  const run = runIn.exec(line.text.slice(-30))?.[1];
  const from = run === undefined ? gluedAt(line.text) : line.text.length - run.length;
  if (from < 0) return;
  const name = line.text.slice(from);
  if (name.split(' ').some((part) => notNames.has(part.toUpperCase()))) return;
  const start = line.text.slice(0, from).trimEnd();
  if (isUsed(name, text, at, start)) return;
  text[at] = { ...line, text: start };
  end.signers.push(...namesOf(name));
  const group = /#+$/.exec(name);
  if (group) end.endMarks.unshift(group[0]);
  addField(end, 'signers', [line]);
  report('signature-glued', linesOf([line]), { detail: `It is ${name}.`, raw: name });
}

function isUsed(name: string, text: readonly Line[], at: number, start: string): boolean {
  const capitals = isCapital(start.slice(-200));
  if (capitals && start.length < 4) return true;
  for (let index = 0; index <= at; index += 1) {
    const words = index === at ? start : (text[index] as Line).text;
    for (let found = words.indexOf(name); found >= 0; found = words.indexOf(name, found + 1)) {
      if (!isLetter(words.charCodeAt(found - 1)) && !isLetter(words.charCodeAt(found + name.length)))
        return true;
    }
  }
  return false;
}

function isLetter(code: number): boolean {
  return (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}

/** A website line and the like, often between rules of asterisks, before the signature. */
function takeClosing(text: Line[], end: CableEnd): void {
  dropBlank(text);
  if (end.signers.length === 0) return;
  let from = text.length;
  let seen = 0;
  let site = false;
  for (let at = text.length - 1; at > 0 && seen < 6; at -= 1) {
    const words = (text[at] as Line).text.trim();
    if (words === '') {
      if (site) break;
      continue;
    }
    if (words.length > 160 || /^[0-9(¶-]/.test(words.replace(/^-{3,}.*/, ''))) break;
    seen += 1;
    if (website.test(words) && (words.length < 110 || /https?:|www\./.test(words))) site = true;
    else if (!isRule(words) && !(site && (isRule((text[at - 1] as Line).text.trim()) || words.endsWith(':'))))
      break;
    if (isRule(words) && site) {
      from = at;
      break;
    }
    from = at;
  }
  if (!site) return;
  const before = lastBefore(text, from);
  const alone = before < from - 1 || isRule((text[from] as Line).text.trim()) || before < 0;
  if (!alone) return;
  const run = text.splice(from).filter((one) => one.text.trim() !== '');
  for (const one of run) {
    const words = one.text.trim();
    if (isRule(words)) end.furniture.push({ kind: 'rule', text: words, lines: linesOf([one]) });
    else end.closing.push(words);
  }
  addField(end, 'closing', run);
  dropBlank(text);
}
