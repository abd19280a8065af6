import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { type SiteName, site } from './sites.ts';

const at = (address: string, name: SiteName = 'main') => new URL(address, site(name).url).href;
const seed = 'cables/08BEIJING1882/';

interface Stop {
  name: string;
  /** The ring of the focus, as it is drawn: `2px solid …`; empty where nothing is drawn. */
  ring: string;
  seen: boolean;
}

/** Goes through a page by Tab from its top; gives each stop until the focus leaves the page, or after `most` of them. */
async function tabThrough(page: Page, most: number): Promise<Stop[]> {
  const stops: Stop[] = [];
  while (stops.length < most) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => {
      const element = document.activeElement as HTMLElement | null;
      if (!element || element === document.body) return undefined;
      element.dataset.reached = '';
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
      const drawn = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0;
      const box = element.getBoundingClientRect();
      return {
        name: `${element.tagName.toLowerCase()} ${element.textContent?.trim().slice(0, 40)}`,
        ring: drawn ? `${outlineWidth} ${outlineStyle}` : boxShadow === 'none' ? '' : boxShadow,
        // The dots of the map are thick ends of lines without a length.
        seen:
          (element instanceof SVGElement || box.width * box.height > 0) &&
          box.bottom > 0 &&
          box.top < innerHeight &&
          box.right > 0 &&
          box.left < innerWidth,
      };
    });
    if (!stop) break;
    stops.push(stop);
  }
  return stops;
}

/** Controls that a reader sees and that Tab never came to. */
const unreached = (page: Page) =>
  page.evaluate(() =>
    [
      ...document.querySelectorAll<HTMLElement>(
        'a[href], button, input, select, textarea, summary, [tabindex]',
      ),
    ]
      .filter((element) => element.tabIndex >= 0 && !('reached' in element.dataset))
      .filter((element) => element.checkVisibility({ visibilityProperty: true }))
      .map((element) => element.outerHTML.slice(0, 120)),
  );

for (const address of ['', seed, 'search/?q=harbor', 'dates/2008/', 'tags/PREL/']) {
  test(`Tab comes to every control, each seen with its ring: /${address}`, async ({ page }) => {
    test.setTimeout(120_000);
    await page.goto(at(address));
    if (address.startsWith('search')) await expect(page.locator('.hits > .hit').first()).toBeVisible();
    const stops = await tabThrough(page, 600);
    expect(stops[0]?.name).toMatch(/^a Skip to /);
    expect(stops.filter(({ seen, ring }) => !seen || ring === '')).toEqual([]);
    expect(await unreached(page)).toEqual([]);
  });
}

test('the skip link leads past the navigation', async ({ page }) => {
  await page.goto(at(seed));
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: /^Skip to/ });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  const inside = await page.evaluate(() => document.querySelector('main')?.contains(document.activeElement));
  expect(inside).toBe(true);
});

const mayCopy = (context: BrowserContext) =>
  context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: new URL(at('')).origin });
const copied = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

test('link, citation and quotation of a paragraph are copied by keyboard, and it is said', async ({
  page,
  context,
}) => {
  await mayCopy(context);
  await page.goto(at(`${seed}#p2`));
  await page.getByRole('link', { name: 'Paragraph 2, link' }).focus();
  const said = page.locator('paragraph-tools [role="status"]');
  const tool = async () => {
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('[role="group"]')?.ariaLabel)).toMatch(
      /Paragraph 2\b/i,
    );
    await page.keyboard.press('Enter');
    await expect(said).not.toHaveText('');
    return copied(page);
  };
  expect(await tool()).toBe(at(`${seed}#p2`));
  await expect(said).toHaveText(/link copied/i);
  const citation = await tool();
  expect(citation).toMatch(
    /^US Embassy Beijing, “China Urged to Terminate .*08BEIJING1882, May 15, 2008.*para\. 2/,
  );
  expect(citation).toContain(at(`${seed}#p2`));
  await expect(said).toHaveText(/citation copied/i);
  const quotation = await tool();
  expect(quotation).toMatch(/^“Wang said he had received a copy of the photographs/);
  expect(quotation).toMatch(/Wang stated\.”\n\n/);
  expect(quotation.endsWith(citation)).toBe(true);
  await expect(said).toHaveText(/quotation copied/i);
  await page.goto(at(`${seed}#p2-p3`));
  await page.getByRole('link', { name: 'Paragraph 3, link' }).focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect.poll(() => copied(page)).toContain('paras. 2–3');
  expect(await copied(page)).toContain('#p2-p3');
});

test('where the address of the site is known, that is what is copied', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], {
    origin: new URL(at('', 'one')).origin,
  });
  await page.goto(at(`${seed}#p1`, 'one'));
  await page.getByRole('link', { name: 'Paragraph 1, link' }).focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect.poll(() => copied(page)).toBe('https://cables.example/a/cables/08BEIJING1882/#p1');
});

test('single letters do nothing until they are turned on under ?, and then step and copy', async ({
  page,
  context,
}) => {
  await mayCopy(context);
  await page.goto(at(seed));
  const focused = () =>
    page.evaluate(() => document.activeElement?.closest('.para')?.id ?? document.activeElement?.tagName);
  await page.keyboard.press('j');
  expect(await focused()).toBe('BODY');
  await page.keyboard.press('?');
  const list = page.getByRole('dialog');
  await expect(list).toBeVisible();
  for (const key of ['?', 'j', 'k', 'l', 'c', 'q', 'r']) {
    await expect(list.locator('kbd').getByText(key, { exact: true })).toBeVisible();
  }
  await list.getByRole('checkbox').first().focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Escape');
  await expect(list).toBeHidden();
  await expect.poll(focused).toBe('BODY');
  for (const [key, id] of [
    ['j', 'p1'],
    ['j', 'p2'],
    ['j', 'p3'],
    ['j', 'p3'],
    ['k', 'p2'],
  ] as const) {
    await page.keyboard.press(key);
    expect(await focused()).toBe(id);
  }
  await page.keyboard.press('c');
  await expect.poll(() => copied(page)).toContain('para. 2');
  // A range, from the passage chosen to the paragraph that the keys are at.
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#p2$/);
  await page.keyboard.press('j');
  await page.keyboard.press('r');
  await expect(page).toHaveURL(/#p2-p3$/);
  await page.keyboard.press('q');
  await expect.poll(() => copied(page)).toContain('paras. 2–3');
  // A letter that is typed into a box is a letter.
  await page.getByRole('searchbox').first().fill('');
  await page.getByRole('searchbox').first().press('j');
  await expect(page.getByRole('searchbox').first()).toHaveValue('j');
  // The choice is kept, and `?` itself can be turned off.
  await page.goto(at(seed));
  await page.reload();
  await page.keyboard.press('j');
  expect(await focused()).toBe('p1');
  await page.keyboard.press('?');
  await list.getByRole('checkbox').nth(1).uncheck();
  await page.keyboard.press('Escape');
  await expect.poll(focused).not.toBe('INPUT');
  await page.keyboard.press('?');
  await expect(list).toBeHidden();
});
