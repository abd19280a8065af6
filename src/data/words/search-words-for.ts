import { type SearchWords, searchEn } from './search-en.ts';
import { searchEs } from './search-es.ts';

const languages: Record<string, SearchWords> = { en: searchEn, es: searchEs };

/** The words of search in a language, by its tag; English where there are none. */
export function searchWordsFor(language: string): SearchWords {
  return languages[language] ?? languages[language.split('-')[0] ?? ''] ?? searchEn;
}
