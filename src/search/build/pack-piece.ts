import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { codeOfCommon, commonWords, pairName } from '../common-words.ts';
import type { ShardText } from '../manifest.ts';
import { filterFields } from '../query/query.ts';
import { unsigned } from './index-text.ts';
import { PIECE, type PieceRow } from './piece.ts';
import { readPageList } from './read-page-list.ts';
import { readStems, type StemEntry, type StemRow } from './read-stems.ts';
import { VarintWriter } from './varint-writer.ts';
import { zipped } from './zipped.ts';

interface Fragment {
  url: string;
  content: string;
  filters: Record<string, string[]>;
  anchors: { id: string; location: number }[];
}

// https://…/cables/08BEIJING1882/
const ADDRESS = /\/cables\/([^/]+)\/$/;

/**
 * Takes what we need out of an index that Pagefind has built: the rows and places of each stem, each text without what it repeats, and days,
 * lengths, fields and titles, a row a cable in the order of their addresses. Pagefind's engine and the rest of its bundle
 * stay behind, and with them what changes from run to run: the same texts give the same bytes.
 */
export function packPiece(built: string, out: string): void {
  const meta = readdirSync(built).find((name) => name.endsWith('.pf_meta'));
  if (!meta) throw new Error('The search index could not be built: the indexer left none.');
  const { ids, words } = readPageList(gunzipSync(readFileSync(join(built, meta))));
  mkdirSync(join(out, PIECE.texts));
  // Pagefind's own order hangs on all texts: a changed one would move the others.
  const found = ids
    .map((id, at) => ({ at, ...readFragment(join(built, 'fragment', `${id}.pf_fragment`)) }))
    .sort((a, b) => (a.url < b.url ? -1 : 1));
  const rows = found.map(({ at, url, content, filters, anchors }, row): PieceRow => {
    const one = (name: string) => filters[name]?.[0] ?? '';
    const text: ShardText = {
      url,
      text: unsigned(content),
      anchors: anchors.map(({ id: anchor, location }) => [unsigned(anchor), location]),
      meta: Object.fromEntries(Object.entries(filters).map(([name, [value = '']]) => [name, value])),
    };
    writeFileSync(join(out, PIECE.texts, `${row}.bin`), zipped(JSON.stringify(text)));
    return {
      day: Number(one('day')),
      words: words[at] ?? 0,
      list: [
        decodeURIComponent(ADDRESS.exec(url)?.[1] ?? url),
        one('title'),
        one('date'),
        one('station'),
        one('classification'),
      ],
      facets: Object.fromEntries(
        filterFields.flatMap((field) => (filters[field] ? [[field, filters[field]]] : [])),
      ),
    };
  });
  writeFileSync(join(out, PIECE.columns), JSON.stringify(rows));
  const order: number[] = [];
  for (const [row, { at }] of found.entries()) order[at] = row;
  packStems(join(built, 'index'), out, order);
}

/** Makes the two lists of each stem out of Pagefind's word chunks. `order`: our row of each of Pagefind's. */
function packStems(dir: string, out: string, order: readonly number[]): void {
  const stems = readdirSync(dir).flatMap((name) => [...readStems(gunzipSync(readFileSync(join(dir, name))))]);
  const common = commonPlaces(stems);
  stems.push(...pairsOf(common));
  stems.sort(([a], [b]) => (a < b ? -1 : 1));
  const rowOf = (number: number) => order[number] as number;
  const file = new VarintWriter();
  const weights = new VarintWriter();
  const places = new VarintWriter();
  for (const [stem, found] of stems) {
    const rows = [...found].sort(([a], [b]) => rowOf(a) - rowOf(b));
    const isPair = stem.includes(' ');
    const isCommon = codeOfCommon(stem) > 0;
    weights.clear();
    places.clear();
    let before = 0;
    for (const [number, { weight, positions }] of rows) {
      const row = rowOf(number);
      for (const list of [weights, places]) list.number(row - before);
      before = row;
      weights.number(weight);
      if (!isCommon) writePlaces(places, positions, isPair ? undefined : common.get(number));
    }
    file.text(stem);
    file.part(isPair ? NONE : weights.bytes());
    file.part(isCommon ? NONE : places.bytes());
  }
  writeFileSync(join(out, PIECE.stems), file.bytes());
}

const NONE = Buffer.alloc(0);

/** Codes of the common words at each place of a row; several where a written word is found by its parts. */
type CommonPlaces = Map<number, Map<number, readonly number[]>>;

function commonPlaces(stems: readonly StemEntry[]): CommonPlaces {
  const common: CommonPlaces = new Map();
  for (const [stem, rows] of stems) {
    const code = codeOfCommon(stem);
    if (code === 0) continue;
    const alone = [code];
    for (const [row, { positions }] of rows) {
      const own = common.get(row) ?? new Map<number, readonly number[]>();
      common.set(row, own);
      for (const position of positions) {
        const others = own.get(position);
        own.set(position, others ? [...others, code] : alone);
      }
    }
  }
  return common;
}

/** Where each two common words follow one another. */
function pairsOf(common: CommonPlaces): StemEntry[] {
  const pairs = new Map<number, Map<number, StemRow>>();
  for (const [row, own] of common) {
    for (const [position, codes] of own) {
      for (const first of codes) {
        for (const second of own.get(position + 1) ?? []) {
          const pair = pairOf(first, second);
          const rows = pairs.get(pair) ?? new Map<number, StemRow>();
          pairs.set(pair, rows);
          const entry = rows.get(row) ?? { positions: [], weight: 0 };
          rows.set(row, entry);
          entry.positions.push(position);
        }
      }
    }
  }
  for (const rows of pairs.values())
    for (const { positions } of rows.values()) positions.sort((a, b) => a - b);
  const nameOf = (code: number) => commonWords[code - 1] as string;
  return [...pairs].map(([pair, rows]) => [pairName(nameOf(pair & 15), nameOf(pair >> 4)), rows]);
}

/** Codes of two words, one before and one behind, in a byte. */
const pairOf = (before: number, behind: number): number => before + 16 * behind;

/** Writes places as `StemLists` reads them. */
function writePlaces(
  list: VarintWriter,
  positions: readonly number[],
  common: ReadonlyMap<number, readonly number[]> | undefined,
): void {
  let count = 0;
  let last = 0;
  coded.clear();
  for (const position of positions) {
    for (const before of common?.get(position - 1) ?? ANY) {
      for (const behind of common?.get(position + 1) ?? ANY) {
        const code = pairOf(before, behind);
        coded.number(2 * (position - last) + (code > 0 ? 1 : 0));
        if (code > 0) coded.number(code);
        last = position;
        count += 1;
      }
    }
  }
  list.number(count);
  list.copy(coded.bytes());
}

const ANY: readonly number[] = [0];
/** Used by each call anew. */
const coded = new VarintWriter();

function readFragment(path: string): Fragment {
  const text = gunzipSync(readFileSync(path)).toString('utf8');
  return JSON.parse(text.slice(text.indexOf('{')));
}
