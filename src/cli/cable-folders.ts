/**
 * What a site is kept by from build to build: the folders of cables (`cables/<address>/`: pages and the files beside them), by
 * address, and all other pages with the files beside them, by path (`/tags/PREL`); and what each was made from. What has the key that
 * it had in an earlier site is taken from there whole; nothing in it is ever written again, so that it may be shared.
 */
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { writeWhole } from '../archive/write-whole.ts';
import { listFileNames } from '../publish/write-lists.ts';

export interface FolderRecord {
  /** Digest of all that the folder is made from; empty of what is made anew each time. */
  key: string;
  /** SHA-256 of the original beside the page. */
  source?: string | undefined;
  /** Digest of what the search index is made from. */
  text?: string | undefined;
}

/** By address or path. */
export type FolderRecords = Map<string, FolderRecord>;

/** The home page of a site as it lies there: another one, if something else has written to the folder. */
export function stampOf(site: string): string {
  const { ino, size, mtimeMs } = statSync(join(site, 'index.html'));
  return `${ino} ${size} ${mtimeMs}`;
}

/** What is known of a site's folders: nothing, if it is not there or not as it was published. */
export function readRecords(cache: string, site: string): FolderRecords {
  try {
    return new Map(JSON.parse(readFileSync(fileOf(cache, site), 'utf8')));
  } catch {
    return new Map();
  }
}

/** Keeps what a published site was made from, and forgets all sites but this one and `other`. */
export function writeRecords(cache: string, site: string, records: FolderRecords, other: string): void {
  const file = fileOf(cache, site);
  mkdirSync(folderOf(cache), { recursive: true });
  writeWhole(file, JSON.stringify([...records]));
  const kept = [file];
  try {
    kept.push(fileOf(cache, other));
  } catch {
    // There is no other site.
  }
  for (const name of readdirSync(folderOf(cache))) {
    const path = join(folderOf(cache), name);
    if (!kept.includes(path)) rmSync(path);
  }
}

const folderOf = (cache: string) => join(cache, 'folders');

function fileOf(cache: string, site: string): string {
  const name = createHash('sha256').update(stampOf(site)).digest('hex').slice(0, 16);
  return join(folderOf(cache), `${name}.json`);
}

/** A site that folders can be taken from. */
export interface EarlierSite {
  site: string;
  records: FolderRecords;
  /** Nobody reads it: its folders may be moved. Those of the published site are linked, or copied to another disk. */
  spare: boolean;
}

/** Takes the folders and pages whose keys are given from earlier sites, where they have them; gives what is known of those taken. */
export function takeFolders(
  site: string,
  keys: ReadonlyMap<string, string>,
  earlier: readonly EarlierSite[],
): FolderRecords {
  const taken: FolderRecords = new Map();
  for (const one of earlier) if (one.spare && one.records.size > 0) moveFolders(one, site, keys, taken);
  mkdirSync(join(site, 'cables'), { recursive: true });
  for (const [unit, key] of keys) {
    if (key === '' || taken.has(unit)) continue;
    for (const one of earlier) {
      const record = one.records.get(unit);
      if (record?.key !== key || !take(one, site, unit)) continue;
      taken.set(unit, record);
      break;
    }
  }
  return taken;
}

/**
 * Moves folders of a spare site whole (`cables`, `tags`) where most of what lies in them is wanted, and deletes what is not. Where a
 * build is stopped here, the spare site lacks them, and the next build takes them from the published one.
 */
function moveFolders(
  { site: from, records }: EarlierSite,
  site: string,
  keys: ReadonlyMap<string, string>,
  taken: FolderRecords,
): void {
  mkdirSync(site, { recursive: true });
  const isWanted = ([unit, { key }]: [string, FolderRecord]) => key !== '' && key === keys.get(unit);
  for (const [top, units] of Map.groupBy(records, ([unit]) => topOf(unit))) {
    const [old, own] = [join(from, top), join(site, top)];
    const wanted = new Map(units.filter(isWanted));
    if (wanted.size * 2 < units.length || existsSync(own) || !existsSync(old)) continue;
    renameSync(old, own);
    const there = new Set(readdirSync(own));
    const isThere = (unit: string) => (isPage(unit) ? existsSync(join(site, unit, PAGE)) : there.has(unit));
    for (const [unit, record] of units) {
      if (wanted.has(unit) && isThere(unit)) taken.set(unit, record);
      else remove(site, unit);
    }
  }
}

export const isPage = (unit: string): boolean => unit.startsWith('/');

const pathOf = (unit: string): string => (isPage(unit) ? unit : join('cables', unit));
const topOf = (unit: string): string => (isPage(unit) ? (unit.split('/', 2)[1] ?? '') : 'cables');

/** Whether it was there to be taken. */
function take({ site: from, spare }: EarlierSite, site: string, unit: string): boolean {
  const [old, own] = [join(from, pathOf(unit)), join(site, pathOf(unit))];
  try {
    if (isPage(unit)) takePage(old, own, spare ? renameSync : linkOrCopy);
    else if (spare) renameSync(old, own);
    else linkAll(old, own);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    remove(site, unit);
    return false;
  }
}

const PAGE = 'index.html';

/** Deletes what was taken, and folders that are empty then. */
function remove(site: string, unit: string): void {
  const path = join(site, pathOf(unit));
  if (!isPage(unit)) rmSync(path, { recursive: true, force: true });
  else for (const name of [PAGE, ...Object.values(listFileNames)]) rmSync(join(path, name), { force: true });
  try {
    for (let folder = path; folder.length > site.length; folder = dirname(folder)) rmdirSync(folder);
  } catch {
    // It holds something, or is gone.
  }
}

/** A page of a list, and the feed and the table beside it: they say of its cables what the page's key holds. */
function takePage(from: string, to: string, put: (from: string, to: string) => void): void {
  mkdirSync(to, { recursive: true });
  put(join(from, PAGE), join(to, PAGE));
  for (const name of Object.values(listFileNames)) {
    if (existsSync(join(from, name))) put(join(from, name), join(to, name));
  }
}

function linkAll(from: string, to: string): void {
  mkdirSync(to);
  for (const item of readdirSync(from, { withFileTypes: true })) {
    const [old, own] = [join(from, item.name), join(to, item.name)];
    if (item.isDirectory()) linkAll(old, own);
    else linkOrCopy(old, own);
  }
}

function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch (error) {
    // Another disk, or one without links; what is gone is gone for a copy too.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw error;
    copyFileSync(from, to);
  }
}
