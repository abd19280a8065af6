import { hash } from 'node:crypto';
import { cpSync, existsSync, rmSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { CatalogEntry } from '../archive/catalog.ts';
import { type Archive, openArchive } from '../archive/open-archive.ts';
import type { FolderRecords } from './cable-folders.ts';
import { findPaths, type PagePath } from './find-paths.ts';
import { type BuildApp, fileOf, openApp, type PageJob, type PageWork } from './make-pages.ts';
import { openBundle } from './page-bundle.ts';
import { makeBatches, threadsFor } from './page-threads.ts';
import { planLoose, planPages } from './plan-pages.ts';

export interface PagesOptions {
  /** Digest of the program. */
  code: string;
  /**
   * Told once, before any page is made, what each cable's folder (by address) and each other page (by path, `/tags/PREL`) is made
   * from: a digest, empty where that cannot be told. Gives those that need not be made.
   */
  keep: (keys: ReadonlyMap<string, string>) => FolderRecords;
  /** Whether pages of a cable's folder, or such as lie in none, are to be made; left out, all are. */
  wants?: (address: string | undefined) => boolean;
}

/** The pages of a site, to be made in two steps. */
export interface SitePages {
  /** Paths of all pages, those too that need not be made. */
  paths: string[];
  /** Makes the folders of cables, and pages that lie in none, but for those that are left. */
  makeMost(order: FolderOrder): Promise<MadeFolders>;
  /** Makes pages that lie in no folder, where they are few: the search index need not wait for them. */
  makeRest(): Promise<void>;
}

export interface FolderOrder {
  /** Cables whose folders are made. */
  entries: readonly CatalogEntry[];
  /** Folder of packed records, with those of the last build. */
  records: string;
  /** Told now and then; pages that need not be made are not counted. */
  onProgress: (done: number, total: number) => void;
}

export interface MadeFolders {
  /** Files that hold all records packed, in the order of the raw files: see `gzipOf`. None where the settings leave them out. */
  pieces: string[];
  /** SHA-256 of each original beside a page, by address. */
  originals: Map<string, string>;
}

/** Pages in no folder that one thread makes beside others' work. */
const FEW = 1000;

/**
 * The pages of the archive that the environment names, for an empty folder. It, and what makes pages, reject with Astro's own error,
 * or that of the disk.
 */
export async function openPages(
  site: string,
  { code, keep, wants = () => true }: PagesOptions,
): Promise<SitePages> {
  const archive = openArchive();
  const bundle = await openBundle(code, archive.places, archive.settings);
  const { pages, kept } = await findPages(await openApp(bundle), keep);
  cpSync(bundle.files, site, { recursive: true });
  const jobs = pages
    .filter(({ pathname }) => wants(addressOf(pathname)) && !kept.has(unitOf(pathname)))
    // What the publisher put there himself stays.
    .filter((page) => !existsSync(join(bundle.files, fileOf(page))));
  const { folders = [], others = [] } = Object.groupBy(jobs, ({ pathname }) =>
    addressOf(pathname) === undefined ? 'others' : 'folders',
  );
  const [most, rest] = others.length > FEW ? [jobs, []] : [folders, others];
  const work = workOf(archive, site, bundle);
  return {
    paths: pages.flatMap(({ pathname, isFile }) => (isFile ? [] : [pathname])),
    makeMost: (order) => makeFolders(archive, { ...order, jobs: most, kept }, work),
    makeRest: () => makeBatches(planLoose(rest), work, 1, () => {}),
  };
}

/** All pages of the site, and which of them are there already. What it takes to tell is large, and is gone when it ends. */
async function findPages(app: BuildApp, keep: PagesOptions['keep']) {
  const found = await findPaths(app);
  const kept = keep(keysOf(found));
  const pages = found.map(
    ({ pathname, route: { component, type } }): PageJob => ({
      pathname,
      component,
      isFile: type === 'endpoint',
    }),
  );
  return { pages, kept };
}

interface FolderJobs extends FolderOrder {
  /** Pages to make. */
  jobs: readonly PageJob[];
  /** What is there already. */
  kept: FolderRecords;
}

/** Makes pages, and what stands beside those of cables. */
export async function makeFolders(
  archive: Archive,
  { entries, records, jobs, kept, onProgress }: FolderJobs,
  work: PageWork,
): Promise<MadeFolders> {
  const { places, settings } = archive;
  const { twins, about } = work.twins;
  const { batches, pieces } = planPages({
    entries,
    pages: Map.groupBy(jobs, ({ pathname }) => addressOf(pathname)),
    isKept: (address) => kept.has(address),
    hasTwins: twins.source || twins.json || twins.markdown,
    ...(settings.downloads.archive && { records }),
    about,
  });
  if (!settings.downloads.archive) rmSync(records, { recursive: true, force: true });
  const originals = new Map<string, string>();
  for (const [address, { source }] of kept) if (source) originals.set(address, source);
  const threads = threadsFor({
    pages: jobs.length,
    cables: archive.entries.length,
    catalog: statSync(places.catalog).size,
    memory: settings.pages.memory * 1e6,
    cores: availableParallelism(),
    asked: settings.reading.threads,
  });
  let done = 0;
  await makeBatches(batches, work, threads, (made) => {
    for (const [address, digest] of made.originals) originals.set(address, digest);
    done += made.pages;
    onProgress(done, jobs.length);
  });
  return { pieces, originals };
}

/** What all batches of a site share. */
export function workOf(
  { places: { cables, markdown }, settings }: Archive,
  site: string,
  { entry, styles }: Pick<PageWork, 'entry' | 'styles'>,
): PageWork {
  const { twins, title, description, origin, base, publisher, licence, language } = settings;
  const about = { title, description, origin, base, publisher, licence, language };
  return { entry, styles, twins: { cables, markdown, site, about, twins } };
}

/** The cable whose folder a page lies in: `/cables/08BEIJING1882/raw` is `08BEIJING1882`. */
function addressOf(pathname: string): string | undefined {
  return /^\/cables\/([^/]+)(?:\/|$)/.exec(pathname)?.[1];
}

/** What is made or kept as one: a cable's folder, by its address, or a page that lies in none, by its path. */
const unitOf = (pathname: string) => addressOf(pathname) ?? pathname;

/** Digest of the keys of all pages of a unit; empty where one has no key. */
function keysOf(paths: readonly PagePath[]): Map<string, string> {
  const units = new Map<string, (string | undefined)[]>();
  for (const { pathname, cacheKey } of paths) {
    const keys = units.get(unitOf(pathname));
    if (keys) keys.push(cacheKey);
    else units.set(unitOf(pathname), [cacheKey]);
  }
  return new Map(
    [...units].map(([unit, keys]) => [
      unit,
      keys.includes(undefined) ? '' : hash('sha256', keys.join('\n'), 'hex').slice(0, 32),
    ]),
  );
}
