import { spawn } from 'node:child_process';
import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const PREFIX = 'trash-';
let count = 0;

/** Takes a folder out of the way at once, by renaming it within `cache`; `emptyTrash` deletes it. */
export function discard(path: string, cache: string): void {
  if (!existsSync(path)) return;
  count += 1;
  try {
    renameSync(path, join(cache, `${PREFIX}${process.pid}-${count}-${Date.now()}`));
  } catch {
    rmSync(path, { recursive: true, force: true });
  }
}

/** Deletes what was discarded, in a process of its own that nobody waits for: on a slow disk this takes longer than a build. */
export function emptyTrash(cache: string): void {
  const trash = readdirSync(cache).filter((name) => name.startsWith(PREFIX));
  if (trash.length === 0) return;
  const program = `for (const path of process.argv.slice(1)) fs.rmSync(path, { recursive: true, force: true, maxRetries: 3 })`;
  spawn(process.execPath, ['-e', program, ...trash.map((name) => join(cache, name))], {
    detached: true,
    stdio: 'ignore',
  })
    .on('error', () => {})
    .unref();
}
