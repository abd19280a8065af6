/** The catalog: one entry a cable, of what others show of it; no bodies. */
import type { Reference } from '../cable/cable.ts';
import type { DiagnosticCode } from '../cable/diagnostics.ts';
import type { ListedCable } from './listed-cable.ts';

export type { ListedCable };

/** A place in a body that names another cable: by REF letter, by id, by `reftel`. */
export interface Mention {
  /** Canonical id of the cable named. */
  id: string;
  /** Anchor of the paragraph that names it. */
  anchor: string;
  /** Paragraph of the named cable, where the text says one: `p3`. */
  target?: string;
  /** Up to about 240 characters of the sentence around. */
  excerpt: string;
}

export interface CatalogEntry {
  /** Last part of the page's address, unique: the id, or where there is none a name made from the file's; a second copy of an id ends in `_2`. */
  address: string;
  /** Raw file, relative to the cables folder, `/` between; of a cable joined from several files, the first. */
  path: string;
  /** All files of a cable that was joined from several, in the order of its sections. */
  paths?: string[];
  /** Which of the file's cables, from 0. */
  part: number;
  /** Digest of engine and raw text: the same digest, the same page body. */
  digest: string;
  /** Key in `archive.yaml`, where the file lies in a collection's folder. */
  collection?: string;
  cable: ListedCable;
  /** Diagnostics by severity. */
  counts: { info: number; warning: number; error: number };
  /** How often the reading reported what. */
  codes: Partial<Record<DiagnosticCode, number>>;
  /** Words of the body. */
  words: number;
  /** Anchors of the body in order. */
  anchors: string[];
  /** Former anchors by the anchor that links to them lead to now. */
  aliases?: Record<string, string[]>;
  mentions: Mention[];
  /** Acronyms that the text explains, and what it says they mean. */
  acronyms?: Record<string, string>;
}

/** A paragraph that cites a cable. */
export interface CitingPlace {
  anchor: string;
  excerpt: string;
  /** Paragraph of the cited cable that is named. */
  target?: string;
}

/** A cable that cites another, with all places where it does. */
export interface CitingCable {
  entry: CatalogEntry;
  /** REF letter, where the REF list names it with one. */
  bullet?: string;
  /** Paragraphs that name it, in the order of the text; none where only the REF list does. */
  places: CitingPlace[];
}

/** A reference of a cable, and where it leads. */
export interface ReferenceLink {
  reference: Reference;
  /** Last part of the address of the page to go to, for every reference that names a cable: `/cables/<address>/`. */
  address?: string;
  /** The cable itself, where the archive holds it. */
  entry?: CatalogEntry;
}

/** A cable that is cited and not held. */
export interface MissingCable {
  id: string;
  /** Last part of the address of its page. */
  address: string;
  station?: string;
  serial?: number;
  /** Four digits. */
  year?: number;
  citing: CitingCable[];
  /** Days (ISO) between which it was probably sent: from the cables held of the same post with nearest numbers, from its year, and not after the first cable that cites it. */
  between?: [first: string, last: string];
}

/** A cable that the publisher took out. */
export interface RemovedCable {
  address: string;
  /** ISO date. */
  date?: string;
  reason: string;
}

/** Another spelling of a cable's id, whose address leads to the cable. */
export interface FormerAddress {
  address: string;
  entry: CatalogEntry;
}
