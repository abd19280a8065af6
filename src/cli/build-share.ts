/** A share of the site: the folders of some cables, for `merge` to put together. */
import { readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { openArchive } from '../archive/open-archive.ts';
import { digestPages } from '../search/build/digest-pages.ts';
import { IndexThreads } from '../search/build/index-threads.ts';
import { digestOfCode } from './built-site.ts';
import { type FolderRecords, isPage, takeFolders } from './cable-folders.ts';
import { discard, emptyTrash } from './discard.ts';
import { openPages } from './open-pages.ts';
import { createProgress } from './progress.ts';
import { addressesOf, readShare, SHARE_FILE, type Shard, writeShare } from './share.ts';
import { moveSite } from './swap-site.ts';
import { inArchive, readArchive } from './work-place.ts';

export interface ShareOptions {
  /** Folder of the share, absolute. */
  out: string;
  shard: Shard;
}

/**
 * Makes a share of the site into `out`, in place of the share that is there. Gives how many folders it holds. Rejects as
 * `buildSite` does.
 */
export function buildShare({ out, shard }: ShareOptions): Promise<number> {
  const progress = createProgress();
  return inArchive(out, SHARE_FILE, progress, async ({ places, settings, stage }) => {
    await readArchive(places, settings, progress, false);
    discard(stage, places.cache);
    emptyTrash(places.cache);
    const { entries } = openArchive();
    const isOwn = addressesOf(entries, shard);
    const own = entries.filter(({ address }) => isOwn(address));
    const code = digestOfCode();
    const records: FolderRecords = new Map();
    progress.step('Making pages');
    const pages = await openPages(stage, {
      code,
      wants: (address) => address !== undefined && isOwn(address),
      keep(pageKeys) {
        const keys = new Map(
          [...pageKeys].flatMap(([unit, key]) =>
            !isPage(unit) && isOwn(unit) ? [[unit, `${code} ${key}`]] : [],
          ),
        );
        for (const [address, key] of keys) records.set(address, { key });
        return takeFolders(stage, keys, earlierShare(out));
      },
    });
    const { originals } = await pages.makeMost({
      entries: own,
      records: join(stage, 'records'),
      onProgress: progress.update,
    });
    const threads = new IndexThreads(availableParallelism());
    const texts = await digestPages(stage, own, threads).finally(() => threads.close());
    for (const [address, record] of records) {
      record.source = originals.get(address);
      record.text = texts.get(address);
    }
    for (const name of readdirSync(stage))
      if (name !== 'cables' && name !== 'records') discard(join(stage, name), places.cache);
    writeShare(stage, records);
    discard(out, places.cache);
    moveSite(stage, out);
    emptyTrash(places.cache);
    return records.size;
  });
}

function earlierShare(out: string) {
  try {
    return [readShare(out)];
  } catch {
    return [];
  }
}
