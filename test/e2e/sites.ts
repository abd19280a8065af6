/** The sites that the page tests read: where they were built, where they are served. Written by `build-sites.ts`. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface Site {
  /** Folder of the built site. */
  dir: string;
  /** Path the site lies under on its host: `/` or `/archive/press/`. */
  base: string;
  /** Address of the home page. */
  url: string;
  /** The folder of raw cables it was built from. */
  cables: string;
}

/**
 * The repository's own archive; hostile texts, under a sub-path; the archive after its publisher deleted the specimens, which
 * leaves one cable, with the address of a site; a folder without a file.
 */
export const siteNames = ['main', 'odd', 'one', 'none'] as const;
export type SiteName = (typeof siteNames)[number];

/** Inside the project, where the chunks of a build find its packages. `E2E_DIR` names another folder for a run beside others. */
export const scratch = resolve(
  process.env.E2E_DIR || fileURLToPath(new URL('../../.cache/e2e', import.meta.url)),
);

/** One of the sites built for this run. */
export function site(name: SiteName): Site {
  const sites: Record<string, Site> = JSON.parse(readFileSync(join(scratch, 'sites.json'), 'utf8'));
  const found = sites[name];
  if (!found) throw new Error(`build-sites.ts built no site named ${name}`);
  return found;
}

/** Every file of a site with one of these endings, relative to its folder, `/` between. */
export function filesOf({ dir }: Site, ending: string): string[] {
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => relative(dir, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

/** One address for each kind of page, the first of its kind in the site: `cables/*` gives one cable. */
export function oneOfEachKind(of: Site): string[] {
  const kinds = new Map<string, string>();
  for (const file of filesOf(of, '.html')) {
    const address = file.replace(/(^|\/)index\.html$/, '$1');
    const parts = address.split('/').filter(Boolean);
    const kind = parts.map((part, at) => (at === 0 || /^(raw|page)$/.test(part) ? part : '*')).join('/');
    if (!kinds.has(kind)) kinds.set(kind, address);
  }
  return [...kinds.values()];
}

/** What only some cables have, as it stands in their HTML. */
const oddities = [
  '<table',
  'class="redact',
  '<blockquote',
  '<pre',
  'class="contents',
  'class="furniture',
  'class="notices',
  'id="t1.',
];

/** Addresses of cables that between them show all that a cable page can: the first with each oddity, and the longest. */
export function cablesOfEachKind(of: Site): string[] {
  const pages = filesOf(of, '.html')
    .filter((file) => /^cables\/[^/]+\/index\.html$/.test(file))
    .map((file) => ({
      address: file.replace(/index\.html$/, ''),
      html: readFileSync(join(of.dir, file), 'utf8'),
    }));
  const first = oddities.flatMap((mark) => pages.find(({ html }) => html.includes(mark)) ?? []);
  const longest = pages.toSorted((a, b) => b.html.length - a.html.length).slice(0, 1);
  return [...new Set([...first, ...longest].map(({ address }) => address))];
}
