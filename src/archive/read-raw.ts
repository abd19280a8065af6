import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Cable } from '../cable/cable.ts';
import { type Diagnostic, diagnosticTable } from '../cable/diagnostics.ts';
import { parseCables } from '../cable/parse-cable.ts';
import { type Decoded, decode } from '../cable/wrapper/decode.ts';

/** A raw file as it lies on the disk, and its text. */
export interface RawFile {
  /** Relative to the cables folder, `/` between; the name that the caller gave; none for what has none. */
  path?: string;
  bytes: number;
  /** Of the bytes, hexadecimal. */
  sha256: string;
  text: string;
  encoding: Decoded['encoding'];
}

/** Reads and decodes a raw file. Throws what `node:fs` throws. */
export function readRaw(folder: string, path: string): RawFile {
  return toRaw(path, readFileSync(join(folder, path)));
}

/** The bytes of a raw file with their digest and text. */
export function toRaw(path: string | undefined, content: Uint8Array): RawFile {
  const { text, encoding } = decode(content);
  return {
    ...(path !== undefined && { path }),
    bytes: content.length,
    sha256: digestOf(content),
    text,
    encoding,
  };
}

/** SHA-256, hexadecimal. */
export function digestOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** The cables of a raw file, with what is known of the file in their `source`. */
export function cablesIn({ path, bytes, sha256, text, encoding }: RawFile): Cable[] {
  const cables = parseCables(text, path === undefined ? {} : { path });
  for (const cable of cables) {
    cable.source = { ...cable.source, ...(path !== undefined && { path }), bytes, sha256, encoding };
    if (encoding === 'windows-1252') cable.diagnostics.unshift(foreignEncoding());
  }
  return cables;
}

function foreignEncoding(): Diagnostic {
  const { severity, message } = diagnosticTable['encoding-windows-1252'];
  return { code: 'encoding-windows-1252', severity, message, lines: [1, 1] };
}
