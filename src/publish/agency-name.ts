import type { ListedCable } from '../archive/catalog.ts';
import { findPost, postOfStation, squeeze } from '../cable/find-post.ts';
import type { PostRow } from '../data/posts.ts';

/** A sender or addressee in words that a bibliography can use. */
export interface Agency {
  /** `US Embassy Beijing`; the name as sent where the post is in no table. */
  name: string;
  /** Whose post it is: `US Department of State`. */
  institution: string;
  place?: string;
}

/** What a post is called before its place, by the first word of its name. */
const titles: Readonly<Record<string, string>> = {
  AMCONSUL: 'US Consulate',
  AMEMBASSY: 'US Embassy',
  USDEL: 'US Delegation',
  USINT: 'US Interests Section',
  USLO: 'US Liaison Office',
  USMISSION: 'US Mission',
  USOFFICE: 'US Office',
};

const STATE = 'US Department of State';

/** The agency of a name as it stands in FM, TO and INFO. `year`: of the cable. */
export function agencyOf(name: string, year?: number): Agency {
  const post = findPost(name, year === undefined ? {} : { year })?.post;
  return post ? agencyOfPost(post) : { name, institution: name };
}

/** The agency that sent a cable: of its FM line, or of the station in its id. The Department where neither is known. */
export function senderOf({ from, station, year }: ListedCable): Agency {
  if (from) return agencyOf(from.name, year);
  const post = station === undefined ? undefined : postOfStation(station, year);
  return post ? agencyOfPost(post) : { name: STATE, institution: STATE };
}

function agencyOfPost({ name, kind, city }: PostRow): Agency {
  const place = city === undefined ? {} : { place: city };
  if (name === 'SECSTATE WASHDC') return { name: STATE, institution: STATE, ...place };
  if (kind === 'department') return { name, institution: name, ...place };
  const [first = '', ...rest] = name.split(' ');
  const title = titles[first];
  const words = title ? rest : [first, ...rest];
  const placeName = kind === 'mission' ? withCity(words, city) : cityName(words, city);
  return { name: [title, placeName].filter(Boolean).join(' '), institution: STATE, ...place };
}

/** `IAEA VIENNA`: `IAEA Vienna`. */
function withCity(words: readonly string[], city: string | undefined): string {
  const length = city?.split(' ').length ?? 0;
  const end = words.slice(words.length - length);
  if (city === undefined || squeeze(end.join(' ')) !== squeeze(city)) return words.join(' ');
  return [...words.slice(0, words.length - length), city].join(' ');
}

/** `DAR ES SALAAM`: `Dar es Salaam`, as the table writes it; `PEKING`: `Peking`, for so it was called. */
function cityName(words: readonly string[], city: string | undefined): string {
  const name = words.join(' ');
  if (city !== undefined && squeeze(city) === squeeze(name)) return city;
  return name
    .toLowerCase()
    .replace(/(^|[ '-])([a-z])/g, (_, before, letter) => before + letter.toUpperCase());
}
