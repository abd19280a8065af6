/** A process of its own, with the folder of a bundle as its argument: has Astro make the bundle, and sends what it is. */
import { mkdirSync, renameSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type AstroIntegration, build } from 'astro';
import { projectRoot } from './project-root.ts';

/** What Astro's build knows and its bundle does not: the styles of each page, by a key of Astro's own. */
export type PageStyles = [key: string, page: { styles: unknown[] }][];

/** A bundle in its folder: its program in `program/`, the files that pages name in `files/`. */
export interface Bundled {
  /** Name of the entry of the program. */
  entry: string;
  styles: PageStyles;
}

/** What is sent at the end: the bundle, or Astro's own error. */
export interface BundleReport {
  bundle?: Bundled;
  error?: unknown;
}

/** Names of the entry of the bundle that renders pages begin like this. */
const ENTRY = 'prerender-entry';

/** Has Astro render nothing, and moves the bundle that it would have rendered pages with to `program`. */
function takeBundle(program: string): { integration: AstroIntegration; found(): Bundled } {
  let entry = '';
  let folder = '';
  let pages: ReadonlyMap<string, { styles: unknown[] }> = new Map();
  const integration: AstroIntegration = {
    name: 'take-bundle',
    hooks: {
      'astro:build:start'({ setPrerenderer }) {
        setPrerenderer({
          name: 'take-bundle',
          getStaticPaths: async () => [],
          render: () => Promise.reject(new Error('No pages are rendered while they are bundled.')),
          teardown: async () => renameSync(folder, program),
        });
      },
      'astro:build:setup'({ pages: own, updateConfig }) {
        pages = own;
        updateConfig({
          plugins: [
            shareRooms,
            {
              name: 'take-bundle',
              writeBundle({ dir = '' }, bundle) {
                const name = Object.keys(bundle).find((file) => file.startsWith(ENTRY));
                if (name) [entry, folder] = [name, dir];
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
      return { entry, styles: [...pages].map(([key, { styles }]) => [key, { styles }]) };
    },
  };
}

const rooms = ['archive', 'cable', 'data', 'markdown', 'publish'].map((room) =>
  join(projectRoot, 'src', room, '/'),
);

/** Vite plugin: what is no page stays outside the bundle, so that pages and build share its modules and what these hold. */
const shareRooms = {
  name: 'share-rooms',
  enforce: 'pre' as const,
  applyToEnvironment: ({ name }: { name: string }) => name === 'prerender',
  resolveId(source: string, importer: string | undefined) {
    if (!importer || !source.startsWith('.')) return undefined;
    const path = resolve(dirname(importer), source);
    if (!rooms.some((room) => path.startsWith(room))) return undefined;
    return { id: pathToFileURL(path).href, external: true };
  },
};

async function makeBundle(folder: string): Promise<Bundled> {
  const files = join(folder, 'files');
  mkdirSync(files, { recursive: true });
  const taken = takeBundle(join(folder, 'program'));
  await build({ root: projectRoot, outDir: files, logLevel: 'warn', integrations: [taken.integration] });
  return taken.found();
}

// Nobody waits for it any longer.
process.once('disconnect', () => process.exit(1));
const [, , folder = ''] = process.argv;
const report: BundleReport = await makeBundle(folder).then(
  (bundle) => ({ bundle }),
  (error: unknown) => ({ error }),
);
process.send?.(report, () => process.exit());
