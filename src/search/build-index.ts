import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import type { CatalogEntry } from '../archive/catalog.ts';
import { keepOnly } from '../archive/keep-only.ts';
import { buildPieces } from './build/build-pieces.ts';
import { buildShards } from './build/build-shards.ts';
import { digestPages } from './build/digest-pages.ts';
import { IndexThreads } from './build/index-threads.ts';
import { linkFolder } from './build/link-folder.ts';
import { pagePath } from './build/page-text.ts';
import { PIECE } from './build/piece.ts';
import { type IndexPage, type PlannedShard, planIndex, SHARD_FILE, textsOf } from './build/plan-index.ts';
import { writeIds } from './build/write-ids.ts';
import { cableDay } from './cable-day.ts';
import { INDEX_PATH, MANIFEST, type SearchManifest, type ShardEntry } from './manifest.ts';

export interface BuildIndexOptions {
  /** The built site. */
  siteDir: string;
  /** Where shards are kept from build to build: a folder of its own. */
  cacheDir: string;
  entries: readonly CatalogEntry[];
  /** An earlier site that nobody reads: its index is moved, and what has not changed of it stays. */
  spare?: string | undefined;
  settings: {
    search: {
      /** Words that a part of the index may hold. */
      words: number;
      /** What all indexers that run at a time may hold, in megabytes. */
      memory: number;
    };
  };
  /** Words that the indexer takes at a time; left out, as many as pay. */
  pieceWords?: number;
  /** Digests of texts that are known to be as they were, by address: see `digests`. */
  known?: ReadonlyMap<string, string>;
  /**
   * Called once: where all that is to be indexed is indexed at a time, when the indexers have begun, else when they have ended and
   * a thread beside puts shards together. The index is finished when it is, too.
   */
  meanwhile?: () => Promise<void>;
  /** Told how many cables of how many are indexed. */
  progress?: (done: number, all: number) => void;
}

export interface BuildIndexResult {
  cables: number;
  shards: number;
  /** Shards taken over from the last build. */
  reused: number;
  /** Pages of the catalog that were not found, or have no part to index. */
  skipped: string[];
  /** Digest of the text of each cable that the index is made from, by address. */
  digests: Map<string, string>;
}

/** Megabytes that an indexer holds at a piece of usual length, with the thread that runs it. */
const INDEXER = 400;

/**
 * Builds the search index of a finished site into `search/index/`: as few shards by date as their length allows, a manifest, and
 * columns of days and fields. Shards are put together from pieces that several indexers make side by side. Shards and pieces whose
 * texts are unchanged are taken from the cache; what is left of older builds is removed. The same site gives the same bytes.
 *
 * @throws Error where the indexer fails or a file cannot be written
 */
export async function buildIndex(options: BuildIndexOptions): Promise<BuildIndexResult> {
  const { siteDir, cacheDir, entries, settings, pieceWords } = options;
  const outDir = openFolder(siteDir, options.spare);
  mkdirSync(cacheDir, { recursive: true });
  const indexers = Math.min(availableParallelism(), Math.floor(settings.search.memory / INDEXER));
  const threads = new IndexThreads(Math.max(1, indexers));
  try {
    const digests = await findDigests(options, threads);
    const plan = planIndex(pagesOf(entries, digests), {
      cacheDir,
      words: settings.search.words,
      pieceWords,
    });
    await buildParts(plan, options, threads);
    publish(plan, entries, outDir);
    keepOnly(
      cacheDir,
      plan.flatMap(({ folder, pieces }) => [folder, ...pieces.map((piece) => piece.folder)]),
    );
    return {
      cables: digests.size,
      shards: plan.length,
      reused: plan.filter(({ isKept }) => isKept).length,
      skipped: entries.flatMap(({ address }) => (digests.has(address) ? [] : [address])),
      digests,
    };
  } finally {
    await threads.close();
  }
}

/** The folder of the index: that of the earlier site, where there is one. */
function openFolder(siteDir: string, spareSite?: string): string {
  const outDir = join(siteDir, INDEX_PATH);
  const spare = spareSite === undefined ? undefined : join(spareSite, INDEX_PATH);
  mkdirSync(dirname(outDir), { recursive: true });
  if (spare && existsSync(spare) && !existsSync(outDir)) renameSync(spare, outDir);
  mkdirSync(outDir, { recursive: true });
  // They may be names of files of the published site, and are written anew.
  for (const name of [MANIFEST, 'ids']) rmSync(join(outDir, name), { recursive: true, force: true });
  return outDir;
}

/** The digest of each text that is to be indexed, by address. */
async function findDigests(
  { siteDir, entries, known }: BuildIndexOptions,
  threads: IndexThreads,
): Promise<Map<string, string>> {
  const unread = entries.filter(({ address }) => !known?.has(address));
  const read = await digestPages(siteDir, unread, threads);
  return new Map(
    entries.flatMap(({ address }) => {
      const digest = known?.get(address) ?? read.get(address);
      return digest === undefined ? [] : [[address, digest]];
    }),
  );
}

function pagesOf(entries: readonly CatalogEntry[], digests: ReadonlyMap<string, string>): IndexPage[] {
  return entries.flatMap((entry) => {
    const digest = digests.get(entry.address);
    if (digest === undefined) return [];
    return [{ path: pagePath(entry), day: cableDay(entry.cable), words: entry.words, digest, entry }];
  });
}

/** Makes what the cache does not have: pieces, then shards. */
async function buildParts(
  plan: readonly PlannedShard[],
  { siteDir, cacheDir, progress, meanwhile }: BuildIndexOptions,
  threads: IndexThreads,
): Promise<void> {
  const missing = plan.flatMap(({ isKept, pieces }) =>
    isKept ? [] : pieces.filter((piece) => !piece.isKept),
  );
  const count = (parts: readonly { pages: unknown[] }[]) =>
    parts.reduce((sum, { pages }) => sum + pages.length, 0);
  const all = count(plan);
  let done = all - count(missing);
  progress?.(done, all);
  const indexing = buildPieces(missing, siteDir, threads, (pages) => {
    done += pages;
    progress?.(done, all);
  }).finally(() => threads.close());
  if (missing.length > threads.count) await indexing;
  const merging = indexing.then(() => buildShards(cacheDir, plan));
  await beside(merging, meanwhile);
}

/** Ends when work has ended that other threads or processes do, and what is done here beside it. */
async function beside(work: Promise<unknown>, meanwhile?: () => Promise<void>): Promise<void> {
  for (const end of await Promise.allSettled([work, meanwhile?.()]))
    if (end.status === 'rejected') throw end.reason;
}

/** Puts what the cache has where readers find it, and takes away what is of an earlier index. */
function publish(plan: readonly PlannedShard[], entries: readonly CatalogEntry[], outDir: string): void {
  const shards = plan.map(({ folder, pieces }): ShardEntry => {
    const entry: ShardEntry = JSON.parse(readFileSync(join(folder, SHARD_FILE), 'utf8'));
    linkFolder(folder, join(outDir, entry.path));
    for (const piece of pieces) linkFolder(join(piece.folder, PIECE.texts), join(outDir, textsOf(piece)));
    return entry;
  });
  const ids = writeIds(entries, outDir);
  const cables = plan.reduce((sum, { pages }) => sum + pages.length, 0);
  const manifest: SearchManifest = { version: 4, cables, shards, ids };
  // Last of all, so that a page never reads of a shard that is not there.
  writeFileSync(join(outDir, MANIFEST), JSON.stringify(manifest));
  const paths = [
    ...Object.values(ids),
    ...shards.map(({ path }) => path),
    ...plan.flatMap(({ pieces }) => pieces.map(textsOf)),
  ].map((path) => join(outDir, path));
  const folders = new Set(paths.map((path) => dirname(path)));
  for (const folder of folders) keepOnly(folder, paths);
  keepOnly(outDir, [join(outDir, MANIFEST), ...folders]);
}
