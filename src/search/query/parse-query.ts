import { narrowed } from './date-bounds.ts';
import { indexWord, wordParts } from './index-word.ts';
import { parseDate } from './parse-date.ts';
import type {
  DayRange,
  FilterField,
  ParsedQuery,
  Place,
  Query,
  QueryError,
  QueryErrorCode,
  QueryNote,
} from './query.ts';
import { type QueryToken, splitQuery } from './split-query.ts';

/** Spellings of the fields. `from` and `to` are dates: the sender of a cable is its origin. */
const FIELDS: Record<string, FilterField | 'from' | 'to' | 'date'> = {
  after: 'from',
  before: 'to',
  caption: 'caption',
  class: 'class',
  classification: 'class',
  collection: 'collection',
  date: 'date',
  from: 'from',
  mark: 'mark',
  on: 'date',
  origin: 'origin',
  post: 'origin',
  since: 'from',
  tag: 'tag',
  tags: 'tag',
  to: 'to',
  until: 'to',
  year: 'date',
};

const MAX_LENGTH = 4000;
const MAX_DEPTH = 40;

/**
 * Reads a query.
 *
 *     query   = either
 *     either  = all, { "OR", all }
 *     all     = one, { [ "AND" ], one }
 *     one     = ( "-" | "NOT" ), one | "(", either, ")" | word | phrase | field
 *
 * NOT binds first, then AND (written or not), then OR; brackets rule over all. Operators are upper case, so that `or` is a word.
 * Never throws: what is wrong is told with its place, and then there is no `query`.
 */
export function parseQuery(text: string): ParsedQuery {
  if (text.length > MAX_LENGTH) {
    const place = { start: MAX_LENGTH, end: text.length };
    return { errors: [{ code: 'too-long', text: '', place }], notes: [] };
  }
  const reader = new QueryReader(text, splitQuery(text));
  const query = reader.readEither(0);
  reader.readRest();
  const { errors, notes } = reader;
  if (errors.length > 0) return { errors: errors.toSorted((a, b) => a.place.start - b.place.start), notes };
  return query ? { query, errors, notes } : { errors, notes };
}

class QueryReader {
  readonly errors: QueryError[] = [];
  readonly notes: QueryNote[] = [];
  readonly #text: string;
  readonly #tokens: QueryToken[];
  #next = 0;

  constructor(text: string, tokens: QueryToken[]) {
    this.#text = text;
    this.#tokens = tokens;
  }

  /** A closing bracket without an opening one, and what stands behind it. */
  readRest(): void {
    for (let token = this.#peek(); token; token = this.#peek()) {
      if (token.kind !== 'close') return;
      this.#fail('group-close', token.place);
      this.#next += 1;
      this.readEither(0);
    }
  }

  readEither(depth: number): Query | undefined {
    const parts: Query[] = [];
    let operator: Place | undefined;
    for (;;) {
      const part = this.#readAll(depth);
      if (part) parts.push(part);
      else if (operator) this.#fail('operand-missing', operator);
      const token = this.#peek();
      if (token?.kind !== 'or') return joined('or', parts);
      if (!part && !operator) this.#fail('operand-missing', token.place);
      operator = token.place;
      this.#next += 1;
    }
  }

  #readAll(depth: number): Query | undefined {
    const parts: Query[] = [];
    let operator: Place | undefined;
    let some = false;
    for (let token = this.#peek(); token; token = this.#peek()) {
      if (token.kind === 'or' || token.kind === 'close') break;
      if (token.kind === 'and') {
        if (!some || operator) this.#fail('operand-missing', token.place);
        operator = token.place;
        this.#next += 1;
        continue;
      }
      const part = this.#readOne(depth);
      if (part) parts.push(part);
      some = true;
      operator = undefined;
    }
    if (operator) this.#fail('operand-missing', operator);
    this.#noteNoDay(parts);
    return joined('and', parts);
  }

  #readOne(depth: number): Query | undefined {
    const token = this.#tokens[this.#next] as QueryToken;
    this.#next += 1;
    if (depth > MAX_DEPTH) {
      if (this.errors.at(-1)?.code !== 'too-deep') this.#fail('too-deep', token.place);
      return undefined;
    }
    switch (token.kind) {
      case 'minus':
      case 'not':
        return this.#readNot(token.place, depth);
      case 'open':
        return this.#readGroup(token.place, depth);
      case 'phrase':
        if (!token.closed) this.#fail('quote-open', token.place);
        return this.#phrase(token.text, token.place);
      case 'field':
        return this.#field(token);
      case 'word':
        return this.#word(token.text, token.place);
      default:
        return undefined;
    }
  }

  #readNot(place: Place, depth: number): Query | undefined {
    const token = this.#peek();
    if (!token || token.kind === 'and' || token.kind === 'or' || token.kind === 'close') {
      this.#fail('operand-missing', place);
      return undefined;
    }
    const part = this.#readOne(depth + 1);
    return part && { kind: 'not', part, place: { start: place.start, end: part.place.end } };
  }

  #readGroup(place: Place, depth: number): Query | undefined {
    const empty = this.#peek()?.kind === 'close';
    const part = this.readEither(depth + 1);
    const token = this.#peek();
    if (token?.kind !== 'close') {
      this.#fail('group-open', place);
      return part;
    }
    this.#next += 1;
    const whole = { start: place.start, end: token.place.end };
    if (empty) this.#fail('group-empty', whole);
    return part && { ...part, place: whole };
  }

  #word(text: string, place: Place): Query | undefined {
    if (indexWord(text) === '') {
      this.notes.push({ code: 'no-letters', text, place });
      return undefined;
    }
    if (text.includes('*')) this.notes.push({ code: 'no-wildcard', text, place });
    return { kind: 'word', text, parts: wordParts(text), place };
  }

  #phrase(text: string, place: Place): Query | undefined {
    const words = text.split(/\s+/).filter((word) => indexWord(word) !== '');
    if (words.length === 0) {
      this.#fail('phrase-empty', place);
      return undefined;
    }
    return { kind: 'phrase', text: text.trim(), words: words.map(wordParts), place };
  }

  #field(token: QueryToken & { kind: 'field' }): Query | undefined {
    const { place } = token;
    const name = FIELDS[token.field.toLowerCase()];
    if (!name) {
      const written = this.#text.slice(place.start, place.end);
      this.notes.push({ code: 'unknown-field', text: `${token.field}:`, place });
      return written.endsWith('"') ? this.#phrase(written, place) : this.#word(written, place);
    }
    if (!token.closed) this.#fail('quote-open', place);
    const value = token.text.trim();
    if (value === '') {
      this.#fail('value-missing', place);
      return undefined;
    }
    if (name === 'from' || name === 'to' || name === 'date') return this.#date(name, value, place);
    return { kind: 'filter', field: name, value, place };
  }

  #date(name: 'from' | 'to' | 'date', value: string, place: Place): Query | undefined {
    const days = parseDate(value);
    if (days) {
      const range = name === 'date' ? days : name === 'from' ? { from: days.from } : { to: days.to };
      return { kind: 'date', range, place };
    }
    this.#fail('date-unknown', place);
    return undefined;
  }

  /** `from:2009 to:2008`: no cable can answer dates that have no day in common. */
  #noteNoDay(parts: readonly Query[]): void {
    const dates = parts.filter((part) => part.kind === 'date');
    const common = dates.reduce<DayRange | undefined>((all, { range }) => all && narrowed(all, range), {});
    if (common) return;
    const text = dates.map(({ place }) => this.#text.slice(place.start, place.end)).join(' ');
    this.notes.push({ code: 'no-day', text, place: spanOf(dates) });
  }

  #peek(): QueryToken | undefined {
    return this.#tokens[this.#next];
  }

  #fail(code: QueryErrorCode, place: Place): void {
    this.errors.push({ code, text: this.#text.slice(place.start, place.end), place });
  }
}

/** One part stands for itself; parts of the same kind lie flat. */
function joined(kind: 'and' | 'or', parts: Query[]): Query | undefined {
  const [first] = parts;
  if (!first || parts.length === 1) return first;
  const flat = parts.flatMap((part) => (part.kind === kind ? part.parts : [part]));
  return { kind, parts: flat, place: spanOf(parts) };
}

function spanOf(parts: readonly Query[]): Place {
  return { start: parts[0]?.place.start ?? 0, end: parts.at(-1)?.place.end ?? 0 };
}
