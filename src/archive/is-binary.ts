import { utf16Of } from '../cable/wrapper/decode.ts';

/** First bytes of files that people drop beside texts: PDF, zip and Office, PNG, JPEG, GIF, gzip, old Office, ELF, RTF. */
const marks = [
  '25504446',
  '504b0304',
  '89504e47',
  'ffd8ff',
  '47494638',
  '1f8b',
  'd0cf11e0',
  '7f454c46',
  '7b5c7274',
];

/** Whether bytes are no text in any encoding that is read: by their mark, or by more than a few zeros outside UTF-16. */
export function isBinary(content: Uint8Array): boolean {
  const head = Buffer.from(content.buffer, content.byteOffset, Math.min(content.length, 8192));
  const start = head.subarray(0, 4).toString('hex');
  if (marks.some((mark) => start.startsWith(mark))) return true;
  if (utf16Of(head)) return false;
  let zeros = 0;
  for (const byte of head) if (byte === 0) zeros += 1;
  return zeros > 4 && zeros * 100 > head.length;
}
