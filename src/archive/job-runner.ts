import { availableParallelism } from 'node:os';
import type { Tinypool } from 'tinypool';
import { openThreads } from './open-threads.ts';
import readBatch, { type Batch, type FileResult, type ReadJob } from './read-batch.ts';

/** Files of one batch: enough that handing it over costs nothing, few enough that results come as they are made. */
const BATCH = 64;
/** Below this starting threads costs more than they save. */
const FEW = 400;

/** Runs reading jobs on all cores, where there are enough of them. To be closed: threads hold memory as long as they live. */
export class JobRunner {
  readonly #shared: Omit<Batch, 'jobs'>;
  readonly #threads: number;
  #pool: Tinypool | undefined;

  /** `threads`: 0 for as many as there are cores. */
  constructor(shared: Omit<Batch, 'jobs'>, threads: number) {
    this.#shared = shared;
    this.#threads = threads || availableParallelism();
  }

  /** The results of `count` jobs in their order. Takes jobs as they are needed and holds no more results than a few batches a thread. */
  async *run(jobs: Iterable<ReadJob>, count: number): AsyncGenerator<FileResult> {
    const waiting: Promise<FileResult[]>[] = [];
    if (count >= FEW && this.#threads > 1)
      this.#pool ??= openThreads(new URL('./read-batch.ts', import.meta.url), this.#threads);
    for (const batch of batchesOf(jobs)) {
      const work = { ...this.#shared, jobs: batch };
      if (!this.#pool) {
        yield* readBatch(work);
        continue;
      }
      waiting.push(this.#pool.run(work));
      waiting.at(-1)?.catch(() => {});
      if (waiting.length >= this.#threads * 3) yield* (await waiting.shift()) ?? [];
    }
    for (const results of waiting) yield* await results;
  }

  async close(): Promise<void> {
    await this.#pool?.destroy();
  }
}

function* batchesOf(jobs: Iterable<ReadJob>): Generator<ReadJob[]> {
  let batch: ReadJob[] = [];
  for (const job of jobs) {
    batch.push(job);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
