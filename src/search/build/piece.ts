/** A piece of a shard as the cache keeps it: what one run of the indexer gives, in a form that pieces can be put together from. */
import type { FilterField } from '../query/query.ts';
import { VarintReader } from '../varint.ts';

/** `columns.json`: what shards say of each cable, in the order of Pagefind's own page list. */
export interface PieceRow {
  day: number;
  words: number;
  /** Address, title, ISO date, origin, classification. */
  list: [string, string, string, string, string];
  facets: Partial<Record<FilterField, string[]>>;
}

/**
 * The files of a piece; `text/0.bin` and so on beside them are as readers fetch them. `stems.bin` holds the stems in their order,
 * each with its first and last row and its two lists, as they stand in a chunk (`StemLists`), without the number of the first row.
 */
export const PIECE = { columns: 'columns.json', stems: 'stems.bin', texts: 'text' } as const;

/** Where a list lies in the bytes of its piece. */
export interface ListPlace {
  start: number;
  end: number;
}

/** Goes over the stems of a piece, one after the other. */
export class StemCursor {
  readonly bytes: Buffer;
  readonly #reader: VarintReader;
  readonly #base: number;
  /** Left out behind the last. */
  stem: string | undefined;
  first = 0;
  last = 0;
  readonly weights: ListPlace = { start: 0, end: 0 };
  readonly places: ListPlace = { start: 0, end: 0 };

  /**
   * @param bytes of `stems.bin`
   * @param base row of the shard that is the piece's first
   */
  constructor(bytes: Buffer, base: number) {
    this.bytes = bytes;
    this.#reader = new VarintReader(bytes);
    this.#base = base;
    this.next();
  }

  next(): void {
    const reader = this.#reader;
    if (reader.isAtEnd) {
      this.stem = undefined;
      return;
    }
    const length = reader.number();
    reader.at += length;
    this.stem = this.bytes.toString('utf8', reader.at - length, reader.at);
    this.first = this.#base + reader.number();
    this.last = this.#base + reader.number();
    for (const list of [this.weights, this.places]) {
      const bytes = reader.number();
      list.start = reader.at;
      list.end = reader.at += bytes;
    }
  }
}
