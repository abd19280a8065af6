/**
 * A large gzip file from pieces that are packed apart: side by side, kept between builds, and put together as one member, which
 * every reader of gzip takes. A piece is deflated data that ends at a byte, then CRC-32 (4 bytes) and length (8) of what it holds.
 */
import { readFileSync } from 'node:fs';
import { constants, crc32, deflateRawSync } from 'node:zlib';
import { writeWhole } from '../archive/write-whole.ts';
import { crc32Combine } from './crc32-combine.ts';

const TAIL = 12;
/** Characters deflated at a time. */
const FULL = 4 << 20;
/** Magic number, deflate, no flags, no time, no extra flags, unknown system. Source: RFC 1952, section 2.3. */
const head = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255]);
/** An empty last block. Source: RFC 1951, section 3.2.6. */
const lastBlock = Buffer.from([3, 0]);

/** Packs texts into a piece; the file has its name only when it is whole. Throws what the disk throws. */
export function writePiece(path: string, texts: Iterable<string>): void {
  const packed: Buffer[] = [];
  let waiting: string[] = [];
  let size = 0;
  let crc = 0;
  let length = 0;
  const pack = () => {
    const bytes = Buffer.from(waiting.join(''));
    packed.push(deflateRawSync(bytes, { finishFlush: constants.Z_FULL_FLUSH }));
    crc = crc32(bytes, crc);
    length += bytes.length;
    waiting = [];
    size = 0;
  };
  for (const text of texts) {
    waiting.push(text);
    size += text.length;
    if (size >= FULL) pack();
  }
  if (size > 0) pack();
  const tail = Buffer.alloc(TAIL);
  tail.writeUInt32LE(crc, 0);
  tail.writeBigUInt64LE(BigInt(length), 4);
  writeWhole(path, Buffer.concat([...packed, tail]));
}

/** The bytes of a gzip file that holds what the pieces hold, in their order; takes the memory of one piece. */
export function* gzipOf(pieces: Iterable<string>): Generator<Buffer, undefined> {
  let crc = 0;
  let length = 0;
  yield head;
  for (const path of pieces) {
    const piece = readFileSync(path);
    const tail = piece.length - TAIL;
    const own = Number(piece.readBigUInt64LE(tail + 4));
    crc = crc32Combine(crc, piece.readUInt32LE(tail), own);
    length += own;
    yield piece.subarray(0, tail);
  }
  const end = Buffer.alloc(8);
  end.writeUInt32LE(crc, 0);
  end.writeUInt32LE(length % 2 ** 32, 4);
  yield lastBlock;
  yield end;
}
