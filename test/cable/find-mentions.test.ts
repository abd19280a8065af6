import { expect, test } from 'vitest';
import { findMentions } from '../../src/cable/references/find-mentions.ts';

const found = (text: string) =>
  findMentions(text, 2008).map(({ offset, length, bullet, id, paragraph }) => [
    text.slice(offset, offset + length),
    id ?? bullet ?? '*',
    ...(paragraph === undefined ? [] : [paragraph]),
  ]);

test.for<[string, (string | number)[][]]>([
  [
    'As noted (REF A), and Ref B.',
    [
      ['REF A', 'A'],
      ['Ref B', 'B'],
    ],
  ],
  [
    'Refs A, B and C say',
    [
      ['Refs A', 'A'],
      ['B', 'B'],
      ['C', 'C'],
    ],
  ],
  [
    'per reftel and REFTELS',
    [
      ['reftel', '*'],
      ['REFTELS', '*'],
    ],
  ],
  [
    'as in reftel. (See Lima 1234.)',
    [
      ['reftel', '*'],
      ['Lima 1234', '08LIMA1234'],
    ],
  ],
  [
    'see para 3 of ref C; ref D, para 4',
    [
      ['para 3 of ref C', 'C', 3],
      ['ref D, para 4', 'D', 4],
    ],
  ],
  [
    '08 STATE 12345 and 07NEWDELHI12',
    [
      ['08 STATE 12345', '08STATE12345'],
      ['07NEWDELHI12', '07NEWDELHI12'],
    ],
  ],
  ['as the 08 Lima 1234 cable says', [['08 Lima 1234', '08LIMA1234']]],
  ['see 07 New Delhi 44 (NOTAL)', [['07 New Delhi 44', '07NEWDELHI44']]],
  ['In 2005 Lima 1234 ships came; in May 08 Lima 1234', []],
  ['the reference to a REF. FRAMEWORK, a referendum, PARIS 2004', []],
  ['reported earlier (LIMA 1234)', [['LIMA 1234', '08LIMA1234']]],
  [
    'reported earlier (Lima 1234, see 07 New Delhi 44).',
    [
      ['Lima 1234', '08LIMA1234'],
      ['07 New Delhi 44', '07NEWDELHI44'],
    ],
  ],
  ['the games (London 2012), the university (Paris 13), in Lima 1234 ships, (January 1234)', []],
])('%s', ([text, mentions]) => {
  expect(found(text)).toEqual(mentions);
});

test('a long text takes time by its length', () => {
  const started = performance.now();
  for (const unit of ['REF A,', "A'", 'A-', 'LIMA 1 ', '12 ', '(', '(Lima 123) ', 'Aa '])
    findMentions(unit.repeat(500_000), 2008);
  expect(performance.now() - started).toBeLessThan(12_000);
});
