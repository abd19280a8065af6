import { codeOfCommon } from '../common-words.ts';
import type { Engine, Facet, ListRow, OpenIndex, Places, Posting } from '../engine.ts';
import { MANIFEST, type SearchManifest } from '../manifest.ts';
import type { DayRange, FilterField } from '../query/query.ts';
import { stemEnglish } from '../stem/stem-english.ts';
import { fetchJson } from './fetch-bytes.ts';
import { IndexError } from './index-error.ts';
import { IndexShard } from './index-shard.ts';

/** The index as the build wrote it, behind the seam: opens the shards that a range of days needs, and numbers their cables through. */
export class IndexEngine implements Engine {
  readonly #url: string;
  #manifest: Promise<SearchManifest> | undefined;
  #shards: IndexShard[] = [];

  /** @param url address of the index's folder, with a slash at its end */
  constructor(url: string) {
    this.#url = url;
  }

  manifest(): Promise<SearchManifest> {
    this.#manifest ??= this.#readManifest();
    return this.#manifest;
  }

  async #readManifest(): Promise<SearchManifest> {
    const url = `${this.#url}${MANIFEST}`;
    const manifest = await fetchJson<SearchManifest>(url, { cache: 'no-cache' });
    if (manifest.version !== 4) throw new IndexError('damaged', url);
    this.#shards = manifest.shards.map((entry) => new IndexShard(entry, this.#url));
    return manifest;
  }

  async open(range: DayRange): Promise<OpenIndex> {
    await this.manifest();
    const shards = this.#shards.filter(({ entry }) => overlaps(entry, range));
    return openIndex(shards, shards.length === this.#shards.length);
  }
}

function overlaps(
  { from, to, undated }: { from?: string; to?: string; undated?: true },
  range: DayRange,
): boolean {
  if (range.from === undefined && range.to === undefined) return true;
  if (from === undefined || to === undefined) return undated !== true;
  return (range.from === undefined || range.from <= to) && (range.to === undefined || range.to >= from);
}

async function openIndex(shards: readonly IndexShard[], complete: boolean): Promise<OpenIndex> {
  const files = await Promise.all(shards.map((shard) => shard.core()));
  const offsets: number[] = [];
  let size = 0;
  for (const { words } of files) {
    offsets.push(size);
    size += words.length;
  }
  const days = new Int32Array(size);
  const lengths = new Int32Array(size);
  files.forEach((file, at) => {
    days.set(file.days, offsets[at]);
    lengths.set(file.words, offsets[at]);
  });
  const facets = new Map<FilterField, Promise<Facet>>();
  const locate = (cable: number) => {
    let at = offsets.length - 1;
    while (at > 0 && (offsets[at] as number) > cable) at -= 1;
    return { shard: shards[at] as IndexShard, row: cable - (offsets[at] as number) };
  };
  return {
    size,
    complete,
    shards: shards.length,
    days,
    lengths,
    async lookup(word) {
      const postings = await Promise.all(shards.map((shard) => shard.lookup(word)));
      const all: Posting = { cables: [], weights: [] };
      postings.forEach(({ cables, weights }, at) => {
        for (const cable of cables) all.cables.push(cable + (offsets[at] as number));
        for (const weight of weights) all.weights.push(weight);
      });
      return all;
    },
    isCommon: (word) => codeOfCommon(stemEnglish(word)) > 0,
    async places(words, among) {
      const asked = new Set(among.map((cable) => locate(cable).shard));
      const all: Places = { cables: [], positions: [] };
      const places = await Promise.all(
        shards.map((shard) => (asked.has(shard) ? shard.places(words) : undefined)),
      );
      places.forEach((each, at) => {
        for (const cable of each?.cables ?? []) all.cables.push(cable + (offsets[at] as number));
        for (const positions of each?.positions ?? []) all.positions.push(positions);
      });
      return all;
    },
    facet(field) {
      let facet = facets.get(field);
      if (!facet) {
        facet = Promise.all(shards.map((shard) => shard.facets())).then((all) =>
          mergeFacets(all.map((each) => each[field])),
        );
        facets.set(field, facet);
      }
      return facet;
    },
    read(cable) {
      const { shard, row } = locate(cable);
      return shard.read(row);
    },
    async list(cables) {
      const rows = new Map(
        await Promise.all(shards.map(async (shard) => [shard, await shard.list()] as const)),
      );
      return cables.map((cable): ListRow => {
        const { shard, row } = locate(cable);
        const [address = '', title = '', date, origin, classification] = rows.get(shard)?.[row] ?? [];
        return {
          address,
          title,
          ...(date ? { date } : {}),
          ...(origin ? { origin } : {}),
          ...(classification ? { classification } : {}),
        };
      });
    },
  };
}

function mergeFacets(parts: readonly ({ values: string[]; of: number[][] } | undefined)[]): Facet {
  const known = new Map<string, number>();
  const of: number[][] = [];
  for (const part of parts) {
    const numbers = (part?.values ?? []).map(
      (value) => known.get(value) ?? known.set(value, known.size).size - 1,
    );
    for (const own of part?.of ?? []) of.push(own.map((value) => numbers[value] as number));
  }
  return { values: [...known.keys()], of };
}
