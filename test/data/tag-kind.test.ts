import { expect, test } from 'vitest';
import { tagKind, tagName } from '../../src/data/tag-kind.ts';

test.for([
  ['PREL', 'subject'],
  ['CH', 'country'],
  ['1A', 'country'],
  ['KPAO', 'program'],
  ['KZQX', 'program'],
  ['UNSC', 'organization'],
  ['UN', 'organization'],
  ['AU-1', 'organization'],
  ['DOE, JOHN Q.', 'person'],
  ['QQQQ', 'unknown'],
] as const)('%s is of kind %s', ([code, kind]) => {
  expect(tagKind(code, 2008)).toBe(kind);
});

test('the year decides what a code of geography means', () => {
  expect(tagName('CH', 2008)).toBe('China');
  expect(tagName('CH', 2022)).toBe('Switzerland');
  expect(tagName('GM', 1999)).toBe('Germany');
  expect(tagName('GM', 2020)).toBe('Gambia');
});

test('a code that is a common mistake is named for what is meant', () => {
  expect(tagName('VZ', 2008)).toBe('Venezuela');
  expect(tagName('KIRP', 2008)).toBe(tagName('KIPR', 2008));
});
