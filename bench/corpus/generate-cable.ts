/**
 * One cable of an invented archive: forms and oddities in the proportions that published cables show, words by Zipf's
 * law, lengths log-normal. The same index and seed give the same text on every machine.
 */
import { type Draft, draftCable } from './draft-cable.ts';
import { furnishSections, wrapLine } from './furnish.ts';
import { createRandom, type Random } from './random.ts';
import { wrapInCopy } from './wrap-in-copy.ts';
import { bodyLines, inCapitals } from './write-body.ts';
import { headLines, labelLines } from './write-head.ts';

export interface GeneratedCable {
  /** Canonical id, unique in the corpus. */
  id: string;
  /** Four digits. */
  year: number;
  /** 1 to 12. */
  month: number;
  /** `08LIMA1234.txt`. */
  name: string;
  text: string;
  encoding: 'utf-8' | 'windows-1252';
}

/** The body with what stands at its end: a name on its own line, or glued to the last sentence, or none. */
function sign(draft: Draft, body: readonly string[]): string[] {
  const { random, form, signer, place } = draft;
  if (form === 'smart') {
    const name = `${signer.slice(0, 1)}${signer.slice(1).toLowerCase()}`;
    return [
      ...body,
      '',
      `Signature:      ${name}`,
      '',
      `Drafted By:     ${place.stationName}:${name}, Talmi`,
      'Dissemination Rule: Archive Copy',
      '',
      draft.classification,
    ];
  }
  if (random.chance(0.2)) return [...body.slice(0, -1), `${body.at(-1) ?? ''} ${signer}`];
  const end = form === 'markdown' || random.chance(0.005) ? ['', 'NNNN', '', 'End Cable Text'] : [];
  return random.chance(0.03) ? [...body, ...end] : [...body, signer, ...end];
}

/** A publisher's names taken out of one cable in seven. */
function redact(random: Random, lines: string[]): string[] {
  if (!random.chance(0.15)) return lines;
  return lines.map((line) =>
    line.length > 200 && random.chance(0.2) ? line.replace(/ [a-z]{5,9} /, ' XXXXXXXXXXXX ') : line,
  );
}

/**
 * @param index from 0
 * @param seed any whole number; another seed is another archive
 */
export function generateCable(index: number, seed = 1): GeneratedCable {
  const draft = draftCable(index, seed);
  const { place, form } = draft;
  const date = new Date(place.time);
  const written = redact(draft.random, bodyLines(draft));
  const text = draft.capitals ? inCapitals(written) : written;
  const body = sign(draft, text);
  const wrap =
    draft.wrapped || form === 'smart' ? (line: string) => wrapLine(line) : (line: string) => [line];
  const labels = labelLines(draft);
  const sectioned = furnishSections(draft, body.flatMap(wrap), labels.flatMap(wrap));
  // Oddities of the copy have a stream of their own, so that a change to the text leaves them where they are.
  const head = form === 'smart' ? headLines(draft, labels) : headLines(draft, labels).flatMap(wrap);
  const copy = wrapInCopy(draft, head, sectioned, createRandom(seed ^ 0x51ed27, index));
  return {
    id: place.id,
    year: place.year,
    month: date.getUTCMonth() + 1,
    name: `${place.id}.${copy.extension}`,
    text: copy.text,
    encoding: copy.encoding,
  };
}
