/** The site map as a search engine reads it. */
import { expect, test } from 'vitest';
import { siteMapFiles } from '../../src/publish/site-map.ts';
import { readXml } from './read-xml.ts';

const site = { title: 'Cables', origin: 'https://cables.example.org', base: '/archive/' };

/** Addresses that the files name, by file. */
const namesOf = (paths: readonly string[]) =>
  new Map(
    siteMapFiles(paths, site).map(([name, text]) => {
      const { textsOf } = readXml(text);
      return [name, [...textsOf('url/loc'), ...textsOf('sitemap/loc')]];
    }),
  );

test('it names each page that is to be found, in order, and no other', () => {
  const paths = [
    '/',
    '/tags/PREL',
    '/cables/08LIMA12',
    '/cables/08LIMA12/raw',
    '/cables/08LIMA7',
    '/404',
    '/list',
  ];
  const names = namesOf(paths);
  expect(names.get('sitemap-0.xml')).toEqual([
    'https://cables.example.org/archive/',
    'https://cables.example.org/archive/cables/08LIMA7/',
    'https://cables.example.org/archive/cables/08LIMA12/',
    'https://cables.example.org/archive/tags/PREL/',
  ]);
  expect(names.get('sitemap-index.xml')).toEqual(['https://cables.example.org/archive/sitemap-0.xml']);
});

test('more pages than one file may name stand in several, each once', () => {
  const names = namesOf(Array.from({ length: 45_001 }, (_, at) => `/cables/08LIMA${at + 1}`));
  expect([...names.keys()]).toEqual(['sitemap-0.xml', 'sitemap-1.xml', 'sitemap-index.xml']);
  expect(names.get('sitemap-0.xml')).toHaveLength(45_000);
  expect(names.get('sitemap-1.xml')).toEqual(['https://cables.example.org/archive/cables/08LIMA45001/']);
});
