import { toXml } from 'xast-util-to-xml';
import { x } from 'xastscript';
import type { CatalogEntry } from '../archive/catalog.ts';
import { citableOf } from './citable.ts';
import { cableUrl, type Site, siteUrl } from './site.ts';

/** A cable in a feed: when it came into the archive, where the publisher says so. */
export interface FeedEntry {
  entry: Pick<CatalogEntry, 'address' | 'cable'>;
  /** ISO date, with a time or without; the cable's own date where it is left out. */
  added?: string;
}

/** Which cables a feed tells of, and where it lies: paths without leading slash, already encoded. */
export interface FeedOf {
  /** What the list is headed by; none for the whole archive. */
  title?: string;
  /** The page that lists the cables; the home page where it is left out. */
  page?: string;
  path: string;
}

interface Item {
  url: string;
  title: string;
  sender: string;
  summary: string;
  keywords: string[];
  /** ISO date and time. */
  updated: string;
  published?: string;
}

/** A feed must have a date, and there is no clock here. */
const noDate = new Date(0).toISOString();

/**
 * The cables as an Atom feed, in the order given. Source: RFC 4287. Its addresses must be absolute: throws where the site's origin
 * is not known.
 */
export function toAtom(cables: readonly FeedEntry[], site: Site, feed: FeedOf): string {
  const items = itemsOf(cables, site);
  const { licence, publisher, description } = site;
  const tree = x('feed', { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': site.language ?? 'en' }, [
    x('id', siteUrl(site, feed.page)),
    x('title', titleOf(site, feed)),
    ...(description ? [x('subtitle', xmlText(description))] : []),
    x('updated', newestDate(items)),
    x('generator', 'Cable Archive'),
    x('link', { rel: 'alternate', type: 'text/html', href: siteUrl(site, feed.page) }),
    x('link', { rel: 'self', type: 'application/atom+xml', href: siteUrl(site, feed.path) }),
    x('icon', siteUrl(site, 'icon.svg')),
    ...(licence ? [x('rights', xmlText(licence))] : []),
    x('author', [x('name', xmlText(publisher ?? site.title))]),
    ...items.map(({ url, title, sender, summary, keywords, updated, published }) =>
      x('entry', { 'xml:lang': 'en' }, [
        x('id', url),
        x('title', xmlText(title)),
        x('link', { rel: 'alternate', type: 'text/html', href: url }),
        x('updated', updated),
        ...(published ? [x('published', published)] : []),
        x('author', [x('name', xmlText(sender))]),
        x('summary', xmlText(summary)),
        ...keywords.map((term) => x('category', { term: xmlText(term) })),
      ]),
    ),
  ]);
  return `<?xml version="1.0" encoding="utf-8"?>\n${toXml(tree)}\n`;
}

/** The same as a JSON feed. Source: JSON Feed 1.1. Throws where the site's origin is not known. */
export function toJsonFeed(cables: readonly FeedEntry[], site: Site, feed: FeedOf): string {
  const { publisher, description } = site;
  const json = {
    version: 'https://jsonfeed.org/version/1.1',
    title: titleOf(site, feed),
    ...(description && { description }),
    home_page_url: siteUrl(site, feed.page),
    feed_url: siteUrl(site, feed.path),
    icon: siteUrl(site, 'icon.svg'),
    ...(publisher && { authors: [{ name: publisher }] }),
    language: site.language ?? 'en',
    items: itemsOf(cables, site).map(({ url, title, sender, summary, keywords, updated, published }) => ({
      id: url,
      url,
      title,
      content_text: summary,
      date_published: published ?? updated,
      date_modified: updated,
      authors: [{ name: sender }],
      ...(keywords.length > 0 && { tags: keywords }),
    })),
  };
  return `${JSON.stringify(json, undefined, 2)}\n`;
}

function itemsOf(cables: readonly FeedEntry[], site: Site): Item[] {
  if (!site.origin) throw new TypeError('A feed needs the address of the site.');
  return cables.map(({ entry: { address, cable }, added }): Item => {
    const { number, title, sender, summary, keywords } = citableOf(cable, address, site);
    const sent = isoOf(cable.dtg?.iso);
    return {
      url: cableUrl(site, address),
      title,
      sender: sender.name,
      summary: summary ?? `${sender.name}, ${number}`,
      keywords,
      updated: isoOf(added) ?? sent ?? noDate,
      ...(sent && { published: sent }),
    };
  });
}

function titleOf(site: Site, { title }: FeedOf): string {
  return xmlText(title ? `${title} – ${site.title}` : site.title);
}

function newestDate(items: readonly Item[]): string {
  return items.reduce((newest, { updated }) => (updated > newest ? updated : newest), noDate);
}

/** Date and time with seconds, in UTC. */
function isoOf(date: string | undefined): string | undefined {
  const known = new Date(date ?? Number.NaN);
  return Number.isNaN(known.getTime()) ? undefined : known.toISOString();
}

/** Text without the characters that no XML may hold, escaped or not. Source: XML 1.0, section 2.2. */
function xmlText(text: string): string {
  return text.toWellFormed().replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '');
}
