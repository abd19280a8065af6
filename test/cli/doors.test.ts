import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { cableText, temporaryArchive } from '../archive/temporary-archive.ts';
import { cables, startCables } from './run-cables.ts';

const seed = fileURLToPath(new URL('../../cables/2008/08BEIJING1882.txt', import.meta.url));

test('parse prints one record a line, in the order of the files', async () => {
  const archive = temporaryArchive({ 'a.txt': cableText() });
  const { status, out, err } = await cables(['parse', seed, join(archive.folder, 'a.txt')]);
  expect([status, err]).toEqual([0, '']);
  const records = out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(records.map(({ id }) => id)).toEqual(['08BEIJING1882', '08LIMA120']);
  expect(records[0].source).toMatchObject({
    path: seed,
    bytes: readFileSync(seed).length,
    encoding: 'utf-8',
  });
});

test('parse reads standard input, and gives a record of whatever it reads', async () => {
  const { status, out } = await cables(['parse', '-'], { input: cableText() });
  expect(status).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ id: '08LIMA120' });
  const letter = await cables(['parse', '-'], { input: 'Dear Madam' });
  expect(letter.status).toBe(0);
  expect(JSON.parse(letter.out).diagnostics).not.toEqual([]);
  const nothing = await cables(['parse', '-'], { input: '' });
  expect(nothing.status).toBe(0);
  expect(JSON.parse(nothing.out).diagnostics).toMatchObject([{ code: 'empty-file' }]);
});

test('parse tells what it cannot read, and reads the rest', async () => {
  const { status, out, err } = await cables(['parse', '/nowhere.txt', '/', seed]);
  expect(status).toBe(1);
  expect(JSON.parse(out).id).toBe('08BEIJING1882');
  expect(err).toBe('/nowhere.txt: there is no such file.\n/: this is a folder.\n');
});

test('parse --each-line answers line by line while the caller waits', async () => {
  const { child, ended, out } = startCables(['parse', '--each-line']);
  const ask = async (asked: unknown, lines: number) => {
    child.stdin.write(`${JSON.stringify(asked)}\n`);
    await expect.poll(() => out().split('\n').length - 1, { timeout: 30_000 }).toBe(lines);
  };
  await ask({ text: cableText({ serial: 7 }) }, 1);
  await ask(
    { text: 'R 150945Z MAY\nFM AMEMBASSY LIMA\n\nUNCLAS LIMA 000008\n\nSUBJECT: X\n\n1. Y.\n', year: 1999 },
    2,
  );
  await ask({ text: '' }, 3);
  await ask({ text: 'REF: STATE 12', year: '2008' }, 4);
  child.stdin.end();
  const { status } = await ended;
  expect(status).toBe(0);
  const [first, second, third, fourth] = out()
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(first.id).toBe('08LIMA7');
  expect(second.id).toBe('99LIMA8');
  expect(fourth.references).toMatchObject([{ id: '08STATE12' }]);
  expect(third.diagnostics).toMatchObject([{ code: 'empty-file' }]);
});

test('parse --each-line answers a broken line with an error in its place', async () => {
  const input = `{"text": 1}\n${JSON.stringify({ text: cableText() })}\nnonsense`;
  const { status, out } = await cables(['parse', '--each-line'], { input });
  expect(status).toBe(1);
  const answers = out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(answers.map(({ error, id }) => error ?? id)).toEqual([
    'the object has no "text".',
    '08LIMA120',
    'this is not JSON.',
  ]);
});

test('a reader that closes the pipe early gets no complaint', () => {
  const many = Array.from({ length: 200 }, () => seed);
  const program = fileURLToPath(new URL('../../src/cli.ts', import.meta.url));
  const command = `"${process.execPath}" "${program}" parse ${many.map((file) => `"${file}"`).join(' ')} | head -c 10`;
  const { stdout, stderr } = spawnSync('sh', ['-c', command], { encoding: 'utf8' });
  expect(stdout).toHaveLength(10);
  expect(stderr).toBe('');
});

test('id puts ids into their canonical form', async () => {
  const good = await cables(['id', '2008 Beijing 001882', '08BEIJING1882']);
  expect(good).toEqual({ status: 0, out: '08BEIJING1882\n08BEIJING1882\n', err: '' });
  expect((await cables(['id', 'nonsense'])).status).toBe(1);
});

test('every command has a help that names its exit statuses', async () => {
  const { status, out } = await cables(['--help']);
  expect(status).toBe(0);
  const names = [...out.matchAll(/^ {2}([a-z]+) /gm)].map(([, name]) => name ?? '');
  expect(names).toContain('check');
  const helps = await Promise.all(names.map((name) => cables([name, '--help'])));
  for (const help of helps) {
    expect(help.status).toBe(0);
    expect(help.out).toMatch(/^Usage: cables /);
    expect(help.out).toContain('Exit status: 0');
  }
});

test.for([
  [['nonsense'], /^There is no command nonsense\./],
  [['parse', '--nonsense'], /'--nonsense'.*See cables parse --help\.$/],
  [['parse'], /^Name the files/],
  [['convert'], /^Name a folder/],
  [['convert', '--to', 'pdf', '--out', 'x'], /^--to can be/],
  [['check', '--level', 'all'], /^--level can be/],
] as const)('%s is answered in one sentence with status 2', async ([args, told]) => {
  const { status, out, err } = await cables([...args]);
  expect([status, out]).toEqual([2, '']);
  expect(err.trimEnd()).toMatch(told);
  expect(err.trimEnd()).not.toContain('\n');
});

test('check tells file, line, code and what to do, and ends with 1 where there are errors', async () => {
  const archive = temporaryArchive({
    'a.txt': cableText().replace('EWWT, PE', 'EWWT, QQZZ'),
    'b.txt': '',
    'archive.yaml': 'title: Here\n',
  });
  const env = { CABLES: archive.folder, CABLES_CACHE: join(archive.root, 'cache') };
  const { status, out } = await cables(['check'], { env });
  expect(status).toBe(1);
  expect(out).toMatch(/^a\.txt:8 {2}warning {2}tag-unknown {2}.*QQZZ.*\n {4}\S/m);
  expect(out).toMatch(/^b\.txt:1 {2}error {2}empty-file {2}/m);
  expect(out).toMatch(/\n1 cable: 1 error, 1 warning, \d notes?\n$/);
  const json = await cables(['check', '--json', '--level', 'error'], { env });
  expect(json.status).toBe(1);
  expect(
    json.out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line)),
  ).toMatchObject([{ path: 'b.txt', line: 1, severity: 'error', code: 'empty-file' }]);
  const one = await cables(['check', '--level', 'warning', join(archive.folder, 'a.txt')]);
  expect(one.status).toBe(0);
  expect(one.out).toContain('a.txt:8  warning  tag-unknown');
});

test('settings that are wrong end a command with their file and line', async () => {
  const archive = temporaryArchive({ 'archive.yaml': 'titel: Here\n' });
  const env = { CABLES: archive.folder, CABLES_CACHE: join(archive.root, 'cache') };
  const { status, err } = await cables(['check'], { env });
  expect(status).toBe(1);
  expect(err).toMatch(/archive\.yaml:1: `titel` is no setting\..*Did you mean `title`\?\n$/);
});

test('no command takes a file for the folder of cables, or one that is not there', async () => {
  const archive = temporaryArchive({ 'a.txt': cableText() });
  const nowhere = join(archive.root, 'nowhere');
  const file = join(archive.folder, 'a.txt');
  for (const args of [
    ['check'],
    ['convert', '--out', join(archive.root, 'out')],
    ['anchors'],
    ['build'],
    ['dev'],
  ]) {
    const missing = await cables(args, { env: { CABLES: nowhere } });
    expect([args, missing.status, missing.err]).toEqual([
      args,
      1,
      `There is no folder of cables: ${nowhere}.\n`,
    ]);
  }
  for (const args of [['check'], ['build']]) {
    const { status, err } = await cables(args, { env: { CABLES: file } });
    expect([status, err]).toEqual([1, `This is a file, no folder of cables: ${file}.\n`]);
  }
});

test('what a command cannot use is told rather than passed over', async () => {
  for (const name of ['build', 'start', 'dev', 'preview', 'convert', 'anchors']) {
    const { status, err } = await cables([name, 'file.txt']);
    expect([status, err]).toEqual([2, `${name} takes no file.txt. See cables ${name} --help.\n`]);
  }
  for (const name of ['start', 'dev', 'preview']) {
    for (const port of ['here', '70000', '-1']) {
      const { status, err } = await cables([name], { env: { PORT: port } });
      expect([status, err]).toEqual([2, `PORT can be a number up to 65535, not ${port}.\n`]);
    }
  }
});

test('parse and explain say the same of a file that cannot be read', async () => {
  const { folder } = temporaryArchive();
  for (const name of ['parse', 'explain']) {
    const missing = await cables([name, join(folder, 'none.txt')]);
    expect([missing.status, missing.err]).toEqual([
      1,
      `${join(folder, 'none.txt')}: there is no such file.\n`,
    ]);
    const { status, err } = await cables([name, folder]);
    expect([status, err]).toEqual([1, `${folder}: this is a folder.\n`]);
  }
});

test('convert writes each form, and replaces nothing unasked', async () => {
  const archive = temporaryArchive({ 'a.txt': cableText(), 'b/c.txt': cableText({ serial: 121 }) });
  const env = { CABLES: archive.folder, CABLES_CACHE: join(archive.root, 'cache') };
  const out = join(archive.root, 'out');
  expect((await cables(['convert', '--out', out], { env })).status).toBe(0);
  expect(readdirSync(out)).toEqual(['08LIMA120.md', '08LIMA121.md']);
  const refused = await cables(['convert', '--out', out], { env });
  expect(refused.status).toBe(1);
  expect(refused.err).toContain('holds 2 files');
  const csv = await cables(['convert', '--to', 'csv'], { env });
  expect(csv.out.trimEnd().split('\n')).toHaveLength(3);
  const lines = join(archive.root, 'lines');
  await cables(['convert', '--to', 'ndjson', '--out', lines], { env });
  const records = readFileSync(join(lines, 'cables.ndjson'), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(records.map(({ id, body }) => [id, body.length])).toEqual([
    ['08LIMA120', 2],
    ['08LIMA121', 2],
  ]);
  expect(existsSync(join(lines, 'cables.ndjson.part'))).toBe(false);
});

test('explain names what each line became, and passes no order on to the terminal', async () => {
  const archive = temporaryArchive({
    'a.txt': cableText({ body: '1. (U) Red \u001b[31m words.\n\n2. End.' }),
  });
  const { status, out } = await cables(['explain', join(archive.folder, 'a.txt')]);
  expect(status).toBe(0);
  expect(out).not.toContain('\u001b');
  expect(out).toMatch(/^ *1 {2}dtg +R 150945Z MAY 08$/m);
  expect(out).toMatch(/^ *8 {2}tags +TAGS: EWWT, PE$/m);
  expect(out).toMatch(/^ *11 {2}p1 +1\. \(U\) Red \\x1b\[31m words\.$/m);
  const colored = await cables(['explain', '--color=always', join(archive.folder, 'a.txt')]);
  expect(colored.out).toContain('\u001b[36mdtg');
});
