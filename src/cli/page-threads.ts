/** Pages made on several threads: this one, and workers. */
import { setImmediate as turn } from 'node:timers/promises';
import { Tinypool } from 'tinypool';
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

/** Megabytes of short-lived values a thread: pages come and go, and the default grows to 96. */
const YOUNG = 24;

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
  const waiting = [...batches];
  const isOneOfMany = batches.length > FEW;
  const takeAll = async (make: (order: BatchOrder) => Promise<MadeBatch>) => {
    for (let batch = waiting.shift(); batch; batch = waiting.shift()) {
      try {
        told(await make({ ...batch, ...work, isOneOfMany }));
      } catch (error) {
        waiting.length = 0;
        throw error;
      }
    }
  };
  // Between units this thread looks after the others, and after what runs beside them.
  const own = () => takeAll((order) => makePages(order, turn));
  if (threads === 1) return own();
  const workers = openWorkers(threads - 1);
  try {
    const others = Array.from({ length: threads - 1 }, () => takeAll((order) => workers.run(order)));
    const ended = await Promise.allSettled([own(), ...others]);
    for (const end of ended) if (end.status === 'rejected') throw end.reason;
  } finally {
    await workers.destroy();
  }
}

function openWorkers(count: number): Tinypool {
  return new Tinypool({
    filename: new URL('./make-pages.ts', import.meta.url).href,
    runtime: 'worker_threads',
    minThreads: count,
    maxThreads: count,
    isolateWorkers: false,
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG },
  });
}
