import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { PageBatch } from './render-pages.ts';

/** Names of the entry of the bundle that renders pages begin like this. */
const ENTRY = 'prerender-entry';

/** Finds out, while Astro builds, where it puts the bundle that renders pages, and which styles it has found for each. */
export function bundlePlaces(): { integration: AstroIntegration; found(): Omit<PageBatch, 'jobs'> } {
  let entry = '';
  let pages: ReadonlyMap<string, { styles: unknown[] }> = new Map();
  const integration: AstroIntegration = {
    name: 'bundle-places',
    hooks: {
      'astro:build:setup'({ pages: own, updateConfig }) {
        pages = own;
        updateConfig({
          plugins: [
            {
              name: 'bundle-places',
              writeBundle({ dir = '' }, bundle) {
                const name = Object.keys(bundle).find((file) => file.startsWith(ENTRY));
                if (name) entry = pathToFileURL(join(dir, name)).href;
              },
            },
          ],
        });
      },
    },
  };
  return {
    integration,
    found() {
      if (!entry) throw new Error('Astro has built no bundle that renders pages.');
      return { entry, styles: new Map([...pages].map(([key, { styles }]) => [key, { styles }])) };
    },
  };
}
