import { indexWord } from '../query/index-word.ts';

/** What the index leaves out of a cable's page is not marked either. */
const LEFT_OUT =
  '.num, .mark, .banner, .notices, .dateline, .means, .end-marks, .unseen, .tools, dt, nav, button, script, style';
const BLOCKS = 'p, li, h1, h2, h3, h4, h5, h6, pre, td, th, dd, blockquote, figcaption, summary';

interface Piece {
  node: Text;
  /** Where its text begins in the block's. */
  start: number;
}

/**
 * Marks words and phrases in a text, spelt in whatever case and with whatever marks around them.
 *
 * @param forms words or phrases
 * @returns the marks of each hit, in the order of the text: more than one where a hit runs over inner elements
 */
export function markWords(root: Element, forms: readonly string[]): HTMLElement[][] {
  const wanted = forms
    .map((form) => form.split(/\s+/).map(indexWord).filter(Boolean))
    .filter((words) => words.length > 0)
    .sort((a, b) => b.length - a.length);
  const hits: HTMLElement[][] = [];
  for (const pieces of blocksOf(root)) hits.push(...markBlock(pieces, wanted));
  return hits;
}

/** Takes the marks away again; the text is as it was. */
export function unmark(root: Element): void {
  for (const mark of root.querySelectorAll('mark.searched')) {
    const parent = mark.parentNode;
    mark.replaceWith(...mark.childNodes);
    parent?.normalize();
  }
}

/** The texts of each block, in the order of the page. */
function blocksOf(root: Element): Piece[][] {
  const blocks: Piece[][] = [];
  let block: Element | null = null;
  let length = 0;
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    const parent = node.parentElement;
    if (!parent || parent.closest(LEFT_OUT)) continue;
    const own = parent.closest(BLOCKS);
    if (own !== block || blocks.length === 0) {
      blocks.push([]);
      block = own;
      length = 0;
    }
    blocks.at(-1)?.push({ node, start: length });
    length += node.data.length;
  }
  return blocks;
}

function markBlock(pieces: readonly Piece[], wanted: readonly string[][]): HTMLElement[][] {
  const text = pieces.map(({ node }) => node.data).join('');
  const words = [...text.matchAll(/\S+/g)]
    .map(({ 0: word, index }) => ({ word: indexWord(word), start: index, end: index + word.length }))
    .filter(({ word }) => word !== '');
  const spans: [start: number, end: number][] = [];
  for (let at = 0; at < words.length; at += 1) {
    const found = wanted.find((form) => form.every((word, index) => words[at + index]?.word === word));
    if (!found) continue;
    const last = words[at + found.length - 1];
    spans.push([words[at]?.start ?? 0, last?.end ?? 0]);
    at += found.length - 1;
  }
  // From the end on, so that the places before stay true.
  return spans
    .reverse()
    .map((span) => wrap(pieces, trimmed(text, span)))
    .reverse();
}

/** Without the marks before and behind the word. */
function trimmed(text: string, [start, end]: [number, number]): [number, number] {
  const letter = /[\p{L}\p{N}]/u;
  let first = start;
  let last = end;
  while (first < last && !letter.test(text[first] as string)) first += 1;
  while (last > first && !letter.test(text[last - 1] as string)) last -= 1;
  return first < last ? [first, last] : [start, end];
}

function wrap(pieces: readonly Piece[], [start, end]: [number, number]): HTMLElement[] {
  const marks: HTMLElement[] = [];
  for (const { node, start: from } of pieces.toReversed()) {
    const first = Math.max(0, start - from);
    const last = Math.min(node.data.length, end - from);
    if (first >= last) continue;
    const rest = node.splitText(first);
    rest.splitText(last - first);
    const mark = document.createElement('mark');
    mark.className = 'searched';
    rest.replaceWith(mark);
    mark.append(rest);
    marks.unshift(mark);
  }
  return marks;
}
