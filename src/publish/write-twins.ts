/** The files beside a cable's page: its original, its record and its Markdown. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CatalogEntry } from '../archive/catalog.ts';
import type { LoadedCable } from '../archive/load-cable.ts';
import { markdownPath } from '../archive/markdown-path.ts';
import { digestOf } from '../archive/read-raw.ts';
import type { Settings } from '../archive/settings.ts';
import { type CableRecord, recordJson } from './record-json.ts';
import type { Site } from './site.ts';

/** Where the files come from and go to, and which are wanted. */
export interface TwinPlace {
  /** Folder of raw cables. */
  cables: string;
  /** Folder of the cables' Markdown. */
  markdown: string;
  /** Folder of the site. */
  site: string;
  /** What the record says of the site. */
  about: Site;
  twins: Settings['twins'];
}

/** Names of the files beside a page. */
export const twinNames = { source: 'source.txt', json: 'cable.json', markdown: 'index.md' } as const;

/** Writes the files beside a cable's page; throws what the disk throws. Gives the SHA-256 of the original, where it is written. */
export function writeTwins(
  entry: CatalogEntry,
  loaded: LoadedCable,
  record: CableRecord,
  { cables, markdown, site, twins }: TwinPlace,
): string | undefined {
  const folder = join(site, 'cables', entry.address);
  mkdirSync(folder, { recursive: true });
  if (twins.json) writeFileSync(join(folder, twinNames.json), recordJson(record));
  if (twins.markdown) copy(join(markdown, markdownPath(entry)), join(folder, twinNames.markdown));
  if (!twins.source) return undefined;
  const file = join(folder, twinNames.source);
  if (loaded.whole) {
    copy(join(cables, entry.path), file);
    return loaded.cable.source.sha256;
  }
  const { text } = loaded.own;
  writeFileSync(file, text);
  return digestOf(text);
}

/** A small file is copied in half the time that \`copyFileSync\` takes. */
const copy = (from: string, to: string): void => writeFileSync(to, readFileSync(from));
