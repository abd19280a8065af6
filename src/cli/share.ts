/**
 * A share of a site: the folders of some of its cables, made on one of several machines. A build that is given shares takes a folder
 * from them where it is made from what it would make it from itself, and makes the others.
 */
import {
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { CatalogEntry } from '../archive/catalog.ts';
import { compare } from '../archive/compare.ts';
import { hashOf } from '../archive/hash-of.ts';
import type { EarlierSite, FolderRecords } from './cable-folders.ts';
import { Complaint } from './complaint.ts';

/** The third of sixteen: `{ at: 3, of: 16 }`. */
export interface Shard {
  /** From 1. */
  at: number;
  of: number;
}

/** The file that says that a folder is a share. */
export const SHARE_FILE = 'share.json';
/** Folder of a share with its records packed. */
const RECORDS = 'records';

/** Reads `3/16`; throws a `Complaint` on anything else. */
export function parseShard(text: string): Shard {
  const [, at = 0, of = 0] = (/^(\d{1,5})\/(\d{1,5})$/.exec(text) ?? []).map(Number);
  if (at < 1 || at > of) throw new Complaint(`--shard takes a number and how many there are, as 3/16.`, 2);
  return { at, of };
}

/**
 * Whether a share holds the folder of an address. Cables are shared out in the order of their raw files, those of one file together
 * and about as many to each; other addresses (cables that are cited and not held) by a digest of their own.
 */
export function addressesOf(
  entries: readonly CatalogEntry[],
  { at, of }: Shard,
): (address: string) => boolean {
  const shares = new Map<string, number>();
  const files = Map.groupBy(
    entries.toSorted((a, b) => compare(a.path, b.path)),
    ({ path }) => path,
  );
  for (const own of files.values()) {
    const share = Math.floor((shares.size * of) / entries.length);
    for (const { address } of own) shares.set(address, share);
  }
  return (address) => (shares.get(address) ?? hashOf(address) % of) === at - 1;
}

/** Says of a folder that it is a share, and what its cables' folders were made from. */
export function writeShare(folder: string, records: FolderRecords): void {
  writeFileSync(join(folder, SHARE_FILE), JSON.stringify([...records]));
}

/** A share as a site that folders can be taken from; throws a `Complaint` where the folder is none. */
export function readShare(folder: string): EarlierSite {
  try {
    const records: FolderRecords = new Map(JSON.parse(readFileSync(join(folder, SHARE_FILE), 'utf8')));
    return { site: folder, records, spare: false };
  } catch {
    throw new Complaint(`${folder} holds no share of a site: it has no ${SHARE_FILE} that can be read.`);
  }
}

/** Takes the packed records of a share into a cache. */
export function takeRecords(share: string, cache: string): void {
  const [from, to] = [join(share, RECORDS), join(cache, RECORDS)];
  if (!existsSync(from)) return;
  mkdirSync(to, { recursive: true });
  for (const name of readdirSync(from)) {
    if (existsSync(join(to, name))) continue;
    try {
      linkSync(join(from, name), join(to, name));
    } catch {
      copyFileSync(join(from, name), join(to, name));
    }
  }
}
