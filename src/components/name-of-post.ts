import type { PostRow } from '../data/posts.ts';
import type { Words } from '../data/words/words-for.ts';

/** A post in plain words: `Embassy Beijing`, `Department of State`; its FM name where no city is known. */
export function nameOfPost({ name, kind, city, station }: PostRow, t: Words): string {
  if (station === 'STATE') return t.stateDepartment;
  if (!city || kind === 'department') return name;
  return t.postNames[kind]?.(city) ?? name;
}
