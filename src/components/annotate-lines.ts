import type { Cable, Lines } from '../cable/cable.ts';
import type { Diagnostic } from '../cable/diagnostics.ts';
import { explainLines, type LineReading } from '../cable/explain-lines.ts';

/** What a line of the raw file was understood as. */
export interface Understood {
  /** Field of the record, or kind of block. */
  kind: string;
  /** Anchor of the block on the cable's page. */
  anchor?: string;
  /** What is printed of it: `3`, `S/NF`. */
  detail?: string;
}

export interface RawLine {
  number: number;
  text: string;
  /** On the first line of a run of lines of one meaning. */
  understood?: Understood;
  /** In a run that began above. */
  goesOn?: boolean;
  /** Taken out of the text: a page banner, a section footer, a stamp. */
  furniture?: boolean;
  diagnostics: Diagnostic[];
}

/** Longest piece of a line that is shown. */
const longest = 4000;

/** Those of the lines of a raw text from `first` to `last` (1-based, both shown), each with what the record makes of it. */
export function annotateLines(
  cable: Cable,
  lines: readonly string[],
  first: number,
  last: number,
): RawLine[] {
  let above: string | undefined;
  let gap = false;
  return explainLines(cable, [first, last]).map(({ number, readings, diagnostics }) => {
    const line = lines[number - 1] ?? '';
    const text = line.length > longest ? `${line.slice(0, longest)} …` : line;
    const reading = line.trim() === '' ? undefined : readings[0];
    if (!reading) {
      gap = true;
      return { number, text, diagnostics };
    }
    const key = `${reading.as} ${reading.name} ${reading.anchor}`;
    // Below a gap a paragraph goes on; a line of the head is another one.
    const goesOn = key === above && (!gap || reading.anchor !== undefined);
    above = key;
    gap = false;
    return {
      number,
      text,
      diagnostics,
      ...(reading.as === 'furniture' && { furniture: true }),
      ...(goesOn ? { goesOn } : { understood: understoodOf(reading) }),
    };
  });
}

function understoodOf({ as, name, anchor, label }: LineReading): Understood {
  if (as === 'furniture') return { kind: as, detail: name };
  return { kind: name, ...(anchor && { anchor }), ...(label && { detail: label }) };
}

/** First and last line that a record stands on; the whole file where it knows no lines. */
export function spanOf(cable: Cable): Lines {
  const all = [...cable.fields, ...cable.body, ...(cable.furniture ?? []), ...(cable.unparsed ?? [])].map(
    ({ lines }) => lines,
  );
  if (all.length === 0) return [1, cable.source.lines];
  return [
    all.reduce((least, [from]) => Math.min(least, from), Number.POSITIVE_INFINITY),
    all.reduce((most, [, until]) => Math.max(most, until), 1),
  ];
}
