/** The search index of a built site alone: `index-site.ts SITE CACHE`, of the archive that the environment names. */
import { openArchive } from '../../src/archive/open-archive.ts';
import { buildIndex } from '../../src/search/build-index.ts';

const [siteDir, cacheDir] = process.argv.slice(2);
if (!siteDir || !cacheDir) throw new Error('index-site.ts takes a folder of a site and one of a cache.');
const { entries, settings } = openArchive();
console.log(JSON.stringify(await buildIndex({ siteDir, cacheDir, entries, settings })));
