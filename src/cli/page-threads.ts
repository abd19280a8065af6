/** Pages made on several threads: this one, and workers. */
import { setImmediate as turn } from 'node:timers/promises';
import { openThreads } from '../archive/open-threads.ts';
import { takeAll } from '../archive/take-all.ts';
import makePages, { type BatchOrder, type MadeBatch, type PageBatch, type PageWork } from './make-pages.ts';

/** What it takes to make one more thread pay. */
interface Costs {
  /** Cables of the archive, and the bytes of its catalog: each thread reads it whole. */
  cables: number;
  catalog: number;
  /** Pages to make. */
  pages: number;
  /** Bytes that further threads may hold together. */
  memory: number;
  /** Threads that the machine runs at a time. */
  cores: number;
  /** As many threads as the publisher wants, whether they pay or not; 0 for as many as pay. */
  asked: number;
}

/** Starting a thread takes as long as making so many pages, and reading so many cables of the catalog as making one. */
const PAGES_TO_START = 500;
const CABLES_A_PAGE = 16;
/** Bytes that a thread holds: at the start, and for each byte of the catalog. Measured at 1,000 to 40,000 cables. */
const THREAD = 150e6;
const HELD = 1.8;

/** Batches that are over before it pays to collect what they leave. */
const FEW = 32;

/** How many threads make pages fastest, this one counted. */
export function threadsFor({ cables, catalog, pages, memory, cores, asked }: Costs): number {
  const paying = Math.floor(pages / (PAGES_TO_START + cables / CABLES_A_PAGE));
  const fitting = 1 + Math.floor(memory / (THREAD + HELD * catalog));
  return Math.max(1, Math.min(asked || Math.min(cores, paying), fitting));
}

/** Makes all batches, each thread the next one that waits. Rejects with the first thing that a page or the disk throws. */
export async function makeBatches(
  batches: readonly PageBatch[],
  work: PageWork,
  threads: number,
  told: (made: MadeBatch) => void,
): Promise<void> {
  const isOneOfMany = batches.length > FEW;
  const orderOf = (batch: PageBatch): BatchOrder => ({ ...batch, ...work, isOneOfMany });
  // Between units this thread looks after the others, and after what runs beside them.
  const own = async (batch: PageBatch) => told(await makePages(orderOf(batch), turn));
  if (threads === 1) return takeAll(batches, [own]);
  const workers = openThreads(new URL('./make-pages.ts', import.meta.url), threads - 1);
  const other = async (batch: PageBatch) => told(await workers.run(orderOf(batch)));
  try {
    await takeAll(batches, [...Array.from({ length: threads - 1 }, () => other), own]);
  } finally {
    await workers.destroy();
  }
}
