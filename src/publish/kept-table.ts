/** A large table whose rows are kept from build to build: those of cables that have not changed are not made again. */
import { hash } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CatalogEntry } from '../archive/catalog.ts';
import { hashOf } from '../archive/hash-of.ts';
import { keepOnly } from '../archive/keep-only.ts';
import { writeWhole } from '../archive/write-whole.ts';
import { type Cell, toCsv } from './csv.ts';

/** Cables whose rows are kept in one file on average, a power of two. */
const TOGETHER = 256;

export interface KeptTable {
  /** Folder of the kept rows of this table. */
  folder: string;
  /** What rows are made with besides their cable: the program, the settings. */
  maker: string;
  header: string;
  /** What the rows of a cable say that is not in its own text. */
  besides?: (entry: CatalogEntry) => string;
  toRows: (entry: CatalogEntry) => Cell[][];
}

/** A table of all cables in their order, many rows at a time. Throws what the disk throws. */
export function* keptTable(
  entries: readonly CatalogEntry[],
  { folder, maker, header, besides = () => '', toRows }: KeptTable,
): Generator<string | Buffer, undefined> {
  mkdirSync(folder, { recursive: true });
  const paths: string[] = [];
  yield header;
  for (const own of groupsOf(entries)) {
    const keys = own.map((entry) => `${entry.address} ${entry.digest} ${besides(entry)}`);
    const path = join(folder, hash('sha256', [maker, ...keys].join('\n'), 'hex'));
    paths.push(path);
    let rows: string | Buffer | undefined = read(path);
    if (rows === undefined) {
      rows = toCsv(own.flatMap(toRows));
      writeWhole(path, rows);
    }
    yield rows;
  }
  keepOnly(folder, paths);
}

/** Where a group ends depends on the addresses of its cables alone, so that a cable more or less changes one group. */
function* groupsOf(entries: readonly CatalogEntry[]): Generator<CatalogEntry[], undefined> {
  let from = 0;
  for (const [at, { address }] of entries.entries()) {
    if (at < entries.length - 1 && (hashOf(address) & (TOGETHER - 1)) !== 0) continue;
    yield entries.slice(from, at + 1);
    from = at + 1;
  }
}

function read(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}
