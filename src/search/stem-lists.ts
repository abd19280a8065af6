import type { Places, Posting } from './engine.ts';
import { VarintReader } from './varint.ts';

/** What a word of running text weighs in the index's whole numbers (Pagefind 1.5.2). */
const PLAIN = 24;

/**
 * A chunk of the word index: stems in their order, each with a list as bytes behind their number. A list is made of sections, one of each
 * piece of the shard that has the stem: how many pieces it is behind the one before, and its bytes behind their number. There are two
 * kinds of lists: which rows have the stem and what it weighs there, which every query needs; and where it stands in them, many times as
 * long, which phrases need. Of common words there is no list of places (`commonWords`), but one of each two of them.
 */
export class StemLists {
  readonly #lists = new Map<string, Uint8Array>();
  readonly #pieces: readonly number[];

  /**
   * @param bytes the file, unzipped
   * @param pieces first row of each piece of the shard
   * @throws RangeError where it is not whole
   */
  constructor(bytes: Uint8Array, pieces: readonly number[]) {
    this.#pieces = pieces;
    const reader = new VarintReader(bytes);
    while (!reader.isAtEnd) this.#lists.set(reader.text(), reader.part());
  }

  /** Of a chunk of weights: `row, weight` each, rows as differences from the first row of the piece on. */
  weights(stem: string): Posting {
    const posting: Posting = { cables: [], weights: [] };
    for (const [first, reader] of this.#sections(stem)) {
      for (let row = first; !reader.isAtEnd; ) {
        row += reader.number();
        posting.cables.push(row);
        posting.weights.push(reader.number() / PLAIN);
      }
    }
    return posting;
  }

  /**
   * Of a chunk of places: `row, number of places, places` each, rows as before. A place is twice the difference to the one
   * before, and one more where a byte follows: the code of the common word before it, and sixteen times that of the one behind.
   * Where a written word is several common words at a time, its neighbour's place comes again for each of them.
   *
   * @param before code of the common word that must stand before each; 0 for any word
   * @param behind the same of the word behind
   */
  places(stem: string, before = 0, behind = 0): Places {
    const places: Places = { cables: [], positions: [] };
    for (const [first, reader] of this.#sections(stem)) {
      for (let row = first; !reader.isAtEnd; ) {
        row += reader.number();
        const positions: number[] = [];
        let position = 0;
        for (let left = reader.number(); left > 0; left -= 1) {
          const value = reader.number();
          const code = value % 2 === 1 ? reader.number() : 0;
          position += value >>> 1;
          if (before !== 0 && code % 16 !== before) continue;
          if (behind !== 0 && code >> 4 !== behind) continue;
          if (positions.at(-1) !== position) positions.push(position);
        }
        if (positions.length === 0) continue;
        places.cables.push(row);
        places.positions.push(positions);
      }
    }
    return places;
  }

  /** The first row and the bytes of each section of a list. */
  *#sections(stem: string): Generator<[first: number, reader: VarintReader], undefined> {
    const list = new VarintReader(this.#lists.get(stem) ?? new Uint8Array());
    for (let piece = 0; !list.isAtEnd; ) {
      piece += list.number();
      yield [this.#pieces[piece] ?? 0, new VarintReader(list.part())];
    }
  }
}
