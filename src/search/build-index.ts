import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { CatalogEntry } from '../archive/catalog.ts';
import { indexFields } from './build/index-fields.ts';
import { indexText } from './build/index-text.ts';
import { linkFolder } from './build/link-folder.ts';
import { planShards, type ShardPage } from './build/plan-shards.ts';
import { repack } from './build/repack.ts';
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
  settings: {
    search: {
      /** What the indexer may hold at its peak, in megabytes. */
      memory: number;
    };
  };
  /** Digests of texts that are known to be as they were, by address: see `digests`. */
  known?: ReadonlyMap<string, string>;
  /** Told after each shard. */
  progress?: (done: number, all: number, what: string) => void;
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

/** Changes whenever what is written beside Pagefind's own files does. */
const FORMAT = 'cable-archive-index-3';
const SHARD_FILE = 'shard.json';

/**
 * Builds the search index of a finished site into `search/index/`: as few shards by date as memory allows, a manifest, and
 * columns of days and fields. A shard whose texts are unchanged is taken from the cache; what is left of older builds is removed.
 * The same site gives the same bytes.
 *
 * @throws Error where the indexer fails or a file cannot be written
 */
export async function buildIndex(options: BuildIndexOptions): Promise<BuildIndexResult> {
  const { siteDir, cacheDir, entries, settings, progress } = options;
  const outDir = join(siteDir, INDEX_PATH);
  mkdirSync(cacheDir, { recursive: true });
  mkdirSync(outDir, { recursive: true });

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
  const plan = planShards(pages, settings.search.memory * 1024 * 1024);

  const shards: ShardEntry[] = [];
  let reused = 0;
  for (const [number, shard] of plan.entries()) {
    const digest = digestOf(shard);
    const kept = join(cacheDir, digest);
    progress?.(number, plan.length, `${shard.length} cables`);
    if (existsSync(join(kept, SHARD_FILE))) reused += 1;
    else await buildShard({ siteDir, cacheDir, kept, shard, digest });
    const entry: ShardEntry = JSON.parse(readFileSync(join(kept, SHARD_FILE), 'utf8'));
    linkFolder(kept, join(outDir, entry.path), SHARD_FILE);
    shards.push(entry);
  }
  progress?.(plan.length, plan.length, `${pages.length} cables`);

  const ids = writeIds(entries, outDir);
  const manifest: SearchManifest = { version: 2, cables: pages.length, shards, ids };
  // Last of all, so that a page never reads of a shard that is not there.
  writeFileSync(join(outDir, MANIFEST), JSON.stringify(manifest));
  removeOthers(outDir, new Set([MANIFEST, 'ids', 's']));
  removeOthers(join(outDir, 'ids'), new Set(Object.values(ids).map((path) => path.slice('ids/'.length))));
  removeOthers(join(outDir, 's'), new Set(shards.map(({ path }) => path.slice('s/'.length))));
  removeOthers(cacheDir, new Set(shards.map(({ digest }) => digest)));
  return { cables: pages.length, shards: shards.length, reused, skipped, digests };
}

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

function digestOf(shard: readonly IndexPage[]): string {
  const hash = createHash('sha256').update(`${FORMAT} ${pagefindVersion} ${INDEX_LANGUAGE}\n`);
  for (const { path, digest } of shard) hash.update(`${path} ${digest}\n`);
  return hash.digest('hex').slice(0, 16);
}

interface BuildShardOptions {
  siteDir: string;
  cacheDir: string;
  kept: string;
  shard: readonly IndexPage[];
  digest: string;
}

/** Builds into a folder beside and moves it into place, so that a shard in the cache is always whole. */
async function buildShard({ siteDir, cacheDir, kept, shard, digest }: BuildShardOptions): Promise<void> {
  const stage = join(cacheDir, `${digest}.pages`);
  const built = join(cacheDir, `${digest}.built`);
  const part = join(cacheDir, `${digest}.part`);
  for (const dir of [stage, built, part, kept]) rmSync(dir, { recursive: true, force: true });
  for (const { path, entry } of shard) {
    const text = readIndexText(siteDir, entry);
    if (text === undefined) throw new Error(`${path} vanished while the index was built.`);
    mkdirSync(join(stage, dirname(path)), { recursive: true });
    writeFileSync(join(stage, path), text);
  }
  await runPagefind(stage, built, INDEX_LANGUAGE);
  mkdirSync(part);
  const entry: ShardEntry = { path: `s/${digest}`, digest, cables: repack(built, part), ...daysOf(shard) };
  for (const dir of [stage, built]) rmSync(dir, { recursive: true, force: true });
  writeFileSync(join(part, SHARD_FILE), JSON.stringify(entry));
  renameSync(part, kept);
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
