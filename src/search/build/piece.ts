/** A piece of a shard as the cache keeps it: what one run of the indexer gives, in a form that pieces can be put together from. */
import type { FilterField } from '../query/query.ts';
import { VarintReader } from '../varint.ts';
import type { VarintWriter } from './varint-writer.ts';

/** `columns.json`: what shards say of each cable, in the order of their addresses. */
export interface PieceRow {
  day: number;
  words: number;
  /** Address, title, ISO date, origin, classification. */
  list: [string, string, string, string, string];
  facets: Partial<Record<FilterField, string[]>>;
}

/**
 * The files of a piece; `text/0.bin` and so on beside them are as readers fetch them. `stems.bin` holds the stems in their order,
 * each with its two lists, as a section of a list of the shard (`StemLists`).
 */
export const PIECE = { columns: 'columns.json', stems: 'stems.bin', texts: 'text' } as const;

/** The two kinds of lists that a stem has; one of them may be empty. */
export const listKinds = ['weights', 'places'] as const;
export type ListKind = (typeof listKinds)[number];

/** Goes over the stems of a piece, one after the other. */
export class StemCursor {
  readonly bytes: Buffer;
  readonly #reader: VarintReader;
  /** Left out behind the last. */
  stem: string | undefined;
  /** Where the lists lie in the bytes. */
  readonly weights = { start: 0, end: 0 };
  readonly places = { start: 0, end: 0 };

  /** @param bytes of `stems.bin` */
  constructor(bytes: Buffer) {
    this.bytes = bytes;
    this.#reader = new VarintReader(bytes);
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
    for (const list of [this.weights, this.places]) {
      const bytes = reader.number();
      list.start = reader.at;
      list.end = reader.at += bytes;
    }
  }

  /** Good as long as the bytes are. */
  list(kind: ListKind): Buffer {
    const { start, end } = this[kind];
    return this.bytes.subarray(start, end);
  }
}

/**
 * A list of a shard out of the sections of its pieces, as `StemLists` reads it; empty ones are left out.
 *
 * @param sections in the order of the pieces, each with the place of its piece
 * @param list is written into; what comes back is good until it is written into again
 */
export function listOf(
  sections: Iterable<readonly [at: number, section: Buffer]>,
  list: VarintWriter,
): Buffer {
  list.clear();
  let before = 0;
  for (const [at, section] of sections) {
    if (section.length === 0) continue;
    list.number(at - before);
    list.part(section);
    before = at;
  }
  return list.bytes();
}
