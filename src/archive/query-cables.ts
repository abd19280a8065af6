import type { Classification } from '../cable/cable.ts';
import { parseId } from '../cable/cable-id.ts';
import { type DiagnosticCode, diagnosticTable } from '../cable/diagnostics.ts';
import type { ArchiveMessage } from './archive-message.ts';
import type { CatalogEntry } from './catalog.ts';
import { groupBy } from './groups.ts';
import { dateOf, once, openArchive } from './open-archive.ts';
import type { Settings } from './settings.ts';

/** The publisher's settings, defaults filled in. */
export const siteSettings: () => Settings = () => openArchive().settings;

/** All cables, oldest first; those without a date at the end. */
export const allEntries: () => readonly CatalogEntry[] = () => openArchive().entries;

/** What reading the folder reported of files as a whole: no cable, two of one id, no rights. */
export const archiveMessages: () => readonly ArchiveMessage[] = () => openArchive().messages;

const byAddress = once(({ entries }) => new Map(entries.map((entry) => [entry.address, entry])));

const byId = once(({ entries }) => {
  const groups = groupBy(entries, ({ cable }) => (cable.id ? [cable.id] : []));
  for (const [id, copies] of groups)
    copies.sort((a, b) => Number(b.address === id) - Number(a.address === id));
  return groups;
});

const places = once(({ entries }) => new Map(entries.map((entry, at) => [entry, at])));

/** The cable of an address (`08BEIJING1882`). */
export const entryByAddress = (address: string): CatalogEntry | undefined => byAddress().get(address);

/** All copies of a cable by its canonical id; the first is the one that references lead to. */
export const entriesById = (id: string): readonly CatalogEntry[] => byId().get(id) ?? [];

/** The cable of a canonical id that references lead to: the corrected copy, where there are two. */
export const entryById = (id: string): CatalogEntry | undefined => byAddress().get(id) ?? entriesById(id)[0];

export interface Neighbours {
  previous?: CatalogEntry;
  next?: CatalogEntry;
}

/** The cables before and after this one in time. */
export function neighboursByDate(entry: CatalogEntry): Neighbours {
  return neighboursIn(openArchive().entries, places().get(entry));
}

const byPost = once(({ entries }) => {
  const found = new Map<CatalogEntry, Neighbours>();
  for (const group of groupBy(entries, ({ cable }) => (cable.station ? [cable.station] : [])).values()) {
    group.forEach((entry, at) => {
      found.set(entry, neighboursIn(group, at));
    });
  }
  return found;
});

/** The cables before and after this one of the same post. */
export const neighboursByPost = (entry: CatalogEntry): Neighbours => byPost().get(entry) ?? {};

function neighboursIn(list: readonly CatalogEntry[], at: number | undefined): Neighbours {
  if (at === undefined) return {};
  const previous = list[at - 1];
  const next = list[at + 1];
  return { ...(previous && { previous }), ...(next && { next }) };
}

/** Cables of a month, with their number by classification (`none`: no classification). */
export interface Month {
  /** `2008-05`. */
  month: string;
  entries: CatalogEntry[];
  counts: Partial<Record<Classification | 'none', number>>;
}

export interface Year {
  /** `2008`. */
  year: string;
  /** All of the year, oldest first: with those of which no month is known. */
  entries: CatalogEntry[];
  /** Months that have cables. */
  months: Month[];
  /** Those of which no month is known. */
  monthless: readonly CatalogEntry[];
}

const calendar = once(({ entries }) => {
  const years = groupBy(entries, (entry) => [dateOf(entry)?.slice(0, 4) ?? '']);
  const undated = years.get('') ?? [];
  years.delete('');
  return {
    undated,
    years: new Map(
      [...years].map(([year, list]): [string, Year] => {
        const months = groupBy(list, (entry) => [dateOf(entry)?.slice(0, 7) ?? '']);
        const dated = [...months].filter(([month]) => month.length === 7);
        const monthless = list.filter((entry) => dateOf(entry)?.length === 4);
        return [
          year,
          { year, entries: list, months: dated.map(([month, of]) => toMonth(month, of)), monthless },
        ];
      }),
    ),
  };
});

function toMonth(month: string, entries: CatalogEntry[]): Month {
  const counts: Month['counts'] = {};
  for (const { cable } of entries) {
    const key = cable.classification ?? 'none';
    counts[key] = (counts[key] ?? 0) + 1;
  }
  return { month, entries, counts };
}

/** Years that have cables, oldest first. */
export const allYears = (): readonly Year[] => [...calendar().years.values()];

/** The cables of a year (`2008`). */
export const yearOf = (year: string): Year | undefined => calendar().years.get(year);

/** The cables of a month (`2008-05`). */
export const monthOf = (month: string): Month | undefined =>
  yearOf(month.slice(0, 4))?.months.find((known) => known.month === month);

/** Cables without any date. */
export const undatedEntries = (): readonly CatalogEntry[] => calendar().undated;

/** Months that have cables, oldest first, in the shape of the activity chart. */
export const allMonths = (): readonly Month[] => allYears().flatMap(({ months }) => months);

/** What the archive is, in numbers. `first` and `last` are ISO dates, as far as they are known. */
export interface Totals {
  cables: number;
  words: number;
  bytes: number;
  files: number;
  first?: string;
  last?: string;
  /** Diagnostics of cables and messages of files. */
  diagnostics: { info: number; warning: number; error: number };
}

export const totals: () => Totals = once(({ entries, messages }) => {
  const diagnostics = { info: 0, warning: 0, error: 0 };
  let words = 0;
  let bytes = 0;
  const files = new Set<string>();
  for (const entry of entries) {
    words += entry.words;
    if (!files.has(entry.path)) bytes += entry.cable.source.bytes ?? 0;
    for (const path of entry.paths ?? [entry.path]) files.add(path);
    for (const severity of ['info', 'warning', 'error'] as const)
      diagnostics[severity] += entry.counts[severity];
  }
  for (const { severity } of messages) diagnostics[severity] += 1;
  const dates = entries.map(dateOf).filter((date) => date !== undefined);
  const [first, last] = [dates[0], dates.at(-1)];
  return {
    cables: entries.length,
    words,
    bytes,
    files: files.size,
    ...(first && { first }),
    ...(last && { last }),
    diagnostics,
  };
});

/** Whether a text is a canonical id; addresses of copies (`ID_2`) are none. */
export const isId = (text: string): boolean => parseId(text) !== undefined;

/** One code of the table of diagnostics, and the cables that have it. */
export interface DiagnosticGroup {
  code: DiagnosticCode;
  /** How often, in all cables. */
  count: number;
  entries: CatalogEntry[];
}

/** Diagnostics of all cables by code: errors first, then the most frequent. */
export const diagnosticGroups: () => readonly DiagnosticGroup[] = once(({ entries }) => {
  const rank = { error: 0, warning: 1, info: 2 };
  return [...groupBy(entries, ({ codes }) => Object.keys(codes))]
    .map(([key, of]) => {
      const code = key as DiagnosticCode;
      return { code, entries: of, count: of.reduce((sum, { codes }) => sum + (codes[code] ?? 0), 0) };
    })
    .sort(
      (a, b) =>
        rank[diagnosticTable[a.code].severity] - rank[diagnosticTable[b.code].severity] || b.count - a.count,
    );
});
