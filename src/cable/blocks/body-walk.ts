import type { Block, Furniture } from '../cable.ts';
import type { Report } from '../diagnostics.ts';
import { type Line, linesOf } from '../lines/line.ts';
import { endsOpen, endsPart, endsSentence, firstWordLength, goesOn, isTitle } from '../lines/sentence.ts';
import type { Sequence } from '../rows/accept-number.ts';
import type { Row } from '../rows/body-row.ts';
import { followingNumbers } from '../rows/look-ahead.ts';
import { parseMarkBehindWord } from '../rows/parse-mark.ts';
import { findQuotes, type QuoteSpan } from '../rows/quote-markers.ts';
import { labelled, type WrapContext } from '../rows/unwrap.ts';
import type { Anchors } from './anchors.ts';
import { type ListPlace, OpenParagraph } from './open-paragraph.ts';

/** What the steps of one body share. */
export interface Scope {
  anchors: Anchors;
  report: Report;
  context: WrapContext;
  furniture: Furniture[];
  /** The text is a cable's, not a fragment: a first number over 1 is worth a report. */
  whole: boolean;
  /** How many texts this one is quoted in. */
  depth: number;
}

export interface OpenSequence extends Sequence {
  taken: Set<number>;
}

/** A walk over the rows of a text: where it stands, what is open, and what stood before. */
export interface BodyWalk extends Scope {
  readonly rows: Row[];
  /** For each row the next one behind it with a number. */
  readonly following: readonly (Row | undefined)[];
  /** Quoted texts, by the row that opens them. */
  readonly quotes: Map<number, QuoteSpan>;
  /** Reads the lines of a text that is quoted in this one. */
  readonly parseQuoted: (lines: readonly Line[]) => Block[];
  readonly body: Block[];
  at: number;
  sequence: OpenSequence;
  /** Sequences that wait until a list or an enclosure with its own numbers ends. */
  readonly outer: OpenSequence[];
  open: OpenParagraph | undefined;
  openAnchor: string;
  /** How far the number of the open paragraph stands in. */
  indent: number;
  /** The list that a heading or a paragraph without a number broke off: how it looks, and its next entry. */
  broken: ListPlace | undefined;
  /** Directly behind a heading, a quoted text, or first of all. */
  headed: boolean;
  /** Behind a blank line. */
  blank: boolean;
  /** The line above as it stands; nothing where it is no running text. */
  lastLine: string;
  lastSection: number | undefined;
  /** The text of the open paragraph before the row in question, and whether a sentence ends there. */
  last: string;
  lastEnds: boolean;
  /** What stands before the row is at its end. */
  ended: boolean;
  /** The row may begin something: behind a blank line, an end, a page's foot. */
  strong: boolean;
}

const maximumQuoteDepth = 4;
/** `... on Monday. (All)`: a source in brackets behind the stop. */
const aside = /[.?!]["”]? {1,2}\([^().]{1,40}\)$/;
/** `(C - ENTIRE TEXT)`: a line in brackets throughout. */
const inBrackets = /^\([^()]{1,60}\)$/;
/** A stop that ends no sentence. */
const shortened =
  /(?:^|[ (.])(?:[A-Z]|Mr|Mrs|Ms|Dr|Gen|Col|Lt|Sen|Rep|St|No|Art|pop|p|vs?|Amb|MR|DR|GEN|COL|NO|ART)\.$/;

/** A walk that stands before the first row. */
export function startWalk(
  rows: Row[],
  scope: Scope,
  parseQuoted: BodyWalk['parseQuoted'],
  section: number | undefined,
): BodyWalk {
  return {
    ...scope,
    rows,
    following: followingNumbers(rows),
    quotes: scope.depth < maximumQuoteDepth ? findQuotes(rows) : new Map(),
    parseQuoted,
    body: [],
    at: 0,
    sequence: { expected: 1, started: false, marked: false, look: undefined, taken: new Set() },
    outer: [],
    open: undefined,
    openAnchor: '',
    indent: 0,
    broken: undefined,
    headed: true,
    blank: true,
    lastLine: '',
    lastSection: section,
    last: '',
    lastEnds: false,
    ended: true,
    strong: true,
  };
}

/** Takes in what stands before a row. */
export function comeTo(walk: BodyWalk, { line, text }: Row): void {
  const last = walk.open ? walk.open.lastText() : '';
  walk.last = last;
  walk.lastEnds = endsSentence(last) || endsPart(last) || endsBehindStop(last);
  // the foot of a page stands behind an initial: J. / Roe
  if (line.afterFurniture && walk.lastEnds && shortened.test(last.slice(-6)))
    walk.lastEnds = !walk.context.capitals && isTitle(text);
  walk.ended =
    walk.headed || last === '' || walk.lastEnds || (last.charCodeAt(0) === 40 && inBrackets.test(last));
  walk.strong = walk.blank || walk.ended || line.afterFurniture === true;
}

/** The row is the line above of the next one. */
export function goPast(walk: BodyWalk, { line }: Row): void {
  walk.headed = false;
  walk.blank = false;
  walk.lastLine = line.text;
  walk.lastSection = line.section;
}

/** What stands before the next row is no running text. */
export function breakOff(walk: BodyWalk, { headed, blank }: Pick<BodyWalk, 'headed' | 'blank'>): void {
  walk.headed = headed;
  walk.blank = blank;
  walk.lastLine = '';
}

/** Opens a paragraph without a number. */
export function openPlain(walk: BodyWalk, row: Row): void {
  closeParagraph(walk);
  walk.openAnchor = walk.anchors.unnumbered();
  const read = row.mark ?? parseMarkBehindWord(row.text);
  walk.open = new OpenParagraph(row.line, undefined, undefined, read?.mark);
  walk.open.add(read ? read.rest : row.text, row);
}

export function closeParagraph(walk: BodyWalk): void {
  const { open, openAnchor, anchors, context } = walk;
  if (!open) return;
  walk.broken = open.list() ?? walk.broken;
  walk.body.push(open.close(openAnchor, anchors, context));
  walk.open = undefined;
}

/** Keeps a rule that belongs to a heading or is layout, or a sign that held the place of blanks. */
export function addRule({ furniture }: BodyWalk, line: Line): void {
  furniture.push({ kind: 'rule', text: line.text.trim(), lines: linesOf([line]) });
}

/** Characters that a text wrapped at the usual width would still have set behind the line above. */
export function room({ context, lastLine }: BodyWalk): number {
  return (context.width || 60) - lastLine.length;
}

/** The line above is short, so that a wrapped text would have gone on in it. */
export function isCutShort(walk: BodyWalk, text: string): boolean {
  if (firstWordLength(text) >= room(walk) - 15) return false;
  const entry = entryKind(text);
  return !goesOn(text) && !endsOpen(walk.last) && (entry === 0 || entry !== entryKind(walk.last));
}

/** How an entry of a list looks: `Name: Roe`, `Jane Roe, Minister of Ports`; 0 for none. */
function entryKind(text: string): number {
  return labelled.test(text) ? 1 : text.includes(', ') ? 2 : 0;
}

/** The sentence ended before a bracket. */
function endsBehindStop(text: string): boolean {
  return text.charCodeAt(text.length - 1) === 41 && aside.test(text.slice(-60));
}
