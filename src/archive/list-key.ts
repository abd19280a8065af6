import { hash } from 'node:crypto';
import type { CatalogEntry } from './catalog.ts';
import type { Group } from './groups.ts';
import { once } from './open-archive.ts';
import { allMonths, allYears, siteSettings } from './query-cables.ts';
import { allCaptions, allClassifications, allCollections, allOrigins, allTags } from './query-groups.ts';
import { citedPosts } from './query-wanted.ts';

/** What any list may say of the others: their names and addresses. */
const frame = once(() => {
  const facts = <G extends Group>(groups: readonly G[]) => groups.map(({ entries: _, ...rest }) => rest);
  const origins = allOrigins().map((origin) => ({
    ...origin,
    related: origin.related.map(({ slug }) => slug),
  }));
  return digestOf([
    siteSettings(),
    [origins, allTags(), allClassifications(), allCaptions(), allCollections()].map((groups) =>
      facts<Group>(groups),
    ),
    citedPosts().map(({ missing: _, ...rest }) => rest),
    allMonths().map(({ month }) => month),
    allYears().map(({ year }) => year),
  ]);
});

const rows = new WeakMap<CatalogEntry, string>();

/** Digest of what all that lists show of a cable is made from: its own text, and its places in the archive. A cable stands in some twenty. */
function rowOf(entry: CatalogEntry): string {
  const { address, collection = '', digest } = entry;
  const row = rows.get(entry) ?? hash('sha256', `${address} ${digest} ${collection}`, 'base64');
  rows.set(entry, row);
  return row;
}

/**
 * Key of a page of a list: for `cacheKey` of `getStaticPaths`. Equal keys, the same page.
 *
 * @param entries whose rows it shows, or that it counts
 * @param more all else that it shows, but for the names and addresses of other lists
 */
export function listKeyOf(entries: readonly CatalogEntry[], more: unknown): string {
  return digestOf([frame(), entries.map(rowOf), more]);
}

function digestOf(shown: readonly unknown[]): string {
  return hash('sha256', JSON.stringify(shown), 'base64');
}
