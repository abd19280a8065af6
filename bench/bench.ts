#!/usr/bin/env node
/**
 * `npm run bench -- [KIND...] [COUNT...]`: one table, each row a whole process. Kinds are those of `kinds`; without any, all but
 * those on request.
 * Counts are numbers of generated cables; without any, 1,000 and 10,000. Results go to `bench/RESULTS.md`.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeCorpus } from './corpus.ts';
import { measureBuild } from './rows/measure-build.ts';
import { measureLarge } from './rows/measure-large.ts';
import { measureParse } from './rows/measure-parse.ts';
import { measurePeers } from './rows/measure-peers.ts';
import { measureSearch } from './rows/measure-search.ts';
import { measureWeights } from './rows/measure-weights.ts';
import type { Corpus, Row } from './rows/row.ts';
import { formatRows, writeResults } from './write-results.ts';

const kinds: Record<string, (corpus: Corpus) => Promise<Row[]>> = {
  parse: measureParse,
  build: measureBuild,
  peers: measurePeers,
  search: measureSearch,
  large: measureLarge,
  weights: measureWeights,
};
/** Measured on request alone: what it builds is built for other kinds, too. */
const ON_REQUEST = ['large'];

const RESULTS = fileURLToPath(new URL('./RESULTS.md', import.meta.url));

const USAGE = `npm run bench -- [KIND...] [COUNT...]

Measures what the program costs on COUNT generated cables, prints a table, and writes it to bench/RESULTS.md.
Kinds: ${Object.keys(kinds).join(', ')}. Without one all are measured but ${ON_REQUEST.join(', ')}. Without a count 1000 and 10000 cables.
\`search\` needs Chromium or Chrome: CHROME_PATH names it where it is not found.`;

const given = process.argv.slice(2);
if (given.includes('--help') || given.includes('-h')) {
  console.log(USAGE);
  process.exit(0);
}
const counts = given.filter((word) => /^\d+$/.test(word)).map(Number);
const asked = given.filter((word) => !/^\d+$/.test(word));
const unknown = asked.find((word) => !(word in kinds));
if (unknown) {
  console.error(`\`${unknown}\` is no kind of measurement. There are: ${Object.keys(kinds).join(', ')}.`);
  process.exit(2);
}

const work = mkdtempSync(join(tmpdir(), 'cable-bench-'));
process.once('exit', () => rmSync(work, { recursive: true, force: true }));
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));

const corpora: Corpus[] = [];
for (const cables of counts.length > 0 ? counts : [1000, 10_000]) {
  const directory = join(work, String(cables), 'cables');
  console.error(`Making ${cables} cables`);
  const bytes = await writeCorpus(cables, directory);
  corpora.push({ directory, cables, bytes, scratch: join(work, String(cables)) });
}
for (const kind of asked.length > 0
  ? asked
  : Object.keys(kinds).filter((name) => !ON_REQUEST.includes(name))) {
  const rows: Row[] = [];
  for (const corpus of corpora) {
    console.error(`Measuring ${kind}, ${corpus.cables} cables`);
    rows.push(...(await (kinds[kind] as (typeof kinds)[string])(corpus)));
  }
  console.log(`\n${kind}\n\n${formatRows(rows)}`);
  writeResults(RESULTS, kind, rows);
}
