import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** Deletes what a folder holds beside these paths. */
export function keepOnly(folder: string, paths: Iterable<string>): void {
  const kept = new Set(paths);
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (!kept.has(path)) rmSync(path, { recursive: true, force: true });
  }
}
