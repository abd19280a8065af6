import type { Cable } from '../cable/cable.ts';
import { acronymsOf } from './acronyms-of.ts';
import type { AppliedLock } from './apply-lock.ts';
import type { CatalogEntry } from './catalog.ts';
import { eachPiece } from './each-piece.ts';
import { listedOf } from './listed-cable.ts';
import { mentionsOf } from './mentions-of.ts';
import { digestOf } from './read-raw.ts';

/** An entry without what depends on the other files of the archive. */
export type LooseEntry = Omit<CatalogEntry, 'address' | 'collection'>;

/** The catalog's entry of a cable. `engine` is the digest of the program that read it. */
export function entryOf(
  cable: Cable,
  { line, aliases }: AppliedLock,
  paths: readonly string[],
  part: number,
  engine: string,
): LooseEntry {
  const [path = ''] = paths;
  const counts = { info: 0, warning: 0, error: 0 };
  const codes: CatalogEntry['codes'] = {};
  for (const { code, severity } of cable.diagnostics) {
    counts[severity] += 1;
    codes[code] = (codes[code] ?? 0) + 1;
  }
  const anchors: CatalogEntry['anchors'] = [];
  let words = 0;
  eachPiece(cable.body, ({ anchor, text }) => {
    if (anchor !== undefined) anchors.push(anchor);
    words += countWords(text);
  });
  const acronyms = acronymsOf(cable);
  return {
    path,
    ...(paths.length > 1 && { paths: [...paths] }),
    part,
    digest: digestOf([engine, cable.source.sha256, part, line, ...paths].join('\n')),
    cable: listedOf(cable),
    counts,
    codes,
    words,
    anchors,
    ...(aliases.size > 0 && { aliases: Object.fromEntries(aliases) }),
    mentions: mentionsOf(cable),
    ...(Object.keys(acronyms).length > 0 && { acronyms }),
  };
}

/** Runs of characters between blanks. */
function countWords(text: string): number {
  let words = 0;
  let inside = false;
  for (let at = 0; at < text.length; at += 1) {
    const isBlank = text.charCodeAt(at) <= 32;
    if (!isBlank && !inside) words += 1;
    inside = !isBlank;
  }
  return words;
}
