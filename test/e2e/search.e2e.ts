import { readFileSync } from 'node:fs';
import { devices, expect, type Page, test } from '@playwright/test';
import { site } from './sites.ts';

const at = (address: string, name: 'main' | 'odd' = 'main') => new URL(address, site(name).url).href;
const status = (page: Page) => page.locator('cable-search .status');
const hits = (page: Page) => page.locator('.hits > .hit');
const seed = 'cables/08BEIJING1882/';

test('a visitor types words on the front page and lands on the marked paragraph', async ({ page }) => {
  await page.goto(at(''));
  await page.getByRole('searchbox').last().fill('MANPADS');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/search\/\?q=MANPADS$/);
  await expect(status(page)).toHaveText(/^\d+ cables?$/);
  const hit = hits(page).filter({ hasText: '08BEIJING1882' });
  await expect(hit.locator('mark').first()).toHaveText(/MANPADS/);
  const link = hit.getByRole('link', { name: /^Paragraph \d/ }).first();
  const target = (await link.getAttribute('href'))?.split('#')[1] ?? '';
  expect(target).toMatch(/^p\d/);
  await link.click();
  await expect(page).toHaveURL(new RegExp(`${seed}\\?hl=.*#${target}$`));
  const bar = page.getByRole('search', { name: 'Words searched for' });
  await expect(bar.locator('output')).toHaveText(/^\d+ of \d+$/);
  await expect(page.locator(`[id="${target}"] mark.searched`).first()).toBeVisible();
});

test('what a result marks is the word that was asked for, where subjects have it too', async ({ page }) => {
  await page.goto(at('search/?q=harbor'));
  await expect(hits(page).first()).toBeVisible();
  const marked = await page.locator('.hits mark').allTextContents();
  expect(marked.length).toBeGreaterThan(5);
  expect(marked.filter((text) => !/harbor/i.test(text))).toEqual([]);
});

test('the bar steps by button and key, and is put away with its marks', async ({ page }) => {
  await page.goto(at(`${seed}?hl=Iran&hl=arms%20transfers`));
  const bar = page.getByRole('search', { name: 'Words searched for' });
  const output = bar.locator('output');
  await expect(output).toHaveText(/^1 of \d+$/);
  const marks = await page.locator('mark.searched').allTextContents();
  expect(marks.length).toBeGreaterThan(3);
  expect(marks.some((text) => /^arms transfers$/i.test(text))).toBe(true);
  for (const text of marks) expect(text).toMatch(/^(iran|arms transfers)('s)?$/i);
  await bar.getByRole('button', { name: 'Next' }).click();
  await expect(output).toHaveText(/^2 of/);
  await page.locator('body').press('n');
  await expect(output).toHaveText(/^3 of/);
  await page.locator('body').press('p');
  await expect(output).toHaveText(/^2 of/);
  const before = await page.locator('main article').innerText();
  await page.locator('body').press('Escape');
  await expect(bar).toHaveCount(0);
  await expect(page.locator('mark.searched')).toHaveCount(0);
  expect(await page.locator('main article').innerText()).toBe(before);
  expect(page.url()).not.toContain('hl=');
});

test('what was asked is in the address: reload and Back bring it again', async ({ page }) => {
  await page.goto(at('search/?q=harbor&sort=oldest'));
  await expect(hits(page).first()).toBeVisible();
  const first = await hits(page).first().locator('h3').textContent();
  const said = await status(page).textContent();
  await expect(page.locator('select[name="sort"]')).toHaveValue('oldest');
  await hits(page).first().locator('h3 a').click();
  await expect(page).toHaveURL(/\/cables\//);
  await page.goBack();
  await expect(hits(page).first().locator('h3')).toHaveText(first ?? '');
  await page.reload();
  await expect(status(page)).toHaveText(said ?? '');
  await page.locator('select[name="sort"]').selectOption('newest');
  await expect(page).toHaveURL(/sort=newest/);
  await expect(hits(page).first().locator('h3')).not.toHaveText(first ?? '');
  await page.goBack();
  await expect(page.locator('select[name="sort"]')).toHaveValue('oldest');
  await expect(hits(page).first().locator('h3')).toHaveText(first ?? '');
});

test('the empty page shows how to ask, each example at work', async ({ page }) => {
  await page.goto(at('search/'));
  await page.getByRole('link', { name: 'iran OR iraq', exact: true }).click();
  await expect(page).toHaveURL(/q=iran\+OR\+iraq/);
  await expect(status(page)).toHaveText(/^\d+ cables?$/);
  await expect(page.locator('.notes')).toContainText('Understood as: “iran” or “iraq”');
});

test('a cable that is neither held nor cited is said to be so, and its words are searched', async ({
  page,
}) => {
  await page.goto(at('search/?q=08+LIMA+77777'));
  await expect(page.locator('.notes')).toContainText('neither holds nor cites a cable 08LIMA77777');
  await page.goto(at('search/?q=12+May+2008'));
  await expect(page.locator('.notes')).toContainText('Understood as');
  await expect(page.locator('.notes')).not.toContainText('neither holds');
});

test('filters have counts that hold, and keep the focus', async ({ page }) => {
  await page.goto(at('search/?q=harbor'));
  const facets = page.locator('.facets');
  const row = facets.getByRole('group', { name: 'Origin' }).locator('li').first();
  const count = Number(await row.locator('.count').textContent());
  expect(count).toBeGreaterThan(0);
  await row.getByRole('checkbox').focus();
  await page.keyboard.press('Space');
  await expect(page).toHaveURL(/origin=/);
  await expect(status(page)).toHaveText(new RegExp(`^${count} cables?$`));
  await expect(facets.locator('input:checked')).toBeFocused();
  await facets.getByRole('group', { name: 'Year' }).getByRole('link').first().click();
  await expect(page).toHaveURL(/from=\d{4}&to=\d{4}/);
});

test.describe('each kind of nothing has its own sentence', () => {
  test('no cable answers', async ({ page }) => {
    await page.goto(at('search/?q=iran+zzzzz'));
    await expect(status(page)).toHaveText('No cable answers this query.');
    await expect(page.locator('.notes')).toContainText('No cable has the word “zzzzz”.');
    await page.getByRole('link', { name: /^without zzzzz: \d+ cable/ }).click();
    await expect(status(page)).toHaveText(/^\d+ cables?$/);
  });

  test('the query was not understood, and where', async ({ page }) => {
    await page.goto(at('search/?q=iran+%22arms'));
    await expect(status(page)).toHaveText('The query was not understood.');
    await expect(page.locator('.notes')).toContainText('The quotation mark at character 6 is not closed.');
    await expect(page.getByRole('searchbox')).toHaveAttribute('aria-invalid', 'true');
  });

  for (const file of ['manifest.json', 'core.bin', 'weights/*.bin', 't/**/*.bin']) {
    test(`a file of the index is missing: ${file}`, async ({ page }) => {
      await page
        .context()
        .route(`**/search/index/**/${file}`, (route) => route.fulfill({ status: 404, body: 'no' }));
      await page.goto(at('search/?q=harbor'));
      await expect(status(page)).toHaveText(
        /^The search index could not be loaded: a file of it did not come\.$/,
        {
          timeout: 15_000,
        },
      );
      await page.context().unrouteAll();
      await page.getByRole('button', { name: 'Try again' }).click();
      await expect(status(page)).toHaveText(/^\d+ cables?$/);
    });
  }

  test('the server does not answer', async ({ page, context }) => {
    await context.route('**/search/index/**', (route) => route.abort());
    await page.goto(at('search/?q=harbor'));
    await expect(status(page)).toHaveText(
      'The search index could not be loaded: the archive’s server does not answer.',
    );
    await context.unrouteAll();
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(status(page)).toHaveText(/^\d+ cables?$/);
  });

  test('dates that no day lies in, a field with a value that no cable has, no word at all', async ({
    page,
  }) => {
    await page.goto(at('search/?q=harbor+from:2009+to:2008'));
    await expect(status(page)).toHaveText('No cable answers this query.');
    await expect(page.locator('.notes')).toContainText(
      'from:2009 to:2008: no day lies in all of these dates',
    );
    await page.goto(at('search/?q=harbor+origin:LIMMA'));
    await expect(page.locator('.notes')).toContainText('No cable has origin LIMMA.');
    await page.goto(at('search/?q=%26'));
    await expect(status(page)).toHaveText('There is no word to search for.');
    await expect(page.locator('.notes')).toContainText('& has no letter or digit and was left out.');
  });

  test('there is no script', async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(at(''));
    await page.getByRole('searchbox').last().fill('harbor');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/search\/\?q=harbor$/);
    await expect(page.locator('noscript p')).toBeVisible();
    await expect(page.locator('noscript p')).toHaveText(/^Search runs in your browser and needs JavaScript/);
    await page.locator('noscript a').first().click();
    await expect(page).toHaveURL(at('dates/'));
    await context.close();
  });

  test('the reader is offline', async ({ page, context }) => {
    await page.goto(at('search/'));
    await context.setOffline(true);
    await page.getByRole('searchbox').fill('harbor');
    await page.keyboard.press('Enter');
    await expect(status(page)).toHaveText('The search index could not be loaded: you are offline.');
    await context.setOffline(false);
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(status(page)).toHaveText(/^\d+ cables?$/);
  });
});

for (const text of [
  '08BEIJING1882',
  '08 beijing 1882',
  '2008BEIJING001882',
  '150945Z MAY 08',
  '08BEJING1882',
  'REF: A. 08 BEIJING 1882',
  'Beijing 1882 (2008)',
]) {
  test(`${text} goes to the cable`, async ({ page }) => {
    await page.goto(at(`search/?q=${encodeURIComponent(text)}`));
    await expect(page).toHaveURL(at(seed));
  });
}

test('an id without its year is offered as the words that find the cable', async ({ page }) => {
  await page.goto(at('search/?q=BEIJING1882'));
  await expect(page.locator('.notes')).toContainText('An id has its year in front');
  await page.locator('.notes').getByRole('link', { name: 'BEIJING 1882' }).click();
  await expect(page.locator('.hits > .hit').first()).toContainText('08BEIJING1882');
});

test('a cable that is cited and not held has its page', async ({ page }) => {
  await page.goto(at('search/?q=08+state+50524'));
  await expect(page).toHaveURL(at('cables/08STATE50524/'));
});

test('Ctrl+K goes to the search box, and reading loads nothing of search', async ({ page }) => {
  const loaded: string[] = [];
  page.on('request', (request) => loaded.push(request.url()));
  await page.goto(at(seed));
  await page.waitForLoadState('networkidle');
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('searchbox').first()).toBeFocused();
  expect(loaded.filter((url) => /search\/index|search-worker|landing|pagefind/.test(url))).toEqual([]);
});

test('all results can be saved, whatever the page shows', async ({ page }) => {
  await page.goto(at('search/?q=harbor'));
  await expect(status(page)).toHaveText(/^\d+ cables?$/);
  const said = Number.parseInt((await status(page).textContent()) ?? '', 10);
  for (const [name, ending] of [
    ['CSV', 'csv'],
    ['JSON', 'json'],
    ['BibTeX', 'bib'],
  ] as const) {
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name }).click();
    const file = await download;
    expect(file.suggestedFilename()).toBe(`harbor.${ending}`);
    const text = readFileSync(await file.path(), 'utf8');
    const count = {
      csv: text.trim().split('\r\n').length - 1,
      json: 0,
      bib: text.split('@report{').length - 1,
    }[ending];
    expect(ending === 'json' ? JSON.parse(text).length : count).toBe(said);
    expect(text).toContain('/cables/');
  }
});

test('the reading list is in its address, and another browser reads it there', async ({ page, browser }) => {
  await page.goto(at('search/?q=harbor'));
  await hits(page).first().getByRole('button', { name: 'Add to reading list' }).click();
  await expect(hits(page).first().getByRole('button')).toHaveText('On the reading list');
  await page.goto(at('list/'));
  await expect(page.locator('reading-list .hit')).toHaveCount(1);
  expect(page.url()).toMatch(/\/list\/#\w+/);
  const other = await (await browser.newContext()).newPage();
  await other.goto(`${page.url()},08BEIJING1882`);
  await expect(other.locator('reading-list .hit')).toHaveCount(2);
  await expect(other.locator('reading-list .hit').last()).toContainText(/China Urged to Terminate/i);
  await other.getByRole('button', { name: 'Remove 08BEIJING1882' }).click();
  await expect(other.locator('reading-list .hit')).toHaveCount(1);
  await other.context().close();
});

test('search works under a sub-path, under the content policy, with hostile texts', async ({ page }) => {
  const told: string[] = [];
  page.on('console', (message) => message.type() === 'error' && told.push(message.text()));
  page.on('pageerror', (error) => told.push(String(error)));
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(at('search/?q=script', 'odd'));
  await expect(status(page)).toHaveText(/^\d+ cables?$/);
  await expect(page.locator('.hits script, .hits img, .hits iframe')).toHaveCount(0);
  await hits(page).first().locator('h3 a').click();
  await expect(page.getByRole('search', { name: 'Words searched for' })).toBeVisible();
  expect(told).toEqual([]);
});

test('on a phone nothing runs over the edge', async ({ browser }) => {
  const { defaultBrowserType: _, ...phone } = devices['iPhone SE'];
  const context = await browser.newContext(phone);
  const page = await context.newPage();
  await page.goto(at('search/?q=harbor+OR+port'));
  await expect(hits(page).first()).toBeVisible();
  await expect(page.getByRole('group', { name: 'Origin' })).toBeHidden();
  await page.getByText('Narrow the search').click();
  await expect(page.getByRole('group', { name: 'Origin' })).toBeVisible();
  const over = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(over).toBeLessThanOrEqual(0);
  await context.close();
});

test('the count is announced once, and paging moves the focus to the results', async ({ page }) => {
  await page.goto(at('search/'));
  await page.evaluate(() => {
    const said: string[] = [];
    Object.assign(window, { said });
    const region = document.querySelector('[role="status"]') as HTMLElement;
    new MutationObserver(() => said.push(region.textContent ?? '')).observe(region, {
      childList: true,
      characterData: true,
      subtree: true,
    });
  });
  await page.getByRole('searchbox').fill('-zzzzz');
  await page.keyboard.press('Enter');
  await expect(status(page)).toHaveText(/page 1 of/);
  const said = await page.evaluate(() => (window as unknown as { said: string[] }).said);
  expect(said.filter((text) => /cables/.test(text)).length).toBe(1);
  await page.getByRole('link', { name: 'Page 2' }).click();
  await expect(status(page)).toHaveText(/page 2 of/);
  await expect(page.locator('#results')).toBeFocused();
  await expect(page).toHaveURL(/page=2/);
});
