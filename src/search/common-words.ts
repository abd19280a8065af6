/**
 * The commonest words of English, each its own stem. Their places would be a quarter of all, and most of what a phrase fetches:
 * so the places of every other word say which of these stands before and behind it, and those of two that follow one another are
 * listed as a pair. At most 15: the codes of two fill a byte.
 */
const WORDS = [
  'a',
  'and',
  'at',
  'by',
  'for',
  'from',
  'in',
  'is',
  'of',
  'on',
  'that',
  'the',
  'to',
  'was',
  'with',
];

const codes = new Map(WORDS.map((word, at) => [word, at + 1]));

export const commonWords: readonly string[] = WORDS;

/** From 1; 0 for any other stem. */
export const codeOfCommon = (stem: string): number => codes.get(stem) ?? 0;

/** Name of the list of two common words that follow one another; no stem has a blank. */
export const pairName = (first: string, second: string): string => `${first} ${second}`;
