import { bareName, mayNameCable } from '../find-cable.ts';
import { fill } from '../query/describe-query.ts';
import type { SearchRequest } from '../search.ts';
import { element } from './element.ts';
import type { PageWords } from './page-words.ts';
import type { SearchClient } from './search-client.ts';

/**
 * Finds the cable that the whole query names.
 *
 * @returns its address, or what to say before the results: that there is no such cable, or a choice of several
 */
export async function goToCable(
  { query, filters }: SearchRequest,
  client: SearchClient,
  base: string,
  words: PageWords,
): Promise<string | Node[]> {
  if (!mayNameCable(query) || Object.keys(filters.values).length > 0 || filters.from || filters.to) return [];
  let found = await client.ask('find', query);
  if (found?.kind === 'none') {
    // The table of posts is loaded for ids that lead nowhere as they stand.
    const { repairId } = await import('../repair-id.ts');
    const { id, isNamed } = repairId(bareName(query));
    if (id !== undefined && id !== found.id) found = await client.ask('find', id);
    // `12 May 2008`, `resolution 1737 (2006)`: words that only look like an id.
    if (found?.kind === 'none' && !isNamed) return [];
  }
  if (!found) return [];
  const page = (address: string) => `${base}/cables/${encodeURIComponent(address)}/`;
  if (found.kind === 'cable') return page(found.address);
  if (found.kind === 'none') return [element('p', {}, fill(words.noId, { id: found.id }))];
  const links = found.addresses.map((address) =>
    element('li', {}, element('a', { href: page(address) }, address)),
  );
  return [element('p', {}, words.choice), element('ul', {}, ...links)];
}
