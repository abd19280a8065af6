import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { CatalogEntry } from '../../src/archive/catalog.ts';
import { findPlaces } from '../../src/archive/places.ts';
import { type ReadOptions, readCables } from '../../src/archive/read-cables.ts';
import { readSettings } from '../../src/archive/read-settings.ts';

/** A folder of cables that lives as long as the test. */
export function temporaryArchive(files: Record<string, string | Buffer> = {}) {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'cable-archive-')));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const folder = join(root, 'cables');
  mkdirSync(folder);
  const write = (path: string, content: string | Buffer) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  };
  for (const [path, content] of Object.entries(files)) write(path, content);
  const places = findPlaces(folder, join(root, 'cache'));
  return {
    root,
    folder,
    places,
    write,
    read: (options?: ReadOptions) => readCables(places, readSettings(folder), options),
    catalog: (): CatalogEntry[] =>
      readFileSync(places.catalog, 'utf8')
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line)),
  };
}

/** A plain cable of the 2000s. */
export function cableText({
  post = 'LIMA',
  serial = 120,
  subject = 'HARBOR DUES',
  day = '150945Z MAY 08',
  reference = '',
  marking = 'UNCLAS',
  tags = 'EWWT, PE',
  body = '1. (U) The port raised its dues.\n\n2. (U) Ships now wait outside.',
}: {
  post?: string;
  serial?: number;
  subject?: string;
  day?: string;
  reference?: string;
  marking?: string;
  tags?: string;
  body?: string;
} = {}): string {
  return [
    `R ${day}`,
    `FM AMEMBASSY ${post}`,
    'TO SECSTATE WASHDC 1234',
    '',
    `${marking} ${post} ${String(serial).padStart(6, '0')}`,
    '',
    'E.O. 12958: N/A',
    `TAGS: ${tags}`,
    `SUBJECT: ${subject}`,
    '',
    ...(reference === '' ? [] : [`REF: ${reference}`, '']),
    body,
    'TESTER',
    '',
  ].join('\n');
}
