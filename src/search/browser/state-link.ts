import type { SearchRequest } from '../search.ts';
import { element } from './element.ts';
import { writeState } from './search-state.ts';

/** A link to another state of the search page, which the page follows without loading itself anew. */
export function stateLink(state: SearchRequest, text: string): HTMLAnchorElement {
  return element('a', { href: `?${writeState(state)}`, 'data-state': true }, text);
}
