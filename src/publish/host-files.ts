/** Small files that hosts and crawlers ask for. */
import { type Site, siteUrl } from './site.ts';

/**
 * `robots.txt`: everything may be read; where the site map is, where the address of the site is known. Hosts serve it to crawlers
 * from the root of a domain only.
 */
export function robotsText(site: Site): string {
  const lines = ['User-agent: *', 'Allow: /'];
  if (site.origin) lines.push('', `Sitemap: ${siteUrl(site, 'sitemap-index.xml')}`);
  return `${lines.join('\n')}\n`;
}

/**
 * `_headers`, as Netlify, Cloudflare Pages and others read it: names that hold a digest never change; originals are plain text
 * whatever is in them; other sites' pages may read the data, and may not frame ours.
 */
export function headersText({ base }: Site): string {
  const lasting = ['Cache-Control: public, max-age=31536000, immutable'];
  const open = ['Access-Control-Allow-Origin: *'];
  const rules: [path: string, headers: string[]][] = [
    [
      '*',
      [
        'X-Content-Type-Options: nosniff',
        'Referrer-Policy: no-referrer',
        "Content-Security-Policy: frame-ancestors 'none'",
        'Permissions-Policy: camera=(), geolocation=(), microphone=()',
      ],
    ],
    ['_astro/*', lasting],
    ['search/index/s/*', lasting],
    ['search/index/t/*', lasting],
    ['search/index/ids/*', lasting],
    [
      'cables/*/source.txt',
      ['Content-Type: text/plain; charset=utf-8', "Content-Security-Policy: default-src 'none'; sandbox"],
    ],
    ['cables/*/index.md', ['Content-Type: text/markdown; charset=utf-8']],
    ['cables/*/cable.json', open],
    ['data/*', open],
  ];
  return `${rules.map(([path, headers]) => [`${base}${path}`, ...headers.map((header) => `  ${header}`)].join('\n')).join('\n')}\n`;
}
