import { type CborReader, readerOf } from './cbor-reader.ts';

/** The places of a stem in a row, ascending, and what it weighs there: 24 for each word of running text. */
export interface StemRow {
  positions: number[];
  weight: number;
}

/** A stem and its rows, by their number. */
export type StemEntry = [stem: string, rows: Map<number, StemRow>];

/** Weight of what stands before the first weight. */
const PLAIN = 24;

/**
 * Reads a chunk of Pagefind's word index (1.5.2): `[[[stem, pages, variants], ...]]`, a page `[number, places, fields]`. Places are
 * differences; a negative number sets the weight of those that follow, which count from the start again. Variants are spellings
 * with accents, with pages of their own: here they are one with their stem.
 *
 * @param bytes the file, unzipped
 * @returns rows of each stem, in no order
 * @throws Error where the bytes are something else
 */
export function* readStems(bytes: Uint8Array): Generator<StemEntry> {
  const reader = readerOf(bytes);
  reader.array();
  for (let left = reader.array(); left > 0; left -= 1) {
    reader.array();
    const stem = reader.text();
    const rows = new Map<number, StemRow>();
    readPages(reader, rows);
    for (let variants = reader.array(); variants > 0; variants -= 1) {
      reader.array();
      reader.text();
      readPages(reader, rows);
    }
    for (const row of rows.values()) row.positions = ascending(row.positions);
    yield [stem, rows];
  }
}

function readPages(reader: CborReader, rows: Map<number, StemRow>): void {
  let page = 0;
  for (let left = reader.array(); left > 0; left -= 1) {
    reader.array();
    page += reader.number();
    const row = rows.get(page) ?? { positions: [], weight: 0 };
    let weight = PLAIN;
    let position = 0;
    for (let places = reader.array(); places > 0; places -= 1) {
      const value = reader.number();
      if (value < 0) {
        weight = -1 - value;
        position = 0;
      } else {
        position += value;
        row.positions.push(position);
        row.weight += weight;
      }
    }
    if (row.positions.length > 0) rows.set(page, row);
    // Places in the page's fields (its title): Pagefind ranks by them, we by the text alone.
    reader.skip();
  }
}

/** In their order, each once. */
function ascending(positions: number[]): number[] {
  const isSo = positions.every((position, at) => at === 0 || position > (positions[at - 1] as number));
  return isSo ? positions : [...new Set(positions)].sort((a, b) => a - b);
}
