import { spellings } from '../query/index-word.ts';
import { stemEnglish } from '../stem/stem-english.ts';

const stems = new Map<string, readonly string[]>();

/** Where each stem stands in a text, as the index has it: a written word has a place for each of its spellings. */
export function placesIn(words: readonly string[]): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  words.forEach((word, at) => {
    for (const stem of stemsOf(word)) {
      const known = places.get(stem);
      if (known) known.push(at);
      else places.set(stem, [at]);
    }
  });
  return places;
}

/** Words come again and again, in a text and from text to text. */
function stemsOf(word: string): readonly string[] {
  let own = stems.get(word);
  if (!own) {
    own = [...new Set(spellings(word).map(stemEnglish))];
    stems.set(word, own);
  }
  return own;
}
