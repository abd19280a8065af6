/** Anchors of paragraphs: `p3`, `p3.a`, `p0.u1`, `t1.p3`, `p4_2`. */
const anchor = /^(?:t\d+\.)*(?:[pqx]\d+|[a-z]\d*)[\w.]*$/;

/**
 * What a fragment asks for: one passage (`p3`) or a range (`p3-p5`, `p3-5`). Gives nothing for fragments that name no paragraph, like
 * the slug of a heading.
 */
export function parseFragment(fragment: string): { first: string; last: string } | undefined {
  const parts = fragment.split('-');
  const [first, second] = parts;
  if (!first || parts.length > 2 || !/\d/.test(first) || !anchor.test(first)) return undefined;
  if (second === undefined) return { first, last: first };
  const last = /^\d/.test(second) ? `${first.replace(/\d.*$/, '')}${second}` : second;
  return anchor.test(last) ? { first, last } : undefined;
}
