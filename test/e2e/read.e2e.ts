import { devices, expect, type Page, test } from '@playwright/test';
import { site } from './sites.ts';

const at = (address: string) => new URL(address, site('main').url).href;
const seed = 'cables/08BEIJING1882/';

/** The background of a paragraph, which tells the eye that a link led there. */
const ground = (page: Page, anchor: string) =>
  page.locator(`[id="${anchor}"]`).evaluate((element) => getComputedStyle(element).backgroundColor);

test('a visitor finds the seed from the front page by date, and reads it', async ({ page }) => {
  await page.goto(at(''));
  await page.getByRole('navigation').first().getByRole('link', { name: 'Dates' }).click();
  await page.locator('main').getByRole('link', { name: /2008/ }).first().click();
  await page.locator('main').getByRole('link', { name: /May/ }).first().click();
  await page
    .getByRole('link', { name: /China Urged to Terminate/i })
    .first()
    .click();
  await expect(page).toHaveURL(at(seed));
  await expect(page.locator('h1')).toHaveText(
    /^\s*China Urged to Terminate Conventional Arms Transfers to Iran\s*$/i,
  );
  const main = page.locator('main');
  for (const word of [
    'SECRET',
    'NOFORN',
    'AMEMBASSY BEIJING',
    'SECSTATE WASHDC',
    'AMEMBASSY BAGHDAD',
    '15 May 2018',
    'China',
    'RANDT',
  ]) {
    await expect(main).toContainText(word);
  }
  await expect(main).not.toContainText('](#)');
});

test('the number of a paragraph is its link, and the passage is marked on arrival', async ({ page }) => {
  await page.goto(at(seed));
  const before = await ground(page, 'p2');
  const link = page.getByRole('link', { name: 'Paragraph 2, link' });
  const box = await link.boundingBox();
  expect(box?.width).toBeGreaterThanOrEqual(24);
  expect(box?.height).toBeGreaterThanOrEqual(24);
  await link.click();
  await expect(page).toHaveURL(at(`${seed}#p2`));
  expect(await ground(page, 'p2')).not.toBe(before);
  await expect(page.locator('[id="p2"]')).toContainText(
    'Wang said he had received a copy of the photographs',
  );
});

test('a range marks all its paragraphs, and a missing anchor is explained', async ({ page }) => {
  await page.goto(at(`${seed}#p2-p3`));
  const plain = await ground(page, 'p1');
  await expect.poll(() => ground(page, 'p3')).not.toBe(plain);
  expect(await ground(page, 'p2')).not.toBe(plain);
  await page.goto(at(`${seed}#p77`));
  await expect(page.locator('#missing-anchor')).toBeVisible();
  await expect(page.locator('#missing-anchor')).toContainText('p77');
});

test('the page is whole without script', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(at(`${seed}#p3`));
  await expect(page.locator('[id="p3"]')).toContainText('Because Iran is an active state sponsor');
  const marked = await page.locator(':target').count();
  expect(marked).toBe(1);
  for (const address of ['', 'dates/', 'origins/', 'tags/PREL/', 'references/', 'about/']) {
    await page.goto(at(address));
    await expect(page.locator('h1')).toBeVisible();
  }
  await page.goto(at('search/'));
  await expect(page.locator('main noscript p')).toBeVisible();
  await page.locator('main noscript').getByRole('link', { name: 'Dates' }).click();
  await expect(page).toHaveURL(at('dates/'));
  await context.close();
});

test('what stands beside a page is served as text, record and Markdown', async ({ request }) => {
  const source = await request.get(at(`${seed}source.txt`));
  expect(source.headers()['content-type']).toMatch(/^text\/plain/);
  expect(await source.text()).toContain('¶1. (S/NF) Beijing should take immediate action');
  const record = await (await request.get(at(`${seed}cable.json`))).json();
  expect(record).toMatchObject({ id: '08BEIJING1882', station: 'BEIJING', serial: 1882 });
  const markdown = await (await request.get(at(`${seed}index.md`))).text();
  expect(markdown).toMatch(/^---\n/);
  expect(markdown).not.toContain('](#)');
});

test('a phone shows the text at full width, without scrolling sideways', async ({ browser }) => {
  const { defaultBrowserType: _, ...phone } = devices['Pixel 7'];
  const context = await browser.newContext(phone);
  const page = await context.newPage();
  await page.goto(at(seed));
  const { scroll, width } = await page.evaluate(() => ({
    scroll: document.documentElement.scrollWidth,
    width: window.innerWidth,
  }));
  expect(scroll).toBeLessThanOrEqual(width);
  const text = await page.locator('[id="p1"]').boundingBox();
  expect(text?.width).toBeGreaterThan(width * 0.75);
  await context.close();
});

test('references lead out and back', async ({ page }) => {
  await page.goto(at('cables/08STATE50524/'));
  await expect(page.locator('main')).toContainText('08BEIJING1882');
  await page
    .locator('main')
    .getByRole('link', { name: /08BEIJING1882|China Urged/i })
    .first()
    .click();
  await expect(page).toHaveURL(/\/cables\/08BEIJING1882\//);
});

test('a misspelt address leads to the cable', async ({ page }) => {
  await page.goto(at('cables/08beijing001882/'));
  await expect(page).toHaveURL(at(seed));
  await expect(page.locator('h1')).toContainText(/China Urged/i);
});

test('an id as its source misspelt it leads to the cable, without script too', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(new URL('cables/08SECTIQN02OF03OTTAWA904/', site('odd').url).href);
  await expect(page).toHaveURL(new URL('cables/08OTTAWA904/', site('odd').url).href);
  await expect(page.locator('h1')).toHaveText(/A Misspelt File/);
  await context.close();
});
