import { type PostRow, postRows } from '../data/posts.ts';
import { codeAt } from './lines/line.ts';
import { nearestWords } from './nearest-words.ts';

/** A post found, and how sure the finding is. */
export interface PostMatch {
  /** The name in canonical ids: `NEWDELHI`. Empty for bodies that only receive. */
  station: string;
  post: PostRow;
  how: 'name' | 'station' | 'alias' | 'six' | 'near';
  /** Letters that differ, where `how` is `near`. */
  distance?: number;
}

export interface FindPostOptions {
  /** Four-digit year: chooses between rows of one name and admits the six-character names of 1973-79. */
  year?: number;
  /** The sender as the FM line names it: decides between posts that are equally near. */
  from?: string;
  /** How many letters may differ (0, 1 or 2); 0 if left out. */
  near?: number;
}

// Words before a post's name that say what kind of post it is, longest first.
const kindWords = [
  'AMERICANEMBASSY',
  'CONSULATEGENERAL',
  'AMCONSULATE',
  'AMCONSULGENERAL',
  'USCONSULATE',
  'AMCONSULGEN',
  'AMLEGATION',
  'USMISSION',
  'AMEMBASSY',
  'USEMBASSY',
  'CONSULATE',
  'AMCONSUL',
  'AMCONGEN',
  'USOFFICE',
  'EMBASSY',
  'MISSION',
  'AMEMB',
  'USINT',
  'AMBASSY',
  'CONSUL',
  'USLO',
  'EMB',
] as const;

// Longest name in words: SANTIAGO DE LOS CABALLEROS with its kind.
const mostWords = 6;

/** A row with what choosing between rows asks of it; all of one shape, so that asking is fast. */
interface Candidate {
  row: PostRow;
  station: string;
  from: number;
  to: number;
  sure: boolean;
}

/** The rows that bear one name, by the kind of name it is for them. */
interface Named {
  station: Candidate[] | undefined;
  name: Candidate[] | undefined;
  alias: Candidate[] | undefined;
  six: Candidate[] | undefined;
  city: Candidate[] | undefined;
}

/** Every name of every post: most words are none, which one look-up says. */
const index = new Map<string, Named>();

function add(kind: keyof Named, key: string, candidate: Candidate): void {
  if (key === '') return;
  let named = index.get(key);
  if (!named) {
    named = { station: undefined, name: undefined, alias: undefined, six: undefined, city: undefined };
    index.set(key, named);
  }
  const list = named[kind] ?? [];
  if (!list.includes(candidate)) list.push(candidate);
  named[kind] = list;
}

for (const row of postRows) {
  const { station, from = 0, to = 9999 } = row;
  const candidate: Candidate = { row, station, from, to, sure: !row.unsure };
  add('name', squeeze(row.name), candidate);
  if (station !== '') {
    add('station', station, candidate);
    if (row.station1973) add('six', squeeze(row.station1973), candidate);
    if (row.city) add('city', squeeze(row.city), candidate);
    // USDEL MTN GENEVA is MTN GENEVA too.
    const [, ...bare] = row.name.split(' ');
    if (row.kind === 'mission' && bare.length > 1) add('alias', squeeze(bare.join('')), candidate);
  }
  for (const alias of row.aliases ?? []) add('alias', squeeze(alias), candidate);
}

// The first three letters of every name: most words of a text can be passed over at once.
const starts = new Set<string>(kindWords.map((word) => word.slice(0, 3)));
for (const key of index.keys()) starts.add(key.slice(0, 3));

const nearStation = nearestWords([...index].filter(([, { station }]) => station).map(([key]) => key));

/** A name's letters, upper case, without marks, blanks and points: `St. Petersburg` is `STPETERSBURG`. */
export function squeeze(name: string): string {
  let letters = '';
  let from = 0;
  for (let at = 0; at <= name.length; at += 1) {
    const code = codeAt(name, at);
    if (code > 90) return squeezeAny(name);
    if (code >= 65) continue;
    // Signs, blanks and figures, or the end
    if (at > from) letters = from === 0 && at === name.length ? name : letters + name.slice(from, at);
    from = at + 1;
  }
  return letters;
}

function squeezeAny(name: string): string {
  const plain = /^[\x00-\x7f]*$/.test(name) ? name : name.normalize('NFD');
  return plain.toUpperCase().replace(/[^A-Z]+/g, '');
}

/** Whether a post was open in the year, so far as either is known. */
function isOpen({ from, to }: Candidate, year: number | undefined): boolean {
  return year === undefined || (from <= year && year <= to);
}

/** Of several rows of one name the one that holds in the year: in use then, and confirmed. */
function best(candidates: readonly Candidate[], year?: number): Candidate | undefined {
  if (candidates.length === 1) return candidates[0];
  let found: Candidate | undefined;
  let foundScore = -1;
  for (const candidate of candidates) {
    const score =
      (isOpen(candidate, year) ? 4 : 0) + (candidate.sure ? 2 : 0) + (candidate.station === '' ? 0 : 1);
    if (score > foundScore) {
      found = candidate;
      foundScore = score;
    }
  }
  return found;
}

/** The one row meant, unless the rows are of several stations and nothing decides. */
function only(candidates: readonly Candidate[] | undefined, year?: number): Candidate | undefined {
  if (!candidates || candidates.length < 2) return candidates?.[0];
  const stations = new Set(candidates.map(({ station }) => station));
  if (stations.size === 1) return best(candidates, year);
  const open = candidates.filter((one) => one.sure && one.station !== '' && isOpen(one, year));
  const left = new Set(open.map(({ station }) => station));
  return left.size === 1 ? best(open, year) : undefined;
}

function matched(
  candidate: Candidate | undefined,
  how: 'name' | 'station' | 'alias' | 'six',
): PostMatch | undefined {
  return candidate && { station: candidate.station, post: candidate.row, how };
}

function exact(key: string, year?: number, from?: string): PostMatch | undefined {
  const named = index.get(key);
  if (named) {
    const found =
      matched(named.station && best(named.station, year), 'station') ??
      matched(only(named.name, year), 'name') ??
      matched(only(named.alias, year), 'alias');
    if (found) return found;
    if (named.six && year !== undefined && year >= 1973 && year <= 1979) {
      const sender = from === undefined ? undefined : stationOf(from, year);
      return matched(named.six.find(({ station }) => station === sender) ?? only(named.six, year), 'six');
    }
    const city = matched(only(named.city, year), 'alias');
    if (city) return city;
  }
  // SAINT PETERSBURG
  return key.startsWith('SAINT') ? exact(`ST${key.slice(5)}`, year, from) : undefined;
}

/** The name without the word that says the kind of post: `AMEMBASSYLIMA` is `LIMA`. */
function withoutKind(key: string): string | undefined {
  if (!'ACEUM'.includes(key[0] ?? ' ')) return undefined;
  for (const word of kindWords) {
    if (key.length > word.length + 2 && key.startsWith(word)) return key.slice(word.length);
  }
  return undefined;
}

/**
 * Looks up a post or other station by any of its names: FM name (`AMEMBASSY NEW DELHI`), station of a message number
 * (`NEWDELHI`), alias (`DELHI`), six characters of 1973-79 (`NEWDE`, if the year says so), and, if asked, with one or two
 * letters wrong. Two posts equally near: none is given, unless the FM line decides.
 *
 * Source: ACP 127 and message numbers of published cables; `src/data/posts.ts`.
 */
export function findPost(
  name: string,
  { year, from, near = 0 }: FindPostOptions = {},
): PostMatch | undefined {
  const key = squeeze(name);
  if (key === '' || key.length > 60) return undefined;
  const found = exact(key, year, from);
  if (found) return found;
  const bare = withoutKind(key);
  if (bare) {
    const match = exact(bare, year);
    if (match) return match;
  }
  return near > 0 ? nearPost(bare ?? key, near, year, from) : undefined;
}

/** Whether words name a station as they stand, no letter wrong: by itself, or by another of its post's names. */
export function isNameOf(words: string, station: string, options: FindPostOptions): boolean {
  return squeeze(words) === station || findPost(words, options)?.station === station;
}

function nearPost(key: string, near: number, year?: number, from?: string): PostMatch | undefined {
  const most = Math.min(near, key.length < 4 ? 0 : key.length < 6 ? 1 : 2);
  // USLO 66 names no town, and is not OSLO
  if (most === 0 || kindWords.some((word) => word === key)) return undefined;
  const { distance, words } = nearStation(key, most);
  if (words.length === 0) return undefined;
  let stations = words;
  if (stations.length > 1 && from !== undefined) {
    const sender = stationOf(from, year);
    if (sender !== undefined && stations.includes(sender)) stations = [sender];
  }
  if (stations.length > 1 && year !== undefined) {
    const open = stations.filter((station) =>
      index.get(station)?.station?.some((one) => one.sure && isOpen(one, year)),
    );
    if (open.length === 1) stations = open;
  }
  const station = stations[0];
  if (stations.length !== 1 || station === undefined) return undefined;
  const post = best(index.get(station)?.station ?? [], year);
  return post && { station, post: post.row, how: 'near', distance };
}

/**
 * The station of message numbers for a sender as the FM line names it: `SECSTATE WASHDC` is `STATE`,
 * `USMISSION USUN NEW YORK` is `USUNNEWYORK`, `AMEMBASSY TRIPOLI LY` is `TRIPOLI`. A post in no table gives its bare name;
 * a sender that has no message numbers of State gives `undefined`.
 */
export function stationOf(fmName: string, year?: number): string | undefined {
  const name = fmName.split('//', 1)[0] ?? '';
  const match = findPost(name, { year });
  if (match) return match.station === '' ? undefined : match.station;
  // A country code behind the name: AMEMBASSY TRIPOLI LY.
  const cut = /^(.*[A-Z]) [A-Z]{2}$/i.exec(name.trim())?.[1];
  const shorter = cut === undefined ? undefined : findPost(cut, { year });
  if (shorter) return shorter.station === '' ? undefined : shorter.station;
  return withoutKind(squeeze(name));
}

/** The post of a station name of message numbers, in the year if it is given: `postOfStation('NEWDELHI')`. */
export function postOfStation(station: string, year?: number): PostRow | undefined {
  return best(index.get(squeeze(station))?.station ?? [], year)?.row;
}

/**
 * The longest run of words, from `at` on, that names a post: `['PORT', 'OF', 'SPAIN', '12']` at 0 is three words.
 * Gives the match and how many words it takes.
 */
export function matchPost(
  words: readonly string[],
  at: number,
  year?: number,
): (PostMatch & { words: number }) | undefined {
  const start = squeeze(words[at] ?? '');
  if (start === '' || (start.length >= 3 && !starts.has(start.slice(0, 3)))) return undefined;
  /** What the first words are together, by their count. */
  const keys = [''];
  for (let count = 1; count <= mostWords && at + count <= words.length; count += 1)
    keys.push(`${keys[count - 1]}${squeeze(words[at + count - 1] ?? '')}`);
  for (let count = keys.length - 1; count > 0; count -= 1) {
    const key = keys[count] as string;
    // A word without letters ends a name.
    if (key.length > 60 || (key === keys[count - 1] && !/\p{L}/u.test(words[at + count - 1] ?? ''))) continue;
    const match = exact(key, year);
    if (match) return { ...match, words: count };
    const bare = withoutKind(key);
    const kind = bare === undefined ? undefined : exact(bare, year);
    if (kind) return { ...kind, words: count };
  }
  return undefined;
}
