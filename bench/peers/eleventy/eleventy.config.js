/** Eleventy on the Markdown of `write-peer-content.ts`: a page a cable, and lists by month, origin, tag and classification. */
export default function configure(eleventy) {
  eleventy.setUseGitIgnore(false);
  eleventy.addCollection('cables', (api) =>
    api.getFilteredByGlob('cables/**/*.md').sort((a, b) => a.date - b.date),
  );
  eleventy.addCollection('lists', (api) => {
    const lists = new Map();
    for (const cable of api.getFilteredByGlob('cables/**/*.md').sort((a, b) => a.date - b.date)) {
      const { month, origin, codes, classification } = cable.data;
      const keys = [
        `dates/${month}`,
        `origins/${origin}`,
        `classifications/${classification}`,
        ...codes.map((code) => `tags/${code}`),
      ];
      for (const key of keys) lists.set(key, [...(lists.get(key) ?? []), cable]);
    }
    return [...lists].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, cables]) => ({ key, cables }));
  });
  return { dir: { includes: '_includes' }, markdownTemplateEngine: false, htmlTemplateEngine: 'njk' };
}
