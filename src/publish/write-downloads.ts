/** The downloads of the whole archive, under `/data/`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CatalogEntry } from '../archive/catalog.ts';
import { compare } from '../archive/compare.ts';
import { openThreads } from '../archive/open-threads.ts';
import type { Settings } from '../archive/settings.ts';
import { dataPackage } from './data-package.ts';
import { csvHeader, toCells } from './exports.ts';
import { type KeptTable, keptTable } from './kept-table.ts';
import { recordSchemaJson } from './record-schema.ts';
import { referenceHeader, referenceRows } from './reference-table.ts';
import { type Written, writeChunks } from './write-chunks.ts';
import writeRecords, { type Records } from './write-records.ts';
import { twinNames } from './write-twins.ts';

/** Names of the files, in the folder `data` of the site. */
export const downloadNames = {
  records: 'cables.ndjson.gz',
  table: 'cables.csv',
  references: 'references.csv',
  schema: 'cable.schema.json',
  description: 'datapackage.json',
  digests: 'SHA256SUMS',
  originals: 'originals.sha256',
} as const;

export interface Downloads {
  /** Folder of the site. */
  site: string;
  settings: Settings;
  /** In the order of the tables. */
  entries: readonly CatalogEntry[];
  isHeld: (id: string) => boolean;
  /** All records packed: see `gzipOf`. */
  pieces: readonly string[];
  /** SHA-256 of each original beside a page, by address. */
  originals: ReadonlyMap<string, string>;
  /** Where rows of tables are kept from build to build, and what they are made with: see `keptTable`. */
  rows: { folder: string; maker: string };
}

/**
 * Writes the records, the tables, their description and the digests of them all; takes the memory of one chunk. Gives what it
 * wrote. Rejects with what the disk throws.
 */
export async function writeDownloads(downloads: Downloads): Promise<Written[]> {
  const { site, settings, entries, isHeld, pieces, originals, rows } = downloads;
  const folder = join(site, 'data');
  mkdirSync(folder, { recursive: true });
  const put = (name: string, chunks: Iterable<string | Buffer>) => writeChunks(folder, name, chunks);
  const putTable = (name: string, own: Omit<KeptTable, 'folder' | 'maker'>) =>
    put(name, keptTable(entries, { ...own, folder: join(rows.folder, name), maker: rows.maker }));
  const { records, table, references, schema, description, digests } = downloadNames;
  const tables = async () => [
    putTable(table, { header: csvHeader(), toRows: (entry) => [toCells(entry, settings)] }),
    putTable(references, {
      header: referenceHeader(),
      besides: heldBy(isHeld),
      toRows: (entry) => referenceRows(entry, isHeld),
    }),
    put(schema, [recordSchemaJson()]),
  ];
  const [packed, others] = await Promise.all([recordsOf({ folder, name: records, pieces }), tables()]);
  const written = [packed, ...others];
  const told = JSON.stringify(dataPackage(settings, entries.length, written), undefined, 2);
  written.push(put(description, [`${told}\n`]));
  if (originals.size > 0) {
    const sorted = [...originals].sort(([a], [b]) => compare(a, b));
    const lines = sorted.map(([address, sha256]) =>
      sumLine(sha256, `../cables/${address}/${twinNames.source}`),
    );
    written.push(put(downloadNames.originals, lines));
  }
  writeFileSync(join(folder, digests), written.map(({ name, sha256 }) => sumLine(sha256, name)).join(''));
  return written;
}

/** Pieces that are put together on a thread of its own: more than this costs more than to start one. */
const FEW = 16;

async function recordsOf(records: Records): Promise<Written> {
  if (records.pieces.length < FEW) return writeRecords(records);
  const thread = openThreads(new URL('./write-records.ts', import.meta.url), 1);
  try {
    return await thread.run(records);
  } finally {
    await thread.destroy();
  }
}

/** Which of the cables are held that a cable names: the table says it of each. */
const heldBy =
  (isHeld: (id: string) => boolean) =>
  ({ cable: { references = [] }, mentions }: CatalogEntry): string =>
    [...references, ...mentions].map(({ id }) => (id !== undefined && isHeld(id) ? 1 : 0)).join('');

/** A line that `sha256sum -c` reads. */
function sumLine(sha256: string, path: string): string {
  return `${sha256}  ${path}\n`;
}
