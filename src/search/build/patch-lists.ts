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

/** Sections of a stem's list that are others now, by their piece, in the order of the pieces; an empty one is gone. */
type Sections = Map<number, Buffer>;
type Changes = Map<string, Sections>;
type Change = [stem: string, sections: Sections];

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
      const sections = changes[kind].get(stem) ?? new Map();
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
  const changed = [...changes[kind]].sort(([a], [b]) => compare(a, b)).values();
  let waiting = changed.next().value;
  const list = new VarintWriter();
  const addWaiting = ([stem, sections]: Change, old: Buffer) => {
    writer.add(stem, listOf(patched(old, sections), list));
    waiting = changed.next().value;
  };
  for (const [at, first] of core[kind].entries()) {
    const next = core[kind][at + 1];
    const file = join(folder, kind, `${at}.bin`);
    if (writer.isBetween && !isBefore(waiting, next)) {
      writer.keep(first, file);
      continue;
    }
    const chunk = gunzipSync(readFileSync(file));
    const reader = new VarintReader(chunk);
    while (!reader.isAtEnd) {
      const stem = reader.text();
      const old = partOf(reader, chunk);
      while (isBefore(waiting, stem)) addWaiting(waiting, NONE);
      if (waiting?.[0] === stem) addWaiting(waiting, old);
      else writer.add(stem, old);
    }
    while (isBefore(waiting, next)) addWaiting(waiting, NONE);
    if (writer.isFull) await writer.room();
  }
}

/** Whether a change is of a stem before this one, or before the end. */
function isBefore(change: Change | undefined, stem: string | undefined): change is Change {
  return change !== undefined && (stem === undefined || change[0] < stem);
}

/** The next part of the bytes that a reader reads. */
function partOf(reader: VarintReader, bytes: Buffer): Buffer {
  const length = reader.number();
  reader.at += length;
  return bytes.subarray(reader.at - length, reader.at);
}

/** Sections of a list with others for some of its pieces, in the order of the pieces. */
function* patched(old: Buffer, sections: Sections): Generator<readonly [at: number, section: Buffer]> {
  const changed = sections.entries();
  let waiting = changed.next().value;
  const reader = new VarintReader(old);
  for (let at = 0; !reader.isAtEnd; ) {
    at += reader.number();
    const section = partOf(reader, old);
    for (; waiting && waiting[0] < at; waiting = changed.next().value) yield waiting;
    if (waiting?.[0] !== at) yield [at, section];
  }
  for (; waiting; waiting = changed.next().value) yield waiting;
}
