import type { Passage } from './passage.ts';

/** Anchors of paragraphs: `p3`, `p3.a`, `p0.a`, `p0.u1`, `t1.p3`, `p4_2`. */
const anchor = /^(?:t\d+\.)*(?:[pqx]\d+|[a-z]\d*)[\w.]*$/;

/**
 * What a fragment asks for: one passage (`p3`) or a range (`p3-p5`, `p3-5`). Gives nothing for fragments that name no paragraph, like
 * the slug of a heading.
 */
export function parseFragment(fragment: string): Passage | undefined {
  const parts = fragment.split('-');
  const [first, second] = parts;
  if (!first || parts.length > 2 || !/\d/.test(first) || !anchor.test(first)) return undefined;
  if (second === undefined) return { first, last: first };
  const last = /^\d/.test(second) ? `${first.replace(/\d.*$/, '')}${second}` : second;
  return anchor.test(last) ? { first, last } : undefined;
}

/** What a fragment that leads nowhere may mean: `P3`, `3`, `3-5`, `para3`. */
export function repairFragment(fragment: string): Passage | undefined {
  return parseFragment(fragment.toLowerCase().replace(/(^|-)(?:para(?:graph)?s?|¶+)?\W*(?=\d)/g, '$1p'));
}
