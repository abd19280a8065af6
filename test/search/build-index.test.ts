import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { indexText, unsigned } from '../../src/search/build/index-text.ts';
import { planShards } from '../../src/search/build/plan-shards.ts';
import { buildIndex } from '../../src/search/build-index.ts';
import type { SearchManifest } from '../../src/search/manifest.ts';
import { makeCorpus } from './made-corpus.ts';
import { writeSite } from './made-site.ts';
import type { ScanCable } from './plain-scan.ts';

const dirs: string[] = [];
afterEach(() => {
  for (const dir of dirs.splice(0)) rmSync(dir, { recursive: true, force: true });
});

function scratch(): string {
  const dir = mkdtempSync(join(tmpdir(), 'cable-archive-index-'));
  dirs.push(dir);
  return dir;
}

/** Builds the index of these cables from nothing or upon what the folder holds. */
async function build(dir: string, cables: readonly ScanCable[], words = 3500, pieceWords = 1000) {
  rmSync(join(dir, 'site', 'cables'), { recursive: true, force: true });
  const entries = writeSite(cables, join(dir, 'site'));
  return buildIndex({
    siteDir: join(dir, 'site'),
    cacheDir: join(dir, 'cache'),
    entries,
    settings: { search: { words, memory: 1000 } },
    pieceWords,
  });
}

/** Every file of the index with the digest of its bytes. */
function bytesOf(dir: string): Record<string, string> {
  const root = join(dir, 'site', 'search', 'index');
  const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter((item) => item.isFile());
  return Object.fromEntries(
    files
      .map(({ parentPath, name }) => join(parentPath, name))
      .sort()
      .map((path) => [relative(root, path), createHash('sha256').update(readFileSync(path)).digest('hex')]),
  );
}

/** The files of the lists of stems. */
const chunksOf = (dir: string): string[] =>
  readdirSync(join(dir, 'cache'), { recursive: true, encoding: 'utf8' })
    .filter((path) => /(?:weights|places)[\\/]\d+\.bin$/.test(path))
    .map((path) => join(dir, 'cache', path));

const { cables } = makeCorpus(120, 3);

describe('building again', () => {
  test('a changed cable costs its own shard, and the result is as if built from nothing', async () => {
    const dir = scratch();
    const first = await build(dir, cables);
    expect(first.shards).toBeGreaterThan(2);
    expect(first.reused).toBe(0);
    const again = await build(dir, cables);
    expect(again.reused).toBe(again.shards);

    const changed = cables.map((cable, at) =>
      at === 5
        ? { ...cable, blocks: [...cable.blocks, { anchor: 'p99', text: 'one paragraph more' }] }
        : cable,
    );
    const after = await build(dir, changed);
    expect(after.reused).toBe(after.shards - 1);
    const clean = scratch();
    await build(clean, changed);
    expect(bytesOf(dir)).toEqual(bytesOf(clean));
  });

  test('a removed cable leaves nothing behind', async () => {
    const dir = scratch();
    await build(dir, cables);
    await build(dir, cables.slice(0, 60));
    const clean = scratch();
    await build(clean, cables.slice(0, 60));
    expect(bytesOf(dir)).toEqual(bytesOf(clean));
    const gone = cables[100]?.address ?? '';
    const index = join(dir, 'site', 'search', 'index');
    for (const file of readdirSync(join(index, 'ids')))
      expect(readFileSync(join(index, 'ids', file), 'utf8')).not.toContain(gone);
  });

  test('a cable changed, added or removed in a large part gives the bytes of a build from nothing', async () => {
    const dir = scratch();
    const large = makeCorpus(250, 5).cables;
    const whole = (where: string, own: readonly ScanCable[]) => build(where, own, 10_000_000, 3000);
    await whole(dir, large.slice(0, -1));
    const inodes = () => chunksOf(dir).map((path) => statSync(path).ino);
    const before = new Set(inodes());
    const more = { anchor: 'p99', text: 'zanzibar' };
    const edited = large.map((one, at) => (at === 7 ? { ...one, blocks: [...one.blocks, more] } : one));
    for (const [at, next] of [edited.slice(0, -1), edited, edited.slice(1)].entries()) {
      expect(await whole(dir, next)).toMatchObject({ shards: 1, reused: 0 });
      if (at === 0) expect(inodes().some((inode) => before.has(inode))).toBe(true);
      const clean = scratch();
      await whole(clean, next);
      expect(bytesOf(dir)).toEqual(bytesOf(clean));
    }
  }, 120_000);

  test('an archive of none has a manifest, and no shard', async () => {
    const dir = scratch();
    expect(await build(dir, [])).toMatchObject({ cables: 0, shards: 0 });
    const manifest: SearchManifest = JSON.parse(
      readFileSync(join(dir, 'site', 'search', 'index', 'manifest.json'), 'utf8'),
    );
    expect(manifest).toMatchObject({ cables: 0, shards: [], ids: {} });
  });
});

describe('the plan of shards', () => {
  const page = fc.record({
    path: fc.integer({ min: 0, max: 9999 }).map((number) => `cables/${number}/index.html`),
    day: fc.oneof(
      fc.constant(0),
      fc.integer({ min: 1973, max: 1976 }).map((year) => year * 10000),
      fc
        .tuple(
          fc.integer({ min: 1973, max: 1976 }),
          fc.integer({ min: 1, max: 12 }),
          fc.integer({ min: 1, max: 28 }),
        )
        .map(([year, month, day]) => year * 10000 + month * 100 + day),
    ),
    words: fc.integer({ min: 1, max: 3000 }),
  });
  const pages = fc.uniqueArray(page, { selector: ({ path }) => path, maxLength: 60 });

  test('holds every page once, in order of date, within the limit, whatever the order it came in', () => {
    fc.assert(
      fc.property(pages, (all) => {
        const plan = planShards(all, 5000);
        expect(plan.flat().toSorted((a, b) => (a.path < b.path ? -1 : 1))).toEqual(
          all.toSorted((a, b) => (a.path < b.path ? -1 : 1)),
        );
        expect(planShards(all.toReversed(), 5000)).toEqual(plan);
        const days = plan.flat().map(({ day }) => day);
        expect(days).toEqual(days.toSorted((a, b) => a - b));
        for (const shard of plan)
          expect(shard.reduce((sum, { words }) => sum + words, 0)).toBeLessThanOrEqual(5000);
      }),
    );
  });

  test('a year lies in one shard where it fits into one', () => {
    fc.assert(
      fc.property(pages, (all) => {
        const plan = planShards(all, 40_000);
        const years = new Map<number, number>();
        for (const { day, words } of all)
          years.set(Math.floor(day / 10000), (years.get(Math.floor(day / 10000)) ?? 0) + words);
        for (const [year, words] of years) {
          const shards = plan.filter((shard) => shard.some(({ day }) => Math.floor(day / 10000) === year));
          if (words <= 40_000) expect(shards.length).toBe(1);
        }
      }),
    );
  });
});

describe('what is indexed of a page', () => {
  const fields = { id: '08LIMA1', meta: { title: 'A "title" & <b>' }, filters: { tag: ['PREL'] } };
  const html =
    '<html><body><nav>menu</nav><main><article class="sheet" data-pagefind-body><h1>Title</h1><p class="para" id="p1" data-mark="S/NF" title="a > b">Text <a href="/x">link</a></p></article></main><footer>foot</footer></body></html>';

  test('its own part alone, with a sign at the start of each block, and its fields', () => {
    const text = unsigned(indexText(html, 'en', fields) ?? '');
    expect(text).not.toMatch(/menu|foot/);
    expect(text).toContain('<h1>¶ Title</h1>');
    expect(text).toContain('title="a > b">¶ Text');
    expect(text).toContain('data-pagefind-filter="mark[data-v]" data-v="S/NF"');
    expect(text).toContain('data-v="p1 S/NF"');
    expect(text).toContain('data-v="A &quot;title&quot; &amp; &lt;b&gt;"');
  });

  test('with our own signs around what Pagefind does not divide, which leave no trace', () => {
    const text = '<article data-pagefind-body><p>Tehran—that “end”</p><p>Iran’s </p></article>';
    const signed = indexText(text, 'en', { id: 'x', meta: {}, filters: {} }) ?? '';
    expect(signed).not.toContain('Tehran—');
    const words = signed
      .split('\n')
      .at(-2)
      ?.replace(/<[^>]+>/g, ' ');
    expect(
      unsigned(words ?? '')
        .split(/\s+/)
        .join(' ')
        .trim(),
    ).toBe('¶ Tehran—that “end” ¶ Iran’s ¶');
  });

  test('nothing of a page that says it is not for search', () => {
    expect(indexText(html.replace(' data-pagefind-body', ''), 'en', fields)).toBeUndefined();
  });

  test('ten million signs take no longer than their number', () => {
    for (const letter of [' ', '<', '"', '<p ', 'id="', 'data-pagefind-body ', '—', '</p>']) {
      const start = process.cpuUsage();
      indexText(`<article data-pagefind-body>${letter.repeat(10_000_000 / letter.length)}`, 'en', fields);
      indexText(letter.repeat(10_000_000 / letter.length), 'en', fields);
      expect(process.cpuUsage(start).user / 1000).toBeLessThan(4000);
    }
  });
});
