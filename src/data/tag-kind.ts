import { type TagKind, type TagRow, tagRows } from './tags.ts';

/** The year taken where a cable's own is not known: inside the era of State's own list of countries. */
const usualYear = 2005;

let index: Map<string, TagRow[]> | undefined;

/** The rows by code; made at the first question, as this module and the table name each other. */
function codes(): Map<string, TagRow[]> {
  if (index) return index;
  index = new Map();
  for (const row of tagRows) {
    const code = row.code.toUpperCase();
    const rows = index.get(code);
    if (rows) rows.push(row);
    else index.set(code, [row]);
  }
  // The table's stand-in for any four letters that begin with K is a rule, not a code.
  index.delete('K***');
  return index;
}

const programPattern = /^K[A-Z]{3}$/;
const personPattern = /^\(?[^(),]{2,},[ \t]/;
const twoCharacters = /^[A-Z0-9]{2}$/;

/** The row of a code that holds in the year: in use then, confirmed, and a country if it has two characters. */
export function findTag(code: string, year: number = usualYear): TagRow | undefined {
  const rows = codes().get(code.toUpperCase());
  if (!rows) return undefined;
  let found: TagRow | undefined;
  let foundScore = -1;
  for (const row of rows) {
    const inUse = (row.from ?? 0) <= year && year <= (row.to ?? 9999);
    const score =
      (inUse ? 8 : 0) +
      (row.kind === 'country' && row.code.length === 2 ? 4 : 0) +
      (row.unsure ? 0 : 2) +
      (row.name === '' ? 0 : 1);
    if (score > foundScore) {
      found = row;
      foundScore = score;
    }
  }
  return found;
}

/**
 * What a code of the TAGS line stands for, in the year of the cable (four digits): CH is a country in 2008 and in 2022,
 * but not the same one (`tagName`). Order: person by the comma, two characters are geography, four letters with K first
 * are a program, then subjects, then organizations. Source: 1974 TAGS handbook; 5 FAH-3.
 */
export function tagKind(code: string, year?: number): TagKind {
  const capitals = code.trim().toUpperCase();
  if (capitals.includes(',') && personPattern.test(capitals)) return 'person';
  const row = findTag(capitals, year);
  if (row && twoCharacters.test(capitals)) return row.kind;
  if (programPattern.test(capitals)) return 'program';
  return row?.kind ?? sessionOf(capitals, year)?.kind ?? 'unknown';
}

/** The organization whose session or committee is numbered: `UNGA-59`. */
function sessionOf(code: string, year?: number): TagRow | undefined {
  const name = /^([A-Z]{3,8})-\d{1,3}$/.exec(code)?.[1];
  const row = name === undefined ? undefined : findTag(name, year);
  return row?.kind === 'organization' ? row : undefined;
}

/** The meaning of a code in the year of the cable: CH is `China` in 2008, `Switzerland` in 2022. */
export function tagName(code: string, year?: number): string | undefined {
  const capitals = code.trim().toUpperCase();
  const name = (findTag(capitals, year) ?? sessionOf(capitals, year))?.name ?? '';
  const meant = /^misspelling of ([A-Z]{4})$/.exec(name)?.[1];
  if (meant) return tagName(meant, year);
  return name.replace(/: a mistake for .*$/, '') || undefined;
}

/** Whether a two-letter code names different countries before and after the change of lists about 2016. */
export function changesMeaning(code: string): boolean {
  const before = findTag(code, 2012);
  const after = findTag(code, 2020);
  return before !== undefined && after !== undefined && before.iso2 !== after.iso2;
}

/** How often published cables carry the code; 0 where it was not counted. */
export function tagFrequency(code: string): number {
  let most = 0;
  for (const row of codes().get(code.toUpperCase()) ?? []) most = Math.max(most, row.seen ?? 0);
  return most;
}

/** All codes of the table, upper case. */
export function tagCodes(): IterableIterator<string> {
  return codes().keys();
}
