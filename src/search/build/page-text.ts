import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CatalogEntry } from '../../archive/catalog.ts';
import { INDEX_LANGUAGE } from '../manifest.ts';
import { indexFields } from './index-fields.ts';
import { type IndexFields, indexText } from './index-text.ts';

/** A cable's page. */
export interface IndexedPage {
  /** Path below the site: `cables/08BEIJING1882/index.html`. */
  path: string;
  /** What it is found by beside its words. */
  fields: IndexFields;
}

/** Pages of a built site. */
export interface SitePages {
  siteDir: string;
  pages: readonly IndexedPage[];
}

export const pagePath = ({ address }: CatalogEntry): string => `cables/${address}/index.html`;

export function pageOf(entry: CatalogEntry): IndexedPage {
  return { path: pagePath(entry), fields: indexFields(entry) };
}

/** What the index is made from of a page, where there is something. */
export function readPageText(siteDir: string, { path, fields }: IndexedPage): string | undefined {
  try {
    return indexText(readFileSync(join(siteDir, path), 'utf8'), INDEX_LANGUAGE, fields);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Digests of what the index is made from, a page each, where there is something. */
export function digestTexts({ siteDir, pages }: SitePages): (string | undefined)[] {
  return pages.map((page) => {
    const text = readPageText(siteDir, page);
    return text === undefined ? undefined : createHash('sha256').update(text).digest('hex');
  });
}
