import type { Cable, Lines } from '../cable.ts';
import type { CableContext } from '../context.ts';
import type { Report } from '../diagnostics.ts';
import type { LabelField } from '../lines/find-label.ts';
import { type Line, linesOf, rawOf } from '../lines/line.ts';
import type { parseMessageNumber } from '../lines/parse-classification-line.ts';
import type { DateTimeGroup } from '../lines/parse-dtg.ts';
import { parseTransmission, type TransmissionLine } from '../lines/parse-transmission.ts';
import { parseAddressees } from './parse-addressees.ts';
import { parseDistribution, parseDrafting } from './parse-distribution.ts';

/** What the head leaves to the steps behind it. */
export interface Head {
  /** Lines of the body. */
  body: Line[];
  group?: DateTimeGroup;
  /** Station's words and serial of the classification line. */
  number?: ReturnType<typeof parseMessageNumber>;
  /** A telegram is repeated inside: the words that say so. */
  repeat?: string;
  /** Its message number, from its own classification line. */
  repeated?: ReturnType<typeof parseMessageNumber>;
}

/** Tells the context what is known so far; called before each field is read. */
export type Identify = (head: Head) => void;

/** A walk over the lines of a head: where it stands, what it has seen, and the runs of lines that are not read yet. */
export interface HeadWalk {
  readonly cable: Cable;
  readonly lines: Line[];
  readonly ctx: CableContext;
  readonly report: Report;
  readonly identify: Identify;
  readonly head: Head;
  /** Labelled fields that were met. */
  readonly seen: Set<LabelField>;
  /** Lines between the fields that belong to the body. */
  readonly early: Line[];
  at: number;
  /** How many lines told that this is a head. */
  signs: number;
  format: Line[];
  /** Kind of the line above, where it was one of the transmission. */
  formatLine: TransmissionLine | undefined;
  list: { name: 'to' | 'info'; label: string; lines: Line[] } | undefined;
  distribution: Line[];
  drafting: Line[];
  inRepeat: boolean;
  /** Reasons that stand above the line that says who classified. */
  reasons: Line | undefined;
}

/** First and last raw line of a line. */
export function placeOf(line: Line): Lines {
  return [line.number, line.last ?? line.number];
}

/** Keeps a line that found no place. */
export function addUnparsed({ cable }: HeadWalk, line: Line): void {
  const unparsed = cable.unparsed ?? [];
  unparsed.push({ text: line.text.trim(), lines: placeOf(line) });
  cable.unparsed = unparsed;
}

/** Keeps a line that is no part of the text. */
export function addFurniture({ cable }: HeadWalk, kind: string, line: Line): void {
  const list = cable.furniture ?? [];
  list.push({ kind, text: line.text.trim(), lines: placeOf(line) });
  cable.furniture = list;
}

/** Reads the runs of lines that are open: format lines, a list of addressees, distribution and drafting. */
export function closeRuns(walk: HeadWalk): void {
  if (walk.format.length > 0) closeFormat(walk);
  if (walk.list) closeList(walk);
  if (walk.distribution.length > 0) closeDistribution(walk);
  if (walk.drafting.length > 0) closeDrafting(walk);
}

function closeFormat(walk: HeadWalk): void {
  const { cable, format } = walk;
  const parsed = parseTransmission(format);
  if (parsed.transmissionId !== undefined) cable.transmissionId ??= parsed.transmissionId;
  if (parsed.routing) {
    cable.routing ??= [];
    for (const route of parsed.routing) cable.routing.push(route);
  }
  if (!cable.transmission) {
    cable.transmission = parsed.transmission;
    cable.fields.push({ field: 'transmission', lines: linesOf(format) });
  } else cable.fields.push({ field: 'transmission', lines: linesOf(format), raw: rawOf(format) });
  walk.format = [];
}

/** Reads the list of addressees that is open. */
export function closeList(walk: HeadWalk): void {
  if (!walk.list) return;
  const { cable, ctx, report } = walk;
  const { name, label, lines: run } = walk.list;
  walk.list = undefined;
  const full = run.filter((line) => line.text.trim() !== '');
  if (full.length > 0) {
    cable[name] ??= [];
    const above = name === 'info' ? cable.to : undefined;
    for (const one of parseAddressees(full, report, ctx.year, above)) cable[name].push(one);
  }
  cable.fields.push({ field: name, label, lines: linesOf(run) });
}

function closeDistribution(walk: HeadWalk): void {
  const { cable } = walk;
  const parsed = parseDistribution(walk.distribution);
  if (cable.distribution) cable.fields.push({ field: 'distribution', lines: parsed.lines, raw: parsed.raw });
  else {
    cable.distribution = parsed;
    cable.fields.push({ field: 'distribution', lines: parsed.lines });
  }
  walk.distribution = [];
}

function closeDrafting(walk: HeadWalk): void {
  const { cable, drafting } = walk;
  cable.drafting = { ...parseDrafting(drafting), ...cable.drafting };
  cable.fields.push({ field: 'drafting', lines: linesOf(drafting), raw: rawOf(drafting) });
  walk.drafting = [];
}
