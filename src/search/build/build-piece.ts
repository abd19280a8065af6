import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { INDEX_LANGUAGE } from '../manifest.ts';
import { emptyFolder, makeWhole } from './make-whole.ts';
import { packPiece } from './pack-piece.ts';
import { readPageText, type SitePages } from './page-text.ts';
import { runPagefind } from './run-pagefind.ts';

export interface PieceOrder extends SitePages {
  /** Where the piece is to stand. */
  folder: string;
}

/**
 * Builds a piece: lays out what the indexer is to read of its pages, runs the indexer, and packs what it leaves.
 *
 * @throws Error where the indexer fails, a page is gone or a file cannot be written
 */
export async function buildPiece({ siteDir, folder, pages }: PieceOrder): Promise<void> {
  const stage = emptyFolder(`${folder}.pages`);
  const built = emptyFolder(`${folder}.built`);
  for (const page of pages) {
    const text = readPageText(siteDir, page);
    if (text === undefined) throw new Error(`${page.path} vanished while the index was built.`);
    mkdirSync(join(stage, dirname(page.path)), { recursive: true });
    writeFileSync(join(stage, page.path), text);
  }
  await runPagefind(stage, built, INDEX_LANGUAGE);
  await makeWhole(folder, (part) => packPiece(built, part));
  for (const dir of [stage, built]) rmSync(dir, { recursive: true, force: true });
}
