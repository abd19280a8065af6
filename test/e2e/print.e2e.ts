import { statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { extractText } from 'unpdf';
import { filesOf, type SiteName, site } from './sites.ts';

const at = (address: string, name: SiteName = 'main') => new URL(address, site(name).url).href;

/** The words of each sheet of paper. */
async function sheetsOf(page: Page, address: string): Promise<string[]> {
  await page.goto(address);
  const { text } = await extractText(new Uint8Array(await page.pdf({ format: 'A4' })));
  return text.map((words) => words.replace(/\s+/g, ' '));
}

test('each sheet of paper has the address, the id and the classification, and none the navigation', async ({
  page,
}) => {
  const seed = 'cables/08BEIJING1882/';
  for (const [name, known] of [
    ['one', 'https://cables.example/a/cables/08BEIJING1882/'],
    ['main', at(seed)],
  ] as const) {
    const sheets = await sheetsOf(page, at(seed, name));
    expect(sheets.length).toBeGreaterThan(0);
    for (const words of sheets) {
      expect(words).toContain(known);
      expect(words).toContain('08BEIJING1882');
      expect(words).toMatch(/SECRET\W+NOFORN/);
    }
    const all = sheets.join(' ');
    expect(all).toContain('Because Iran is an active state sponsor of terrorism');
    expect(all).not.toMatch(/Skip to|Glossary|Quality of the texts|Collections|\bKeys\b|Search/);
  }
});

test('a cable of many sheets carries them on every one', async ({ page }) => {
  const { dir } = site('main');
  const pages = filesOf(site('main'), 'index.html').filter((file) =>
    /^cables\/[^/]+\/index\.html$/.test(file),
  );
  const sizeOf = (file: string) => statSync(join(dir, file)).size;
  const [longest = ''] = pages.toSorted((a, b) => sizeOf(b) - sizeOf(a));
  const address = longest.replace(/index\.html$/, '');
  const sheets = await sheetsOf(page, at(address));
  expect(sheets.length).toBeGreaterThan(1);
  for (const words of sheets) expect(words).toContain(at(address));
});

test('on paper nothing stands that only a click could use', async ({ page }) => {
  const home = (await sheetsOf(page, at(''))).join(' ');
  expect(home).toContain('Cables by month and classification');
  expect(home).not.toMatch(/Search|The same as a table/);
  await page.goto(at('search/?q=harbor'));
  await expect(page.locator('.hits > .hit').first()).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.status')).toBeVisible();
  for (const useless of ['form', '.take', '.narrow', '.hit button', '.ask-help']) {
    await expect(page.locator(useless).first()).toBeHidden();
  }
});
