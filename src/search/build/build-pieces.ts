import { takeAll } from '../../archive/take-all.ts';
import { buildPiece, type PieceOrder } from './build-piece.ts';
import type { IndexThreads } from './index-threads.ts';
import { pageOf } from './page-text.ts';
import type { Part } from './plan-index.ts';

/** Pieces that one thread lays out and packs before more threads have begun. */
const FEW = 4;

/**
 * Builds pieces, as many at a time as there may be threads: a few on this one, more of them on threads of their own, for one keeps no
 * more than three or four indexers at work.
 *
 * @param told how many more pages are indexed
 */
export function buildPieces(
  pieces: readonly Part[],
  siteDir: string,
  threads: IndexThreads,
  told: (pages: number) => void,
): Promise<void> {
  const build = (order: PieceOrder): Promise<void> =>
    pieces.length <= FEW ? buildPiece(order) : threads.pool.run(order, { name: 'buildPiece' });
  const work = async ({ folder, pages }: Part) => {
    await build({ siteDir, folder, pages: pages.map(({ entry }) => pageOf(entry)) });
    told(pages.length);
  };
  return takeAll(
    pieces,
    Array.from({ length: threads.count }, () => work),
  );
}
