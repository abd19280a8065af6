import type { FacetCounts } from '../count-facets.ts';
import type { ListRow } from '../engine.ts';
import type { CableFound } from '../find-cable.ts';
import type { SearchRequest, SearchResult } from '../search.ts';
import type { IndexErrorKind } from './index-error.ts';

/** What the page asks of the worker. `counts` and `list` are about the last search. */
export interface WorkerQuestions {
  search: { ask: SearchRequest; answer: SearchResult };
  counts: { ask: null; answer: FacetCounts[] };
  list: { ask: null; answer: ListRow[] };
  find: { ask: string; answer: CableFound | undefined };
}

export type Question = keyof WorkerQuestions;

/** The first message: path of the index's folder, with a slash at its end. */
export interface WorkerStart {
  index: string;
}

export interface WorkerRequest {
  number: number;
  question: Question;
  ask: unknown;
}

export interface WorkerAnswer {
  number: number;
  answer?: unknown;
  error?: IndexErrorKind;
}
