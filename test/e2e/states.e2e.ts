import { expect, type Page, test } from '@playwright/test';
import { carryAxe, faultsOf } from './axe.ts';
import { site } from './sites.ts';

const seed = 'cables/08BEIJING1882/';

const openAll = (page: Page) =>
  page.evaluate(() => {
    for (const each of document.querySelectorAll('details')) each.open = true;
  });

/** What a page can turn into while it is read. */
const states: { name: string; address: string; reach: (page: Page) => Promise<unknown> }[] = [
  {
    name: 'the tools of a paragraph are open',
    address: seed,
    reach: async (page) => {
      await page.getByRole('link', { name: 'Paragraph 2, link' }).focus();
      await expect(page.getByRole('group', { name: /paragraph 2/i })).toBeVisible();
    },
  },
  {
    name: 'a link landed on a range',
    address: `${seed}#p2-p3`,
    reach: (page) => expect(page.locator('.landed')).toHaveCount(2),
  },
  {
    name: 'the anchor is missing',
    address: `${seed}#p77`,
    reach: (page) => expect(page.locator('#missing-anchor')).toBeVisible(),
  },
  {
    name: 'the keys are listed',
    address: seed,
    reach: async (page) => {
      await page.keyboard.press('?');
      await expect(page.getByRole('dialog')).toBeVisible();
    },
  },
  {
    name: 'all that can be opened is open',
    address: seed,
    reach: openAll,
  },
  {
    name: 'tables under the pictures are open',
    address: '',
    reach: openAll,
  },
  {
    name: 'words are marked after a search',
    address: `${seed}?hl=Iran`,
    reach: (page) => expect(page.locator('mark.searched').first()).toBeVisible(),
  },
  {
    name: 'results of a search with a filter chosen, all opened',
    address: 'search/?q=harbor',
    reach: async (page) => {
      await expect(page.locator('.hits > .hit').first()).toBeVisible();
      const narrow = page.locator('.narrow > summary');
      await expect(page.locator('.facets input').first()).toBeAttached();
      if (await narrow.isVisible()) await narrow.click();
      await page.locator('.facets input[type="checkbox"]').first().check();
      await expect(page).toHaveURL(/harbor&/);
      await expect(page.locator('.hits > .hit').first()).toBeVisible();
      await openAll(page);
    },
  },
  {
    name: 'a search found nothing',
    address: 'search/?q=iran+zzzzz',
    reach: (page) => expect(page.locator('.notes')).toContainText('zzzzz'),
  },
  {
    name: 'a query that was not understood',
    address: 'search/?q=iran+%22arms',
    reach: (page) => expect(page.getByRole('searchbox')).toHaveAttribute('aria-invalid', 'true'),
  },
];

const schemes = [
  {
    name: 'light',
    options: { colorScheme: 'light', viewport: { width: 1280, height: 900 } },
    only: undefined,
  },
  {
    name: 'dark, 320 px',
    options: { colorScheme: 'dark', viewport: { width: 320, height: 640 } },
    only: undefined,
  },
  {
    name: 'forced colours',
    options: { forcedColors: 'active', viewport: { width: 1280, height: 900 } },
    only: 'colour',
  },
] as const;

for (const { name, options, only } of schemes) {
  test(`axe finds nothing in any state of a page, ${name}`, async ({ browser }) => {
    test.setTimeout(180_000);
    const context = await browser.newContext({ ...options, reducedMotion: 'reduce' });
    context.setDefaultTimeout(15_000);
    await carryAxe(context);
    const faults: string[] = [];
    for (const { name: state, address, reach } of states) {
      const page = await context.newPage();
      await page.goto(new URL(address, site('main').url).href);
      await reach(page);
      for (const fault of await faultsOf(page, only)) faults.push(`${state}: ${fault}`);
      const over = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      if (over > 0) faults.push(`${state}: runs over the edge by ${over} px`);
      await page.close();
    }
    await context.close();
    expect(faults).toEqual([]);
  });
}
