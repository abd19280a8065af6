/** Reads whole numbers of seven bits a byte, the lowest first (LEB128), and text behind its length. */
export class VarintReader {
  readonly bytes: Uint8Array;
  at: number;

  constructor(bytes: Uint8Array, at = 0) {
    this.bytes = bytes;
    this.at = at;
  }

  get isAtEnd(): boolean {
    return this.at >= this.bytes.length;
  }

  /** @throws RangeError where the bytes end before the number does */
  number(): number {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.bytes[this.at++];
      if (byte === undefined) throw new RangeError('A file of the index ends too early.');
      value |= (byte & 127) << shift;
      if (byte < 128) return value >>> 0;
    }
  }

  text(): string {
    return decoder.decode(this.part());
  }

  /** Bytes behind their number. */
  part(): Uint8Array {
    const length = this.number();
    if (this.at + length > this.bytes.length) throw new RangeError('A file of the index ends too early.');
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }
}

const decoder = new TextDecoder();
