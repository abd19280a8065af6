/** Eleventy on the folders of `write-peer-content.ts`: two pages and three files a cable, and lists by month, origin, tag, classification and caption. */
import { readFileSync } from 'node:fs';

const PER_PAGE = 100;
const months = 'January February March April May June July August September October November December'.split(
  ' ',
);
const inOrder = (api) => api.getFilteredByGlob('cables/*/index.md').sort((a, b) => a.date - b.date);

/** What the pages of one list share: its cables by year, and how many pages it has. */
function pagesOf(key, cables) {
  const years = {};
  for (const { date } of cables) years[date.getUTCFullYear()] = (years[date.getUTCFullYear()] ?? 0) + 1;
  const count = Math.ceil(cables.length / PER_PAGE);
  return Array.from({ length: count }, (_, at) => ({
    key,
    path: at === 0 ? key : `${key}/page/${at + 1}`,
    total: cables.length,
    years,
    count,
    cables: cables.slice(at * PER_PAGE, (at + 1) * PER_PAGE),
  }));
}

export default function configure(eleventy) {
  eleventy.setUseGitIgnore(false);
  // By the folder: all files of a pattern would be opened at once.
  eleventy.addPassthroughCopy('cables', { filter: (path) => !path.endsWith('.md') });
  eleventy.addCollection('cables', inOrder);
  eleventy.addCollection('lists', (api) => {
    const lists = new Map();
    for (const cable of inOrder(api)) {
      const { months, origins, codes, classifications, captions } = cable.data;
      const keys = [
        'cables',
        ...months.map((month) => `dates/${month.replace('-', '/')}`),
        ...origins.map((origin) => `origins/${origin}`),
        ...classifications.map((name) => `classifications/${name}`),
        ...captions.map((name) => `captions/${name}`),
        ...codes.map((code) => `tags/${code}`),
      ];
      for (const key of new Set(keys)) {
        const list = lists.get(key);
        if (list) list.push(cable);
        else lists.set(key, [cable]);
      }
    }
    return [...lists].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([key, cables]) => pagesOf(key, cables));
  });
  eleventy.addFilter(
    'day',
    (date) => `${date.getUTCDate()} ${months[date.getUTCMonth()]} ${date.getUTCFullYear()}`,
  );
  eleventy.addFilter('isoDay', (date) => date.toISOString().slice(0, 10));
  eleventy.addFilter('names', (tags) => (tags ?? []).map(({ name }) => name).filter(Boolean));
  eleventy.addFilter('first', (list, count) => (list ?? []).slice(0, count));
  eleventy.addFilter('json', (value, indent) =>
    JSON.stringify(value, null, indent).replaceAll('<', '\\u003c'),
  );
  // Eleventy keeps no text of a page without its front matter.
  eleventy.addFilter('markdownOf', (path) => readFileSync(path, 'utf8').replace(/^---json\n.*\n---\n/, ''));
  return { dir: { includes: '_includes' }, markdownTemplateEngine: false, htmlTemplateEngine: 'njk' };
}
