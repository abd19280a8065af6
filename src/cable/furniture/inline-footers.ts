import type { Furniture } from '../cable.ts';
import { findPost, matchPost } from '../find-post.ts';
import { isBlank, type Line } from '../lines/line.ts';

const INLINE_FOOTER = /(\d{8})[ \t]{1,6}\d{3}(?:\.\d)?[ \t]OF[ \t]\d{3}(?!\d)/g;

/** Section footers inside a line of a run-together copy: the sentence goes on across them. */
export function cutInlineFooters(line: Line, furniture: Furniture[]): Line {
  const parts: string[] = [];
  let from = 0;
  for (const found of line.text.matchAll(INLINE_FOOTER)) {
    const start = stationStart(line.text, from, found.index);
    if (start === undefined) continue;
    const end = found.index + found[0].length;
    furniture.push({
      kind: 'section-footer',
      text: line.text.slice(start, end).trim(),
      lines: [line.number, line.number],
    });
    parts.push(line.text.slice(from, start).trim());
    from = end;
  }
  if (parts.length === 0) return line;
  parts.push(line.text.slice(from).trim());
  return { ...line, text: parts.filter((part) => part !== '').join(' ') };
}

/** Where the station's words begin that stand before the number of a footer. */
function stationStart(text: string, from: number, end: number): number | undefined {
  const words: { text: string; at: number }[] = [];
  let at = end;
  while (words.length < 4) {
    let last = at;
    while (last > from && isBlank(text.charCodeAt(last - 1))) last--;
    let first = last;
    while (first > from && !isBlank(text.charCodeAt(first - 1)) && last - first < 20) first--;
    const word = text.slice(first, last);
    if (!/^[A-Z][A-Z.'’-]*$/.test(word)) break;
    words.unshift({ text: word, at: first });
    at = first;
  }
  for (let skip = 0; skip < words.length; skip++) {
    const match = matchPost(
      words.map((word) => word.text),
      skip,
    );
    if (
      match &&
      match.words === words.length - skip &&
      findPost(
        words
          .slice(skip)
          .map((word) => word.text)
          .join(' '),
      )
    ) {
      return words[skip]?.at;
    }
  }
  return words[words.length - 1]?.at;
}
