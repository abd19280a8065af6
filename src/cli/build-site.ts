/** From the folder of raw cables to the published site: read, make pages, write what stands beside them, index, publish. */
import { join } from 'node:path';
import { openArchive } from '../archive/open-archive.ts';
import type { ReadSummary } from '../archive/read-cables.ts';
import type { Settings } from '../archive/settings.ts';
import { settingsDigest } from '../archive/settings-digest.ts';
import { buildIndex } from '../search/build-index.ts';
import { digestOfCode, digestOfSite, forgetBuilt, isBuilt, markBuilt } from './built-site.ts';
import {
  type EarlierSite,
  type FolderRecords,
  isPage,
  readRecords,
  takeFolders,
  writeRecords,
} from './cable-folders.ts';
import { discard, emptyTrash } from './discard.ts';
import { giveBack } from './give-back.ts';
import { openPages } from './open-pages.ts';
import { forgetBundle } from './page-bundle.ts';
import { createProgress, type Progress } from './progress.ts';
import { readShare, takeRecords } from './share.ts';
import { makeSpare, recoverSite, type SwapPlaces, swapSite } from './swap-site.ts';
import { inArchive, readArchive } from './work-place.ts';
import { writeSiteFiles } from './write-site-files.ts';

export interface BuildOptions {
  /** Folder of the published site, absolute. */
  out: string;
  /** Read and make everything anew. */
  force?: boolean;
  /** Folders with shares of the site, made elsewhere. */
  shares?: readonly string[];
  progress?: Progress;
}

/** Folders and pages made anew, beyond which the pages' memory is given back. */
const MANY = 1000;

export interface BuildResult {
  settings: Settings;
  summary: ReadSummary;
  /** Nothing had changed: the published site is as it was. */
  unchanged: boolean;
  /** Folders of cables, and how many of them were taken over as they were. */
  folders: { all: number; kept: number };
}

/**
 * Builds the site and publishes it into `out`. The site of before stays there, whole, until the new one is finished, and for good if
 * the build fails. Rejects with a `Complaint` where the caller can mend what is wrong, else with the error itself.
 */
export function buildSite({
  out,
  force = false,
  shares = [],
  progress = createProgress(),
}: BuildOptions): Promise<BuildResult> {
  return inArchive(out, 'index.html', progress, async ({ places, settings, stage }) => {
    const swap: SwapPlaces = {
      out,
      stage,
      previous: join(places.cache, 'previous'),
      spare: join(places.cache, 'spare'),
      cache: places.cache,
    };
    const elsewhere = shares.map(readShare);
    recoverSite(swap);
    const summary = await readArchive(places, settings, progress, force);
    const code = digestOfCode();
    const key = digestOfSite(code, settings, summary);
    if (!force && isBuilt(places, key, out))
      return { settings, summary, unchanged: true, folders: { all: 0, kept: 0 } };

    forgetBuilt(places);
    if (force) forgetBundle(places);
    discard(swap.stage, places.cache);
    emptyTrash(places.cache);
    for (const share of shares) takeRecords(share, places.cache);
    const earlier: EarlierSite[] = force
      ? elsewhere
      : [
          { site: swap.spare, records: readRecords(places.cache, swap.spare), spare: true },
          { site: out, records: readRecords(places.cache, out), spare: false },
          ...elsewhere,
        ];
    let keys: ReadonlyMap<string, string> = new Map();
    let kept: FolderRecords = new Map();
    progress.step('Making pages');
    const { entries } = openArchive();
    const pages = await openPages(swap.stage, {
      code,
      keep(pageKeys) {
        keys = new Map([...pageKeys].map(([unit, own]) => [unit, own && `${code} ${own}`]));
        kept = takeFolders(swap.stage, keys, earlier);
        return kept;
      },
    });
    const made = await pages.makeMost({
      entries,
      records: join(places.cache, 'records'),
      onProgress: progress.update,
    });
    // The indexers need it, where there are many.
    if (keys.size - kept.size > MANY) giveBack();
    progress.step('Indexing, writing lists, downloads and feeds');
    const { digests } = await buildIndex({
      siteDir: swap.stage,
      cacheDir: join(places.cache, 'index'),
      entries,
      settings,
      ...(force ? {} : { spare: swap.spare }),
      known: new Map([...kept].flatMap(([address, { text }]) => (text ? [[address, text]] : []))),
      async meanwhile() {
        const rows = { folder: join(places.cache, 'rows'), maker: `${code} ${settingsDigest()}` };
        writeSiteFiles(swap.stage, settings, entries, { paths: pages.paths, rows, ...made });
        await pages.makeRest();
      },
      progress: progress.update,
    });
    progress.step('Publishing');
    swapSite(swap);
    const records: FolderRecords = new Map();
    for (const [address, own] of keys) {
      records.set(address, { key: own, source: made.originals.get(address), text: digests.get(address) });
    }
    writeRecords(places.cache, out, records, swap.spare);
    markBuilt(places, key, out);
    emptyTrash(places.cache);
    makeSpare(swap);
    const folders = { all: foldersIn(keys.keys()), kept: foldersIn(kept.keys()) };
    return { settings, summary, unchanged: false, folders };
  });
}

const foldersIn = (units: Iterable<string>) => [...units].filter((unit) => !isPage(unit)).length;
