import type { BrowserContext, Page } from '@playwright/test';
import axe, { type AxeResults, type RunOptions } from 'axe-core';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];

/** Rules whose answer depends on colours: what another colour scheme of the same page can break. */
const ofColour = ['color-contrast', 'link-in-text-block'];

/** Lets every page of a context carry axe from the start. */
export async function carryAxe(context: BrowserContext): Promise<void> {
  await context.addInitScript({ content: axe.source });
}

/**
 * What axe finds on a page as it stands, one line a rule, with the first element; `[]` where all is well.
 *
 * @param only `colour` asks the rules of colour alone, for a page whose other rules were asked in another scheme
 */
export async function faultsOf(page: Page, only?: 'colour'): Promise<string[]> {
  const options: RunOptions = {
    runOnly: only === 'colour' ? { type: 'rule', values: ofColour } : { type: 'tag', values: tags },
    resultTypes: ['violations'],
  };
  const { violations } = await page.evaluate<AxeResults, RunOptions>(
    (asked) => (window as unknown as { axe: typeof axe }).axe.run(document, asked),
    options,
  );
  return violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes.length}: ${nodes[0]?.html.slice(0, 200)} ${nodes[0]?.any[0]?.message ?? ''}`,
  );
}
