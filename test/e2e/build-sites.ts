/**
 * Builds the sites that the page tests read, and serves them until the tests are over. `E2E_KEEP=1` reads the sites of the run
 * before again, for work on a test.
 */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type Site, type SiteName, scratch, siteNames } from './sites.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const cli = join(root, 'src', 'cli.ts');
const own = join(root, 'cables');

// http://localhost:4321/archive/press/ - 33 cables, 2 diagnostics
const ADDRESS = /https?:\/\/\S+\//;

/** The folder of raw cables of each site. */
const folders: Record<SiteName, () => string> = {
  main: () => own,
  odd: oddCables,
  one: withoutSpecimens,
  none: () => made('none'),
};

export default async function buildSites(): Promise<() => Promise<void>> {
  const kept = process.env.E2E_KEEP && siteNames.every((name) => existsSync(join(scratch, name)));
  if (!kept) {
    rmSync(scratch, { recursive: true, force: true });
    mkdirSync(scratch, { recursive: true });
    const [main, ...others] = siteNames;
    await Promise.all([
      build(main),
      others.reduce((before, name) => before.then(() => build(name)), Promise.resolve()),
    ]);
  }
  const servers: ChildProcess[] = [];
  const sites: Record<string, Site> = {};
  for (const name of siteNames) {
    const cables = name === 'main' ? own : made(name);
    const dir = join(scratch, name);
    const { server, url } = await serve(dir, cables);
    servers.push(server);
    sites[name] = { dir, base: new URL(url).pathname, url, cables };
  }
  writeFileSync(join(scratch, 'sites.json'), JSON.stringify(sites));
  return async () => {
    for (const server of servers) server.kill();
  };
}

async function build(name: SiteName): Promise<void> {
  const env = { ...process.env, CABLES: folders[name](), CABLES_CACHE: join(scratch, 'cache') };
  try {
    await promisify(execFile)(process.execPath, [cli, 'build', '--out', join(scratch, name)], {
      cwd: root,
      env,
    });
  } catch (error) {
    throw new Error(`The ${name} site could not be built.`, { cause: error });
  }
}

function made(name: string): string {
  const folder = join(scratch, `${name}-cables`);
  mkdirSync(folder, { recursive: true });
  return folder;
}

/**
 * The folder of hostile texts, with three more that are too long to keep: ten million characters in one line, two million in one
 * word under a subject of many words, and a cable that cites more than a page of a list holds.
 */
function oddCables(): string {
  const folder = made('odd');
  cpSync(join(root, 'test', 'e2e', 'odd'), folder, { recursive: true });
  const head = 'R 051415Z MAR 08\nFM AMEMBASSY OTTAWA\nTO SECSTATE WASHDC\n\nUNCLAS OTTAWA 000903\n\n';
  const long = 'word <b> [x](y) '.repeat(625_000);
  writeFileSync(join(folder, '08OTTAWA903.txt'), `${head}SUBJECT: ONE LONG LINE\n\n1. (U) ${long}\nDOE\n`);
  const subject = 'A SUBJECT OF MANY WORDS '.repeat(30);
  const word = `1. (U) ${'Z'.repeat(2_000_000)}\n\n2. (U) THE END.`;
  const unbroken = head.replace('903', '906');
  writeFileSync(join(folder, '08OTTAWA906.txt'), `${unbroken}SUBJECT: ${subject}\n\n${word}\nDOE\n`);
  const cited = Array.from({ length: 101 }, (_, at) => `${at + 1}. (U) SEE 07 LIMA ${1001 + at}.\n`).join(
    '\n',
  );
  const other = head.replace('903', '905');
  writeFileSync(join(folder, '08OTTAWA905.txt'), `${other}SUBJECT: MANY REFERENCES\n\n${cited}\nDOE\n`);
  return folder;
}

function withoutSpecimens(): string {
  const folder = made('one');
  cpSync(own, folder, { recursive: true });
  rmSync(join(folder, 'specimens'), { recursive: true });
  rmSync(join(folder, 'anchors.lock'), { force: true });
  const settings = readFileSync(join(own, 'archive.yaml'), 'utf8');
  writeFileSync(join(folder, 'archive.yaml'), `url: https://cables.example/a/\n${settings}`);
  return folder;
}

function serve(dir: string, cables: string): Promise<{ server: ChildProcess; url: string }> {
  const server = spawn(process.execPath, [cli, 'preview', '--out', dir], {
    cwd: root,
    env: { ...process.env, CABLES: cables, CABLES_CACHE: join(scratch, 'cache'), PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return new Promise((resolve, reject) => {
    let said = '';
    server.once('exit', () => reject(new Error(`cables preview stopped: ${said}`)));
    server.stdout.on('data', (chunk: Buffer) => {
      said += chunk;
      const url = ADDRESS.exec(said)?.[0];
      if (url) resolve({ server, url });
    });
  });
}
