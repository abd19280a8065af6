/** What a worker of the build does: writes the original, the record and the Markdown of some cables beside their pages. */
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CatalogEntry } from '../archive/catalog.ts';
import { markdownPath } from '../archive/markdown-path.ts';
import { ownText } from '../archive/own-text.ts';
import { digestOf, readRaw } from '../archive/read-raw.ts';
import { archiveCablesOf, type ReadCables } from '../archive/section-files.ts';
import type { Settings } from '../archive/settings.ts';
import { toNdjsonLine } from './exports.ts';
import { writePiece } from './gzip-pieces.ts';
import { recordJson } from './record-json.ts';
import type { Site } from './site.ts';

export interface TwinEntry extends Pick<CatalogEntry, 'address' | 'path' | 'paths' | 'part'> {
  /** The files beside its page are there. */
  kept?: true;
}

export interface TwinBatch {
  /** Folder of raw cables. */
  cables: string;
  /** Folder of the cables' Markdown. */
  markdown: string;
  /** Folder of the site. */
  site: string;
  /** What the record says of the site. */
  about: Site;
  twins: Settings['twins'];
  /** Where the records are packed for the download of all; left out where they need not be. */
  piece?: string;
  /** Cables of one file stand together. */
  entries: TwinEntry[];
}

/** Names of the files beside a page. */
export const twinNames = { source: 'source.txt', json: 'cable.json', markdown: 'index.md' } as const;

/**
 * Writes the files beside the pages of a batch, and its records packed; throws what the disk throws. Gives the address and the
 * SHA-256 of each original it wrote.
 */
export default function writeTwins(batch: TwinBatch): [string, string][] {
  const { cables, markdown, site, about, twins, piece, entries } = batch;
  const digests: [string, string][] = [];
  const lines: string[] = [];
  let read: { key: string; parts: ReadCables; whole: boolean } | undefined;
  for (const entry of entries) {
    const paths = entry.paths ?? [entry.path];
    const key = paths.join('\n');
    if (read?.key !== key) {
      const parts = archiveCablesOf(
        paths.map((path) => readRaw(cables, path)),
        cables,
      );
      read = { key, parts, whole: paths.length === 1 && parts.cables.length === 1 };
    }
    const cable = read.parts.cables[entry.part];
    if (!cable) throw new Error(`${entry.path} has changed since the folder was read. Build again.`);
    if (piece) lines.push(toNdjsonLine({ address: entry.address, cable }, about));
    if (entry.kept) continue;
    const folder = join(site, 'cables', entry.address);
    mkdirSync(folder, { recursive: true });
    if (twins.source) {
      const file = join(folder, twinNames.source);
      if (read.whole) {
        copyFileSync(join(cables, entry.path), file);
        digests.push([entry.address, cable.source.sha256 ?? '']);
      } else {
        const { text } = ownText(read.parts, entry.part);
        writeFileSync(file, text);
        digests.push([entry.address, digestOf(text)]);
      }
    }
    if (twins.json) writeFileSync(join(folder, twinNames.json), recordJson(cable, entry.address, about));
    if (twins.markdown) copyFileSync(join(markdown, markdownPath(entry)), join(folder, twinNames.markdown));
  }
  if (piece) writePiece(piece, lines);
  return digests;
}
