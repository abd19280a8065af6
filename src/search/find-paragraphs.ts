import type { CableText } from './engine.ts';
import type { Found } from './evaluate.ts';
import { type Span as Run, spansIn, wordsOf } from './find-phrase.ts';

/** A run of an excerpt, and whether it is what was looked for. */
export interface ExcerptPart {
  text: string;
  hit: boolean;
}

/** A paragraph of a cable that holds what was looked for. */
export interface ParagraphHit {
  /** Left out for the words above the first paragraph: subject and head. */
  anchor?: string;
  excerpt: ExcerptPart[];
  /** Words stand before or behind the excerpt in its paragraph. */
  cut: { before: boolean; after: boolean };
  /** How many words and phrases were found in it. */
  count: number;
}

export interface CableHits {
  paragraphs: ParagraphHit[];
  /** Paragraphs with hits, also those not among `paragraphs`. */
  total: number;
  /** The words and phrases as the cable has them, without repeats: what is marked on its page. */
  forms: string[];
}

const EXCERPT_WORDS = 40;
const LEAD_WORDS = 8;
const MAX_FORMS = 16;
const BLOCK = '¶';

interface Span extends Run {
  /** Which word or phrase of the query. */
  of: number;
}

/**
 * Finds the paragraphs of a cable that hold most of what was asked: first those with the most different words, then those
 * with the most hits, then in the order of the text.
 */
export function findParagraphs(text: CableText, found: readonly Found[], limit: number): CableHits {
  const spans = spansOf(text, found);
  const starts = text.anchors.toSorted((a, b) => a.position - b.position);
  const blocks = new Map<number, Span[]>();
  for (const span of spans) {
    const block = lastAtOrBefore(starts, span.start);
    const inside = blocks.get(block);
    if (inside) inside.push(span);
    else blocks.set(block, [span]);
  }
  const ranked = [...blocks].map(([block, inside]) => ({
    block,
    inside,
    different: new Set(inside.map(({ of }) => of)).size,
  }));
  ranked.sort((a, b) => b.different - a.different || b.inside.length - a.inside.length || a.block - b.block);
  const best = ranked.slice(0, limit).sort((a, b) => a.block - b.block);
  const paragraphs = best.map(({ block, inside }) => paragraphHit(text, starts, block, inside));
  return { paragraphs, total: blocks.size, forms: formsOf(text, spans) };
}

/** The opening words of a cable's text, for a query without words. */
export function opening(text: CableText): ParagraphHit[] {
  const starts = text.anchors.toSorted((a, b) => a.position - b.position);
  const first = starts.findIndex(({ id }) => /^p\d/.test(id));
  if (first < 0) return [];
  return [{ ...paragraphHit(text, starts, first, []), count: 0 }];
}

function spansOf(text: CableText, found: readonly Found[]): Span[] {
  const spans = found.flatMap(({ query, negative }, of) =>
    negative ? [] : spansIn(text, wordsOf(query)).map((run) => ({ ...run, of })),
  );
  return spans.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** The block that a place lies in: binary search over the anchors; -1 before the first. */
function lastAtOrBefore(starts: CableText['anchors'], position: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle]?.position ?? 0) <= position) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function paragraphHit(
  text: CableText,
  starts: CableText['anchors'],
  block: number,
  spans: readonly Span[],
): ParagraphHit {
  const first = starts[block]?.position ?? 0;
  const next = starts.slice(block + 1).find(({ position }) => position > first);
  const last = next?.position ?? text.words.length;
  const from = Math.max(first, bestStart(spans, first) - LEAD_WORDS);
  const to = Math.min(last, from + EXCERPT_WORDS);
  const excerpt = excerptParts(text.words, from, to, spans);
  const anchor = starts[block]?.id;
  return {
    ...(anchor === undefined ? {} : { anchor }),
    excerpt,
    cut: { before: from > first + 1, after: to < last },
    count: spans.length,
  };
}

/** Start of the window of an excerpt's length that holds most hits. */
function bestStart(spans: readonly Span[], first: number): number {
  let best = spans[0]?.start ?? first;
  let most = 0;
  for (const { start } of spans) {
    const inside = spans.filter(
      (each) => each.start >= start && each.end <= start + EXCERPT_WORDS - LEAD_WORDS,
    );
    const different = new Set(inside.map(({ of }) => of)).size;
    const value = different * 1000 + inside.length;
    if (value > most) [most, best] = [value, start];
  }
  return best;
}

function excerptParts(
  words: readonly string[],
  from: number,
  to: number,
  spans: readonly Span[],
): ExcerptPart[] {
  const parts: ExcerptPart[] = [];
  for (let at = from; at < to; at += 1) {
    const word = words[at];
    if (word === undefined || word === BLOCK) continue;
    const hit = spans.some(({ start, end }) => at >= start && at < end);
    const last = parts.at(-1);
    if (last && last.hit === hit) last.text += ` ${word}`;
    else parts.push({ text: word, hit });
  }
  return parts;
}

function formsOf({ words }: CableText, spans: readonly Span[]): string[] {
  const forms = new Map<string, string>();
  for (const { start, end } of spans) {
    const form = words
      .slice(start, end)
      .map((word) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''))
      .join(' ');
    const key = form.toLowerCase();
    if (form !== '' && !forms.has(key)) forms.set(key, form);
    if (forms.size >= MAX_FORMS) break;
  }
  return [...forms.values()];
}
