import type { Block, Cable, Item, Lines } from './cable.ts';
import type { Diagnostic } from './diagnostics.ts';

/** What a raw line was read as. */
export interface LineReading {
  /**
   * `field`: of the record, `name` is its name there (`dtg`, `tags`); `body`: `name` is the kind of block, `anchor` its anchor;
   * `furniture`: taken out of the text, `name` is its kind; `unparsed`: it found no place.
   */
  as: 'field' | 'body' | 'furniture' | 'unparsed';
  name: string;
  anchor?: string;
  /** Number or label of a paragraph or item, as printed. */
  label?: string;
}

export interface ExplainedLine {
  /** 1-based, in the raw text. */
  number: number;
  /** Most lines are one thing; a run-together line is several. None for blank lines. */
  readings: LineReading[];
  /** Diagnostics that begin on this line. */
  diagnostics: Diagnostic[];
}

/** What each line of a raw text was read as, from the first line of `lines` to the last; all of the text without it. */
export function explainLines(cable: Cable, lines: Lines = [1, cable.source.lines]): ExplainedLine[] {
  const [first, last] = lines;
  const explained = Array.from({ length: Math.max(0, last - first + 1) }, (_, at): ExplainedLine => {
    return { number: first + at, readings: [], diagnostics: [] };
  });
  const at = (number: number) => explained[Math.min(Math.max(number, first), last) - first];
  const mark = ([from, to]: Lines, reading: LineReading) => {
    for (let number = Math.max(from, first); number <= Math.min(to, last); number += 1) {
      const { readings } = at(number) ?? { readings: [] as LineReading[] };
      const known = readings.some(({ as, name, anchor }) => {
        return as === reading.as && name === reading.name && anchor === reading.anchor;
      });
      if (!known) readings.push(reading);
    }
  };
  for (const { field, lines: own } of cable.fields) mark(own, { as: 'field', name: field });
  for (const block of cable.body) markBlock(block, mark);
  for (const { kind, lines: own } of cable.furniture ?? []) mark(own, { as: 'furniture', name: kind });
  for (const { lines: own } of cable.unparsed ?? []) mark(own, { as: 'unparsed', name: 'unparsed' });
  for (const diagnostic of cable.diagnostics) at(diagnostic.lines[0])?.diagnostics.push(diagnostic);
  return explained.map((line) => ({ ...line, readings: innermost(line.readings) }));
}

type Mark = (lines: Lines, reading: LineReading) => void;

function markBlock(block: Block, mark: Mark): void {
  if (block.type === 'rule') {
    mark(block.lines, { as: 'body', name: 'rule' });
    return;
  }
  const label = block.type === 'paragraph' ? (block.label ?? block.number?.toString()) : undefined;
  mark(block.lines, { as: 'body', name: block.type, anchor: block.anchor, ...(label && { label }) });
  if (block.type === 'quote') for (const inner of block.body) markBlock(inner, mark);
  if (block.type === 'paragraph') for (const item of block.items ?? []) markItem(item, mark);
}

function markItem(item: Item, mark: Mark): void {
  mark(item.lines, { as: 'body', name: 'item', anchor: item.anchor, label: item.label });
  for (const inner of item.items ?? []) markItem(inner, mark);
}

/**
 * Furniture inside a paragraph is furniture, but signs around a heading (`--- SUMMARY ---`) are not all of its line; of the blocks
 * around a line the innermost is named, with others that begin there.
 */
function innermost(readings: readonly LineReading[]): LineReading[] {
  const body = readings.filter(({ as }) => as === 'body').slice(-1);
  const signs = body[0]?.name === 'heading' ? 'rule' : undefined;
  const others = readings.filter(({ as, name }) => as !== 'body' && name !== signs);
  if (others.some(({ as }) => as === 'furniture' || as === 'unparsed')) return others;
  return [...others, ...body];
}
