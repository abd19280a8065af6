/** Feeds: well-formed whatever the texts hold, and honest about what is new. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FrontMatter } from '../../src/cable/front-matter.ts';
import { toAtom, toJsonFeed } from '../../src/publish/feed.ts';
import { newestOf } from '../../src/publish/newest-of.ts';
import { readXml } from './read-xml.ts';
import { bare, cable, site } from './sample.ts';

const hostile = ']]></title><script>alert(1)</script> ]]> & "R&D" <b> \'x\'';
const path = 'tags/IR/feed.xml';

test('titles, names and terms are text, whatever they hold', () => {
  const atom = toAtom(
    [
      {
        entry: {
          address: 'x',
          cable: {
            ...cable,
            subjectTitle: hostile,
            summary: hostile,
            tags: [{ code: hostile, kind: 'unknown' }],
          },
        },
      },
    ],
    { ...site, title: hostile, description: hostile, licence: hostile, publisher: hostile },
    { title: hostile, path },
  );
  const { textsOf, attributesOf, names } = readXml(atom);
  expect(names).not.toContain('script');
  expect(names).not.toContain('b');
  expect(textsOf('entry/title')).toEqual([hostile]);
  expect(textsOf('entry/summary')).toEqual([hostile]);
  expect(textsOf('feed/title')).toEqual([`${hostile} – ${hostile}`]);
  expect(attributesOf('category')).toEqual([{ term: hostile }]);
});

test('any text makes a well-formed feed', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (subject) => {
      const atom = toAtom([{ entry: { address: 'x', cable: { ...bare, subject } } }], site, { path });
      const { textsOf } = readXml(atom);
      expect(textsOf('entry/title')).toHaveLength(1);
    }),
  );
});

test('a feed says what it must: its own address, its page, one id and one date for each cable', () => {
  const atom = toAtom(
    [
      { entry: { address: '08BEIJING1882', cable }, added: '2026-01-02' },
      { entry: { address: 'letter', cable: bare } },
    ],
    site,
    { title: 'IR: Iran', page: 'tags/IR/', path },
  );
  const { textsOf, attributesOf } = readXml(atom);
  const base = 'https://cables.example.org/archive/';
  expect(textsOf('feed/id')).toEqual([`${base}tags/IR/`]);
  expect(textsOf('entry/id')).toEqual([`${base}cables/08BEIJING1882/`, `${base}cables/letter/`]);
  expect(textsOf('feed/updated')).toEqual(['2026-01-02T00:00:00.000Z']);
  expect(textsOf('entry/updated')).toEqual(['2026-01-02T00:00:00.000Z', '1970-01-01T00:00:00.000Z']);
  expect(textsOf('entry/published')).toEqual(['2008-05-15T09:45:00.000Z']);
  expect(attributesOf('link').slice(0, 2)).toEqual([
    { rel: 'alternate', type: 'text/html', href: `${base}tags/IR/` },
    { rel: 'self', type: 'application/atom+xml', href: `${base}${path}` },
  ]);
});

test('the JSON feed tells of the same cables', () => {
  const feed = { path: 'feed.json' };
  expect(JSON.parse(toJsonFeed([{ entry: { address: '08BEIJING1882', cable } }], site, feed))).toMatchObject({
    version: 'https://jsonfeed.org/version/1.1',
    title: 'Harbor Papers',
    feed_url: 'https://cables.example.org/archive/feed.json',
    items: [
      {
        url: 'https://cables.example.org/archive/cables/08BEIJING1882/',
        title: cable.subjectTitle,
        date_modified: '2008-05-15T09:45:00.000Z',
        tags: ['Arms controls', 'Iran'],
      },
    ],
  });
});

test('a feed without the address of the site is our own mistake', () => {
  expect(() =>
    toAtom([{ entry: { address: 'x', cable } }], { ...site, origin: undefined }, { path }),
  ).toThrow(TypeError);
});

test('new is what was added last; where nobody says, what was sent last; undated cables are not new', () => {
  const sent = (iso: string | undefined, collection?: string) => {
    const dated: FrontMatter = { ...bare, ...(iso && { dtg: { raw: '', iso, lines: [1, 1] } }) };
    return { cable: dated, ...(collection && { collection }) };
  };
  const old = sent('1975-01-01T00:00Z', 'release');
  const entries = [old, sent('1990-01-01T00:00Z'), sent('2009-01-01T00:00Z', 'other'), sent(undefined)];
  const addedOf = (key: string) => ({ release: '2026-03-01' })[key];
  expect(newestOf(entries, addedOf)).toEqual([
    { entry: old, added: '2026-03-01' },
    { entry: entries[2] },
    { entry: entries[1] },
  ]);
});

test('a feed holds the fifty newest', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(99), fc.option(fc.nat(99))), { maxLength: 120 }), (cables) => {
      const iso = (at: number) => new Date(Date.UTC(2000, 0, 1 + at)).toISOString();
      const entries = cables
        .toSorted(([a], [b]) => a - b)
        .map(([at, added]) => ({
          cable: { ...bare, dtg: { raw: '', iso: iso(at), lines: [1, 1] as [number, number] } },
          ...(added !== null && { collection: String(added) }),
        }));
      const addedOf = (key: string) => iso(Number(key)).slice(0, 10);
      const dateOf = ({ cable: { dtg }, collection }: (typeof entries)[number]) =>
        collection === undefined ? dtg.iso : addedOf(collection);
      const dates = newestOf(entries, addedOf).map(({ entry }) => dateOf(entry));
      expect(dates).toEqual(entries.map(dateOf).sort().reverse().slice(0, 50));
    }),
  );
});
