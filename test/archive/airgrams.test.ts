import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import * as ask from '../../src/archive/queries.ts';
import { cableText, temporaryArchive } from './temporary-archive.ts';

const airgram = readFileSync(
  new URL('../../cables/specimens/1970s/73QUITO-A47.txt', import.meta.url),
  'utf8',
);

test('the number of an airgram says nothing of when a telegram was sent', async () => {
  const archive = temporaryArchive({
    '73QUITO-A47.txt': airgram,
    'quito.txt': cableText({
      post: 'QUITO',
      serial: 3000,
      day: '020945Z OCT 73',
      reference: '73 QUITO 2900',
    }),
  });
  await archive.read();
  process.env.CABLES = archive.places.cables;
  process.env.CABLES_CACHE = join(archive.root, 'cache');
  process.env.CABLES_DEV = '1';
  expect(ask.missingById('73QUITO2900')?.between).toEqual(['1973-01-01', '1973-10-02']);
});
