import { trimSigns } from '../lines/trim-signs.ts';

/** A part of a TAGS line: a word, or what stands in brackets. */
export interface TagToken {
  text: string;
  /** The text in capitals, without quotes, points and stray brackets around. */
  word: string;
  /** It stood in brackets: a person. */
  bracketed: boolean;
  /** A comma, a semicolon or a dash stands before it. */
  afterSeparator: boolean;
}

/** Capitals, without quotes, points and stray brackets around; nothing where only signs are left. */
function cleaned(text: string): string {
  const word = trimSigns(text.toUpperCase(), '[]"\'.:)*#');
  return /^[A-Z]/.test(word) ? word : word.replace(/^[-/\\*_#]+$/, '');
}

// [PARM](#): a publisher's link; bounded, so that a line of brackets stays linear
const linkPattern = /\[([^[\]()]{1,60})\]\([^()\s]{0,200}\)/g;

/** Takes the words of links for the links: `[PARM](#) [CH](#)` is `PARM CH`. */
export function withoutLinks(text: string): string {
  return text.includes('](') ? text.replace(linkPattern, '$1') : text;
}

/** Cuts a TAGS line into words and brackets; commas and semicolons are remembered. */
export function tagTokens(text: string): TagToken[] {
  const tokens: TagToken[] = [];
  let separator = false;
  let at = 0;
  const push = (text: string, bracketed: boolean) => {
    const word = cleaned(text);
    tokens.push({ text, word, bracketed, afterSeparator: separator });
    // LTTE - PEACE PROCESS
    separator = word === '';
  };
  while (at < text.length) {
    const character = text[at] as string;
    if (character === ' ' || character === '\t') at += 1;
    else if (character === ',' || character === ';' || character === '|') {
      separator = true;
      at += 1;
    } else if (character === '(') {
      let close = at + 1;
      while (close < text.length && close - at < 120 && text[close] !== ')' && text[close] !== '(')
        close += 1;
      const closed = text[close] === ')';
      // A bracket that never closes: the words up to the end are the name, if they are few.
      push(text.slice(at + 1, close).trim(), true);
      at = closed ? close + 1 : close;
    } else {
      let end = at + 1;
      while (end < text.length && !' \t,;|('.includes(text[end] as string)) end += 1;
      push(text.slice(at, end), false);
      at = end;
    }
  }
  return tokens;
}
