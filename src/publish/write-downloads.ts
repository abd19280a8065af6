/** The downloads of the whole archive, under `/data/`. */
import { createHash } from 'node:crypto';
import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { CatalogEntry } from '../archive/catalog.ts';
import { compare } from '../archive/compare.ts';
import type { Settings } from '../archive/settings.ts';
import { dataPackage } from './data-package.ts';
import { csvHeader, toCells } from './exports.ts';
import { gzipOf } from './gzip-pieces.ts';
import { type KeptTable, keptTable } from './kept-table.ts';
import { recordSchemaJson } from './record-schema.ts';
import { referenceHeader, referenceRows } from './reference-table.ts';
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

/** A file that was written. */
export interface Written {
  name: string;
  bytes: number;
  /** Hexadecimal. */
  sha256: string;
}

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
 * wrote. Throws what the disk throws.
 */
export function writeDownloads(downloads: Downloads): Written[] {
  const { site, settings, entries, isHeld, pieces, originals, rows } = downloads;
  const folder = join(site, 'data');
  mkdirSync(folder, { recursive: true });
  const put = (name: string, chunks: Iterable<string | Buffer>) => writeChunks(folder, name, chunks);
  const putTable = (name: string, own: Omit<KeptTable, 'folder' | 'maker'>) =>
    put(name, keptTable(entries, { ...own, folder: join(rows.folder, name), maker: rows.maker }));
  const { records, table, references, schema, description, digests } = downloadNames;
  const written = [
    put(records, gzipOf(pieces)),
    putTable(table, { header: csvHeader(), toRows: (entry) => [toCells(entry, settings)] }),
    putTable(references, {
      header: referenceHeader(),
      besides: heldBy(isHeld),
      toRows: (entry) => referenceRows(entry, isHeld),
    }),
    put(schema, [recordSchemaJson()]),
  ];
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

/** Which of the cables are held that a cable names: the table says it of each. */
const heldBy =
  (isHeld: (id: string) => boolean) =>
  ({ cable: { references = [] }, mentions }: CatalogEntry): string =>
    [...references, ...mentions].map(({ id }) => (id !== undefined && isHeld(id) ? 1 : 0)).join('');

/** A line that `sha256sum -c` reads. */
function sumLine(sha256: string, path: string): string {
  return `${sha256}  ${path}\n`;
}

/** Bytes written at a time. */
const FULL = 1 << 20;

function writeChunks(folder: string, name: string, chunks: Iterable<string | Buffer>): Written {
  const file = openSync(join(folder, name), 'w');
  const hash = createHash('sha256');
  let bytes = 0;
  let waiting: Buffer[] = [];
  let size = 0;
  const flush = () => {
    const content = Buffer.concat(waiting);
    for (let done = 0; done < content.length; ) done += writeSync(file, content, done);
    hash.update(content);
    bytes += content.length;
    waiting = [];
    size = 0;
  };
  try {
    for (const chunk of chunks) {
      const content = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
      waiting.push(content);
      size += content.length;
      if (size >= FULL) flush();
    }
    flush();
  } finally {
    closeSync(file);
  }
  return { name, bytes, sha256: hash.digest('hex') };
}
