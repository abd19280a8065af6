import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

export interface Output {
  files: number;
  bytes: number;
}

/** Files below a folder and their bytes; nothing where there is no such folder. */
export function countOutput(folder: string): Output {
  let entries: string[];
  try {
    entries = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  } catch {
    return { files: 0, bytes: 0 };
  }
  const sizes = entries.map((name) => statSync(join(folder, name))).filter((stat) => stat.isFile());
  return { files: sizes.length, bytes: sizes.reduce((sum, { size }) => sum + size, 0) };
}
