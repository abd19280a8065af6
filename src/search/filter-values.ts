import type { FilterField } from './query/query.ts';

/** Short forms that readers type for a classification. */
const CLASSES: Record<string, string> = {
  C: 'CONFIDENTIAL',
  CONFIDENTIAL: 'CONFIDENTIAL',
  LOU: 'LIMITED OFFICIAL USE',
  S: 'SECRET',
  SECRET: 'SECRET',
  TS: 'TOP SECRET',
  U: 'UNCLASSIFIED',
  UNCLAS: 'UNCLASSIFIED',
  UNCLASSIFIED: 'UNCLASSIFIED',
};

// Blanks and marks between the words of a value: `TOP SECRET`, `TOP-SECRET`, `NEW DELHI` and `NEWDELHI` are one.
const BETWEEN = /[^\p{L}\p{N}]+/gu;

/** A filter's value without the marks, blanks and small letters in which spellings differ. */
export function plainValue(value: string): string {
  return value
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(BETWEEN, '')
    .toUpperCase();
}

/**
 * Which of a field's values a reader means.
 *
 * A value is meant whole (`origin:NEWDELHI`). A mark means itself and, where it is a level alone (`mark:S`), that level with
 * any controls (`S/NF`); a mark that is a control alone (`mark:NF`) means every mark with it.
 *
 * @returns indexes into `values`
 */
export function matchValues(field: FilterField, value: string, values: readonly string[]): Set<number> {
  const short = field === 'class' ? CLASSES[value.trim().toUpperCase()] : undefined;
  const wanted = plainValue(short ?? value);
  const matching = new Set<number>();
  values.forEach((each, index) => {
    if (plainValue(each) === wanted) matching.add(index);
    else if (field === 'mark' && each.split('/').some((part) => plainValue(part) === wanted))
      matching.add(index);
  });
  return matching;
}
