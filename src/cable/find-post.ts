import { type PostRow, postRows } from '../data/posts.ts';
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

function add(index: Map<string, PostRow[]>, key: string, row: PostRow): void {
  if (key === '') return;
  const rows = index.get(key);
  if (!rows) index.set(key, [row]);
  else if (!rows.includes(row)) rows.push(row);
}

const byName = new Map<string, PostRow[]>();
const byStation = new Map<string, PostRow[]>();
const byAlias = new Map<string, PostRow[]>();
const bySix = new Map<string, PostRow[]>();
const byCity = new Map<string, PostRow[]>();

for (const row of postRows) {
  add(byName, squeeze(row.name), row);
  if (row.station !== '') {
    add(byStation, row.station, row);
    if (row.station1973) add(bySix, squeeze(row.station1973), row);
    if (row.city) add(byCity, squeeze(row.city), row);
    // USDEL MTN GENEVA is MTN GENEVA too.
    const [, ...bare] = row.name.split(' ');
    if (row.kind === 'mission' && bare.length > 1) add(byAlias, squeeze(bare.join('')), row);
  }
  for (const alias of row.aliases ?? []) add(byAlias, squeeze(alias), row);
}

// The first three letters of every name: most words of a text can be passed over at once.
const starts = new Set<string>(kindWords.map((word) => word.slice(0, 3)));
for (const index of [byName, byStation, byAlias, bySix, byCity]) {
  for (const key of index.keys()) starts.add(key.slice(0, 3));
}

const nearStation = nearestWords([...byStation.keys()]);

/** A name's letters, upper case, without marks, blanks and points: `St. Petersburg` is `STPETERSBURG`. */
export function squeeze(name: string): string {
  if (/^[A-Z]*$/.test(name)) return name;
  const plain = /^[\x00-\x7f]*$/.test(name) ? name : name.normalize('NFD');
  return plain.toUpperCase().replace(/[^A-Z]+/g, '');
}

/** Of several rows of one name the one that holds in the year: in use then, and confirmed. */
function best(rows: readonly PostRow[], year?: number): PostRow | undefined {
  let found: PostRow | undefined;
  let foundScore = -1;
  for (const row of rows) {
    const inUse = year === undefined || ((row.from ?? 0) <= year && year <= (row.to ?? 9999));
    const score = (inUse ? 4 : 0) + (row.unsure ? 0 : 2) + (row.station === '' ? 0 : 1);
    if (score > foundScore) {
      found = row;
      foundScore = score;
    }
  }
  return found;
}

/** The one row meant, unless the rows are of several stations and nothing decides. */
function only(rows: readonly PostRow[] | undefined, year?: number): PostRow | undefined {
  if (!rows) return undefined;
  if (rows.length === 1) return rows[0];
  const stations = new Set(rows.map((row) => row.station));
  if (stations.size === 1) return best(rows, year);
  const sure = rows.filter((row) => !row.unsure && row.station !== '');
  const inUse = sure.filter(
    (row) => year === undefined || ((row.from ?? 0) <= year && year <= (row.to ?? 9999)),
  );
  const left = new Set(inUse.map((row) => row.station));
  return left.size === 1 ? best(inUse, year) : undefined;
}

function exact(key: string, year?: number, from?: string): PostMatch | undefined {
  const station = byStation.get(key);
  if (station) {
    const post = best(station, year);
    if (post) return { station: key, post, how: 'station' };
  }
  const named = only(byName.get(key), year);
  if (named) return { station: named.station, post: named, how: 'name' };
  const alias = only(byAlias.get(key), year);
  if (alias) return { station: alias.station, post: alias, how: 'alias' };
  if (year !== undefined && year >= 1973 && year <= 1979) {
    const rows = bySix.get(key);
    if (rows) {
      const sender = from === undefined ? undefined : stationOf(from, year);
      const six = rows.find((row) => row.station === sender) ?? only(rows, year);
      return six ? { station: six.station, post: six, how: 'six' } : undefined;
    }
  }
  const city = only(byCity.get(key), year);
  if (city) return { station: city.station, post: city, how: 'alias' };
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

function nearPost(key: string, near: number, year?: number, from?: string): PostMatch | undefined {
  const most = Math.min(near, key.length < 4 ? 0 : key.length < 6 ? 1 : 2);
  if (most === 0) return undefined;
  const { distance, words } = nearStation(key, most);
  if (words.length === 0) return undefined;
  let stations = words;
  if (stations.length > 1 && from !== undefined) {
    const sender = stationOf(from, year);
    if (sender !== undefined && stations.includes(sender)) stations = [sender];
  }
  if (stations.length > 1 && year !== undefined) {
    const open = stations.filter((station) =>
      byStation
        .get(station)
        ?.some((row) => !row.unsure && (row.from ?? 0) <= year && year <= (row.to ?? 9999)),
    );
    if (open.length === 1) stations = open;
  }
  const station = stations[0];
  if (stations.length !== 1 || station === undefined) return undefined;
  const post = best(byStation.get(station) ?? [], year);
  return post ? { station, post, how: 'near', distance } : undefined;
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
  const rows = byStation.get(squeeze(station));
  return rows ? best(rows, year) : undefined;
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
  for (let count = Math.min(mostWords, words.length - at); count > 0; count -= 1) {
    const key = count === 1 ? squeeze(words[at] ?? '') : squeeze(words.slice(at, at + count).join(''));
    // A word without letters ends a name.
    if (key === '' || key.length > 60 || !/\p{L}/u.test(words[at + count - 1] ?? '')) continue;
    const match = exact(key, year);
    if (match) return { ...match, words: count };
    const bare = withoutKind(key);
    const kind = bare === undefined ? undefined : exact(bare, year);
    if (kind) return { ...kind, words: count };
  }
  return undefined;
}
