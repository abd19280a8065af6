import { readerOf } from './cbor-reader.ts';

/** The list of pages at the head of a Pagefind metadata file: which result is which row of our own columns, how long each text is. */
export interface PageList {
  ids: string[];
  words: number[];
}

/**
 * Reads `[version, [[id, words], ...], ...]`, as Pagefind 1.5.2 writes it.
 *
 * @param bytes the file, unzipped
 * @throws Error where the bytes are something else
 */
export function readPageList(bytes: Uint8Array): PageList {
  const reader = readerOf(bytes);
  reader.array();
  reader.text();
  const ids: string[] = [];
  const words: number[] = [];
  for (let left = reader.array(); left > 0; left -= 1) {
    reader.array();
    ids.push(reader.text());
    words.push(reader.number());
  }
  return { ids, words };
}
