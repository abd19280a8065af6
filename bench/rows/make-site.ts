/** The page step alone: `make-site.ts SITE`, all pages of the archive that the environment names, and the files beside them. A process of its own. */
import { join } from 'node:path';
import { openArchive } from '../../src/archive/open-archive.ts';
import { buildPages } from '../../src/cli/build-pages.ts';
import { digestOfCode } from '../../src/cli/built-site.ts';

const [site] = process.argv.slice(2);
if (!site) throw new Error('make-site.ts takes a folder for the site.');
const { entries, places } = openArchive();
await buildPages(site, {
  code: digestOfCode(),
  entries,
  records: join(places.cache, 'records'),
  keep: () => new Map(),
  onProgress: () => {},
});
