import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ShardCore, ShardFacets, ShardList } from '../manifest.ts';
import { type FilterField, filterFields } from '../query/query.ts';
import { ChunkWriter } from './chunk-writer.ts';
import { findEarlier, patchLists } from './patch-lists.ts';
import { type ListKind, listKinds, listOf, PIECE, type PieceRow, StemCursor } from './piece.ts';
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
  /** Folders of earlier shards: of one that has most of the pieces, what has not changed is taken. */
  earlier: readonly string[];
}

/**
 * Puts a shard together from pieces, the rows of each behind those of the one before. A list is the pieces' lists, one behind the
 * other as they are, so that a changed piece changes nothing else.
 *
 * @returns how many cables there are
 */
export async function mergePieces({ pieces, out, earlier }: Merge): Promise<number> {
  const write = async (name: string, value: unknown) =>
    writeFileSync(join(out, name), await zippedAside(Buffer.from(JSON.stringify(value))));
  const rows: PieceRow[] = [];
  const texts: ShardCore['texts'] = [];
  for (const piece of pieces) {
    const own: PieceRow[] = JSON.parse(readFileSync(join(piece.folder, PIECE.columns), 'utf8'));
    rows.push(...own);
    texts.push([piece.texts, own.length]);
  }
  const core: ShardCore = {
    days: rows.map(({ day }) => day),
    words: rows.map(({ words }) => words),
    texts,
    ...(await writeLists(pieces, out, earlier)),
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

type Lists = Pick<ShardCore, ListKind>;

/** Writes both kinds of lists, stem by stem in their order. */
async function writeLists(
  pieces: readonly MergedPiece[],
  out: string,
  folders: readonly string[],
): Promise<Lists> {
  for (const kind of listKinds) mkdirSync(join(out, kind));
  const writers = {
    weights: new ChunkWriter(join(out, 'weights')),
    places: new ChunkWriter(join(out, 'places')),
  };
  const earlier = findEarlier(folders, pieces);
  if (earlier) for (const kind of listKinds) await patchLists(earlier, kind, writers[kind]);
  else await mergeLists(pieces, writers);
  return { weights: await writers.weights.end(), places: await writers.places.end() };
}

async function mergeLists(
  pieces: readonly MergedPiece[],
  writers: Record<ListKind, ChunkWriter>,
): Promise<void> {
  const cursors = pieces.map(({ folder }) => new StemCursor(readFileSync(join(folder, PIECE.stems))));
  const list = new VarintWriter();
  for (let having = least(cursors); having.length > 0; having = least(cursors)) {
    const stem = cursors[having[0] as number]?.stem ?? '';
    for (const kind of listKinds) {
      const sections = having.map((at) => [at, (cursors[at] as StemCursor).list(kind)] as const);
      writers[kind].add(stem, listOf(sections, list));
      if (writers[kind].isFull) await writers[kind].room();
    }
    for (const at of having) cursors[at]?.next();
  }
}

/** Which pieces have the stem that comes first. */
function least(cursors: readonly StemCursor[]): number[] {
  let first: string | undefined;
  let having: number[] = [];
  for (const [at, { stem }] of cursors.entries()) {
    if (stem === undefined || (first !== undefined && stem > first)) continue;
    if (stem !== first) having = [];
    first = stem;
    having.push(at);
  }
  return having;
}
