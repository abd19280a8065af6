import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { type CborReader, readerOf } from '../cbor-reader.ts';
import type { ShardText } from '../manifest.ts';
import { filterFields } from '../query/query.ts';
import { readPageList } from '../read-page-list.ts';
import { unsigned } from './index-text.ts';
import { PIECE, type PieceList, type PieceRow } from './piece.ts';
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
 * Takes what we need out of an index that Pagefind has built: its lists of places, each text without what it repeats, and days,
 * lengths, fields and titles, a row a cable in the order of Pagefind's own page list. Pagefind's engine and the rest of its bundle
 * stay behind, and with them what changes from run to run: the same texts give the same bytes.
 */
export function packPiece(built: string, out: string): void {
  const meta = readdirSync(built).find((name) => name.endsWith('.pf_meta'));
  if (!meta) throw new Error('The search index could not be built: the indexer left none.');
  const { ids, words } = readPageList(gunzipSync(readFileSync(join(built, meta))));
  mkdirSync(join(out, 'text'));
  const rows = ids.map((id, row): PieceRow => {
    const { url, content, filters, anchors } = readFragment(join(built, 'fragment', `${id}.pf_fragment`));
    const one = (name: string) => filters[name]?.[0] ?? '';
    const text: ShardText = {
      url,
      text: unsigned(content),
      anchors: anchors.map(({ id: anchor, location }) => [unsigned(anchor), location]),
      meta: Object.fromEntries(Object.entries(filters).map(([name, [value = '']]) => [name, value])),
    };
    writeFileSync(join(out, 'text', `${row}.bin`), zipped(JSON.stringify(text)));
    return {
      day: Number(one('day')),
      words: words[row] ?? 0,
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
  packLists(join(built, 'index'), out);
}

/** Takes the lists out of Pagefind's word chunks (`IndexChunk` tells their form). */
function packLists(dir: string, out: string): void {
  const stems = new Map<string, { list: PieceList; bytes: Uint8Array }[]>();
  for (const name of readdirSync(dir)) {
    const reader = readerOf(gunzipSync(readFileSync(join(dir, name))));
    reader.array();
    for (let left = reader.array(); left > 0; left -= 1) {
      reader.array();
      const stem = reader.text();
      const lists = [takeList(reader, stem)];
      for (let variants = reader.array(); variants > 0; variants -= 1) {
        reader.array();
        reader.text();
        lists.push(takeList(reader, stem));
      }
      stems.set(stem, lists);
    }
  }
  const ordered = [...stems].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([, lists]) => lists);
  writeFileSync(join(out, PIECE.stems), JSON.stringify(ordered.map(({ list }) => list)));
  writeFileSync(join(out, PIECE.pages), Buffer.concat(ordered.map(({ bytes }) => bytes)));
}

function takeList(reader: CborReader, stem: string): { list: PieceList; bytes: Uint8Array } {
  const rows = reader.array();
  let first = 0;
  let last = 0;
  let start = reader.at;
  for (let at = 0; at < rows; at += 1) {
    reader.array();
    last += reader.number();
    if (at === 0) {
      first = last;
      start = reader.at;
    }
    reader.skip();
    reader.skip();
  }
  const bytes = reader.bytes.subarray(start, reader.at);
  return { list: [stem, rows, first, last, bytes.length], bytes };
}

function readFragment(path: string): Fragment {
  const text = gunzipSync(readFileSync(path)).toString('utf8');
  return JSON.parse(text.slice(text.indexOf('{')));
}
