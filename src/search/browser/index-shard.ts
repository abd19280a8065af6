import type { CableText, Posting } from '../engine.ts';
import { IndexChunk } from '../index-chunk.ts';
import type { ShardCore, ShardEntry, ShardFacets, ShardList, ShardText } from '../manifest.ts';
import { stemEnglish } from '../stem/stem-english.ts';
import { fetchJson, fetchUnzipped } from './fetch-bytes.ts';
import { IndexError } from './index-error.ts';

/** One shard of the index, each of its files fetched once and when it is needed. */
export class IndexShard {
  readonly entry: ShardEntry;
  readonly #base: string;
  readonly #files = new Map<string, Promise<unknown>>();
  readonly #postings = new Map<string, Promise<Posting>>();

  /** @param indexUrl address of the index's folder, with a slash at its end */
  constructor(entry: ShardEntry, indexUrl: string) {
    this.entry = entry;
    this.#base = `${indexUrl}${entry.path}/`;
  }

  core(): Promise<ShardCore> {
    return this.#once('core.bin', (url) => fetchJson<ShardCore>(url));
  }

  facets(): Promise<ShardFacets> {
    return this.#once('facets.bin', (url) => fetchJson<ShardFacets>(url));
  }

  list(): Promise<ShardList> {
    return this.#once('list.bin', (url) => fetchJson<ShardList>(url));
  }

  /** Where a word stands, in all forms that have its stem. */
  lookup(word: string): Promise<Posting> {
    const stem = stemEnglish(word);
    let posting = this.#postings.get(stem);
    if (!posting) {
      posting = this.#lookup(stem);
      this.#postings.set(stem, posting);
    }
    return posting;
  }

  async #lookup(stem: string): Promise<Posting> {
    const { chunks } = await this.core();
    const number = chunks.findLastIndex((first) => first <= stem);
    if (number < 0) return { cables: [], positions: [], weights: [] };
    const chunk = await this.#once(`index/${number}.bin`, readChunk);
    const { pages, positions, weights } = chunk.posting(stem) ?? { pages: [], positions: [], weights: [] };
    return { cables: pages, positions, weights };
  }

  async read(row: number): Promise<CableText> {
    const { url, text, anchors, meta } = await this.#once(`text/${row}.bin`, (file) =>
      fetchJson<ShardText>(file),
    );
    return {
      url,
      words: text.split(/\s+/),
      anchors: anchors.map(([id, position]) => ({ id, position })),
      meta,
    };
  }

  #once<Value>(name: string, read: (url: string) => Promise<Value>): Promise<Value> {
    let file = this.#files.get(name) as Promise<Value> | undefined;
    if (!file) {
      file = read(this.#base + name);
      this.#files.set(name, file);
    }
    return file;
  }
}

async function readChunk(url: string): Promise<IndexChunk> {
  const bytes = await fetchUnzipped(url);
  try {
    return new IndexChunk(bytes);
  } catch {
    throw new IndexError('damaged', url);
  }
}
