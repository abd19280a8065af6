/** From the folder of raw cables to the published site: read, make pages, write what stands beside them, index, publish. */
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { breaksLinks } from '../archive/anchor-messages.ts';
import { openArchive } from '../archive/open-archive.ts';
import { findPlaces } from '../archive/places.ts';
import { type ReadSummary, readCables } from '../archive/read-cables.ts';
import { readSettings } from '../archive/read-settings.ts';
import type { Settings } from '../archive/settings.ts';
import { buildIndex } from '../search/build-index.ts';
import { complaintOf } from './broken-links.ts';
import { lockBuild } from './build-lock.ts';
import { buildPages } from './build-pages.ts';
import { digestOfCode, digestOfSite, forgetBuilt, isBuilt, markBuilt } from './built-site.ts';
import {
  type EarlierSite,
  type FolderRecords,
  readRecords,
  takeFolders,
  writeRecords,
} from './cable-folders.ts';
import { Complaint, explainDisk } from './complaint.ts';
import { discard, emptyTrash } from './discard.ts';
import { createProgress, type Progress } from './progress.ts';
import { projectRoot } from './project-root.ts';
import { checkOut, recoverSite, type SwapPlaces, swapSite } from './swap-site.ts';
import { type Twins, writeAllTwins } from './write-all-twins.ts';
import { writeSiteFiles } from './write-site-files.ts';

export interface BuildOptions {
  /** Folder of the published site, absolute. */
  out: string;
  /** Read and make everything anew. */
  force?: boolean;
  progress?: Progress;
}

export interface BuildResult {
  settings: Settings;
  summary: ReadSummary;
  /** Nothing had changed: the published site is as it was. */
  unchanged: boolean;
}

/**
 * Builds the site and publishes it into `out`. The site of before stays there, whole, until the new one is finished, and for good if
 * the build fails. Rejects with a `Complaint` where the caller can mend what is wrong, else with the error itself.
 */
export async function buildSite({
  out,
  force = false,
  progress = createProgress(),
}: BuildOptions): Promise<BuildResult> {
  const places = findPlaces();
  if (!existsSync(places.cables)) throw new Complaint(`There is no folder of cables: ${places.cables}.`);
  const settings = readSettings(places.cables);
  const swap: SwapPlaces = {
    out,
    stage: join(places.cache, 'site'),
    previous: join(places.cache, 'previous'),
    spare: join(places.cache, 'spare'),
    cache: places.cache,
  };
  checkOut(out, [places.cables, places.cache, projectRoot]);
  try {
    mkdirSync(places.cache, { recursive: true });
    const unlock = lockBuild(places.cache);
    try {
      recoverSite(swap);
      return await build();
    } finally {
      progress.end();
      unlock();
    }
  } catch (error) {
    throw explainDisk(error);
  }

  async function build(): Promise<BuildResult> {
    progress.step('Reading cables');
    const summary = await readCables(places, settings, { onProgress: progress.update, force });
    const broken = summary.messages.filter(breaksLinks);
    if (broken.length > 0) throw new Complaint(complaintOf(broken));
    const code = digestOfCode();
    const key = digestOfSite(code, settings, summary);
    if (!force && isBuilt(places, key, out)) return { settings, summary, unchanged: true };

    forgetBuilt(places);
    discard(swap.stage, places.cache);
    emptyTrash(places.cache);
    const earlier: EarlierSite[] = force
      ? []
      : [
          { site: swap.spare, records: readRecords(places.cache, swap.spare), spare: true },
          { site: out, records: readRecords(places.cache, out), spare: false },
        ];
    let keys: ReadonlyMap<string, string> = new Map();
    let kept: FolderRecords = new Map();
    let written: Promise<Twins> | undefined;
    progress.step('Making pages');
    const { entries } = openArchive();
    try {
      await buildPages(swap.stage, {
        onProgress: progress.update,
        keep(pageKeys) {
          keys = new Map([...pageKeys].map(([address, own]) => [address, `${code} ${own}`]));
          kept = takeFolders(swap.stage, keys, earlier);
          // Beside the pages: those take one core.
          written = writeAllTwins(swap.stage, places, settings, entries, () => {}, kept);
          return kept;
        },
      });
    } finally {
      await written?.catch(() => {});
    }
    if (!written) throw new Error('No pages were asked for.');
    const twins = await written;
    progress.step('Writing downloads and feeds');
    writeSiteFiles(swap.stage, settings, entries, twins);
    progress.step('Indexing');
    const { digests } = await buildIndex({
      siteDir: swap.stage,
      cacheDir: join(places.cache, 'index'),
      entries,
      settings,
      known: new Map([...kept].flatMap(([address, { text }]) => (text ? [[address, text]] : []))),
      progress: progress.update,
    });
    progress.step('Publishing');
    swapSite(swap);
    const records: FolderRecords = new Map();
    for (const [address, own] of keys) {
      records.set(address, { key: own, source: twins.originals.get(address), text: digests.get(address) });
    }
    writeRecords(places.cache, out, records, swap.spare);
    markBuilt(places, key, out);
    emptyTrash(places.cache);
    return { settings, summary, unchanged: false };
  }
}
