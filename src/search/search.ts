import { countFacets, type FacetCounts } from './count-facets.ts';
import { type Drop, dropParts } from './drop-parts.ts';
import type { Engine, OpenIndex } from './engine.ts';
import { type Evaluation, evaluate, missingWords } from './evaluate.ts';
import { matchValues } from './filter-values.ts';
import { type CableHits, findParagraphs } from './find-paragraphs.ts';
import { intersect } from './intersect.ts';
import { dateBounds, narrowed } from './query/date-bounds.ts';
import { parseDate } from './query/parse-date.ts';
import { parseQuery } from './query/parse-query.ts';
import {
  type DayRange,
  type FilterField,
  filterFields,
  type Place,
  type Query,
  type QueryError,
  type QueryNote,
} from './query/query.ts';

export type Sort = 'relevance' | 'newest' | 'oldest';

/** The fields of the form: any of a field's values, and all of the fields. Dates as `parseDate` reads them. */
export interface Filters {
  from?: string;
  to?: string;
  values: Partial<Record<FilterField, readonly string[]>>;
}

export interface SearchRequest {
  query: string;
  filters: Filters;
  sort: Sort;
  /** From 1. */
  page: number;
  perPage: number;
}

export interface Hit extends CableHits {
  url: string;
  meta: Record<string, string>;
}

export interface SearchResult {
  total: number;
  hits: Hit[];
  page: number;
  pages: number;
  /** The query as it was understood, without the form's filters. */
  understood?: Query;
  errors: QueryError[];
  notes: QueryNote[];
  /** Words that no cable has in the part of the archive that was searched. */
  missing: string[];
  /** Fields of the query with a value that no cable has there. */
  unmatched: { field: FilterField; value: string }[];
  /** Only where nothing was found. */
  drops: Drop[];
  /** All of the archive was searched, not only the years that the dates ask for. */
  complete: boolean;
  /** How many parts of the index were opened. */
  shards: number;
}

/** A result with what can be asked of it later. */
export interface OpenResult {
  result: SearchResult;
  /** All cables found, in the order of the result. */
  order: Int32Array;
  index?: OpenIndex;
  /** How many of the cables found have each value, each field counted as if its own filter were not set. */
  counts(): Promise<FacetCounts[]>;
}

/** The date fields of the form as a range; errors where one is no date. */
export function filterRange({ from, to }: Filters): { range: DayRange; errors: QueryError[] } {
  const errors: QueryError[] = [];
  const range: DayRange = {};
  for (const [side, text] of [
    ['from', from],
    ['to', to],
  ] as const) {
    if (!text?.trim()) continue;
    const days = parseDate(text);
    if (days) range[side] = days[side];
    else errors.push({ code: 'date-unknown', text: `${side}:${text}`, place: { start: 0, end: 0 } });
  }
  if (range.from !== undefined && range.to !== undefined && range.from > range.to)
    errors.push({ code: 'date-order', text: `${from} – ${to}`, place: { start: 0, end: 0 } });
  return { range, errors };
}

/**
 * Answers a request: the seam between the search page and the engine.
 *
 * @throws what the engine throws, where the index cannot be read
 */
export async function search(request: SearchRequest, engine: Engine): Promise<OpenResult> {
  const parsed = parseQuery(request.query);
  const { range, errors: dateErrors } = filterRange(request.filters);
  const errors = [...parsed.errors, ...dateErrors];
  const bounds = parsed.query ? dateBounds(parsed.query) : {};
  const days = bounds && narrowed(bounds, range);
  const empty: SearchResult = {
    total: 0,
    hits: [],
    page: 1,
    pages: 0,
    ...(parsed.query ? { understood: parsed.query } : {}),
    errors,
    notes: parsed.notes,
    missing: [],
    unmatched: [],
    drops: [],
    complete: true,
    shards: 0,
  };
  const nothing = { result: empty, order: new Int32Array(), counts: async () => [] };
  if (errors.length > 0) return nothing;
  if (!parsed.query && !hasFilters(request.filters)) return nothing;
  // No day can answer: `from:2009 to:2008`. The words are looked up nowhere.
  if (!days) return nothing;

  const index = await engine.open(days);
  const evaluation = await evaluate(parsed.query, index);
  const fields = await filterMasks(request.filters, range, index);
  const matches = intersect([evaluation.matches, ...fields.values()]);
  const order = sorted(matches, evaluation, index, request.sort);
  const pages = Math.ceil(order.length / request.perPage);
  const page = Math.min(Math.max(1, request.page), Math.max(1, pages));
  const shown = [...order.slice((page - 1) * request.perPage, page * request.perPage)];
  const result: SearchResult = {
    ...empty,
    total: order.length,
    page,
    pages,
    hits: await Promise.all(shown.map((cable) => hit(cable, evaluation, index))),
    missing: await missingWords(evaluation.found, index),
    unmatched: evaluation.unmatched.map(({ field, value }) => ({ field, value })),
    drops: order.length === 0 ? await dropParts(request.query, parsed.query, fields, index) : [],
    complete: index.complete,
    shards: index.shards,
  };
  return { result, order, index, counts: () => countFacets(evaluation.matches, fields, index) };
}

function hasFilters({ from, to, values }: Filters): boolean {
  return Boolean(from?.trim() || to?.trim()) || Object.values(values).some((each) => each && each.length > 0);
}

async function hit(cable: number, { found }: Evaluation, index: OpenIndex): Promise<Hit> {
  const text = await index.read(cable);
  return { ...findParagraphs(text, found, 3), url: text.url, meta: text.meta };
}

/** One mask a field of the form that is set. */
async function filterMasks(
  { values }: Filters,
  range: DayRange,
  index: OpenIndex,
): Promise<Map<FilterField | 'year', Uint8Array>> {
  const masks = new Map<FilterField | 'year', Uint8Array>();
  const place: Place = { start: 0, end: 0 };
  if (range.from !== undefined || range.to !== undefined) {
    const { matches } = await evaluate({ kind: 'date', range, place }, index);
    masks.set('year', matches);
  }
  for (const field of filterFields) {
    const wanted = values[field];
    if (!wanted || wanted.length === 0) continue;
    const facet = await index.facet(field);
    const meant = new Set(wanted.flatMap((value) => [...matchValues(field, value, facet.values)]));
    const mask = new Uint8Array(index.size);
    for (let cable = 0; cable < index.size; cable += 1) {
      if (facet.of[cable]?.some((value) => meant.has(value))) mask[cable] = 1;
    }
    masks.set(field, mask);
  }
  return masks;
}

function sorted(matches: Uint8Array, { scores }: Evaluation, { days }: OpenIndex, sort: Sort): Int32Array {
  const order: number[] = [];
  matches.forEach((match, cable) => {
    if (match === 1) order.push(cable);
  });
  const day = (cable: number) => days[cable] as number;
  const score = (cable: number) => scores[cable] as number;
  // A cable without a date comes last in either order of time.
  const oldest = (a: number, b: number) => (day(a) || 99999999) - (day(b) || 99999999) || a - b;
  const newest = (a: number, b: number) => day(b) - day(a) || b - a;
  const relevance = (a: number, b: number) => score(b) - score(a) || newest(a, b);
  order.sort(sort === 'oldest' ? oldest : sort === 'newest' ? newest : relevance);
  return Int32Array.from(order);
}
