import { isAirgram, parseId } from '../cable/cable-id.ts';
import type {
  CatalogEntry,
  CitingCable,
  FormerAddress,
  MissingCable,
  ReferenceLink,
  RemovedCable,
} from './catalog.ts';
import { compare } from './compare.ts';
import { groupBy } from './groups.ts';
import type { ListedCable } from './listed-cable.ts';
import { byDate, dateOf, once, openArchive } from './open-archive.ts';
import { entriesById, entryByAddress, entryById } from './query-cables.ts';

/** Who cites whom: citing cables by the id of the cable cited, oldest first. */
const citations = once(({ entries }) => {
  const cited = new Map<string, CitingCable[]>();
  for (const entry of entries) {
    const own = new Map<string, CitingCable>();
    const cite = (id: string): CitingCable => {
      const known = own.get(id) ?? { entry, places: [] };
      own.set(id, known);
      return known;
    };
    for (const { id, bullet } of entry.cable.references ?? []) {
      if (id === undefined || id === entry.cable.id) continue;
      const citing = cite(id);
      if (bullet !== undefined) citing.bullet ??= bullet;
    }
    for (const { id, anchor, excerpt, target } of entry.mentions) {
      if (id !== entry.cable.id) cite(id).places.push({ anchor, excerpt, ...(target && { target }) });
    }
    for (const [id, citing] of own) {
      const list = cited.get(id);
      if (list) list.push(citing);
      else cited.set(id, [citing]);
    }
  }
  return cited;
});

/** Cables that cite this one by its canonical id, held or not, oldest first; each with the places where it does. */
export const citingCables = (id: string | undefined): readonly CitingCable[] =>
  id === undefined ? [] : (citations().get(id) ?? []);

/** The references of a cable, in the order of its REF list, with where they lead: held or not, every cable has a page. */
export function referencesOf(entry: CatalogEntry): ReferenceLink[] {
  return (entry.cable.references ?? []).map((reference) => {
    const { id } = reference;
    if (id === undefined || id === entry.cable.id) return { reference };
    const held = entryById(id);
    return { reference, address: held?.address ?? id, ...(held && { entry: held }) };
  });
}

/**
 * Path of the page of a cable that a text names, under the site's base: held, or cited and not held. Hand it (always this very
 * function) to `cableToHtml`. A paragraph that the cable does not have leads to its page.
 */
export function resolveReference(id: string, target: string | undefined): string | undefined {
  const held = entryById(id);
  if (!held && !citations().has(id)) return undefined;
  const { base } = openArchive().settings;
  const hash = target && held?.anchors.includes(target) ? `#${target}` : '';
  return `${base}cables/${encodeURIComponent(held?.address ?? id)}/${hash}`;
}

const missing = once((archive) => {
  const held = postNumbers(archive.entries);
  const found = new Map<string, MissingCable>();
  for (const [id, citing] of citations()) {
    if (entryById(id) || entryByAddress(id) || Object.hasOwn(archive.settings.removed, id)) continue;
    const parts = parseId(id);
    const between = probableDates(parts && held.get(seriesOf({ id, ...parts })), parts, citing);
    const { station, serial, year } = parts ?? {};
    found.set(id, {
      id,
      address: id,
      citing,
      ...(parts && { station, serial, year }),
      ...(between && { between }),
    });
  }
  return found;
});

/** Cables cited and not held: the most cited first, else by year, post and number. */
export const missingCables: () => readonly MissingCable[] = once(() =>
  [...missing().values()].sort(
    (a, b) =>
      b.citing.length - a.citing.length ||
      (a.year ?? 0) - (b.year ?? 0) ||
      compare(a.station ?? '', b.station ?? '') ||
      (a.serial ?? 0) - (b.serial ?? 0) ||
      compare(a.id, b.id),
  ),
);

/** A cable cited and not held, by its id. */
export const missingById = (id: string): MissingCable | undefined => missing().get(id);

/** A cable of the archive and how many others cite it. */
export interface CitedCable {
  entry: CatalogEntry;
  citing: readonly CitingCable[];
}

/** Held cables that others cite: the most cited first. */
export const mostCited: () => readonly CitedCable[] = once(() =>
  [...citations()]
    .flatMap(([id, citing]) => {
      const entry = entryById(id);
      return entry ? [{ entry, citing }] : [];
    })
    .sort((a, b) => b.citing.length - a.citing.length || byDate(a.entry, b.entry)),
);

/** Cables that the publisher took out, by id. */
export const removedCables: () => readonly RemovedCable[] = once(({ settings }) =>
  Object.entries(settings.removed)
    .filter(([id]) => entriesById(id).length === 0)
    .map(([address, { date, reason }]) => ({ address, reason, ...(date && { date }) })),
);

// 09SECTIQN02OF03QARACAS12: what may stand in an address as it is
const PLAIN_ID = /^[\w.-]{4,80}$/;

/**
 * Ids as the sources misspelt them: links on the web use those. One that differs from an address by capitals alone has none
 * of its own, since not every host tells the two apart.
 */
export const formerAddresses: () => readonly FormerAddress[] = once(({ entries }) => {
  const taken = new Set(
    [...entries, ...missingCables(), ...removedCables()].map(({ address }) => address.toUpperCase()),
  );
  return entries.flatMap((entry) => {
    const address = entry.cable.rawId;
    if (!address || !PLAIN_ID.test(address) || taken.has(address.toUpperCase())) return [];
    taken.add(address.toUpperCase());
    return [{ address, entry }];
  });
});

/** What numbers its cables from 1 to last: a post's telegrams of a year, or its airgrams. */
const seriesOf = ({ id, station, year }: Pick<ListedCable, 'id' | 'station' | 'year'>): string =>
  `${station} ${year}${isAirgram(id) ? ' airgrams' : ''}`;

/** Dated cables of each series, by serial. */
function postNumbers(entries: readonly CatalogEntry[]): Map<string, { serial: number; day: string }[]> {
  const groups = groupBy(entries, ({ cable }) =>
    cable.station && cable.year && cable.serial && cable.dtg?.iso ? [seriesOf(cable)] : [],
  );
  return new Map(
    [...groups].map(([key, of]) => [
      key,
      of
        .map((entry) => ({ serial: entry.cable.serial ?? 0, day: (dateOf(entry) ?? '').slice(0, 10) }))
        .sort((a, b) => a.serial - b.serial),
    ]),
  );
}

/**
 * First and last day a cable can have been sent: posts number their cables through the year, so that neighbours in number are
 * neighbours in time; what is cited is older than what cites it.
 */
function probableDates(
  numbers: readonly { serial: number; day: string }[] = [],
  parts: ReturnType<typeof parseId>,
  citing: readonly CitingCable[],
): [string, string] | undefined {
  if (!parts) return undefined;
  const before = numbers.findLast(({ serial }) => serial < parts.serial)?.day;
  const after = numbers.find(({ serial }) => serial > parts.serial)?.day;
  const cited = citing
    .map(({ entry }) => entry.cable.dtg?.iso?.slice(0, 10))
    .filter((day) => day !== undefined)
    .sort(compare)[0];
  const first = before ?? `${parts.year}-01-01`;
  const bounds = [after ?? `${parts.year}-12-31`, ...(cited === undefined ? [] : [cited])].sort(compare);
  const last = bounds.find((day) => day >= first) ?? first;
  return [first, last];
}
