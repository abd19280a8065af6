/** Citations: as a reader would paste them into a note, a bibliography, a reference manager. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toBibtex } from '../../src/publish/bibtex.ts';
import { citableOf } from '../../src/publish/citable.ts';
import { type CitationTemplate, citationTemplates } from '../../src/publish/citation-templates.ts';
import { cite } from '../../src/publish/cite.ts';
import { toCslJson } from '../../src/publish/csl-json.ts';
import { toRis } from '../../src/publish/ris.ts';
import { bare, cable, site } from './sample.ts';

const citable = citableOf(cable, '08BEIJING1882', site);
const passage = { first: '2', anchor: 'p2' };
const cited = citableOf(cable, '08BEIJING1882', site, passage);
const page = 'https://cables.example.org/archive/cables/08BEIJING1882/';

test('a Chicago note', () => {
  expect(cite(cited, 'chicago', passage)).toBe(
    `US Embassy Beijing, “China Urged to Terminate Conventional Arms Transfers to Iran,” cable 08BEIJING1882, May 15, 2008, para. 2, Harbor Papers, ${page}#p2.`,
  );
});

test('a Bluebook citation', () => {
  expect(cite(cited, 'bluebook', { first: '2', last: '3' })).toBe(
    `Cable from U.S. Embassy Beijing to U.S. Dep’t of State, China Urged to Terminate Conventional Arms Transfers to Iran, 08BEIJING1882, ¶¶ 2–3 (May 15, 2008), ${page}#p2.`,
  );
});

test('an MLA entry', () => {
  expect(cite(citable, 'mla')).toBe(
    `US Embassy Beijing. “China Urged to Terminate Conventional Arms Transfers to Iran.” Cable 08BEIJING1882, 15 May 2008. Harbor Papers, Harbor Press, ${page}.`,
  );
});

/** What a page makes of a template when its reader has chosen paragraphs, or none. */
function fill({ parts }: CitationTemplate, form?: 'one' | 'many'): string {
  return parts
    .map((part) => (part.kind !== 'locator' ? part.text : form ? part[form] : ''))
    .join('')
    .replaceAll('{first}', '3')
    .replaceAll('{last}', '5');
}

test('every style and format takes the paragraph later and then says the same', () => {
  const write = [
    (...asked: Asked) => cite(citable, 'chicago', ...asked),
    (...asked: Asked) => cite(citable, 'bluebook', ...asked),
    (...asked: Asked) => cite(citable, 'mla', ...asked),
    (...asked: Asked) => toBibtex(citable, ...asked),
    (...asked: Asked) => toRis(citable, ...asked),
    (...asked: Asked) => `${JSON.stringify([toCslJson(citable, ...asked)], null, 1)}\n`,
  ];
  const templates = citationTemplates(citable);
  expect(templates.map(({ ending }) => ending)).toEqual([
    undefined,
    undefined,
    undefined,
    'bib',
    'ris',
    'json',
  ]);
  for (const [index, template] of templates.entries()) {
    expect(fill(template)).toBe(write[index]?.());
    expect(fill(template, 'one')).toBe(write[index]?.({ first: '3' }));
    expect(fill(template, 'many')).toBe(write[index]?.({ first: '3', last: '5' }));
    expect(template.parts.filter(({ kind }) => kind === 'address')).toEqual([
      { kind: 'address', text: page },
    ]);
  }
});

type Asked = [locator?: { first: string; last?: string }];

test('a template is whole whatever the title, and its CSL-JSON is JSON with a paragraph and without', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (subjectTitle) => {
      const templates = citationTemplates(citableOf({ ...cable, subjectTitle }, '08BEIJING1882', site));
      const csl = templates.at(-1) as CitationTemplate;
      expect(JSON.parse(fill(csl))[0]).not.toHaveProperty('locator');
      expect(JSON.parse(fill(csl, 'many'))[0]).toMatchObject({ locator: 'paras. 3-5', note: 'paras. 3-5' });
    }),
  );
});

test('an MLA entry names the paragraph as it is cited in the text', () => {
  expect(cite(citable, 'mla', { first: '2', last: '3' })).toMatch(
    / In the text: \(US Embassy Beijing, pars\. 2–3\)\.$/,
  );
});

test('a cable of which almost nothing is known can be cited', () => {
  const unknown = citableOf(bare, 'letter', { title: 'Papers', base: '/' });
  expect(cite(unknown, 'chicago')).toBe(
    'US Department of State, “Cable letter,” cable letter, n.d., Papers.',
  );
  expect(cite(unknown, 'bluebook')).toBe(
    'Cable from U.S. Dep’t of State, Cable letter, letter (n.d.) (on file with Papers).',
  );
});

test.for([
  ['AMEMBASSY DAR ES SALAAM', 1976, 'US Embassy Dar es Salaam'],
  ['USINT HAVANA', 2005, 'US Interests Section Havana'],
  ['USMISSION UNVIE VIENNA', 2005, 'US Mission UNVIE Vienna'],
  ['SECSTATE WASHDC', 2005, 'US Department of State'],
  ['AMEMBASSY NOWHERE', 2005, 'AMEMBASSY NOWHERE'],
] as const)('%s of %i is %s', ([name, year, words]) => {
  expect(citableOf({ ...bare, year, from: { name } }, 'x', site).sender.name).toBe(words);
});

test('quotation marks in a title become single, and a question keeps its mark', () => {
  const asked = { ...citable, title: 'What Is "Limited" Cooperation?' };
  expect(cite(asked, 'mla')).toContain('“What Is ‘Limited’ Cooperation?” Cable');
  expect(cite(asked, 'chicago')).toContain('“What Is ‘Limited’ Cooperation?,” cable');
});

test('a BibTeX entry', () => {
  expect(toBibtex(cited, passage)).toBe(
    [
      '@techreport{cable08BEIJING1882,',
      '  author = {{US Embassy Beijing}},',
      '  title = {{China Urged to Terminate Conventional Arms Transfers to Iran}},',
      '  institution = {US Department of State},',
      '  type = {Diplomatic cable},',
      '  number = {08BEIJING1882},',
      '  address = {Beijing},',
      '  year = {2008},',
      '  month = may,',
      '  date = {2008-05-15},',
      `  url = {${page}#p2},`,
      '  note = {Harbor Papers, para. 2},',
      '  keywords = {Arms controls, Iran}',
      '}',
      '',
    ].join('\n'),
  );
});

test('what TeX would take for itself is escaped', () => {
  const title = '50% of R&D_costs: $5 {sic} #1 ~x^2 \\ "so"';
  expect(toBibtex({ ...citable, title })).toContain(
    "title = {{50\\% of R\\&D\\_costs: \\$5 \\textbraceleft{}sic\\textbraceright{} \\#1 \\textasciitilde{}x\\textasciicircum{}2 \\textbackslash{} ``so''}}",
  );
});

test('the braces of a BibTeX entry are paired, whatever the title', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('{', '}', '\\', '"', '%', 'a', ' ', '\n', '@') }),
      (subject) => {
        const entry = toBibtex(citableOf({ ...cable, subjectTitle: subject }, '08BEIJING1882', site));
        let depth = 0;
        for (const letter of entry.slice(0, -1)) {
          if (letter === '{') depth++;
          if (letter === '}') depth--;
          expect(depth).toBeGreaterThanOrEqual(0);
        }
        expect(depth).toBe(0);
        expect(entry.split('\n').every((line) => /^(@techreport\{| {2}[a-z]+ = |\}|$)/.test(line))).toBe(
          true,
        );
      },
    ),
  );
});

test('a RIS record is a report of an institution', () => {
  expect(toRis(cited, passage).split('\r\n')).toEqual([
    'TY  - RPRT',
    'AU  - US Embassy Beijing,',
    'TI  - China Urged to Terminate Conventional Arms Transfers to Iran',
    'PB  - US Department of State',
    'CY  - Beijing',
    'PY  - 2008',
    'DA  - 2008/05/15/',
    'SN  - 08BEIJING1882',
    'M3  - Diplomatic cable',
    'DB  - Harbor Papers',
    'DP  - Harbor Press',
    'KW  - Arms controls',
    'KW  - Iran',
    'N1  - para. 2',
    'LA  - en',
    `UR  - ${page}#p2`,
    'ER  - ',
    '',
  ]);
});

test('no line of a title can end a RIS record', () => {
  const record = toRis(citableOf({ ...cable, subjectTitle: 'A\r\nER  - \nTY  - BOOK' }, 'x', site));
  expect(record.match(/^ER {2}- /gm)).toHaveLength(1);
});

test('a CSL item', () => {
  expect(toCslJson(citable)).toEqual({
    id: '08BEIJING1882',
    type: 'report',
    genre: 'Diplomatic cable',
    number: '08BEIJING1882',
    title: 'China Urged to Terminate Conventional Arms Transfers to Iran',
    author: [{ literal: 'US Embassy Beijing' }],
    publisher: 'US Department of State',
    'publisher-place': 'Beijing',
    issued: { 'date-parts': [[2008, 5, 15]] },
    keyword: 'Arms controls, Iran',
    archive: 'Harbor Papers',
    URL: page,
    language: 'en',
  });
});
