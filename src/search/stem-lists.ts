import type { Places, Posting } from './engine.ts';
import { VarintReader } from './varint.ts';

/** What a word of running text weighs in the index's whole numbers (Pagefind 1.5.2). */
const PLAIN = 24;

/**
 * A chunk of the word index: stems in their order, each with a list of its rows as bytes behind their number. There are two kinds of
 * lists: which rows have the stem and what it weighs there, which every query needs; and where it stands in them, ten times as
 * long, which phrases need.
 */
export class StemLists {
  readonly #lists = new Map<string, Uint8Array>();

  /**
   * @param bytes the file, unzipped
   * @throws RangeError where it is not whole
   */
  constructor(bytes: Uint8Array) {
    const reader = new VarintReader(bytes);
    while (!reader.isAtEnd) this.#lists.set(reader.text(), reader.part());
  }

  /** Of a chunk of weights: `row, weight` each, rows as differences. */
  weights(stem: string): Posting {
    const posting: Posting = { cables: [], weights: [] };
    const reader = this.#reader(stem);
    for (let row = 0; !reader.isAtEnd; ) {
      row += reader.number();
      posting.cables.push(row);
      posting.weights.push(reader.number() / PLAIN);
    }
    return posting;
  }

  /** Of a chunk of places: `row, number of places, places` each, rows and places as differences. */
  places(stem: string): Places {
    const places: Places = { cables: [], positions: [] };
    const reader = this.#reader(stem);
    for (let row = 0; !reader.isAtEnd; ) {
      row += reader.number();
      const positions: number[] = [];
      let position = 0;
      for (let left = reader.number(); left > 0; left -= 1) {
        position += reader.number();
        positions.push(position);
      }
      places.cables.push(row);
      places.positions.push(positions);
    }
    return places;
  }

  #reader(stem: string): VarintReader {
    return new VarintReader(this.#lists.get(stem) ?? new Uint8Array());
  }
}
