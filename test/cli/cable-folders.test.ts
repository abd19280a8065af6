import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type EarlierSite, takeFolders } from '../../src/cli/cable-folders.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'folders-'));
});
afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

/** A site whose files hold their own paths, and what each unit of it was made from. */
function siteOf(
  name: string,
  files: readonly string[],
  keys: Record<string, string>,
  spare: boolean,
): EarlierSite {
  const site = join(root, name);
  for (const file of files) {
    mkdirSync(dirname(join(site, file)), { recursive: true });
    writeFileSync(join(site, file), file);
  }
  const records = new Map(Object.entries(keys).map(([unit, key]) => [unit, { key }]));
  return { site, records, spare };
}

/** All files and folders of a site that was begun. */
function taken(keys: Record<string, string>, ...earlier: EarlierSite[]) {
  const site = join(root, 'stage');
  const units = takeFolders(site, new Map(Object.entries(keys)), earlier);
  const found = readdirSync(site, { recursive: true, encoding: 'utf8' });
  return { units: [...units.keys()].sort(), found: found.sort() };
}

test('a page of a list that is shorter now goes with its folder, and what is made anew each time is not taken', () => {
  const spare = siteOf(
    'spare',
    [
      'tags/index.html',
      'tags/PREL/index.html',
      'tags/PREL/cables.csv',
      'tags/PREL/page/2/index.html',
      'tags/PGOV/index.html',
      'tags/PGOV/feed.xml',
      'tags/PHUM/index.html',
    ],
    { '/tags': '', '/tags/PREL': 'a', '/tags/PREL/page/2': 'b', '/tags/PGOV': 'c', '/tags/PHUM': 'd' },
    true,
  );
  const { units, found } = taken(
    { '/tags': '', '/tags/PREL': 'a', '/tags/PGOV': 'c', '/tags/PHUM': 'd' },
    spare,
  );
  expect(units).toEqual(['/tags/PGOV', '/tags/PHUM', '/tags/PREL']);
  expect(found).toEqual([
    'cables',
    'tags',
    'tags/PGOV',
    'tags/PGOV/feed.xml',
    'tags/PGOV/index.html',
    'tags/PHUM',
    'tags/PHUM/index.html',
    'tags/PREL',
    'tags/PREL/cables.csv',
    'tags/PREL/index.html',
  ]);
});

test('what a changed page lacks in the spare site comes from the published one, its old files do not', () => {
  const spare = siteOf(
    'spare',
    ['cables/A/index.html', 'cables/B/index.html', 'cables/B/old.json', 'cables/C/index.html'],
    { A: '1', B: '1', C: '1' },
    true,
  );
  const published = siteOf(
    'published',
    ['cables/A/index.html', 'cables/B/index.html', 'cables/C/index.html'],
    { A: '1', B: '2', C: '1' },
    false,
  );
  const { units, found } = taken({ A: '1', B: '2', C: '1' }, spare, published);
  expect(units).toEqual(['A', 'B', 'C']);
  expect(found).not.toContain('cables/B/old.json');
  expect(found).toContain('cables/B/index.html');
});

test('where little of a spare folder is wanted it stays, and a page that somebody deleted is not taken', () => {
  const files = ['cables/A/index.html', 'cables/B/index.html', 'cables/C/index.html'];
  const spare = siteOf('spare', files, { A: '1', B: '1', C: '1' }, true);
  expect(taken({ A: '1', B: '2', C: '2' }, spare).found).toEqual([
    'cables',
    'cables/A',
    'cables/A/index.html',
  ]);
  rmSync(join(root, 'stage'), { recursive: true });
  const later = siteOf('later', files.slice(1), { A: '1', B: '1', C: '1' }, true);
  expect(taken({ A: '1', B: '1', C: '1' }, later).units).toEqual(['B', 'C']);
});
