/** What was published last, and the digests that say whether it would be the same again. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { compare } from '../archive/compare.ts';
import type { Places } from '../archive/places.ts';
import type { ReadSummary } from '../archive/read-cables.ts';
import type { Settings } from '../archive/settings.ts';
import { stampOf } from './cable-folders.ts';
import { projectRoot } from './project-root.ts';

/** What the last build published: the same key, the same site. */
interface Built {
  key: string;
  out: string;
  stamp: string;
}

/** Whether the published site is the one that this key would give. */
export function isBuilt(places: Places, key: string, out: string): boolean {
  try {
    const built: Built = JSON.parse(readFileSync(fileOf(places), 'utf8'));
    return built.key === key && built.out === out && built.stamp === stampOf(out);
  } catch {
    return false;
  }
}

/** Keeps what was published. */
export function markBuilt(places: Places, key: string, out: string): void {
  const built: Built = { key, out, stamp: stampOf(out) };
  writeFileSync(fileOf(places), JSON.stringify(built));
}

export function forgetBuilt(places: Places): void {
  rmSync(fileOf(places), { force: true });
}

const fileOf = ({ cache }: Places) => join(cache, 'built.json');

/** Digest of all that a site is made of: the program, its packages, the settings, the catalog and the messages. */
export function digestOfSite(code: string, settings: Settings, { digest, messages }: ReadSummary): string {
  return createHash('sha256')
    .update(JSON.stringify([code, settings, digest, messages]))
    .digest('hex');
}

/** Digest of the program and its packages. */
export function digestOfCode(): string {
  const hash = createHash('sha256').update(process.versions.node);
  for (const name of ['src', 'public', 'astro.config.mjs', 'package-lock.json', 'tsconfig.json']) {
    for (const file of filesUnder(join(projectRoot, name))) {
      hash.update(`\0${relative(projectRoot, file)}\0`).update(readFileSync(file));
    }
  }
  return hash.digest('hex').slice(0, 32);
}

function filesUnder(path: string): string[] {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat?.isDirectory()) return stat ? [path] : [];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile())
    .map((item) => join(item.parentPath, item.name))
    .sort(compare);
}
