/** The read step alone: raw files to catalog and Markdown, in the cache that the environment names. A process of its own. */
import { findPlaces } from '../../src/archive/places.ts';
import { readCables } from '../../src/archive/read-cables.ts';
import { readSettings } from '../../src/archive/read-settings.ts';

const places = findPlaces();
await readCables(places, readSettings(places.cables), {});
