import type { Text } from 'mdast';
import type { Position } from 'unist';
import type { Cable, Lines } from '../cable/cable.ts';
import { cleanText } from './clean-text.ts';
import { type RedactionsByLine, redactionsByLine } from './phrasing.ts';
import { englishTreeWords, type TreeWords } from './tree-words.ts';

export interface TreeOptions {
  /** The raw file: gives positions their last column. */
  raw?: string | undefined;
  /** Names of links and boxes; English where left out. */
  words?: TreeWords | undefined;
  /** Anchors of former builds that must go on to lead somewhere: by the anchor they stand at. HTML only. */
  aliases?: ReadonlyMap<string, readonly string[]> | undefined;
}

/** What the steps from a cable to its tree share: what was given away so far, and how to find places. */
export interface TreeBuilder {
  words: TreeWords;
  aliases: ReadonlyMap<string, readonly string[]>;
  redactions: RedactionsByLine;
  /** Length of each raw line, where the raw text is known. */
  columns: number[] | undefined;
  /** Ids given so far, and how many copies of each were asked for: an id is given once, whatever the record says. */
  ids: Map<string, number>;
  /** Tables and other fixed texts so far: their boxes need different names. */
  fixed: number;
}

/** A builder for one cable. */
export function createBuilder(cable: Cable, { raw, words, aliases }: TreeOptions): TreeBuilder {
  return {
    words: words ?? englishTreeWords,
    aliases: aliases ?? new Map(),
    redactions: redactionsByLine(cable.redactions),
    columns: raw?.split(/\r\n|\n|\r/).map((line) => line.length),
    ids: new Map(),
    fixed: 0,
  };
}

/** The anchor; where it is empty or taken, which the parser sees to that it is not, one that is free. */
export function claimId(anchor: string, { ids }: TreeBuilder): string {
  const wanted = cleanText(anchor).replace(/[ \t\n]+/g, '_') || 'text';
  let id = wanted;
  for (let copy = (ids.get(wanted) ?? 0) + 1; ids.has(id); copy++) {
    id = `${wanted}_${copy}`;
    ids.set(wanted, copy);
  }
  ids.set(id, 1);
  return id;
}

/** An element without text for each former anchor that now leads to `anchor`: `<span class="alias" id="p4" data-for="p3">`. */
export function aliasesOf(anchor: string, builder: TreeBuilder): Text[] {
  return (builder.aliases.get(anchor) ?? []).map((alias) => {
    const hProperties = { className: ['alias'], id: claimId(alias, builder), dataFor: anchor };
    return { type: 'text', value: '', data: { hName: 'span', hProperties } };
  });
}

/** Where a block stands in the raw file. */
export function positionOf([first, last]: Lines, { columns }: TreeBuilder): Position {
  return {
    start: { line: first, column: 1 },
    end: { line: last, column: (columns?.[last - 1] ?? 0) + 1 },
  };
}
