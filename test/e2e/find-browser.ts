import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';

/** Where browsers of the Chromium family stand, beside the folders of PATH. */
const usualPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];
const usualNames = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/**
 * Finds the Chromium that the page tests run in, or installs one: `CHROME_PATH`, Playwright's own, the system's; then an
 * install of Playwright's; then, for root, Debian's.
 *
 * @returns absolute path of the program
 * @throws Error with one sentence that says what to do, where none can be had
 */
export function findBrowser(): string {
  const named = process.env.CHROME_PATH;
  if (named) {
    if (existsSync(named)) return named;
    throw new Error(
      `CHROME_PATH names ${named}, which does not exist: set it to the program of Chrome or Chromium.`,
    );
  }
  const found = installed();
  if (found) return found;

  console.log('No Chromium found: installing the one of Playwright.');
  const playwright = fileURLToPath(new URL('../../node_modules/@playwright/test/cli.js', import.meta.url));
  spawnSync(process.execPath, [playwright, 'install', 'chromium'], { stdio: 'inherit', timeout: 300_000 });
  const own = installed();
  if (own) return own;

  if (process.getuid?.() === 0 && onPath('apt-get')) {
    console.log("Playwright's could not be had: installing Debian's chromium.");
    spawnSync('apt-get', ['update'], { stdio: 'ignore' });
    spawnSync('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], { stdio: 'inherit' });
  }
  const system = installed();
  if (system) return system;
  throw new Error(
    'The page tests need Chromium: install Chrome or Chromium, or set CHROME_PATH to its program.',
  );
}

function installed(): string | undefined {
  const own = chromium.executablePath();
  if (own && existsSync(own)) return own;
  for (const name of usualNames) {
    const path = onPath(name);
    if (path) return path;
  }
  return usualPlaces.find((path) => existsSync(path));
}

function onPath(name: string): string | undefined {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find((path) => existsSync(path));
}
