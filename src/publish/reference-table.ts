/** The table of who cites whom: `references.csv`. */
import type { CatalogEntry } from '../archive/catalog.ts';
import { type Cell, toCsv } from './csv.ts';

/** Names and meanings of the columns, in order. */
export const referenceColumns = [
  { name: 'from', about: 'Address of the citing cable' },
  { name: 'bullet', about: 'Letter of the REF list' },
  { name: 'to', about: 'Id of the cable cited' },
  { name: 'anchor', about: 'Paragraph that cites; empty for the REF list itself' },
  { name: 'target', about: 'Paragraph of the cited cable that is named' },
  { name: 'held', about: 'Whether the archive holds the cable cited: true or false' },
] as const;

export function referenceHeader(): string {
  return toCsv([referenceColumns.map(({ name }) => name)]);
}

/**
 * The cells of one cable's rows: its REF list in order, then each paragraph that names a cable. A cable that names itself cites nothing.
 * `isHeld` tells whether the archive holds the cable of an id.
 */
export function referenceRows(
  { address, cable, mentions }: Pick<CatalogEntry, 'address' | 'cable' | 'mentions'>,
  isHeld: (id: string) => boolean,
): Cell[][] {
  const bullets = new Map<string, string>();
  const rows: Cell[][] = [];
  for (const { id, bullet } of cable.references ?? []) {
    if (id === undefined || id === cable.id) continue;
    if (bullet !== undefined && !bullets.has(id)) bullets.set(id, bullet);
    rows.push([address, bullet, id, undefined, undefined, String(isHeld(id))]);
  }
  for (const { id, anchor, target } of mentions) {
    if (id !== cable.id) rows.push([address, bullets.get(id), id, anchor, target, String(isHeld(id))]);
  }
  return rows;
}
