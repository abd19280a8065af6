/** A passage by its first and last anchor, as the address has them: `p3` and `p3`, `p3` and `p5`. */
export interface Passage {
  first: string;
  last: string;
}

/** The printed number of an anchor: `p3.a` is 3.a, `p0.a` is a. Headings and paragraphs that bear none (`p3.u1`) give nothing. */
export function numberOf(anchor: string): string | undefined {
  return /^(?:t\d+\.)?p(?:0\.(?=[a-z])|(?=\d))([^u]+)$/.exec(anchor)?.[1]?.replace(/_\d+/g, '');
}

/** The locator of a passage in a citation's own form, which is given: `, para. 2`; nothing where there is no number. */
export function formatPassage(
  { one = '', many = '' }: { one?: string; many?: string },
  { first, last }: Passage,
): string {
  const from = numberOf(first);
  const to = numberOf(last);
  if (!from || !to) return '';
  return (from === to ? one : many).replaceAll('{first}', from).replaceAll('{last}', to);
}
