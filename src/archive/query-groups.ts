import { findPost, postOfStation } from '../cable/find-post.ts';
import type { CatalogEntry } from './catalog.ts';
import { compare } from './compare.ts';
import {
  type CollectionGroup,
  groupBy,
  type NamedGroup,
  type Origin,
  slugsOf,
  type TagGroup,
} from './groups.ts';
import { once } from './open-archive.ts';

/** The post a cable comes from: the station of its id, else of its FM line; else the FM line's own words. */
export function stationOf({ cable }: CatalogEntry): string | undefined {
  if (cable.station) return cable.station;
  const name = cable.from?.name;
  if (!name) return undefined;
  return findPost(name, cable.year === undefined ? {} : { year: cable.year })?.station || name;
}

const origins = once(({ entries }) => {
  const groups = groupBy(entries, (entry) => {
    const station = stationOf(entry);
    return station ? [station] : [];
  });
  const names = [...groups.keys()].sort(compare);
  const slugs = slugsOf(names);
  const list = names.map((station): Origin => {
    const of = groups.get(station) ?? [];
    const post = postOfStation(station, of.findLast(({ cable }) => cable.year !== undefined)?.cable.year);
    const slug = (slugs.get(station) ?? station).toLowerCase();
    return { slug, station, entries: of, related: [], ...(post && { post }) };
  });
  const cities = groupBy(list, ({ post }) => (post?.city ? [`${post.country} ${post.city}`] : []));
  for (const city of cities.values()) {
    if (city.length < 2) continue;
    for (const origin of city) origin.related = city.filter((other) => other !== origin);
  }
  return {
    list,
    bySlug: new Map(list.map((origin) => [origin.slug, origin])),
    byStation: mapBy(list, 'station'),
  };
});

/** Posts that the archive has cables of, by station in alphabetical order. */
export const allOrigins = (): readonly Origin[] => origins().list;
export const originBySlug = (slug: string): Origin | undefined => origins().bySlug.get(slug);
/** The origin of a station (`BEIJING`), where the archive has cables of it. */
export const originOfStation = (station: string): Origin | undefined => origins().byStation.get(station);
/** The origin that a cable belongs to. */
export function originOf(entry: CatalogEntry): Origin | undefined {
  const station = stationOf(entry);
  return station === undefined ? undefined : originOfStation(station);
}

const tags = once(({ entries }) => {
  const uses = entries.flatMap((entry) => (entry.cable.tags ?? []).map((tag) => ({ entry, tag })));
  const groups = groupBy(uses, ({ tag }) => [tag.code]);
  const codes = [...groups.keys()].sort(compare);
  const slugs = slugsOf(codes);
  const list = codes.map((code): TagGroup => {
    const of = groups.get(code) ?? [];
    const own = [...new Set(of.map(({ entry }) => entry))];
    const meanings = mostFrequent(of.map(({ tag }) => tag.name));
    const kind = mostFrequent(of.map(({ tag }) => tag.kind))[0] ?? 'unknown';
    const slug = slugs.get(code) ?? code;
    return { slug, code, kind, entries: own, meanings, ...(meanings[0] && { name: meanings[0] }) };
  });
  return { list, bySlug: mapBy(list, 'slug'), byCode: mapBy(list, 'code') };
});

/** TAGS that the archive's cables bear, in alphabetical order. */
export const allTags = (): readonly TagGroup[] => tags().list;
export const tagBySlug = (slug: string): TagGroup | undefined => tags().bySlug.get(slug);
export const tagByCode = (code: string): TagGroup | undefined => tags().byCode.get(code);

const ranks = ['UNCLASSIFIED', 'LIMITED OFFICIAL USE', 'CONFIDENTIAL', 'SECRET', 'TOP SECRET'];

const classifications = once(({ entries }) => {
  const groups = groupBy(entries, ({ cable }) => [cable.classification ?? '']);
  return ['', ...ranks].toReversed().flatMap((name): NamedGroup[] => {
    const of = groups.get(name);
    const slug = name === '' ? 'none' : name.toLowerCase().replaceAll(' ', '-');
    return of ? [{ slug, name, entries: of }] : [];
  });
});

/** Classifications, highest first (`slug`: `top-secret`); last, with the name `''` and the slug `none`, cables without one. */
export const allClassifications = (): readonly NamedGroup[] => classifications();

const captions = once(({ entries }) => {
  const groups = groupBy(entries, ({ cable }) => cable.captions ?? []);
  const names = [...groups.keys()].sort(compare);
  const slugs = slugsOf(names);
  const list = names.map((name) => ({
    slug: slugs.get(name) ?? name,
    name,
    entries: groups.get(name) ?? [],
  }));
  return { list, byName: mapBy(list, 'name') };
});

/** Captions (NOFORN, SIPDIS), in alphabetical order. */
export const allCaptions = (): readonly NamedGroup[] => captions().list;
export const captionByName = (name: string): NamedGroup | undefined => captions().byName.get(name);

const collections = once(({ entries, settings }) => {
  const groups = groupBy(entries, ({ collection }) => (collection ? [collection] : []));
  const keys = Object.keys(settings.collections);
  const slugs = slugsOf(keys);
  const list = keys.map((key): CollectionGroup => {
    const { title = key, ...rest } = settings.collections[key] ?? { specimen: false };
    return { slug: slugs.get(key) ?? key, key, title, ...rest, entries: groups.get(key) ?? [] };
  });
  return { list, byKey: mapBy(list, 'key') };
});

/** Collections in the order of `archive.yaml`, empty ones too. */
export const allCollections = (): readonly CollectionGroup[] => collections().list;
/** The collection that a cable belongs to. */
export const collectionOf = ({ collection }: CatalogEntry): CollectionGroup | undefined =>
  collection === undefined ? undefined : collections().byKey.get(collection);

function mapBy<K extends string, T extends Record<K, string>>(list: readonly T[], key: K): Map<string, T> {
  return new Map(list.map((value) => [value[key], value]));
}

/** Values by how often they occur, most frequent first, then alphabetically. */
function mostFrequent<T extends string>(values: readonly (T | undefined)[]): T[] {
  const counts = new Map<T, number>();
  for (const value of values) if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || compare(a[0], b[0])).map(([value]) => value);
}
