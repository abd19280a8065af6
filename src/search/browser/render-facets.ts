import type { FacetCounts } from '../count-facets.ts';
import { fill } from '../query/describe-query.ts';
import type { FilterField } from '../query/query.ts';
import type { SearchRequest } from '../search.ts';
import { element } from './element.ts';
import type { PageWords } from './page-words.ts';
import { stateLink } from './state-link.ts';

/** Values of a field that are shown before the reader asks for all. */
const SHOWN_VALUES = 8;

export interface FacetFrame {
  state: SearchRequest;
  words: PageWords;
  /** Fields of which the reader asked to see all values. */
  unfolded: Set<string>;
}

/** Draws the fields with their counts into a box; the value that had the focus keeps it. */
export function renderFacets(box: HTMLElement, counts: readonly FacetCounts[], frame: FacetFrame): void {
  const { activeElement } = document;
  const focused =
    activeElement instanceof HTMLInputElement && box.contains(activeElement) ? activeElement : undefined;
  box.replaceChildren(...counts.flatMap((count) => facet(count, frame)));
  if (!focused) return;
  const inputs = [...box.querySelectorAll('input')];
  inputs.find(({ name, value }) => name === focused.name && value === focused.value)?.focus();
}

/** The chosen values alone, without counts: what stands there until the counts come. */
export function renderChosen(box: HTMLElement, frame: FacetFrame): void {
  const chosen = Object.entries(frame.state.filters.values) as [FilterField, readonly string[]][];
  box.replaceChildren(...chosen.flatMap(([field]) => facet({ field, values: [] }, frame, '')));
}

function facet({ field, values }: FacetCounts, frame: FacetFrame, noCount = '0'): HTMLFieldSetElement[] {
  const { state, words, unfolded } = frame;
  const chosen: readonly string[] = field === 'year' ? [] : (state.filters.values[field] ?? []);
  const lost = chosen.filter((value) => !values.some((each) => isSame(each.value, value)));
  const rows = [
    ...lost.map((value) => valueRow(field, value, noCount, chosen)),
    ...values.map(({ value, count }) =>
      field === 'year' ? yearRow(value, count, state) : valueRow(field, value, String(count), chosen),
    ),
  ];
  // A field that all cables found share narrows nothing.
  if (rows.length === 0 || (rows.length === 1 && chosen.length === 0 && field !== 'year')) return [];
  const box = element('fieldset', {}, element('legend', {}, words.fields[field]), element('ul', {}, ...rows));
  if (rows.length <= SHOWN_VALUES + 1 || unfolded.has(field)) return [box];
  for (const row of rows.slice(SHOWN_VALUES)) row.hidden = row.querySelector(':checked') === null;
  const more = element('button', { type: 'button' }, fill(words.moreValues, { count: rows.length }));
  more.addEventListener('click', () => {
    unfolded.add(field);
    for (const row of rows) row.hidden = false;
    more.remove();
    rows[SHOWN_VALUES]?.querySelector<HTMLElement>('input, a')?.focus();
  });
  box.append(more);
  return [box];
}

function yearRow(value: string, count: number, state: SearchRequest): HTMLLIElement {
  const { filters } = state;
  const current = filters.from === value && filters.to === value;
  const { from: _from, to: _to, ...others } = filters;
  const next = current ? others : { ...filters, from: value, to: value };
  const link = stateLink({ ...state, page: 1, filters: next }, value);
  if (current) link.setAttribute('aria-current', 'true');
  return element('li', {}, link, element('span', { class: 'count' }, String(count)));
}

function valueRow(field: string, value: string, count: string, chosen: readonly string[]): HTMLLIElement {
  const box = element('input', { type: 'checkbox', name: field, value, form: 'ask' });
  box.checked = chosen.some((each) => isSame(each, value));
  return element('li', {}, element('label', {}, box, ' ', value), element('span', { class: 'count' }, count));
}

function isSame(a: string, b: string): boolean {
  return a.toUpperCase() === b.toUpperCase();
}
