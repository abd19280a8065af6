/** Reads the cables that the environment names, then makes all pages but those of cables, into the folder given. A process of its own. */
import { join } from 'node:path';
import { findPlaces } from '../../src/archive/places.ts';
import { readCables } from '../../src/archive/read-cables.ts';
import { readSettings } from '../../src/archive/read-settings.ts';
import { buildPages } from '../../src/cli/build-pages.ts';
import { digestOfCode } from '../../src/cli/built-site.ts';

const places = findPlaces();
await readCables(places, readSettings(places.cables), {});
await buildPages(process.argv[2] as string, {
  code: digestOfCode(),
  entries: [],
  records: join(places.cache, 'records'),
  keep: () => new Map(),
  wants: (address) => address === undefined,
  onProgress: () => {},
});
