/** What a thread can be given: the download of all records. */
import { gzipOf } from './gzip-pieces.ts';
import { type Written, writeChunks } from './write-chunks.ts';

export interface Records {
  folder: string;
  /** Of the file. */
  name: string;
  /** Files that hold all records packed: see `gzipOf`. */
  pieces: readonly string[];
}

/** Writes all records packed. Throws what the disk throws. */
export default function writeRecords({ folder, name, pieces }: Records): Written {
  return writeChunks(folder, name, gzipOf(pieces));
}
