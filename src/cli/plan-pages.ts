/** What is made by which thread, and what is packed for the download of all records. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CatalogEntry } from '../archive/catalog.ts';
import { compare } from '../archive/compare.ts';
import { hashOf } from '../archive/hash-of.ts';
import { keepOnly } from '../archive/keep-only.ts';
import type { PageBatch, PageJob, Unit } from './make-pages.ts';

/** Cables of a batch on average, a power of two. */
const BATCH = 64;
/** Where a batch ends at last. */
const MOST = 400;
/** Pages of one batch that show no cable held here. */
const LOOSE = 16;

/** What is to be made. */
export interface PageOrder {
  /** Cables whose folders belong to the site, or to the share of it that is made. */
  entries: readonly CatalogEntry[];
  /** Pages to make, by the address of the cable whose folder they lie in; without an address those that lie in none. */
  pages: ReadonlyMap<string | undefined, PageJob[]>;
  /** Whether a cable's folder is there already, made earlier. */
  isKept: (address: string) => boolean;
  /** Whether files stand beside pages at all. */
  hasTwins: boolean;
  /** Folder of packed records, with those of the last build; left out where there is no download of all. */
  records?: string;
  /** What a record says of the site. */
  about: object;
}

export interface PagePlan {
  batches: PageBatch[];
  /** Files that hold all records packed, once the batches are made, in the order of the raw files: see `gzipOf`. */
  pieces: string[];
}

/** Divides pages that show no cable held here into batches. */
export function planLoose(pages: readonly PageJob[]): PageBatch[] {
  const batches: PageBatch[] = [];
  for (let at = 0; at < pages.length; at += LOOSE)
    batches.push({ units: pages.slice(at, at + LOOSE).map((page) => ({ pages: [page] })) });
  return batches;
}

/** Divides what is to be made into batches. Records of unchanged cables are packed already: those packed files are kept, others deleted. */
export function planPages({ entries, pages, isKept, hasTwins, records, about }: PageOrder): PagePlan {
  const held = new Set<string | undefined>(entries.map(({ address }) => address));
  const batches = planLoose([...pages].flatMap(([address, jobs]) => (held.has(address) ? [] : jobs)));
  const pieces: string[] = [];
  if (records) mkdirSync(records, { recursive: true });
  const maker = records ? digestOfMaker(about) : '';
  for (const own of batchesOf(entries)) {
    const path = records && join(records, nameOfPiece(maker, own));
    if (path) pieces.push(path);
    // Records are packed of all cables of a batch, or of none.
    const piece = path && !existsSync(path) ? path : undefined;
    const units = own.flatMap(({ address }): Unit[] => {
      const kept = isKept(address);
      const jobs = pages.get(address) ?? [];
      if (piece || (hasTwins && !kept)) return [{ pages: jobs, cable: { address, kept } }];
      return jobs.length > 0 ? [{ pages: jobs }] : [];
    });
    if (units.length > 0) batches.push({ units, ...(piece && { piece }) });
  }
  if (records) keepOnly(records, pieces);
  return { batches, pieces };
}

/**
 * Entries by file, in batches that never part the cables of one file. Where a batch ends depends on the names of its files alone,
 * so that a cable more or less changes one batch.
 */
function batchesOf(entries: readonly CatalogEntry[]): CatalogEntry[][] {
  const batches: CatalogEntry[][] = [];
  let last: string | undefined;
  for (const entry of entries.toSorted((a, b) => compare(a.path, b.path) || a.part - b.part)) {
    const batch = batches.at(-1);
    if (batch && (entry.path === last || (batch.length < MOST && !endsBatch(last ?? '')))) batch.push(entry);
    else batches.push([entry]);
    last = entry.path;
  }
  return batches;
}

/** Whether a batch ends behind this file: true of one in `BATCH`. */
const endsBatch = (path: string): boolean => (hashOf(path) & (BATCH - 1)) === 0;

function nameOfPiece(maker: string, entries: readonly CatalogEntry[]): string {
  const hash = createHash('sha256').update(maker);
  for (const { address, digest } of entries) hash.update(`\n${address}\n${digest}`);
  return `${hash.digest('hex')}.piece`;
}

/** Digest of what a record is made with, besides its cable: the program of this room, and what it says of the site. */
function digestOfMaker(about: object): string {
  const hash = createHash('sha256').update(process.versions.node).update(JSON.stringify(about));
  const folder = join(import.meta.dirname, '../publish');
  for (const name of readdirSync(folder).sort(compare)) hash.update(readFileSync(join(folder, name)));
  return hash.digest('hex');
}
