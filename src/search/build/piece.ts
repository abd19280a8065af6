/** A piece of a shard as the cache keeps it: what one run of the indexer gives, in a form that pieces can be put together from. */
import type { FilterField } from '../query/query.ts';

/** `columns.json`: what shards say of each cable, in the order of Pagefind's own page list. */
export interface PieceRow {
  day: number;
  words: number;
  /** Address, title, ISO date, origin, classification. */
  list: [string, string, string, string, string];
  facets: Partial<Record<FilterField, string[]>>;
}

/**
 * `stems.json`: a list of rows that have a stem, in the order of the stems; spellings with accents have lists of their own
 * behind the stem's. The list's CBOR stands in `pages.bin`, one after the other, without the number of its first row.
 */
export type PieceList = [stem: string, rows: number, first: number, last: number, bytes: number];

/** The files of a piece; `text/0.bin` and so on beside them are as they stand in the shard. */
export const PIECE = { columns: 'columns.json', stems: 'stems.json', pages: 'pages.bin' } as const;
