import { expect, test } from 'vitest';
import { parseEo } from '../../src/cable/head/parse-eo.ts';
import { runStep } from './lines-from.ts';

test.for([
  ['12958: DECL: 2018/05/15', { order: 12958, action: 'DECL', date: '2018-05-15' }],
  ['12958 DECL: 5/3/18', { order: 12958, action: 'DECL', date: '2018-05-03' }],
  ['12958: DECL: 05-15-2018', { date: '2018-05-15' }],
  ['12958: DECL: 05152018', { date: '2018-05-15' }],
  ['12958: DECL: 05/15//2018', { date: '2018-05-15' }],
  ['12958: DECL: 15 MAY 2018', { date: '2018-05-15' }],
  ['12958: DECLASSIFY ON: MAY 15, 2018', { action: 'DECL', date: '2018-05-15' }],
  ['12958: DECL: 05 15 2018', { action: 'DECL', date: '2018-05-15' }],
  ['12958: DECL: DEC 31 2018', { action: 'DECL', date: '2018-12-31' }],
  ['12958: DECL: DECL: 05/15/2018', { action: 'DECL', date: '2018-05-15' }],
  ['12958: 05/15/2018', { action: 'DECL', date: '2018-05-15' }],
  ['12958: \nDECL: 02/03/2015', { date: '2015-02-03', lines: [1, 2] }],
  ['12958: N/A', { order: 12958, action: 'N/A' }],
  ['12356: DECL:OADR', { order: 12356, action: 'OADR' }],
  ['12958: DECL: AFTER SAMPLIAN UNIFICATION', { action: 'DECL', event: 'AFTER SAMPLIAN UNIFICATION' }],
  ['12958: DECL: UPON THE END OF\nTHE TALKS', { event: 'UPON THE END OF THE TALKS' }],
  ['12958: DNG: CO 03/04/2026', { action: 'DNG', to: 'CONFIDENTIAL', date: '2026-03-04' }],
  ['12958, AS AMENDED: N/A', { order: 12958, action: 'N/A' }],
  ['12958: DECL: 0515/2018', { action: 'DECL', date: '2018-05-15' }],
  ['12958: 1.6X1', { action: 'DECL', exemptions: ['1.6X1'] }],
] as const)('E.O. %s', ([text, value]) => {
  const read = runStep(parseEo, text);
  expect(read.value).toMatchObject(value);
  expect(read.codes).toEqual([]);
});

test.for([
  ['11652: GDS', 1975, { order: 11652, action: 'GDS' }],
  ['11652: XGDS-1', 1975, { action: 'XGDS', exemptions: ['1'] }],
  ['11652: ADS, DECLAS 12-31-74', 1974, { action: 'ADS', date: '1974-12-31' }],
  ['12065: GDS 3/4/85 (DOE, JOHN J.) OR-P', 1979, { action: 'GDS', date: '1985-03-04', by: 'DOE, JOHN J.' }],
  [
    '12065: RDS-3 6/5/99 (ROE, R.) OR-M',
    1979,
    { action: 'RDS', exemptions: ['3'], date: '1999-06-05', by: 'ROE, R.' },
  ],
  ['12065: RDS-1,3 6/5/09', 1979, { exemptions: ['1', '3'], date: '2009-06-05' }],
] as const)('E.O. %s of %i', ([text, year, value]) => {
  expect(runStep(parseEo, text, { year }).value).toMatchObject(value);
});

test('a day in front of the month is read and reported', () => {
  const read = runStep(parseEo, '12958: DECL: 25/12/2018');
  expect(read.value?.date).toBe('2018-12-25');
  expect(read.codes).toEqual(['eo-date-day-first']);
});

test('a misprinted number is repaired', () => {
  for (const written of ['12598', '12985', '12928', '19528', '19523']) {
    const read = runStep(parseEo, `${written}: DECL: 05/15/2018`);
    expect(read.value?.order).toBe(12958);
    expect(read.codes).toEqual(['eo-number-repaired']);
  }
});

test('a length of time is not computed', () => {
  const read = runStep(parseEo, '12958: DECL: TWENTY YEARS');
  expect(read.value).toMatchObject({ event: 'TWENTY YEARS' });
  expect(read.codes).toEqual(['eo-duration']);
});

test('a line that does not fit the classification is reported', () => {
  expect(runStep(parseEo, '12958: N/A', { year: 2008, classification: 'SECRET' }).codes).toEqual([
    'eo-contradiction',
  ]);
});

test('the next label on the line, and a caption below, are not its own', () => {
  const read = runStep(parseEo, '12958: DECL: 05/15/2018 TAGS: PREL\nSIPDIS');
  expect(read.value?.raw).toBe('12958: DECL: 05/15/2018');
  expect(read.rest.map((line) => line.text)).toEqual(['TAGS: PREL', 'SIPDIS']);
});

test('a reason on the line is no exemption', () => {
  const read = runStep(parseEo, '12958: DECL: 05/15/18 REASONS 1.4 (B)');
  expect(read.value).toMatchObject({ date: '2018-05-15' });
  expect(read.value).not.toHaveProperty('exemptions');
});
