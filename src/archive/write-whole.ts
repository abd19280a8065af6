import { renameSync, writeFileSync } from 'node:fs';

/** Writes a file that has its name only when it is whole. Throws what the disk throws. */
export function writeWhole(path: string, content: string | Uint8Array): void {
  writeFileSync(`${path}.part`, content);
  renameSync(`${path}.part`, path);
}
