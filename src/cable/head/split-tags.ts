import { findTag } from '../../data/tag-kind.ts';

/** Codes that were run together, cut apart: `ECONSENVPGOV` is `ECON`, `SENV`, `PGOV`. */
export interface TagSplit {
  codes: string[];
  /** It can be cut in several ways. */
  ambiguous?: true;
}

/**
 * Cuts a token of six letters and more into codes of four and two letters, if it can be cut completely and one of them is
 * no country. Of several ways the one with the fewest codes counts; two of them are ambiguous. Time is linear in the token.
 */
export function splitTags(token: string, year?: number): TagSplit | undefined {
  if (token.length < 6 || token.length > 60 || !/^[A-Z]+$/.test(token)) return undefined;
  // best[i]: fewest codes that end at i, in how many ways, and the length of the last one
  const fewest: number[] = [0];
  const ways: number[] = [1];
  const last: number[] = [0];
  for (let end = 1; end <= token.length; end += 1) {
    fewest[end] = Number.POSITIVE_INFINITY;
    ways[end] = 0;
    for (const length of [4, 2]) {
      const start = end - length;
      if (start < 0 || !Number.isFinite(fewest[start] ?? Number.POSITIVE_INFINITY)) continue;
      const row = findTag(token.slice(start, end), year);
      if (!row || (length === 2 && row.kind !== 'country')) continue;
      const count = (fewest[start] ?? 0) + 1;
      if (count < (fewest[end] ?? 0)) {
        fewest[end] = count;
        ways[end] = ways[start] ?? 0;
        last[end] = length;
      } else if (count === fewest[end]) ways[end] = (ways[end] ?? 0) + (ways[start] ?? 0);
    }
  }
  if (!ways[token.length]) return undefined;
  const codes: string[] = [];
  for (let end = token.length; end > 0; end -= last[end] ?? end) {
    codes.unshift(token.slice(end - (last[end] ?? end), end));
  }
  if (!codes.some((code) => code.length === 4)) return undefined;
  return (ways[token.length] ?? 0) > 1 ? { codes, ambiguous: true } : { codes };
}
