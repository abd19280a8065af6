import { hash } from 'node:crypto';
import type { ShardPage } from './plan-shards.ts';

/** Words that a piece may hold, on the average; three quarters of these are a second of the indexer's time and 0.3 GB. */
const WORDS = 200_000;

/**
 * Divides a shard into pieces that the indexer takes one by one, so that a changed page costs its own piece. A page's piece hangs on
 * its path and on nothing else, until the shard has outgrown its number of pieces, which then doubles.
 *
 * @returns pieces in an order of their own, each with its pages in order of path; none is empty
 */
export function planPieces<Page extends ShardPage>(shard: readonly Page[], most = WORDS): Page[][] {
  const words = shard.reduce((sum, page) => sum + page.words, 0);
  const count = 2 ** Math.max(0, Math.ceil(Math.log2(words / most)));
  const pieces = Array.from({ length: count }, (): Page[] => []);
  for (const page of shard.toSorted((a, b) => (a.path < b.path ? -1 : 1))) {
    const place = hash('sha1', page.path, 'buffer').readUInt32BE() % count;
    pieces[place]?.push(page);
  }
  return pieces.filter((piece) => piece.length > 0);
}
