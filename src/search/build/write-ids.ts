import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CatalogEntry } from '../../archive/catalog.ts';
import type { IdList } from '../manifest.ts';

// 08BEIJING1882, 08BEIJING1882_2
const YEAR = /^\d\d(?=[A-Z])/;

/**
 * Writes, a file a year, which cables the archive holds (with their date-time groups) and which it only cites, so that an id
 * or a date-time group typed into the search box leads to its page.
 *
 * @returns file names by two-digit year
 */
export function writeIds(entries: readonly CatalogEntry[], outDir: string): Record<string, string> {
  const years = new Map<string, { held: Set<string>; cited: Set<string> }>();
  const listOf = (id: string) => {
    const year = YEAR.exec(id)?.[0];
    if (year === undefined) return undefined;
    const list = years.get(year) ?? { held: new Set<string>(), cited: new Set<string>() };
    years.set(year, list);
    return list;
  };
  const held = new Set(entries.map(({ address }) => address));
  for (const { address, cable, mentions } of entries) {
    const moment = cable.dtg?.iso?.replace(/\D/g, '').slice(4, 12);
    listOf(address)?.held.add(moment ? `${address} ${moment}` : address);
    const cited = [...(cable.references ?? []).map(({ id }) => id), ...mentions.map(({ id }) => id)];
    for (const id of cited) {
      if (id !== undefined && !held.has(id)) listOf(id)?.cited.add(id);
    }
  }
  mkdirSync(join(outDir, 'ids'), { recursive: true });
  const files: [string, string][] = [...years].map(([year, lists]) => {
    const list: IdList = { held: [...lists.held].sort(), cited: [...lists.cited].sort() };
    const text = JSON.stringify(list);
    const path = `ids/${year}.${createHash('sha256').update(text).digest('hex').slice(0, 10)}.json`;
    writeFileSync(join(outDir, path), text);
    return [year, path];
  });
  return Object.fromEntries(files.sort(([a], [b]) => (a < b ? -1 : 1)));
}
