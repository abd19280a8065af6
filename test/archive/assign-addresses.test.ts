import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Addressed, assignAddresses } from '../../src/archive/assign-addresses.ts';

const cable = (path: string, rest: Partial<Addressed> = {}): Addressed => ({
  path,
  part: 0,
  ...rest,
});
const addressesOf = (cables: Addressed[]) => {
  const messages = assignAddresses(cables);
  return { addresses: cables.map(({ address }) => address), messages };
};

test('a corrected copy comes before the copy it corrects', () => {
  const { addresses, messages } = addressesOf([
    cable('a.txt', { id: '08LIMA1' }),
    cable('b.txt', { id: '08LIMA1', corrected: true }),
  ]);
  expect(addresses).toEqual(['08LIMA1_2', '08LIMA1']);
  expect(messages).toMatchObject([{ path: 'a.txt', code: 'corrected-copy', severity: 'info' }]);
});

test('a cable without id is named by its file, and never takes the address of an id', () => {
  const { addresses } = addressesOf([
    cable('x/Note to file.txt'),
    cable('x/Note to file.txt', { part: 1 }),
    cable('y/08lima1.txt'),
    cable('z/a.txt', { id: '08LIMA1' }),
    cable('z/???.txt'),
  ]);
  expect(addresses).toEqual(['Note-to-file', 'Note-to-file-2', '08lima1_2', '08LIMA1', 'other']);
});

test('addresses are unique whatever their case, and do not depend on the order of the files', () => {
  const path = fc.stringMatching(/^[a-cA-C _2-]{0,4}\.txt$/);
  const one = fc.record({ path, id: fc.option(fc.constantFrom('08LIMA1', '08LIMA2'), { nil: undefined }) });
  fc.assert(
    fc.property(fc.uniqueArray(one, { selector: (row) => row.path }), (rows) => {
      const make = (row: (typeof rows)[number]) =>
        cable(row.path, row.id === undefined ? {} : { id: row.id });
      const cables = rows.map(make);
      const turned = rows.toReversed().map(make);
      const { addresses } = addressesOf(cables);
      expect(new Set(addresses.map((address) => address?.toLowerCase())).size).toBe(rows.length);
      expect(addressesOf(turned).addresses.toReversed()).toEqual(addresses);
      for (const address of addresses) expect(address).toMatch(/^[A-Za-z0-9._-]+$/);
    }),
  );
});
