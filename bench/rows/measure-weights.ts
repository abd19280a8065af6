import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { countOutput } from '../count-output.ts';
import { measureProcess } from '../measure-process.ts';
import { type Corpus, checked, type Row } from './row.ts';

const listPages = fileURLToPath(new URL('./list-pages.ts', import.meta.url));

/** What half of the pages may weigh, gzipped. */
const BUDGET = 12_000;

interface Page {
  path: string;
  html: number;
  zipped: number;
  /** Bytes of the pictures in it. */
  pictures: number;
}

/**
 * The pages that an archive's growth could make heavier: all but those of cables. Of each kind the heaviest, with the bytes of its
 * HTML, of that as a host sends it, and of the pictures in it.
 */
export async function measureWeights(corpus: Corpus): Promise<Row[]> {
  // Inside the project, for the pages' program is run from there and looks for its packages above it.
  const cache = fileURLToPath(new URL(`../../.cache/bench-${process.pid}`, import.meta.url));
  const out = join(corpus.scratch, 'lists');
  const env = { CABLES: corpus.directory, CABLES_CACHE: cache, ASTRO_TELEMETRY_DISABLED: '1' };
  const what = 'pages of lists';
  const cost = checked(
    what,
    await measureProcess({ command: process.execPath, args: [listPages, out], env }),
  );
  const [{ note = '' } = {}, ...kinds] = weighLists(out, corpus.cables);
  const rows: Row[] = [{ what, cables: corpus.cables, cost, ...countOutput(out), note }, ...kinds];
  for (const folder of [cache, out]) rmSync(folder, { recursive: true, force: true });
  return rows;
}

/** The same of a site that is there: all list pages, then each kind of them. */
export function weighLists(site: string, cables: number): Row[] {
  const pages = pagesIn(site).toSorted((a, b) => b.zipped - a.zipped);
  const above = pages.filter(({ zipped }) => zipped > BUDGET).length;
  const note = `median ${kilobytes(pages[pages.length >> 1]?.zipped ?? 0)} gzipped (budget ${kilobytes(BUDGET)}), ${above} pages above that`;
  const rows: Row[] = [{ what: 'pages of lists', cables, files: pages.length, note }];
  const kinds = [...Map.groupBy(pages, ({ path }) => kindOf(path))].toSorted(([a], [b]) => (a < b ? -1 : 1));
  for (const [kind, [most, ...others]] of kinds) {
    const { path = '', html = 0, zipped = 0, pictures = 0 } = most ?? {};
    const sizes = `${kilobytes(zipped)} gzipped, HTML ${kilobytes(html)}, pictures in it ${kilobytes(pictures)}`;
    rows.push({ what: kind, cables, files: others.length + 1, note: `${sizes}: /${path}` });
  }
  return rows;
}

// cables/08BEIJING1882/index.html, and what lies beside it
const OF_A_CABLE = /^cables\/(?!page\/)[^/]+\//;

function pagesIn(out: string): Page[] {
  const files = readdirSync(out, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.html') && !OF_A_CABLE.test(file.split(sep).join('/')),
  );
  return files.map((file) => {
    const html = readFileSync(join(out, file), 'utf8');
    const pictures = [...html.matchAll(/<svg[\s>].*?<\/svg>/gs)].reduce(
      (sum, [svg]) => sum + Buffer.byteLength(svg),
      0,
    );
    return {
      path: file
        .split(sep)
        .join('/')
        .replace(/index\.html$/, ''),
      html: Buffer.byteLength(html),
      zipped: gzipSync(html).length,
      pictures,
    };
  });
}

/** The address without the names in it and the number of its page: of `/dates/2008/05/page/2/` three parts. */
function kindOf(path: string): string {
  const [room = '', ...rest] = path
    .replace(/page\/\d+\/$/, '')
    .split('/')
    .filter(Boolean);
  return `/${[room, ...rest.map((part) => (/^(?:kinds|acronyms|not-held|quality|undated)$/.test(part) ? part : '*'))].join('/')}`;
}

const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
