import { fill } from '../query/describe-query.ts';
import type { SearchRequest } from '../search.ts';
import { element } from './element.ts';
import type { PageWords } from './page-words.ts';
import { stateLink } from './state-link.ts';

/** Links to the pages of a result: the first, the last, those near the one shown. */
export function pageLinks(
  state: SearchRequest,
  page: number,
  pages: number,
  words: PageWords,
): HTMLUListElement {
  const to = (number: number, name: string, label?: string) => {
    const link = stateLink({ ...state, page: number }, name);
    if (label !== undefined) link.setAttribute('aria-label', label);
    if (number === page) link.setAttribute('aria-current', 'page');
    return element('li', {}, link);
  };
  const near = [...new Set([1, page - 2, page - 1, page, page + 1, page + 2, pages])]
    .filter((number) => number >= 1 && number <= pages)
    .sort((a, b) => a - b);
  const items: Node[] = page > 1 ? [to(page - 1, words.previous)] : [];
  near.forEach((number, at) => {
    if (at > 0 && number - (near[at - 1] as number) > 1) items.push(element('li', {}, '…'));
    items.push(to(number, String(number), fill(words.pageNumber, { page: number })));
  });
  if (page < pages) items.push(to(page + 1, words.next));
  return element('ul', {}, ...items);
}
