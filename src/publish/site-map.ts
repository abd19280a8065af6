/** The site map that search engines read. Source: sitemaps.org, protocol 0.9. */
import { toXml } from 'xast-util-to-xml';
import { x } from 'xastscript';
import { type Site, siteUrl } from './site.ts';

const xmlns = 'http://www.sitemaps.org/schemas/sitemap/0.9';
/** So many addresses at most stand in one file; the protocol allows 50,000. */
const MOST = 45_000;

const byNumber = new Intl.Collator('en', { numeric: true });

/** Whether the site map names a page: not those that are not to be found by search engines. */
const isListed = (path: string): boolean => !/(?:^|\/)(?:raw|list|404)\/?$/.test(path);

/** The files of the site map, by name: a list of lists, and the lists of the pages with these paths. The site's origin must be known. */
export function siteMapFiles(paths: readonly string[], site: Site): [name: string, text: string][] {
  const urls = paths
    .filter(isListed)
    .map((path) => new URL(siteUrl(site, path.replace(/^\//, '').replace(/(?<=[^/])$/, '/'))).href)
    .sort(byNumber.compare);
  const files: [string, string][] = [];
  for (let at = 0; at < urls.length; at += MOST) {
    const own = urls.slice(at, at + MOST).map((url) => x('url', [x('loc', url)]));
    files.push([`sitemap-${files.length}.xml`, xmlOf(x('urlset', { xmlns }, own))]);
  }
  if (files.length === 0) return [];
  const all = files.map(([name]) => x('sitemap', [x('loc', siteUrl(site, name))]));
  return [...files, ['sitemap-index.xml', xmlOf(x('sitemapindex', { xmlns }, all))]];
}

const xmlOf = (tree: Parameters<typeof toXml>[0]): string =>
  `<?xml version="1.0" encoding="UTF-8"?>${toXml(tree)}`;
