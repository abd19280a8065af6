import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseCable, parseCables } from '../../src/cable/parse-cable.ts';
import { faultsOf } from './check-record.ts';
import { mutate, randomCable, randomFrom } from './random-cables.ts';

test('the year of the caller has four figures or two; what is none is not taken', () => {
  const text = 'R 031415Z MAR\nFM AMEMBASSY LIMA\nTO SECSTATE WASHDC\nUNCLAS LIMA 000012\n';
  expect(parseCable(text, { year: 2008 }).id).toBe('08LIMA12');
  expect(parseCable(text, { year: 8 }).id).toBe('08LIMA12');
  expect(parseCable(text, { year: Number.NaN }).id).toBeUndefined();
});

test('any string gives a record, loses no word and points inside the file', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      expect(faultsOf(text)).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

test('a string of the characters that cables are made of gives a record and loses no word', () => {
  const unit = fc.constantFrom(
    ...'ABCDEZ 0123456789.():/-¶\n\n\t,;[]#*X\r',
    'TAGS: ',
    'SUBJECT: ',
    'REF: ',
    'E.O. 12958: ',
    '1. (C) ',
    'FM ',
    'TO ',
    'UNCLAS LIMA 000012',
    ' OF 002',
    '&amp;',
    '<pre>',
  );
  fc.assert(
    fc.property(fc.array(unit, { maxLength: 120 }), (parts) => {
      expect(faultsOf(parts.join(''))).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

test('made-up cables, damaged as copies are, lose no word', () => {
  fc.assert(
    fc.property(fc.nat(), (seed) => {
      const random = randomFrom(seed);
      expect(faultsOf(mutate(randomCable(random), random))).toEqual([]);
    }),
    { numRuns: 1500 },
  );
});

test('the same text gives the same record', () => {
  fc.assert(
    fc.property(fc.nat(), (seed) => {
      const text = randomCable(randomFrom(seed));
      expect(parseCables(text)).toEqual(parseCables(text));
    }),
    { numRuns: 100 },
  );
});

test('the caller’s id holds, whatever the text says', () => {
  expect(parseCable('UNCLAS QUITO 000099\n', { id: '09LIMA12' }).id).toBe('09LIMA12');
});

test('a text read as windows-1252 says so', () => {
  const cable = parseCable('UNCLAS LIMA 000012\n', { encoding: 'windows-1252' });
  expect(cable.source.encoding).toBe('windows-1252');
  expect(cable.diagnostics.map(({ code }) => code)).toContain('encoding-windows-1252');
});
