export interface Decoded {
  text: string;
  encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
}

const strictUtf8 = new TextDecoder('utf-8', { fatal: true });

/** So many bytes from the start tell UTF-16 without a mark; fewer than the least tell nothing. */
const PROBE = 512;
const LEAST = 8;

/**
 * Turns the bytes of a file into text: UTF-16 by its byte order mark or its zeros, strict UTF-8, or else windows-1252, which takes
 * any byte; lines of such a file that are UTF-8 are read so. The byte order mark is dropped. Source: cable format, section 2.1.
 */
export function decode(bytes: Uint8Array): Decoded {
  const wide = utf16Of(bytes);
  if (wide) return decoded(bytes, wide);
  try {
    return { text: strictUtf8.decode(bytes), encoding: 'utf-8' };
  } catch {
    return { text: decodeMixed(bytes), encoding: 'windows-1252' };
  }
}

/** Which kind of UTF-16 bytes are: by the mark at their start; without one each second byte of a text in Latin letters is zero. */
export function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const zeros: [even: number, odd: number] = [0, 0];
  const probed = Math.min(bytes.length, PROBE);
  if (probed < LEAST) return undefined;
  for (let at = 0; at < probed; at++) if (bytes[at] === 0) zeros[at % 2 === 0 ? 0 : 1] += 1;
  const [even, odd] = zeros;
  if (odd * 2 > probed * 0.9 && even === 0) return 'utf-16le';
  return even * 2 > probed * 0.9 && odd === 0 ? 'utf-16be' : undefined;
}

/** Line by line: UTF-8 where a line is, else windows-1252. */
function decodeMixed(bytes: Uint8Array): string {
  const lines: string[] = [];
  for (let from = 0; from < bytes.length; ) {
    const end = bytes.indexOf(10, from) + 1 || bytes.length;
    const line = bytes.subarray(from, end);
    try {
      lines.push(strictUtf8.decode(line));
    } catch {
      lines.push(decoded(line, 'windows-1252').text);
    }
    from = end;
  }
  return lines.join('');
}

function decoded(bytes: Uint8Array, encoding: Decoded['encoding']): Decoded {
  return { text: new TextDecoder(encoding).decode(bytes), encoding };
}
