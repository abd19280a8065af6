import { slugOf } from './groups.ts';

/**
 * The address that a cable asks for: its id; without one the name of its file (`letters/Note to file.txt` is `Note-to-file`, the
 * second cable of the file `Note-to-file-2`). `part`: its place among the cables of the file, from 0.
 */
export function nameOf(id: string | undefined, path: string, part: number): string {
  if (id !== undefined) return id;
  const name = slugOf(path.slice(path.lastIndexOf('/') + 1).replace(/\.[A-Za-z]{1,8}$/, ''));
  return part === 0 ? name : `${name}-${part + 1}`;
}
