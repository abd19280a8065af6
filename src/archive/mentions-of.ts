import type { Cable } from '../cable/cable.ts';
import { resolveMentions } from '../cable/references/resolve-mentions.ts';
import type { Mention } from './catalog.ts';
import { eachPiece } from './each-piece.ts';

/** Characters of an excerpt at most, without its dots. */
const LONGEST = 240;
/** Ends of a sentence before which an excerpt may begin and behind which it may end. */
const sentenceEnd = /[.!?:;]["')\]]{0,2}[ \n]/g;

/** The places in the body that name another cable: one a paragraph and cable named. */
export function mentionsOf(cable: Cable): Mention[] {
  const mentions: Mention[] = [];
  eachPiece(cable.body, ({ anchor, text }) => {
    if (anchor === undefined || text === '') return;
    const named = new Set<string>();
    for (const { id, target, start, end } of resolveMentions(text, cable)) {
      const key = `${id} ${target ?? ''}`;
      if (named.has(key)) continue;
      named.add(key);
      mentions.push({ id, anchor, ...(target && { target }), excerpt: excerptOf(text, start, end) });
    }
  });
  return mentions;
}

/** The sentence around a place of a text; as much of it before and behind as there is room for. */
export function excerptOf(text: string, start: number, end: number): string {
  const room = Math.max(0, LONGEST - (end - start));
  const before = text.slice(Math.max(0, start - room), start);
  const first = start - before.length;
  let from = first;
  for (const { index, 0: found } of before.matchAll(sentenceEnd)) from = first + index + found.length;
  const cutFront = from === first && first > 0;
  if (cutFront) from = afterBlank(text, Math.max(first, start - (room >> 1)), start);
  const space = LONGEST - (start - from);
  const behind = text.slice(end, from + Math.max(space, end - from));
  const stop = /[.!?]["')\]]{0,2}(?=[ \n]|$)/.exec(behind);
  let to = stop ? end + stop.index + stop[0].length : end + behind.length;
  const cutEnd = !stop && to < text.length;
  if (cutEnd) to = Math.max(end, text.lastIndexOf(' ', to));
  const words = text.slice(from, to).replace(/\s+/g, ' ').trim();
  return `${cutFront ? '… ' : ''}${words}${cutEnd ? ' …' : ''}`;
}

/** The place behind the first blank from `at` on, not beyond `end`. */
function afterBlank(text: string, at: number, end: number): number {
  const blank = text.indexOf(' ', at);
  return blank === -1 || blank >= end ? at : blank + 1;
}
