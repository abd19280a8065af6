import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative } from 'node:path';
import { linkFolder } from '../search/build/link-folder.ts';
import { checkWritable } from './check-writable.ts';
import { Complaint } from './complaint.ts';
import { discard } from './discard.ts';

/** Where a site on its way lies: a folder of the cache, on the same disk as the published site where possible. */
export interface SwapPlaces {
  /** The published site. */
  out: string;
  /** The site being built. */
  stage: string;
  /** The published site of before, while the two change places. */
  previous: string;
  /** The published site of before, afterwards: the next build takes from it what has not changed. */
  spare: string;
  /** Folder on the disk of the three before this. */
  cache: string;
}

/** Refuses a folder for a site that holds things, but not the file `mark` of one, or that holds what must not be replaced. */
export function checkOut(out: string, mark: string, kept: readonly string[]): void {
  for (const folder of kept) {
    const inside = relative(out, folder);
    if (!inside.startsWith('..') && !isAbsolute(inside)) {
      throw new Complaint(`The site cannot be published into ${out}: it would replace ${folder}.`);
    }
  }
  checkWritable(existsSync(out) && !statSync(out).isDirectory() ? out : dirname(out));
  const holds = existsSync(out) ? readdirSync(out) : [];
  if (holds.length > 0 && !holds.includes(mark)) {
    throw new Complaint(`The site cannot be published into ${out}: the folder holds other things.`);
  }
}

/** Brings back the site of before, where a build was stopped between the two renamings. */
export function recoverSite({ out, previous, cache }: SwapPlaces): void {
  if (!existsSync(previous)) return;
  if (existsSync(out)) discard(previous, cache);
  else move(previous, out);
}

/**
 * Puts a finished site in the place of the published one by renaming: readers see the one or the other, whole. The site of before
 * becomes the spare one.
 */
export function swapSite({ out, stage, previous, spare, cache }: SwapPlaces): void {
  discard(previous, cache);
  mkdirSync(dirname(out), { recursive: true });
  const ready = sameDisk(stage, out) ? stage : carried(stage, out);
  if (existsSync(out)) move(out, previous);
  try {
    renameSync(ready, out);
  } catch (error) {
    if (existsSync(previous) && !existsSync(out)) move(previous, out);
    throw error;
  }
  discard(spare, cache);
  if (existsSync(previous)) renameSync(previous, spare);
}

/** Where there is no site of before, the published one under further names: the next build may move its folders. It can do without. */
export function makeSpare({ out, spare, cache }: SwapPlaces): void {
  if (existsSync(spare) || statSync(out).dev !== statSync(cache).dev) return;
  try {
    linkFolder(out, spare);
  } catch {
    discard(`${spare}.part`, cache);
  }
}

/** Puts a finished folder where there is none; between disks by copying. */
export function moveSite(stage: string, out: string): void {
  mkdirSync(dirname(out), { recursive: true });
  move(stage, out);
}

/** Moves a folder; between disks by copying. */
function move(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    cpSync(from, to, { recursive: true });
    rmSync(from, { recursive: true, force: true });
  }
}

function sameDisk(stage: string, out: string): boolean {
  const probe = join(dirname(out), `.${basename(out)}.probe`);
  const mark = `${stage}.probe`;
  mkdirSync(mark, { recursive: true });
  try {
    renameSync(mark, probe);
    rmSync(probe, { recursive: true });
    return true;
  } catch {
    rmSync(mark, { recursive: true, force: true });
    return false;
  }
}

/** A copy of the site beside the place it goes to. */
function carried(stage: string, out: string): string {
  const beside = join(dirname(out), `.${basename(out)}.next`);
  rmSync(beside, { recursive: true, force: true });
  try {
    cpSync(stage, beside, { recursive: true });
  } catch (error) {
    rmSync(beside, { recursive: true, force: true });
    throw error;
  }
  return beside;
}
