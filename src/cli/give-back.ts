import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Bytes of a heap below which it does not pay. */
const LARGE = 3e8;

/**
 * Has V8 give back what a step needed and the next one does not: it would keep the memory for itself, and programs that are
 * started beside it need it. Takes about three seconds a gigabyte. Only the last resort of V8's collector makes the heap smaller: a
 * usual collection leaves it as large as it was, with holes.
 */
export function giveBack(): void {
  if (process.memoryUsage().heapTotal < LARGE) return;
  setFlagsFromString('--expose-gc');
  const collect: typeof global.gc = runInNewContext('gc');
  collect?.({ type: 'major', execution: 'sync', flavor: 'last-resort' });
}
