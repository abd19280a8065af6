/** The two doors of README that stay open: `npm start` and `npm run dev`. */
import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { scratch, site } from './sites.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const windows = process.platform === 'win32';
const running: ChildProcess[] = [];

test.afterEach(() => {
  for (const { pid } of running.splice(0)) {
    if (pid === undefined) continue;
    if (windows) spawn('taskkill', ['/pid', String(pid), '/t', '/f']);
    else process.kill(-pid, 'SIGTERM');
  }
});

/** Starts a program that serves; gives what it wrote on standard output once that holds an address. */
function serving(command: string, args: string[], env: NodeJS.ProcessEnv): Promise<string> {
  const child = spawn(command, args, {
    cwd: root,
    env: { ...process.env, CABLES_CACHE: join(scratch, 'cache'), PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
    // A group of its own, to be ended whole.
    detached: !windows,
    shell: windows,
  });
  running.push(child);
  return new Promise((resolve, reject) => {
    let said = '';
    child.once('exit', () => reject(new Error(`${command} stopped: ${said}`)));
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk;
      if (/https?:.*\n/.test(said)) resolve(said);
    });
  });
}

test('npm start says one line: the address, the number of cables and of diagnostics', async ({ request }) => {
  test.setTimeout(120_000);
  const { dir, cables } = site('one');
  const said = await serving('npm', ['start', '--silent', '--', '--out', dir], { CABLES: cables });
  expect(said).toMatch(
    /^http:\/\/localhost:\d+\/a\/ - 1 cable, \d+ diagnostics? \(0 errors, 0 warnings, \d+ notes?\)\n$|^http:\/\/localhost:\d+\/a\/ - 1 cable, 0 diagnostics\n$/,
  );
  const page = await request.get(new URL('cables/08BEIJING1882/', said.split(' ')[0]).href);
  expect(await page.text()).toContain('China Urged to Terminate');
});

test('npm run dev: a page that is open shows what was changed in its raw cable', async ({ page }) => {
  test.setTimeout(180_000);
  const folder = join(scratch, 'dev-cables');
  mkdirSync(folder, { recursive: true });
  const raw = join(folder, '08BEIJING1882.txt');
  cpSync(join(root, 'cables', '2008', '08BEIJING1882.txt'), raw);
  const said = await serving(process.execPath, [join(root, 'src', 'cli.ts'), 'dev'], { CABLES: folder });
  await page.goto(new URL('cables/08BEIJING1882/', said.split(' ')[0]).href, { timeout: 60_000 });
  await expect(page.locator('h1')).toContainText('China Urged');
  // Vite reloads once more when it has made its own scripts ready.
  await page.waitForLoadState('networkidle');
  const text = readFileSync(raw, 'utf8');
  writeFileSync(raw, text.replace('CHINA URGED TO TERMINATE', 'CHINA INVITED TO END'));
  await expect(page.locator('h1')).toContainText(/China Invited to End/i, { timeout: 30_000 });
  await expect(page.locator('[id="p3"]')).toContainText('Because Iran');
});
