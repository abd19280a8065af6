import type { Report } from '../diagnostics.ts';
import { endSign } from '../lines/end-sign.ts';
import { firstCode, type Line, linesOf } from '../lines/line.ts';
import { endsSentence, goesOn } from '../lines/sentence.ts';
import { isRule } from '../rows/body-row.ts';
import { addField, type CableEnd, downgrade, dropBlank, lastBefore } from './cable-end.ts';
import { isSignature } from './is-signature.ts';
import { gluedAt, isWrapped, standsAlone } from './signature-place.ts';
import { takePageFoot, takeScraps } from './take-page-foot.ts';
import { takeSignerAboveAnnex, takeSigners } from './take-signers.ts';

/** `NNNN`, `NNN`, `NNNNVVZCZ...`, `NNNNMAFVVZCZ`, `End Cable Text`. */
const endOfMessage = new RegExp(`^(?:${endSign}|Nnnn|nnnn|End Cable Text\\.?|END CABLE TEXT\\.?)$`);
/** The same behind other words, four letters at least where more is run in: `DOE NNNN End Cable Text`. */
const gluedEnd = new RegExp(
  `[ \\t]+(N${endSign}|Nnnn|nnnn|NNN|BT|GP-?[1-4]\\.?|X?GDS(?:-[1-4])?\\.?|#[0-9]{3,5}|End Cable Text\\.?|END CABLE TEXT\\.?)$`,
);
const banner =
  /^(?:UNCLASSIFIED|UNCLAS|LIMITED OFFICIAL USE|CONFIDENTIAL|SECRET|TOP SECRET|SENSITIVE|SBU|NOFORN|SIPDIS|C O N F I D E N T I A L|S E C R E T)$/;
const note =
  /^\(?\*{0,3}[ \t]*(?:NOTES?[: ]+(?:BY|FROM|OC|OPS|S\/S|FOR|NOT|PASSED|ADDITIONAL|REPRO)|NOTE:|FOOTNOTES?\b|NOT PASSED|PASSED TO|DELAYED|DELETED|MESSAGE DELAYED|OC\/T|S\/S-O|ADDITIONAL ADDRESS|ADDED (?:ADDRESS|DISTRIBUTION|INFO)|(?:ENCLOSURES?|ATTACHMENTS?|CC|DISTRIBUTION|(?:DRAFTED|CLEARED|APPROVED|RELEASED|CLEARANCES?|DRAFTER)(?: BY)?):)/i;
/** `(1)`, `[1]`: the first of the notes below a text. */
const footnoteSign = /^[([]1[)\]]/;
/** It says so itself, so that the name may be glued to the line above. */
const isNote = /^\(?\*{0,3}[ \t]*(?:NOTES?[: ]|OC\/T)/i;
const website = /(?:https?:\/\/|www\.|\b(?:visit|web ?site|home ?page)\b)/i;
/** `Visit Embassy Lima's website:`, the address below. */
const visit = /^(?:please )?visit\b.{3,90}\b(?:web ?sites?|home ?page|site|portal|community)\b/i;
/** `(Embassy Lima's web site: http://...)`. */
const bracketedSite = /^\([^()]{0,80}\b(?:web ?(?:site|page)|home ?page)\b/i;
/** `Signature: Smith` of the SMART form, and the labels that follow it. */
const smartSignature = /^[ \t]*(Signature|SIGNATURE):[ \t]*((?:[A-Z(].{0,59})?)$/;
/** Those labels, and values that go on below one. */
const smartLabel = /^[ \t]*[A-Z][A-Za-z]{2,15}(?: [A-Z][A-Za-z]{1,15})?:|^[ \t]{4}|^Page \d/;

/** `ROEBT`, `ROENNNN`, `... follow. ROENNNN`: an end mark that lost the line end before it. */
const endGluedToName = /(^|[.)"?](?:[ \t]{1,3}|(?=[A-Z]{3,20}NNNN$)))([A-Z][A-Z'’-]{2,15}?)(BT|NNNN)$/;
/** `... FOLLOW. CONFIDENTIAL`, `... FOLLOW. ROE CONFIDENTIAL`, `ROE CONFIDENTIAL`: the marking of the last page, whose line end is lost. */
const gluedBanner =
  /(?<=(?:^|[.?!)"][ \t]{1,3})((?:[A-Z][A-Z'’-]{2,15}[ \t]{1,3})?)(?:(?:UNCLASSIFIED|CONFIDENTIAL|SECRET) )?)(?:UNCLASSIFIED|LIMITED OFFICIAL USE|CONFIDENTIAL|SECRET)$/;
/** `ROE NOTE BY OC/T: ...`: a note that lost the line end before it; not `(C) BIOGRAPHIC NOTE: ...`. */
const noteGluedToName =
  /(?:^|(?<!\([A-Z/]{1,8})\)[ \t]{1,3}|[."?][ \t]{1,3})([A-Z][A-Z'’-]{2,15}(?: (?:JR|SR)\.?)?)[ \t]{1,8}(?=NOTES?(?: BY [A-Z]|:))/;
const closedNote = /\bEND (?:OF )?NOTE\b/i;
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
  if (end.trailing.length === 0) takePageFoot(text, end, report);
  takeMarks(text, end);
  takeSmart(text, end);
  takeNotes(text, end);
  if (end.signers.length === 0) takeSigners(text, end, report);
  if (end.signers.length === 0) takeSignerAboveAnnex(text, end);
  if (end.signers.length === 0 && end.trailing.length === 0) {
    takeScraps(text, end, report);
    if (end.trailing.length > 0) takeSigners(text, end, report);
  }
  takeMarks(text, end);
  takeClosing(text, end);
  if (whole && hadText && end.signers.length === 0) {
    report('signature-missing', linesOf(text.slice(-1).length > 0 ? text.slice(-1) : lines.slice(-1)));
  }
  end.text = text;
  return end;
}

/** A paragraph that bears a mark: behind an end mark it says that the cable goes on. */
const markedParagraph = /^[ \t]*(?:¶[ \t]*)?[0-9]{1,2}\.[ \t]*\([A-Z/]{1,8}\)/;

/** A paragraph's number without a mark. */
const plainNumber = /^[ \t]*(?:¶[ \t]*)?([0-9]{1,2})\.(?:[ \t]|$)/;

/** However a paragraph is numbered. */
const anyNumber = /^[ \t]*(?:¶[ \t]*)?[0-9]{1,2}(?:[.)][ \t]|[.)]?[ \t]*\([A-Z])/;

const beginsText = /^BEGIN(?:NING)?(?: OF)? CABLE TEXT/i;

/** Text behind `NNNN` or `End Cable Text`. An end mark between sections, with paragraphs behind it, is furniture. */
function takeTrailing(text: Line[], end: CableEnd, report: Report): void {
  const marks: number[] = [];
  let numbered = -1;
  let last = 0;
  let opened = false;
  for (let at = 0; at < text.length; at += 1) {
    const line = (text[at] as Line).text;
    if (line === '') continue;
    const code = line.charCodeAt(0);
    // the numbers go on behind the mark
    const plain = code === 32 || (code >= 48 && code <= 57) ? plainNumber.exec(line) : null;
    if (plain && Number(plain[1]) === last + 1) {
      last += 1;
      if (marks.length > 0 && last > 1) numbered = at;
    }
    if (code === 78 || code === 69 || code === 110 || code === 32) {
      if (line.length < 60 && endOfMessage.test(line.trim())) {
        if (opened && code !== 78) opened = false;
        else marks.push(at);
      }
    }
    // BEGIN CABLE TEXT: its end is no cable's
    if ((code === 66 || code === 98) && line.length < 60 && beginsText.test(line)) opened = true;
    if (marks.length > 0 && code < 200 && code !== 78 && markedParagraph.test(line)) numbered = at;
    // the last section holds the signature alone
    if (marks.length > 0 && text[at]?.afterFurniture && isSignature(line.trim())) numbered = at;
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
    } else if (banner.test(words) || ((isRule(words) || isScrap(words)) && endsInName(text))) {
      const kind = banner.test(words) ? 'banner' : 'rule';
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
    takeGluedBanner(text, end);
    const line = text[text.length - 1];
    if (!line) return;
    const tail = line.text.slice(-40);
    const match = gluedEnd.exec(tail);
    if (!match?.[1]) return;
    const words = line.text.slice(0, line.text.length - match[0].length);
    // SHOULD IT BE (A) ADS OR (B) GDS
    if (/^X?GDS/.test(match[1]) && !words.endsWith('.')) return;
    const isSigned =
      /[.)]$/.test(words) ||
      gluedAt(words) >= 0 ||
      (isSignature(words.trim()) && standsAlone(text, text.length - 1));
    if (/^(?:BT|GP)/.test(match[1]) && end.endMarks.length === 0 && !isSigned) return;
    end.endMarks.unshift(match[1]);
    addField(end, 'endMarks', [line]);
    text[text.length - 1] = { ...line, text: words.trimEnd() };
  }
}

/** Takes the markings behind the last sentence. */
function takeGluedBanner(text: Line[], end: CableEnd): void {
  const line = text[text.length - 1];
  const [words, name = ''] = (line && gluedBanner.exec(line.text.slice(-50))) ?? [];
  // END UNCLASSIFIED
  if (!line || words === undefined || (name !== '' && !isSignature(name.trim()))) return;
  // MARKED / HIGHLY CONFIDENTIAL
  const above = text[lastBefore(text, text.length - 1)]?.text.trim() ?? '';
  if (line.text.length < 50 && !/[.?!]/.test(line.text) && !endsSentence(above)) return;
  end.furniture.push({ kind: 'banner', text: words, lines: linesOf([line]) });
  text[text.length - 1] = { ...line, text: line.text.slice(0, -words.length).trimEnd() };
  // DOE CONFIDENTIAL UNCLASSIFIED: that of the release behind that of the page
  takeGluedBanner(text, end);
}

/** A page's number or a sign of the relay's alone on its line. */
function isScrap(words: string): boolean {
  return words.length < 3 && !/[A-Za-z]/.test(words);
}

/** The last line with words but one is a signature. */
function endsInName(text: readonly Line[]): boolean {
  const above = lastBefore(text, text.length - 1);
  if (above <= 0) return false;
  const words = (text[above] as Line).text.trim();
  return (isSignature(words) || isWrapped(words, text, above)) && standsAlone(text, above);
}

/** `Signature:` of the SMART form: what follows it are fields of the end. */
function takeSmart(text: Line[], end: CableEnd): void {
  for (let at = text.length - 1, seen = 0; at >= 0 && seen < 60; at -= 1) {
    const line = text[at] as Line;
    if (line.text === '') continue;
    seen += 1;
    const match = firstCode(line.text) === 83 ? smartSignature.exec(line.text) : null;
    if (!match) continue;
    const name = match[2]?.trim() ?? '';
    const isEnd = ({ text }: Line): boolean =>
      text === '' || smartLabel.test(text) || banner.test(text.trim()) || endOfMessage.test(text.trim());
    if (!text.slice(at + 1).every(isEnd)) return;
    if (name !== '') end.signers.push(name);
    addField(end, 'signers', [line], `${match[1]}:`);
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
    const mayBeGlued =
      line.text.includes(' NOTE') && !text.slice(at).some(({ text }) => closedNote.test(text));
    const glued = mayBeGlued ? noteGluedToName.exec(words) : null;
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
    const isSite = words.length < 110 && (/https?:|www\./i.test(words) || visit.test(words));
    if (!isSite && (goesOn(words) || !(note.test(words) || isFootnote(words, text, at)))) continue;
    let before = lastBefore(text, at);
    while (before >= 0 && isRule((text[before] as Line).text.trim())) before = lastBefore(text, before);
    const above = before < 0 ? '' : (text[before] as Line).text.trim();
    const signed = isSignature(above)
      ? standsAlone(text, before)
      : !isSite && gluedAt(above) > 0 && (before < at - 1 || isNote.test(words));
    if (before < 0 || !signed) continue;
    const behind = text.slice(before + 1).filter((one) => one.text.trim() !== '');
    // a heading above a paragraph is no name; what is numbered below `Enclosures:` is none
    const heads = !isSite && words.endsWith(':');
    const isParagraph = (one: Line) =>
      (heads && one.number > line.number ? markedParagraph : anyNumber).test(one.text);
    if (behind.some(isParagraph)) continue;
    const notes = behind.filter((one) => !isRule(one.text.trim()));
    for (const one of behind)
      if (!notes.includes(one))
        end.furniture.push({ kind: 'rule', text: one.text.trim(), lines: linesOf([one]) });
    end.endNotes.push(notes.map((one) => one.text.trim()).join(' '));
    addField(end, 'endNotes', notes);
    text.length = before + 1;
    takeMarks(text, end);
    return;
  }
}

/** `(1) Fees of the port.`: a note that the text calls for inside one of its lines, with no name behind it. */
function isFootnote(words: string, text: readonly Line[], at: number): boolean {
  const sign = footnoteSign.exec(words)?.[0];
  if (sign === undefined || isSignature(text.at(-1)?.text.trim() ?? '')) return false;
  return text.some((line, index) => index < at && line.text.trimStart().indexOf(sign) > 0);
}

/** How many lines may stand between the rules around a website. */
const frameReach = 12;

/** Index of the upper of two rules, the lower of them the last line, with a website and no paragraph between them; -1 where there is none. */
function framedSite(text: readonly Line[]): number {
  const last = text.length - 1;
  if (last < 0 || !isRule((text[last] as Line).text.trim())) return -1;
  let site = false;
  for (let at = last - 1; at >= Math.max(0, last - frameReach); at -= 1) {
    const words = (text[at] as Line).text.trim();
    if (isRule(words)) return site ? at : -1;
    if (anyNumber.test(words)) return -1;
    if (website.test(words)) site = true;
  }
  return -1;
}

/** Index of the first line of the last block, where it says where to visit the post's website; -1 where it does not. */
function visitBlock(text: readonly Line[]): number {
  // no blank line parts it from the sentence above
  for (let at = text.length - 2; at > 0 && at >= text.length - 5; at -= 1) {
    const words = (text[at] as Line).text.trim();
    const below = text.slice(at).map((line) => line.text.trim());
    const isOwn = /^Visit /.test(words) && endsSentence((text[at - 1] as Line).text.trim());
    if (isOwn && saysWhere(below)) return at;
  }
  let from = text.length;
  while (from > 0 && text.length - from < 6 && (text[from - 1] as Line).text.trim() !== '') from -= 1;
  const words = text.slice(from).map((line) => line.text.trim());
  const isWhole = from > 0 && (text[from - 1] as Line).text.trim() === '';
  return isWhole && saysWhere(words) ? from : -1;
}

/** `Visit Embassy Lima's website:` at the start, and an address. */
function saysWhere(words: readonly string[]): boolean {
  return visit.test(words.slice(0, 2).join(' ')) && /https?:|www\./i.test(words.join(' '));
}

/** A website line and the like, often between rules of asterisks, before the signature. */
function takeClosing(text: Line[], end: CableEnd): void {
  dropBlank(text);
  if (end.signers.length === 0) return;
  const frame = Math.max(framedSite(text), visitBlock(text));
  let from = frame < 0 ? text.length : frame;
  let seen = 0;
  let site = frame >= 0;
  for (let at = text.length - 1; at > 0 && seen < 6 && frame < 0; at -= 1) {
    const words = (text[at] as Line).text.trim();
    if (words === '') {
      if (site) break;
      continue;
    }
    if (words.length > 160 || (/^[0-9(¶-]/.test(words.replace(/^-{3,}.*/, '')) && !bracketedSite.test(words)))
      break;
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
  const first = text[from] as Line;
  // behind a page's foot a sentence may go on
  const alone =
    (before < from - 1 && !first.afterFurniture) || isRule(first.text.trim()) || before < 0 || from === frame;
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
