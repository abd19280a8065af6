import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { cableText, temporaryArchive } from '../archive/temporary-archive.ts';
import { cables } from './run-cables.ts';

test('anchors are locked, kept, and given up only when that is accepted', async () => {
  const archive = temporaryArchive({ 'a.txt': cableText(), 'b.txt': cableText({ serial: 121 }) });
  const env = { CABLES: archive.folder, CABLES_CACHE: join(archive.root, 'cache') };
  const lock = () => readFileSync(join(archive.folder, 'anchors.lock'), 'utf8');
  const missing = await cables(['anchors', '--check'], { env });
  expect([missing.status, missing.out]).toEqual([
    1,
    `${join(archive.folder, 'anchors.lock')} is not up to date.\n`,
  ]);
  expect((await cables(['anchors'], { env })).out).toMatch(/: 2 cables\n$/);
  expect(lock()).toMatch(/^08LIMA120 p1:\S+ p2:\S+\n08LIMA121 p1:\S+ p2:\S+$/m);
  expect((await cables(['anchors', '--check'], { env })).status).toBe(0);

  archive.write('a.txt', cableText({ body: '1. (U) The port raised its dues.' }));
  const before = lock();
  for (const args of [['anchors'], ['build', '--out', join(archive.root, 'dist')]]) {
    const { status, err } = await cables(args, { env });
    expect(status).toBe(1);
    expect(err).toContain('08LIMA120 anchors would vanish, their words are in no paragraph: p2');
    expect(err).toMatch(/accept the change with `cables anchors --accept`\.\n$/);
  }
  expect(lock()).toBe(before);
  expect((await cables(['anchors', '--accept'], { env })).status).toBe(0);
  expect(lock()).toMatch(/^08LIMA120 p1:\S+ p2>p1$/m);
  const markers = await cables(['anchors'], { env });
  expect(markers.out).toContain('nothing has changed');
});
