import { Worker } from 'node:worker_threads';
import type { Merge } from './merge-pieces.ts';

/** `mergePieces` on a thread of its own, which begins at once, whatever this one does next. */
export function mergeAside(merge: Merge): Promise<number> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./merge-thread.ts', import.meta.url), { workerData: merge });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('The search index could not be put together.')));
  });
}
