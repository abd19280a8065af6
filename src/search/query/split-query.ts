import type { Place } from './query.ts';

/** A piece of the typed text. `field` is the name before the colon of `origin:BEIJING`. */
export type QueryToken =
  | { kind: 'open' | 'close' | 'minus' | 'and' | 'or' | 'not'; place: Place }
  | { kind: 'word'; text: string; place: Place }
  | { kind: 'phrase'; text: string; closed: boolean; place: Place }
  | { kind: 'field'; field: string; text: string; closed: boolean; place: Place };

const BLANK = /\s/;
const DOUBLE = '"“”„‟＂';
/** What closes a quotation; where it does not come, any double mark does, for keyboards and text programs mix them. */
const QUOTES: Record<string, string> = {
  '"': '"',
  '“': '”"',
  '”': '”"',
  '„': '“”"',
  '‟': '”"',
  '＂': '＂"',
  '«': '»',
  '»': '«',
};
/** Hyphen, minus sign, and the dashes that text programs write for them. */
const MINUS = '-−–‐‑－';
// origin:  From:  tag:
const FIELD = /^([A-Za-z]{2,16}):/;
const OPERATORS: Record<string, 'and' | 'or' | 'not'> = { AND: 'and', OR: 'or', NOT: 'not' };

/** Splits what was typed into words, quoted phrases, `name:value`, brackets and operators, with their places. */
export function splitQuery(text: string): QueryToken[] {
  const tokens: QueryToken[] = [];
  let at = 0;
  let depth = 0;
  while (at < text.length) {
    const letter = text[at] as string;
    if (BLANK.test(letter)) {
      at += 1;
    } else if (letter === '(') {
      tokens.push({ kind: 'open', place: { start: at, end: at + 1 } });
      depth += 1;
      at += 1;
    } else if (letter === ')') {
      tokens.push({ kind: 'close', place: { start: at, end: at + 1 } });
      depth = Math.max(0, depth - 1);
      at += 1;
    } else if (MINUS.includes(letter) && isOperand(text[at + 1])) {
      tokens.push({ kind: 'minus', place: { start: at, end: at + 1 } });
      at += 1;
    } else if (letter in QUOTES) {
      const quoted = readQuoted(text, at);
      tokens.push({ kind: 'phrase', ...quoted });
      at = quoted.place.end;
    } else {
      const token = readWord(text, at, depth);
      tokens.push(token);
      at = token.place.end;
    }
  }
  return tokens;
}

function isOperand(letter: string | undefined): boolean {
  return letter !== undefined && !BLANK.test(letter) && letter !== ')';
}

function readQuoted(text: string, start: number): { text: string; closed: boolean; place: Place } {
  const endAt = (closers: string) => {
    let end = start + 1;
    while (end < text.length && !closers.includes(text[end] as string)) end += 1;
    return end;
  };
  const own = endAt(QUOTES[text[start] as string] as string);
  const end = own < text.length ? own : endAt(DOUBLE);
  const closed = end < text.length;
  return { text: text.slice(start + 1, end), closed, place: { start, end: closed ? end + 1 : end } };
}

/** A word up to a blank, or to the bracket that closes a group: `1.4(b)` keeps its own brackets. */
function readWord(text: string, start: number, depth: number): QueryToken {
  const name = FIELD.exec(text.slice(start, start + 18))?.[1];
  const after = name === undefined ? start : start + name.length + 1;
  if (name !== undefined && (text[after] as string) in QUOTES) {
    const quoted = readQuoted(text, after);
    return { ...quoted, kind: 'field', field: name, place: { start, end: quoted.place.end } };
  }
  let end = after;
  let inside = 0;
  for (; end < text.length; end += 1) {
    const letter = text[end] as string;
    if (BLANK.test(letter) || letter === '"') break;
    if (letter === '(') inside += 1;
    if (letter === ')') {
      if (inside === 0 && depth > 0) break;
      inside = Math.max(0, inside - 1);
    }
  }
  const place = { start, end };
  const word = text.slice(after, end);
  if (name !== undefined) return { kind: 'field', field: name, text: word, closed: true, place };
  const operator = OPERATORS[word];
  return operator ? { kind: operator, place } : { kind: 'word', text: word, place };
}
