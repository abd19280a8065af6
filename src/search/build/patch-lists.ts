/** Lists of a shard made from those of an earlier one, of which a few pieces have changed: what they do not touch is taken as it is. */
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { compare } from '../../archive/compare.ts';
import type { ShardCore } from '../manifest.ts';
import { VarintReader } from '../varint.ts';
import type { ChunkWriter } from './chunk-writer.ts';
import type { MergedPiece } from './merge-pieces.ts';
import { type ListKind, listKinds, listOf, PIECE, StemCursor } from './piece.ts';
import { VarintWriter } from './varint-writer.ts';

/** Of the lists of a stem the sections that are others now, by their piece; an empty one is gone. */
type Changes = Map<string, Map<number, Buffer>>;

/** An earlier shard, and what makes the lists of the new one out of its lists. */
export interface EarlierShard {
  folder: string;
  core: ShardCore;
  changes: Record<ListKind, Changes>;
}

/** One in so many pieces may be another: beyond that it is as fast to make all lists anew. */
const MOST = 8;

/** The shard that has most of these pieces at their places, if any has nearly all. */
export function findEarlier(
  folders: readonly string[],
  pieces: readonly MergedPiece[],
): EarlierShard | undefined {
  let best: Pick<EarlierShard, 'folder' | 'core'> | undefined;
  let changed: number[] = [];
  for (const folder of folders) {
    const core: ShardCore = JSON.parse(gunzipSync(readFileSync(join(folder, 'core.bin'))).toString());
    const own = [...pieces.keys()].filter((at) => core.texts[at]?.[0] !== pieces[at]?.texts);
    if (core.texts.length !== pieces.length || own.length > pieces.length / MOST) continue;
    if (listKinds.some((kind) => core[kind].length === 0)) continue;
    if (best && own.length >= changed.length) continue;
    best = { folder, core };
    changed = own;
  }
  if (!best) return undefined;
  const changes: EarlierShard['changes'] = { weights: new Map(), places: new Map() };
  for (const at of changed) {
    const { folder = '' } = pieces[at] ?? {};
    const before = join(dirname(folder), basename(best.core.texts[at]?.[0] ?? ''), PIECE.stems);
    if (!existsSync(before)) return undefined;
    findChanges(at, readFileSync(before), readFileSync(join(folder, PIECE.stems)), changes);
  }
  return { ...best, changes };
}

/** Finds the lists of the piece `at` that differ. */
function findChanges(at: number, before: Buffer, now: Buffer, changes: EarlierShard['changes']): void {
  const [old, own] = [new StemCursor(before), new StemCursor(now)];
  while (old.stem !== undefined || own.stem !== undefined) {
    const isGone = own.stem === undefined || (old.stem !== undefined && old.stem < own.stem);
    const isNew = !isGone && old.stem !== own.stem;
    const stem = (isGone ? old.stem : own.stem) as string;
    for (const kind of listKinds) {
      const list = isGone ? NONE : own.list(kind);
      if (list.equals(isNew ? NONE : old.list(kind))) continue;
      const sections = changes[kind].get(stem) ?? new Map<number, Buffer>();
      changes[kind].set(stem, sections.set(at, list));
    }
    if (!isNew) old.next();
    if (!isGone) own.next();
  }
}

const NONE = Buffer.alloc(0);

/** Writes the lists of one kind, chunk by chunk. */
export async function patchLists(
  { folder, core, changes }: EarlierShard,
  kind: ListKind,
  writer: ChunkWriter,
): Promise<void> {
  const waiting = [...changes[kind].keys()].sort(compare);
  const list = new VarintWriter();
  const firsts = core[kind];
  for (const [at, first] of firsts.entries()) {
    const next = firsts[at + 1];
    const isBefore = (stem: string | undefined) => stem !== undefined && (next === undefined || stem < next);
    const file = join(folder, kind, `${at}.bin`);
    if (writer.isBetween && !isBefore(waiting[0])) {
      writer.keep(first, file);
      continue;
    }
    const lists = listsOf(gunzipSync(readFileSync(file)));
    while (isBefore(waiting[0])) {
      const stem = waiting.shift() as string;
      lists.set(stem, patched(list, lists.get(stem) ?? NONE, changes[kind].get(stem) as Map<number, Buffer>));
    }
    for (const [stem, own] of [...lists].sort(([a], [b]) => compare(a, b))) writer.add(stem, own);
    if (writer.isFull) await writer.room();
  }
}

/** The lists of a chunk, by their stem. */
function listsOf(chunk: Buffer): Map<string, Buffer> {
  const lists = new Map<string, Buffer>();
  const reader = new VarintReader(chunk);
  while (!reader.isAtEnd) lists.set(reader.text(), partOf(reader, chunk));
  return lists;
}

/** The next part of the bytes that a reader reads. */
function partOf(reader: VarintReader, bytes: Buffer): Buffer {
  const { length } = reader.part();
  return bytes.subarray(reader.at - length, reader.at);
}

/** A list with other sections for some of its pieces, written into `list` first. */
function patched(list: VarintWriter, old: Buffer, sections: ReadonlyMap<number, Buffer>): Buffer {
  const all = new Map<number, Buffer>();
  const reader = new VarintReader(old);
  for (let at = 0; !reader.isAtEnd; ) {
    at += reader.number();
    all.set(at, partOf(reader, old));
  }
  for (const [at, section] of sections) all.set(at, section);
  return Buffer.from(
    listOf(
      [...all].sort(([a], [b]) => a - b),
      list,
    ),
  );
}
