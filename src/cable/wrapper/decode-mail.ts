import type { Furniture } from '../cable.ts';
import { decode } from './decode.ts';

// Content-Type: text/plain
const FIELD = /^([A-Z][A-Za-z-]{1,40}):[ \t]*(.*)$/;
/** The first line of a mail that programs have sent, not one that somebody has copied. */
const OPENING = /^(?:From \S+@\S+ |[A-Z][A-Za-z-]{1,40}:)/;
// From jane@example.org Tue Mar  3 10:11:12 2020: the first line of a mail in a mailbox
const MAILBOX = /^From \S+@\S+ /;
const BOUNDARY = /boundary="?([^";\s]{1,100})/i;
/** How deep parts may lie in parts. */
const LEVELS = 3;
/** A sign as its byte, or a line that goes on below. */
const QUOTED = /=(?:[0-9A-F]{2}|[ \t]*$)/gm;
const NOT_QUOTED = /=(?![0-9A-F]{2}|[ \t]*$)/m;
const FEWEST_QUOTED = 6;
/** What a line broken anywhere has of a word behind its last blank; and the sign by which it goes on. */
const BROKEN_WORD = /(?:^|[ \t])([^ \t\n]{0,80})=[ \t]*\n/gm;

interface Part {
  fields: Record<string, string>;
  /** Its first line below its head, and the line behind its last. */
  first: number;
  end: number;
}

/** A text of a mail decoded, as many lines as before: of several parts the one that is plain text, of signs written as bytes the signs. */
export function decodeMail(text: string): { text: string; furniture: Furniture[] } {
  const lines = OPENING.test(text) ? text.split('\n') : [];
  const mail = partAt(lines, 0, lines.length);
  if (!mail?.fields.from || !mail.fields.date)
    return { text: isQuotedPrintable(text) ? fromQuotedPrintable(text) : text, furniture: [] };
  const furniture: Furniture[] = [];
  let part = mail;
  for (let level = 0; level < LEVELS; level++) {
    const boundary = BOUNDARY.exec(part.fields['content-type'] ?? '')?.[1];
    const parts = boundary === undefined ? [] : partsOf(lines, part, boundary);
    const text = parts.find(({ fields }) => /^(?:text\/plain|multipart\/)/i.test(typeOf(fields)));
    const chosen = text ?? parts.find(({ fields }) => /^text\//i.test(typeOf(fields))) ?? parts[0];
    if (!chosen) break;
    // The same text in another form is no other text.
    const others = /^multipart\/alternative/i.test(typeOf(part.fields)) ? [] : parts;
    for (const other of others) {
      if (other === chosen || !/^text\//i.test(typeOf(other.fields))) continue;
      const words = decodePart(lines, other).join(' ').replace(/\s+/g, ' ').trim();
      if (words !== '') furniture.push({ kind: 'wrapper', text: words, lines: [other.first + 1, other.end] });
    }
    part = chosen;
  }
  const above = lines.slice(0, mail.first);
  while (above.length < part.first) above.push('');
  const below = lines.slice(part.end).map(() => '');
  return { text: [...above, ...decodePart(lines, part), ...below].join('\n'), furniture };
}

const typeOf = (fields: Record<string, string>): string => fields['content-type'] ?? 'text/plain';

/** A head of fields, each perhaps over several lines, down to a blank line; none where something else stands there. */
function partAt(lines: readonly string[], from: number, end: number): Part | undefined {
  const fields: Record<string, string> = {};
  let last = '';
  for (let at = from; at < end; at++) {
    const line = lines[at] ?? '';
    const field = FIELD.exec(line);
    if (line === '') return { fields, first: at + 1, end };
    if (field?.[1]) {
      last = field[1].toLowerCase();
      fields[last] = field[2] ?? '';
    } else if (last !== '' && /^[ \t]/.test(line)) fields[last] = `${fields[last]} ${line.trim()}`;
    else if (at > 0 || !MAILBOX.test(line)) return undefined;
  }
  return undefined;
}

function partsOf(lines: readonly string[], { first, end }: Part, boundary: string): Part[] {
  const parts: Part[] = [];
  let from: number | undefined;
  for (let at = first; at < end; at++) {
    const isLast = lines[at] === `--${boundary}--`;
    if (!isLast && lines[at] !== `--${boundary}`) continue;
    const part = from === undefined ? undefined : partAt(lines, from, at);
    if (part) parts.push(part);
    from = at + 1;
    if (isLast) break;
  }
  return parts;
}

/** The lines of a part, as many as it had. */
function decodePart(lines: readonly string[], { fields, first, end }: Part): string[] {
  const own = lines.slice(first, end);
  const encoding = (fields['content-transfer-encoding'] ?? '').toLowerCase();
  if (encoding === 'base64') return [fromBase64(own.join('')), ...own.slice(1).map(() => '')];
  if (encoding === 'quoted-printable' || isQuotedPrintable(own.join('\n')))
    return fromQuotedPrintable(own.join('\n')).split('\n');
  // A blank is put before lines that might be taken for something else.
  return /format="?flowed/i.test(typeOf(fields)) ? own.map((line) => line.replace(/^ /, '')) : own;
}

/** Whether all signs of equality in a text begin the code of a byte or end a line. */
function isQuotedPrintable(text: string): boolean {
  return text.includes('=') && !NOT_QUOTED.test(text) && (text.match(QUOTED)?.length ?? 0) >= FEWEST_QUOTED;
}

/** Undoes quoted-printable. A word that was broken at a line end goes to the line below, so that lines stay as many as they are. */
function fromQuotedPrintable(text: string): string {
  const unbroken = text.replace(BROKEN_WORD, (broken, word: string) => {
    return broken.startsWith(word) ? `\n${word}` : `${broken[0]}\n${word}`;
  });
  const bytes = new TextEncoder().encode(unbroken);
  const plain = new Uint8Array(bytes.length);
  let length = 0;
  for (let at = 0; at < bytes.length; at++) {
    const isSign = bytes[at] === 61 && /^[0-9A-F]{2}$/i.test(unicode(bytes, at + 1));
    plain[length++] = isSign ? Number.parseInt(unicode(bytes, at + 1), 16) : (bytes[at] ?? 0);
    if (isSign) at += 2;
  }
  return decode(plain.subarray(0, length))
    .text.replace(/=[ \t]*$/gm, '')
    .replaceAll('\r', '');
}

function unicode(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(bytes[at] ?? 0, bytes[at + 1] ?? 0);
}

/** The text that base64 stands for, its line ends those of no line of the file. */
function fromBase64(text: string): string {
  try {
    const bytes = Uint8Array.from(atob(text.replace(/\s+/g, '')), (sign) => sign.charCodeAt(0));
    return decode(bytes).text.replace(/\r\n?|\n/g, '\u2028');
  } catch {
    return text;
  }
}
