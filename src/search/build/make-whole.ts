import { mkdirSync, renameSync, rmSync } from 'node:fs';

/** Has a folder made beside its place and moves it there, so that what stands there is always whole. */
export async function makeWhole(folder: string, make: (part: string) => void | Promise<void>): Promise<void> {
  const part = emptyFolder(`${folder}.part`);
  await make(part);
  rmSync(folder, { recursive: true, force: true });
  renameSync(part, folder);
}

export function emptyFolder(path: string): string {
  rmSync(path, { recursive: true, force: true });
  mkdirSync(path);
  return path;
}
