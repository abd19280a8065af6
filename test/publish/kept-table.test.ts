import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { CatalogEntry } from '../../src/archive/catalog.ts';
import { type KeptTable, keptTable } from '../../src/publish/kept-table.ts';

const entry = (serial: number, digest = 'as read') =>
  ({ address: `08LIMA${serial}`, digest }) as CatalogEntry;
const cables = Array.from({ length: 3000 }, (_, serial) => entry(serial));

/** A table whose rows are kept between builds: `build` gives its text, and the addresses of the cables whose rows were made. */
function tableOf() {
  const folder = mkdtempSync(join(tmpdir(), 'cable-table-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const build = (entries: readonly CatalogEntry[], change: Partial<KeptTable> = {}) => {
    const made: string[] = [];
    const chunks = keptTable(entries, {
      folder,
      maker: 'this program',
      header: 'address,digest\n',
      toRows: ({ address, digest }) => {
        made.push(address);
        return [[address, digest]];
      },
      ...change,
    });
    return { text: [...chunks].map(String).join(''), made };
  };
  return { folder, build };
}

const textOf = (entries: readonly CatalogEntry[]) =>
  ['address,digest', ...entries.map(({ address, digest }) => `${address},${digest}`), ''].join('\n');

test('rows of cables that have not changed are not made again', () => {
  const { build } = tableOf();
  expect(build(cables)).toEqual({ text: textOf(cables), made: cables.map(({ address }) => address) });
  expect(build(cables)).toEqual({ text: textOf(cables), made: [] });
});

test('a cable more, less or changed has the rows of few others made anew', () => {
  const { build } = tableOf();
  build(cables);
  for (const entries of [
    cables.with(1500, entry(1500, 'as read anew')),
    cables.toSpliced(1500, 1),
    cables.toSpliced(1500, 0, entry(9999)),
  ]) {
    const { text, made } = build(entries);
    expect(text).toBe(textOf(entries));
    expect(made.length).toBeLessThan(1500);
    build(cables);
  }
});

test('rows are made anew where they say another thing of other cables, and by another program', () => {
  const { build } = tableOf();
  const besides = ({ address }: CatalogEntry) => (address === '08LIMA7' ? 'held' : '');
  build(cables);
  expect(build(cables, { besides }).made).toContain('08LIMA7');
  expect(build(cables, { besides }).made).toEqual([]);
  expect(build(cables, { besides, maker: 'the next one' }).made).toHaveLength(cables.length);
});

test('rows that no table has any longer are forgotten', () => {
  const { folder, build } = tableOf();
  build(cables);
  const kept = readdirSync(folder);
  build(cables.slice(0, 10));
  expect(readdirSync(folder)).toHaveLength(1);
  build(cables);
  expect(readdirSync(folder)).toEqual(kept);
});
