import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { IndexChunk } from '../index-chunk.ts';
import type { ShardCore, ShardFacets, ShardList, ShardText } from '../manifest.ts';
import { filterFields } from '../query/query.ts';
import { readPageList } from '../read-page-list.ts';
import { unsigned } from './index-text.ts';
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
 * Takes what we need out of an index that Pagefind has built: its word chunks as they are, each text without what it repeats, and
 * columns of days, lengths, fields and titles, a row a cable in the order of Pagefind's own page list. Pagefind's engine and the rest
 * of its bundle stay behind, and with them what changes from run to run: the same texts give the same bytes.
 *
 * @returns how many cables there are
 */
export function repack(built: string, out: string): number {
  const write = (name: string, value: unknown) =>
    writeFileSync(join(out, name), zipped(JSON.stringify(value)));
  const meta = readdirSync(built).find((name) => name.endsWith('.pf_meta'));
  if (!meta) throw new Error('The search index could not be built: the indexer left none.');
  const { ids, words } = readPageList(gunzipSync(readFileSync(join(built, meta))));
  const core: ShardCore = { days: [], words, chunks: repackChunks(built, out) };
  const list: ShardList = [];
  const facets: ShardFacets = Object.fromEntries(
    filterFields.map((field) => [field, { values: [], of: [] }]),
  );
  const known = new Map(filterFields.map((field) => [field, new Map<string, number>()]));
  mkdirSync(join(out, 'text'));
  for (const [row, id] of ids.entries()) {
    const { url, content, filters, anchors } = readFragment(join(built, 'fragment', `${id}.pf_fragment`));
    const one = (name: string) => filters[name]?.[0] ?? '';
    core.days.push(Number(one('day')));
    const address = decodeURIComponent(ADDRESS.exec(url)?.[1] ?? url);
    list.push([address, one('title'), one('date'), one('station'), one('classification')]);
    for (const field of filterFields) {
      const values = known.get(field) as Map<string, number>;
      const own = (filters[field] ?? []).map(
        (value) => values.get(value) ?? values.set(value, values.size).size - 1,
      );
      facets[field]?.of.push(own);
    }
    const text: ShardText = {
      url,
      text: unsigned(content),
      anchors: anchors.map(({ id: anchor, location }) => [unsigned(anchor), location]),
      meta: Object.fromEntries(Object.entries(filters).map(([name, [value = '']]) => [name, value])),
    };
    write(`text/${row}.bin`, text);
  }
  for (const [field, values] of known)
    facets[field] = { values: [...values.keys()], of: facets[field]?.of ?? [] };
  write('core.bin', core);
  write('facets.bin', facets);
  write('list.bin', list);
  return ids.length;
}

/** Moves the word chunks, numbered in the order of their words; gives the first word of each. */
function repackChunks(built: string, out: string): string[] {
  const dir = join(built, 'index');
  const chunks = readdirSync(dir).map((name) => {
    const [first = ''] = [...new IndexChunk(gunzipSync(readFileSync(join(dir, name)))).stems].sort();
    return { name, first };
  });
  chunks.sort((a, b) => (a.first < b.first ? -1 : 1));
  mkdirSync(join(out, 'index'));
  for (const [number, { name }] of chunks.entries())
    renameSync(join(dir, name), join(out, 'index', `${number}.bin`));
  return chunks.map(({ first }) => first);
}

function readFragment(path: string): Fragment {
  const text = gunzipSync(readFileSync(path)).toString('utf8');
  return JSON.parse(text.slice(text.indexOf('{')));
}
