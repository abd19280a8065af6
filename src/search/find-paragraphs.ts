import type { CableText } from './engine.ts';
import type { Found } from './evaluate.ts';
import { type Span as Run, spansIn, wordsOf } from './find-phrase.ts';

/** A run of an excerpt, and whether it is what was looked for. */
export interface ExcerptPart {
  text: string;
  hit: boolean;
}

/** Some words of a cable, as a hit shows them. */
export interface Excerpt {
  excerpt: ExcerptPart[];
  /** Words stand before or behind the excerpt in its paragraph. */
  cut: { before: boolean; after: boolean };
}

/** A paragraph of a cable that holds what was looked for. */
export interface ParagraphHit extends Excerpt {
  anchor: string;
  /** How many words and phrases were found in it; none where it only shows how the text begins. */
  count: number;
}

export interface CableHits {
  paragraphs: ParagraphHit[];
  /** The title, where something was found in it. */
  title?: ExcerptPart[];
  /** The line of the head that has most of what neither title nor text has. */
  head?: Excerpt;
  /** Paragraphs with hits, also those not among `paragraphs`. */
  total: number;
  /** The words and phrases as the cable has them, without repeats: what is marked on its page. */
  forms: string[];
}

const EXCERPT_WORDS = 40;
const HEAD_WORDS = 12;
const LEAD_WORDS = 8;
const MAX_FORMS = 16;
const BLOCK = '¶';

interface Span extends Run {
  /** Which word or phrase of the query. */
  of: number;
}

/**
 * Finds the paragraphs of a cable that hold most of what was asked: first those with the most different words, then those
 * with the most hits, then in the order of the text. Where none does, how the text begins.
 */
export function findParagraphs(text: CableText, found: readonly Found[], limit: number): CableHits {
  const spans = spansOf(text, found);
  const starts = startsOf(text);
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
  const body = ranked.filter(({ block }) => starts[block]?.id !== undefined);
  const best = body.slice(0, limit).sort((a, b) => a.block - b.block);
  const shown = best.map(({ block, inside }) => paragraphHit(text, starts, block, inside));
  return {
    paragraphs: shown.length > 0 ? shown : opening(text, starts),
    ...headHits(text, starts, ranked),
    total: body.length,
    forms: formsOf(text, spans),
  };
}

/** Where a block begins: a paragraph at its anchor, a line of the head at its sign. */
interface Start {
  position: number;
  /** Left out for a line of the head. */
  id?: string;
}

interface Block {
  block: number;
  inside: readonly Span[];
}

/** The page gives its text the anchor `text`; what stands before it is the cable's head, line by line. */
function startsOf({ words, anchors }: CableText): Start[] {
  const body = anchors.find(({ id }) => id === 'text') ?? anchors[0];
  const top = body?.position ?? words.length;
  const head = words.slice(0, top).flatMap((word, position) => (word === BLOCK ? [{ position }] : []));
  const rest = anchors.filter(({ position }) => position >= top);
  return [...head, ...rest.sort((a, b) => a.position - b.position)];
}

/** The opening words of a cable's text. */
function opening(text: CableText, starts: readonly Start[]): ParagraphHit[] {
  const first = starts.findIndex(({ id }) => id !== undefined && /^p\d/.test(id));
  return first < 0 ? [] : [paragraphHit(text, starts, first, [])];
}

/** Hits in the title; and of the lines of the head the one that has most of what stands nowhere else. */
function headHits(
  text: CableText,
  starts: readonly Start[],
  ranked: readonly Block[],
): Pick<CableHits, 'title' | 'head'> {
  const title = text.meta.title?.toLowerCase();
  const told = new Set<number>();
  const lines: Block[] = [];
  let inTitle: ExcerptPart[] | undefined;
  for (const { block, inside } of ranked) {
    const isHead = starts[block]?.id === undefined;
    const whole = isHead ? excerptOf(text, starts, block, inside, text.words.length).excerpt : [];
    const isTitle =
      isHead &&
      whole
        .map((part) => part.text)
        .join(' ')
        .toLowerCase() === title;
    if (isTitle) inTitle ??= whole;
    if (isHead && !isTitle) lines.push({ block, inside });
    else for (const { of } of inside) told.add(of);
  }
  const news = ({ inside }: Block) => new Set(inside.flatMap(({ of }) => (told.has(of) ? [] : [of]))).size;
  const [line] = lines.filter((each) => news(each) > 0).sort((a, b) => news(b) - news(a));
  return {
    ...(inTitle ? { title: inTitle } : {}),
    ...(line ? { head: excerptOf(text, starts, line.block, line.inside, HEAD_WORDS) } : {}),
  };
}

function spansOf(text: CableText, found: readonly Found[]): Span[] {
  const spans = found.flatMap(({ query, negative }, of) =>
    negative ? [] : spansIn(text, wordsOf(query)).map((run) => ({ ...run, of })),
  );
  return spans.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** The block that a place lies in: binary search over their starts; -1 before the first. */
function lastAtOrBefore(starts: readonly Start[], position: number): number {
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
  starts: readonly Start[],
  block: number,
  spans: readonly Span[],
): ParagraphHit {
  const anchor = starts[block]?.id ?? '';
  return { anchor, ...excerptOf(text, starts, block, spans, EXCERPT_WORDS), count: spans.length };
}

/** At most `length` words of a block, where most hits are. */
function excerptOf(
  text: CableText,
  starts: readonly Start[],
  block: number,
  spans: readonly Span[],
  length: number,
): Excerpt {
  const first = starts[block]?.position ?? 0;
  const next = starts.slice(block + 1).find(({ position }) => position > first);
  const last = next?.position ?? text.words.length;
  const from = Math.max(first, Math.min(bestStart(spans, first) - LEAD_WORDS, last - length));
  const to = Math.min(last, from + length);
  return {
    excerpt: excerptParts(text.words, from, to, spans),
    cut: { before: from > first + 1, after: to < last },
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
