import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashOf } from '../../archive/hash-of.ts';
import { linkFile } from './link-folder.ts';
import { VarintWriter } from './varint-writer.ts';
import { zippedAside } from './zipped.ts';

/** Bytes of a chunk before it is zipped: behind a stem that may end one, and behind any. Two thirds of them are fetched. */
const LEAST = 36_000;
const LARGE = 48_000;

/** Chunks that are zipped at a time: each holds a third of a megabyte until it is written. */
const MOST = 8;

/** Whether a chunk may end early behind this stem: true of one in 64. Stems decide, so that a change leaves most chunks as they were. */
const mayEnd = (stem: string): boolean => (hashOf(stem) & 63) === 0;

/** Writes lists of stems, in the order of the stems, into the chunks `0.bin`, `1.bin` and so on, as `StemLists` reads them. */
export class ChunkWriter {
  readonly #dir: string;
  readonly #firsts: string[] = [];
  readonly #zipping = new Set<Promise<void>>();
  #failed: { error: unknown } | undefined;
  readonly #chunk = new VarintWriter();

  /** @param dir a folder that is there */
  constructor(dir: string) {
    this.#dir = dir;
  }

  /** @param list of none nothing is written */
  add(stem: string, list: Buffer): void {
    if (list.length === 0) return;
    if (this.isBetween) this.#firsts.push(stem);
    this.#chunk.text(stem);
    this.#chunk.part(list);
    const { length } = this.#chunk;
    if (length > LARGE || (length > LEAST && mayEnd(stem))) this.#close();
  }

  /** Whether what comes next begins a chunk. */
  get isBetween(): boolean {
    return this.#chunk.length === 0;
  }

  /** Takes over a chunk of an earlier writer, between two of its own. */
  keep(first: string, file: string): void {
    this.#firsts.push(first);
    linkFile(file, this.#file());
  }

  /** Whether to wait for `room` before more is added. */
  get isFull(): boolean {
    return this.#zipping.size >= MOST;
  }

  /** Resolves when one more chunk is written; rejects with what the disk throws. */
  async room(): Promise<void> {
    await Promise.race(this.#zipping);
    if (this.#failed) throw this.#failed.error;
  }

  /** Resolves with the first stem of each chunk; rejects with what the disk throws. */
  async end(): Promise<string[]> {
    if (!this.isBetween) this.#close();
    await Promise.all(this.#zipping);
    if (this.#failed) throw this.#failed.error;
    return this.#firsts;
  }

  #file(): string {
    return join(this.#dir, `${this.#firsts.length - 1}.bin`);
  }

  #close(): void {
    const file = this.#file();
    const zipping = zippedAside(Buffer.from(this.#chunk.bytes()))
      .then((zip) => writeFileSync(file, zip))
      .catch((error) => {
        this.#failed ??= { error };
      })
      .finally(() => this.#zipping.delete(zipping));
    this.#zipping.add(zipping);
    this.#chunk.clear();
  }
}
