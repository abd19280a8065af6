import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { cableText, temporaryArchive } from '../archive/temporary-archive.ts';
import { cables } from './run-cables.ts';

const scratch = fileURLToPath(new URL('../../.cache/test/', import.meta.url));

/** All files of a site with what they hold. */
function contentOf(dir: string): Map<string, string> {
  return new Map(
    readdirSync(dir, { recursive: true, withFileTypes: true })
      .filter((item) => item.isFile())
      .map(({ parentPath, name }) => join(parentPath, name))
      .sort()
      .map((path) => [path.slice(dir.length), readFileSync(path).toString('base64')]),
  );
}

/** Cables that cite one another, held or not. */
const cable = fc
  .record({
    serial: fc.integer({ min: 1, max: 9 }),
    post: fc.constantFrom('LIMA', 'QUITO'),
    subject: fc.constantFrom('COFFEE', 'A BRIDGE FALLS', 'COFFEE AGAIN'),
    cited: fc.integer({ min: 1, max: 9 }),
    day: fc.constantFrom('150945Z MAY 08', '011000Z JUN 08', '020800Z JAN 08'),
    marking: fc.constantFrom('UNCLAS', 'C O N F I D E N T I A L'),
    tags: fc.constantFrom('EWWT, PE', 'PREL, PE', 'PREL'),
    term: fc.constantFrom('', ' of the Port Labor Union (PLU)'),
    end: fc.constantFrom('was late', 'came on time'),
  })
  .map(({ serial, post, subject, cited, day, marking, tags, term, end }) =>
    cableText({
      serial,
      post,
      subject,
      day,
      marking,
      tags,
      reference: `08 LIMA ${cited}`,
      body: `1. (U) The ship of 08 LIMA ${cited} and of 08 QUITO ${serial}${term} ${end}.`,
    }),
  );

const name = fc.integer({ min: 0, max: 5 }).map((number) => `${number}.txt`);
const change = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('write' as const), name, text: cable }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('remove' as const), name }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('rename' as const), name, to: name }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('settings' as const), title: fc.constantFrom('One', 'Two') }),
  },
);

// `RUNS=20 npx vitest run test/cli/incremental.test.ts` tries twenty sequences in place of one.
test('whatever changes, a build that keeps what it can gives the bytes of a build from nothing', {
  timeout: 600_000,
}, async () => {
  mkdirSync(scratch, { recursive: true });
  await fc.assert(
    fc.asyncProperty(
      fc.array(cable, { minLength: 4, maxLength: 6 }),
      fc.array(fc.array(change, { minLength: 1, maxLength: 3 }), { minLength: 3, maxLength: 3 }),
      async (first, steps) => {
        const archive = temporaryArchive({
          'archive.yaml': 'url: https://cables.example/\n',
          ...Object.fromEntries(first.map((text, at) => [`${at}.txt`, text])),
        });
        // Inside the project, where the chunks of a build find its packages.
        const cache = mkdtempSync(join(scratch, 'incremental-'));
        onTestFinished(() => rmSync(cache, { recursive: true, force: true, maxRetries: 3 }), 60_000);
        const build = async (out: string, own: string) => {
          const env = { CABLES: archive.folder, CABLES_CACHE: join(cache, own) };
          expect(await cables(['build', '--out', join(archive.root, out)], { env })).toMatchObject({
            status: 0,
          });
        };
        await build('kept', 'kept');
        for (const step of steps) {
          for (const one of step) apply(one, archive);
          await build('kept', 'kept');
        }
        await build('clean', 'clean');
        const [kept, clean] = [contentOf(join(archive.root, 'kept')), contentOf(join(archive.root, 'clean'))];
        expect([...kept.keys()]).toEqual([...clean.keys()]);
        expect(
          [...kept].filter(([path, content]) => clean.get(path) !== content).map(([path]) => path),
        ).toEqual([]);
      },
    ),
    { numRuns: Number(process.env.RUNS ?? 1), endOnFailure: true },
  );
});

function apply(
  one: typeof change extends fc.Arbitrary<infer Change> ? Change : never,
  archive: ReturnType<typeof temporaryArchive>,
) {
  if (one.kind === 'settings')
    archive.write('archive.yaml', `url: https://cables.example/\ntitle: ${one.title}\n`);
  else if (one.kind === 'write') archive.write(one.name, one.text);
  else if (one.kind === 'remove') rmSync(join(archive.folder, one.name), { force: true });
  else if (readdirSync(archive.folder).includes(one.name)) {
    renameSync(join(archive.folder, one.name), join(archive.folder, one.to));
  }
}
