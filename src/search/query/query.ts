/** A question to the archive as a tree: what the query language means, with the place of each part in the text that was typed. */

/** Offsets into the query's text, in UTF-16 units: `text.slice(start, end)`. */
export interface Place {
  start: number;
  end: number;
}

/** What a cable can be narrowed by, beside its date. */
export const filterFields = ['origin', 'tag', 'class', 'caption', 'mark', 'collection'] as const;
export type FilterField = (typeof filterFields)[number];

/** First and last day, ISO, both included. An open end is left out. */
export interface DayRange {
  from?: string;
  to?: string;
}

/** One word. `text` is as typed, `parts` as the index spells them: letters and digits only, lower case, no accents. */
export interface WordQuery {
  kind: 'word';
  text: string;
  /** The parts of a word with marks inside: `air-field` is `air` and `field`. One part where there are none. */
  parts: string[];
  place: Place;
}

/** Words that follow one another. */
export interface PhraseQuery {
  kind: 'phrase';
  text: string;
  words: string[][];
  place: Place;
}

export interface FilterQuery {
  kind: 'filter';
  field: FilterField;
  value: string;
  place: Place;
}

export interface DateQuery {
  kind: 'date';
  range: DayRange;
  place: Place;
}

export interface NotQuery {
  kind: 'not';
  part: Query;
  place: Place;
}

export interface GroupQuery {
  kind: 'and' | 'or';
  parts: Query[];
  place: Place;
}

export type Query = WordQuery | PhraseQuery | FilterQuery | DateQuery | NotQuery | GroupQuery;

/** What may be wrong with a query. The words for people are in the interface's word list. */
export type QueryErrorCode =
  | 'quote-open'
  | 'group-open'
  | 'group-close'
  | 'group-empty'
  | 'phrase-empty'
  | 'value-missing'
  | 'operand-missing'
  | 'date-unknown'
  | 'date-order'
  | 'too-deep'
  | 'too-long';

export interface QueryError {
  code: QueryErrorCode;
  /** The words in question. */
  text: string;
  place: Place;
}

/** Something that was read otherwise than one might think; the search runs. */
export interface QueryNote {
  code: 'unknown-field' | 'no-letters' | 'no-wildcard' | 'no-day';
  text: string;
  place: Place;
}

export interface ParsedQuery {
  /** Left out where nothing was asked, and where there are errors. */
  query?: Query;
  errors: QueryError[];
  notes: QueryNote[];
}
