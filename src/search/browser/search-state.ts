import { type FilterField, filterFields } from '../query/query.ts';
import type { Filters, SearchRequest, Sort } from '../search.ts';

const SORTS: readonly string[] = ['relevance', 'newest', 'oldest'];
const PER_PAGE = 10;

/** Reads the state of the search page off the address's query: what a plain GET form would send. */
export function readState(parameters: URLSearchParams): SearchRequest {
  const values: Partial<Record<FilterField, string[]>> = {};
  for (const field of filterFields) {
    const given = parameters.getAll(field).filter((value) => value.trim() !== '');
    if (given.length > 0) values[field] = [...new Set(given)];
  }
  const filters: Filters = { values };
  const from = parameters.get('from')?.trim();
  const to = parameters.get('to')?.trim();
  if (from) filters.from = from;
  if (to) filters.to = to;
  const sort = parameters.get('sort') ?? '';
  const page = Number.parseInt(parameters.get('page') ?? '', 10);
  return {
    query: parameters.get('q')?.trim() ?? '',
    filters,
    sort: SORTS.includes(sort) ? (sort as Sort) : 'relevance',
    page: page > 0 ? page : 1,
    perPage: PER_PAGE,
  };
}

/** The same state as an address's query, shortest: what is as usual is left out. */
export function writeState({ query, filters, sort, page }: SearchRequest): URLSearchParams {
  const parameters = new URLSearchParams();
  if (query) parameters.set('q', query);
  if (filters.from) parameters.set('from', filters.from);
  if (filters.to) parameters.set('to', filters.to);
  for (const field of filterFields) {
    for (const value of filters.values[field] ?? []) parameters.append(field, value);
  }
  if (sort !== 'relevance') parameters.set('sort', sort);
  if (page > 1) parameters.set('page', String(page));
  return parameters;
}

/** Nothing is asked: neither words nor filters. */
export function isEmptyState({ query, filters }: SearchRequest): boolean {
  return !query && !filters.from && !filters.to && Object.keys(filters.values).length === 0;
}
