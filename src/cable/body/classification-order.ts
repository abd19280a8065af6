import type { Classification } from '../cable.ts';

/** Order of the classifications on the scale of the portion marks: unclassified marks up to SBU fit an unclassified cable. */
export const capOrder: Record<Classification, number> = {
  UNCLASSIFIED: 1,
  'LIMITED OFFICIAL USE': 1,
  CONFIDENTIAL: 2,
  SECRET: 3,
  'TOP SECRET': 4,
};
