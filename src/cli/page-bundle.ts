/**
 * The program that renders pages: Astro makes it of `pages/` and of what they need, with the styles, fonts and scripts that pages name.
 * There is nothing of the cables in it, so it is kept from build to build, and made anew when the program or its settings change.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { Places } from '../archive/places.ts';
import type { Settings } from '../archive/settings.ts';
import { projectRoot } from './project-root.ts';

/** What Astro's build knows and its bundle does not: the styles of each page, by a key of Astro's own. */
export type PageStyles = [key: string, page: { styles: unknown[] }][];

export interface PageBundle {
  /** Path of the module that renders pages. */
  entry: string;
  /** Folder of the files that pages name, and of those of `public/`. */
  files: string;
  styles: PageStyles;
}

/** What is kept of a bundle beside its files. */
interface Kept {
  key: string;
  /** Name of the entry in its folder. */
  entry: string;
  styles: PageStyles;
}

/** Where a cache holds a bundle, and the file there that says what it is. */
const FOLDER = 'bundle';
const KEPT = 'bundle.json';

/** The bundle of this program, given by its digest, and these settings: the one that was kept, or a new one. Rejects with Astro's own error. */
export async function openBundle(code: string, places: Places, settings: Settings): Promise<PageBundle> {
  const folder = join(places.cache, FOLDER);
  const kept = join(folder, KEPT);
  const key = createHash('sha256')
    .update(JSON.stringify([code, projectRoot, settings.base, settings.origin]))
    .digest('hex');
  linkPackages(places.cache);
  let known = readKept(kept);
  if (known?.key !== key) {
    rmSync(folder, { recursive: true, force: true });
    known = { key, ...(await makeBundle(folder, places)) };
    // Written last: without it the folder holds no bundle.
    writeFileSync(`${kept}.part`, JSON.stringify(known));
    renameSync(`${kept}.part`, kept);
  }
  return { entry: join(folder, 'program', known.entry), files: join(folder, 'files'), styles: known.styles };
}

/** Has the next bundle made anew. */
export function forgetBundle({ cache }: Places): void {
  rmSync(join(cache, FOLDER, KEPT), { force: true });
}

function readKept(path: string): Kept | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

/** A bundle finds its packages above it: in the project, or by a link. */
function linkPackages(cache: string): void {
  if (cache.startsWith(join(projectRoot, '/'))) return;
  const link = join(cache, 'node_modules');
  if (existsSync(link)) return;
  // It may lead to a checkout that is gone.
  rmSync(link, { force: true });
  symlinkSync(join(projectRoot, 'node_modules'), link, 'junction');
}

async function makeBundle(folder: string, { cables, cache }: Places): Promise<Omit<Kept, 'key'>> {
  process.env.ASTRO_TELEMETRY_DISABLED = '1';
  const { build } = await import('astro');
  const files = join(folder, 'files');
  mkdirSync(files, { recursive: true });
  const taken = takeBundle(join(folder, 'program'));
  const before = process.cwd();
  // Astro leaves the bundle beside the files only where they lie below the working directory.
  Object.assign(process.env, { CABLES: cables, CABLES_CACHE: dirname(cache) });
  process.chdir(cache);
  try {
    await build({ root: projectRoot, outDir: files, logLevel: 'warn', integrations: [taken.integration] });
  } finally {
    process.chdir(before);
  }
  return taken.found();
}

/** Names of the entry of the bundle that renders pages begin like this. */
const ENTRY = 'prerender-entry';

/** Has Astro render nothing, and moves the bundle that it would have rendered pages with to `program`. */
function takeBundle(program: string): { integration: AstroIntegration; found(): Omit<Kept, 'key'> } {
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
