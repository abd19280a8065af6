import sitemap from '@astrojs/sitemap';
import type { AstroIntegration } from 'astro';

/** Whether the site map names a page: not those that are not to be found by search engines. */
const isListed = (page: string) => !/\/(?:raw|list|404)\/$/.test(page);

/** Astro integration: writes the site map of all pages, those too that are taken from an earlier site. */
export function siteMap(allPages: () => readonly string[]): AstroIntegration {
  const { name, hooks } = sitemap({ filter: isListed });
  const write = hooks['astro:build:done'];
  return {
    name,
    hooks: {
      ...hooks,
      'astro:build:done': (asked) =>
        write?.({
          ...asked,
          pages: allPages().map((path) => ({ pathname: path.replace(/^\//, '').replace(/\/?$/, '/') })),
        }),
    },
  };
}
