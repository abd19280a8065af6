import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ShardCore, ShardFacets, ShardList } from '../manifest.ts';
import { type FilterField, filterFields } from '../query/query.ts';
import { CborWriter } from './cbor-writer.ts';
import { linkFile } from './link-folder.ts';
import { PIECE, type PieceList, type PieceRow } from './piece.ts';
import { zipped, zippedAside } from './zipped.ts';

/** Bytes of a word chunk before it is zipped: about 30 kB as it is fetched. */
const CHUNK = 80_000;

/** A list of a piece, its rows counted from the first of the shard. */
interface OwnList {
  rows: number;
  first: number;
  last: number;
  bytes: Uint8Array;
}

/**
 * Puts a shard together from pieces, the rows of each behind those of the one before.
 *
 * @returns how many cables there are
 */
export async function mergePieces(pieces: readonly string[], out: string): Promise<number> {
  const write = (name: string, value: unknown) =>
    writeFileSync(join(out, name), zipped(JSON.stringify(value)));
  const rows: PieceRow[] = [];
  const stems = new Map<string, OwnList[]>();
  mkdirSync(join(out, 'text'));
  for (const piece of pieces) {
    const base = rows.length;
    const own: PieceRow[] = JSON.parse(readFileSync(join(piece, PIECE.columns), 'utf8'));
    for (const row of own.keys())
      linkFile(join(piece, 'text', `${row}.bin`), join(out, 'text', `${base + row}.bin`));
    rows.push(...own);
    readLists(piece, base, stems);
  }
  const core: ShardCore = {
    days: rows.map(({ day }) => day),
    words: rows.map(({ words }) => words),
    chunks: await writeChunks(stems, join(out, 'index')),
  };
  const list: ShardList = rows.map((row) => row.list);
  const facets: ShardFacets = Object.fromEntries(filterFields.map((field) => [field, facetOf(rows, field)]));
  write('core.bin', core);
  write('facets.bin', facets);
  write('list.bin', list);
  return rows.length;
}

function readLists(piece: string, base: number, stems: Map<string, OwnList[]>): void {
  const lists: PieceList[] = JSON.parse(readFileSync(join(piece, PIECE.stems), 'utf8'));
  const bytes = readFileSync(join(piece, PIECE.pages));
  let at = 0;
  for (const [stem, count, first, last, length] of lists) {
    const own = {
      rows: count,
      first: base + first,
      last: base + last,
      bytes: bytes.subarray(at, at + length),
    };
    at += length;
    if (count === 0) continue;
    const known = stems.get(stem);
    if (known) known.push(own);
    else stems.set(stem, [own]);
  }
}

function facetOf(rows: readonly PieceRow[], field: FilterField): ShardFacets[string] {
  const values = new Map<string, number>();
  const of = rows.map(({ facets }) =>
    (facets[field] ?? []).map((value) => values.get(value) ?? values.set(value, values.size).size - 1),
  );
  return { values: [...values.keys()], of };
}

/** Writes the word chunks, in the order of their stems (`IndexChunk` tells their form); gives the first stem of each. */
async function writeChunks(stems: ReadonlyMap<string, readonly OwnList[]>, dir: string): Promise<string[]> {
  mkdirSync(dir);
  const firsts: string[] = [];
  const written: Promise<void>[] = [];
  let chunk: string[] = [];
  let size = 0;
  const close = () => {
    const writer = new CborWriter();
    writer.array(1);
    writer.array(chunk.length);
    for (const stem of chunk) writeStem(writer, stem, stems.get(stem) ?? []);
    const file = join(dir, `${firsts.length}.bin`);
    written.push(zippedAside(writer.bytes()).then((zip) => writeFileSync(file, zip)));
    firsts.push(chunk[0] as string);
    chunk = [];
    size = 0;
  };
  for (const stem of [...stems.keys()].sort()) {
    chunk.push(stem);
    for (const { bytes } of stems.get(stem) ?? []) size += bytes.length + stem.length;
    if (size > CHUNK) close();
  }
  if (chunk.length > 0) close();
  await Promise.all(written);
  return firsts;
}

/** One list of all rows, in their order; a list of other spellings of the same rows stands behind it, by itself. */
function writeStem(writer: CborWriter, stem: string, lists: readonly OwnList[]): void {
  const line: OwnList[] = [];
  const beside: OwnList[] = [];
  for (const list of lists) (list.first > (line.at(-1)?.last ?? -1) ? line : beside).push(list);
  writer.array(3);
  writer.text(stem);
  writeRows(writer, line);
  writer.array(beside.length);
  for (const list of beside) {
    writer.array(2);
    writer.text('');
    writeRows(writer, [list]);
  }
}

function writeRows(writer: CborWriter, lists: readonly OwnList[]): void {
  writer.array(lists.reduce((sum, { rows }) => sum + rows, 0));
  let row = 0;
  for (const { first, last, bytes } of lists) {
    writer.array(3);
    writer.number(first - row);
    writer.copy(bytes);
    row = last;
  }
}
