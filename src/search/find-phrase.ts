import type { OpenIndex, Posting } from './engine.ts';

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

/** Where the words follow one another, in any reading. The positions are those of the first word. */
export async function findPhrase(index: OpenIndex, words: readonly (readonly string[])[]): Promise<Posting> {
  const found = await Promise.all(
    readings(words).map(async (reading) => {
      const postings = await Promise.all(reading.map((word) => index.lookup(word)));
      return postings.length === 1 ? (postings[0] as Posting) : inSequence(postings);
    }),
  );
  return found.length === 1 ? (found[0] as Posting) : union(found);
}

function inSequence(postings: readonly Posting[]): Posting {
  const spans: number[][] = [];
  const result: Posting = { cables: [], positions: [], weights: [], spans };
  const [first, ...rest] = postings as [Posting, ...Posting[]];
  const next = rest.map(() => 0);
  first.cables.forEach((cable, index) => {
    let starts = first.positions[index] as number[];
    for (let word = 0; word < rest.length && starts.length > 0; word += 1) {
      const posting = rest[word] as Posting;
      let at = next[word] as number;
      while (at < posting.cables.length && (posting.cables[at] as number) < cable) at += 1;
      next[word] = at;
      if (posting.cables[at] !== cable) {
        starts = [];
        break;
      }
      const places = new Set(posting.positions[at]);
      starts = starts.filter((start) => places.has(start + word + 1));
    }
    if (starts.length === 0) return;
    result.cables.push(cable);
    result.positions.push(starts);
    result.weights.push(starts.length * PHRASE_WEIGHT);
    spans.push(starts.map(() => postings.length));
  });
  return result;
}

/** All of several postings; of two that start at one place, the longer. */
function union(postings: readonly Posting[]): Posting {
  const all = new Map<number, { spans: Map<number, number>; weight: number }>();
  for (const { cables, positions, weights, spans } of postings) {
    cables.forEach((cable, index) => {
      const entry = all.get(cable) ?? { spans: new Map<number, number>(), weight: 0 };
      positions[index]?.forEach((position, place) => {
        const span = spans?.[index]?.[place] ?? 1;
        entry.spans.set(position, Math.max(span, entry.spans.get(position) ?? 0));
      });
      entry.weight += weights[index] ?? 0;
      all.set(cable, entry);
    });
  }
  const cables = [...all.keys()].sort((a, b) => a - b);
  const entries = cables.map((cable) => all.get(cable) as { spans: Map<number, number>; weight: number });
  const places = entries.map(({ spans }) => [...spans].sort(([a], [b]) => a - b));
  return {
    cables,
    positions: places.map((each) => each.map(([position]) => position)),
    weights: entries.map(({ weight }) => weight),
    spans: places.map((each) => each.map(([, span]) => span)),
  };
}
