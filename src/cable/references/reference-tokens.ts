import { matchPost } from '../find-post.ts';

/** A word, number or sign of a list of references, with its place in the text. */
export interface ReferenceToken {
  kind: 'word' | 'number' | 'mixed' | 'sign';
  text: string;
  start: number;
  end: number;
}

/** Basic and accented Latin letters. */
function isLetter(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || (code >= 0xc0 && code <= 0x24f);
}

function isDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 48 && code <= 57;
}

/**
 * Cuts a text into words (letters, with hyphens, apostrophes and a point inside: `PORT-AU-PRINCE`, `N'DJAMENA`), numbers, mixtures
 * of both (`08LIMA12`, `A-123`) and signs. One pass over the text.
 */
export function referenceTokens(text: string): ReferenceToken[] {
  const tokens: ReferenceToken[] = [];
  let at = 0;
  while (at < text.length) {
    const character = text[at] as string;
    if (character === ' ' || character === '\t' || character === '\n' || character === '\u00b6') {
      at += 1;
      continue;
    }
    if (!isLetter(text, at) && !isDigit(text, at)) {
      tokens.push({ kind: 'sign', text: character, start: at, end: at + 1 });
      at += 1;
      continue;
    }
    // U.S. MISSION GENEVA
    if (character === 'U' && text.startsWith('U.S.', at) && !isLetter(text, at - 1)) {
      tokens.push({ kind: 'word', text: 'US', start: at, end: at + 4 });
      at += 4;
      continue;
    }
    let end = at + 1;
    let hasLetter = isLetter(text, at);
    let hasDigit = !hasLetter;
    for (; end < text.length; end += 1) {
      const next = text[end] as string;
      // MOSCOW 12B. PARIS 22: a letter of the list, run into the number before it
      if (!hasLetter && isLetter(text, end) && (text[end + 1] === '.' || text[end + 1] === ')') && end > at)
        break;
      if (isLetter(text, end)) hasLetter = true;
      else if (isDigit(text, end)) hasDigit = true;
      else if (next === '-' && end === at + 1 && isLetterOfList(text, at)) break;
      else if ((next === '-' || next === "'" || next === '\u2019') && hasLetter && isWordSign(text, end))
        continue;
      else break;
    }
    const kind = hasLetter && hasDigit ? 'mixed' : hasLetter ? 'word' : 'number';
    tokens.push({ kind, text: text.slice(at, end), start: at, end });
    at = end;
  }
  return tokens;
}

/** `A-LIMA 12`: the letter of an item and the post behind it, no word of two parts; `E-MAIL` is one. */
function isLetterOfList(text: string, at: number): boolean {
  return /^[A-H]-(?!MAIL|MSG)[A-Z]{3}/.test(text.slice(at, at + 6));
}

/** A hyphen or apostrophe inside a word, not at its end; before a number only behind a single letter (`A-123`). */
function isWordSign(text: string, at: number): boolean {
  if (isLetter(text, at + 1)) return true;
  return isDigit(text, at + 1) && at > 0 && isLetter(text, at - 1) && (at === 1 || !isLetter(text, at - 2));
}

const gluedSerial = /^([A-Za-z][A-Za-z'’-]+)(0?\d{1,7})$/;

/** Parts a serial from the last word of a post of several, `ABU DHABI123`; of one word it is read as it stands. */
export function partSerials(tokens: readonly ReferenceToken[], year?: number): readonly ReferenceToken[] {
  if (!tokens.some(({ kind }) => kind === 'mixed')) return tokens;
  return tokens.flatMap((token, at) => {
    const [, letters, digits = ''] = token.kind === 'mixed' ? (gluedSerial.exec(token.text) ?? []) : [];
    if (letters === undefined) return token;
    for (let from = at - 1; from >= Math.max(0, at - 4) && tokens[from]?.kind === 'word'; from -= 1) {
      const words = [...tokens.slice(from, at).map(({ text }) => text), letters];
      if (matchPost(words, 0, year)?.words !== words.length) continue;
      const middle = token.end - digits.length;
      return [
        { kind: 'word' as const, text: letters, start: token.start, end: middle },
        { kind: 'number' as const, text: digits, start: middle, end: token.end },
      ];
    }
    return token;
  });
}
