import type { CatalogEntry } from '../archive/catalog.ts';

/** How many cables a feed holds at most. */
const most = 50;

type Dated = Pick<CatalogEntry, 'cable' | 'collection'>;

/**
 * The newest cables of a list (given oldest first), newest first, 50 at most. A cable is as new as the day on which the publisher
 * says its collection came into the archive, else as its own date: nothing here knows the day of a build. Cables with neither are
 * left out.
 */
export function newestOf<E extends Dated>(
  entries: readonly E[],
  addedOf: (collection: string) => string | undefined,
): { entry: E; added?: string }[] {
  const newest: { entry: E; added?: string; date: string }[] = [];
  for (let at = entries.length - 1; at >= 0; at -= 1) {
    const entry = entries[at] as E;
    const added = entry.collection === undefined ? undefined : addedOf(entry.collection);
    const date = added ?? entry.cable.dtg?.iso;
    if (date === undefined) continue;
    if (newest.length === most && date <= (newest.at(-1)?.date ?? '')) continue;
    const place = newest.findLastIndex((other) => other.date >= date) + 1;
    newest.splice(place, 0, { entry, date, ...(added && { added }) });
    if (newest.length > most) newest.pop();
  }
  return newest.map(({ entry, added }) => ({ entry, ...(added && { added }) }));
}
