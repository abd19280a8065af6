import { takeAll } from '../../archive/take-all.ts';
import { buildPiece, type PieceOrder } from './build-piece.ts';
import type { IndexThreads } from './index-threads.ts';
import { pageOf } from './page-text.ts';
import type { Part } from './plan-index.ts';

/** Pages that this thread lays out and packs before another has begun. */
const FEW = 32;

/**
 * Builds pieces, as many at a time as there may be threads: a few pages on this one, more of them on threads of their own, for one keeps
 * no more than three or four indexers at work, and has other things to do.
 *
 * @param told how many more pages are indexed
 */
export function buildPieces(
  pieces: readonly Part[],
  siteDir: string,
  threads: IndexThreads,
  told: (pages: number) => void,
): Promise<void> {
  const all = pieces.reduce((sum, { pages }) => sum + pages.length, 0);
  const build = (order: PieceOrder): Promise<void> =>
    all < FEW ? buildPiece(order) : threads.pool(pieces.length).run(order, { name: 'buildPiece' });
  const work = async ({ folder, pages }: Part) => {
    await build({ siteDir, folder, pages: pages.map(({ entry }) => pageOf(entry)) });
    told(pages.length);
  };
  return takeAll(
    pieces,
    Array.from({ length: threads.count }, () => work),
  );
}
