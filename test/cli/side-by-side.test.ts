/** However the work is divided, the site is the same, byte for byte. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { threadsFor } from '../../src/cli/page-threads.ts';
import { cableText, temporaryArchive } from '../archive/temporary-archive.ts';
import { cables } from './run-cables.ts';

const scratch = fileURLToPath(new URL('../../.cache/test/', import.meta.url));
const settings = 'url: https://cables.example/\n';

/** An archive of cables that cite one another, and of some that are not held. */
function manyCables() {
  const texts = Array.from({ length: 12 }, (_, at) => [
    `${at % 3}/${at}.txt`,
    cableText({ serial: at + 1, reference: `08 LIMA ${(at * 5) % 17}`, day: `0${(at % 9) + 1}0945Z MAY 08` }),
  ]);
  const archive = temporaryArchive({ 'archive.yaml': settings, ...Object.fromEntries(texts) });
  // Inside the project, where the chunks of a build find its packages.
  mkdirSync(scratch, { recursive: true });
  const cache = mkdtempSync(join(scratch, 'side-by-side-'));
  onTestFinished(() => rmSync(cache, { recursive: true, force: true, maxRetries: 3 }), 60_000);
  /** Runs a command on a machine of its own. */
  const run = async (machine: string, ...args: string[]) => {
    const env = { CABLES: archive.folder, CABLES_CACHE: join(cache, machine) };
    const ended = await cables(args, { env });
    expect(ended).toMatchObject({ status: 0 });
    return ended;
  };
  return { ...archive, run, at: (name: string) => join(archive.root, name) };
}

/** Files of a site that are not in the other, or are there with other bytes. */
function differences(one: string, other: string): string[] {
  const [own, its] = [contentOf(one), contentOf(other)];
  expect(own.size).toBeGreaterThan(50);
  return [...new Set([...own.keys(), ...its.keys()])].filter((path) => own.get(path) !== its.get(path));
}

function contentOf(dir: string): Map<string, string> {
  return new Map(
    readdirSync(dir, { recursive: true, withFileTypes: true })
      .filter((item) => item.isFile())
      .map(({ parentPath, name }) => join(parentPath, name))
      .map((path) => [path.slice(dir.length), readFileSync(path).toString('base64')]),
  );
}

test('pages made by three threads are those that one makes', { timeout: 300_000 }, async () => {
  const archive = manyCables();
  archive.write('archive.yaml', `${settings}reading: { threads: 1 }\n`);
  await archive.run('one', 'build', '--out', archive.at('one'));
  archive.write('archive.yaml', `${settings}reading: { threads: 3 }\n`);
  await archive.run('three', 'build', '--out', archive.at('three'));
  expect(differences(archive.at('one'), archive.at('three'))).toEqual([]);
});

test('threads are as many as the machine, the pages and the memory allow', () => {
  const small = { cables: 1000, catalog: 3e6, pages: 3500, memory: 1024e6, cores: 4, asked: 0 };
  const large = { ...small, cables: 100_000, catalog: 312e6, pages: 360_000 };
  expect(threadsFor(small)).toBe(4);
  expect(threadsFor({ ...small, pages: 100 })).toBe(1);
  expect(threadsFor({ ...small, pages: 100, asked: 3 })).toBe(3);
  expect(threadsFor({ ...small, asked: 1 })).toBe(1);
  expect(threadsFor(large)).toBe(2);
  expect(threadsFor({ ...large, memory: 4096e6 })).toBe(4);
  // One cable has changed: its page and its lists.
  expect(threadsFor({ ...large, pages: 3000 })).toBe(1);
});

test('shares made on machines of their own and merged give the site that one build gives', {
  timeout: 600_000,
}, async () => {
  const archive = manyCables();
  await archive.run('whole', 'build', '--out', archive.at('whole'));
  for (const at of [1, 2]) {
    const { out } = await archive.run(`${at}`, 'build', '--shard', `${at}/2`, '--out', archive.at(`${at}`));
    expect(out).toMatch(new RegExp(`: share ${at} of 2, \\d+ folders\\n$`));
  }
  const shares = ['1', '2'].map((name) => readdirSync(join(archive.at(name), 'cables')));
  expect(shares[0]?.filter((address) => shares[1]?.includes(address))).toEqual([]);
  const merged = await archive.run(
    'merge',
    'merge',
    '--out',
    archive.at('merged'),
    archive.at('1'),
    archive.at('2'),
  );
  const all = shares.flat().length;
  expect(merged.out).toContain(`${all} of ${all} folders taken over`);
  expect(differences(archive.at('whole'), archive.at('merged'))).toEqual([]);

  // A share of what is no longer so is no harm.
  archive.write('0/0.txt', cableText({ serial: 1, subject: 'ANOTHER SUBJECT' }));
  await archive.run('whole', 'build', '--out', archive.at('whole'));
  await archive.run('merge again', 'merge', '--out', archive.at('again'), archive.at('1'));
  expect(differences(archive.at('whole'), archive.at('again'))).toEqual([]);
});

test('a folder that is no share, and a share that is none, are told in one sentence', async () => {
  const archive = manyCables();
  const run = (...args: string[]) =>
    cables(args, { env: { CABLES: archive.folder, CABLES_CACHE: archive.at('cache') } });
  expect((await run('merge', archive.folder)).err).toMatch(/cables holds no share of a site: .*\.\n$/);
  expect(await run('build', '--shard', '3/2', '--out', archive.at('share'))).toMatchObject({
    status: 2,
    err: '--shard takes a number and how many there are, as 3/16.\n',
  });
  expect((await run('build', '--shard', '1/2', '--out', archive.folder)).err).toMatch(
    /would replace .*cables\.\n$/,
  );
});
