import { promisify } from 'node:util';
import { gzip, gzipSync } from 'node:zlib';

/** A gzip file with the same bytes on every system: the system's own mark in its head is taken out (RFC 1952). */
export function zipped(bytes: Uint8Array | string): Uint8Array {
  return unmarked(gzipSync(bytes));
}

const gzipAside = promisify(gzip);

/** The same, made beside this thread. */
export async function zippedAside(bytes: Uint8Array): Promise<Uint8Array> {
  return unmarked(await gzipAside(bytes));
}

function unmarked(zip: Uint8Array): Uint8Array {
  zip[9] = 255;
  return zip;
}
