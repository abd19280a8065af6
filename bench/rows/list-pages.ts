/** Reads the cables that the environment names, then makes all pages but those of cables, into the folder given. A process of its own. */
import { join } from 'node:path';
import { findPlaces } from '../../src/archive/places.ts';
import { readCables } from '../../src/archive/read-cables.ts';
import { readSettings } from '../../src/archive/read-settings.ts';
import { digestOfCode } from '../../src/cli/built-site.ts';
import { openPages } from '../../src/cli/open-pages.ts';

const places = findPlaces();
await readCables(places, readSettings(places.cables), {});
const pages = await openPages(process.argv[2] as string, {
  code: digestOfCode(),
  keep: () => new Map(),
  wants: (address) => address === undefined,
});
await pages.makeMost({ entries: [], records: join(places.cache, 'records'), onProgress: () => {} });
await pages.makeRest();
