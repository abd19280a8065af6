/** The folder as one archive, as pages see it: read from the catalog once, indexed when first asked. */
import { statSync } from 'node:fs';
import type { ArchiveMessage } from './archive-message.ts';
import type { CatalogEntry } from './catalog.ts';
import { compare } from './compare.ts';
import { findPlaces, type Places } from './places.ts';
import { readLines } from './read-lines.ts';
import { readSettings } from './read-settings.ts';
import type { Settings } from './settings.ts';

export interface Archive {
  settings: Settings;
  places: Places;
  /** Oldest first; cables without a date at the end. */
  entries: readonly CatalogEntry[];
  messages: readonly ArchiveMessage[];
}

interface Open {
  archive: Archive;
  stamp: string;
}

let open: Open | undefined;

/** Asked once: every question of every page comes by here, and the environment answers slowly. */
let editing: boolean | undefined;

/** Astro's server has a copy of this module of its own, while editing: the catalog, the largest thing in memory, is held once for both. */
const shared = globalThis as { cableArchive?: Open };

/**
 * The archive that the environment names (`CABLES`), read from its catalog. Throws where the read step has not run.
 * While editing (`CABLES_DEV`), a catalog that was written anew is read anew.
 */
export function openArchive(): Archive {
  editing ??= Boolean(process.env.CABLES_DEV);
  if (open && !editing) return open.archive;
  const places = findPlaces();
  const stamp = stampOf(places);
  if (open?.stamp !== stamp && shared.cableArchive?.stamp === stamp) open = shared.cableArchive;
  if (open?.stamp === stamp) return open.archive;
  const archive: Archive = {
    settings: readSettings(places.cables),
    places,
    entries: [...parsed<CatalogEntry>(places.catalog)].sort(byDate),
    messages: [...parsed<ArchiveMessage>(places.messages)],
  };
  open = { archive, stamp };
  shared.cableArchive = open;
  return archive;
}

/** Makes a question of the whole archive: answered once, again only when the archive has changed. */
export function once<T>(answer: (archive: Archive) => T): () => T {
  let asked: { archive: Archive; answer: T } | undefined;
  return () => {
    const archive = openArchive();
    if (asked?.archive !== archive) asked = { archive, answer: answer(archive) };
    return asked.answer;
  };
}

/** ISO date and time of a cable, or as much of it as is known (`2008`); sorts as text. */
export function dateOf({ cable }: CatalogEntry): string | undefined {
  if (cable.dtg?.iso) return cable.dtg.iso;
  const said = /^\d{4}(?:-\d\d(?:-\d\d)?)?/.exec(cable.wrapper?.date ?? '')?.[0];
  return said ?? (cable.year === undefined ? undefined : String(cable.year));
}

/** Order of a whole archive: by date, then serial, then address, so that it never depends on the file system. */
export function byDate(a: CatalogEntry, b: CatalogEntry): number {
  return (
    compare(dateOf(a) ?? '~', dateOf(b) ?? '~') ||
    (a.cable.serial ?? 0) - (b.cable.serial ?? 0) ||
    compare(a.address, b.address)
  );
}

function* parsed<T>(path: string): Generator<T> {
  const known = statSync(path).size < LARGE ? undefined : new Map<string, string>();
  for (const line of readLines(path)) {
    const value = JSON.parse(line);
    if (known) share(value, known);
    yield value;
  }
}

/** Bytes of a file below which the memory saved is not worth the time. */
const LARGE = 5e7;

/** Longest word of which one copy is held for all cables: codes, names, anchors. */
const SHORT = 32;
/** So many different ones are remembered. */
const MANY = 50_000;

/** Makes equal short strings one: the parser makes a new one of each. */
function share(value: Held, known: Map<string, string>): void {
  // Over an array `for in` takes three times as long: it makes a text of each number.
  if (Array.isArray(value)) for (let at = 0; at < value.length; at += 1) shareAt(value, at, known);
  else for (const key in value) shareAt(value, key, known);
}

type Held = Record<string | number, unknown>;

function shareAt(value: Held, key: string | number, known: Map<string, string>): void {
  const held = value[key];
  if (typeof held === 'string') {
    if (held.length > SHORT) return;
    const first = known.get(held);
    if (first !== undefined) value[key] = first;
    else if (known.size < MANY) known.set(held, held);
  } else if (typeof held === 'object' && held !== null) share(held as Held, known);
}

function stampOf({ catalog, cables }: Places): string {
  const stat = statSync(catalog, { throwIfNoEntry: false });
  if (!stat) throw new Error(`The folder ${cables} has not been read. Build with \`npm run build\`.`);
  const settings = statSync(`${cables}/archive.yaml`, { throwIfNoEntry: false });
  return [catalog, stat.mtimeMs, stat.size, stat.ino, settings?.mtimeMs].join(' ');
}
