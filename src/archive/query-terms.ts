import type { CatalogEntry } from './catalog.ts';
import { compare } from './compare.ts';
import { once } from './open-archive.ts';

/** Kinds of terms that headers, ends and transmission lines are made of. */
export type TermKind =
  | 'precedence'
  | 'classification'
  | 'captions'
  | 'orders'
  | 'declassification'
  | 'reasons'
  | 'prosigns';

/** The terms that a cable bears, as the glossary writes them. */
function termsOf({ cable }: CatalogEntry): [kind: TermKind, term: string][] {
  const { precedence, classification, captions = [], eo, classifiedBy, prosigns = [] } = cable;
  return [
    ...[...new Set([precedence?.action, precedence?.info])].flatMap((name): [TermKind, string][] =>
      name ? [['precedence', name]] : [],
    ),
    ...(classification ? [['classification', classification] as [TermKind, string]] : []),
    ...captions.map((name): [TermKind, string] => ['captions', name]),
    ...(eo?.order ? [['orders', String(eo.order)] as [TermKind, string]] : []),
    ...(eo?.action ? [['declassification', eo.action] as [TermKind, string]] : []),
    // 1.4(b) is 1.4 (b) in the glossary
    ...[...new Set(classifiedBy?.reasons)].map((reason): [TermKind, string] => [
      'reasons',
      reason.replace(/\s*\(/, ' ('),
    ]),
    ...[...new Set(prosigns)].map((sign): [TermKind, string] => ['prosigns', sign]),
  ];
}

const uses = once(({ entries }) => {
  const found = new Map<string, CatalogEntry[]>();
  for (const entry of entries) {
    for (const [kind, term] of termsOf(entry)) {
      const key = `${kind} ${term}`;
      const list = found.get(key);
      if (list) list.push(entry);
      else found.set(key, [entry]);
    }
  }
  return found;
});

/** Cables that bear a term, oldest first. */
export const entriesWithTerm = (kind: string, term: string): readonly CatalogEntry[] =>
  uses().get(`${kind} ${term}`) ?? [];

/** An acronym that cables of the archive explain. */
export interface FoundAcronym {
  acronym: string;
  /** What they say it means, the most frequent first. */
  meanings: string[];
  /** Those that explain it, oldest first. */
  entries: CatalogEntry[];
}

const found = once(({ entries }) => {
  const acronyms = new Map<string, { meanings: Map<string, number>; entries: CatalogEntry[] }>();
  const start = () => ({ meanings: new Map<string, number>(), entries: [] as CatalogEntry[] });
  for (const entry of entries) {
    for (const [acronym, means] of Object.entries(entry.acronyms ?? {})) {
      const known = acronyms.get(acronym) ?? start();
      acronyms.set(acronym, known);
      known.entries.push(entry);
      known.meanings.set(means, (known.meanings.get(means) ?? 0) + 1);
    }
  }
  return [...acronyms]
    .map(([acronym, { meanings, entries: of }]): FoundAcronym => {
      const byUse = [...meanings].sort((a, b) => b[1] - a[1] || compare(a[0], b[0]));
      const plain = Map.groupBy(byUse, ([means]) => means.toUpperCase().replace(/[^A-Z0-9]+/g, ' '));
      return { acronym, entries: of, meanings: [...plain.values()].flatMap(([first]) => first?.[0] ?? []) };
    })
    .sort((a, b) => compare(a.acronym, b.acronym));
});

/** Acronyms that the archive's cables explain, in alphabetical order. */
export const foundAcronyms = (): readonly FoundAcronym[] => found();
