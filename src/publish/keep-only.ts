import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** Deletes the files of a folder that are not among these. */
export function keepOnly(folder: string, paths: Iterable<string>): void {
  const kept = new Set(paths);
  for (const name of readdirSync(folder)) {
    if (!kept.has(join(folder, name))) rmSync(join(folder, name));
  }
}
