import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { filesOf, site } from './sites.ts';

const pagesOf = (pattern: RegExp) =>
  filesOf(site('odd'), '.html')
    .filter((file) => pattern.test(file))
    .map((file) => file.replace(/index\.html$/, ''));

const hasMoved = (address: string) =>
  readFileSync(join(site('odd').dir, address, 'index.html'), 'utf8').includes('http-equiv="refresh"');

test('no text of a cable runs, is fetched, or breaks the content policy', async ({ page }) => {
  test.setTimeout(180_000);
  // Chromium reports a fade between two pages that the next address cuts short as an error of the page.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const { url } = site('odd');
  const seen: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') seen.push(message.text());
  });
  page.on('pageerror', (error) => seen.push(error.message));
  page.on('dialog', (dialog) => {
    seen.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    if (new URL(request.url()).origin !== new URL(url).origin) seen.push(`request: ${request.url()}`);
  });
  await page.exposeFunction('pwned', (what: string) => seen.push(`ran: ${what}`));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`);
    });
  });

  const addresses = pagesOf(
    /^(cables|tags|origins|references|about|dates|captions|classifications)\/|^index/,
  );
  expect(addresses.some((address) => address.includes('08OTTAWA901'))).toBe(true);
  for (const address of addresses) {
    const { href } = new URL(address, url);
    await page.goto(href);
    // The page of a cable that moved leads on by itself, and would cut the next address short.
    if (hasMoved(address)) await page.waitForURL((now) => now.href !== href);
  }
  expect(seen).toEqual([]);
});

test('hostile text is read as it was written', async ({ page }) => {
  await page.goto(new URL('cables/08OTTAWA901/', site('odd').url).href);
  const text = await page.locator('main').innerText();
  expect(text).toContain("<script>pwned('body')</script>");
  expect(text).toContain("[a link](javascript:pwned('link'))");
  expect(text).toContain('</div></article></main><style>body{display:none}</style>');
  expect(text).toContain('{{ constructor.constructor');
  expect(
    await page.locator('a[href^="javascript:"], main img, main iframe, main script:not([src])').count(),
  ).toBe(0);
});

test('a cable of ten million characters in one line has a page that opens', async ({ page }) => {
  const response = await page.goto(new URL('cables/08OTTAWA903/', site('odd').url).href);
  expect(response?.status()).toBe(200);
  await expect(page.locator('h1')).toBeVisible();
});

test('a word of two million letters under a subject of many words has a page that opens, nothing over anything else', async ({
  page,
}) => {
  await page.goto(new URL('cables/08OTTAWA906/', site('odd').url).href, { timeout: 40_000 });
  await expect(page.locator('#p2')).toContainText('THE END');
  const { heading, text } = await page.evaluate(() => {
    const sizeOf = (selector: string) =>
      Number.parseFloat(getComputedStyle(document.querySelector(selector) ?? document.body).fontSize);
    return { heading: sizeOf('h1'), text: sizeOf('.text') };
  });
  expect(heading).toBeLessThan(text * 1.8);
  const citation = page.locator('p.cite-text').first();
  const [full, shown] = await citation.evaluate((box) => [box.scrollHeight, box.clientHeight]);
  expect(full).toBeLessThanOrEqual(shown ?? 0);
});
