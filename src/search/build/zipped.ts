import { gzipSync } from 'node:zlib';

/** A gzip file with the same bytes on every system: the system's own mark in its head is taken out (RFC 1952). */
export function zipped(bytes: Uint8Array | string): Uint8Array {
  const zip = gzipSync(bytes);
  zip[9] = 255;
  return zip;
}
