import { classes, families, type MadeCorpus, marks, posts, tags } from './made-corpus.ts';
import type { Asked, AskedDates, AskedField } from './scan-texts.ts';

const months = Array.from({ length: 12 }, (_, month) => String(month + 1).padStart(2, '0'));
const inflected = new Set(families.flat());

/** Makes questions by chance, and writes them in whatever ways the query language has for the same. */
export class Asker {
  readonly #random: () => number;
  readonly #corpus: MadeCorpus;

  constructor(corpus: MadeCorpus, random: () => number) {
    this.#corpus = corpus;
    this.#random = random;
  }

  /** Words, phrases, fields, dates, joined and negated: groups within groups, groups negated. */
  ask(depth = 3): Asked {
    const roll = this.#random();
    if (depth === 0 || roll < 0.2) return { word: this.#pick(this.#corpus.words) };
    if (roll < 0.37) return { phrase: this.#pick(this.#corpus.phrases) };
    if (roll < 0.45) return this.askField();
    if (roll < 0.53) return this.askDates();
    if (roll < 0.65) return { not: this.ask(depth - 1) };
    const parts = Array.from({ length: 2 + this.#below(3) }, () => this.ask(depth - 1));
    return roll < 0.85 ? { all: parts } : { any: parts };
  }

  askField(): AskedField {
    return this.#pick([
      { field: 'origin', values: [this.#pick(posts)] },
      { field: 'tag', values: [this.#pick(tags)] },
      { field: 'class', values: [this.#pick(classes)] },
      { field: 'mark', values: [this.#pick([...marks, 'NF', 'S'])] },
      { field: 'caption', values: ['NOFORN'] },
      { field: 'collection', values: ['first'] },
    ] as const);
  }

  /** A year, a month or a day; one end open or none. */
  askDates(): AskedDates {
    const year = String(1995 + this.#below(15));
    const month = `${year}-${this.#pick(months)}`;
    const day = `${month}-${String(1 + this.#below(28)).padStart(2, '0')}`;
    const [first, last] = this.#pick([
      [`${year}-01-01`, `${year}-12-31`],
      [`${month}-01`, `${month}-${new Date(Number(year), Number(month.slice(5)), 0).getDate()}`],
      [day, day],
    ] as const);
    return this.#pick([{ from: first }, { to: last }, { from: first, to: last }]);
  }

  /** `around` is the operator that the text will stand under: what binds less tightly needs brackets. */
  write(asked: Asked, around: 'any' | 'all' | 'not' | undefined = undefined): string {
    if ('word' in asked) return this.#written(asked.word);
    if ('phrase' in asked) return this.#quoted(asked.phrase);
    if ('field' in asked) return this.#field(asked.field, asked.values[0] ?? '');
    if ('not' in asked) return `${this.#pick(['-', '−', 'NOT '])}${this.write(asked.not, 'not')}`;
    if ('all' in asked) {
      const parts = asked.all.map((part) => this.write(part, 'all'));
      const text = parts.reduce((before, part) => `${before}${this.#pick([' ', ' AND ', '  '])}${part}`);
      return this.#bracketed(text, around === 'all' || around === 'not');
    }
    if ('any' in asked) {
      const text = asked.any.map((part) => this.write(part, 'any')).join(' OR ');
      return this.#bracketed(text, around !== undefined);
    }
    return this.#dates(asked, around);
  }

  /** A word that would be read otherwise as it stands is quoted. */
  #written(word: string): string {
    const text = this.#random() < 0.2 && !/[İŁ]/.test(word) ? word.toUpperCase() : word;
    if (/^[(]|^[A-Za-z]{2,16}:/.test(word)) return `"${text}"`;
    return this.#bracketed(text, false);
  }

  #quoted(phrase: string): string {
    const pairs = phrase.includes('”') ? ['""', '«»'] : ['""', '“”', '„“', '«»'];
    const [open, close] = this.#pick(pairs);
    return `${open}${phrase}${close}`;
  }

  #field(field: string, value: string): string {
    const name = this.#pick([field, field.toUpperCase()]);
    return this.#pick([`${name}:${value}`, `${name}:${value.toLowerCase()}`, `${name}:"${value}"`]);
  }

  #dates({ from, to }: { from?: string; to?: string }, around: string | undefined): string {
    if (from === undefined) return `to:${this.#shortened(to ?? '', '-12-31')}`;
    if (to === undefined) return `from:${this.#shortened(from, '-01-01')}`;
    if (from.slice(5) === '01-01' && to.slice(5) === '12-31')
      return this.#pick([`date:${from.slice(0, 4)}`, `year:${from.slice(0, 4)}`]);
    if (from === to) return `date:${this.#pick([from, from.replaceAll('-', ''), from.replaceAll('-', '/')])}`;
    return this.#pick([
      `date:${from.slice(0, 7)}`,
      this.#bracketed(`from:${from} to:${to.slice(0, 7)}`, around === 'any' || around === 'not'),
    ]);
  }

  #shortened(day: string, end: string): string {
    return day.endsWith(end) && this.#random() < 0.5 ? day.slice(0, 4) : day;
  }

  #bracketed(text: string, needed: boolean): string {
    return needed || this.#random() < 0.1 ? `(${text})` : text;
  }

  #below(end: number): number {
    return Math.floor(this.#random() * end);
  }

  #pick<Value>(values: readonly Value[]): Value {
    return values[this.#below(values.length)] as Value;
  }
}

/** Whether a question holds a word of which the corpus has other forms with the same stem. */
export function hasForms(asked: Asked): boolean {
  if ('all' in asked) return asked.all.some(hasForms);
  if ('any' in asked) return asked.any.some(hasForms);
  if ('not' in asked) return hasForms(asked.not);
  const text = 'word' in asked ? asked.word : 'phrase' in asked ? asked.phrase : '';
  return text.split(' ').some((word) => inflected.has(word.toLowerCase().replace(/,$/, '')));
}
