import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { carryAxe, faultsOf } from './axe.ts';
import { cablesOfEachKind, oneOfEachKind, type SiteName, site } from './sites.ts';

/** How many tests, which run beside one another, share the kinds of pages between them. */
const SHARES = 4;

/** A window of 1280 x 900 px and what zoom makes of it: half the width at 200 %, a quarter at 400 %. */
const wide = { width: 1280, height: 900 };
const twice = { width: 640, height: 450 };
const narrow = { width: 320, height: 640 };

const addresses = (name: SiteName) => [
  ...new Set([...oneOfEachKind(site(name)), ...cablesOfEachKind(site(name))]),
];

async function runsOver(page: Page): Promise<string[]> {
  const over = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  return over > 0 ? [`runs over the edge by ${over} px`] : [];
}

/** Every way a page is seen: how it is brought about, and what is asked there. */
const views: { name: string; show: (page: Page) => Promise<void>; ask: (page: Page) => Promise<string[]> }[] =
  [
    { name: 'light', show: (page) => page.setViewportSize(wide), ask: (page) => faultsOf(page) },
    {
      name: 'dark',
      show: (page) => page.emulateMedia({ colorScheme: 'dark' }),
      ask: (page) => faultsOf(page, 'colour'),
    },
    {
      name: 'forced colours',
      // Chromium keeps some colours of a page that is open when they come into force.
      show: async (page) => {
        await page.emulateMedia({ colorScheme: null, forcedColors: 'active' });
        await page.reload();
      },
      ask: (page) => faultsOf(page, 'colour'),
    },
    {
      name: 'print',
      show: (page) => page.emulateMedia({ media: 'print', forcedColors: null, colorScheme: 'light' }),
      ask: (page) => faultsOf(page, 'colour'),
    },
    {
      name: '200 % zoom',
      show: async (page) => {
        await page.emulateMedia({ media: null });
        await page.setViewportSize(twice);
      },
      ask: runsOver,
    },
    {
      name: '320 px',
      show: (page) => page.setViewportSize(narrow),
      ask: async (page) => [...(await runsOver(page)), ...(await faultsOf(page))],
    },
  ];

/** The pages as a reader without script gets them, though axe can run there: no script, and what `noscript` holds. */
async function withoutScript(context: BrowserContext): Promise<void> {
  await context.route('**/*', async (route) => {
    if (route.request().resourceType() === 'script') return route.abort();
    if (route.request().resourceType() !== 'document') return route.continue();
    const response = await route.fetch();
    const body = (await response.text())
      .replace(/<script\b[^>]*>[^<]*<\/script>/g, '')
      .replace(/<\/?noscript>/g, '');
    return route.fulfill({ response, body });
  });
}

for (let share = 0; share < SHARES; share++) {
  test(`axe finds nothing on any kind of page in any view, ${share + 1} of ${SHARES}`, async ({
    browser,
  }) => {
    test.setTimeout(240_000);
    const context = await browser.newContext({ reducedMotion: 'reduce', colorScheme: 'light' });
    await carryAxe(context);
    const page = await context.newPage();
    const faults: string[] = [];
    const asked = addresses('main').filter((_, at) => at % SHARES === share);
    expect(asked.length).toBeGreaterThan(5);
    for (const address of asked) {
      await page.emulateMedia({ media: null, colorScheme: 'light', forcedColors: null });
      await page.setViewportSize(wide);
      await page.goto(new URL(address, site('main').url).href);
      for (const { name, show, ask } of views) {
        await show(page);
        for (const fault of await ask(page)) faults.push(`/${address}, ${name}: ${fault}`);
      }
    }
    await context.close();
    expect(faults).toEqual([]);
  });
}

test('axe finds nothing without script', async ({ browser }) => {
  test.setTimeout(240_000);
  const context = await browser.newContext({ reducedMotion: 'reduce', viewport: wide });
  await withoutScript(context);
  await carryAxe(context);
  const page = await context.newPage();
  const faults: string[] = [];
  for (const address of oneOfEachKind(site('main'))) {
    await page.goto(new URL(address, site('main').url).href);
    for (const fault of await faultsOf(page)) faults.push(`/${address}: ${fault}`);
  }
  await context.close();
  expect(faults).toEqual([]);
});

for (const name of ['one', 'none'] as const) {
  test(`axe finds nothing in an archive of ${name}`, async ({ browser }) => {
    test.setTimeout(120_000);
    const context = await browser.newContext({ reducedMotion: 'reduce', viewport: narrow });
    await carryAxe(context);
    const page = await context.newPage();
    const faults: string[] = [];
    for (const address of oneOfEachKind(site(name))) {
      await page.goto(new URL(address, site(name).url).href);
      for (const fault of [...(await runsOver(page)), ...(await faultsOf(page))]) {
        faults.push(`/${address}: ${fault}`);
      }
    }
    await context.close();
    expect(faults).toEqual([]);
  });
}
