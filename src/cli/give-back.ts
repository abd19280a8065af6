import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Bytes of a heap below which it does not pay. */
const LARGE = 5e8;

/**
 * Has V8 give back what a step needed and the next one does not: it would keep the memory for itself, and programs that are
 * started beside it need it. Takes a second a gigabyte.
 */
export function giveBack(): void {
  if (process.memoryUsage().heapTotal < LARGE) return;
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
}
