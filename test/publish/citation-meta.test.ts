/** The head of a cable's page, as reference managers and search engines read it. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { citableOf } from '../../src/publish/citable.ts';
import { citationMeta } from '../../src/publish/citation-meta.ts';
import { jsonLdText, toJsonLd } from '../../src/publish/json-ld.ts';
import { readAsZotero } from './read-as-zotero.ts';
import { bare, cable, site } from './sample.ts';

const page = 'https://cables.example.org/archive/cables/08BEIJING1882/';

test('Zotero saves a report with institution, number and an author that is not split', () => {
  const summary = 'Beijing should act.';
  const saved = readAsZotero(citationMeta(citableOf({ ...cable, summary }, '08BEIJING1882', site)));
  expect(saved).toEqual({
    itemType: 'report',
    creators: [{ lastName: 'US Embassy Beijing' }],
    title: 'China Urged to Terminate Conventional Arms Transfers to Iran',
    institution: 'US Department of State',
    reportNumber: '08BEIJING1882',
    reportType: 'Diplomatic cable',
    date: '2008/05/15',
    abstractNote: summary,
    url: page,
    language: 'en',
    rights: site.licence,
  });
});

test('also a cable of an unknown post without a date is a report', () => {
  const saved = readAsZotero(citationMeta(citableOf(bare, 'letter', { title: 'Papers', base: '/' })));
  expect(saved).toMatchObject({
    itemType: 'report',
    reportNumber: 'letter',
    institution: 'US Department of State',
  });
});

test('a preview shows the first words of a long summary, a bibliography all', () => {
  const summary = 'word '.repeat(100).trim();
  const tags = citationMeta(citableOf({ ...cable, summary }, 'x', site));
  expect(tags.find(({ property }) => property === 'og:description')?.content).toMatch(/^(word ){39}word…$/);
  expect(tags.find(({ name }) => name === 'citation_abstract')?.content).toBe(summary);
});

test('no tag is empty, and none stands twice', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.string(), (subject, name, title) => {
      const tags = citationMeta(
        citableOf({ ...cable, subjectTitle: subject, from: { name } }, 'x', { ...site, title }),
      );
      const names = tags.map((tag) => tag.name ?? tag.property);
      expect(new Set(names).size).toBe(names.length);
      expect(tags.every(({ content }) => content !== '')).toBe(true);
    }),
  );
});

test('JSON-LD names what, whose, when and where', () => {
  const files = [{ type: 'text/markdown', url: `${page}index.md` }];
  expect(toJsonLd(citableOf(cable, '08BEIJING1882', site), { files })).toMatchObject({
    '@type': ['Report', 'Message', 'ArchiveComponent'],
    '@id': page,
    reportNumber: '08BEIJING1882',
    author: { name: 'US Embassy Beijing' },
    recipient: { name: 'US Department of State' },
    dateCreated: '2008-05-15',
    holdingArchive: { name: 'Harbor Papers' },
    encoding: [{ encodingFormat: 'text/markdown', contentUrl: `${page}index.md` }],
  });
});

test('no title ends the script that holds the JSON-LD', () => {
  const title = '</script><script>alert(1)</script><!--';
  const text = jsonLdText(toJsonLd(citableOf({ ...cable, subjectTitle: title }, 'x', site)));
  expect(text).not.toMatch(/</);
  expect(JSON.parse(text)).toMatchObject({ name: title });
});
