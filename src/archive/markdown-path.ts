import type { CatalogEntry } from './catalog.ts';

/** Where a cable's Markdown lies in the cache: the path of its raw file, with the part where there are several. */
export function markdownPath({ path, paths, part }: Pick<CatalogEntry, 'path' | 'paths' | 'part'>): string {
  if (paths && paths.length > 1) return `${path}~joined.md`;
  return part === 0 ? `${path}.md` : `${path}~${part + 1}.md`;
}
