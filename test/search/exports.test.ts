import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { writeBibtex, writeCsv, writeJson } from '../../src/search/browser/export-results.ts';
import { parseListFragment } from '../../src/search/browser/reading-list.ts';
import { readState, writeState } from '../../src/search/browser/search-state.ts';
import { openSearchXml } from '../../src/search/open-search.ts';

const rows = [
  {
    address: '08LIMA1',
    title: 'Ports, "quoted" & 50% {more}\nlines_',
    date: '2008-05-15T09:45Z',
    origin: 'LIMA',
    classification: 'SECRET',
    url: 'https://a.example/cables/08LIMA1/',
  },
  { address: 'note-2', title: '=SUM(A1)', url: 'https://a.example/cables/note-2/' },
];

test('a table that any reader of CSV reads back, and no spreadsheet runs', () => {
  const back = parse(writeCsv(rows).text, { columns: true, relax_quotes: false });
  expect(back[0]).toMatchObject({ id: '08LIMA1', title: rows[0]?.title, origin: 'LIMA' });
  expect(back[1]).toMatchObject({ title: "'=SUM(A1)", date: '' });
});

test('JSON with the id under its own name', () => {
  expect(JSON.parse(writeJson(rows).text)[0]).toMatchObject({ id: '08LIMA1', date: '2008-05-15T09:45Z' });
});

test('BibTeX with what TeX reads as commands escaped', () => {
  const { text } = writeBibtex(rows);
  expect(text).toContain('@report{08LIMA1,');
  expect(text).toContain('title = {{Ports, "quoted" \\& 50\\% \\{more\\} lines\\_}}');
  expect(text).toContain('date = {2008-05-15}');
});

test('a list in an address takes ids and nothing else', () => {
  expect(parseListFragment('#08LIMA1,09ROME2,08LIMA1')).toEqual(['08LIMA1', '09ROME2']);
  expect(parseListFragment('#08LIMA1,../../x,<b>,javascript:alert(1)')).toEqual(['08LIMA1']);
  expect(parseListFragment('#%')).toEqual([]);
});

test.for([
  'q=iran+weapons',
  'q=%22a+b%22&from=2008-05&to=2009&origin=LIMA&origin=ROME&tag=PREL&sort=newest&page=3',
  '',
])('the address %s says the same after a round', (address) => {
  expect(writeState(readState(new URLSearchParams(address))).toString()).toBe(address);
});

test('what the address cannot mean is left out', () => {
  expect(
    writeState(readState(new URLSearchParams('q=&sort=wild&page=-2&origin=&tag=PREL&tag=PREL'))).toString(),
  ).toBe('tag=PREL');
});

test('the OpenSearch description escapes its words', () => {
  const xml = openSearchXml({ title: 'A <b> & "c"', search: 'https://a.example/search/' });
  expect(xml).toContain('<LongName>A &lt;b&gt; &amp; &quot;c&quot;</LongName>');
  expect(xml).toContain('template="https://a.example/search/?q={searchTerms}"');
});
