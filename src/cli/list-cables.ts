import {
  allCaptions,
  allClassifications,
  allCollections,
  allOrigins,
  allTags,
  allYears,
  undatedEntries,
} from '../archive/queries.ts';
import { formatDate } from '../components/format-date.ts';
import { nameOfPost } from '../components/name-of-post.ts';
import { wordsFor } from '../data/words/words-for.ts';
import type { CableListing } from '../publish/write-lists.ts';

/** All lists of cables that have a feed and a table of their own, headed as their pages are. */
export function listCables(language: string): CableListing[] {
  const t = wordsFor(language);
  return [
    ...allOrigins().map(({ slug, station, post, entries }) => ({
      path: `origins/${slug}/`,
      title: t.originTitle(post ? nameOfPost(post, t) : station),
      entries,
    })),
    ...allTags().map(({ slug, code, name, entries }) => ({
      path: `tags/${slug}/`,
      title: t.tagTitle(code, name),
      entries,
    })),
    ...allClassifications().map(({ slug, name, entries }) => ({
      path: `classifications/${slug}/`,
      title: name || t.unmarked,
      entries,
    })),
    ...allCaptions().map(({ slug, name, entries }) => ({ path: `captions/${slug}/`, title: name, entries })),
    ...allCollections().map(({ slug, title, entries }) => ({ path: `collections/${slug}/`, title, entries })),
    ...allYears().flatMap(({ year, entries, months, monthless }) => [
      { path: `dates/${year}/`, title: t.yearTitle(year), entries },
      { path: `dates/${year}/undated/`, title: t.monthlessTitle(year), entries: monthless },
      ...months.map(({ month, entries: own }) => ({
        path: `dates/${month.replace('-', '/')}/`,
        title: t.monthTitle(formatDate(month, t.locale, 'month')),
        entries: own,
      })),
    ]),
    { path: 'dates/undated/', title: t.undated, entries: undatedEntries() },
  ];
}
