import {
  type CatalogEntry,
  type CitedPost,
  citedPostOfStation,
  type Origin,
  once,
  originOfStation,
  siteSettings,
} from '../archive/queries.ts';
import { findPost } from '../cable/find-post.ts';
import type { MapPost } from '../components/draw-map.ts';
import type { KnownPost } from '../components/known-post.ts';
import { nameOfPost } from '../components/name-of-post.ts';
import { type Words, wordsFor } from '../data/words/words-for.ts';
import { listFileNames, listFilesOf } from '../publish/write-lists.ts';

/** The words of the archive's language. */
export const siteWords = (): Words => wordsFor(siteSettings().language);

/** The name of an origin in plain words: `Embassy Beijing`. */
export function nameOfOrigin({ post, station }: Origin | CitedPost, t: Words): string {
  return post ? nameOfPost(post, t) : station;
}

/** By name and year: the same few names stand in all headers. */
const knownPosts = once(() => new Map<string, KnownPost | undefined>());

/** What is known of a sender or addressee by its name: a plain name, and its page where the archive has cables of it, or cites some. */
export function knownPost(name: string, year: number | undefined, t: Words): KnownPost | undefined {
  const key = `${name} ${year}`;
  const known = knownPosts();
  if (!known.has(key)) known.set(key, findKnownPost(name, year, t));
  return known.get(key);
}

function findKnownPost(name: string, year: number | undefined, t: Words): KnownPost | undefined {
  const match = findPost(name.split('//', 1)[0] ?? name, year === undefined ? {} : { year });
  if (!match) return undefined;
  const origin =
    match.station === '' ? undefined : (originOfStation(match.station) ?? citedPostOfStation(match.station));
  return { name: nameOfPost(match.post, t), path: origin && `/origins/${origin.slug}/` };
}

/** Origins as marks of the map, the most frequent first. */
export function mapPostsOf(origins: readonly Origin[], t: Words): MapPost[] {
  return origins
    .map((origin) => ({
      name: nameOfOrigin(origin, t),
      path: `/origins/${origin.slug}/`,
      count: origin.entries.length,
      latitude: origin.post?.latitude,
      longitude: origin.post?.longitude,
    }))
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
}

/** The id that readers know a cable by. */
export const idOf = ({ cable, address }: CatalogEntry): string => cable.id ?? address;

/** The files that stand beside each list of cables. */
export function listFiles(t: Words): { name: string; file: string; type: string }[] {
  const has = listFilesOf(siteSettings());
  return [
    ...(has.csv ? [{ name: t.csv, file: listFileNames.csv, type: 'text/csv' }] : []),
    ...(has.feed ? [{ name: t.feed, file: listFileNames.feed, type: 'application/atom+xml' }] : []),
  ];
}
