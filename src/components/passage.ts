/** The printed number of an anchor: `p3.a` is 3.a. Headings and paragraphs that bear none (`p3.u1`) give nothing. */
export function numberOf(anchor: string): string | undefined {
  return /^(?:t\d+\.)?p(\d+[^u]*)$/.exec(anchor)?.[1]?.replace(/_\d+$/, '');
}

/** The locator of a passage in a style's own form, which the element bears: `, para. 2`; nothing where there is no number. */
export function formatPassage(
  { dataset: { one = '', many = '' } }: HTMLElement,
  first: string,
  last = first,
): string {
  const from = numberOf(first);
  const to = numberOf(last);
  if (!from || !to) return '';
  return (from === to ? one : many).replace('{first}', from).replace('{last}', to);
}
