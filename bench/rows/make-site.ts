/** The page step alone: `make-site.ts SITE`, all pages of the archive that the environment names, and the files beside them. A process of its own. */
import { join } from 'node:path';
import { openArchive } from '../../src/archive/open-archive.ts';
import { digestOfCode } from '../../src/cli/built-site.ts';
import { openPages } from '../../src/cli/open-pages.ts';

const [site] = process.argv.slice(2);
if (!site) throw new Error('make-site.ts takes a folder for the site.');
const { entries, places } = openArchive();
const pages = await openPages(site, { code: digestOfCode(), keep: () => new Map() });
await pages.makeMost({ entries, records: join(places.cache, 'records'), onProgress: () => {} });
await pages.makeRest();
