/**
 * `<cable-search>`: the search page at work. Its state is the address and nothing else: what the form sends, Back and reload
 * restore, and a bookmark keeps.
 */
import { fill } from '../query/describe-query.ts';
import type { SearchRequest, SearchResult } from '../search.ts';
import { element } from './element.ts';
import { goToCable } from './go-to-cable.ts';
import { pageLinks } from './page-links.ts';
import { type PageWords, pluralIn } from './page-words.ts';
import { isListed, toggleListed } from './reading-list.ts';
import { renderChosen, renderFacets } from './render-facets.ts';
import { type HitFrame, renderHit } from './render-hit.ts';
import { type NoteFrame, renderErrors, renderNotes } from './render-notes.ts';
import { SearchClient, SearchFailure } from './search-client.ts';
import { isEmptyState, readState, writeState } from './search-state.ts';

const LAST_SEARCH = 'cable-archive:last-search';
/** Above so many open parts of the index fields are not counted unasked. */
const MANY_SHARDS = 8;
/** Milliseconds before a search that is not yet answered is announced. */
const PATIENCE = 250;

class CableSearch extends HTMLElement {
  readonly #words: PageWords = JSON.parse(this.dataset.words ?? '{}');
  readonly #locale = this.dataset.locale ?? 'en';
  readonly #base = (this.dataset.base ?? '/').replace(/\/$/, '');
  readonly #client = new SearchClient(`${this.#base}/search/index/`);
  readonly #plural = pluralIn(this.#locale);
  readonly #form = this.querySelector('form') as HTMLFormElement;
  readonly #status = this.querySelector('.status') as HTMLElement;
  readonly #notes = this.querySelector('.notes') as HTMLElement;
  readonly #results = this.querySelector('.results') as HTMLElement;
  readonly #hits = this.querySelector('.hits') as HTMLOListElement;
  readonly #pager = this.querySelector('.result-pages') as HTMLElement;
  readonly #facets = this.querySelector('.facets') as HTMLElement;
  readonly #help = this.querySelector('.ask-help') as HTMLDetailsElement;
  readonly #take = this.querySelector('.take') as HTMLElement;
  readonly #unfolded = new Set<string>();
  #state: SearchRequest = readState(new URLSearchParams(location.search));
  /** The last search started: answers of older ones are dropped. */
  #turn = 0;

  connectedCallback(): void {
    this.#form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#go({ ...readState(new URLSearchParams(new FormData(this.#form) as never)), page: 1 });
    });
    this.#form.querySelector('select')?.addEventListener('change', () => this.#form.requestSubmit());
    this.#facets.addEventListener('change', () => this.#form.requestSubmit());
    this.addEventListener('click', (event) => this.#follow(event));
    addEventListener('popstate', () => this.#show(readState(new URLSearchParams(location.search))));
    for (const button of this.#take.querySelectorAll<HTMLButtonElement>('button'))
      button.addEventListener('click', () => this.#download(button.value));
    // Beside the results the fields stand open; above them, on a narrow screen, the reader opens them.
    const narrow = this.querySelector('.narrow') as HTMLDetailsElement;
    const wide = matchMedia('(min-width: 52.0625rem)');
    const unfold = () => {
      narrow.open = wide.matches;
    };
    wide.addEventListener('change', unfold);
    unfold();
    this.#show(this.#state);
  }

  /** A new state: into the address, then on the page. */
  #go(state: SearchRequest): void {
    const address = `?${writeState(state)}`;
    if (address !== location.search)
      history.pushState(null, '', address === '?' ? location.pathname : address);
    this.#show(state);
  }

  /** Links of this page change its state without loading it anew. */
  #follow(event: MouseEvent): void {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    const link =
      event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[data-state]') : null;
    if (!link) return;
    event.preventDefault();
    this.#go(readState(new URL(link.href).searchParams));
    if (link.closest('.result-pages')) this.#results.querySelector('h2')?.focus();
  }

  async #show(state: SearchRequest): Promise<void> {
    this.#turn += 1;
    const turn = this.#turn;
    this.#state = state;
    this.#fillForm(state);
    this.#help.open = isEmptyState(state);
    if (isEmptyState(state)) {
      this.#clear();
      this.#facets.replaceChildren();
      this.#say('');
      return;
    }
    const late = setTimeout(() => this.#say(this.#words.working), PATIENCE);
    this.setAttribute('aria-busy', 'true');
    try {
      const named = await goToCable(state, this.#client, this.#base, this.#words);
      if (turn !== this.#turn) return;
      // In place of this address, from which Back would only lead there again.
      if (typeof named === 'string') return location.replace(named);
      const result = await this.#client.ask('search', state);
      if (turn !== this.#turn) return;
      clearTimeout(late);
      this.#render(result, named);
      keepLastSearch();
      if (result.total > 0 || hasFilters(state)) await this.#offerCounts(result.shards);
      else renderChosen(this.#facets, this.#frame);
    } catch (error) {
      clearTimeout(late);
      if (turn === this.#turn) this.#fail(error);
    } finally {
      clearTimeout(late);
      if (turn === this.#turn) this.removeAttribute('aria-busy');
    }
  }

  #render(result: SearchResult, named: Node[]): void {
    const { total, page, pages, hits, errors } = result;
    const words = this.#words;
    this.#clear();
    this.#input.removeAttribute('aria-invalid');
    if (errors.length > 0) {
      this.#input.setAttribute('aria-invalid', 'true');
      this.#say(words.notUnderstood);
      this.#notes.replaceChildren(...renderErrors(result, this.#frame));
      renderChosen(this.#facets, this.#frame);
      this.#help.open = true;
      return;
    }
    const found = this.#plural(words.found, total);
    const nothing = result.understood || hasFilters(this.#state) ? words.none : words.nothing;
    this.#say(total === 0 ? nothing : pages > 1 ? fill(words.foundPage, { found, page, pages }) : found);
    this.#notes.replaceChildren(...named, ...renderNotes(result, this.#frame));
    if (total === 0) return;
    this.#hits.start = (page - 1) * this.#state.perPage + 1;
    this.#hits.replaceChildren(...hits.map((hit) => renderHit(hit, this.#frame)));
    this.#pager.replaceChildren(pageLinks(this.#state, page, pages, words));
    this.#pager.hidden = pages < 2;
    this.#results.hidden = false;
    this.#take.hidden = false;
  }

  /** In a large archive the counts are as much to load as the hits: there they are made when asked for. */
  async #offerCounts(shards: number): Promise<void> {
    if (shards <= MANY_SHARDS) return this.#count();
    const button = element('button', { type: 'button' }, this.#words.count);
    button.addEventListener('click', () => this.#count().catch((error) => this.#fail(error)));
    renderChosen(this.#facets, this.#frame);
    this.#facets.append(button);
  }

  async #count(): Promise<void> {
    const turn = this.#turn;
    const counts = await this.#client.ask('counts', null);
    if (turn === this.#turn) renderFacets(this.#facets, counts, this.#frame);
  }

  #fillForm({ query, filters, sort }: SearchRequest): void {
    const set = (name: string, value: string) => {
      const field = this.#form.elements.namedItem(name);
      if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement) field.value = value;
    };
    set('q', query);
    set('from', filters.from ?? '');
    set('to', filters.to ?? '');
    set('sort', sort);
    if (this.#facets.childElementCount === 0) renderChosen(this.#facets, this.#frame);
    document.title = query ? `${query} – ${this.dataset.title}` : (this.dataset.title ?? document.title);
  }

  /** What the parts of the page share. */
  get #frame(): HitFrame & NoteFrame & { unfolded: Set<string> } {
    return {
      state: this.#state,
      base: this.#base,
      words: this.#words,
      locale: this.#locale,
      unfolded: this.#unfolded,
      plural: this.#plural,
      formatDay: (iso) => formatDay(iso, this.#locale),
      isKept: isListed,
      keep: toggleListed,
    };
  }

  get #input(): HTMLInputElement {
    return this.#form.elements.namedItem('q') as HTMLInputElement;
  }

  #fail(error: unknown): void {
    const words = this.#words;
    this.#clear();
    const kind = error instanceof SearchFailure ? error.kind : 'damaged';
    if (!(error instanceof SearchFailure)) console.error(error);
    this.#say(words.failed[kind]);
    const retry = element('button', { type: 'button' }, words.retry);
    retry.addEventListener('click', () => this.#show(this.#state));
    this.#notes.replaceChildren(element('p', {}, words.failedHint), retry);
  }

  #clear(): void {
    this.#notes.replaceChildren();
    this.#hits.replaceChildren();
    this.#results.hidden = true;
    this.#pager.hidden = true;
    this.#take.hidden = true;
  }

  #say(sentence: string): void {
    if (this.#status.textContent !== sentence) this.#status.textContent = sentence;
  }

  async #download(format: string): Promise<void> {
    try {
      const [{ exportResults }, rows] = await Promise.all([
        import('./export-results.ts'),
        this.#client.ask('list', null),
      ]);
      exportResults(format, rows, new URL(`${this.#base}/`, location.href).href, this.#state.query);
    } catch (error) {
      this.#fail(error);
    }
  }
}

/** Where filters stand in the way of a hit, their counts say which. */
function hasFilters({ filters }: SearchRequest): boolean {
  return Boolean(filters.from || filters.to) || Object.keys(filters.values).length > 0;
}

/** A day in words; English sets the day first, as the cables do. */
function formatDay(iso: string, locale: string): string {
  const date = new Date(`${iso}T00:00Z`);
  if (Number.isNaN(date.getTime())) return iso;
  const format = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, {
    dateStyle: 'long',
    timeZone: 'UTC',
  });
  return format.format(date);
}

/** So that a cable's page can lead back to the results. */
function keepLastSearch(): void {
  try {
    sessionStorage.setItem(LAST_SEARCH, location.pathname + location.search);
  } catch {}
}

customElements.define('cable-search', CableSearch);
