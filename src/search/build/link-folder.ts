import { copyFileSync, existsSync, linkSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Puts a finished folder where it is served: as further names of the same files, as copies where the disk is another. A folder that
 * is there already is whole, for it comes to its name last of all.
 */
export function linkFolder(from: string, to: string): void {
  if (existsSync(to)) return;
  const part = `${to}.part`;
  rmSync(part, { recursive: true, force: true });
  linkFiles(from, part);
  renameSync(part, to);
}

function linkFiles(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const item of readdirSync(from, { withFileTypes: true })) {
    if (item.isDirectory()) linkFiles(join(from, item.name), join(to, item.name));
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
