import { hash } from 'node:crypto';
import {
  type CatalogEntry,
  captionByName,
  citingCables,
  collectionOf,
  entriesById,
  type FormerAddress,
  type MissingCable,
  neighboursByDate,
  neighboursByPost,
  originOf,
  type RemovedCable,
  referencesOf,
  resolveReference,
  settingsDigest,
  tagByCode,
} from '../archive/queries.ts';
import { citingRows } from '../components/citing-rows.ts';
import { titleOf } from '../components/title-of.ts';
import { knownPost, nameOfOrigin, siteWords } from './_site.ts';

/** A page of a cable's folder, for `getStaticPaths`. Its key is made when it is asked for: threads that only make pages do not. */
export function pathOf(address: string, keyOf: () => string) {
  let key: string | undefined;
  return {
    params: { address },
    get cacheKey() {
      key ??= keyOf();
      return key;
    },
  };
}

/** Key of all that the view of a cable's lines shows: the settings and the text. */
export const rawKeyOf = ({ digest, address }: CatalogEntry): string =>
  `${settingsDigest()} ${digest} ${address}`;

/**
 * Key of all that a cable's page shows: the settings, its own text and reading, and what depends on other cables: names and
 * addresses of posts and lists, neighbours, what it cites and who cites it.
 */
export function pageKeyOf(entry: CatalogEntry): string {
  const { id, from, to = [], info = [], year, tags = [], captions = [] } = entry.cable;
  const t = siteWords();
  const origin = originOf(entry);
  const [date, post] = [neighboursByDate(entry), neighboursByPost(entry)];
  const named = (other: CatalogEntry | undefined) =>
    other && [other.address, other.cable.id, titleOf(other.cable, t), other.cable.dtg?.iso];
  return digestOf([
    settingsDigest(),
    entry.address,
    entry.digest,
    [from, ...to, ...info].map((one) => one && knownPost(one.name, year, t)),
    origin && [origin.slug, nameOfOrigin(origin, t)],
    tags.map(({ code }) => tagByCode(code)?.slug),
    captions.map((name) => captionByName(name)?.slug),
    [entry.collection, collectionOf(entry)?.slug],
    [date.previous, date.next, post.previous, post.next].map(named),
    referencesOf(entry).map(({ reference, address, entry: held }) => [
      address,
      held ? named(held) : citingCables(reference.id).length,
    ]),
    entry.mentions.map((mention) => resolveReference(mention.id, mention.target)),
    citingRows(citingCables(id), t, new Set(entry.anchors)),
    id ? entriesById(id).map(({ address }) => address) : [],
  ]);
}

/** Key of all that the page of a cable shows that is cited and not held. */
export function absentKeyOf({ citing, ...missing }: MissingCable): string {
  const t = siteWords();
  const post = missing.station ? knownPost(missing.station, missing.year, t) : undefined;
  return digestOf([settingsDigest(), missing, post, citingRows(citing, t)]);
}

/** Key of all that the page of a cable shows that the publisher took out. */
export const removedKeyOf = (removed: RemovedCable): string =>
  digestOf([settingsDigest(), removed, citingRows(citingCables(removed.address), siteWords())]);

/** Key of the page that leads from another spelling of an id to the cable. */
export const movedKeyOf = ({ address, entry }: FormerAddress): string =>
  digestOf([settingsDigest(), address, entry.address, entry.cable.subjectTitle, entry.cable.subject]);

function digestOf(shown: readonly unknown[]): string {
  return hash('sha256', JSON.stringify(shown), 'hex');
}
