import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Tinypool } from 'tinypool';
import type { CatalogEntry } from '../archive/catalog.ts';
import { compare } from '../archive/compare.ts';
import type { Places } from '../archive/places.ts';
import type { Settings } from '../archive/settings.ts';
import writeTwins, { type TwinBatch, type TwinEntry } from '../publish/write-twins.ts';
import type { FolderRecords } from './cable-folders.ts';
import { hashOf } from './hash-of.ts';

/** Cables of a batch on average, a power of two. */
const BATCH = 64;
/** Where a batch ends at last. */
const MOST = 400;
/** Below this starting threads costs more than they save. */
const FEW = 500;

export interface Twins {
  /** Files that hold all records packed, in the order of the raw files: see `gzipOf`. None where the settings leave them out. */
  pieces: string[];
  /** SHA-256 of each original beside a page, by address. */
  originals: Map<string, string>;
}

/**
 * Writes the files beside all cable pages of a site, on all cores where there are enough of them, and packs the records for the
 * download of all: packed records of unchanged cables are those of the last build, and files beside pages that were kept stay.
 */
export async function writeAllTwins(
  site: string,
  { cables, markdown, cache }: Places,
  settings: Settings,
  entries: readonly CatalogEntry[],
  onProgress: (done: number, total: number) => void,
  kept: FolderRecords = new Map(),
): Promise<Twins> {
  const { twins, downloads } = settings;
  const folder = join(cache, 'records');
  const { title, description, origin, base, publisher, licence, language } = settings;
  const about = { title, description, origin, base, publisher, licence, language };
  const maker = digestOfMaker(about);
  const pieces: string[] = [];
  const originals = new Map<string, string>();
  for (const [address, { source }] of kept) if (source) originals.set(address, source);
  if (downloads.archive) mkdirSync(folder, { recursive: true });
  const batches = batchesOf(entries).map((own): TwinBatch => {
    const batch: TwinBatch = { cables, markdown, site, about, twins, entries: [] };
    batch.entries = own.map((entry) => toTwinEntry(entry, kept.has(entry.address)));
    if (downloads.archive) {
      const path = join(folder, nameOfPiece(maker, own));
      pieces.push(path);
      if (!existsSync(path)) batch.piece = path;
    }
    // Records are packed of all cables of a batch, or of none.
    if (!batch.piece) batch.entries = batch.entries.filter(({ kept }) => !kept);
    return batch;
  });
  const hasTwins = twins.source || twins.json || twins.markdown;
  const wanted = batches.filter(({ piece, entries: own }) => piece || (hasTwins && own.length > 0));
  const total = wanted.reduce((sum, { entries: own }) => sum + own.length, 0);
  let done = 0;
  const told = ({ entries: batch }: TwinBatch, digests: readonly [string, string][]) => {
    for (const [address, digest] of digests) originals.set(address, digest);
    done += batch.length;
    onProgress(done, total);
  };
  const threads = settings.reading.threads || availableParallelism();
  if (total < FEW || threads === 1) {
    for (const batch of wanted) told(batch, writeTwins(batch));
  } else {
    const pool = new Tinypool({
      filename: new URL('../publish/write-twins.ts', import.meta.url).href,
      runtime: 'worker_threads',
      minThreads: threads,
      maxThreads: threads,
      isolateWorkers: false,
    });
    try {
      await Promise.all(wanted.map((batch) => pool.run(batch).then((digests) => told(batch, digests))));
    } finally {
      await pool.destroy();
    }
  }
  if (downloads.archive) keepOnly(folder, pieces);
  else rmSync(folder, { recursive: true, force: true });
  return { pieces, originals };
}

function toTwinEntry({ address, path, paths, part }: CatalogEntry, kept: boolean): TwinEntry {
  return { address, path, part, ...(paths && { paths }), ...(kept && { kept }) };
}

/**
 * Entries by file, in batches that never part the cables of one file. Where a batch ends depends on the names of its files alone,
 * so that a cable more or less changes one batch.
 */
function batchesOf(entries: readonly CatalogEntry[]): CatalogEntry[][] {
  const batches: CatalogEntry[][] = [];
  let last: string | undefined;
  for (const entry of entries.toSorted((a, b) => compare(a.path, b.path) || a.part - b.part)) {
    const batch = batches.at(-1);
    if (batch && (entry.path === last || (batch.length < MOST && !endsBatch(last ?? '')))) batch.push(entry);
    else batches.push([entry]);
    last = entry.path;
  }
  return batches;
}

/** Whether a batch ends behind this file: true of one in `BATCH`. */
const endsBatch = (path: string): boolean => (hashOf(path) & (BATCH - 1)) === 0;

function nameOfPiece(maker: string, entries: readonly CatalogEntry[]): string {
  const hash = createHash('sha256').update(maker);
  for (const { address, digest } of entries) hash.update(`\n${address}\n${digest}`);
  return `${hash.digest('hex')}.piece`;
}

/** Digest of what a record is made with, besides its cable: the program of this room, and what it says of the site. */
function digestOfMaker(about: object): string {
  const hash = createHash('sha256').update(process.versions.node).update(JSON.stringify(about));
  const folder = join(import.meta.dirname, '../publish');
  for (const name of readdirSync(folder).sort(compare)) hash.update(readFileSync(join(folder, name)));
  return hash.digest('hex');
}

/** Deletes the files of a folder that are not among these. */
function keepOnly(folder: string, paths: readonly string[]): void {
  const kept = new Set(paths);
  for (const name of readdirSync(folder)) {
    if (!kept.has(join(folder, name))) rmSync(join(folder, name));
  }
}
