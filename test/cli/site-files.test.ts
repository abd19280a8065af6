/** What a site holds besides pages, as a reader finds it. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { expect, onTestFinished, test } from 'vitest';
import { openArchive } from '../../src/archive/open-archive.ts';
import { makeFolders, workOf } from '../../src/cli/open-pages.ts';
import { writeSiteFiles } from '../../src/cli/write-site-files.ts';
import { cableText, temporaryArchive } from '../archive/temporary-archive.ts';
import { readXml } from '../publish/read-xml.ts';

const url = 'url: https://cables.example.org/archive/\n';
const cables = {
  'a.txt': cableText({ serial: 1, subject: '=HYPERLINK("http://evil.example") <b>' }),
  'b.txt': cableText({ serial: 2, day: '150945Z JUN 09', reference: 'A. 08 LIMA 1\nB. 08 STATE 77' }),
  // Two cables in one file.
  'c.txt': `${cableText({ serial: 3 })}\n${cableText({ serial: 4 })}`,
};

/** An archive whose files, but no pages, are written into a folder of their own with each `publish`. */
function archiveOf(settings: string, files: Record<string, string> = cables) {
  const archive = temporaryArchive({ 'archive.yaml': settings, ...files });
  const before = { ...process.env };
  onTestFinished(() => {
    process.env = before;
  });
  process.env.CABLES = archive.folder;
  process.env.CABLES_CACHE = join(archive.root, 'cache');
  process.env.CABLES_DEV = '1';
  let sites = 0;
  return {
    ...archive,
    async publish() {
      sites += 1;
      const site = join(archive.root, `site-${sites}`);
      await archive.read();
      const { settings, entries, places } = openArchive();
      const records = join(places.cache, 'records');
      const work = workOf(openArchive(), site, { entry: '', styles: [] });
      const order = { entries, records, kept: new Map(), jobs: [], onProgress: () => {} };
      const made = await makeFolders(openArchive(), order, work);
      const rows = { folder: join(places.cache, 'rows'), maker: JSON.stringify(settings) };
      writeSiteFiles(site, settings, entries, { paths: [], rows, ...made });
      return site;
    },
  };
}

function filesOf(site: string): Map<string, string> {
  const found = readdirSync(site, { recursive: true, withFileTypes: true }).filter((file) => file.isFile());
  const paths = found.map(({ parentPath, name }) => join(parentPath, name)).sort();
  return new Map(paths.map((path) => [path.slice(site.length + 1), readFileSync(path).toString('base64')]));
}

const recordsOf = (site: string) =>
  gunzipSync(readFileSync(join(site, 'data/cables.ndjson.gz')))
    .toString()
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

test('the downloads hold what the pages hold, and their digests are true', async () => {
  const site = await archiveOf(url).publish();
  const records = recordsOf(site);
  expect(records.map(({ id }) => id).sort()).toEqual(['08LIMA1', '08LIMA3', '08LIMA4', '09LIMA2']);
  for (const record of records) {
    const beside = join(site, 'cables', record.id, 'cable.json');
    expect(record).toEqual(JSON.parse(readFileSync(beside, 'utf8')));
  }
  const rows: Record<string, string>[] = parse(readFileSync(join(site, 'data/cables.csv')), {
    columns: true,
  });
  for (const row of rows) {
    const record = records.find(({ id }) => id === row.id);
    expect(row).toMatchObject({
      date: record.dtg.iso,
      subject: record.subject.replace(/^=/, "'="),
      sha256: record.source.sha256,
    });
  }
  expect(rows.map(({ id }) => id)).toEqual(['08LIMA1', '08LIMA3', '08LIMA4', '09LIMA2']);
  const references = parse(readFileSync(join(site, 'data/references.csv')), { columns: true });
  expect(references).toMatchObject([
    { from: '09LIMA2', bullet: 'A', to: '08LIMA1', held: 'true' },
    { from: '09LIMA2', bullet: 'B', to: '08STATE77', held: 'false' },
  ]);
  const sums = ['SHA256SUMS', 'originals.sha256'].flatMap((name) =>
    readFileSync(join(site, 'data', name), 'utf8')
      .trimEnd()
      .split('\n'),
  );
  expect(sums).toHaveLength(6 + records.length);
  for (const line of sums) {
    const [digest, path = ''] = line.split('  ');
    const content = readFileSync(join(site, 'data', path));
    expect(createHash('sha256').update(content).digest('hex'), path).toBe(digest);
  }
  const { resources } = JSON.parse(readFileSync(join(site, 'data/datapackage.json'), 'utf8'));
  for (const { path, bytes } of resources) {
    expect(readFileSync(join(site, 'data', path)).length).toBe(bytes);
  }
  expect(resources).toHaveLength(4);
});

test('tables with kept rows are those that are made anew', async () => {
  const later = {
    'STATE.txt': cableText({ post: 'STATE', serial: 77 }),
    'a.txt': cableText({ serial: 1, subject: 'ANOTHER SUBJECT' }),
  };
  const archive = archiveOf(url);
  await archive.publish();
  for (const [path, text] of Object.entries(later)) archive.write(path, text);
  const site = await archive.publish();
  const anew = await archiveOf(url, { ...cables, ...later }).publish();
  expect(filesOf(site)).toEqual(filesOf(anew));
  expect(parse(readFileSync(join(site, 'data/references.csv')), { columns: true })).toMatchObject([
    { to: '08LIMA1', held: 'true' },
    { to: '08STATE77', held: 'true' },
  ]);
});

test('each list has a feed and a table of its cables', async () => {
  const site = await archiveOf(url).publish();
  for (const list of ['tags/PE', 'origins/lima', 'classifications/unclassified']) {
    const rows: Record<string, string>[] = parse(readFileSync(join(site, list, 'cables.csv')), {
      columns: true,
    });
    expect(rows.map(({ id }) => id)).toEqual(['08LIMA1', '08LIMA3', '08LIMA4', '09LIMA2']);
    const { textsOf } = readXml(readFileSync(join(site, list, 'feed.xml'), 'utf8'));
    expect(textsOf('entry/id')[0]).toBe('https://cables.example.org/archive/cables/09LIMA2/');
    expect(textsOf('entry/id')).toHaveLength(4);
    expect(textsOf('feed/id')).toEqual([`https://cables.example.org/archive/${list}/`]);
  }
  for (const list of ['dates/2009', 'dates/2009/06']) {
    expect(parse(readFileSync(join(site, list, 'cables.csv')))).toHaveLength(2);
  }
  expect(existsSync(join(site, 'dates/undated'))).toBe(false);
});

test('without the address of the site there are no feeds, and nothing names one', async () => {
  const site = await archiveOf('title: Here\n').publish();
  expect([...filesOf(site).keys()].filter((path) => path.includes('feed'))).toEqual([]);
  expect(readFileSync(join(site, 'robots.txt'), 'utf8')).not.toContain('Sitemap');
  expect(existsSync(join(site, 'tags/PE/cables.csv'))).toBe(true);
});

test('a publisher can leave out what a host has no room for', async () => {
  const lean = `${url}twins: { source: false, json: false, markdown: false }\ndownloads: { archive: false, lists: false, feeds: false }\n`;
  const site = await archiveOf(lean).publish();
  expect([...filesOf(site).keys()]).toEqual(['.nojekyll', '_headers', 'robots.txt']);
  const records = await archiveOf(`${url}twins: { source: false, json: false, markdown: false }\n`).publish();
  expect(recordsOf(records)).toHaveLength(4);
  expect(existsSync(join(records, 'data/originals.sha256'))).toBe(false);
});

test('what follows changes is what a build from nothing gives, byte for byte', async () => {
  const many = Object.fromEntries(
    Array.from({ length: 150 }, (_, at) => [`m/${at}.txt`, cableText({ serial: at + 10 })]),
  );
  const archive = archiveOf(url, { ...cables, ...many });
  await archive.publish();
  rmSync(join(archive.folder, 'm/7.txt'));
  archive.write('m/8.txt', cableText({ serial: 18, subject: 'CHANGED' }));
  archive.write('m/8b.txt', cableText({ serial: 999 }));
  const followed = filesOf(await archive.publish());
  rmSync(process.env.CABLES_CACHE ?? '', { recursive: true });
  expect(filesOf(await archive.publish())).toEqual(followed);
  expect(recordsOf(join(archive.root, 'site-3'))).toHaveLength(154);
});
