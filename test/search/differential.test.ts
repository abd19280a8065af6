import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildIndex } from '../../src/search/build-index.ts';
import type { Engine } from '../../src/search/engine.ts';
import { indexWord, wordParts } from '../../src/search/query/index-word.ts';
import { search } from '../../src/search/search.ts';
import { classes, families, makeCorpus, posts, seeded, tags } from './made-corpus.ts';
import { writeSite } from './made-site.ts';
import { PlainScan } from './plain-scan.ts';
import { serveEngine } from './real-engine.ts';

const CABLES = 1000;
const QUERIES = 3000;
const corpus = makeCorpus(CABLES, 7);

/** One spelling for each family of forms; other words stand for themselves. */
const stems = new Map(
  families.flatMap((forms) => forms.map((form) => [form.replace(/\W/g, ''), forms[0] as string])),
);
const scan = new PlainScan(corpus.cables, (word) => stems.get(word) ?? word);

const dir = mkdtempSync(join(tmpdir(), 'cable-archive-search-'));
let served: Awaited<ReturnType<typeof serveEngine>>;

beforeAll(async () => {
  const entries = writeSite(corpus.cables, join(dir, 'site'));
  const built = await buildIndex({
    siteDir: join(dir, 'site'),
    cacheDir: join(dir, 'cache'),
    entries,
    // So little that the corpus falls into several shards.
    settings: { search: { memory: 16 } },
  });
  expect(built).toMatchObject({ cables: CABLES, skipped: [] });
  expect(built.shards).toBeGreaterThan(1);
  served = await serveEngine(join(dir, 'site'));
}, 120_000);

afterAll(() => {
  served?.close();
  rmSync(dir, { recursive: true, force: true });
});

/** Addresses of all cables that answer, sorted. */
async function answers(query: string, engine: Engine): Promise<string[]> {
  const request = { query, filters: { values: {} }, sort: 'relevance', page: 1, perPage: 1 } as const;
  const { result, order, index } = await search(request, engine);
  expect(result.errors, query).toEqual([]);
  const rows = (await index?.list([...order])) ?? [];
  return rows.map(({ address }) => address).sort();
}

/** A random query: words, phrases, fields, dates, joined and negated to a depth of three. */
function makeQuery(random: () => number, depth = 3): string {
  const pick = <Value>(values: readonly Value[]): Value =>
    values[Math.floor(random() * values.length)] as Value;
  const roll = random();
  if (depth === 0 || roll < 0.35) return pick(corpus.words);
  if (roll < 0.5) return `"${pick(corpus.phrases)}"`;
  if (roll < 0.55) return `"${pick(corpus.words)} ${pick(corpus.words)}"`;
  if (roll < 0.65)
    return pick([
      `origin:${pick(posts)}`,
      `tag:${pick(tags)}`,
      `class:${pick(classes)}`,
      'caption:NOFORN',
      'collection:first',
    ]);
  if (roll < 0.72) return pick(['from:2001', 'to:2004-06', 'date:2003', 'date:1999-02', 'from:2005-03-14']);
  if (roll < 0.8) return `-${makeQuery(random, 0)}`;
  const parts = Array.from({ length: 2 + Math.floor(random() * 2) }, () => makeQuery(random, depth - 1));
  return `(${parts.join(pick([' ', ' OR ', ' AND ']))})`;
}

describe(`${CABLES} cables in several shards against a scan of all texts`, () => {
  test(`${QUERIES} random queries find the same cables`, async () => {
    const random = seeded(11);
    let found = 0;
    for (let number = 0; number < QUERIES; number += 1) {
      const query = makeQuery(random);
      const expected = await answers(query, scan);
      if (expected.length > 0) found += 1;
      expect(await answers(query, served.engine), query).toEqual(expected);
    }
    expect(found).toBeGreaterThan(QUERIES / 2);
  }, 120_000);

  test('every place of every word is its place in the text', async () => {
    const real = await served.engine.open({});
    const plain = await scan.open();
    const names = (await real.list([...Array(real.size).keys()])).map(({ address }) => address);
    let places = 0;
    for (const word of new Set(corpus.words.flatMap((each) => [indexWord(each), ...wordParts(each)]))) {
      const [found, expected] = await Promise.all([real.lookup(word), plain.lookup(word)]);
      const byName = new Map(found.cables.map((cable, at) => [names[cable], found.positions[at]]));
      expect(byName.size, word).toBe(expected.cables.length);
      expected.cables.forEach((cable, at) => {
        const positions = expected.positions[at] as number[];
        places += positions.length;
        expect(byName.get(corpus.cables[cable]?.address), word).toEqual(positions);
      });
    }
    expect(places).toBeGreaterThan(20_000);
  }, 120_000);

  test.for(families)('all forms of one stem are found by each: %s', async (forms) => {
    const [first, ...others] = await Promise.all(forms.map((form) => answers(form, served.engine)));
    expect(first?.length).toBeGreaterThan(0);
    for (const other of others) expect(other).toEqual(first);
  });

  test('a word is not found by its beginning', async () => {
    expect(await answers('negoti', served.engine)).toEqual(await answers('negotiate', served.engine));
    expect(await answers('minis', served.engine)).toEqual([]);
    expect(await answers('airfiel', served.engine)).toEqual([]);
  });

  test('what is the page’s and not the cable’s is not found', async () => {
    for (const word of ['furniture', 'aside', 'Origins', 'Dates'])
      expect(await answers(word, served.engine)).toEqual([]);
  });

  test('newest and oldest first are right across shards', async () => {
    for (const sort of ['newest', 'oldest'] as const) {
      const request = { query: '-absentk', filters: { values: {} }, sort, page: 1, perPage: 1 };
      const { order, index } = await search(request, served.engine);
      const days = [...order].map((cable) => index?.days[cable] as number).filter((day) => day > 0);
      expect(days.length).toBeGreaterThan(100);
      expect(days).toEqual(days.toSorted((a, b) => (sort === 'newest' ? b - a : a - b)));
    }
  });
});

test('a year opens only the shards that hold it', async () => {
  const own = await serveEngine(join(dir, 'site'));
  await answers('bak date:2003', own.engine);
  const metas = own.requests.filter((url) => url.endsWith('core.bin'));
  own.close();
  expect(metas.length).toBe(1);
});
