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

const pointed = 'cables/74LIMA3312/';

test('a paragraph is marked with its points, in a range too', async ({ page }) => {
  await page.goto(at(`${pointed}#p4`));
  await expect(page.locator('.landed')).toHaveCount(4);
  await page.goto(at(`${pointed}#p3-p4`));
  await expect(page.locator('.landed')).toHaveCount(5);
  await expect(page.locator('[id="p4.c"]')).toHaveClass(/landed/);
  await expect(page.locator('[id="p5"]')).not.toHaveClass(/landed/);
});

test('a paragraph is marked with its points without script', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(at(`${pointed}#p4`));
  const items = page.locator('[id="p4"] + .items');
  const ground = (element: Element) => getComputedStyle(element).backgroundColor;
  expect(await items.evaluate(ground)).toBe(await page.locator('[id="p4"]').evaluate(ground));
  await context.close();
});

for (const [typed, meant] of [
  ['#3', '#p3'],
  ['#P2', '#p2'],
  ['#2-3', '#p2-p3'],
  ['#para2', '#p2'],
  ['#p3-p1', '#p1-p3'],
]) {
  test(`${typed} is taken for ${meant}`, async ({ page }) => {
    await page.goto(at(`${seed}${typed}`));
    await expect(page).toHaveURL(at(`${seed}${meant}`));
    await expect(page.locator('.landed').first()).toBeVisible();
    await expect(page.locator('#missing-anchor')).toBeHidden();
  });
}

test('a missing heading is explained too, and the note goes when a passage is found', async ({ page }) => {
  await page.goto(at(`${seed}#no-such-heading`));
  await expect(page.locator('#missing-anchor')).toContainText('no-such-heading');
  await page.getByRole('link', { name: 'Paragraph 2, link' }).click();
  await expect(page.locator('#missing-anchor')).toBeHidden();
});

test('a range is chosen by touch: one number, then “To here” at another', async ({ browser }) => {
  const { defaultBrowserType: _, ...phone } = devices['Pixel 7'];
  const context = await browser.newContext(phone);
  const page = await context.newPage();
  await page.goto(at(seed));
  await page.getByRole('link', { name: 'Paragraph 2, link' }).tap();
  await expect(page.getByRole('button', { name: 'To here' })).toBeHidden();
  await page.locator('[id="p3"] .open-tools').tap();
  await page.getByRole('button', { name: 'To here' }).tap();
  await expect(page).toHaveURL(at(`${seed}#p2-p3`));
  await expect(page.locator('.landed')).toHaveCount(2);
  await context.close();
});

test('citations and files for programs name the passage that was chosen', async ({ page }) => {
  await page.goto(new URL(`${seed}#p2-p3`, site('one').url).href);
  const address = 'https://cables.example/a/cables/08BEIJING1882/';
  const citations = page.locator('.cite-text');
  const texts = () => citations.allTextContents();
  const [chicago, bluebook, mla, bibtex, ris, csl = ''] = await texts();
  expect(chicago).toContain(`May 15, 2008, paras. 2–3, `);
  expect(bluebook).toContain('08BEIJING1882, ¶¶ 2–3 (May 15, 2008)');
  expect(mla).toContain('(US Embassy Beijing, pars. 2–3)');
  expect(bibtex).toMatch(/note = \{.*, paras\. 2--3\}/);
  expect(ris).toMatch(/\nN1 {2}- paras\. 2-3\nLA/);
  expect(JSON.parse(csl)[0]).toMatchObject({
    type: 'report',
    locator: 'paras. 2-3',
    URL: `${address}#p2-p3`,
  });
  for (const text of await texts()) expect(text).toContain(`${address}#p2-p3`);
  await page.goto(new URL(seed, site('one').url).href);
  for (const text of await texts()) {
    expect(text).toContain(address);
    expect(text).not.toMatch(/#p2|par[as.]+ ?\d/);
  }
});

test('a RIS file is saved as the format wants it', async ({ page }) => {
  await page.goto(at(`${seed}#p2`));
  await page.getByText('BibTeX, RIS, and CSL-JSON').click();
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as a RIS file' }).click();
  const download = await saved;
  expect(download.suggestedFilename()).toBe('08BEIJING1882.ris');
  const text = await (await download.createReadStream()).toArray();
  expect(Buffer.concat(text).toString()).toMatch(
    /^TY {2}- RPRT\r\n[\s\S]*N1 {2}- para\. 2\r\n[\s\S]*ER {2}- \r\n$/,
  );
});

test('a citation is copied from its box; where the browser forbids it, the text is shown', async ({
  page,
}) => {
  await page.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
  await page.goto(at(`${seed}#p2`));
  await page.getByRole('button', { name: 'Copy the Chicago citation' }).click();
  await expect(page.getByRole('status')).toContainText('US Embassy Beijing, “China Urged to Terminate');
});

test('words of the text that name a paragraph of another cable lead to it', async ({ page }) => {
  await page.goto(at('cables/08BEIJING2210/'));
  await page
    .locator('#text')
    .getByRole('link', { name: /paragraph 3 of ref A/ })
    .click();
  await expect(page).toHaveURL(at(`${seed}#p3`));
  await expect(page.locator('[id="p3"]')).toHaveClass(/landed/);
  await expect(page.locator('[aria-labelledby="cited-by"]')).toContainText('For the general point made');
  await page.locator('[aria-labelledby="cited-by"]').getByRole('link', { name: 'paragraph 2 here' }).click();
  await expect(page).toHaveURL(at(`${seed}#p2`));
});

test('a cable that was taken out says when and why, and who cites it', async ({ page }) => {
  await page.goto(new URL('cables/08OTTAWA900/', site('odd').url).href);
  await expect(page.locator('h1')).toHaveText(/08OTTAWA900 was taken out/);
  await expect(page.locator('main')).toContainText('1 March 2026');
  await expect(page.locator('main')).toContainText('Not authentic.');
});

test('programs find what a page is, who wrote it and where its files are', async ({ page }) => {
  await page.goto(new URL(seed, site('one').url).href);
  const links = await page
    .locator('head link')
    .evaluateAll((all) => all.map((link) => [link.getAttribute('rel'), link.getAttribute('href')]));
  const address = 'https://cables.example/a/';
  const cable = `${address}cables/08BEIJING1882/`;
  // Zotero takes the description for the abstract where there is no other.
  const description = page.locator('meta[name="description"]');
  await expect(description).toHaveAttribute('content', /^Beijing should take immediate action/);
  for (const signpost of [
    ['canonical', cable],
    ['cite-as', cable],
    ['type', 'https://schema.org/AboutPage'],
    ['author', `${address}origins/beijing/`],
    ['alternate item', `${cable}source.txt`],
    ['alternate describedby', `${cable}cable.json`],
  ]) {
    expect(links).toContainEqual(signpost);
  }
});
