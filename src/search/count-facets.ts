import type { OpenIndex } from './engine.ts';
import { intersect } from './intersect.ts';
import { type FilterField, filterFields } from './query/query.ts';

export interface FacetCounts {
  field: FilterField | 'year';
  values: { value: string; count: number }[];
}

/**
 * Counts how many cables have each value of each field.
 *
 * @param matches the cables that the words ask for
 * @param fields the cables that each filter of the form lets through: a field is counted as if its own were not set
 */
export async function countFacets(
  matches: Uint8Array,
  fields: ReadonlyMap<FilterField | 'year', Uint8Array>,
  index: OpenIndex,
): Promise<FacetCounts[]> {
  const without = (field: string) =>
    intersect([matches, ...[...fields].filter(([each]) => each !== field).map(([, mask]) => mask)]);
  const years = new Map<string, number>();
  without('year').forEach((match, cable) => {
    const year = Math.floor((index.days[cable] as number) / 10000);
    if (match === 1 && year > 0) years.set(String(year), (years.get(String(year)) ?? 0) + 1);
  });
  const counted: FacetCounts[] = [
    {
      field: 'year',
      values: [...years]
        .map(([value, count]) => ({ value, count }))
        .sort((a, b) => (a.value < b.value ? -1 : 1)),
    },
  ];
  for (const field of filterFields) {
    const facet = await index.facet(field);
    const counts = new Array<number>(facet.values.length).fill(0);
    without(field).forEach((match, cable) => {
      if (match === 1)
        for (const value of facet.of[cable] ?? []) counts[value] = (counts[value] as number) + 1;
    });
    const values = facet.values.map((value, at) => ({ value, count: counts[at] as number }));
    counted.push({
      field,
      values: values
        .filter(({ count }) => count > 0)
        .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1)),
    });
  }
  return counted;
}
