import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { ShardText } from '../manifest.ts';
import { filterFields } from '../query/query.ts';
import { unsigned } from './index-text.ts';
import { PIECE, type PieceRow } from './piece.ts';
import { readPageList } from './read-page-list.ts';
import { readStems } from './read-stems.ts';
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
 * lengths, fields and titles, a row a cable in the order of Pagefind's own page list. Pagefind's engine and the rest of its bundle
 * stay behind, and with them what changes from run to run: the same texts give the same bytes.
 */
export function packPiece(built: string, out: string): void {
  const meta = readdirSync(built).find((name) => name.endsWith('.pf_meta'));
  if (!meta) throw new Error('The search index could not be built: the indexer left none.');
  const { ids, words } = readPageList(gunzipSync(readFileSync(join(built, meta))));
  mkdirSync(join(out, PIECE.texts));
  const rows = ids.map((id, row): PieceRow => {
    const { url, content, filters, anchors } = readFragment(join(built, 'fragment', `${id}.pf_fragment`));
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
  packStems(join(built, 'index'), out);
}

/** Makes the two lists of each stem out of Pagefind's word chunks. */
function packStems(dir: string, out: string): void {
  const stems = readdirSync(dir).flatMap((name) => [...readStems(gunzipSync(readFileSync(join(dir, name))))]);
  stems.sort(([a], [b]) => (a < b ? -1 : 1));
  const file = new VarintWriter();
  for (const [stem, found] of stems) {
    const rows = [...found].sort(([a], [b]) => a - b);
    const [first] = rows[0] ?? [];
    const [last] = rows.at(-1) ?? [];
    if (first === undefined || last === undefined) continue;
    const weights = new VarintWriter();
    const places = new VarintWriter();
    let before = first;
    for (const [row, { weight, positions }] of rows) {
      if (row !== first) {
        weights.number(row - before);
        places.number(row - before);
      }
      before = row;
      weights.number(weight);
      places.number(positions.length);
      positions.forEach((position, at) => {
        places.number(position - (positions[at - 1] ?? 0));
      });
    }
    file.text(stem);
    file.number(first);
    file.number(last);
    file.part(weights.bytes());
    file.part(places.bytes());
  }
  writeFileSync(join(out, PIECE.stems), file.bytes());
}

function readFragment(path: string): Fragment {
  const text = gunzipSync(readFileSync(path)).toString('utf8');
  return JSON.parse(text.slice(text.indexOf('{')));
}
