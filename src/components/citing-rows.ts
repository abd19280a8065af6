import type { CitingCable, CitingPlace } from '../archive/catalog.ts';
import type { Words } from '../data/words/words-for.ts';
import { titleOf } from './title-of.ts';

/** A cable that cites another, and where it does. */
export interface Citing {
  address: string;
  id: string;
  title: string;
  /** ISO date. */
  date?: string | undefined;
  /** REF letter. */
  bullet?: string | undefined;
  /** Paragraphs that name it; none where only the reference line does. */
  places: readonly CitingPlace[];
}

/**
 * What a page shows of the cables that cite another.
 *
 * @param anchors those of the cable cited: a paragraph named that it does not have is no link
 */
export function citingRows(
  citing: readonly CitingCable[],
  t: Words,
  anchors: ReadonlySet<string> = new Set(),
): Citing[] {
  return citing.map(({ entry, bullet, places }) => ({
    address: entry.address,
    id: entry.cable.id ?? entry.address,
    title: titleOf(entry.cable, t),
    date: entry.cable.dtg?.iso,
    bullet,
    places: places.map(({ target, ...place }) => ({
      ...place,
      ...(target && anchors.has(target) && { target }),
    })),
  }));
}
