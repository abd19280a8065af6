import { postOfStation } from '../cable/find-post.ts';
import type { PostRow } from '../data/posts.ts';
import type { MissingCable } from './catalog.ts';
import { compare } from './compare.ts';
import { groupBy, slugsOf } from './groups.ts';
import { once } from './open-archive.ts';
import { allOrigins, originOfStation } from './query-groups.ts';
import { missingCables } from './query-references.ts';

/** A post that the archive has no cable of, though it cites some. */
export interface CitedPost {
  /** Last part of the address of its page, under `/origins/` as those of origins are. */
  slug: string;
  station: string;
  post?: PostRow;
  /** Its cables that are cited, the most cited first. */
  missing: readonly MissingCable[];
}

const wanted = once(() => groupBy(missingCables(), ({ station }) => (station ? [station] : [])));

/** Cables of a station that are cited and not held, the most cited first. */
export const missingOfStation = (station: string): readonly MissingCable[] => wanted().get(station) ?? [];

const cited = once(() => {
  const held = allOrigins().map(({ station }) => station);
  const others = [...wanted().keys()].filter((station) => !originOfStation(station)).sort(compare);
  const slugs = slugsOf([...held, ...others]);
  const list = others.map((station): CitedPost => {
    const missing = missingOfStation(station);
    const post = postOfStation(station, missing[0]?.year);
    return { slug: (slugs.get(station) ?? station).toLowerCase(), station, missing, ...(post && { post }) };
  });
  return { list, byStation: new Map(list.map((one) => [one.station, one])) };
});

/** Posts that are cited and that the archive has no cable of, by station in alphabetical order. */
export const citedPosts = (): readonly CitedPost[] => cited().list;

/** The post of a station, where it is cited and the archive has no cable of it. */
export const citedPostOfStation = (station: string): CitedPost | undefined => cited().byStation.get(station);
