import { createHash } from 'node:crypto';
import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** A file that was written. */
export interface Written {
  name: string;
  bytes: number;
  /** Hexadecimal. */
  sha256: string;
}

/** Bytes written at a time. */
const FULL = 1 << 20;

/** Writes a file of any size with the memory of one chunk. Throws what the disk throws. */
export function writeChunks(folder: string, name: string, chunks: Iterable<string | Buffer>): Written {
  const file = openSync(join(folder, name), 'w');
  const hash = createHash('sha256');
  let bytes = 0;
  let waiting: Buffer[] = [];
  let size = 0;
  const flush = () => {
    const content = Buffer.concat(waiting);
    for (let done = 0; done < content.length; ) done += writeSync(file, content, done);
    hash.update(content);
    bytes += content.length;
    waiting = [];
    size = 0;
  };
  try {
    for (const chunk of chunks) {
      const content = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
      waiting.push(content);
      size += content.length;
      if (size >= FULL) flush();
    }
    flush();
  } finally {
    closeSync(file);
  }
  return { name, bytes, sha256: hash.digest('hex') };
}
