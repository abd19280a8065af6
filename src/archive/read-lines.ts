import { closeSync, openSync, readSync } from 'node:fs';

const CHUNK = 1 << 20;

/** Lines of a UTF-8 file that ends each with `\n`, one after the other: a file of any size takes the memory of its longest line. */
export function* readLines(path: string): Generator<string, undefined> {
  const file = openSync(path, 'r');
  try {
    const chunk = Buffer.allocUnsafe(CHUNK);
    let rest: Buffer[] = [];
    for (let size = readSync(file, chunk); size > 0; size = readSync(file, chunk)) {
      let from = 0;
      for (let end = chunk.indexOf(10); end !== -1 && end < size; end = chunk.indexOf(10, from)) {
        const part = chunk.subarray(from, end);
        yield rest.length === 0 ? part.toString('utf8') : Buffer.concat([...rest, part]).toString('utf8');
        rest = [];
        from = end + 1;
      }
      if (from < size) rest.push(Buffer.from(chunk.subarray(from, size)));
    }
    if (rest.length > 0) yield Buffer.concat(rest).toString('utf8');
  } finally {
    closeSync(file);
  }
}
