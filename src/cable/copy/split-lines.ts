import type { Report } from '../diagnostics.ts';
import { type Line, lineOf } from '../lines/line.ts';
import type { Piece } from '../wrapper/piece.ts';
import { withoutMarkdown } from '../wrapper/unwrap-markdown.ts';

// Most texts hold none of these: found in half the time that ODD takes.
const NOT_PLAIN = /[\0-\t\x0b-\x1f\x7f-\uffff]/;
// Characters that are no text, or text that is no character of a cable.
const ODD =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u0085\u00ad\u200b-\u200f\u2011\u2028-\u202e\u2060\u2066-\u2069\ufb00-\ufb06\ufeff\ufffd]/;
// Dropped without a word: soft hyphen, zero-width characters, directions of writing, byte order mark.
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]+/g;
// A word processor's hyphen that does not break
const HARD_HYPHEN = /\u2011/g;
// Two or three letters that a printer cast as one: \ufb01
const LIGATURE = /[\ufb00-\ufb06]/g;
// Colours of a terminal, letters that a printer struck twice or underlined, other control characters
const CONTROL = /\u001b\[[\d;]{0,20}[A-Za-z]|[^\u0000-\u001f]\u0008|[\u0000-\u0008\u000e-\u001f\u007f]+/g;

/**
 * Splits the text of a piece into lines: any line end ends one, trailing blanks go, control and invisible characters go, a
 * form feed is a line of its own. Two lines share a number where only the wrapper's markup ended the first.
 */
export function splitLines(piece: Piece, report?: Report): Line[] {
  const { text, markdown } = piece;
  const odd = NOT_PLAIN.test(text) && ODD.test(text);
  const lines: Line[] = [];
  let number = piece.line;
  let controls = 0;
  let replaced = 0;
  let firstControl = 0;
  let firstReplaced = 0;
  for (let from = 0; from <= text.length; number++) {
    const end = endOfLine(text, from);
    let last = end;
    while (last > from && isBlank(text.charCodeAt(last - 1))) last--;
    let line = text.slice(from, last);
    from = end + 1;
    if (odd && line !== '' && ODD.test(line)) {
      const plain = line
        .replace(INVISIBLE, '')
        .replace(HARD_HYPHEN, '-')
        .replace(LIGATURE, (sign) => sign.normalize('NFKC'));
      line = plain.replace(CONTROL, '');
      if (line.length !== plain.length) {
        controls += plain.length - line.length;
        firstControl ||= number;
      }
      const lost = line.split('\ufffd').length - 1;
      if (lost > 0) {
        replaced += lost;
        firstReplaced ||= number;
      }
      for (const part of line.replace(/\u000c/g, '\n\u000c\n').split(/[\u000b\u0085\u2028\u2029\n]/)) {
        lines.push(lineOf(part.trimEnd() || (part.includes('\u000c') ? '\u000c' : ''), number));
      }
    } else if (markdown && line !== '' && end - last === 2) {
      lines.push({ ...lineOf(line, number), hardBreak: true });
    } else lines.push(lineOf(line, number));
  }
  if (controls > 0)
    report?.('control-characters', [firstControl, firstControl], { detail: `There are ${controls}.` });
  if (replaced > 0)
    report?.('replacement-characters', [firstReplaced, firstReplaced], { detail: `There are ${replaced}.` });
  const plain = markdown ? withoutMarkdown(lines) : lines;
  return piece.head ? [...piece.head, ...plain] : plain;
}

/** Where the line ends that begins at a place: before its line feed, or with the text. */
function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

function isBlank(code: number): boolean {
  return code === 32 || code === 9 || code === 13;
}
