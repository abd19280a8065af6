import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  utimesSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { formatLock } from '../../src/archive/anchors-lock.ts';
import { lockCable } from '../../src/archive/keep-anchors.ts';
import { cablesIn, readRaw } from '../../src/archive/read-raw.ts';
import type { Cable } from '../../src/cable/cable.ts';
import { cableText, temporaryArchive } from './temporary-archive.ts';

const old = new Date('2026-01-01T00:00Z');

test('a cable gets an entry under its id, and its Markdown', async () => {
  const archive = temporaryArchive({ '2008/a.txt': cableText() });
  const { cables, files } = await archive.read();
  expect([cables, files]).toEqual([1, 1]);
  const [entry] = archive.catalog();
  expect(entry).toMatchObject({
    address: '08LIMA120',
    path: '2008/a.txt',
    part: 0,
    cable: { id: '08LIMA120' },
  });
  expect(entry?.anchors).toEqual(['p1', 'p2']);
  const markdown = readFileSync(join(archive.places.markdown, '2008/a.txt.md'), 'utf8');
  expect(markdown).toMatch(/^---\nid: 08LIMA120\n/);
  expect(markdown).toContain('Ships now wait outside.');
});

test('each file that cannot be a cable has one message, and the rest is read', async () => {
  const archive = temporaryArchive({
    'good.txt': cableText(),
    'empty.txt': '',
    'binary.txt': Buffer.from('7f454c46020101000000000000000000', 'hex'),
    'formatted.txt': '{\\rtf1\\ansi UNCLAS LIMA 000012\\par}',
    'letter.txt': 'Dear Madam,\nthank you for the apples.\nYours\n',
    'picture.jpg': 'not looked into',
    'README.md': '# About this folder\n',
    'folder.txt/inside.txt': cableText({ serial: 121 }),
    'archive.yaml': 'reading: { largestFile: 1 }\n',
    'large.txt': 'x',
  });
  truncateSync(join(archive.folder, 'large.txt'), 2_000_000_000);
  symlinkSync('nowhere', join(archive.folder, 'broken.txt'));
  symlinkSync('.', join(archive.folder, 'round'));
  const { cables, messages } = await archive.read();
  expect(cables).toBe(2);
  expect(messages.map(({ path, code }) => [path, code])).toEqual([
    ['*.jpg', 'file-other-kind'],
    ['binary.txt', 'file-binary'],
    ['broken.txt', 'file-link-broken'],
    ['empty.txt', 'empty-file'],
    ['folder.txt', 'file-is-folder'],
    ['formatted.txt', 'file-binary'],
    ['large.txt', 'file-too-large'],
    ['letter.txt', 'not-a-cable'],
    ['round', 'file-special'],
  ]);
  for (const { message, advice } of messages) {
    expect(message).toMatch(/\.$/);
    expect(advice).toMatch(/\.$/);
  }
});

test('a dump is read whatever its ending; data without a cable are left aside with a note', async () => {
  const archive = temporaryArchive({
    'dump.json': JSON.stringify([{ id: '08LIMA1', text: cableText({ serial: 1 }) }]),
    'lines.ndjson': `${JSON.stringify({ text: cableText({ serial: 2 }) })}\n`,
    'settings.json': '{ "name": "an archive", "files": 2 }\n',
    '08 ST. PETERSBURG 12': cableText({ serial: 12, post: 'ST PETERSBURG' }),
    '08LIMA13.v2': cableText({ serial: 13 }),
  });
  const { cables, messages } = await archive.read();
  expect(cables).toBe(3);
  expect(messages.map(({ path, code, severity }) => [path, code, severity])).toEqual([
    ['*.v2', 'file-other-kind', 'info'],
    ['settings.json', 'file-no-cable', 'info'],
  ]);
});

test.skipIf(process.getuid?.() === 0)('a file and a folder without rights are told, not fatal', async () => {
  const archive = temporaryArchive({ 'good.txt': cableText(), 'shut.txt': cableText(), 'in/a.txt': '' });
  chmodSync(join(archive.folder, 'shut.txt'), 0);
  chmodSync(join(archive.folder, 'in'), 0);
  const { cables, messages } = await archive.read();
  chmodSync(join(archive.folder, 'in'), 0o700);
  expect(cables).toBe(1);
  expect(messages.map(({ code }) => code)).toEqual(['folder-unreadable', 'file-unreadable']);
});

test.skipIf(process.getuid?.() === 0)('a file that lost its rights since it was read is told', async () => {
  const archive = temporaryArchive({ 'good.txt': cableText(), 'shut.txt': cableText({ serial: 121 }) });
  await archive.read();
  chmodSync(join(archive.folder, 'shut.txt'), 0);
  const { cables, messages } = await archive.read();
  expect(cables).toBe(1);
  expect(messages.map(({ code }) => code)).toEqual(['file-unreadable']);
});

test('two files of one id are both kept, and the second is told of', async () => {
  const archive = temporaryArchive({ 'a.txt': cableText(), 'b.txt': cableText({ body: '1. Other words.' }) });
  const { messages } = await archive.read();
  expect(archive.catalog().map(({ address, path }) => [address, path])).toEqual([
    ['08LIMA120', 'a.txt'],
    ['08LIMA120_2', 'b.txt'],
  ]);
  expect(messages).toMatchObject([{ path: 'b.txt', code: 'duplicate-id', severity: 'warning' }]);
  expect(messages[0]?.message).toContain('a.txt');
});

test('an unchanged folder is not read again, and a changed, added or removed file alone is', async () => {
  const archive = temporaryArchive({
    'a.txt': cableText({ serial: 1 }),
    'b.txt': cableText({ serial: 2 }),
    'c.txt': cableText({ serial: 3 }),
  });
  for (const name of ['a.txt', 'b.txt', 'c.txt']) utimesSync(join(archive.folder, name), old, old);
  const first = await archive.read();
  expect(first.read).toBe(3);
  expect(await archive.read()).toEqual({ ...first, read: 0 });
  archive.write('b.txt', cableText({ serial: 2, subject: 'PILOT FEES' }));
  archive.write('d.txt', cableText({ serial: 4 }));
  const second = await archive.read();
  expect(second).toMatchObject({ read: 2, cables: 4 });
  expect(second.digest).not.toBe(first.digest);
  expect(archive.catalog().map(({ cable }) => cable.subject)).toEqual([
    'HARBOR DUES',
    'PILOT FEES',
    'HARBOR DUES',
    'HARBOR DUES',
  ]);
});

test('a file that was touched but not changed is taken over', async () => {
  const archive = temporaryArchive({ 'a.txt': cableText() });
  const { digest } = await archive.read();
  utimesSync(join(archive.folder, 'a.txt'), old, old);
  expect(await archive.read()).toMatchObject({ read: 0, digest });
});

test('what was read bit by bit is what is read at once', async () => {
  const archive = temporaryArchive({
    'm/a.txt': cableText({ serial: 1 }),
    'm/b.txt': cableText({ serial: 2 }),
  });
  await archive.read();
  archive.write('m.txt', cableText({ serial: 3 }));
  archive.write('m/0.txt', cableText({ serial: 1, body: '1. A copy.' }));
  archive.write('m/b.txt', 'no cable at all\n');
  await archive.read();
  const bitByBit = readFileSync(archive.places.catalog, 'utf8');
  const messages = readFileSync(archive.places.messages, 'utf8');
  await archive.read({ force: true });
  expect(readFileSync(archive.places.catalog, 'utf8')).toBe(bitByBit);
  expect(readFileSync(archive.places.messages, 'utf8')).toBe(messages);
  expect(existsSync(join(archive.places.markdown, 'm/b.txt.md'))).toBe(false);
});

test('a read that was stopped after the catalog was written is made good', async () => {
  const archive = temporaryArchive({ 'a.txt': cableText({ serial: 1 }), 'b.txt': cableText({ serial: 2 }) });
  await archive.read();
  const before = readFileSync(archive.places.catalog, 'utf8');
  mkdirSync(archive.places.cache, { recursive: true });
  truncateSync(archive.places.catalog, 40);
  await archive.read();
  expect(readFileSync(archive.places.catalog, 'utf8')).toBe(before);
});

test('cables lie in the deepest collection whose folder holds them', async () => {
  const archive = temporaryArchive({
    'archive.yaml': 'collections:\n  a: {}\n  a/b: { specimen: true }\n',
    'a/x.txt': cableText({ serial: 1 }),
    'a/b/x.txt': cableText({ serial: 2 }),
    'ab/x.txt': cableText({ serial: 3 }),
  });
  await archive.read();
  expect(archive.catalog().map(({ path, collection }) => [path, collection])).toEqual([
    ['a/b/x.txt', 'a/b'],
    ['a/x.txt', 'a'],
    ['ab/x.txt', undefined],
  ]);
});

test('many files are read by several threads to the same catalog', async () => {
  const files = Object.fromEntries(
    Array.from({ length: 401 }, (_, at) => [`${at}.txt`, cableText({ serial: at + 1 })]),
  );
  const archive = temporaryArchive({ ...files, 'archive.yaml': 'reading: { threads: 2 }\n' });
  const { cables } = await archive.read();
  expect(cables).toBe(401);
  const threaded = archive.catalog();
  archive.write('archive.yaml', 'reading: { threads: 1 }\n');
  await archive.read({ force: true });
  // The settings of reading are a part of the digest.
  const plain = ({ digest, ...entry }: (typeof threaded)[number]) => entry;
  expect(archive.catalog().map(plain)).toEqual(threaded.map(plain));
});

test('a lock keeps anchors when a raw text is numbered anew, and tells what would break', async () => {
  const first = '1. (U) The port raised its dues.\n\n2. (U) Ships now wait outside the mole, all of them.';
  const archive = temporaryArchive({
    'a.txt': cableText({ body: first }),
    'b.txt': cableText({ serial: 121 }),
  });
  await archive.read();
  const lock = new Map(
    archive.catalog().map((entry) => {
      const [cable] = cablesIn(readRaw(archive.folder, entry.path));
      return [entry.address, lockCable(cable as Cable, new Map())] as const;
    }),
  );
  archive.write('anchors.lock', formatLock(lock));
  expect((await archive.read()).messages).toEqual([]);
  const before = archive.catalog();

  const inserted = first.replace('2. (U)', '2. (U) A paragraph that was left out before.\n\n3. (U)');
  archive.write('a.txt', cableText({ body: inserted }));
  const { messages } = await archive.read();
  expect(messages.map(({ path, code, severity }) => [path, code, severity])).toEqual([
    ['a.txt', 'anchors-kept', 'info'],
  ]);
  const [changed, same] = archive.catalog();
  expect(changed?.anchors).toEqual(['p1', 'p2_2', 'p2']);
  expect(same).toEqual(before[1]);

  archive.write('a.txt', cableText({ body: '1. (U) The port raised its dues.' }));
  rmSync(join(archive.folder, 'b.txt'));
  const broken = await archive.read();
  expect(broken.messages.map(({ path, code, severity }) => [path, code, severity])).toEqual([
    ['a.txt', 'anchors-vanished', 'error'],
    ['anchors.lock', 'cable-gone', 'warning'],
  ]);
  expect(broken.messages[0]?.message).toContain('p2 (its links would lead to p1)');
  expect(archive.catalog()[0]?.aliases).toEqual({ p1: ['p2'] });
});

test('a cable whose sections lie in two files is told of once', async () => {
  const section = (number: number, text: string) =>
    `R 051415Z MAR 08\nFM AMEMBASSY LIMA\nTO SECSTATE WASHDC\n\nUNCLAS SECTION 0${number} OF 02 LIMA 000120\n\nE.O. 12958: N/A\nTAGS: ECON, PE\nSUBJECT: HARBOR DUES\n\n${text}\n`;
  const archive = temporaryArchive({
    'a.txt': section(1, '1. The dues rise.'),
    'b.txt': section(2, '2. Ships wait outside.\nDOE'),
  });
  const { cables, messages } = await archive.read();
  expect(cables).toBe(1);
  expect(messages.map(({ path, message }) => `${path}: ${message}`)).toEqual([
    'a.txt: It is one cable with b.txt.',
  ]);
});
