import { createHash } from 'node:crypto';
import { resolve } from 'node:path';

/** Where an archive lies and where what is made of it goes. All paths are absolute. */
export interface Places {
  /** The publisher's folder of raw cables. */
  cables: string;
  /** What is kept between builds of this folder. Can be deleted at any time. */
  cache: string;
  /** One line a cable: `CatalogEntry` as JSON. */
  catalog: string;
  /** One line a raw file: what was read when. */
  files: string;
  /** One line a message of the folder: `ArchiveMessage` as JSON. */
  messages: string;
  /** The Markdown of each cable. */
  markdown: string;
}

/** Places for the folder that the environment names (`CABLES`), or for `cables` in the working directory. */
export function findPlaces(
  cables = process.env.CABLES || 'cables',
  cache = process.env.CABLES_CACHE || '.cache',
): Places {
  const folder = resolve(cables);
  const key = createHash('sha256').update(folder).digest('hex').slice(0, 8);
  const own = resolve(cache, `archive-${key}`);
  return {
    cables: folder,
    cache: own,
    catalog: resolve(own, 'catalog.ndjson'),
    files: resolve(own, 'files.ndjson'),
    messages: resolve(own, 'messages.ndjson'),
    markdown: resolve(own, 'markdown'),
  };
}
