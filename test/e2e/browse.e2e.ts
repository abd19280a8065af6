import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { filesOf, site } from './sites.ts';

const at = (address: string) => new URL(address, site('main').url).href;

const names = (page: Page) => page.locator('.index[data-sortable] > li a').allTextContents();
const counts = async (page: Page) =>
  (await page.locator('.index[data-sortable]').first().locator('.count').allTextContents()).map(Number);

test('posts stand by name, and by the number of their cables when asked', async ({ page }) => {
  await page.goto(at('origins/'));
  const byName = await names(page);
  await page.getByRole('button', { name: 'most cables first' }).click();
  const descending = await counts(page);
  expect(descending).toEqual(descending.toSorted((a, b) => b - a));
  expect(descending[0]).toBeGreaterThan(descending.at(-1) ?? 0);
  await expect(page.getByRole('button', { name: 'most cables first' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await page.getByRole('button', { name: 'by name' }).click();
  expect(await names(page)).toEqual(byName);
});

test('the index of posts says where each is and in which years it wrote', async ({ page }) => {
  await page.goto(at('origins/'));
  await expect(page.getByRole('listitem').filter({ hasText: 'Beijing' })).toContainText('China, 2008');
});

test('a post that is only cited has a page, which lists what is cited of it', async ({ page }) => {
  await page.goto(at('origins/'));
  await page
    .getByRole('region', { name: 'Cited only' })
    .getByRole('link', { name: 'Embassy Stockholm' })
    .click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Embassy Stockholm');
  await expect(page.locator('.lede')).toContainText('holds no cable of this post');
  await page.locator('.ledger a').first().click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('is not in this archive');
  await expect(page.getByRole('link', { name: 'Embassy Stockholm' })).toBeVisible();
});

test('a post tells how many of its numbers are held, and where they lie among all', async ({ page }) => {
  await page.goto(at('origins/lima/'));
  const row = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: '2009' }) });
  await expect(row.getByRole('img')).toHaveAccessibleName('Held: 1 of about 1,200 in 2009.');
});

test('few cables in a long time are drawn by year on lists, by month on the home page', async ({ page }) => {
  await page.goto(at('origins/lima/'));
  await expect(page.getByRole('heading', { name: 'Cables by year and classification' })).toBeVisible();
  await page.goto(at(''));
  await expect(page.getByRole('heading', { name: 'Cables by month and classification' })).toBeVisible();
});

test('a day of the calendar leads to its cables', async ({ page }) => {
  await page.goto(at('dates/2008/05/'));
  await page.getByRole('link', { name: '15 May 2008: 1 cable' }).click();
  await expect(page).toHaveURL(/dates\/2008\/05\/#d15$/);
  await expect(page.locator('#d15')).toContainText('08BEIJING1882');
});

test('a list can be had newest first, by way of the search page', async ({ page }) => {
  await page.goto(at('tags/PREL/'));
  await page.getByRole('link', { name: 'Search and sort these' }).click();
  const dates = page.locator('.hits > .hit time');
  await expect(dates.first()).toBeVisible();
  const days = await dates.evaluateAll((all) => all.map((time) => time.getAttribute('datetime') ?? ''));
  expect(days.length).toBeGreaterThan(1);
  expect(days).toEqual(days.toSorted().toReversed());
});

test('terms lead from a cable to the glossary, and from there to a cable that bears them', async ({
  page,
}) => {
  for (const [name, anchor] of [
    ['SECRET', 'secret'],
    ['IMMEDIATE', 'immediate'],
    ['E.O. 12958', 'eo-12958'],
    ['not to be released to foreign nationals', 'noforn'],
  ] as const) {
    await page.goto(at('cables/08BEIJING1882/'));
    await page.getByRole('link', { name, exact: true }).first().click();
    await expect(page).toHaveURL(new RegExp(`glossary/#${anchor}$`));
    await page.locator(`#${anchor} + dd a`).first().click();
    if (!page.url().includes('/cables/')) await page.locator('.ledger .title a').first().click();
    await expect(page.locator(`a[href$="glossary/#${anchor}"]`).first()).toBeVisible();
  }
});

test('no list page of cables shows one twice, and its pages together show all', () => {
  const shown = new Map<string, string[]>();
  for (const file of filesOf(site('main'), '.html')) {
    const list =
      /^((?:tags|origins|captions|classifications|collections)\/(?!kinds)[^/]+\/|dates\/\d{4}\/[^/]+\/)/.exec(
        file,
      )?.[1];
    if (!list) continue;
    const html = readFileSync(join(site('main').dir, file), 'utf8');
    const ledger = /<ol class="ledger[\s\S]*?<\/ol>/.exec(html)?.[0] ?? '';
    const links = [...ledger.matchAll(/href="[^"]*\/cables\/([^/"]+)\/"/g)].map(([, id = '']) => id);
    shown.set(list, [...(shown.get(list) ?? []), ...links]);
  }
  expect(shown.size).toBeGreaterThan(50);
  for (const [list, links] of shown) expect(new Set(links).size, list).toBe(links.length);
});

test('the navigation tells where a page belongs', async ({ page }) => {
  const here = page.getByRole('navigation', { name: 'Main' }).locator('[aria-current]');
  for (const [address, name, current] of [
    ['tags/', 'Tags', 'page'],
    ['classifications/confidential/', 'Markings', 'true'],
    ['captions/', 'Markings', 'true'],
    ['captions/NOFORN/', 'Markings', 'true'],
  ] as const) {
    await page.goto(at(address));
    await expect(here).toHaveText(name);
    await expect(here).toHaveAttribute('aria-current', current);
  }
});

test('a list of all cables does not speak of others, and the only cable of a post is told to be that', async ({
  page,
}) => {
  await page.goto(at('cables/'));
  await expect(page.locator('.list-line')).toHaveText(/\d+ cables, by date/);
  await expect(page.locator('main')).not.toContainText('the others');
  await page.goto(at('cables/79BERN1188/'));
  const ofPost = page.getByRole('navigation', { name: 'From Embassy Bern' });
  await expect(ofPost).toContainText('This is the only one.');
  await expect(ofPost).not.toContainText(/first|last/);
});

test('a cable of which the year alone is known is listed by it', async ({ page }) => {
  await page.goto(at('dates/2008/'));
  const row = page.getByRole('listitem').filter({ hasText: '08JAKARTA1402' });
  await expect(row.locator('.undated')).toHaveText('2008');
  await page.goto(at('cables/08JAKARTA1402/'));
  await expect(page.locator('.dateline')).toHaveText(/08JAKARTA1402\s*2008\s*Embassy Jakarta/);
});

test('the number of an airgram is none of a post’s telegrams', async ({ page }) => {
  await page.goto(at('origins/quito/'));
  await expect(page.locator('h1')).toHaveText('Embassy Quito');
  await expect(page.locator('.serials')).toHaveCount(0);
});
