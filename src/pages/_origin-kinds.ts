import { allOrigins } from '../archive/queries.ts';
import type { OriginRow } from '../components/origin-row.ts';
import type { Words } from '../data/words/words-for.ts';
import { yearsActive } from './_lists.ts';
import { nameOfOrigin } from './_site.ts';

const order = ['embassy', 'consulate', 'mission', 'department', 'other'] as const;

/** Posts by kind, by name in each; kinds that have none left out. */
export function originKinds(t: Words): { kind: string; title: string; rows: OriginRow[] }[] {
  const country = new Intl.DisplayNames([t.locale], { type: 'region' });
  const collator = new Intl.Collator(t.locale);
  const groups = Map.groupBy(allOrigins(), ({ post }) => post?.kind ?? 'other');
  return order.flatMap((kind) => {
    const rows = groups.get(kind)?.map((origin) => ({
      // Under the heading of its kind, the city says which post it is.
      name: (kind !== 'department' && origin.post?.city) || nameOfOrigin(origin, t),
      station: origin.station,
      place: origin.post?.country && country.of(origin.post.country),
      years: yearsActive(origin.entries),
      path: `/origins/${origin.slug}/`,
      count: origin.entries.length,
    }));
    if (!rows) return [];
    rows.sort((a, b) => collator.compare(a.name, b.name));
    return [{ kind, title: t.postKinds[kind] ?? t.postKindOther, rows }];
  });
}
