import type { Cable } from '../cable/cable.ts';
import { eachPiece } from './each-piece.ts';

// the Missile Technology Control Regime (MTCR)
const IN_BRACKETS = /\(([A-Z]{3,10})\)/g;

// Non-Proliferation
const WORD = /[\p{L}\p{N}'’]+/gu;

/** Words that an acronym may leave out. */
const small = /^(?:a|an|and|at|by|de|del|des|du|for|in|la|of|on|the|to)$/i;

interface Word {
  text: string;
  at: number;
}

/** Acronyms that a cable explains itself: the letters in brackets behind the words that they begin. */
export function acronymsOf({ body }: Pick<Cable, 'body'>): Record<string, string> {
  const found: Record<string, string> = {};
  eachPiece(body, ({ text }) => {
    for (const { 1: letters = '', index } of text.matchAll(IN_BRACKETS)) {
      if (Object.hasOwn(found, letters)) continue;
      const before = text.slice(Math.max(0, index - letters.length * 30), index).replace(/\s+/g, ' ');
      const words = [...before.matchAll(WORD)].map((match) => ({ text: match[0], at: match.index }));
      const first = firstWord(words, letters, words.length - 1, letters.length - 1);
      if (first) found[letters] = before.slice(first.at).trim();
    }
  });
  return found;
}

/** The word that the letters up to `letter` begin at, where the words up to `word` begin with them; small words may be left out. */
function firstWord(words: readonly Word[], letters: string, word: number, letter: number): Word | undefined {
  const last = words[word];
  if (!last) return undefined;
  const isSmall = small.test(last.text);
  if (last.text[0]?.toUpperCase() === letters[letter]) {
    const found =
      letter === 0 ? (isSmall ? undefined : last) : firstWord(words, letters, word - 1, letter - 1);
    if (found) return found;
  }
  return isSmall && letter < letters.length - 1 ? firstWord(words, letters, word - 1, letter) : undefined;
}
