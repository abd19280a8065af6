import type { Cable, Furniture } from '../cable.ts';
import type { Report } from '../diagnostics.ts';
import { isSignature } from '../end/is-signature.ts';
import { endSign } from '../lines/end-sign.ts';
import { findLabel } from '../lines/find-label.ts';
import { firstCode, type Line, lineOf, rawOf } from '../lines/line.ts';
import { parseCaptions } from '../lines/parse-captions.ts';
import { matchClassification, parseMessageNumber } from '../lines/parse-classification-line.ts';
import { findRepeatedHeader, relayNote } from '../lines/repeated-header.ts';
import { endsSentence } from '../lines/sentence.ts';
import { countWords, missingWords } from '../lines/words.ts';

const OPENING = /^[ \t]*\(?(?:QUOTE|QTE|BEGIN (?:TEXT|QUOTE|MESSAGE|TELEGRAM|CABLE))\b/i;
// FOLLOWING SENT ACTION CAIRO QUOTE
const OPENING_AT_END = /[ \t](?:QUOTE|QTE)[:.]{0,2}$/;
const CLOSING = /\b(?:UNQUOTE|UNQTE|END (?:TEXT|QUOTE|MESSAGE|TELEGRAM|CABLE))\b/i;

const END_MARK = new RegExp(`^(?:${endSign}|BT|#\\d{3,5}|End Cable Text)$`);

/**
 * Takes out what relays repeated amid the body: a caption at a fixed place of the text, the head of a later section. The text
 * goes on across them. A section's head that differs from the first is reported. Source: cable format, section 14.
 *
 * @param doubtful lines that may be such, from {@link takeFurniture}
 * @returns the body's lines; `furniture`, `sections` and fields of the cable are added to
 */
export function takeBodyFurniture(
  cable: Cable,
  body: readonly Line[],
  doubtful: ReadonlySet<Line>,
  report: Report,
  number: { station?: string; serial?: number } | undefined,
): { body: readonly Line[]; sections: number[] } {
  const sections: number[] = [];
  if (!body.some((line) => doubtful.has(line))) return { body, sections };
  const out: Line[] = [];
  const furniture: Furniture[] = [];
  let cut = false;
  let blank = false;
  let depth = 0;
  for (let index = 0; index < body.length; index++) {
    const line = body[index] as Line;
    if (line.text === '') {
      if (cut) blank = true;
      else out.push(line);
      continue;
    }
    if (mayOpen(line.text) && OPENING.test(line.text.slice(0, 40))) depth++;
    else if (OPENING_AT_END.test(line.text.slice(-9)) && opensTelegram(body, index)) depth++;
    if (depth > 0 && CLOSING.test(line.text.slice(0, 300))) depth--;
    if (doubtful.has(line) && (depth === 0 || isLaterHead(line.text, number))) {
      const end = furnitureEnd(cable, body, index, number, sections, report);
      if (end > index) {
        const kind = end === index + 1 && parseCaptions(line.text) ? 'caption' : 'section-head';
        const header = kind === 'section-head' ? out.splice(findRepeatedHeader(cable, out)) : [];
        if (dropBlank(out)) blank = true;
        if (kind === 'section-head' && takeFoot(out, furniture)) blank = true;
        const signed = kind === 'section-head' && isSignedAgain(out, body) ? out.splice(-1) : [];
        if (signed.length > 0) blank = true;
        dropBlank(out);
        const taken = [...signed, ...header, ...body.slice(index, end)].filter((one) => one.text !== '');
        for (const one of taken)
          furniture.push({ kind, text: one.text.trim(), lines: [one.number, one.last ?? one.number] });
        cut = true;
        index = end - 1;
        continue;
      }
    }
    if (cut) {
      const before = out[out.length - 1]?.text;
      if (
        blank &&
        before !== undefined &&
        (endsSentence(before) || /^[ \t]*(?:¶|\d{1,2}[.)]|\()/.test(line.text))
      )
        out.push(lineOf('', line.number));
      out.push({ ...line, afterFurniture: true });
      cut = false;
      blank = false;
    } else out.push(line);
  }
  if (furniture.length > 0) cable.furniture = [...(cable.furniture ?? []), ...furniture];
  return { body: furniture.length > 0 ? out : body, sections };
}

/** The classification line of a later section of this cable: it stands amid a quoted text too. */
function isLaterHead(text: string, number: { station?: string; serial?: number } | undefined): boolean {
  const classification = matchClassification(text);
  if (!number?.serial || !classification) return false;
  const { section, serial } = parseMessageNumber(classification.rest);
  return serial === number.serial && (section?.number ?? 1) > 1;
}

/** Whether a classification line is the next below: a telegram that is repeated inside begins. */
function opensTelegram(body: readonly Line[], index: number): boolean {
  let next = index + 1;
  while (body[next]?.text === '') next += 1;
  return matchClassification(body[next]?.text ?? '') !== undefined;
}

/** Takes the blank lines off the end; says whether there were any. */
function dropBlank(lines: Line[]): boolean {
  const { length } = lines;
  while (lines[lines.length - 1]?.text === '') lines.pop();
  return lines.length < length;
}

/** How many lines a relay's note may have. */
const noteReach = 4;

/** Takes end marks and the note of a relay off the end of a section; says whether there was a blank line. */
function takeFoot(section: Line[], furniture: Furniture[]): boolean {
  const taken: Furniture[] = [];
  let blank = false;
  for (;;) {
    const last = section[section.length - 1];
    if (!last || !END_MARK.test(last.text.trim())) break;
    taken.unshift({ kind: 'banner', text: last.text.trim(), lines: [last.number, last.number] });
    section.pop();
    if (dropBlank(section)) blank = true;
  }
  for (let at = section.length - 1; at >= Math.max(0, section.length - noteReach); at -= 1) {
    const { text, number } = section[at] as Line;
    if (text === '') break;
    if (!relayNote.test(text)) continue;
    const note = section.splice(at);
    taken.unshift({ kind: 'note', text: rawOf(note), lines: [number, number + note.length - 1] });
    if (dropBlank(section)) blank = true;
    break;
  }
  for (const one of taken) furniture.push(one);
  return blank;
}

/** The last line of a section is the signature that the whole cable ends in: each section was signed. */
function isSignedAgain(section: readonly Line[], body: readonly Line[]): boolean {
  const words = section[section.length - 1]?.text.trim() ?? '';
  if (!isSignature(words)) return false;
  const last = body.findLast(({ text }) => text !== '' && !END_MARK.test(text.trim()));
  return last?.text.trim() === words && last !== section[section.length - 1];
}

/** Most lines begin with another letter than QUOTE and BEGIN. */
function mayOpen(text: string): boolean {
  const letter = firstCode(text) | 32;
  return letter === 113 || letter === 98 || letter === 40;
}

/** Index behind the furniture that begins at a line; the line's own if it is text. */
function furnitureEnd(
  cable: Cable,
  body: readonly Line[],
  index: number,
  number: { station?: string; serial?: number } | undefined,
  sections: number[],
  report: Report,
): number {
  const line = body[index] as Line;
  const captions = parseCaptions(line.text);
  if (captions) return hasText(body, index) ? index + 1 : index;
  const classification = matchClassification(line.text);
  if (!classification) return index;
  const again = parseMessageNumber(classification.rest);
  if (!again.section && again.serial === undefined) return index;
  if (again.serial !== undefined && number?.serial !== undefined && again.serial !== number.serial)
    return index;
  if (!again.section && again.serial === undefined) return index;
  if (again.section) sections.push(again.section.number);
  return headEnd(cable, body, index + 1, report);
}

/** Text of the body stands behind a line, so that it is amid the body and not at its end. */
function hasText(body: readonly Line[], index: number): boolean {
  for (let below = index + 1; below < body.length && below < index + 6; below++) {
    const text = body[below]?.text ?? '';
    if (text !== '' && !parseCaptions(text) && text.length > 3)
      return !/^(?:N{3,}|End Cable Text)/.test(text.trim());
  }
  return false;
}

/** Captions and repeated fields behind a section's classification line. */
function headEnd(cable: Cable, body: readonly Line[], from: number, report: Report): number {
  let end = from;
  /** Pass lines stand above the fields. */
  let fields = false;
  for (let index = from; index < body.length && index < from + 40; index++) {
    const line = body[index] as Line;
    if (line.text === '') continue;
    const label = findLabel(line.text);
    if (parseCaptions(line.text) && !label) {
      end = index + 1;
      continue;
    }
    if (!label && (isPassLine(cable, line.text) || (!fields && isNewPassLine(line.text, body[index + 1])))) {
      end = index + 1;
      continue;
    }
    if (!label) break;
    fields = true;
    let last = index + 1;
    while (last < body.length && last < index + 30) {
      const { text, afterFurniture } = body[last] as Line;
      if (text === '' || afterFurniture || findLabel(text) || /^[ \t]*(?:¶|\d{1,2}[.)])/.test(text)) break;
      last++;
    }
    const words = rawOf(body.slice(index, last)).slice(label.label.length);
    if (!isRepeated(cable, label.field, words)) {
      if (label.field === 'subject' || label.field === 'tags' || label.field === 'eo')
        report('section-head-differs', [line.number, body[last - 1]?.number ?? line.number], {
          raw: words.slice(0, 200),
        });
    }
    end = last;
    index = last - 1;
  }
  return end;
}

// STATE FOR WHA/AND / TREASURY FOR OASIA / DEPT PASS USTR
const NEW_PASS_LINE = /^[A-Z]{2,}[A-Z/ ]{0,22}(?: FOR| PASS(?: TO)?|: FOR) [A-Z][A-Z0-9/&, ()-]{1,60}$/;

/** A pass line that the first head has not: capitals alone, and no sentence that goes on in the next line. */
function isNewPassLine(text: string, next: Line | undefined): boolean {
  const words = text.trim();
  if (words.length > 80 || !NEW_PASS_LINE.test(words)) return false;
  return (
    next === undefined ||
    next.text === '' ||
    findLabel(next.text) !== undefined ||
    NEW_PASS_LINE.test(next.text)
  );
}

/** Whether the line is one of the first head's pass lines: `STATE FOR EUR/XX`. */
function isPassLine(cable: Cable, text: string): boolean {
  const words = text.trim();
  return words.length > 5 && (cable.passLines?.some(({ raw }) => raw.includes(words)) ?? false);
}

/** Whether the words of a repeated field are those of the first. */
function isRepeated(cable: Cable, field: string, words: string): boolean {
  const first =
    field === 'eo'
      ? cable.eo?.raw
      : field === 'subject'
        ? [cable.subject, cable.subjectClassification].join(' ')
        : field === 'tags'
          ? cable.tags?.map((tag) => tag.raw ?? tag.code).join(' ')
          : words;
  const counts = countWords(first ?? '');
  return missingWords(countWords(words), counts).length <= 1;
}
