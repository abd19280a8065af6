import { availableParallelism } from 'node:os';
import { Tinypool } from 'tinypool';
import readBatch, { type Batch, type FileResult, type ReadJob } from './read-batch.ts';

/** Files of one batch: enough that handing it over costs nothing, few enough that results come as they are made. */
const BATCH = 64;
/** Below this starting threads costs more than they save. */
const FEW = 400;

/** Megabytes of short-lived values a thread: texts come and go, and the default is 64 and more. */
const YOUNG = 24;

/**
 * Runs reading jobs on all cores, where there are enough of them, and gives their results in the order of the jobs. Holds no more
 * results than a few batches a thread.
 */
export async function* runJobs(
  shared: Omit<Batch, 'jobs'>,
  jobs: readonly ReadJob[],
  threads: number,
): AsyncGenerator<FileResult> {
  const batches: Batch[] = [];
  for (let at = 0; at < jobs.length; at += BATCH)
    batches.push({ ...shared, jobs: jobs.slice(at, at + BATCH) });
  const workers = threads || availableParallelism();
  if (jobs.length < FEW || workers === 1) {
    for (const batch of batches) yield* readBatch(batch);
    return;
  }
  const pool = new Tinypool({
    filename: new URL('./read-batch.ts', import.meta.url).href,
    runtime: 'worker_threads',
    minThreads: workers,
    maxThreads: workers,
    isolateWorkers: false,
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG },
  });
  try {
    const waiting: Promise<FileResult[]>[] = [];
    for (const batch of batches) {
      waiting.push(pool.run(batch));
      waiting.at(-1)?.catch(() => {});
      if (waiting.length >= workers * 3) yield* (await waiting.shift()) ?? [];
    }
    for (const results of waiting) yield* await results;
  } finally {
    await pool.destroy();
  }
}
