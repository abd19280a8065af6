import { matchPost } from '../find-post.ts';
import type { ReferenceToken } from './reference-tokens.ts';

/** One item of a list of references: its letter, and which tokens are its words. */
export interface ReferenceItem {
  bullet?: string;
  /** Index of the first token behind the letter, and of the first that is no longer its own. */
  first: number;
  end: number;
}

const romans = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X'];

/** Place of a letter in the sequence A .. Z, AA, BB .., or of a number in I .. X; 0 if it is none. */
function ordinal(letter: string, isRoman = false): number {
  const capitals = letter.toUpperCase();
  if (isRoman) return romans.indexOf(capitals) + 1;
  const code = capitals.charCodeAt(0) - 64;
  if (!/^[A-Z]{1,2}$/.test(capitals)) return 0;
  if (capitals.length === 1) return code;
  return capitals[0] === capitals[1] ? 26 + code : 0;
}

/** The letter at a token, in one of its forms, and how many tokens it takes: `(A)`, `A.`, `A)`, `A:`, `[A]`. */
function letterAt(
  tokens: readonly ReferenceToken[],
  at: number,
  text: string,
  isRoman: boolean,
): { letter: string; value: number; length: number } | undefined {
  const token = tokens[at];
  if (!token) return undefined;
  if (token.text === '(' || token.text === '[') {
    // 9 FAM 40.21(A)
    if (/\d\.\d{1,4}$/.test(text.slice(Math.max(0, token.start - 8), token.start))) return undefined;
    const letter = tokens[at + 1];
    const close = tokens[at + 2]?.text;
    // `(REF A)`
    if (
      /^REF(?:TEL)?$/i.test(letter?.text ?? '') &&
      tokens[at + 3]?.text === ')' &&
      tokens[at + 2]?.kind === 'word'
    ) {
      const inner = tokens[at + 2]?.text ?? '';
      return ordinal(inner) ? { letter: inner.toUpperCase(), value: ordinal(inner), length: 4 } : undefined;
    }
    if (letter?.kind !== 'word' || (close !== ')' && close !== ']' && close !== '.')) return undefined;
    const value = ordinal(letter.text, isRoman);
    if (!value) return undefined;
    // `(A.)` and `(A):` take their sign too
    const more = tokens[at + 3]?.text ?? '';
    const length = close === '.' && more === ')' ? 4 : more === ':' || more === '.' ? 4 : 3;
    return { letter: letter.text.toUpperCase(), value, length };
  }
  if (token.kind !== 'word' || token.text.length > (isRoman ? 4 : 2)) return undefined;
  const value = ordinal(token.text, isRoman);
  const sign = tokens[at + 1];
  // `B . LIMA 12`: a stop apart from its letter
  if (!value || !sign || (sign.start !== token.end && !citesAt(tokens, at + 2))) return undefined;
  const slashed = sign.text === '/' && (tokens[at + 2]?.start ?? 0) > sign.end;
  if (sign.text !== '.' && sign.text !== ')' && sign.text !== ':' && !slashed) return undefined;
  // The last letter of U.S.A. is none.
  const before = text[token.start - 1] ?? ' ';
  if (before === '.' && /[A-Za-z]/.test(text[token.start - 2] ?? '')) return undefined;
  if (before === '(' || /['’&]/.test(before)) return undefined;
  const more = tokens[at + 2];
  // nor is the first of D.C.
  const isInitial = more?.text.length === 1 && more.start === sign.end && tokens[at + 3]?.text === '.';
  if (sign.text === '.' && isInitial && more.text !== token.text) return undefined;
  const length = sign.text === '.' && more?.text === ')' && more.start === sign.end ? 3 : 2;
  return { letter: token.text.toUpperCase(), value, length };
}

/** `B - LIMA 12`: the letter before a dash that blanks part from it; E - MAIL is none. */
function dashedAt(
  tokens: readonly ReferenceToken[],
  at: number,
): { letter: string; value: number; length: number } | undefined {
  const [token, sign, next] = tokens.slice(at, at + 3);
  if (token?.text.length !== 1 || sign?.text !== '-' || !next || /^MAIL/i.test(next.text)) return undefined;
  const value = sign.start > token.end && next.start > sign.end ? ordinal(token.text) : 0;
  return value ? { letter: token.text.toUpperCase(), value, length: 2 } : undefined;
}

/** A letter without a sign, or with another, where the next one is due and a post follows: `A STATE 12, B; LIMA 3`. */
function bareLetterAt(tokens: readonly ReferenceToken[], at: number, due: number): boolean {
  const token = tokens[at];
  if (token?.kind !== 'word' || token.text.length !== 1 || ordinal(token.text) !== due) return false;
  const next = tokens[at + 1]?.text ?? '';
  const isSigned = next === '-' || ((due > 1 || isPrefix(tokens, at)) && /^[,;]$/.test(next));
  return citesAt(tokens, isSigned ? at + 2 : at + 1);
}

const compactId = /^(?:19|20)?\d\d[A-Z][A-Z'’-]+\d+$/i;

/** A known post and a number stand at a token, perhaps behind a year: `'08 ST. PETERSBURG 12`, `08LIMA12`. */
function citesAt(tokens: readonly ReferenceToken[], from: number): boolean {
  let next = /^['’]$/.test(tokens[from]?.text ?? '') ? from + 1 : from;
  if (compactId.test(tokens[next]?.text ?? '')) return true;
  if (tokens[next]?.kind === 'number' && (tokens[next]?.text.length ?? 0) <= 4) next += 1;
  const words: string[] = [];
  const ends: number[] = [];
  while (tokens[next]?.kind === 'word' && words.length < 6) {
    const word = tokens[next]?.text ?? '';
    words.push(word);
    next += word.length === 2 && tokens[next + 1]?.text === '.' ? 2 : 1;
    ends.push(next);
  }
  const post = words.length > 0 ? matchPost(words, 0) : undefined;
  return post !== undefined && tokens[ends[post.words - 1] ?? -1]?.kind === 'number';
}

/**
 * Finds the items of a list of references by their letters. Letters count only in their order (a few may be missing) or
 * before a cable, so initials and marks are no items; a letter written twice (`A. A.`, `A. (A)`) is one. A list without letters is one item.
 */
export function referenceItems(tokens: readonly ReferenceToken[], text: string): ReferenceItem[] {
  const items: ReferenceItem[] = [];
  const isRoman = hasRomans(tokens, text);
  const numbered = !isRoman && isNumberedList(tokens);
  let last = 0;
  let dashed = false;
  let open: ReferenceItem = { first: 0, end: tokens.length };
  for (let at = 0; at < tokens.length; at += 1) {
    const lettered = numbered ? numberAt(tokens, at) : letterAt(tokens, at, text, isRoman);
    const behindDash =
      !lettered && (dashed || (last === 0 && isPrefix(tokens, at))) ? dashedAt(tokens, at) : undefined;
    const found = lettered ?? behindDash;
    if (behindDash) dashed = true;
    // A mark right behind a letter is none of the list: `B. (C) LIMA 13`.
    if (found && open.bullet !== undefined && at === open.first && found.value !== last) {
      at += found.length - 1;
      continue;
    }
    // (S) LIMA 12; (C) LIMA 13: marks
    const isMark = tokens[at]?.text === '(' && /^[CSU]$/.test(found?.letter ?? '');
    const atStart = last === 0 && !isMark && isPrefix(tokens, at);
    const isDue = found !== undefined && found.value > last && found.value <= last + (last === 0 ? 1 : 3);
    // The first letter may be left out, and letters be out of order: `LIMA 12 B. ROME 13 D. BONN 14 C. STATE 15`.
    const cites =
      found !== undefined &&
      (found.value < last || (last === 0 && found.value === 2)) &&
      citesAt(tokens, at + found.length);
    if (found && (atStart || isDue || cites)) {
      if (at > open.first && (open.bullet !== undefined || !isPrefix(tokens, at)))
        items.push({ ...open, end: at });
      open = { bullet: found.letter, first: at + found.length, end: tokens.length };
      last = found.value;
      at += found.length - 1;
      continue;
    }
    if (found && found.value === last && at === open.first) {
      open.first = at + found.length;
      at += found.length - 1;
      continue;
    }
    if (!found && !numbered && bareLetterAt(tokens, at, last + 1)) {
      if (at > open.first && (open.bullet !== undefined || !isPrefix(tokens, at)))
        items.push({ ...open, end: at });
      open = {
        bullet: (tokens[at]?.text ?? '').toUpperCase(),
        first: at + (tokens[at + 1]?.kind === 'sign' ? 2 : 1),
        end: tokens.length,
      };
      last += 1;
    }
  }
  items.push(open);
  return lettersBehind(items, tokens);
}

/** Where the letters stand behind what they name: `STATE 12 (A); LIMA 3 (B)`. */
function lettersBehind(items: ReferenceItem[], tokens: readonly ReferenceToken[]): ReferenceItem[] {
  const [first, final] = [items[0], items.at(-1)];
  if (items.length < 2 || !first || first.bullet !== undefined || items[1]?.bullet !== 'A') return items;
  const wordsIn = (item: ReferenceItem | undefined) =>
    tokens.slice(item?.first, item?.end).filter((token) => token.kind !== 'sign').length;
  if (wordsIn(first) < 2 || wordsIn(final) > 0) return items;
  return items.slice(0, -1).map((item, at) => ({ ...item, bullet: items[at + 1]?.bullet as string }));
}

/** The list begins with `I.` and goes on with `II.`. */
function hasRomans(tokens: readonly ReferenceToken[], text: string): boolean {
  const at = tokens.findIndex((token) => token.text.toUpperCase() === 'II');
  if (at < 2) return false;
  const isOne = (index: number) =>
    isPrefix(tokens, index) && letterAt(tokens, index, text, true)?.value === 1;
  return (
    [0, 1, 2].some(isOne) && [at - 1, at].some((index) => letterAt(tokens, index, text, true)?.value === 2)
  );
}

/** The number of an item, with a cable cited behind it: `1. LIMA 12`, `(2) STATE 9`. */
function numberAt(
  tokens: readonly ReferenceToken[],
  at: number,
): { letter: string; value: number; length: number } | undefined {
  const open = tokens[at]?.text === '(' ? 1 : 0;
  const [token, sign] = tokens.slice(at + open, at + open + 2);
  if (token?.kind !== 'number' || token.text.length > 2 || sign?.start !== token.end) return undefined;
  if (sign.text !== ')' && (open === 1 || sign.text !== '.')) return undefined;
  const length = open + 2;
  return citesAt(tokens, at + length) ? { letter: token.text, value: Number(token.text), length } : undefined;
}

function isNumberedList(tokens: readonly ReferenceToken[]): boolean {
  return numberAt(tokens, 0)?.value === 1;
}

/** Only words of the label stand before the token: `REF A.`, `REFS: (A)`. */
function isPrefix(tokens: readonly ReferenceToken[], at: number): boolean {
  if (at > 4) return false;
  return tokens
    .slice(0, at)
    .every((token) => token.kind === 'sign' || /^REF(?:S|TELS?|ERENCES?)?$/i.test(token.text));
}
