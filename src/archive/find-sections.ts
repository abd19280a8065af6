import type { Addressed } from './assign-addresses.ts';

interface SectionFile {
  path: string;
  count: number;
  missing: readonly number[];
}

/**
 * Files that each hold some sections of one cable, no section twice: their paths in the order of the sections. Only files of one
 * cable are joined. One of the files may name no section as missing: many a copy bears the mark of section 1 and holds all of them;
 * beside files of the others it holds the rest.
 */
export function findSections(files: readonly { path: string; parts: readonly Addressed[] }[]): string[][] {
  const groups = new Map<string, SectionFile[]>();
  for (const { path, parts } of files) {
    const [part] = parts;
    if (parts.length !== 1 || !part?.id || !part.sections) continue;
    const key = `${part.id} ${part.sections.count}`;
    groups.set(key, [...(groups.get(key) ?? []), { path, ...part.sections }]);
  }
  return [...groups.values()].flatMap((group) => {
    const ordered = group.length < 2 ? undefined : inOrder(group);
    return ordered ? [ordered] : [];
  });
}

/** Paths in the order of the first section of each, or nothing where two files hold the same section. */
function inOrder(files: readonly SectionFile[]): string[] | undefined {
  const open = files.filter(({ missing }) => missing.length === 0);
  if (open.length > 1) return undefined;
  const held = new Map<number, string>();
  for (const { path, count, missing } of files) {
    if (missing.length === 0) continue;
    for (let section = 1; section <= count; section += 1) {
      if (missing.includes(section)) continue;
      if (held.has(section)) return undefined;
      held.set(section, path);
    }
  }
  const [whole] = open;
  if (whole) {
    if (held.has(1)) return undefined;
    held.set(1, whole.path);
  }
  return [...new Set([...held].sort(([a], [b]) => a - b).map(([, path]) => path))];
}
