import { expect, test } from 'vitest';
import { parseTags } from '../../src/cable/head/parse-tags.ts';
import { runStep } from './lines-from.ts';

const codesOf = (text: string, year = 2008) =>
  runStep(parseTags, text, { year }).value.map((tag) => tag.code);

test('codes, countries and people in brackets, over two lines', () => {
  const read = runStep(parseTags, 'OVIP (DOE, JOHN Q.), PREL, SA,\nUS');
  expect(read.value.map(({ code, kind }) => [code, kind])).toEqual([
    ['OVIP', 'subject'],
    ['DOE, JOHN Q.', 'person'],
    ['PREL', 'subject'],
    ['SA', 'country'],
    ['US', 'country'],
  ]);
  expect(read.codes).toEqual([]);
});

test('a name broken over lines is one person', () => {
  expect(codesOf('PREL OVIP (DOE,\nJANE) SA')).toEqual(['PREL', 'OVIP', 'DOE, JANE', 'SA']);
});

test.for([
  ['OVIP DOE JOHN PREL XX', ['OVIP', 'DOE, JOHN', 'PREL', 'XX']],
  ['OVIP SMITHSON MARY Q ROEBURN JANE PREL', ['OVIP', 'SMITHSON, MARY Q', 'ROEBURN, JANE', 'PREL']],
] as const)('people whose comma was lost: %s', ([text, codes]) => {
  const read = runStep(parseTags, text, { year: 1976 });
  expect(read.value.map((tag) => tag.code)).toEqual(codes);
  expect(new Set(read.codes)).toEqual(new Set(['tag-person-guessed']));
});

test('codes run together are split if there is one way', () => {
  const read = runStep(parseTags, 'ECONSENVPGOV SF FRPREL PTERMARR');
  expect(read.value.map((tag) => tag.code)).toEqual([
    'ECON',
    'SENV',
    'PGOV',
    'SF',
    'FR',
    'PREL',
    'PTER',
    'MARR',
  ]);
  expect(new Set(read.codes)).toEqual(new Set(['tag-split']));
  expect(read.value[0]?.raw).toBe('ECONSENVPGOV');
});

test('names of organizations are not split', () => {
  expect(codesOf('UNESCO MINUSTAH INTERPOL')).toEqual(['UNESCO', 'MINUSTAH', 'INTERPOL']);
});

test('a misspelt code is read as the one frequent code near it', () => {
  const read = runStep(parseTags, 'PHUMS ENGR PTERS KKPO');
  expect(read.value.map((tag) => [tag.code, tag.raw])).toEqual([
    ['PHUM', 'PHUMS'],
    ['ENRG', 'ENGR'],
    ['PTER', 'PTERS'],
    ['KPKO', 'KKPO'],
  ]);
  expect(read.codes).toEqual(Array(4).fill('tag-repaired'));
});

test('links of a Markdown copy are taken for their text', () => {
  expect(codesOf('[PARM](#) [PREL](#) [CH](#)')).toEqual(['PARM', 'PREL', 'CH']);
});

test('the same code is another country in another year', () => {
  const names = (year: number) => runStep(parseTags, 'PREL, CH, IS', { year }).value.map((tag) => tag.name);
  expect(names(2008).slice(1)).toEqual(['China', 'Israel']);
  expect(names(2022).slice(1)).toEqual(['Switzerland', 'Iceland']);
  expect(runStep(parseTags, 'CH', { year: 2015 }).codes).toEqual(['geo-tag-era']);
});

test('a classification line is no continuation, a line of codes is', () => {
  const read = runStep(parseTags, 'PGOV PINR XX\nUNCLAS SECTION 01 OF 02 SAMPLETOWN 000088');
  expect(read.value.map((tag) => tag.code)).toEqual(['PGOV', 'PINR', 'XX']);
  expect(read.rest.map((line) => line.text)).toEqual(['UNCLAS SECTION 01 OF 02 SAMPLETOWN 000088']);
  expect(codesOf('PHUM FR\nSP, IT')).toEqual(['PHUM', 'FR', 'SP', 'IT']);
});

test('a tag written twice is one; its words are kept', () => {
  const read = runStep(parseTags, 'PREL, PGOV, PREL');
  expect(read.value.map((tag) => tag.code)).toEqual(['PREL', 'PGOV']);
  expect(read.value[0]?.raw).toBe('PREL PREL');
});

test('words between commas of which none is a code are one tag', () => {
  expect(codesOf('NATIONAL ASSEMBLY, PGOV, WATER RIGHTS')).toEqual([
    'NATIONAL ASSEMBLY',
    'PGOV',
    'WATER RIGHTS',
  ]);
});

test('a line that goes on may hold the next label', () => {
  const read = runStep(parseTags, 'PREL PGOV\nPTER SUBJECT: A TITLE');
  expect(read.value.map((tag) => tag.code)).toEqual(['PREL', 'PGOV', 'PTER']);
  expect(read.rest.map((line) => line.text)).toEqual(['SUBJECT: A TITLE']);
});

test('tags of several words, with hyphens and figures', () => {
  expect(codesOf('AER LINGUS, HUMAN RIGHTS, AU-1, MEDIA AND PRESS')).toEqual([
    'AER LINGUS',
    'HUMAN RIGHTS',
    'AU-1',
    'MEDIA AND PRESS',
  ]);
});

test('tags in small letters, or with dashes between, go on in the next line', () => {
  expect(codesOf('prel, pgov,\necon, pe')).toEqual(['PREL', 'PGOV', 'ECON', 'PE']);
  expect(codesOf('PREL - PGOV -\nECON - PE')).toEqual(['PREL', 'PGOV', 'ECON', 'PE']);
});

test('a delegation is one tag with its name', () => {
  expect(codesOf('#OTRA, PREL (EXTERNAL RELATIONS)')).toEqual(['OTRA', 'PREL', 'EXTERNAL RELATIONS']);
  expect(codesOf('OTRA, OVIP, CODEL ROE, PE')).toEqual(['OTRA', 'OVIP', 'CODEL ROE', 'PE']);
});

test('an unknown code is kept and reported', () => {
  const read = runStep(parseTags, 'PREL ZQXJ');
  expect(read.value.at(-1)).toMatchObject({ code: 'ZQXJ', kind: 'unknown' });
  expect(read.codes).toEqual(['tag-unknown']);
});

test('a caption that slipped in is handed back', () => {
  const read = runStep(parseTags, 'PREL XX SIPDIS');
  expect(read.value.map((tag) => tag.code)).toEqual(['PREL', 'XX']);
  expect(read.rest.map((line) => line.text)).toEqual(['SIPDIS']);
});

test('other signs than commas separate codes; a numbered session is its organization', () => {
  expect(codesOf('PREL/PGOV ECON-EFIN U.S.')).toEqual(['PREL', 'PGOV', 'ECON', 'EFIN', 'US']);
  expect(runStep(parseTags, 'UNGA-59, UNGA/C-1')).toMatchObject({
    value: [
      { code: 'UNGA-59', kind: 'organization' },
      { code: 'UNGA/C-1', kind: 'organization' },
    ],
    codes: [],
  });
});
