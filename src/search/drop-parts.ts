import type { OpenIndex } from './engine.ts';
import { evaluate } from './evaluate.ts';
import { intersect } from './intersect.ts';
import { formatQuery } from './query/format-query.ts';
import type { Query } from './query/query.ts';

const MAX_PARTS = 8;

/** What a query would find without one of its parts. */
export interface Drop {
  /** The part as typed. */
  text: string;
  /** The whole query without it. */
  query: string;
  total: number;
}

/**
 * Leaves out one part of the query after the other, where it has several that must all hold; where that helps nowhere, all parts
 * that find nothing by themselves.
 */
export async function dropParts(
  text: string,
  query: Query | undefined,
  fields: ReadonlyMap<string, Uint8Array>,
  index: OpenIndex,
): Promise<Drop[]> {
  if (query?.kind !== 'and') return [];
  const without = async (dropped: readonly Query[]): Promise<Drop[]> => {
    const parts = query.parts.filter((part) => !dropped.includes(part));
    if (parts.length === 0) return [];
    const rest = { ...query, parts };
    const total = countOf((await evaluate(rest, index)).matches, fields);
    if (total === 0) return [];
    const words = dropped.map(({ place }) => text.slice(place.start, place.end));
    return [{ text: words.join(' '), query: formatQuery(rest), total }];
  };
  const parts = query.parts.slice(0, MAX_PARTS);
  const drops = (await Promise.all(parts.map((part) => without([part])))).flat();
  if (drops.length > 0) return drops.sort((a, b) => b.total - a.total);
  const alone = await Promise.all(
    parts.map(async (part) => countOf((await evaluate(part, index)).matches, new Map())),
  );
  return without(parts.filter((_, at) => alone[at] === 0));
}

function countOf(matches: Uint8Array, fields: ReadonlyMap<string, Uint8Array>): number {
  return intersect([matches, ...fields.values()]).reduce((sum, match) => sum + match, 0);
}
