import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CatalogEntry } from '../archive/catalog.ts';
import { entryById } from '../archive/queries.ts';
import type { Settings } from '../archive/settings.ts';
import { headersText, robotsText } from '../publish/host-files.ts';
import { siteMapFiles } from '../publish/site-map.ts';
import { type Downloads, writeDownloads } from '../publish/write-downloads.ts';
import { writeLists } from '../publish/write-lists.ts';
import { listCables } from './list-cables.ts';
import type { MadeFolders } from './open-pages.ts';

export interface SiteFiles extends MadeFolders, Pick<Downloads, 'rows'> {
  /** Paths of all pages. */
  paths: readonly string[];
}

/** Writes what a site holds besides pages and what stands beside each cable: downloads, feeds, tables, site map, files for hosts. */
export function writeSiteFiles(
  site: string,
  settings: Settings,
  entries: readonly CatalogEntry[],
  { paths, pieces, originals, rows }: SiteFiles,
): void {
  mkdirSync(site, { recursive: true });
  if (settings.downloads.archive) {
    const isHeld = (id: string) => entryById(id) !== undefined;
    writeDownloads({ site, settings, entries, isHeld, pieces, originals, rows });
  }
  writeLists(site, settings, entries, listCables(settings.language));
  if (settings.origin)
    for (const [name, text] of siteMapFiles(paths, settings)) writeFileSync(join(site, name), text);
  writeFileSync(join(site, 'robots.txt'), robotsText(settings));
  writeFileSync(join(site, '_headers'), headersText(settings));
  writeFileSync(join(site, '.nojekyll'), '');
}
