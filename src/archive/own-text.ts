import type { Block, Cable, Lines } from '../cable/cable.ts';

/** The lines of one cable in a text that holds several; all of a text that holds one. */
export interface OwnText {
  text: string;
  /** First and last line in the whole text, 1-based. */
  lines: Lines;
}

interface Outline {
  /** Lines of the whole text. */
  lines: string[];
  /** First line of each cable. */
  starts: number[];
}

/** A file of many cables is asked for each of them: it is cut into lines once. */
const outlines = new WeakMap<readonly Cable[], Outline>();

function outlineOf({ cables, text }: { cables: readonly Cable[]; text: string }): Outline {
  const known = outlines.get(cables);
  if (known) return known;
  const made = { lines: text.split(/\r\n|\n|\r/), starts: cables.map(firstLine) };
  outlines.set(cables, made);
  return made;
}

/** The lines of a raw text. */
export const linesOf = (read: { cables: readonly Cable[]; text: string }): readonly string[] =>
  outlineOf(read).lines;

/** Cuts a cable out of a text of several: from its first line to the one before the next cable's first. */
export function ownText(read: { cables: readonly Cable[]; text: string }, part: number): OwnText {
  const { lines, starts } = outlineOf(read);
  if (starts.length === 1) return { text: read.text, lines: [1, lines.length] };
  const first = part === 0 ? 1 : (starts[part] ?? 1);
  const next = nextStart(starts, part, first);
  const last = next === undefined ? lines.length : next - 1;
  return { text: `${lines.slice(first - 1, last).join('\n')}\n`, lines: [first, last] };
}

function firstLine(cable: Cable): number {
  const spans = [
    ...cable.fields.map(({ lines }) => lines),
    ...cable.body.map((block: Block) => block.lines),
    ...(cable.furniture ?? []).map(({ lines }) => lines),
    ...(cable.unparsed ?? []).map(({ lines }) => lines),
  ];
  let first = Number.POSITIVE_INFINITY;
  for (const [start] of spans) if (start < first) first = start;
  return Number.isFinite(first) ? first : 1;
}

function nextStart(starts: readonly number[], part: number, first: number): number | undefined {
  for (let at = part + 1; at < starts.length; at += 1) {
    const start = starts[at] as number;
    if (start > first) return start;
  }
  return undefined;
}
