import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildIndex } from '../../src/search/build-index.ts';
import { indexWord } from '../../src/search/query/index-word.ts';
import { type Filters, type OpenResult, type Sort, search } from '../../src/search/search.ts';
import { Asker, hasForms } from './ask-in-words.ts';
import { families, makeCorpus, seeded } from './made-corpus.ts';
import { writeSite } from './made-site.ts';
import { serveEngine } from './real-engine.ts';
import { TextScan } from './scan-texts.ts';

const CABLES = 1000;
const QUERIES = 4000;
const corpus = makeCorpus(CABLES, 7);

/** One spelling for each family of forms; other words stand for themselves. */
const stems = new Map(
  families.flatMap((forms) => forms.map((form) => [form.replace(/\W/g, ''), forms[0] as string])),
);
const scan = new TextScan(corpus.cables, (word) => stems.get(word) ?? word);
/** The same without a thought of stems. */
const letters = new TextScan(corpus.cables);

const dir = mkdtempSync(join(tmpdir(), 'cable-archive-search-'));
let served: Awaited<ReturnType<typeof serveEngine>>;

beforeAll(async () => {
  const entries = writeSite(corpus.cables, join(dir, 'site'));
  const built = await buildIndex({
    siteDir: join(dir, 'site'),
    cacheDir: join(dir, 'cache'),
    entries,
    // So little that the corpus falls into several shards.
    settings: { search: { words: 28_000, memory: 1000 } },
    pieceWords: 10_000,
  });
  expect(built).toMatchObject({ cables: CABLES, skipped: [] });
  expect(built.shards).toBeGreaterThan(1);
  served = await serveEngine(join(dir, 'site'));
}, 120_000);

afterAll(() => {
  served?.close();
  rmSync(dir, { recursive: true, force: true });
}, 120_000);

const NO_FILTERS: Filters = { values: {} };

function ask(query: string, filters = NO_FILTERS, sort: Sort = 'relevance', perPage = 1) {
  return search({ query, filters, sort, page: 1, perPage }, served.engine);
}

/** Addresses of all cables that answer, in the order of the result. */
async function inOrder({ order, index }: OpenResult): Promise<string[]> {
  return ((await index?.list([...order])) ?? []).map(({ address }) => address);
}

async function answers(query: string, filters = NO_FILTERS): Promise<string[]> {
  const open = await ask(query, filters);
  expect(open.result.errors, query).toEqual([]);
  const addresses = (await inOrder(open)).sort();
  expect(open.result.total, query).toBe(addresses.length);
  return addresses;
}

describe(`${CABLES} cables in several shards against a scan of all texts`, () => {
  test(`${QUERIES} random queries find the same cables; stems make the difference where a word has other forms, and nowhere else`, async () => {
    const asker = new Asker(corpus, seeded(11));
    const count = { some: 0, byStem: 0 };
    for (let number = 0; number < QUERIES; number += 1) {
      const question = asker.ask();
      const query = asker.write(question);
      const expected = String(scan.answers(question));
      expect(String(await answers(query)), query).toBe(expected);
      if (expected !== '') count.some += 1;
      const plain = String(letters.answers(question));
      if (hasForms(question)) count.byStem += plain === expected ? 0 : 1;
      else expect(plain, query).toBe(expected);
    }
    expect(count.some).toBeGreaterThan(QUERIES / 2);
    expect(count.byStem).toBeGreaterThan(QUERIES / 50);
  }, 600_000);

  test('500 random forms, with or without words, find the same cables', async () => {
    const random = seeded(12);
    const asker = new Asker(corpus, random);
    for (let number = 0; number < 500; number += 1) {
      const words = random() < 0.3 ? [] : [asker.ask(1)];
      const dates = random() < 0.5 ? [] : [asker.askDates()];
      const fields = [asker.askField(), asker.askField()].filter(
        ({ field }, at, all) => all.findIndex((each) => each.field === field) === at,
      );
      const others = { origin: 'ROME', tag: 'PREL', class: 'SECRET', mark: 'U' } as Record<string, string>;
      const more = fields.map(({ field, values }) => ({
        field,
        values: [...values, others[field] ?? 'second'],
      }));
      const filters: Filters = {
        ...dates[0],
        values: Object.fromEntries(more.map(({ field, values }) => [field, values])),
      };
      const query = words.map((word) => asker.write(word)).join('');
      const question = { all: [...words, ...dates, ...more] };
      expect(await answers(query, filters), `${query} ${JSON.stringify(filters)}`).toEqual(
        scan.answers(question),
      );
    }
  }, 120_000);

  test('every paragraph of a hit has what was asked, and its excerpt is its text', async () => {
    const asker = new Asker(corpus, seeded(13));
    const texts = new Map(
      corpus.cables.flatMap(({ address, blocks }) =>
        blocks.map(({ anchor, text }) => [`${address}#${anchor}`, text]),
      ),
    );
    let paragraphs = 0;
    for (let number = 0; number < 150; number += 1) {
      const words = [asker.ask(0), { phrase: corpus.phrases[number] as string }] as const;
      const { result } = await ask(
        words.map((word) => asker.write(word)).join(' OR '),
        NO_FILTERS,
        'relevance',
        10,
      );
      for (const { url, paragraphs: shown } of result.hits) {
        const address = url.split('/').at(-2) ?? '';
        for (const { anchor, excerpt, count } of shown) {
          if (count === 0) continue;
          paragraphs += 1;
          const found = words.some((word) =>
            scan.isIn('word' in word ? word.word : 'phrase' in word ? word.phrase : '', address, anchor),
          );
          expect(found, `${JSON.stringify(words)} in ${address}#${anchor}`).toBe(true);
          expect(texts.get(`${address}#${anchor}`)).toContain(excerpt.map(({ text }) => text).join(' '));
          expect(excerpt.some(({ hit }) => hit)).toBe(true);
        }
      }
    }
    expect(paragraphs).toBeGreaterThan(1000);
  }, 120_000);

  test('every place of every word is its place in the text, in the lists and in the text that is fetched', async () => {
    const real = await served.engine.open({});
    const names = (await real.list([...Array(real.size).keys()])).map(({ address }) => address);
    const all = corpus.words
      .flatMap((word) => [word, ...word.split(/[^\p{L}\p{N}\p{M}]+/u)])
      .filter((word) => indexWord(word).length > 1);
    let places = 0;
    const everywhere = [...names.keys()];
    const texts = await Promise.all(everywhere.map((cable) => real.read(cable)));
    for (const word of new Set(all)) {
      const { cables } = await real.lookup(indexWord(word));
      const { positions } = real.isCommon(indexWord(word))
        ? { positions: cables.map((cable) => texts[cable]?.find(indexWord(word))) }
        : await real.places([indexWord(word)], everywhere);
      const found = new Map(cables.map((cable, at) => [names[cable] as string, positions[at]]));
      const expected = scan.places(word);
      expect(found, word).toEqual(expected);
      for (const [cable, text] of texts.entries())
        expect(text.find(indexWord(word)), word).toEqual(expected.get(names[cable] as string) ?? []);
      places += [...expected.values()].reduce((sum, { length }) => sum + length, 0);
    }
    expect(places).toBeGreaterThan(20_000);
  }, 120_000);

  test.for(families)('all forms of one stem are found by each: %s', async (forms) => {
    const [first, ...others] = await Promise.all(forms.map((form) => answers(form)));
    expect(first?.length).toBeGreaterThan(0);
    for (const other of others) expect(other).toEqual(first);
  });

  test('a word is not found by its beginning', async () => {
    expect(await answers('negoti')).toEqual(await answers('negotiate'));
    expect(await answers('minis')).toEqual([]);
    expect(await answers('airfiel')).toEqual([]);
  });

  test('what is the page’s and not the cable’s is not found', async () => {
    for (const word of ['furniture', 'aside', 'Origins', 'Dates']) expect(await answers(word)).toEqual([]);
  });

  test('newest and oldest first are right across shards, and what bears no date comes last', async () => {
    const dates = new Map(corpus.cables.map(({ address, date }) => [address, date]));
    for (const sort of ['newest', 'oldest'] as const) {
      const order = (await inOrder(await ask('-absentk', NO_FILTERS, sort))).map((address) =>
        dates.get(address),
      );
      expect(order.length).toBe(CABLES);
      const dated = order.filter((date) => date !== undefined);
      expect(dated.length).toBeLessThan(CABLES);
      expect(order.slice(0, dated.length)).toEqual(dated);
      expect(dated).toEqual(sort === 'oldest' ? dated.toSorted() : dated.toSorted().reverse());
    }
  });
});

test('a year opens only the shards that hold it', async () => {
  const own = await serveEngine(join(dir, 'site'));
  const request = {
    query: 'bak date:2003',
    filters: NO_FILTERS,
    sort: 'relevance',
    page: 1,
    perPage: 10,
  } as const;
  const { result } = await search(request, own.engine);
  own.close();
  expect(result.total).toBeGreaterThan(0);
  const shards = own.requests.flatMap((url) => /index\/s\/([^/]+)/.exec(url)?.[1] ?? []);
  expect(new Set(shards).size).toBe(1);
});
