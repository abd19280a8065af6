/** What the plan needs to know of a page. */
export interface ShardPage {
  /** Path below the site: `cables/08BEIJING1882/index.html`. */
  path: string;
  /** 20080515, 20080000, 0. */
  day: number;
  words: number;
}

/**
 * Divides the pages into as few parts as their words allow, by date: whole years that follow one another; within a year too
 * large for one part whole months, then days. A page is always in the same part, whatever the order of the pages.
 */
export function planShards<Page extends ShardPage>(pages: readonly Page[], limit: number): Page[][] {
  const ordered = pages.toSorted((a, b) => a.day - b.day || (a.path < b.path ? -1 : 1));
  return pack(
    splitBy(ordered, limit, [
      (page) => Math.floor(page.day / 10000),
      (page) => Math.floor(page.day / 100),
      () => 0,
    ]),
    limit,
  );
}

const wordsOf = (pages: readonly ShardPage[]) => pages.reduce((sum, { words }) => sum + words, 0);

/** Runs of pages with the same key; a run above the limit is split by the next key, at last page by page. */
function splitBy<Page extends ShardPage>(
  pages: readonly Page[],
  limit: number,
  keys: readonly ((page: Page) => number)[],
): Page[][] {
  const [key, ...finer] = keys;
  if (!key || finer.length === 0) return pages.map((page) => [page]);
  const runs: Page[][] = [];
  for (const page of pages) {
    const run = runs.at(-1);
    if (run && key(run[0] as Page) === key(page)) run.push(page);
    else runs.push([page]);
  }
  return runs.flatMap((run) => (wordsOf(run) > limit ? splitBy(run, limit, finer) : [run]));
}

function pack<Page extends ShardPage>(runs: readonly Page[][], limit: number): Page[][] {
  const shards: { pages: Page[]; words: number }[] = [];
  for (const run of runs) {
    const words = wordsOf(run);
    const last = shards.at(-1);
    if (last && last.words + words <= limit) {
      last.pages.push(...run);
      last.words += words;
    } else shards.push({ pages: [...run], words });
  }
  return shards.map(({ pages }) => pages);
}
