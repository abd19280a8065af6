import type { DayRange, Query } from './query.ts';

/** The words that an echo is made of; `{text}`, `{value}` and the like stand where those go. */
export interface EchoWords {
  and: string;
  or: string;
  not: string;
  phrase: string;
  word: string;
  dateFrom: string;
  dateTo: string;
  dateIn: string;
  dateOn: string;
  field: Record<'origin' | 'tag' | 'class' | 'caption' | 'mark' | 'collection', string>;
}

/** Fills the places of a sentence: `fill('page {page}', { page: 3 })`. */
export function fill(sentence: string, values: Record<string, string | number>): string {
  return sentence.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
}

/** Says in words how a query was understood: what the search page echoes. */
export function describeQuery(query: Query, words: EchoWords, formatDay: (day: string) => string): string {
  const describe = (part: Query, inside: boolean): string => {
    switch (part.kind) {
      case 'word':
        return fill(words.word, { text: part.text });
      case 'phrase':
        return fill(words.phrase, { text: part.text });
      case 'filter':
        return fill(words.field[part.field], { value: part.value.toUpperCase() });
      case 'date':
        return describeDays(part.range, words, formatDay);
      case 'not':
        return fill(words.not, { part: describe(part.part, true) });
      default: {
        const all = part.parts.map((each) => describe(each, true)).join(words[part.kind]);
        return inside ? `(${all})` : all;
      }
    }
  };
  return describe(query, false);
}

export function describeDays(
  { from, to }: DayRange,
  words: EchoWords,
  formatDay: (day: string) => string,
): string {
  if (from !== undefined && from === to) return fill(words.dateOn, { from: formatDay(from) });
  if (from !== undefined && to !== undefined)
    return fill(words.dateIn, { from: formatDay(from), to: formatDay(to) });
  if (from !== undefined) return fill(words.dateFrom, { from: formatDay(from) });
  return to === undefined ? '' : fill(words.dateTo, { to: formatDay(to) });
}
