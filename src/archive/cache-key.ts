import { hash } from 'node:crypto';
import type { CatalogEntry } from './catalog.ts';
import { once } from './open-archive.ts';
import { neighboursByDate, neighboursByPost } from './query-cables.ts';
import { citedBy, referencesOf } from './query-references.ts';

/** Digest of all settings. */
export const settingsDigest = once(({ settings }) => hash('sha256', JSON.stringify(settings), 'hex'));

/**
 * Key of all that a cable's page shows: its own text and reading, the settings, its neighbours, where its references lead and
 * who cites it. For `cacheKey` of `getStaticPaths`: an equal key, the same page.
 */
export function cacheKeyOf(entry: CatalogEntry): string {
  const named = (other: CatalogEntry | undefined) =>
    other && [
      other.address,
      other.cable.id,
      other.cable.subjectTitle ?? other.cable.subject,
      other.cable.dtg?.iso,
    ];
  const [date, post] = [neighboursByDate(entry), neighboursByPost(entry)];
  const parts = [
    settingsDigest(),
    entry.address,
    entry.digest,
    entry.collection,
    [date.previous, date.next, post.previous, post.next].map(named),
    referencesOf(entry).map((link) => [link.address, named(link.entry)]),
    citedBy(entry.cable.id),
  ];
  return hash('sha256', JSON.stringify(parts), 'hex');
}
