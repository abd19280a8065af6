// No more than the engine of regular expressions can take in one go, where a whole file is one word.
const WORD = /[\p{L}\p{N}]{1,1000000}/gu;

// 0012 is 12
const LEADING_ZEROS = /^0+[1-9]\d*$/;

/** A number without leading zeros; any other word as it is. */
export function withoutZeros(word: string): string {
  return word.charCodeAt(0) === 48 && LEADING_ZEROS.test(word) ? word.replace(/^0+/, '') : word;
}

/** Counts the words of a text into a multiset: runs of letters and digits as written, numbers without leading zeros. */
export function countWords(text: string, counts: Map<string, number> = new Map()): Map<string, number> {
  const found = text.match(WORD);
  if (found) {
    for (const each of found) {
      const word = withoutZeros(each);
      counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  return counts;
}

/** Words of the first multiset that the second holds less often. */
export function missingWords(
  wanted: ReadonlyMap<string, number>,
  present: ReadonlyMap<string, number>,
): string[] {
  const missing: string[] = [];
  for (const [word, count] of wanted) {
    for (let left = count - (present.get(word) ?? 0); left > 0; left--) missing.push(word);
  }
  return missing;
}

/** Counts the words of all strings of a value, keys left out. */
export function countWordsIn(value: unknown, counts: Map<string, number> = new Map()): Map<string, number> {
  if (typeof value === 'string') countWords(value, counts);
  else if (typeof value === 'number') countWords(String(value), counts);
  else if (Array.isArray(value)) for (const part of value) countWordsIn(part, counts);
  else if (value !== null && typeof value === 'object') {
    for (const part of Object.values(value)) countWordsIn(part, counts);
  }
  return counts;
}
