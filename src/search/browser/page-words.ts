import type { SearchWords } from '../../data/words/search-en.ts';

/** The words that the search page's script needs; they come with the page as data. */
export type PageWords = SearchWords;

/** Tells one from many as the language does. */
export function pluralIn(locale: string): (forms: { one: string; other: string }, count: number) => string {
  const rules = new Intl.PluralRules(locale);
  const numbers = new Intl.NumberFormat(locale);
  return (forms, count) =>
    (rules.select(count) === 'one' ? forms.one : forms.other).replace('{count}', numbers.format(count));
}
