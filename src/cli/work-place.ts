/** What every build begins and ends with. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { breaksLinks } from '../archive/anchor-messages.ts';
import type { Places } from '../archive/places.ts';
import { type ReadSummary, readCables } from '../archive/read-cables.ts';
import { readSettings } from '../archive/read-settings.ts';
import type { Settings } from '../archive/settings.ts';
import { complaintOf } from './broken-links.ts';
import { lockBuild } from './build-lock.ts';
import { Complaint, explainDisk } from './complaint.ts';
import { findArchive } from './find-archive.ts';
import type { Progress } from './progress.ts';
import { projectRoot } from './project-root.ts';
import { checkOut } from './swap-site.ts';

/** The archive that the environment names, while nothing else builds it. */
export interface WorkPlace {
  places: Places;
  settings: Settings;
  /** Where a site is built, before it is moved to where it goes. */
  stage: string;
}

/**
 * Does work on the archive that the environment names, into `out`: a new folder, or one that holds the file `mark`. What the disk
 * refuses is told in one sentence.
 */
export async function inArchive<T>(
  out: string,
  mark: string,
  progress: Progress,
  work: (place: WorkPlace) => Promise<T>,
): Promise<T> {
  const places = findArchive();
  const settings = readSettings(places.cables);
  checkOut(out, mark, [places.cables, places.cache, projectRoot]);
  try {
    mkdirSync(places.cache, { recursive: true });
    const unlock = lockBuild(places.cache);
    try {
      return await work({ places, settings, stage: join(places.cache, 'site') });
    } finally {
      progress.end();
      unlock();
    }
  } catch (error) {
    throw explainDisk(error);
  }
}

/** Reads the archive; throws a `Complaint` where links would break. */
export async function readArchive(
  places: Places,
  settings: Settings,
  progress: Progress,
  force: boolean,
): Promise<ReadSummary> {
  progress.step('Reading cables');
  const summary = await readCables(places, settings, { onProgress: progress.update, force });
  const broken = summary.messages.filter(breaksLinks);
  if (broken.length > 0) throw new Complaint(complaintOf(broken));
  return summary;
}
