import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ShardCore, ShardFacets, ShardList } from '../manifest.ts';
import { type FilterField, filterFields } from '../query/query.ts';
import { ChunkWriter } from './chunk-writer.ts';
import { PIECE, type PieceRow, StemCursor } from './piece.ts';
import { VarintWriter } from './varint-writer.ts';
import { zippedAside } from './zipped.ts';

/** A piece: where the cache keeps it, and where readers find its texts. */
export interface MergedPiece {
  folder: string;
  texts: string;
}

export interface Merge {
  pieces: readonly MergedPiece[];
  /** Folder of the shard, empty. */
  out: string;
}

/**
 * Puts a shard together from pieces, the rows of each behind those of the one before. Lists are copied as they are; nothing but the
 * number of their first row hangs on the pieces before.
 *
 * @returns how many cables there are
 */
export async function mergePieces({ pieces, out }: Merge): Promise<number> {
  const write = async (name: string, value: unknown) =>
    writeFileSync(join(out, name), await zippedAside(Buffer.from(JSON.stringify(value))));
  const rows: PieceRow[] = [];
  const texts: ShardCore['texts'] = [];
  const cursors: StemCursor[] = [];
  for (const piece of pieces) {
    const own: PieceRow[] = JSON.parse(readFileSync(join(piece.folder, PIECE.columns), 'utf8'));
    cursors.push(new StemCursor(readFileSync(join(piece.folder, PIECE.stems)), rows.length));
    rows.push(...own);
    texts.push([piece.texts, own.length]);
  }
  const core: ShardCore = {
    days: rows.map(({ day }) => day),
    words: rows.map(({ words }) => words),
    texts,
    ...(await writeLists(cursors, out)),
  };
  const list: ShardList = rows.map((row) => row.list);
  const facets: ShardFacets = Object.fromEntries(filterFields.map((field) => [field, facetOf(rows, field)]));
  await Promise.all([write('core.bin', core), write('facets.bin', facets), write('list.bin', list)]);
  return rows.length;
}

function facetOf(rows: readonly PieceRow[], field: FilterField): ShardFacets[string] {
  const values = new Map<string, number>();
  const of = rows.map(({ facets }) =>
    (facets[field] ?? []).map((value) => values.get(value) ?? values.set(value, values.size).size - 1),
  );
  return { values: [...values.keys()], of };
}

/** Writes both kinds of lists, stem by stem in their order. */
async function writeLists(
  cursors: readonly StemCursor[],
  out: string,
): Promise<Pick<ShardCore, 'weights' | 'places'>> {
  mkdirSync(join(out, 'weights'));
  mkdirSync(join(out, 'places'));
  const weights = new ChunkWriter(join(out, 'weights'));
  const places = new ChunkWriter(join(out, 'places'));
  const writers = [weights, places];
  const list = new VarintWriter();
  for (let stem = least(cursors); stem !== undefined; stem = least(cursors)) {
    const having = cursors.filter((cursor) => cursor.stem === stem);
    weights.add(stem, joined(list, having, 'weights'));
    places.add(stem, joined(list, having, 'places'));
    for (const cursor of having) cursor.next();
    for (const writer of writers) if (writer.isFull) await writer.room();
  }
  return { weights: await weights.end(), places: await places.end() };
}

function least(cursors: readonly StemCursor[]): string | undefined {
  let first: string | undefined;
  for (const { stem } of cursors)
    if (stem !== undefined && (first === undefined || stem < first)) first = stem;
  return first;
}

/** The lists of several pieces as one, written into `list`; none where they have none. */
function joined(list: VarintWriter, cursors: readonly StemCursor[], kind: 'weights' | 'places'): Buffer {
  list.clear();
  let row = 0;
  for (const cursor of cursors) {
    if (cursor[kind].start === cursor[kind].end) continue;
    list.number(cursor.first - row);
    list.copy(cursor.bytes, cursor[kind].start, cursor[kind].end);
    row = cursor.last;
  }
  return list.bytes();
}
