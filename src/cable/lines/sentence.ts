import { codeAt } from './line.ts';

/** Codes that may stand behind a stop: quotation marks and closing brackets. */
function closes(code: number): boolean {
  return code === 34 || code === 39 || code === 41 || code === 93 || code === 0x2019 || code === 0x201d;
}

/** `Mr`, `Mrs`, `Ms`, `Dr` before the stop: a name follows. */
const formOfAddress = /\b(?:Mrs?|Ms|Dr)$/i;

function isOfAddress(text: string, stop: number): boolean {
  const last = codeAt(text, stop - 1) | 32;
  return (last === 114 || last === 115) && formOfAddress.test(text.slice(Math.max(0, stop - 4), stop));
}

/** The text ends a sentence: a stop, colon, question mark, also behind closing brackets and quotation marks. */
export function endsSentence(text: string): boolean {
  let at = text.length - 1;
  while (at >= 0 && closes(text.charCodeAt(at))) at -= 1;
  const code = codeAt(text, at);
  if (code === 46) return !isOfAddress(text, at);
  return code === 58 || code === 63 || code === 33 || code === 59 || code === 0x2026;
}

/** The text opens with a small letter, so that it goes on with what was before. */
export function goesOn(text: string): boolean {
  const code = codeAt(text, 0);
  return (code >= 97 && code <= 122) || code === 44 || code === 59;
}

/** Length of the text's first word. */
export function firstWordLength(text: string): number {
  const blank = text.indexOf(' ');
  return blank < 0 ? text.length : blank;
}

const functionWords = new Set(
  `a an and as at but by for from in into is its of on or over per than that the their this to under until was were which
   who whose will with would have has had be been are his her our not no if while when where between against about after
   before during`.split(/\s+/),
);
const longestFunctionWord = Math.max(...Array.from(functionWords, (word) => word.length));

/** The text ends in a word that needs another behind it: `more than`, `of the`. */
export function endsOpen(text: string): boolean {
  const last = codeAt(text, text.length - 1);
  if (last === 44 || last === 45 || last === 38 || last === 47) return true;
  let from = text.length;
  while (from > 0 && text.charCodeAt(from - 1) !== 32) {
    if (text.length - from === longestFunctionWord) return false;
    from -= 1;
  }
  return functionWords.has(text.slice(from).toLowerCase());
}

/** The text begins with such a word: `and the others`. */
export function beginsOpen(text: string): boolean {
  const length = firstWordLength(text);
  return length <= longestFunctionWord && functionWords.has(text.slice(0, length).toLowerCase());
}

/** No small letter in the text, and at least one capital. */
export function isCapitals(text: string): boolean {
  let capital = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= 97 && code <= 122) return false;
    if (code >= 65 && code <= 90) capital = true;
  }
  return capital;
}

/** Words of four letters or more that a title may have in small letters. */
const linking =
  /^(?:with|from|into|over|upon|than|that|amid|near|about|after|under|among|against|before|behind|between|without|during|through|until)$/;

/** Each word of four letters or more begins with a capital or digit; at most twelve words. */
export function isTitle(text: string): boolean {
  const words = text.split(/[ \t/-]+/);
  if (words.length > 12) return false;
  let capitals = 0;
  for (const word of words) {
    const plain = word.replace(/^["“”'(]+/, '');
    const code = codeAt(plain, 0);
    if ((code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code > 0xbf) capitals += 1;
    else if (plain.length > 3 && !linking.test(plain)) return false;
  }
  return capitals > 0;
}

const parts = ['SUMMARY', 'COMMENT', 'COMMENTS', 'NOTE', 'INTRODUCTION', 'UNCLASSIFIED', 'CONFIDENTIAL'];
/** `END SUMMARY`, `(End comment)` without a stop; its second word alone on the line. */
const partEnd = new RegExp(
  `(?:\\bEND (?:OF )?(?:[A-Z]{3,12} ){0,3}(?:${parts.join('|')})|^(?:SUMMARY|COMMENT))\\)?$`,
  'i',
);
/** The last two letters of each. */
const partEndings = new Set(parts.map(lastLetters));

function lastLetters(text: string): number {
  return ((codeAt(text, text.length - 2) | 32) << 8) | codeAt(text, text.length - 1) | 32;
}

/** The text ends with a marker that closes a part, as `END SUMMARY` does. */
export function endsPart(text: string): boolean {
  // cheap: the endings of those words, or a closing bracket; END before the word
  if (codeAt(text, text.length - 1) !== 41 && !partEndings.has(lastLetters(text))) return false;
  if (text.length >= 10 && !text.includes('END ') && !text.includes('End ')) return false;
  return partEnd.test(text.slice(-40));
}
