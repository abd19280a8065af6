/** Reads the cables that the environment names, then makes all pages but those of cables, into the folder given. A process of its own. */
import { findPlaces } from '../../src/archive/places.ts';
import { readCables } from '../../src/archive/read-cables.ts';
import { readSettings } from '../../src/archive/read-settings.ts';
import { buildPages } from '../../src/cli/build-pages.ts';

const places = findPlaces();
await readCables(places, readSettings(places.cables), {});
await buildPages(process.argv[2] as string, {
  keep: () => new Set(),
  wants: (address) => address === undefined,
  onProgress: () => {},
});
