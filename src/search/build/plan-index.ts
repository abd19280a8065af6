import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { CatalogEntry } from '../../archive/catalog.ts';
import { INDEX_LANGUAGE } from '../manifest.ts';
import { planPieces } from './plan-pieces.ts';
import { planShards, type ShardPage } from './plan-shards.ts';
import { pagefindVersion } from './run-pagefind.ts';

export interface IndexPage extends ShardPage {
  /** Of its text. */
  digest: string;
  entry: CatalogEntry;
}

/** A shard or a piece of one; the cache keeps it in a folder of its own. */
export interface Part {
  pages: IndexPage[];
  digest: string;
  folder: string;
  /** The cache has it. */
  isKept: boolean;
}

export interface PlannedShard extends Part {
  pieces: Part[];
}

export interface PlanOptions {
  cacheDir: string;
  /** Words that a shard may hold. */
  words: number;
  /** Words that the indexer takes at a time; left out, as many as pay. */
  pieceWords?: number | undefined;
}

/** Changes whenever what is written of Pagefind's files does. */
const FORMAT = 'cable-archive-index-7';

/** Name of what a shard's folder says of it; it is written last of all. */
export const SHARD_FILE = 'shard.json';

/** Where readers find the texts of a piece, below the index. */
export const textsOf = ({ digest }: Part): string => `t/${digest}`;

/** Shards with their pieces, and what the cache has of them. */
export function planIndex(
  pages: readonly IndexPage[],
  { cacheDir, words, pieceWords }: PlanOptions,
): PlannedShard[] {
  const partOf = (kind: 'shard' | 'piece', own: IndexPage[], parts: readonly string[]): Part => {
    const digest = digestOf(kind, parts);
    const folder = join(cacheDir, digest);
    return {
      pages: own,
      digest,
      folder,
      isKept: existsSync(kind === 'shard' ? join(folder, SHARD_FILE) : folder),
    };
  };
  return planShards(pages, words).map((shard): PlannedShard => {
    const pieces = planPieces(shard, pieceWords).map((piece) =>
      partOf(
        'piece',
        piece,
        piece.map(({ path, digest }) => `${path} ${digest}`),
      ),
    );
    const digests = pieces.map(({ digest }) => digest);
    return { ...partOf('shard', shard, digests), pieces };
  });
}

function digestOf(kind: 'shard' | 'piece', parts: readonly string[]): string {
  const hash = createHash('sha256').update(`${FORMAT} ${kind} ${pagefindVersion} ${INDEX_LANGUAGE}\n`);
  for (const part of parts) hash.update(`${part}\n`);
  return hash.digest('hex').slice(0, 16);
}
