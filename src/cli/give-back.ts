import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Bytes of a heap below which it does not pay to give memory back. */
const LARGE = 3e8;
/** Bytes by which a heap may grow before it is collected. */
const SLACK = 1e8;

type Collect = NonNullable<typeof global.gc>;

let collector: Collect | undefined;

/** V8's own collector, for the thread that asks. */
function collectorOf(): Collect {
  collector ??= exposed();
  return collector;
}

function exposed(): Collect {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc');
}

/**
 * Has V8 give back what a step needed and the next one does not: it would keep the memory for itself, and programs that are
 * started beside it need it. Takes about three seconds a gigabyte. Only the last resort of V8's collector makes the heap smaller: a
 * usual collection leaves it as large as it was, with holes.
 */
export function giveBack(): void {
  if (process.memoryUsage().heapTotal < LARGE) return;
  collectorOf()({ type: 'major', execution: 'sync', flavor: 'last-resort' });
}

let held = 0;

/**
 * For work that makes much and holds little: collects what this thread no longer holds, whenever its heap has grown by `SLACK`. V8
 * itself waits until a heap is about twice what it holds, which the catalog of a large archive makes hundreds of megabytes.
 */
export function keepSmall(): void {
  if (getHeapStatistics().used_heap_size < held + SLACK) return;
  collectorOf()({ type: 'major', execution: 'sync' });
  held = getHeapStatistics().used_heap_size;
}
