/**
 * Where and when the cable of an index was sent. A function of index and seed alone: a cable can cite another of the
 * corpus without the other having been made.
 */
import { type PostRow, postRows } from '../../src/data/posts.ts';
import { createRandom, mix } from './random.ts';

export interface Place {
  id: string;
  post: PostRow;
  /** As the classification line writes it: `NEW DELHI`. */
  stationName: string;
  year: number;
  serial: number;
  /** Milliseconds, UTC, to the minute. */
  time: number;
}

const FIRST_YEAR = 1966;
const LAST_YEAR = 2025;
/** How many cables one slot of a post's year can hold. */
const ROUNDS = 200;
/** Shared out over years: published archives are full of 1973-79 and of 2003-10. */
const SLOTS = 40_000;

/** About 200 posts: those seen most in published cables, one row a station and year. */
const posts: readonly PostRow[] = postRows
  .filter((row) => row.station !== '' && row.country && !row.unsure && /^(?:AM|US|SEC|AIT)/.test(row.name))
  .toSorted((a, b) => (b.seen ?? 0) - (a.seen ?? 0) || (a.name < b.name ? -1 : 1))
  .filter((row, index, all) => all.findIndex((other) => other.station === row.station) === index)
  .slice(0, 210);

const postWeight = (post: PostRow): number =>
  post.station === 'STATE' ? 40 : Math.sqrt((post.seen ?? 0) + 1);

function yearWeight(year: number): number {
  if (year < 1973) return 0.3;
  if (year < 1980) return 4;
  if (year < 2003) return 1;
  return year < 2011 ? 6 : 0.8;
}

interface Slot {
  post: PostRow;
  year: number;
  /** This slot's number among those of its post and year, and how many there are. */
  number: number;
  of: number;
}

function makeSlots(): Slot[] {
  const years = Array.from({ length: LAST_YEAR - FIRST_YEAR + 1 }, (_, index) => FIRST_YEAR + index);
  const allYears = years.reduce((sum, year) => sum + yearWeight(year), 0);
  return years.flatMap((year) => {
    const open = posts.filter((post) => (post.from ?? 0) <= year && (post.to ?? 9999) >= year);
    const allPosts = open.reduce((sum, post) => sum + postWeight(post), 0);
    const share = (SLOTS * yearWeight(year)) / allYears;
    return open.flatMap((post) => {
      const of = Math.max(1, Math.round((share * postWeight(post)) / allPosts));
      return Array.from({ length: of }, (_, number) => ({ post, year, number, of }));
    });
  });
}

const slots = makeSlots();
/** A prime larger than any count of slots: stepping by it visits each slot once before any twice. */
const STRIDE = 1_000_003;

function stationNameOf(post: PostRow): string {
  const words = post.name.split(' ').slice(1).join(' ');
  return words.replace(/[^A-Z]/g, '') === post.station ? words : post.station;
}

/** Two-digit year, station, serial. */
export function idOf(year: number, station: string, serial: number): string {
  return `${String(year % 100).padStart(2, '0')}${station}${serial}`;
}

/** @param index from 0; ids are unique up to about 8 million. */
export function placeCable(index: number, seed: number): Place {
  const start = mix(seed) % slots.length;
  const at = (start + index * STRIDE) % slots.length;
  const slot = slots[at] as Slot;
  const round = (Math.floor(index / slots.length) * 77 + mix(at ^ seed)) % ROUNDS;
  const serial = 1 + slot.number * ROUNDS + round;
  const yearStart = Date.UTC(slot.year, 0, 1, 12);
  const yearMinutes = (Date.UTC(slot.year + 1, 0, 1) - yearStart) / 60_000 - 1;
  const jitter = createRandom(seed, index ^ 0x5bd1e995).next();
  const minutes = Math.floor((yearMinutes * (serial - 1 + jitter)) / (slot.of * ROUNDS));
  return {
    id: idOf(slot.year, slot.post.station, serial),
    post: slot.post,
    stationName: stationNameOf(slot.post),
    year: slot.year,
    serial,
    time: yearStart + minutes * 60_000,
  };
}

/** The stations of the corpus, for addressees. */
export function otherPosts(year: number): readonly PostRow[] {
  return openPosts.get(year) ?? posts;
}

const openPosts = new Map<number, readonly PostRow[]>(
  Array.from({ length: LAST_YEAR - FIRST_YEAR + 1 }, (_, index) => FIRST_YEAR + index).map((year) => [
    year,
    posts.filter((post) => (post.from ?? 0) <= year && (post.to ?? 9999) >= year),
  ]),
);
