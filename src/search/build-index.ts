import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { basename, dirname, join } from 'node:path';
import type { CatalogEntry } from '../archive/catalog.ts';
import { indexFields } from './build/index-fields.ts';
import { indexText } from './build/index-text.ts';
import { linkFolder } from './build/link-folder.ts';
import { mergeAside } from './build/merge-aside.ts';
import { mergePieces } from './build/merge-pieces.ts';
import { packPiece } from './build/pack-piece.ts';
import { PIECE } from './build/piece.ts';
import { planPieces } from './build/plan-pieces.ts';
import { planShards, type ShardPage } from './build/plan-shards.ts';
import { pagefindVersion, runPagefind } from './build/run-pagefind.ts';
import { writeIds } from './build/write-ids.ts';
import { cableDay, dayRange } from './cable-day.ts';
import { INDEX_LANGUAGE, INDEX_PATH, MANIFEST, type SearchManifest, type ShardEntry } from './manifest.ts';

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

interface IndexPage extends ShardPage {
  digest: string;
  entry: CatalogEntry;
}

/** A shard or a piece of one. */
interface Part {
  pages: IndexPage[];
  digest: string;
}

interface PlannedShard extends Part {
  pieces: Part[];
  /** The cache has it as it is to be. */
  isKept: boolean;
}

/** Changes whenever what is written of Pagefind's files does. */
const FORMAT = 'cable-archive-index-7';
const SHARD_FILE = 'shard.json';
/** Below this starting a thread costs more than it saves. */
const FEW = 500;
/** Megabytes that an indexer holds at a piece of usual length. */
const INDEXER = 350;

/**
 * Builds the search index of a finished site into `search/index/`: as few shards by date as their length allows, a manifest, and
 * columns of days and fields. Shards are put together from pieces that several indexers make side by side. Shards and pieces whose
 * texts are unchanged are taken from the cache; what is left of older builds is removed. The same site gives the same bytes.
 *
 * @throws Error where the indexer fails or a file cannot be written
 */
export async function buildIndex(options: BuildIndexOptions): Promise<BuildIndexResult> {
  const { siteDir, cacheDir, entries, settings, progress } = options;
  const outDir = join(siteDir, INDEX_PATH);
  mkdirSync(cacheDir, { recursive: true });
  const spare = options.spare === undefined ? undefined : join(options.spare, INDEX_PATH);
  mkdirSync(dirname(outDir), { recursive: true });
  if (spare && existsSync(spare) && !existsSync(outDir)) renameSync(spare, outDir);
  mkdirSync(outDir, { recursive: true });
  // They may be names of files of the published site, and are written anew.
  for (const name of [MANIFEST, 'ids']) rmSync(join(outDir, name), { recursive: true, force: true });

  const skipped: string[] = [];
  const digests = new Map<string, string>();
  const pages = entries.flatMap((entry) => {
    const path = pagePath(entry);
    const digest = options.known?.get(entry.address) ?? digestOfText(siteDir, entry);
    if (digest === undefined) {
      skipped.push(entry.address);
      return [];
    }
    digests.set(entry.address, digest);
    const page: IndexPage = {
      path,
      day: cableDay(entry.cable),
      words: entry.words,
      digest,
      entry,
    };
    return [page];
  });
  const plan = planShards(pages, settings.search.words).map((shard): PlannedShard => {
    const pieces = planPieces(shard, options.pieceWords).map((piece) => ({
      pages: piece,
      digest: digestOf(
        'piece',
        piece.map((page) => `${page.path} ${page.digest}`),
      ),
    }));
    const digest = digestOf(
      'shard',
      pieces.map((piece) => piece.digest),
    );
    return { pages: shard, digest, pieces, isKept: existsSync(join(cacheDir, digest, SHARD_FILE)) };
  });

  let done = 0;
  const tell = (indexed: number) => {
    done += indexed;
    progress?.(done, pages.length);
  };
  const missing: Part[] = [];
  for (const shard of plan) {
    for (const piece of shard.pieces) {
      if (shard.isKept || existsSync(join(cacheDir, piece.digest))) tell(piece.pages.length);
      else missing.push(piece);
    }
  }
  const indexers = Math.max(
    1,
    Math.min(availableParallelism(), Math.floor(settings.search.memory / INDEXER)),
  );
  const isFew = missing.length <= indexers;
  const indexing = Promise.all(
    Array.from({ length: indexers }, async () => {
      for (let piece = missing.shift(); piece; piece = missing.shift()) {
        await buildPiece(siteDir, cacheDir, piece);
        tell(piece.pages.length);
      }
    }),
  ).finally(() => {
    // Where one has failed, the others end with what they are at.
    missing.length = 0;
  });
  if (!isFew) await indexing;
  const merging = indexing.then(() => buildShards(cacheDir, plan));
  await beside(merging, options.meanwhile);
  const shards: ShardEntry[] = [];
  for (const shard of plan) {
    const kept = join(cacheDir, shard.digest);
    const entry: ShardEntry = JSON.parse(readFileSync(join(kept, SHARD_FILE), 'utf8'));
    linkFolder(kept, join(outDir, entry.path));
    for (const piece of shard.pieces)
      linkFolder(join(cacheDir, piece.digest, PIECE.texts), join(outDir, textsOf(piece)));
    shards.push(entry);
  }

  const ids = writeIds(entries, outDir);
  const manifest: SearchManifest = { version: 4, cables: pages.length, shards, ids };
  // Last of all, so that a page never reads of a shard that is not there.
  writeFileSync(join(outDir, MANIFEST), JSON.stringify(manifest));
  removeOthers(outDir, new Set([MANIFEST, 'ids', 's', 't']));
  const paths = [
    ...Object.values(ids),
    ...shards.map(({ path }) => path),
    ...plan.flatMap(({ pieces }) => pieces.map(textsOf)),
  ];
  for (const dir of ['ids', 's', 't'])
    removeOthers(
      join(outDir, dir),
      new Set(paths.filter((path) => dirname(path) === dir).map((path) => basename(path))),
    );
  removeOthers(
    cacheDir,
    new Set(plan.flatMap(({ digest, pieces }) => [digest, ...pieces.map((piece) => piece.digest)])),
  );
  const reused = plan.filter(({ isKept }) => isKept).length;
  return { cables: pages.length, shards: shards.length, reused, skipped, digests };
}

/** Ends when work has ended that other threads or processes do, and what is done here beside it. */
async function beside(work: Promise<unknown>, meanwhile?: () => Promise<void>): Promise<void> {
  for (const end of await Promise.allSettled([work, meanwhile?.()]))
    if (end.status === 'rejected') throw end.reason;
}

const textsOf = ({ digest }: Part) => `t/${digest}`;
const pagePath = ({ address }: CatalogEntry) => `cables/${address}/index.html`;

function readIndexText(siteDir: string, entry: CatalogEntry): string | undefined {
  try {
    return indexText(
      readFileSync(join(siteDir, pagePath(entry)), 'utf8'),
      INDEX_LANGUAGE,
      indexFields(entry),
    );
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Digest of what the index is made from of a cable's page, where there is something. */
export function digestOfText(siteDir: string, entry: CatalogEntry): string | undefined {
  const text = readIndexText(siteDir, entry);
  return text === undefined ? undefined : createHash('sha256').update(text).digest('hex');
}

function digestOf(kind: 'shard' | 'piece', parts: readonly string[]): string {
  const hash = createHash('sha256').update(`${FORMAT} ${kind} ${pagefindVersion} ${INDEX_LANGUAGE}\n`);
  for (const part of parts) hash.update(`${part}\n`);
  return hash.digest('hex').slice(0, 16);
}

/** Builds into a folder beside and moves it into place, so that what the cache has is always whole. */
function place(cacheDir: string, digest: string, part: string): void {
  const kept = join(cacheDir, digest);
  rmSync(kept, { recursive: true, force: true });
  renameSync(part, kept);
}

function emptyFolder(path: string): string {
  rmSync(path, { recursive: true, force: true });
  mkdirSync(path);
  return path;
}

async function buildPiece(siteDir: string, cacheDir: string, piece: Part): Promise<void> {
  const stage = emptyFolder(join(cacheDir, `${piece.digest}.pages`));
  const built = emptyFolder(join(cacheDir, `${piece.digest}.built`));
  const part = emptyFolder(join(cacheDir, `${piece.digest}.part`));
  for (const { path, entry } of piece.pages) {
    const text = readIndexText(siteDir, entry);
    if (text === undefined) throw new Error(`${path} vanished while the index was built.`);
    mkdirSync(join(stage, dirname(path)), { recursive: true });
    writeFileSync(join(stage, path), text);
  }
  await runPagefind(stage, built, INDEX_LANGUAGE);
  packPiece(built, part);
  for (const dir of [stage, built]) rmSync(dir, { recursive: true, force: true });
  place(cacheDir, piece.digest, part);
}

async function buildShards(cacheDir: string, shards: readonly PlannedShard[]): Promise<void> {
  const kept = new Set(shards.map(({ digest }) => digest));
  const earlier = readdirSync(cacheDir)
    .filter((name) => !kept.has(name))
    .map((name) => join(cacheDir, name))
    .filter((folder) => existsSync(join(folder, SHARD_FILE)));
  for (const shard of shards) if (!shard.isKept) await buildShard(cacheDir, shard, earlier);
}

async function buildShard(
  cacheDir: string,
  { pages, digest, pieces }: PlannedShard,
  earlier: readonly string[],
): Promise<void> {
  const part = emptyFolder(join(cacheDir, `${digest}.part`));
  const merged = pieces.map((piece) => ({ folder: join(cacheDir, piece.digest), texts: textsOf(piece) }));
  const merge = pages.length < FEW ? mergePieces : mergeAside;
  const cables = await merge({ pieces: merged, out: part, earlier });
  const entry: ShardEntry = { path: `s/${digest}`, digest, cables, ...daysOf(pages) };
  writeFileSync(join(part, SHARD_FILE), JSON.stringify(entry));
  place(cacheDir, digest, part);
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

function removeOthers(dir: string, wanted: ReadonlySet<string>): void {
  if (!existsSync(dir)) return;
  for (const name of readdirSync(dir)) {
    if (!wanted.has(name)) rmSync(join(dir, name), { recursive: true, force: true });
  }
}
