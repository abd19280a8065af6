import type { Cable } from '../cable.ts';
import { findLabel } from '../lines/find-label.ts';
import type { Line } from '../lines/line.ts';
import type { Head } from './head-walk.ts';
import { isSender } from './read-header-line.ts';

/** Capitals, and letters that do not come back as they were. */
const OTHER = /[A-Z\u0080-\uffff]/;

/** How many lines stand above the first label, or at all, where they are in small letters and one names the sender; else 0. */
function smallLetters(lines: readonly Line[]): number {
  let sent = false;
  for (let at = 0; at < lines.length; at++) {
    const { text } = lines[at] as Line;
    if (OTHER.test(text)) return 0;
    if (findLabel(text)) return sent ? at : 0;
    if (!sent) sent = isSender(text.toUpperCase());
  }
  return sent ? lines.length : 0;
}

/** Reads a header that is in small letters throughout as one in capitals; what it finds there has the sender's letters. */
export function inCapitals(cable: Cable, lines: Line[], read: (lines: Line[]) => Head): Head {
  const count = smallLetters(lines);
  if (count === 0) return read(lines);
  const earlier = new Set<object>([...cable.fields, ...(cable.furniture ?? []), ...(cable.unparsed ?? [])]);
  const found = read(
    lines.map((line, at) => (at < count ? { ...line, text: line.text.toUpperCase() } : line)),
  );
  const last = (lines[count]?.number ?? Number.POSITIVE_INFINITY) - 1;
  giveBackSmall(cable, last, earlier);
  found.body = found.body.map((line) =>
    line.number > last ? line : { ...line, text: line.text.toLowerCase() },
  );
  return found;
}

/** Gives the sender's words of a header that was read in capitals their small letters back, up to a raw line; not those of `earlier` parts. */
function giveBackSmall(cable: Cable, last: number, earlier: ReadonlySet<object>): void {
  const {
    dtg,
    from,
    transmission,
    distribution,
    messageNumber,
    eo,
    to = [],
    info = [],
    passLines = [],
  } = cable;
  for (const part of [dtg, from, transmission, distribution, messageNumber, eo, ...to, ...info, ...passLines])
    if (part?.raw && !('lines' in part && part.lines && part.lines[1] > last))
      part.raw = part.raw.toLowerCase();
  cable.classificationRaw &&= cable.classificationRaw.toLowerCase();
  for (const field of cable.fields) {
    if (field.lines[1] > last || earlier.has(field)) continue;
    if (field.raw !== undefined) field.raw = field.raw.toLowerCase();
    if (field.label !== undefined) field.label = field.label.toLowerCase();
  }
  for (const part of [...(cable.furniture ?? []), ...(cable.unparsed ?? [])])
    if (part.lines[1] <= last && !earlier.has(part)) part.text = part.text.toLowerCase();
}
