/** Writes what `VarintReader` reads. */
export class VarintWriter {
  #bytes = Buffer.allocUnsafe(1 << 12);
  length = 0;

  /** @param value a whole number from 0 to 2^32 - 1 */
  number(value: number): void {
    this.#room(5);
    let left = value;
    for (; left > 127; left >>>= 7) this.#bytes[this.length++] = (left & 127) | 128;
    this.#bytes[this.length++] = left;
  }

  text(value: string): void {
    this.part(Buffer.from(value));
  }

  /** Bytes behind their number. */
  part(bytes: Buffer): void {
    this.number(bytes.length);
    this.copy(bytes);
  }

  copy(bytes: Buffer, start = 0, end = bytes.length): void {
    this.#room(end - start);
    this.length += bytes.copy(this.#bytes, this.length, start, end);
  }

  /** Begins anew, in the same memory. */
  clear(): void {
    this.length = 0;
  }

  /** What was written so far; good until the next is written. */
  bytes(): Buffer {
    return this.#bytes.subarray(0, this.length);
  }

  #room(more: number): void {
    if (this.length + more <= this.#bytes.length) return;
    const grown = Buffer.allocUnsafe(Math.max(this.length + more, this.#bytes.length * 2));
    this.#bytes.copy(grown, 0, 0, this.length);
    this.#bytes = grown;
  }
}
