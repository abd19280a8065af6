/**
 * The seam between what is asked and what answers. Above it stand the query language and the search page; below it stands
 * Pagefind in the browser, and a plain scan of texts in the tests.
 */
import type { DayRange, FilterField } from './query/query.ts';

/** Opens the parts of the index that hold cables of these days. */
export interface Engine {
  open(range: DayRange): Promise<OpenIndex>;
}

/** The open parts of the index. Cables are numbered from 0 to `size - 1`. */
export interface OpenIndex {
  readonly size: number;
  /** No part of the index was left closed. */
  readonly complete: boolean;
  /** How many parts are open. */
  readonly shards: number;
  /** Day of each cable as the number 20080515; 0 where it is not known. */
  readonly days: ArrayLike<number>;
  /** Words of each cable. */
  readonly lengths: ArrayLike<number>;
  /** Which cables have a word, spelt as `indexWord` spells it, in any form that has its stem. */
  lookup(word: string): Promise<Posting>;
  /** Whether the index lists the word's places not by themselves, but with the words beside it. */
  isCommon(word: string): boolean;
  /**
   * Where words follow one another: one that is not common, with or without a common one before and behind it, or two common ones.
   * Of parts of the index that hold none of `among`, nothing is read.
   */
  places(words: readonly string[], among: readonly number[]): Promise<Places>;
  facet(field: FilterField): Promise<Facet>;
  read(cable: number): Promise<CableText>;
  /** Address, title and the like of any cables, without their texts. */
  list(cables: readonly number[]): Promise<ListRow[]>;
}

/** The cables that have a word, ascending. */
export interface Posting {
  cables: number[];
  /** What the word weighs in each: more in a title than in the text. */
  weights: number[];
}

/** The cables that have words, ascending, and the place of the first in each, ascending: words counted from 0. */
export interface Places {
  cables: number[];
  positions: number[][];
}

/** The values of a field, and which of them each cable has. */
export interface Facet {
  values: string[];
  of: readonly (readonly number[])[];
}

/** A cable's text as the index knows it. */
export interface CableText {
  url: string;
  /** Split at blanks; `¶` stands where a block begins. */
  words: string[];
  anchors: { id: string; position: number }[];
  /** id, date, origin, title and the like. */
  meta: Record<string, string>;
  /** Where a word stands, in any form that has its stem: places in `words`, ascending. */
  find(word: string): readonly number[];
}

export interface ListRow {
  address: string;
  title: string;
  date?: string;
  origin?: string;
  classification?: string;
}
