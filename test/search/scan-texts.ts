/**
 * Answers questions by reading every text from its start: the plain scan that the search is held against. It shares no code with
 * `src/search`; what counts as one word is written here a second time, on purpose.
 */
import type { ScanCable } from './plain-scan.ts';

/** Any of a field's values. */
export interface AskedField {
  field: keyof ScanCable['fields'];
  values: readonly string[];
}

/** Whole days, both ends included. */
export interface AskedDates {
  from?: string;
  to?: string;
}

/** A question as a tree that no parser made. */
export type Asked =
  | { word: string }
  | { phrase: string }
  | AskedField
  | AskedDates
  | { not: Asked }
  | { all: readonly Asked[] }
  | { any: readonly Asked[] };

const isSign = (letter: string) => /[\p{L}\p{N}\p{Pc}]/u.test(letter);
const isDigit = (letter: string) => /\p{N}/u.test(letter);
const isCapital = (letter: string) => /\p{Lu}/u.test(letter);
const isSmall = (letter: string) => /\p{Ll}/u.test(letter);

/** Letters and digits alone, small, without accents. */
const fold = (text: string) => [...text.normalize('NFD')].filter(isSign).join('').toLowerCase();

/**
 * Divides a written word where a sign stands between, where letters meet digits, before a capital behind a small letter, and before
 * the last of several capitals where a small letter follows: `air-field`, `F16`, `McBak`, `NGOs` as `NG` and `Os`.
 */
function runs(written: string): string[] {
  const all: string[] = [];
  const letters = [...written.normalize('NFD').replace(/\p{M}/gu, '')];
  letters.forEach((letter, at) => {
    const [before = ' ', after = ' '] = [letters[at - 1], letters[at + 1]];
    if (!isSign(letter) || letter === '_') return;
    const inside = isSign(before) && before !== '_';
    const turns =
      isDigit(letter) !== isDigit(before) ||
      (isCapital(letter) && (isSmall(before) || (isCapital(before) && isSmall(after))));
    if (inside && !turns) all.push((all.pop() ?? '') + letter);
    else all.push(letter);
  });
  return all;
}

/** A word of a text is found as a whole, and by each of its runs that has two letters or more. */
function spellings(written: string): string[] {
  const parts = runs(written);
  const long = parts.length > 1 ? parts.filter((part) => part.length > 1).map(fold) : [];
  return [fold(written), ...long].filter((spelling) => spelling !== '');
}

/** A word that is asked for: in one, or its parts one after the other. `'` and `.` and `,` divide nothing. */
const asked = (word: string) =>
  word
    .replace(/['’.,]/g, '')
    .split(/[^\p{L}\p{N}\p{M}\p{Pc}]+/u)
    .map(fold)
    .filter(Boolean);

interface Block {
  anchor?: string;
  tokens: Set<string>[];
}

export class TextScan {
  readonly #cables: readonly ScanCable[];
  readonly #stem: (word: string) => string;
  readonly #blocks: Block[][];
  readonly #known = new Map<string, boolean[]>();

  /** @param stem what makes two spellings one word */
  constructor(cables: readonly ScanCable[], stem: (word: string) => string = (word) => word) {
    this.#cables = cables;
    this.#stem = stem;
    this.#blocks = cables.map(({ address, heading = address, blocks }) =>
      [{ text: address }, { text: heading }, ...blocks].map(({ text, ...block }) => ({
        ...block,
        tokens: text.split(/\s+/).map((token) => new Set(spellings(token).map(stem))),
      })),
    );
  }

  /** Addresses of all cables that answer, sorted. */
  answers(question: Asked): string[] {
    const holds = this.#holding(question);
    return this.#cables
      .filter((_, at) => holds[at])
      .map(({ address }) => address)
      .sort();
  }

  /** Whether a block of a cable has the word or phrase. */
  isIn(text: string, address: string, anchor: string): boolean {
    const cable = this.#cables.findIndex((each) => each.address === address);
    const blocks = (this.#blocks[cable] ?? []).filter((block) => block.anchor === anchor);
    const words = this.#wordsOf(text);
    return blocks.some(({ tokens }) => tokens.some((_, at) => fits(tokens, at, words)));
  }

  /** Places of a word in each cable that has it, counted as the index does: the start of a block takes a place. */
  places(word: string): Map<string, number[]> {
    const wanted = this.#stem(fold(word));
    const found = new Map<string, number[]>();
    this.#blocks.forEach((blocks, cable) => {
      const all = blocks.flatMap(({ tokens }) => [new Set<string>(), ...tokens]);
      const places = all.flatMap((token, at) => (token.has(wanted) ? [at] : []));
      if (places.length > 0) found.set((this.#cables[cable] as ScanCable).address, places);
    });
    return found;
  }

  /** Of each cable, whether it answers. */
  #holding(question: Asked): boolean[] {
    if ('all' in question) {
      const parts = question.all.map((part) => this.#holding(part));
      return this.#cables.map((_, cable) => parts.every((holds) => holds[cable]));
    }
    if ('any' in question) {
      const parts = question.any.map((part) => this.#holding(part));
      return this.#cables.map((_, cable) => parts.some((holds) => holds[cable]));
    }
    if ('not' in question) return this.#holding(question.not).map((holds) => !holds);
    const name = JSON.stringify(question);
    const known = this.#known.get(name) ?? this.#scan(question);
    this.#known.set(name, known);
    return known;
  }

  #scan(question: { word: string } | { phrase: string } | AskedField | AskedDates): boolean[] {
    if ('field' in question)
      return this.#cables.map((cable) => isOneOf(question.values, question.field, cable));
    if (!('word' in question || 'phrase' in question))
      return this.#cables.map(({ date }) => liesWithin(date, question.from, question.to));
    const words = this.#wordsOf('word' in question ? question.word : question.phrase);
    return this.#blocks.map((blocks) =>
      blocks.some(({ tokens }) => tokens.some((_, at) => fits(tokens, at, words))),
    );
  }

  /** The words of a question: each as a whole, and the parts that may stand for it. */
  #wordsOf(text: string): AskedWord[] {
    const written = text
      .split(/\s+/)
      .map(asked)
      .filter((parts) => parts.length > 0);
    return written.map((parts) => ({ whole: this.#stem(parts.join('')), parts: parts.map(this.#stem) }));
  }
}

interface AskedWord {
  whole: string;
  parts: string[];
}

/** Whether the words stand one after the other from this place on. */
function fits(tokens: readonly Set<string>[], at: number, [first, ...others]: readonly AskedWord[]): boolean {
  if (!first) return true;
  if (tokens[at]?.has(first.whole) && fits(tokens, at + 1, others)) return true;
  const { parts } = first;
  if (parts.length < 2 || !parts.every((part, index) => tokens[at + index]?.has(part))) return false;
  return fits(tokens, at + parts.length, others);
}

/** A mark is also meant by each of the parts it is written with: `S/NF` by `S` and by `NF`. */
function isOneOf(
  values: readonly string[],
  field: keyof ScanCable['fields'],
  { fields }: ScanCable,
): boolean {
  const own = fields[field] ?? [];
  return own.some(
    (value) =>
      values.includes(value) || (field === 'mark' && value.split('/').some((part) => values.includes(part))),
  );
}

/** A cable of which the month or the year alone is known lies within what holds all of it. */
function liesWithin(date: string | undefined, from = '0000-01-01', to = '9999-12-31'): boolean {
  if (date === undefined) return false;
  const [year = '', month = '12'] = date.split('-');
  const days = new Date(Number(year), Number(month), 0).getDate();
  const last = date.length === 10 ? date : `${year}-${month}-${days}`;
  return date.padEnd(10, '-01') >= from && last <= to;
}
