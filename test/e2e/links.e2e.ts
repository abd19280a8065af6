import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { elementsOf } from './elements-of.ts';
import { filesOf, type Site, site, siteNames } from './sites.ts';

interface Page {
  ids: Set<string>;
  links: string[];
}

/** Attributes that name another address. */
const linking = ['href', 'src', 'xlink:href', 'action'];

function readPage(html: string): Page {
  const elements = elementsOf(html).map(({ attributes }) => attributes);
  return {
    ids: new Set(elements.flatMap((attributes) => attributes.get('id') ?? [])),
    links: elements.flatMap((attributes) => linking.flatMap((name) => attributes.get(name) ?? [])),
  };
}

/** The links of a site that lead nowhere: to no file, or to no element of the page. */
function brokenLinks(of: Site): string[] {
  const origin = new URL(of.url).origin;
  const files = filesOf(of, '.html');
  const pages = new Map(files.map((file) => [file, readPage(readFileSync(join(of.dir, file), 'utf8'))]));
  const broken: string[] = [];
  for (const [file, { links }] of pages) {
    const here = new URL(file.replace(/(^|\/)index\.html$/, '$1'), of.url);
    for (const link of links) {
      const target = new URL(link, here);
      if (target.origin !== origin || !/^https?:$/.test(target.protocol)) continue;
      if (!target.pathname.startsWith(of.base)) {
        broken.push(`${file}: ${link} leaves the base ${of.base}`);
        continue;
      }
      const path = decodeURIComponent(target.pathname.slice(of.base.length));
      const found = path === '' || path.endsWith('/') ? `${path}index.html` : path;
      const full = join(of.dir, found);
      if (!existsSync(full) || !statSync(full).isFile()) {
        broken.push(`${file}: ${link}`);
        continue;
      }
      const fragment = decodeURIComponent(target.hash.slice(1));
      if (fragment && found.endsWith('.html') && !pages.get(found)?.ids.has(fragment)) {
        broken.push(`${file}: ${link} (no such place on the page)`);
      }
    }
  }
  return broken;
}

for (const name of siteNames) {
  test(`every internal link of the ${name} site leads somewhere, fragments too`, () => {
    expect(filesOf(site(name), '.html').length).toBeGreaterThan(10);
    expect(brokenLinks(site(name)).slice(0, 20)).toEqual([]);
  });
}
