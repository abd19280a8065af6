/** Writes CBOR (RFC 8949) as `CborReader` reads it: arrays of known length, text, whole numbers above zero. */
export class CborWriter {
  #bytes = Buffer.allocUnsafe(1 << 16);
  length = 0;

  array(length: number): void {
    this.#head(4, length);
  }

  number(value: number): void {
    this.#head(0, value);
  }

  text(value: string): void {
    const length = Buffer.byteLength(value);
    this.#head(3, length);
    this.#room(length);
    this.length += this.#bytes.write(value, this.length);
  }

  /** What is CBOR already. */
  copy(bytes: Uint8Array): void {
    this.#room(bytes.length);
    this.#bytes.set(bytes, this.length);
    this.length += bytes.length;
  }

  bytes(): Uint8Array {
    return this.#bytes.subarray(0, this.length);
  }

  /** Major type and argument, as short as may be. */
  #head(type: number, value: number): void {
    this.#room(5);
    const major = type << 5;
    if (value < 24) this.length = this.#bytes.writeUInt8(major | value, this.length);
    else if (value < 1 << 8)
      this.length = this.#bytes.writeUInt16BE(((major | 24) << 8) | value, this.length);
    else if (value < 1 << 16) {
      this.length = this.#bytes.writeUInt8(major | 25, this.length);
      this.length = this.#bytes.writeUInt16BE(value, this.length);
    } else {
      this.length = this.#bytes.writeUInt8(major | 26, this.length);
      this.length = this.#bytes.writeUInt32BE(value, this.length);
    }
  }

  #room(more: number): void {
    if (this.length + more <= this.#bytes.length) return;
    const grown = Buffer.allocUnsafe(Math.max(this.length + more, this.#bytes.length * 2));
    grown.set(this.bytes());
    this.#bytes = grown;
  }
}
