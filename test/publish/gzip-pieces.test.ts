import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { crc32Combine } from '../../src/publish/crc32-combine.ts';
import { gzipOf, writePiece } from '../../src/publish/gzip-pieces.ts';

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'pieces-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

test('the check of two texts follows from the check of each', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 3000 }), fc.uint8Array({ maxLength: 3000 }), (a, b) => {
      expect(crc32Combine(crc32(a), crc32(b), b.length)).toBe(crc32(Buffer.concat([a, b])));
    }),
  );
});

test('pieces make one gzip member, which any reader takes', async () => {
  const folder = temporaryFolder();
  const texts = [['one\n', 'zwölf\n'], [], ['three\n'], [`${'x'.repeat(9_000_000)}\n`, 'last\n']];
  const paths = texts.map((piece, at) => {
    writePiece(join(folder, String(at)), piece);
    return join(folder, String(at));
  });
  const gzip = Buffer.concat([...gzipOf(paths)]);
  expect(gunzipSync(gzip).toString()).toBe(texts.flat().join(''));
  // A browser's reader refuses what stands behind the first member.
  const stream = new Blob([gzip]).stream().pipeThrough(new DecompressionStream('gzip'));
  expect(await new Response(stream).text()).toBe(texts.flat().join(''));
  writePiece(join(folder, 'again'), texts[0] ?? []);
  expect(readFileSync(join(folder, 'again'))).toEqual(readFileSync(paths[0] ?? ''));
});

test('no pieces make an empty gzip file', () => {
  expect(gunzipSync(Buffer.concat([...gzipOf([])])).length).toBe(0);
});
