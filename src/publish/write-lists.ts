/** The feed and the table beside each list of cables. */
import { closeSync, existsSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { CatalogEntry } from '../archive/catalog.ts';
import type { Settings } from '../archive/settings.ts';
import { listCsvHeader, toListCsvRow } from './exports.ts';
import { toAtom, toJsonFeed } from './feed.ts';
import { newestOf } from './newest-of.ts';

/** A list that has a page of its own. */
export interface CableListing {
  /** Path of the page, without leading slash; ends in one. Letters, digits, `-`, `_`, `.` and slashes. */
  path: string;
  title: string;
  /** Oldest first. */
  entries: readonly CatalogEntry[];
}

/** Names of the files beside a list. */
export const listFileNames = { csv: 'cables.csv', feed: 'feed.xml' } as const;
/** Names of the feeds of the whole archive. */
export const siteFeeds = { atom: 'feed.xml', json: 'feed.json' } as const;

/** Which files stand beside each list, by the settings: feeds need the site's address. */
export function listFilesOf({ downloads, origin }: Pick<Settings, 'downloads' | 'origin'>) {
  return { csv: downloads.lists, feed: downloads.feeds && origin !== undefined };
}

/**
 * Writes the feeds of the whole archive, and feed and table of each list that has cables, where they are not there already. Throws
 * what the disk throws.
 */
export function writeLists(
  siteDir: string,
  settings: Settings,
  entries: readonly CatalogEntry[],
  lists: readonly CableListing[],
): void {
  const has = listFilesOf(settings);
  const addedOf = (collection: string) => settings.collections[collection]?.added;
  if (has.feed) {
    const newest = newestOf(entries, addedOf);
    writeFileSync(join(siteDir, siteFeeds.atom), toAtom(newest, settings, { path: siteFeeds.atom }));
    writeFileSync(join(siteDir, siteFeeds.json), toJsonFeed(newest, settings, { path: siteFeeds.json }));
  }
  if (!has.feed && !has.csv) return;
  // A cable stands in about ten lists.
  const rows = new Map<CatalogEntry, string>();
  const rowOf = (entry: CatalogEntry) => {
    const row = rows.get(entry) ?? toListCsvRow(entry, settings);
    rows.set(entry, row);
    return row;
  };
  for (const { path, title, entries: own } of lists) {
    if (own.length === 0) continue;
    const folder = join(siteDir, path);
    const files = { csv: join(folder, listFileNames.csv), feed: join(folder, listFileNames.feed) };
    const lacks = { csv: has.csv && !existsSync(files.csv), feed: has.feed && !existsSync(files.feed) };
    if (lacks.csv || lacks.feed) mkdirSync(folder, { recursive: true });
    if (lacks.feed) {
      const feed = { title, page: path, path: `${path}${listFileNames.feed}` };
      writeFileSync(files.feed, toAtom(newestOf(own, addedOf), settings, feed));
    }
    if (lacks.csv) writeTable(files.csv, own, rowOf);
  }
}

function writeTable(path: string, entries: readonly CatalogEntry[], rowOf: (entry: CatalogEntry) => string) {
  const file = openSync(path, 'w');
  try {
    writeSync(file, listCsvHeader());
    for (let at = 0; at < entries.length; at += 1000) {
      const part = entries.slice(at, at + 1000).map(rowOf);
      const content = Buffer.from(part.join(''));
      for (let done = 0; done < content.length; ) done += writeSync(file, content, done);
    }
  } finally {
    closeSync(file);
  }
}
