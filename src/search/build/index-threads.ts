import type { Tinypool } from 'tinypool';
import { openThreads } from '../../archive/open-threads.ts';

/** Threads that do what `index-thread.ts` can, started when they are first asked. To be closed: they hold memory as long as they live. */
export class IndexThreads {
  readonly count: number;
  #pool: Tinypool | undefined;

  constructor(count: number) {
    this.count = count;
  }

  /** The threads: no more than there are jobs, where they are started now. */
  pool(jobs = this.count): Tinypool {
    this.#pool ??= openThreads(new URL('./index-thread.ts', import.meta.url), Math.min(this.count, jobs));
    return this.#pool;
  }

  async close(): Promise<void> {
    const pool = this.#pool;
    this.#pool = undefined;
    await pool?.destroy();
  }
}
