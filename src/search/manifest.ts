/** What the index says of itself: written by the build, read by the search page first of all. */
export interface SearchManifest {
  /** Of the index's shape; a page never reads another's. */
  version: 4;
  cables: number;
  /** Oldest first. */
  shards: ShardEntry[];
  /** Two-digit year to the file that names the ids of that year. */
  ids: Record<string, string>;
}

/** A part of the index: the cables of some years that follow one another. Paths are relative to the manifest. */
export interface ShardEntry {
  path: string;
  /** Digest of everything that was indexed. */
  digest: string;
  cables: number;
  /** First and last day; left out where no cable's day is known. */
  from?: string;
  to?: string;
  /** Some cables bear no date: opened unless a date is asked for. */
  undated?: true;
}

/** `core.bin`: what every search needs. A row a cable. */
export interface ShardCore {
  /** 20080515; 20080500 or 20080000 where month or year alone is known; 0. */
  days: number[];
  /** Length of each text in words. */
  words: number[];
  /** First stem of each chunk of the word index, as `StemLists` reads it: `weights/0.bin` and so on. */
  weights: string[];
  /** The same of `places/0.bin` and so on. */
  places: string[];
  /** Folders of texts and how many each holds, the rows' in their order; relative to the manifest. */
  texts: [path: string, cables: number][];
}

/** `facets.bin`: the values of each field, and which of them each cable has. */
export type ShardFacets = Record<string, { values: string[]; of: number[][] }>;

/** `list.bin`: address, title, ISO date, origin, classification. */
export type ShardList = [
  address: string,
  title: string,
  date: string,
  origin: string,
  classification: string,
][];

/** `0.bin` and so on of a folder of texts: the text of a cable, `¶` at the start of each block, and the word at which each anchor stands. */
export interface ShardText {
  url: string;
  text: string;
  anchors: [id: string, position: number][];
  meta: Record<string, string>;
}

/** Ids of a year: `08BEIJING1882` or, with its date-time group, `08BEIJING1882 05150945`; cited ones are not held. */
export interface IdList {
  held: string[];
  cited: string[];
}

/** Where the index lies under the site's base. */
export const INDEX_PATH = 'search/index/';
export const MANIFEST = 'manifest.json';
/** The language whose stems the index holds: that of the cables, whatever the interface's is. */
export const INDEX_LANGUAGE = 'en';
