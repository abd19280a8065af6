import type { PostRow } from '../data/posts.ts';
import type { TagKind } from '../data/tags.ts';
import type { CatalogEntry } from './catalog.ts';

/** Cables that have something in common, oldest first. */
export interface Group {
  /** Last part of the address of the group's page; made of letters, digits, `-`, `_` and `.`. */
  slug: string;
  entries: CatalogEntry[];
}

/** Cables of one post. */
export interface Origin extends Group {
  /** As in ids: `BEIJING`; where a cable names no post that a table knows, the sender's own words. */
  station: string;
  /** The post in the table, as it was at the time of the last cable. */
  post?: PostRow;
  /** Posts of the same city under another name or of another kind that the archive has cables of. */
  related: Origin[];
}

export interface TagGroup extends Group {
  code: string;
  /** The kind and the meaning most of the cables have it with; see `meanings`. */
  kind: TagKind;
  name?: string;
  /** All meanings that the code has in this archive, most frequent first: a code changes its meaning with the years. */
  meanings: string[];
}

export interface NamedGroup extends Group {
  name: string;
}

export interface CollectionGroup extends Group {
  /** Key in `archive.yaml`: the folder. */
  key: string;
  title: string;
  description?: string;
  source?: string;
  licence?: string;
  added?: string;
  specimen: boolean;
}

/** Sorts entries into groups by keys: the order inside a group is that of the entries. */
export function groupBy<T>(entries: readonly T[], keysOf: (entry: T) => readonly string[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const entry of entries) {
    const keys = keysOf(entry);
    for (const key of keys.length > 1 ? new Set(keys) : keys) {
      const group = groups.get(key);
      if (group) group.push(entry);
      else groups.set(key, [entry]);
    }
  }
  return groups;
}

/** Words as a part of an address: `LAGARDE, CHRISTINE` is `LAGARDE-CHRISTINE`. */
export function slugOf(words: string): string {
  const plain = words.normalize('NFD').replace(/\p{M}+/gu, '');
  return plain.replace(/[^A-Za-z0-9._]+/g, '-').replace(/^[-.]+|[-.]+$/g, '') || 'other';
}

/** Gives each of a list of names a slug of its own; names whose slugs are equal but for case get `_2`, `_3`. */
export function slugsOf(
  names: readonly string[],
  slug: (name: string) => string = slugOf,
): Map<string, string> {
  const slugs = new Map<string, string>();
  const taken = new Set<string>();
  for (const name of names) {
    const plain = slug(name);
    let free = plain;
    for (let count = 2; taken.has(free.toLowerCase()); count += 1) free = `${plain}_${count}`;
    taken.add(free.toLowerCase());
    slugs.set(name, free);
  }
  return slugs;
}
