import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Complaint } from './complaint.ts';

/** Keeps a second build of the same folder away; gives what unlocks it. A lock whose process is gone counts for nothing. */
export function lockBuild(cache: string): () => void {
  const file = join(cache, 'build.lock');
  for (let tries = 0; ; tries += 1) {
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx' });
      return () => rmSync(file, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST' || tries > 1) throw error;
    }
    const holder = Number(readText(file));
    if (holder !== process.pid && isRunning(holder)) {
      throw new Complaint(
        `Another build of this folder is running (process ${holder}). Wait until it has ended.`,
      );
    }
    rmSync(file, { force: true });
  }
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
