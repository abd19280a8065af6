import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { cableText, temporaryArchive } from '../archive/temporary-archive.ts';
import { cables, startCables } from './run-cables.ts';

const scratch = fileURLToPath(new URL('../../.cache/test/', import.meta.url));
const KILLS = 6;

test('a build that is killed at any moment leaves a whole site, and the next one finishes', {
  timeout: 300_000,
}, async () => {
  const archive = temporaryArchive({ 'a.txt': cableText({ serial: 1 }) });
  mkdirSync(scratch, { recursive: true });
  const cache = mkdtempSync(join(scratch, 'killed-'));
  onTestFinished(() => rmSync(cache, { recursive: true, force: true }), 60_000);
  const out = join(archive.root, 'dist');
  const env = { CABLES: archive.folder, CABLES_CACHE: cache };
  const build = () => cables(['build', '--out', out], { env });
  /** The subject that a site's page, its record and its list agree on. */
  const published = () => {
    const subject = (file: string) =>
      /TAKE \w+/i.exec(readFileSync(join(out, file), 'utf8'))?.[0]?.toUpperCase();
    const of = ['cables/08LIMA1/index.html', 'cables/08LIMA1/source.txt', 'dates/2008/05/index.html'].map(
      subject,
    );
    expect(new Set(of).size, of.join()).toBe(1);
    expect(existsSync(join(out, 'search/index/manifest.json'))).toBe(true);
    return of[0];
  };
  const write = (word: string) => archive.write('a.txt', cableText({ serial: 1, subject: `TAKE ${word}` }));

  write('NONE');
  const began = performance.now();
  expect((await build()).status).toBe(0);
  const whole = performance.now() - began;
  let before = published();
  expect(before).toBe('TAKE NONE');
  for (let kill = 0; kill < KILLS; kill++) {
    const word = `X${'ABCDEF'[kill]}`;
    write(word);
    const { child, ended } = startCables(['build', '--out', out], env);
    // Spread over the time that a build takes, each kill somewhere in its own stretch.
    await wait((whole * (kill + Math.random())) / KILLS);
    child.kill('SIGKILL');
    await ended;
    // Only between the two renamings is there no site; the next build brings it back.
    if (existsSync(out)) {
      expect([before, `TAKE ${word}`]).toContain(published());
      before = published();
    }
  }
  write('LAST');
  const last = await build();
  expect(last).toMatchObject({ status: 0, out: expect.stringContaining('1 cable') });
  expect(published()).toBe('TAKE LAST');
});
