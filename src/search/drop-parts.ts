import type { OpenIndex } from './engine.ts';
import { evaluate } from './evaluate.ts';
import { intersect } from './intersect.ts';
import { formatQuery } from './query/format-query.ts';
import type { Query } from './query/query.ts';

/** What a query would find without one of its parts. */
export interface Drop {
  /** The part as typed. */
  text: string;
  /** The whole query without it. */
  query: string;
  total: number;
}

/** Leaves out one part of the query after the other, where it has several that must all hold. */
export async function dropParts(
  text: string,
  query: Query | undefined,
  fields: ReadonlyMap<string, Uint8Array>,
  index: OpenIndex,
): Promise<Drop[]> {
  if (query?.kind !== 'and') return [];
  const all: Drop[] = [];
  for (const part of query.parts.slice(0, 8)) {
    const parts = query.parts.filter((each) => each !== part);
    const { matches } = await evaluate({ ...query, parts }, index);
    const total = intersect([matches, ...fields.values()]).reduce((sum, match) => sum + match, 0);
    if (total === 0) continue;
    const { start, end } = part.place;
    const shorter = formatQuery({ ...query, parts });
    all.push({ text: text.slice(start, end), query: shorter, total });
  }
  return all.sort((a, b) => b.total - a.total);
}
