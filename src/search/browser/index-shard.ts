import { codeOfCommon, pairName } from '../common-words.ts';
import type { CableText, Places, Posting } from '../engine.ts';
import type { ShardCore, ShardEntry, ShardFacets, ShardList, ShardText } from '../manifest.ts';
import { stemEnglish } from '../stem/stem-english.ts';
import { StemLists } from '../stem-lists.ts';
import { fetchJson, fetchUnzipped } from './fetch-bytes.ts';
import { IndexError } from './index-error.ts';
import { placesIn } from './places-in.ts';

/** One shard of the index, each of its files fetched once and when it is needed. */
export class IndexShard {
  readonly entry: ShardEntry;
  readonly #base: string;
  readonly #indexUrl: string;
  readonly #files = new Map<string, Promise<unknown>>();
  readonly #postings = new Map<string, Promise<Posting>>();

  /** @param indexUrl address of the index's folder, with a slash at its end */
  constructor(entry: ShardEntry, indexUrl: string) {
    this.entry = entry;
    this.#indexUrl = indexUrl;
    this.#base = `${indexUrl}${entry.path}/`;
  }

  core(): Promise<ShardCore> {
    return this.#once(`${this.#base}core.bin`, fetchJson<ShardCore>);
  }

  facets(): Promise<ShardFacets> {
    return this.#once(`${this.#base}facets.bin`, fetchJson<ShardFacets>);
  }

  list(): Promise<ShardList> {
    return this.#once(`${this.#base}list.bin`, fetchJson<ShardList>);
  }

  /** Which rows have a word, in all forms that have its stem. */
  async lookup(word: string): Promise<Posting> {
    const stem = stemEnglish(word);
    let posting = this.#postings.get(stem);
    if (!posting) {
      posting = this.#lists('weights', stem).then((lists) => lists.weights(stem));
      this.#postings.set(stem, posting);
    }
    return posting;
  }

  /** Where words follow one another, as `OpenIndex.places` takes them. */
  async places(words: readonly string[]): Promise<Places> {
    const stems = words.map(stemEnglish);
    const at = stems.findIndex((stem) => codeOfCommon(stem) === 0);
    const [before = '', behind = ''] = [stems[at - 1], stems[at + 1]];
    if (at < 0) {
      const pair = pairName(...(stems as [string, string]));
      return (await this.#lists('places', pair)).places(pair);
    }
    const stem = stems[at] as string;
    const lists = await this.#lists('places', stem);
    const { cables, positions } = lists.places(stem, codeOfCommon(before), codeOfCommon(behind));
    return { cables, positions: positions.map((places) => places.map((place) => place - at)) };
  }

  async #lists(kind: 'weights' | 'places', name: string): Promise<StemLists> {
    const { [kind]: chunks, texts } = await this.core();
    const number = chunks.findLastIndex((first) => first <= name);
    if (number < 0) return new StemLists(new Uint8Array(), []);
    return this.#once(`${this.#base}${kind}/${number}.bin`, (url) => readLists(url, firstRows(texts)));
  }

  async read(row: number): Promise<CableText> {
    const { texts } = await this.core();
    let first = 0;
    const piece = texts.find(([, cables]) => {
      first += cables;
      return row < first;
    });
    if (!piece) throw new RangeError(`The index has no row ${row}.`);
    const [path, cables] = piece;
    const { url, text, anchors, meta } = await this.#once(
      `${this.#indexUrl}${path}/${row - first + cables}.bin`,
      fetchJson<ShardText>,
    );
    const words = text.split(/\s+/);
    let places: ReadonlyMap<string, readonly number[]> | undefined;
    return {
      url,
      words,
      anchors: anchors.map(([id, position]) => ({ id, position })),
      meta,
      find(word) {
        places ??= placesIn(words);
        return places.get(stemEnglish(word)) ?? [];
      },
    };
  }

  #once<Value>(url: string, read: (url: string) => Promise<Value>): Promise<Value> {
    let file = this.#files.get(url) as Promise<Value> | undefined;
    if (!file) {
      file = read(url);
      this.#files.set(url, file);
    }
    return file;
  }
}

/** The first row of each piece. */
function firstRows(texts: ShardCore['texts']): number[] {
  let row = 0;
  return texts.map(([, cables]) => {
    row += cables;
    return row - cables;
  });
}

async function readLists(url: string, pieces: readonly number[]): Promise<StemLists> {
  const bytes = await fetchUnzipped(url);
  try {
    return new StemLists(bytes, pieces);
  } catch {
    throw new IndexError('damaged', url);
  }
}
