/** Reads CBOR (RFC 8949) as Pagefind writes it: arrays of known length, text, whole numbers. */
export class CborReader {
  readonly bytes: Uint8Array;
  at: number;
  /** Argument of the head that was read last. */
  #value = 0;

  constructor(bytes: Uint8Array, at = 0) {
    this.bytes = bytes;
    this.at = at;
  }

  /** Length of the array that begins here. */
  array(): number {
    return this.#expect(4);
  }

  text(): string {
    const length = this.#expect(3);
    this.at += length;
    return decoder.decode(this.bytes.subarray(this.at - length, this.at));
  }

  number(): number {
    const type = this.#head();
    if (type === 0) return this.#value;
    return type === 1 ? -1 - this.#value : fail();
  }

  /** Goes over the next value, whatever it holds. */
  skip(): void {
    for (let left = 1; left > 0; left -= 1) {
      const type = this.#head();
      if (type === 4) left += this.#value;
      else if (type === 3) this.at += this.#value;
      else if (type > 1) fail();
    }
  }

  #expect(type: number): number {
    return this.#head() === type ? this.#value : fail();
  }

  /** Major type of the head that comes next. */
  #head(): number {
    const first = this.bytes[this.at++] ?? fail();
    this.#value = first & 31;
    if (this.#value > 23) this.#value = this.#argument(SIZES[this.#value - 24] ?? fail());
    return first >> 5;
  }

  #argument(size: number): number {
    let value = 0;
    for (let index = 0; index < size; index += 1) value = value * 256 + (this.bytes[this.at++] ?? fail());
    return value;
  }
}

/** Bytes of a head's argument, by what stands for it. */
const SIZES = [1, 2, 4];
const decoder = new TextDecoder();
const SIGNATURE = 'pagefind_dcd';

/** A reader of one of Pagefind's files, behind the signature. */
export function readerOf(bytes: Uint8Array): CborReader {
  const signed = decoder.decode(bytes.subarray(0, SIGNATURE.length)) === SIGNATURE;
  return new CborReader(bytes, signed ? SIGNATURE.length : 0);
}

function fail(): never {
  throw new Error('A file of the index cannot be read.');
}
