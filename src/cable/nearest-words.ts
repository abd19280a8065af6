/** The words of a list that are nearest to a misspelt one. */
export interface Nearest {
  /** Letters wrong: put in, left out, changed, or two neighbours swapped. */
  distance: number;
  /** All words at that distance; empty where none is near enough. */
  words: string[];
}

/** The word with one or two letters left out, each in all ways. */
function shortened(word: string, most: number): Set<string> {
  const all = new Set([word]);
  let last = [word];
  for (let step = 0; step < most; step += 1) {
    const next: string[] = [];
    for (const longer of last) {
      for (let at = 0; at < longer.length; at += 1) {
        const shorter = longer.slice(0, at) + longer.slice(at + 1);
        if (all.has(shorter)) continue;
        all.add(shorter);
        next.push(shorter);
      }
    }
    last = next;
  }
  return all;
}

/**
 * Letters wrong between two words; a swap of neighbours counts as one (optimal string alignment).
 */
export function editDistance(left: string, right: string): number {
  const width = right.length + 1;
  let before: number[] = [];
  let row = Array.from({ length: width }, (_, column) => column);
  for (let i = 1; i <= left.length; i += 1) {
    const next = [i];
    for (let j = 1; j < width; j += 1) {
      const same = left.charCodeAt(i - 1) === right.charCodeAt(j - 1);
      let cost = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (same ? 0 : 1));
      const swapped =
        i > 1 &&
        j > 1 &&
        left.charCodeAt(i - 1) === right.charCodeAt(j - 2) &&
        left.charCodeAt(i - 2) === right.charCodeAt(j - 1);
      if (swapped) cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      next.push(cost);
    }
    before = row;
    row = next;
  }
  return row[width - 1] ?? 0;
}

/**
 * Makes a look-up of the nearest words of a list that takes time by the length of the word asked for, not by the length
 * of the list: each word is filed under itself with one and two letters left out. The index is made at the first question.
 */
export function nearestWords(words: readonly string[]): (word: string, most: number) => Nearest {
  let index: Map<string, string[]> | undefined;
  const build = () => {
    const made = new Map<string, string[]>();
    for (const word of words) {
      for (const key of shortened(word, 2)) {
        const filed = made.get(key);
        if (filed) filed.push(word);
        else made.set(key, [word]);
      }
    }
    return made;
  };
  return (word, most) => {
    index ??= build();
    const candidates = new Set<string>();
    for (const key of shortened(word, most)) for (const near of index.get(key) ?? []) candidates.add(near);
    let nearest: Nearest = { distance: most + 1, words: [] };
    for (const near of candidates) {
      const distance = editDistance(word, near);
      if (distance > most || distance > nearest.distance) continue;
      if (distance < nearest.distance) nearest = { distance, words: [near] };
      else nearest.words.push(near);
    }
    return nearest;
  };
}
