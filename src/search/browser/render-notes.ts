import { describeQuery, fill } from '../query/describe-query.ts';
import type { SearchRequest, SearchResult } from '../search.ts';
import { element } from './element.ts';
import type { PageWords } from './page-words.ts';
import { stateLink } from './state-link.ts';

export interface NoteFrame {
  state: SearchRequest;
  words: PageWords;
  locale: string;
  formatDay: (iso: string) => string;
  plural: (forms: { one: string; other: string }, count: number) => string;
}

// BEIJING1882: an id without its year, which cables write in two words
const WITHOUT_YEAR = /^([a-z]{3,})0*([1-9]\d{0,6})$/i;

/** Above so many open parts readers are told that dates make a search faster. */
const SOME_SHARDS = 2;

/** How the query was understood, what could not be done, and what might be asked instead. */
export function renderNotes(result: SearchResult, frame: NoteFrame): Node[] {
  const { words, state, locale, formatDay, plural } = frame;
  const { understood, notes, missing, unmatched, complete, drops, shards } = result;
  const said: Node[] = [];
  const say = (sentence: string, quiet = false) =>
    said.push(element('p', quiet ? { class: 'quiet' } : {}, sentence));
  if (understood) say(fill(words.understood, { query: describeQuery(understood, words, formatDay) }), true);
  for (const { code, text } of notes) say(fill(words.noted[code], { text }));
  if (missing.length > 0) {
    const list = new Intl.ListFormat(locale).format(missing.map((word) => fill(words.word, { text: word })));
    const forms = complete ? words.missing : words.missingPart;
    say(fill(missing.length === 1 ? forms.one : forms.other, { words: list }));
  }
  for (const { field, value } of unmatched) {
    const sentence = complete ? words.unmatched : words.unmatchedPart;
    say(fill(sentence, { part: fill(words.field[field], { value: value.toUpperCase() }) }));
  }
  const [, station, number] = WITHOUT_YEAR.exec(state.query.trim()) ?? [];
  if (result.total === 0 && station !== undefined) {
    const query = `${station} ${number}`;
    said.push(element('p', {}, `${words.noYear} `, stateLink({ ...state, query, page: 1 }, query)));
  }
  if (drops.length > 0) {
    say(words.dropped);
    const links = drops.map(({ text, query, total }) =>
      stateLink({ ...state, query, page: 1 }, fill(plural(words.dropOne, total), { part: text })),
    );
    said.push(element('ul', {}, ...links.map((link) => element('li', {}, link))));
  }
  if (complete && shards > SOME_SHARDS) say(fill(words.narrowHint, { shards }), true);
  return said;
}

/** What was not understood, sentence by sentence, and the query with the first such place marked. */
export function renderErrors({ errors }: SearchResult, { words, state }: NoteFrame): Node[] {
  const sentences = errors.map(({ code, text, place }) =>
    element(
      'p',
      { class: 'wrong' },
      fill(words.errors[code], { text, at: [...state.query.slice(0, place.start)].length + 1 }),
    ),
  );
  const { start, end } = errors[0]?.place ?? { start: 0, end: 0 };
  if (end <= start) return sentences;
  const { query } = state;
  const marked = element('mark', { class: 'error' }, query.slice(start, end));
  return [...sentences, element('p', { class: 'typed' }, query.slice(0, start), marked, query.slice(end))];
}
