/**
 * The program that renders pages: Astro makes it of `pages/` and of what they need, with the styles, fonts and scripts that pages name.
 * There is nothing of the cables in it, so it is kept from build to build, and made anew when the program or its settings change.
 */
import { fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Places } from '../archive/places.ts';
import type { Settings } from '../archive/settings.ts';
import { writeWhole } from '../archive/write-whole.ts';
import type { Bundled, BundleReport, PageStyles } from './make-bundle.ts';
import { projectRoot } from './project-root.ts';

export interface PageBundle {
  /** Path of the module that renders pages. */
  entry: string;
  /** Folder of the files that pages name, and of those of `public/`. */
  files: string;
  styles: PageStyles;
}

/** What is kept of a bundle beside its files. */
interface Kept extends Bundled {
  key: string;
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
    writeWhole(kept, JSON.stringify(known));
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

/** Made in a process of its own: Astro's bundler holds more than pages need, and gives little of it back. */
function makeBundle(folder: string, { cables, cache }: Places): Promise<Bundled> {
  const child = fork(join(import.meta.dirname, 'make-bundle.ts'), [folder], {
    // Astro leaves the bundle beside the files only where they lie below the working directory.
    cwd: cache,
    env: { ...process.env, CABLES: cables, CABLES_CACHE: dirname(cache), ASTRO_TELEMETRY_DISABLED: '1' },
    execArgv: [],
    serialization: 'advanced',
  });
  return new Promise((made, failed) => {
    child.once('message', ({ bundle, error }: BundleReport) => (bundle ? made(bundle) : failed(error)));
    child.once('error', failed);
    child.once('disconnect', () => failed(new Error('Astro was ended while it bundled the pages.')));
  });
}
