import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dayRange } from '../cable-day.ts';
import type { ShardEntry } from '../manifest.ts';
import { makeWhole } from './make-whole.ts';
import { mergeAside } from './merge-aside.ts';
import { mergePieces } from './merge-pieces.ts';
import { type PlannedShard, SHARD_FILE, textsOf } from './plan-index.ts';
import type { ShardPage } from './plan-shards.ts';

/** Cables below which starting a thread costs more than it saves. */
const FEW = 500;

/**
 * Puts together from their pieces the shards that the cache does not have. What has not changed of their lists is taken from shards of
 * an earlier build.
 */
export async function buildShards(cacheDir: string, shards: readonly PlannedShard[]): Promise<void> {
  const wanted = new Set(shards.map(({ folder }) => folder));
  const earlier = readdirSync(cacheDir)
    .map((name) => join(cacheDir, name))
    .filter((folder) => !wanted.has(folder) && existsSync(join(folder, SHARD_FILE)));
  for (const shard of shards) if (!shard.isKept) await buildShard(shard, earlier);
}

function buildShard(
  { pages, digest, folder, pieces }: PlannedShard,
  earlier: readonly string[],
): Promise<void> {
  const merged = pieces.map((piece) => ({ folder: piece.folder, texts: textsOf(piece) }));
  const merge = pages.length < FEW ? mergePieces : mergeAside;
  return makeWhole(folder, async (part) => {
    const cables = await merge({ pieces: merged, out: part, earlier });
    const entry: ShardEntry = { path: `s/${digest}`, digest, cables, ...daysOf(pages) };
    writeFileSync(join(part, SHARD_FILE), JSON.stringify(entry));
  });
}

function daysOf(shard: readonly ShardPage[]): Pick<ShardEntry, 'from' | 'to' | 'undated'> {
  const dated = shard.filter(({ day }) => day > 0).map(({ day }) => dayRange(day));
  const undated = dated.length < shard.length ? { undated: true as const } : {};
  if (dated.length === 0) return undated;
  const iso = (day: number) => String(day).replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3');
  const first = dated.reduce((least, [day]) => Math.min(least, day), 99999999);
  const last = dated.reduce((most, [, day]) => Math.max(most, day), 0);
  return { from: iso(first), to: iso(last), ...undated };
}
