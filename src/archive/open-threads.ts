import { Tinypool } from 'tinypool';

/** Megabytes of short-lived values a thread: they come and go, and the default grows to 96. */
const YOUNG = 24;

/** Threads that each run what a file exports by default. To be destroyed: they hold memory as long as they live. */
export function openThreads(file: URL, count: number): Tinypool {
  return new Tinypool({
    filename: file.href,
    runtime: 'worker_threads',
    minThreads: count,
    maxThreads: count,
    isolateWorkers: false,
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG },
  });
}
