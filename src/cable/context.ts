import type { Cable, Classification, Dialect } from './cable.ts';

/** What the caller knows of a text before it is read. */
export interface ParseOptions {
  /** Path of the file inside the archive; its name may be the cable's id. */
  path?: string;
  /** Four-digit year, where the text names none. */
  year?: number;
  /** The cable's id, where the caller knows it. */
  id?: string;
  /** How the bytes were read, where the caller decoded them: see `decode.ts`. */
  encoding?: string;
}

/** What the steps of the head and the body know of the cable they are in. */
export interface CableContext {
  /** Four-digit year of the cable. */
  year?: number;
  /** ISO date of the DTG. */
  date?: string;
  station?: string;
  serial?: number;
  id?: string;
  from?: Cable['from'];
  classification?: Classification;
  dialect: Dialect;
  /** The file bears release stamps, so that `B1` in a margin is an exemption. */
  stamped?: boolean;
  /** A publisher's Markdown copy: hard breaks and pilcrows are the publisher's. */
  markdown?: boolean;
  partial?: boolean;
  /** The words of the head that announce a telegram repeated inside. */
  repeat?: string;
}
