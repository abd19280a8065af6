import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { HtmlValidate } from 'html-validate';
import { elementsOf } from './elements-of.ts';
import { filesOf, site, siteNames } from './sites.ts';

const validator = new HtmlValidate({
  extends: ['html-validate:standard', 'html-validate:a11y'],
  rules: {
    // Astro writes void elements and attributes its own way; both are valid HTML.
    'void-style': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'no-trailing-whitespace': 'off',
    'doctype-style': 'off',
    // Long words of cables and file names are text, not our markup.
    'long-title': 'off',
    'no-inline-style': 'error',
    // A box of fixed text that scrolls is a region that can be reached by keyboard: <pre role="region">.
    'prefer-native-element': ['error', { exclude: ['region'] }],
  },
});

for (const name of siteNames) {
  test(`the pages of the ${name} site are valid HTML`, async () => {
    const faults: string[] = [];
    for (const file of filesOf(site(name), '.html')) {
      const report = await validator.validateString(readFileSync(join(site(name).dir, file), 'utf8'));
      for (const result of report.results) {
        for (const { line, column, message, ruleId } of result.messages) {
          faults.push(`${file}:${line}:${column} ${message} (${ruleId})`);
        }
      }
    }
    expect(faults.slice(0, 20)).toEqual([]);
  });
}

test('no page carries an inline script, style or handler', () => {
  for (const name of ['main', 'odd'] as const) {
    for (const file of filesOf(site(name), '.html')) {
      const elements = elementsOf(readFileSync(join(site(name).dir, file), 'utf8'));
      const inline = elements.filter(({ name: element, attributes }) => {
        if (element === 'style' || attributes.has('style')) return true;
        if ([...attributes.keys()].some((attribute) => attribute.startsWith('on'))) return true;
        return (
          element === 'script' && !attributes.has('src') && attributes.get('type') !== 'application/ld+json'
        );
      });
      expect(inline, file).toEqual([]);
    }
  }
});

/** Compressed size of a file of the main site. */
const sizeOf = (file: string) => gzipSync(readFileSync(join(site('main').dir, file))).length;

/** The files that a page fetches by elements of one kind, relative to the site's folder. */
function fetchedBy(page: string, pattern: RegExp): string[] {
  const { dir, base } = site('main');
  const html = readFileSync(join(dir, page), 'utf8');
  return [...html.matchAll(pattern)].map(([, href = '']) => href.slice(base.length));
}

// <link rel="stylesheet" href="/_astro/page.css">
const SHEET = /<link[^>]+rel="stylesheet"[^>]+href="([^"]+)"/g;
// <script type="module" src="/_astro/page.js">
const SCRIPT = /<script[^>]+src="([^"]+)"/g;
// import{a}from"./b.js" and import"./b.js", not import("./b.js"), which waits
const IMPORT = /(?:\bfrom|\bimport)\s*["']\.\/([^"']+\.js)["']/g;

/** The scripts that a page runs on opening, with all that they import; what a script fetches later is not among them. */
function scriptsOf(page: string): string[] {
  const all = new Set<string>();
  const add = (file: string): void => {
    if (all.has(file)) return;
    all.add(file);
    const code = readFileSync(join(site('main').dir, file), 'utf8');
    for (const [, name] of code.matchAll(IMPORT)) add(`_astro/${name}`);
  };
  fetchedBy(page, SCRIPT).forEach(add);
  return [...all];
}

const total = (files: string[]) => files.reduce((sum, file) => sum + sizeOf(file), 0);

test('reading pages stay inside their budget', () => {
  const pages = filesOf(site('main'), '.html').filter((file) => /^cables\/[^/]+\/index\.html$/.test(file));
  const sizes = pages.map(sizeOf).sort((a, b) => a - b);
  expect(sizes[Math.floor(sizes.length / 2)]).toBeLessThanOrEqual(12_000);
  const seed = 'cables/08BEIJING1882/index.html';
  expect(total(fetchedBy(seed, SHEET))).toBeLessThanOrEqual(10_000);
  expect(scriptsOf(seed).length).toBeGreaterThan(1);
  expect(total(scriptsOf(seed))).toBeLessThanOrEqual(5_000);
  for (const page of ['index.html', 'dates/index.html', 'tags/PREL/index.html']) {
    expect(total(scriptsOf(page)), page).toBeLessThanOrEqual(5_000);
    expect(total(fetchedBy(page, SHEET)), page).toBeLessThanOrEqual(10_000);
  }
});

test('the search page has scripts of at most 20 kB, its worker included', async ({ page }) => {
  const { url } = site('main');
  const own = new Set<string>();
  page.on('response', (response) => {
    if (/\/_astro\/[^/]+\.js$/.test(response.url())) own.add(response.url().slice(url.length));
  });
  await page.goto(new URL('search/?q=harbor', url).href);
  await expect(page.locator('.hits > .hit').first()).toBeVisible();
  expect([...own].some((file) => /worker/.test(file))).toBe(true);
  expect(total([...own])).toBeLessThanOrEqual(20_000);
});

test('a reading page fetches its own few files, and none of another host', async ({ page }) => {
  const { url } = site('main');
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(request.url()));
  await page.goto(new URL('cables/08BEIJING1882/', url).href);
  await page.waitForLoadState('networkidle');
  expect(fetched.filter((each) => !each.startsWith(url))).toEqual([]);
  expect(fetched.filter((each) => /worker|SearchPage|\/search\/|cable-id|landing/.test(each))).toEqual([]);
  expect(fetched.length).toBeLessThanOrEqual(9);
});

test('the fonts are at most two files within 70 kB', () => {
  const fonts = filesOf(site('main'), '.woff2');
  expect(fonts.length).toBeLessThanOrEqual(2);
  const bytes = fonts.reduce((sum, file) => sum + readFileSync(join(site('main').dir, file)).length, 0);
  expect(bytes).toBeLessThanOrEqual(70_000);
});
