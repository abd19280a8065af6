import { createHash } from 'node:crypto';
import { existsSync, statSync, symlinkSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import type { AstroIntegration, AstroPrerenderer } from 'astro';
import { compare } from '../archive/compare.ts';
import { openArchive } from '../archive/open-archive.ts';
import { bundlePlaces } from './bundle-places.ts';
import { openPagePool, type PagePool, pagesAhead, threadsFor } from './page-pool.ts';
import { projectRoot } from './project-root.ts';
import { siteMap } from './site-map.ts';

export interface PagesOptions {
  /**
   * Told once, before any page is made, what each cable's folder (by address) and each other page (by path, `/tags/PREL`) is made
   * from: a digest. Gives those that need not be made. What cannot be told by what it is made from is left out.
   */
  keep: (keys: ReadonlyMap<string, string>) => { has(unit: string): boolean };
  /** Whether pages of a cable's folder, or such as lie in none, are to be made; left out, all are. */
  wants?: (address: string | undefined) => boolean;
  /** Told after each page; pages that need not be made are not counted. */
  onProgress: (done: number, total: number) => void;
}

/** Makes the pages of the archive that the environment names, into an empty folder. Rejects with Astro's own error. */
export async function buildPages(outDir: string, options: PagesOptions): Promise<void> {
  process.env.ASTRO_TELEMETRY_DISABLED = '1';
  const { build } = await import('astro');
  standAbove(outDir);
  const all: string[] = [];
  const bundle = bundlePlaces();
  const { settings, entries, places } = openArchive();
  const asked = settings.reading.threads;
  const cores = availableParallelism();
  const threads = (pages: number) =>
    threadsFor({
      pages,
      cables: entries.length,
      catalog: statSync(places.catalog).size,
      memory: settings.pages.memory * 1e6,
      cores,
      asked,
    });
  const open: OpenPool = (render, pages) => openPagePool(render, bundle.found, threads(pages));
  await build({
    root: projectRoot,
    outDir,
    logLevel: 'warn',
    build: { concurrency: pagesAhead(asked || cores) },
    integrations: [
      bundle.integration,
      planPages(options, all, open),
      ...(settings.origin ? [siteMap(() => all)] : []),
    ],
  });
}

/**
 * Goes to where Astro leaves the bundle that renders pages: beside them, where they lie below the working directory. It finds its
 * packages above it, in the project or by a link.
 */
function standAbove(outDir: string): void {
  if (outDir.startsWith(join(projectRoot, '/'))) return;
  const { cache, cables } = openArchive().places;
  Object.assign(process.env, { CABLES: cables, CABLES_CACHE: dirname(cache) });
  const link = join(cache, 'node_modules');
  if (!existsSync(link)) symlinkSync(join(projectRoot, 'node_modules'), link, 'junction');
  process.chdir(cache);
}

/** Opens what renders so many pages, given what renders one here. */
type OpenPool = (render: AstroPrerenderer['render'], pages: number) => PagePool;

type StaticPath = Awaited<ReturnType<AstroPrerenderer['getStaticPaths']>>[number];

/** Astro integration: leaves out pages that need not be made, orders the others, tells how many are made. */
function planPages(
  { keep, wants = () => true, onProgress }: PagesOptions,
  all: string[],
  openPool: OpenPool,
): AstroIntegration {
  let total = 0;
  let done = 0;
  let pool: PagePool | undefined;
  const planned = (pages: AstroPrerenderer): AstroPrerenderer => ({
    ...pages,
    async getStaticPaths() {
      const paths = await pages.getStaticPaths();
      for (const { pathname, route } of paths) if (route.type === 'page') all.push(pathname);
      const kept = keep(keysOf(paths));
      const isMade = (pathname: string) => wants(addressOf(pathname)) && !kept.has(unitOf(pathname));
      const wanted = byFile(paths.filter(({ pathname }) => isMade(pathname)));
      total = wanted.length;
      pool = openPool(pages.render, total);
      return wanted;
    },
    async render(...asked) {
      const page = await (pool ?? pages).render(...asked);
      done += 1;
      onProgress(done, total);
      return page;
    },
    async teardown() {
      await pool?.close();
      await pages.teardown?.();
    },
  });
  return {
    name: 'plan-pages',
    hooks: {
      'astro:build:start'({ setPrerenderer }) {
        setPrerenderer(planned);
      },
    },
  };
}

/** The cable whose folder a page lies in: `/cables/08BEIJING1882/raw` is `08BEIJING1882`. */
function addressOf(pathname: string): string | undefined {
  return /^\/cables\/([^/]+)(?:\/|$)/.exec(pathname)?.[1];
}

/** What is made or kept as one: a cable's folder, by its address, or a page that lies in none, by its path. */
const unitOf = (pathname: string) => addressOf(pathname) ?? pathname;

/** Digest of the keys of all pages of a unit; units with a page that has no key are left out. */
function keysOf(paths: readonly StaticPath[]): Map<string, string> {
  const units = new Map<string, (string | undefined)[]>();
  for (const { pathname, cacheKey } of paths) {
    const keys = units.get(unitOf(pathname));
    if (keys) keys.push(cacheKey);
    else units.set(unitOf(pathname), [cacheKey]);
  }
  return new Map(
    [...units].flatMap(([unit, keys]) =>
      keys.includes(undefined)
        ? []
        : [[unit, createHash('sha256').update(keys.join('\n')).digest('hex').slice(0, 32)]],
    ),
  );
}

/** Pages in the order of their raw files, so that a file is read and parsed once for all the pages made of it. */
function byFile(paths: readonly StaticPath[]): StaticPath[] {
  const entries = openArchive().entries.toSorted((a, b) => compare(a.path, b.path) || a.part - b.part);
  const ranks = new Map(entries.map(({ address }, at) => [address, at]));
  const rankOf = ({ pathname }: StaticPath) => ranks.get(addressOf(pathname) ?? '') ?? -1;
  return paths.toSorted((a, b) => rankOf(a) - rankOf(b));
}
