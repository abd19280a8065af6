import type { CableText, OpenIndex, Places, Posting } from './engine.ts';
import type { PhraseQuery, WordQuery } from './query/query.ts';

/** What a phrase's hit weighs beside a word's: rarer than its words, so worth more. */
const PHRASE_WEIGHT = 2;
/** At most so many ways to read a phrase whose words have marks inside. */
const MAX_READINGS = 16;

/**
 * A word with marks inside is looked for as one (`airfield`) and as its parts one after the other (`air field`),
 * for the sender may have written it either way.
 */
export function readings(words: readonly (readonly string[])[]): string[][] {
  let all: string[][] = [[]];
  for (const parts of words) {
    const whole = parts.join('');
    const open = parts.length > 1 && all.length * 2 <= MAX_READINGS;
    all = all.flatMap((before) => [[...before, whole], ...(open ? [[...before, ...parts]] : [])]);
  }
  return all;
}

/** A run of words of a text: the first, and the one behind the last. */
export interface Span {
  start: number;
  end: number;
}

/** The words of a query, each with its parts. */
export const wordsOf = (query: WordQuery | PhraseQuery): readonly (readonly string[])[] =>
  query.kind === 'word' ? [query.parts] : query.words;

/** The cables in which the words follow one another, in any reading. */
export async function findPhrase(index: OpenIndex, words: readonly (readonly string[])[]): Promise<Posting> {
  const found = await Promise.all(
    readings(words).map(async (reading) => {
      const postings = await Promise.all(reading.map((word) => index.lookup(word)));
      if (postings.length === 1) return postings[0] as Posting;
      const cables = inAll(postings.map((posting) => posting.cables));
      const runs = runsOf(reading, (word) => index.isCommon(word));
      const places = await Promise.all(runs.map(({ words: run }) => index.places(run, cables)));
      return inSequence(cables, runs, places);
    }),
  );
  return found.length === 1 ? (found[0] as Posting) : union(found);
}

/** Where the words follow one another in a text, in any reading; of two runs that start at one place, the longer. */
export function spansIn(text: CableText, words: readonly (readonly string[])[]): Span[] {
  const ends = new Map<number, number>();
  for (const reading of readings(words)) {
    const places = reading.map((word) => text.find(word));
    for (const start of starts(places, [...reading.keys()]))
      ends.set(start, Math.max(start + reading.length, ends.get(start) ?? 0));
  }
  return [...ends].map(([start, end]) => ({ start, end }));
}

function inAll([first = [], ...others]: readonly (readonly number[])[]): number[] {
  const sets = others.map((cables) => new Set(cables));
  return first.filter((cable) => sets.every((set) => set.has(cable)));
}

/** Words of a phrase as the index has their places, and how many words of the phrase stand before them. */
interface PhraseRun {
  words: string[];
  at: number;
}

/** Divides a phrase of two words or more: each that is not common with the common ones beside it, and each two common ones. */
function runsOf(words: readonly string[], isCommon: (word: string) => boolean): PhraseRun[] {
  const common = words.map(isCommon);
  return words.flatMap((_, at) => {
    if (common[at]) return common[at + 1] ? [{ words: words.slice(at, at + 2), at }] : [];
    const first = common[at - 1] ? at - 1 : at;
    const last = common[at + 1] ? at + 1 : at;
    return [{ words: words.slice(first, last + 1), at: first }];
  });
}

/** The places of a phrase, given those of its parts and how many words stand before each. */
function starts(parts: readonly (readonly number[])[], offsets: readonly number[]): readonly number[] {
  const [first = [], ...others] = parts.map((places, part) =>
    places.map((place) => place - (offsets[part] as number)),
  );
  return others.reduce((all, places) => {
    const set = new Set(all.length > 0 ? places : []);
    return all.filter((place) => set.has(place));
  }, first);
}

function inSequence(
  cables: readonly number[],
  runs: readonly PhraseRun[],
  places: readonly Places[],
): Posting {
  const result: Posting = { cables: [], weights: [] };
  const rows = places.map((each) => new Map(each.cables.map((cable, at) => [cable, at])));
  const offsets = runs.map(({ at }) => at);
  for (const cable of cables) {
    const parts = places.map(({ positions }, run) => positions[rows[run]?.get(cable) ?? -1] ?? []);
    const count = starts(parts, offsets).length;
    if (count === 0) continue;
    result.cables.push(cable);
    result.weights.push(count * PHRASE_WEIGHT);
  }
  return result;
}

function union(postings: readonly Posting[]): Posting {
  const all = new Map<number, number>();
  for (const { cables, weights } of postings)
    cables.forEach((cable, at) => {
      all.set(cable, (all.get(cable) ?? 0) + (weights[at] as number));
    });
  const cables = [...all.keys()].sort((a, b) => a - b);
  return { cables, weights: cables.map((cable) => all.get(cable) as number) };
}
