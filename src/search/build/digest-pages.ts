import type { CatalogEntry } from '../../archive/catalog.ts';
import { takeAll } from '../../archive/take-all.ts';
import type { IndexThreads } from './index-threads.ts';
import { digestTexts, pageOf, type SitePages } from './page-text.ts';

/** Pages that a thread takes at a time. */
const BATCH = 64;
/** Below this starting threads costs more than it saves. */
const FEW = 500;

/** Digests of what the index is made from of the pages of cables, by address; those with nothing to index are left out. */
export async function digestPages(
  siteDir: string,
  entries: readonly CatalogEntry[],
  threads: IndexThreads,
): Promise<Map<string, string>> {
  const digest = (order: SitePages): Promise<(string | undefined)[]> | (string | undefined)[] =>
    entries.length < FEW ? digestTexts(order) : threads.pool().run(order, { name: 'digestTexts' });
  const digests = new Map<string, string>();
  const work = async (from: number) => {
    const batch = entries.slice(from, from + BATCH);
    const found = await digest({ siteDir, pages: batch.map(pageOf) });
    for (const [at, text] of found.entries()) {
      const address = batch[at]?.address;
      if (address !== undefined && text !== undefined) digests.set(address, text);
    }
  };
  const firsts = Array.from({ length: Math.ceil(entries.length / BATCH) }, (_, at) => at * BATCH);
  await takeAll(
    firsts,
    Array.from({ length: threads.count }, () => work),
  );
  return digests;
}
