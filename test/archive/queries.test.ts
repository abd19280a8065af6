import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CatalogEntry } from '../../src/archive/catalog.ts';
import { findPlaces } from '../../src/archive/places.ts';
import * as ask from '../../src/archive/queries.ts';
import { readCables } from '../../src/archive/read-cables.ts';
import { readSettings } from '../../src/archive/read-settings.ts';
import { pageKeyOf } from '../../src/pages/_page-key.ts';
import { cableText } from './temporary-archive.ts';

const root = mkdtempSync(join(tmpdir(), 'cable-archive-'));
const files: Record<string, string> = {
  'archive.yaml': `url: https://example.org/press
collections:
  lima: { title: From Lima }
  empty: {}
removed:
  08QUITO7: { reason: At the request of a court, date: 2026-02-03 }
`,
  'lima/1.txt': cableText({ serial: 100, day: '010945Z APR 08' }),
  'lima/2.txt': cableText({
    serial: 140,
    day: '200945Z MAY 08',
    reference: 'A. 08 LIMA 100 B. 08 LIMA 120',
    body: '1. (U) Dues rose again. As told in ref B, ships wait outside. More will come.\n\n2. (U) See para 2 of ref A.',
  }),
  'quito.txt': cableText({ post: 'QUITO', serial: 9, day: '020945Z JUN 08', reference: '08 LIMA 120' }),
  'bombay.txt': cableText({ post: 'BOMBAY', serial: 5, day: '020945Z JUN 94' }),
  'mumbai.txt': cableText({ post: 'MUMBAI', serial: 6, day: '020945Z JUN 04' }),
};

beforeAll(async () => {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(join(root, 'cables', path, '..'), { recursive: true });
    writeFileSync(join(root, 'cables', path), content);
  }
  process.env.CABLES = join(root, 'cables');
  process.env.CABLES_CACHE = join(root, 'cache');
  process.env.CABLES_DEV = '1';
  const places = findPlaces();
  await readCables(places, readSettings(places.cables));
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

const addresses = (entries: readonly CatalogEntry[]) => entries.map(({ address }) => address);
const held = (address: string): CatalogEntry => {
  const entry = ask.entryByAddress(address);
  if (!entry) throw new Error(`${address} is not held`);
  return entry;
};

test('cables stand oldest first, and know their neighbours in time and of their post', () => {
  expect(addresses(ask.allEntries())).toEqual([
    '94BOMBAY5',
    '04MUMBAI6',
    '08LIMA100',
    '08LIMA140',
    '08QUITO9',
  ]);
  const { previous, next } = ask.neighboursByDate(held('08LIMA140'));
  expect([previous?.address, next?.address]).toEqual(['08LIMA100', '08QUITO9']);
  expect(ask.neighboursByPost(held('08LIMA140'))).toEqual({ previous: held('08LIMA100') });
  expect(ask.neighboursByDate(held('94BOMBAY5')).previous).toBeUndefined();
});

test('years and months hold their cables', () => {
  expect(ask.allYears().map(({ year, entries }) => [year, entries.length])).toEqual([
    ['1994', 1],
    ['2004', 1],
    ['2008', 3],
  ]);
  expect(addresses(ask.monthOf('2008-05')?.entries ?? [])).toEqual(['08LIMA140']);
  expect(ask.monthOf('2008-05')?.counts).toEqual({ UNCLASSIFIED: 1 });
  expect(ask.monthOf('2009-05')).toBeUndefined();
});

test('a post renamed knows its other name', () => {
  const bombay = ask.originOfStation('BOMBAY');
  expect(bombay?.slug).toBe('bombay');
  expect(bombay?.related.map(({ station }) => station)).toEqual(['MUMBAI']);
  expect(ask.originOfStation('LIMA')?.entries).toHaveLength(2);
});

test('tags, classifications and collections hold their cables', () => {
  expect(ask.tagByCode('PE')).toMatchObject({ kind: 'country', name: 'Peru', slug: 'PE' });
  expect(ask.tagByCode('PE')?.entries).toHaveLength(5);
  expect(ask.allClassifications().map(({ slug, entries }) => [slug, entries.length])).toEqual([
    ['unclassified', 5],
  ]);
  expect(ask.allCollections().map(({ key, title, entries }) => [key, title, entries.length])).toEqual([
    ['lima', 'From Lima', 2],
    ['empty', 'empty', 0],
  ]);
});

test('references lead to the cable held, or to the page of the one that is not', () => {
  const links = ask.referencesOf(held('08LIMA140'));
  expect(links.map(({ address, entry }) => [address, entry !== undefined])).toEqual([
    ['08LIMA100', true],
    ['08LIMA120', false],
  ]);
  expect(ask.resolveReference('08LIMA100', 'p2')).toBe('/press/cables/08LIMA100/#p2');
  expect(ask.resolveReference('08LIMA100', 'p99')).toBe('/press/cables/08LIMA100/');
  expect(ask.resolveReference('08LIMA120', 'p2')).toBe('/press/cables/08LIMA120/');
  expect(ask.resolveReference('08LIMA1', undefined)).toBeUndefined();
});

test('a cable knows who cites it, in which paragraph and in which words', () => {
  const citing = (id: string) => ask.citingCables(id).map(({ entry, ...where }) => [entry.address, where]);
  expect(citing('08LIMA100')).toEqual([
    ['08LIMA140', { bullet: 'A', places: [{ anchor: 'p2', target: 'p2', excerpt: 'See para 2 of ref A.' }] }],
  ]);
  expect(citing('08LIMA120')).toEqual([
    [
      '08LIMA140',
      { bullet: 'B', places: [{ anchor: 'p1', excerpt: 'As told in ref B, ships wait outside.' }] },
    ],
    ['08QUITO9', { places: [] }],
  ]);
  expect(ask.mostCited().map(({ entry }) => entry.address)).toEqual(['08LIMA100']);
});

test('a cable not held was sent between its neighbours in number', () => {
  const [missing] = ask.missingCables();
  expect(missing).toMatchObject({ id: '08LIMA120', station: 'LIMA', serial: 120, year: 2008 });
  expect(missing?.between).toEqual(['2008-04-01', '2008-05-20']);
  expect(ask.missingById('08LIMA100')).toBeUndefined();
});

test('a cable taken out is told with its reason', () => {
  expect(ask.removedCables()).toEqual([
    { address: '08QUITO7', date: '2026-02-03', reason: 'At the request of a court' },
  ]);
});

test('a cable is read with its text from its raw file', () => {
  const { cable, text, files: raw } = ask.loadCable(held('08LIMA100'));
  expect(cable.body).toHaveLength(2);
  expect(text).toBe(files['lima/1.txt']);
  expect(raw[0]?.sha256).toBe(held('08LIMA100').cable.source.sha256);
});

test('the key of a page changes with a neighbour and with who cites it, and not otherwise', async () => {
  const key = pageKeyOf(held('08LIMA100'));
  const other = pageKeyOf(held('94BOMBAY5'));
  const places = findPlaces();
  writeFileSync(
    join(root, 'cables/new.txt'),
    cableText({ serial: 150, day: '010945Z JUL 08', reference: '08 LIMA 100' }),
  );
  await readCables(places, readSettings(places.cables));
  expect(pageKeyOf(held('08LIMA100'))).not.toBe(key);
  expect(pageKeyOf(held('94BOMBAY5'))).toBe(other);
});
