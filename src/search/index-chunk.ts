import { CborReader, readerOf } from './cbor-reader.ts';

/** Where a stem stands: pages ascending, places in each ascending, and what they weigh. */
export interface StemPosting {
  pages: number[];
  positions: number[][];
  weights: number[];
}

/** Weight of a word of running text. */
const PLAIN = 24;

/**
 * A chunk of Pagefind's word index (1.5.2): `[[[stem, pages, variants], ...]]`, a page `[number, places, fields]`. Places are
 * differences; a negative number sets the weight of those that follow, which count from the start again. Variants are spellings
 * with accents, with pages of their own.
 */
export class IndexChunk {
  readonly #bytes: Uint8Array;
  readonly #stems = new Map<string, number>();

  /** @param bytes the file, unzipped */
  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    const reader = readerOf(bytes);
    reader.array();
    for (let left = reader.array(); left > 0; left -= 1) {
      reader.array();
      this.#stems.set(reader.text(), reader.at);
      reader.skip();
      reader.skip();
    }
  }

  get stems(): IterableIterator<string> {
    return this.#stems.keys();
  }

  posting(stem: string): StemPosting | undefined {
    const offset = this.#stems.get(stem);
    if (offset === undefined) return undefined;
    const reader = new CborReader(this.#bytes, offset);
    const pages = new Map<number, { positions: Set<number>; weight: number }>();
    readPages(reader, pages);
    for (let left = reader.array(); left > 0; left -= 1) {
      reader.array();
      reader.text();
      readPages(reader, pages);
    }
    const sorted = [...pages].sort(([a], [b]) => a - b);
    return {
      pages: sorted.map(([page]) => page),
      positions: sorted.map(([, { positions }]) => [...positions].sort((a, b) => a - b)),
      weights: sorted.map(([, { weight }]) => weight),
    };
  }
}

function readPages(reader: CborReader, pages: Map<number, { positions: Set<number>; weight: number }>): void {
  let page = 0;
  for (let left = reader.array(); left > 0; left -= 1) {
    reader.array();
    page += reader.number();
    const entry = pages.get(page) ?? { positions: new Set<number>(), weight: 0 };
    let weight = 1;
    let position = 0;
    for (let places = reader.array(); places > 0; places -= 1) {
      const value = reader.number();
      if (value < 0) {
        weight = (-1 - value) / PLAIN;
        position = 0;
      } else {
        position += value;
        entry.positions.add(position);
        entry.weight += weight;
      }
    }
    if (entry.positions.size > 0) pages.set(page, entry);
    // Places in the page's fields (its title): Pagefind ranks by them, we by the text alone.
    reader.skip();
  }
}
