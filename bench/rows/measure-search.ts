import { readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { type Browser, chromium } from '@playwright/test';
import { findBrowser } from '../../test/e2e/find-browser.ts';
import { wordOfRank } from '../corpus/vocabulary.ts';
import { countOutput } from '../count-output.ts';
import { measureProcess } from '../measure-process.ts';
import { cablesCommand } from './cables-command.ts';
import { type Corpus, checked, type Row } from './row.ts';

const indexSite = fileURLToPath(new URL('./index-site.ts', import.meta.url));

/**
 * A rare word, frequent ones, phrases that stand and one that does not, fields, dates, a word that no cable has: each asked in a
 * browser that has loaded nothing yet.
 */
const QUERIES = [
  wordOfRank(20_000),
  'embassy',
  'the',
  '"in the"',
  '"foreign ministry"',
  '"ministry of foreign affairs"',
  'minister OR ambassador -oil',
  'minister date:1985',
  'date:1985',
  'tag:PREL minister',
  'zzzzz',
] as const;

const TYPES: Record<string, string> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};

/**
 * The index of a built site, cold and unchanged, then what a first query costs its reader: requests, bytes on the wire as a host
 * sends them (text gzipped), milliseconds until the hits stand. The page itself is loaded before and not counted.
 */
export async function measureSearch(corpus: Corpus): Promise<Row[]> {
  const cache = join(corpus.scratch, 'cache');
  const out = join(corpus.scratch, 'site');
  const env = { CABLES: corpus.directory, CABLES_CACHE: cache, ASTRO_TELEMETRY_DISABLED: '1' };
  checked(
    'build',
    await measureProcess({ command: process.execPath, args: [...cablesCommand, 'build', '--out', out], env }),
  );
  const index = join(out, 'search', 'index');
  const own = join(corpus.scratch, 'index-cache');
  rmSync(index, { recursive: true, force: true });
  const rows: Row[] = [];
  for (const what of ['search index, cold', 'search index, unchanged']) {
    const cost = checked(
      what,
      await measureProcess({ command: process.execPath, args: [indexSite, out, own], env }),
    );
    const { shards } = JSON.parse(cost.stdout);
    rows.push({ what, cables: corpus.cables, cost, ...countOutput(index), note: `${shards} shards` });
  }
  try {
    rows.push(...(await measureQueries(out, corpus.cables)));
  } finally {
    for (const dir of [cache, own, out]) rmSync(dir, { recursive: true, force: true });
  }
  return rows;
}

/** What each of the queries costs its reader on a built site. */
export async function measureQueries(site: string, cables: number): Promise<Row[]> {
  const server = await serve(site);
  const browser = await chromium.launch({
    executablePath: findBrowser(),
    args: ['--no-sandbox', '--disable-gpu'],
  });
  const rows: Row[] = [];
  try {
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/search/`;
    for (const query of QUERIES) rows.push(await measureQuery(browser, url, query, cables));
  } finally {
    await browser.close();
    server.close();
  }
  return rows;
}

async function measureQuery(browser: Browser, url: string, query: string, cables: number): Promise<Row> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(url, { waitUntil: 'networkidle' });
  let requests = 0;
  let bytes = 0;
  let shards = 0;
  const sizes: Promise<void>[] = [];
  context.on('requestfinished', (request) => {
    requests += 1;
    if (request.url().endsWith('/core.bin')) shards += 1;
    sizes.push(
      request.sizes().then(({ responseBodySize }) => {
        bytes += responseBodySize;
      }),
    );
  });
  const status = page.locator('cable-search .status');
  const start = performance.now();
  await page.locator('#q').fill(query);
  await page.locator('#q').press('Enter');
  await status.filter({ hasText: /cable/i }).waitFor();
  const milliseconds = performance.now() - start;
  await Promise.all(sizes);
  const hits = `${requests} requests, ${kilobytes(bytes)}, ${Math.round(milliseconds)} ms`;
  await page.locator('cable-search:not([aria-busy])').waitFor();
  await page.waitForLoadState('networkidle');
  await Promise.all(sizes);
  const note = `${await status.textContent()}; ${shards} shards opened; hits: ${hits}; with counts: ${requests} requests, ${kilobytes(bytes)}`;
  await context.close();
  return { what: `first query: ${query}`, cables, note };
}

const kilobytes = (bytes: number) => `${Math.round(bytes / 1000)} kB`;

function serve(root: string): Promise<Server> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const path = join(root, decodeURIComponent(pathname), pathname.endsWith('/') ? 'index.html' : '');
    const type = TYPES[extname(path)];
    try {
      const bytes = readFileSync(path);
      response.writeHead(200, {
        'content-type': type ?? 'application/octet-stream',
        ...(type ? { 'content-encoding': 'gzip' } : {}),
      });
      response.end(type ? gzipSync(bytes) : bytes);
    } catch {
      response.writeHead(404).end();
    }
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}
