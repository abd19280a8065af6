import { dayRange } from './cable-day.ts';
import type { OpenIndex, Posting } from './engine.ts';
import { matchValues } from './filter-values.ts';
import { findPhrase, readings, wordsOf } from './find-phrase.ts';
import { indexWord } from './query/index-word.ts';
import type { DayRange, FilterQuery, PhraseQuery, Query, WordQuery } from './query/query.ts';

/** A word or phrase that a hit may hold, and the cables that hold it. */
export interface Found {
  query: WordQuery | PhraseQuery;
  posting: Posting;
  /** The word stands under a NOT: it is looked up, never shown. */
  negative: boolean;
}

export interface Evaluation {
  /** 1 for each cable that answers the query. */
  matches: Uint8Array;
  scores: Float64Array;
  found: Found[];
  /** Fields with a value that no open cable has. */
  unmatched: FilterQuery[];
}

const K1 = 1.2;
const B = 0.75;

/**
 * Answers a query by set algebra over one lookup a word or phrase, and ranks by BM25 over all open cables, so that a cable's
 * rank does not hang on the part of the index it lies in.
 */
export async function evaluate(query: Query | undefined, index: OpenIndex): Promise<Evaluation> {
  const found: Found[] = [];
  const unmatched: FilterQuery[] = [];
  const leaves = new Map<Query, Promise<Uint8Array>>();
  const prepare = (part: Query, negative: boolean): void => {
    if (part.kind === 'and' || part.kind === 'or') for (const inner of part.parts) prepare(inner, negative);
    else if (part.kind === 'not') prepare(part.part, !negative);
    else leaves.set(part, leaf(part, negative));
  };
  const leaf = async (part: Query, negative: boolean): Promise<Uint8Array> => {
    const mask = new Uint8Array(index.size);
    if (part.kind === 'word' || part.kind === 'phrase') {
      const posting = await findPhrase(index, wordsOf(part));
      found.push({ query: part, posting, negative });
      for (const cable of posting.cables) mask[cable] = 1;
    } else if (part.kind === 'date') {
      fillDays(mask, index.days, part.range);
    } else if (part.kind === 'filter') {
      const facet = await index.facet(part.field);
      const values = matchValues(part.field, part.value, facet.values);
      if (values.size === 0) unmatched.push(part);
      for (let cable = 0; cable < index.size; cable += 1) {
        if (facet.of[cable]?.some((value) => values.has(value))) mask[cable] = 1;
      }
    }
    return mask;
  };

  const matches = new Uint8Array(index.size);
  if (!query) return { matches: matches.fill(1), scores: new Float64Array(index.size), found, unmatched };
  prepare(query, false);
  const masks = new Map<Query, Uint8Array>();
  await Promise.all([...leaves].map(async ([part, mask]) => masks.set(part, await mask)));
  matches.set(combine(query, masks, index.size));
  found.sort((a, b) => a.query.place.start - b.query.place.start);
  unmatched.sort((a, b) => a.place.start - b.place.start);
  return { matches, scores: rank(found, index), found, unmatched };
}

function combine(query: Query, masks: ReadonlyMap<Query, Uint8Array>, size: number): Uint8Array {
  if (query.kind === 'not') return combine(query.part, masks, size).map((value) => 1 - value);
  if (query.kind !== 'and' && query.kind !== 'or') return masks.get(query) ?? new Uint8Array(size);
  const [first, ...rest] = query.parts.map((part) => combine(part, masks, size));
  const all = Uint8Array.from(first as Uint8Array);
  for (const mask of rest) {
    for (let cable = 0; cable < size; cable += 1) {
      const value = mask[cable] as number;
      if (query.kind === 'and') all[cable] = (all[cable] as number) & value;
      else all[cable] = (all[cable] as number) | value;
    }
  }
  return all;
}

/** `2008-05-15` as 20080515. */
export function dayNumber(day: string): number {
  return Number(day.slice(0, 10).replaceAll('-', ''));
}

/** A cable whose month or year alone is known lies in a range that holds all of it. */
function fillDays(mask: Uint8Array, days: ArrayLike<number>, { from, to }: DayRange): void {
  const first = from === undefined ? 1 : dayNumber(from);
  const last = to === undefined ? 99999999 : dayNumber(to);
  for (let cable = 0; cable < mask.length; cable += 1) {
    const day = days[cable] as number;
    if (day === 0) continue;
    const [earliest, latest] = dayRange(day);
    if (earliest >= first && latest <= last) mask[cable] = 1;
  }
}

function rank(found: readonly Found[], index: OpenIndex): Float64Array {
  const scores = new Float64Array(index.size);
  let words = 0;
  for (let cable = 0; cable < index.size; cable += 1) words += index.lengths[cable] as number;
  const average = words / Math.max(1, index.size) || 1;
  for (const { posting, negative } of found) {
    if (negative) continue;
    const count = posting.cables.length;
    const rarity = Math.log(1 + (index.size - count + 0.5) / (count + 0.5));
    posting.cables.forEach((cable, at) => {
      const weight = posting.weights[at] as number;
      const length = 1 - B + (B * (index.lengths[cable] as number)) / average;
      scores[cable] = (scores[cable] as number) + (rarity * weight * (K1 + 1)) / (weight + K1 * length);
    });
  }
  return scores;
}

/** The words of a query, as typed, that no open cable has. */
export async function missingWords(found: readonly Found[], index: OpenIndex): Promise<string[]> {
  const missing: string[] = [];
  for (const { query } of found) {
    const typed = query.text.split(/\s+/).filter((word) => indexWord(word) !== '');
    for (const [at, parts] of wordsOf(query).entries()) {
      const ways = await Promise.all(
        readings([parts]).map(async (way) => {
          const postings = await Promise.all(way.map((word) => index.lookup(word)));
          return postings.every((posting) => posting.cables.length > 0);
        }),
      );
      if (!ways.some(Boolean)) missing.push(typed[at] ?? parts.join('-'));
    }
  }
  return [...new Set(missing)];
}
