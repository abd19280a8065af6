import type { Cable } from '../cable.ts';
import { findLabel } from '../lines/find-label.ts';
import type { Line } from '../lines/line.ts';
import { isSender } from './read-header-line.ts';

/** Capitals, and letters that do not come back as they were. */
const OTHER = /[A-Z\u0080-\uffff]/;

/** How many lines stand above the first label, where all of them are in small letters and one names the sender; else 0. */
export function smallLetters(lines: readonly Line[]): number {
  let sent = false;
  for (let at = 0; at < lines.length; at++) {
    const { text } = lines[at] as Line;
    if (OTHER.test(text)) return 0;
    if (findLabel(text)) return sent ? at : 0;
    if (!sent) sent = isSender(text.toUpperCase());
  }
  return 0;
}

/** The lines with so many of them in capitals, as a header is read. */
export function inCapitals(lines: readonly Line[], count: number): Line[] {
  return lines.map((line, at) => (at < count ? { ...line, text: line.text.toUpperCase() } : line));
}

/** What was read of a cable so far: what is as the sender wrote it, when its header is then read in capitals. */
export function partsOf({ fields, furniture = [], unparsed = [] }: Cable): ReadonlySet<object> {
  return new Set([...fields, ...furniture, ...unparsed]);
}

/** Gives the sender's words of a header that was read in capitals their small letters back, up to a raw line; not those of `earlier` parts. */
export function giveBackSmall(cable: Cable, last: number, earlier: ReadonlySet<object>): void {
  const { dtg, from, transmission, distribution, messageNumber, to = [], info = [], passLines = [] } = cable;
  for (const part of [dtg, from, transmission, distribution, messageNumber, ...to, ...info, ...passLines])
    if (part?.raw) part.raw = part.raw.toLowerCase();
  cable.classificationRaw &&= cable.classificationRaw.toLowerCase();
  for (const field of cable.fields) {
    if (field.lines[1] > last || earlier.has(field)) continue;
    if (field.raw !== undefined) field.raw = field.raw.toLowerCase();
    if (field.label !== undefined) field.label = field.label.toLowerCase();
  }
  for (const part of [...(cable.furniture ?? []), ...(cable.unparsed ?? [])])
    if (part.lines[1] <= last && !earlier.has(part)) part.text = part.text.toLowerCase();
}
