// Everything but letters, digits and connectors such as `_`: taken out of a word by the index.
const NOT_INDEXED = /[^\p{L}\p{N}\p{Pc}]+/gu;
const COMBINING = /\p{M}+/gu;
// Marks that join what is one word in speech: `Iran's`, `U.S.`, `1,000`.
const INSIDE_ONE_WORD = /['’ʼ.,]+/gu;

/**
 * Spells a word as the index does: lower case, no accents, letters and digits only.
 *
 * @returns `''` for a word without a letter or digit
 */
export function indexWord(text: string): string {
  return text.normalize('NFD').replace(COMBINING, '').replace(NOT_INDEXED, '').toLowerCase();
}

/** The parts of a word that has marks between letters: `S/NF` gives `s`, `nf`; `Iran's` is one part. */
export function wordParts(text: string): string[] {
  const plain = text.normalize('NFD').replace(COMBINING, '').replace(INSIDE_ONE_WORD, '');
  return plain.toLowerCase().split(NOT_INDEXED).filter(Boolean);
}

// Where the index divides a written word: at signs, between letters and digits, before a capital that begins a part.
const INSIDE =
  /[^\p{L}\p{N}]+|(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})|(?<=\p{L})(?=\p{N})|(?<=\p{N})(?=\p{L})/u;

/** The spellings by which the index finds a word of a text: as a whole, and by each part of two letters or more. */
export function spellings(written: string): string[] {
  const whole = indexWord(written);
  if (whole === '') return [];
  const parts = written.normalize('NFD').replace(COMBINING, '').split(INSIDE).filter(Boolean);
  const long = parts.length > 1 ? parts.filter((part) => [...part].length > 1) : [];
  return [whole, ...long.map((part) => part.toLowerCase())];
}
