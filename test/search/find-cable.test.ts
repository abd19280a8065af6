import { expect, test } from 'vitest';
import { findCable, mayNameCable } from '../../src/search/find-cable.ts';
import { repairId } from '../../src/search/repair-id.ts';

const ids: Record<string, { held: string[]; cited: string[] }> = {
  '08': {
    held: ['08BEIJING1882 05150945', '08NEWDELHI12 01020304', '08ROME1 05150945', '08ROME1_2 12312359'],
    cited: ['08STATE50524'],
  },
  '09': { held: ['09LIMA12 01010005'], cited: [] },
  '73': { held: ['73LIMA-A123'], cited: [] },
};
const find = (text: string) => findCable(text, async (year) => ids[year]);

test.for([
  '08BEIJING1882',
  '08beijing1882',
  '08 BEIJING 1882',
  '08 Beijing 1882',
  '2008BEIJING1882',
  '08BEIJING001882',
  '  08BEIJING 1882 ',
  'REF: 08 BEIJING 1882',
  'A. 08 BEIJING 1882,',
  '’08 Beijing 1882',
] as const)('%s leads to the cable held', async (text) => {
  expect(await find(text)).toEqual({ kind: 'cable', address: '08BEIJING1882', held: true });
});

test.for([
  ['08 NEW DELHI 12', '08NEWDELHI12', true],
  ['1973LIMA-A0123', '73LIMA-A123', true],
  ['08ROME1_2', '08ROME1_2', true],
  ['08state50524', '08STATE50524', false],
  ['010005Z JAN 09', '09LIMA12', true],
  ['O 010005Z JAN 2009', '09LIMA12', true],
  ['DTG: 01 0005Z JAN 09', '09LIMA12', true],
] as const)('%s leads to %s', async ([text, address, held]) => {
  expect(await find(text)).toEqual({ kind: 'cable', address, held });
});

test('a date-time group of two cables offers both', async () => {
  expect(await find('150945Z MAY 08')).toEqual({ kind: 'choice', addresses: ['08BEIJING1882', '08ROME1'] });
});

test.for([
  ['08PARIS7', '08PARIS7'],
  ['08BEIJ1NG1882', '08BEIJ1NG1882'],
  ['150946Z MAY 08', '150946Z MAY 08'],
] as const)('%s is the name of no cable here', async ([text, id]) => {
  expect(await find(text)).toEqual({ kind: 'none', id });
});

test.for([
  ['08-BEIJING-1882', '08BEIJING1882'],
  ['(08) BEIJING 1882', '08BEIJING1882'],
  ['Beijing 1882 (2008)', '08BEIJING1882'],
  ['08BEIJ1NG1882', '08BEIJING1882'],
  ['08 AMEMBASSY BEIJNG 1882', '08BEIJING1882'],
] as const)('%s is repaired to %s', ([text, id]) => {
  expect(mayNameCable(text)).toBe(true);
  expect(repairId(text)).toEqual({ id, isNamed: true });
});

test.for(['12 May 2008', 'resolution 1737 (2006)', '2008 elections 12'])('%s is meant as no id', (text) => {
  expect(repairId(text).isNamed).toBe(false);
});

test.for(['beijing 1882', 'iran weapons', '2008', '"08BEIJING1882"', 'article 14', ''])(
  '%s is a search',
  async (text) => {
    expect(await find(text)).toBeUndefined();
  },
);
