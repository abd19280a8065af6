import { type TagKind, type TagRow, tagRows } from './tags.ts';

/** The year taken where a cable's own is not known: inside the era of State's own list of countries. */
const usualYear = 2005;

/** A row with what is asked of it for every tag of every cable; all of one shape, so that asking is fast. */
interface Meaning {
  row: TagRow;
  kind: TagRow['kind'];
  /** Without what the table remarks; empty where it has none. */
  name: string;
  /** The code that was meant, where the row is a misspelling. */
  meant: string | undefined;
  from: number;
  to: number;
  /** How sure the row is of itself. */
  weight: number;
}

let index: Map<string, Meaning[]> | undefined;

/** The rows by code; made at the first question, which many commands never ask. */
function codes(): Map<string, Meaning[]> {
  if (index) return index;
  index = new Map();
  for (const row of tagRows) {
    const code = row.code.toUpperCase();
    const meaning: Meaning = {
      row,
      kind: row.kind,
      name: row.name.replace(/: a mistake for .*$/, ''),
      meant: /^misspelling of ([A-Z]{4})$/.exec(row.name)?.[1],
      from: row.from ?? 0,
      to: row.to ?? 9999,
      weight:
        (row.kind === 'country' && row.code.length === 2 ? 4 : 0) +
        (row.unsure ? 0 : 2) +
        (row.name === '' ? 0 : 1),
    };
    const meanings = index.get(code);
    if (meanings) meanings.push(meaning);
    else index.set(code, [meaning]);
  }
  // The table's stand-in for any four letters that begin with K is a rule, not a code.
  index.delete('K***');
  return index;
}

/** What a code in capitals means in the year. */
function meaningOf(code: string, year: number = usualYear): Meaning | undefined {
  const meanings = codes().get(code);
  if (!meanings || meanings.length === 1) return meanings?.[0];
  let found: Meaning | undefined;
  let foundScore = -1;
  for (const meaning of meanings) {
    const score = (meaning.from <= year && year <= meaning.to ? 8 : 0) + meaning.weight;
    if (score > foundScore) {
      found = meaning;
      foundScore = score;
    }
  }
  return found;
}

const programPattern = /^K[A-Z]{3}$/;
const personPattern = /^\(?[^(),]{2,},[ \t]/;
const twoCharacters = /^[A-Z0-9]{2}$/;

/** The row of a code that holds in the year: in use then, confirmed, and a country if it has two characters. */
export function findTag(code: string, year?: number): TagRow | undefined {
  return meaningOf(code.toUpperCase(), year)?.row;
}

/** The code that was meant by one that is a known misspelling. */
export function meantTag(code: string, year?: number): string | undefined {
  return meaningOf(code.toUpperCase(), year)?.meant;
}

/**
 * What a code of the TAGS line stands for, in the year of the cable (four digits): CH is a country in 2008 and in 2022,
 * but not the same one (`tagName`). Order: person by the comma, two characters are geography, four letters with K first
 * are a program, then subjects, then organizations. Source: 1974 TAGS handbook; 5 FAH-3.
 */
export function tagKind(code: string, year?: number): TagKind {
  const capitals = code.trim().toUpperCase();
  if (capitals.includes(',') && personPattern.test(capitals)) return 'person';
  const meaning = meaningOf(capitals, year);
  if (meaning && capitals.length === 2 && twoCharacters.test(capitals)) return meaning.kind;
  if (programPattern.test(capitals)) return 'program';
  return meaning?.kind ?? sessionOf(capitals, year)?.kind ?? 'unknown';
}

/** The organization whose session or committee is numbered: `UNGA-59`. */
function sessionOf(code: string, year?: number): Meaning | undefined {
  const name = /^([A-Z]{3,8})-\d{1,3}$/.exec(code)?.[1];
  const meaning = name === undefined ? undefined : meaningOf(name, year);
  return meaning?.kind === 'organization' ? meaning : undefined;
}

/** The meaning of a code in the year of the cable: CH is `China` in 2008, `Switzerland` in 2022. */
export function tagName(code: string, year?: number): string | undefined {
  const capitals = code.trim().toUpperCase();
  const meaning = meaningOf(capitals, year) ?? sessionOf(capitals, year);
  return meaning?.meant ? tagName(meaning.meant, year) : meaning?.name || undefined;
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
  for (const { row } of codes().get(code.toUpperCase()) ?? []) most = Math.max(most, row.seen ?? 0);
  return most;
}

/** All codes of the table, upper case. */
export function tagCodes(): IterableIterator<string> {
  return codes().keys();
}
