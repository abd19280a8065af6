import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { findPlaces } from '../../src/archive/places.ts';
import { explainDisk } from '../../src/cli/complaint.ts';
import { cableText, temporaryArchive } from '../archive/temporary-archive.ts';
import { cables, startCables } from './run-cables.ts';

const long = 300_000;
const scratch = fileURLToPath(new URL('../../.cache/test/', import.meta.url));

function siteOf(files: Record<string, string>) {
  const archive = temporaryArchive({ 'archive.yaml': 'base: /press/\n', ...files });
  const out = join(archive.root, 'dist');
  // Inside the project, where the chunks of a build find its packages.
  mkdirSync(scratch, { recursive: true });
  const cache = mkdtempSync(join(scratch, 'build-'));
  onTestFinished(() => rmSync(cache, { recursive: true, force: true }));
  const places = findPlaces(archive.folder, cache);
  const env = { CABLES: archive.folder, CABLES_CACHE: cache, PORT: '0' };
  const page = (address: string) => join(out, 'cables', address, 'index.html');
  return {
    ...archive,
    places,
    cache,
    out,
    env,
    page,
    build: (...args: string[]) => cables(['build', '--out', out, ...args], { env }),
  };
}

/** All files of a site with what they hold. */
function contentOf(dir: string): Map<string, string> {
  const names = readdirSync(dir, { recursive: true, withFileTypes: true }).filter((item) => item.isFile());
  return new Map(
    names.map(({ parentPath, name }) => {
      const path = join(parentPath, name);
      return [path.slice(dir.length), readFileSync(path).toString('base64')];
    }),
  );
}

/** Pagefind numbers pages as its threads end: the bytes of a shard are not those of another build, what it finds is. */
function withoutShards(content: Map<string, string>): Map<string, string> {
  return new Map([...content].filter(([path]) => !path.startsWith('/search/index/s/')));
}

test('a site is built, kept while a build fails or is killed, and follows what is added and removed', {
  timeout: long,
}, async () => {
  const site = siteOf({
    'a.txt': cableText({ serial: 1 }),
    'b.txt': cableText({ serial: 2, subject: 'TO BE REMOVED' }),
  });
  const first = await site.build();
  expect(first.err).not.toContain('rror');
  expect(first).toMatchObject({ status: 0, out: expect.stringMatching(/2 cables, 0 diagnostics\n$/) });
  const twins = readdirSync(join(site.out, 'cables/08LIMA1')).sort();
  expect(twins).toEqual(expect.arrayContaining(['cable.json', 'index.html', 'index.md', 'source.txt']));
  expect(readFileSync(join(site.out, 'cables/08LIMA1/source.txt'), 'utf8')).toBe(cableText({ serial: 1 }));
  expect(JSON.parse(readFileSync(join(site.out, 'cables/08LIMA1/cable.json'), 'utf8')).id).toBe('08LIMA1');
  const published = contentOf(site.out);

  // Nothing has changed.
  expect((await site.build()).out).toContain('nothing has changed');

  // Killed while it works.
  rmSync(join(site.folder, 'b.txt'));
  site.write('c.txt', cableText({ serial: 3 }));
  const killed = startCables(['build', '--out', site.out], site.env);
  await expect.poll(() => killed.err(), { timeout: long, interval: 20 }).toContain('Reading cables');
  killed.child.kill('SIGKILL');
  await killed.ended;
  expect(contentOf(site.out)).toEqual(published);

  // Failed.
  site.write('archive.yaml', 'base: [press]\n');
  expect((await site.build()).status).toBe(1);
  expect(contentOf(site.out)).toEqual(published);

  // The next one recovers, and is what a build from nothing gives.
  site.write('archive.yaml', 'base: /press/\n');
  expect((await site.build()).status).toBe(0);
  expect(existsSync(site.page('08LIMA2'))).toBe(false);
  expect(existsSync(site.page('08LIMA3'))).toBe(true);
  const followed = withoutShards(contentOf(site.out));
  rmSync(site.cache, { recursive: true });
  rmSync(site.out, { recursive: true });
  expect((await site.build()).status).toBe(0);
  const clean = withoutShards(contentOf(site.out));
  expect([...followed.keys()].sort()).toEqual([...clean.keys()].sort());
  expect(
    [...followed].filter(([path, content]) => clean.get(path) !== content).map(([path]) => path),
  ).toEqual([]);

  // Served under its base path.
  const served = startCables(['start', '--out', site.out], site.env);
  await expect.poll(() => served.out(), { timeout: long }).toContain('\n');
  try {
    expect(served.out()).toMatch(/^http:\/\/localhost:\d+\/press\/ - 2 cables, 0 diagnostics\n$/);
    const at = new URL(served.out().split(' ')[0] ?? '');
    const get = (path: string) => fetch(new URL(path, at), { redirect: 'manual' });
    const source = await get('cables/08LIMA1/source.txt');
    expect([source.status, source.headers.get('content-type')]).toEqual([200, 'text/plain; charset=utf-8']);
    expect((await get('cables/08LIMA1/index.md')).headers.get('content-type')).toBe(
      'text/markdown; charset=utf-8',
    );
    expect((await get('cables/08LIMA1')).headers.get('location')).toBe('/press/cables/08LIMA1/');
    expect((await get('/')).headers.get('location')).toBe('/press/');
    const unknown = await get('cables/nowhere/');
    expect([unknown.status, await unknown.text()]).toEqual([
      404,
      readFileSync(join(site.out, '404.html'), 'utf8'),
    ]);
    expect((await get('/press/..%2f..%2fetc/passwd')).status).toBe(404);
  } finally {
    served.child.kill();
  }
});

test('a site of before that a stopped build had put aside comes back', async () => {
  const site = siteOf({ 'archive.yaml': 'title: [wrong]\n' });
  const aside = join(site.places.cache, 'previous');
  mkdirSync(aside, { recursive: true });
  writeFileSync(join(aside, 'index.html'), 'the site of before');
  site.write('archive.yaml', 'title: Here\n');
  const { child, ended, err } = startCables(['build', '--out', site.out], site.env);
  await expect.poll(() => err(), { timeout: long, interval: 20 }).toContain('Reading cables');
  child.kill('SIGKILL');
  await ended;
  expect(readFileSync(join(site.out, 'index.html'), 'utf8')).toBe('the site of before');
});

test('a folder that holds other things is not replaced by a site', async () => {
  const site = siteOf({ 'a.txt': cableText() });
  mkdirSync(site.out);
  writeFileSync(join(site.out, 'thesis.doc'), 'years of work');
  const { status, err } = await site.build();
  expect(status).toBe(1);
  expect(err).toMatch(/holds other things\.\n$/);
  const over = await cables(['build', '--out', site.root], { env: site.env });
  expect(over.err).toMatch(/would replace .*cables\.\n$/);
});

test('a place where no site can lie is told in one sentence, before the work', async () => {
  const site = siteOf({ 'a.txt': cableText() });
  const file = join(site.root, 'file');
  writeFileSync(file, 'years of work');
  for (const args of [['build'], ['convert']]) {
    for (const out of [file, join(file, 'site')]) {
      const { status, err } = await cables([...args, '--out', out], { env: site.env });
      expect([status, err.split('\n')]).toEqual([1, [expect.stringContaining(`${file} is a file.`), '']]);
    }
  }
  expect(readFileSync(file, 'utf8')).toBe('years of work');
});

test('a folder of cables that is not there is told in one sentence', async () => {
  const site = siteOf({});
  const { status, err } = await cables(['build'], {
    env: { ...site.env, CABLES: join(site.root, 'nowhere') },
  });
  expect([status, err]).toEqual([1, `There is no folder of cables: ${join(site.root, 'nowhere')}.\n`]);
});

test('what a disk refuses is told in one sentence, whichever program it refused it to', () => {
  const told = (error: Error) => (explainDisk(error) as Error).message;
  expect(told(Object.assign(new Error('write'), { code: 'ENOSPC' }))).toBe(
    'The disk is full. Nothing was published.',
  );
  const bundler =
    'Failed to write file in site/page.mjs\n\nCaused by:\n    No space left on device (os error 28)';
  expect(told(new Error(bundler))).toBe('The disk is full. Nothing was published.');
  const there = Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
  expect(told(structuredClone(there))).toBe('The disk is full. Nothing was published.');
  expect(told(new Error('a mistake of ours'))).toBe('a mistake of ours');
  // Of a folder to be made in one that can only be read.
  const unmade = Object.assign(new Error('mkdir'), {
    code: 'ENOENT',
    syscall: 'mkdir',
    path: '/cdrom/cache',
  });
  expect(told(unmade)).toBe('The folder cannot be made: /cdrom/cache. Nothing was published.');
});
