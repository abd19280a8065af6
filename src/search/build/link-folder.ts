import { copyFileSync, existsSync, linkSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Puts a finished folder where it is served: as further names of the same files, as copies where the disk is another. Of a folder
 * that holds the file `last` everything is there already.
 */
export function linkFolder(from: string, to: string, last: string): void {
  if (existsSync(join(to, last))) return;
  rmSync(to, { recursive: true, force: true });
  mkdirSync(to, { recursive: true });
  const items = readdirSync(from, { withFileTypes: true });
  for (const item of items.toSorted((a, b) => Number(a.name === last) - Number(b.name === last))) {
    if (item.isDirectory()) linkFolder(join(from, item.name), join(to, item.name), last);
    else linkFile(join(from, item.name), join(to, item.name));
  }
}

/** A further name of the same file; a copy where the disk is another. */
export function linkFile(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to);
  }
}
