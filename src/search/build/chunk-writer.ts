import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { VarintWriter } from './varint-writer.ts';
import { zippedAside } from './zipped.ts';

/** Bytes of a chunk before it is zipped; two thirds of them are fetched. */
const CHUNK = 48_000;

/** Writes lists of stems, in the order of the stems, into the chunks `0.bin`, `1.bin` and so on, as `StemLists` reads them. */
export class ChunkWriter {
  readonly #dir: string;
  readonly #firsts: string[] = [];
  readonly #written: Promise<void>[] = [];
  readonly #chunk = new VarintWriter();

  /** @param dir a folder that is there */
  constructor(dir: string) {
    this.#dir = dir;
  }

  /** @param list of none nothing is written */
  add(stem: string, list: Buffer): void {
    if (list.length === 0) return;
    if (this.#chunk.length === 0) this.#firsts.push(stem);
    this.#chunk.text(stem);
    this.#chunk.part(list);
    if (this.#chunk.length > CHUNK) this.#close();
  }

  /** @returns the first stem of each chunk */
  async end(): Promise<string[]> {
    if (this.#chunk.length > 0) this.#close();
    await Promise.all(this.#written);
    return this.#firsts;
  }

  #close(): void {
    const file = join(this.#dir, `${this.#firsts.length - 1}.bin`);
    this.#written.push(zippedAside(Buffer.from(this.#chunk.bytes())).then((zip) => writeFileSync(file, zip)));
    this.#chunk.clear();
  }
}
