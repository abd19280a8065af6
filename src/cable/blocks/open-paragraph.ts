import type { Item, Paragraph, PortionMark } from '../cable.ts';
import type { Line } from '../lines/line.ts';
import { endsSentence } from '../lines/sentence.ts';
import type { Row } from '../rows/body-row.ts';
import type { ItemLabel } from '../rows/item-label.ts';
import { labelled, unwrap, type WrapContext } from '../rows/unwrap.ts';
import type { Anchors } from './anchors.ts';

/** A paragraph or sub-item whose lines still come in. */
interface OpenPart {
  first: Line;
  last: Line;
  texts: string[];
  /** One of the texts may hold two blanks in a row or a tab. */
  spaced: boolean;
  items: OpenItem[];
}

interface OpenItem extends OpenPart {
  scheme: string;
  ordinal: number;
  label: string;
  indent: number;
  /** How far its lines behind the first stand in, or those of the one before. */
  hang: number;
  /** Where the words behind its label begin. */
  column: number;
  mark: PortionMark | undefined;
}

const maximumDepth = 6;

/** Where a list stands: how its labels look, and which entry is the next. */
export interface ListPlace {
  scheme: string;
  next: number;
}

/** `a.` for `A.` and the reverse. */
export function swapCase(scheme: string): string {
  const small = scheme.toLowerCase();
  return small === scheme ? scheme.toUpperCase() : small;
}

/** A paragraph that is being read: its own lines, then its sub-items, nested by their label schemes. */
export class OpenParagraph {
  readonly number: number | undefined;
  readonly #label: string | undefined;
  readonly #root: OpenPart;
  readonly #mark: PortionMark | undefined;
  /** The chain of open sub-items, outermost first. */
  #chain: OpenItem[] = [];
  #broken = false;

  constructor(line: Line, number?: number, label?: string, mark?: PortionMark) {
    this.number = number;
    this.#label = label;
    this.#mark = mark;
    this.#root = { first: line, last: line, texts: [], spaced: false, items: [] };
  }

  /** The last sub-item, if one is open. Most often none is, and to ask an array for what lies before its first is slow. */
  #item(): OpenItem | undefined {
    const chain = this.#chain;
    return chain.length > 0 ? chain[chain.length - 1] : undefined;
  }

  /** Where lines come in: the last sub-item, or the paragraph itself. */
  #part(): OpenPart {
    return this.#item() ?? this.#root;
  }

  /** Whether its first words are so. */
  begins(words: RegExp): boolean {
    return words.test(this.#root.texts[0] ?? '');
  }

  /** Words stand in what comes in last: the paragraph's own text, or an entry's. */
  holds(words: string): boolean {
    return this.#part().texts.some((text) => text.includes(words));
  }

  /** Accepts a row of running text, or the part of it behind a label: of the paragraph, or of its last sub-item. */
  add(text: string, { line, spaced, indent }: Row): void {
    const item = this.#item();
    const part = item ?? this.#root;
    const { texts } = part;
    if (item && item.first !== line) item.hang = indent;
    if (text !== '') texts.push(this.#broken && texts.length > 0 ? `\n${text}` : text);
    if (spaced) part.spaced = true;
    this.#broken = false;
    for (const one of this.#chain) one.last = line;
    this.#root.last = line;
  }

  /** Opens a sub-item; `under`: a bullet of another look than the one that is open, which comes again behind it. */
  addItem(item: ItemLabel, row: Row, under = false): void {
    let scheme = item.scheme;
    let ordinal = item.ordinal;
    // `i.` under a letter list that does not expect it is a roman number
    if (item.roman !== undefined && ordinal !== this.expects(scheme)) {
      scheme = scheme.replace(/[aA]/, (letter) => (letter === 'a' ? 'i' : 'I'));
      ordinal = item.roman;
    }
    // a marked `B.` behind `a.` is the same list
    if (item.mark && this.expects(scheme) !== ordinal && this.expects(swapCase(scheme)) === ordinal) {
      scheme = swapCase(scheme);
    }
    const same = this.#chain.findIndex((one) => one.scheme === scheme);
    let depth = ordinal === 0 ? this.#depthOfBullet(scheme, row.indent) : same;
    if (depth < 0 || (under && same < 0)) depth = this.#chain.length;
    depth = Math.min(depth, maximumDepth);
    if (depth < this.#chain.length) this.#chain.length = depth;
    const { items } = this.#part();
    const open: OpenItem = {
      first: row.line,
      last: row.line,
      texts: [],
      spaced: false,
      items: [],
      scheme,
      ordinal,
      label: item.label,
      indent: row.indent,
      hang: items.at(-1)?.hang ?? 0,
      column: row.indent + row.text.length - item.rest.length,
      mark: item.mark,
    };
    items.push(open);
    this.#chain.push(open);
    this.add(item.rest, row);
  }

  /** A line that stands in as the lines above it do, or the words behind the label, deeper than the label of the last sub-item: more of that. */
  hangs(indent: number): boolean {
    const item = this.#item();
    if (item === undefined || indent < item.indent + 2) return false;
    return indent === item.hang || (item.indent > 0 && indent === item.column);
  }

  /** The level of a bullet: the one with its look, unless it stands deeper; a new look goes by its place. -1: one deeper. */
  #depthOfBullet(scheme: string, indent: number): number {
    const chain = this.#chain;
    const same = chain.findLastIndex((one) => one.scheme === scheme && one.indent <= indent + 1);
    const open = chain[same];
    if (open) {
      const deeper = indent - open.indent;
      const heads = same === chain.length - 1 && (open.texts[open.texts.length - 1] ?? '').endsWith(':');
      return deeper >= 4 || (deeper >= 2 && heads) ? -1 : same;
    }
    const first = chain.findIndex((one) => one.scheme === scheme);
    if (first >= 0) return first;
    const level = chain.findIndex((one) => one.ordinal === 0 && one.indent >= indent);
    const other = chain[level];
    if (!other) return -1;
    return indent < other.indent || scheme.length <= other.scheme.length ? level : -1;
  }

  /** The next ordinal that a list of this look expects; 0 where none is open. */
  expects(scheme: string): number {
    for (const one of this.#chain) if (one.scheme === scheme) return one.ordinal + 1;
    return 0;
  }

  /** One of the entries above the last one has a list of this look under it. */
  hadUnder(scheme: string): boolean {
    const { items } = this.#chain[this.#chain.length - 2] ?? this.#root;
    return items.slice(-30).some((one) => one.items[0]?.scheme === scheme);
  }

  /** The outermost list that is open, if it is no bullets. */
  list(): ListPlace | undefined {
    const first = this.#chain[0];
    return first && first.ordinal > 0 ? { scheme: first.scheme, next: first.ordinal + 1 } : undefined;
  }

  /** How the bullet looks that is open, if one is. */
  bullet(): string | undefined {
    const last = this.#item();
    return last?.ordinal === 0 ? last.scheme : undefined;
  }

  /** The text of the line read last. */
  lastText(): string {
    const { texts } = this.#part();
    return texts.length > 0 ? (texts[texts.length - 1] as string) : '';
  }

  /** Its only text is a short line without a stop, as a heading is. */
  headsItself(): boolean {
    const { texts } = this.#root;
    if (texts.length !== 1 || this.#chain.length > 0) return false;
    const text = texts[0] as string;
    return text.length < 60 && !endsSentence(text);
  }

  /** The next line begins behind a line end that stays. */
  breakLine(): void {
    this.#broken = true;
  }

  hasItems(): boolean {
    return this.#root.items.length > 0;
  }

  /** An entry of its list has a `Label: value` below its first line. */
  holdsLabels(): boolean {
    return this.#root.items.some(({ texts }) => texts.some((text, at) => at > 0 && labelled.test(text)));
  }

  close(anchor: string, anchors: Anchors, context: WrapContext): Paragraph {
    const { first, last, texts, spaced, items } = this.#root;
    // of few shapes, so that reading them is fast
    const paragraph = {
      type: 'paragraph',
      lines: [first.number, last.last ?? last.number],
      anchor,
      number: this.number,
      label: this.#label,
    } as Paragraph;
    if (this.#mark !== undefined) paragraph.mark = this.#mark;
    paragraph.text =
      texts.length > 0 ? unwrap(texts, context, { alone: this.number === undefined, spaced }) : '';
    paragraph.items = closeItems(items, anchor, anchors, context);
    paragraph.section = first.section;
    return paragraph;
  }
}

function closeItems(
  open: readonly OpenItem[],
  parent: string,
  anchors: Anchors,
  context: WrapContext,
): Item[] | undefined {
  if (open.length === 0) return undefined;
  let bullets = 0;
  return open.map((one) => {
    if (one.ordinal === 0) bullets += 1;
    const place = one.scheme === '1.a' ? one.label.slice(one.label.indexOf('.') + 1) : one.label;
    const anchor = anchors.under(parent, one.ordinal === 0 ? `b${bullets}` : place);
    return {
      lines: [one.first.number, one.last.last ?? one.last.number],
      anchor,
      label: one.label,
      mark: one.mark,
      text: one.texts.length > 0 ? unwrap(one.texts, context, one) : '',
      items: closeItems(one.items, anchor, anchors, context),
    };
  });
}
