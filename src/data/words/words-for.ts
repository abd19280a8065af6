import { en } from './en.ts';
import { es } from './es.ts';

type Widened<V> = V extends string
  ? string
  : V extends (...input: infer I) => string
    ? (...input: I) => string
    : { [K in keyof V]: Widened<V[K]> };

/** What every language has to say. */
export type Words = { [K in keyof typeof en]: Widened<(typeof en)[K]> };

const languages: Record<string, Words> = { en, es };

/** The words of a language, by its tag (`es`, `es-MX`); English where there are none. */
export function wordsFor(language: string): Words {
  return languages[language] ?? languages[language.split('-')[0] ?? ''] ?? en;
}
