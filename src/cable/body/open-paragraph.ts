import type { Item, Paragraph, PortionMark } from '../cable.ts';
import type { Line } from '../lines/line.ts';
import { endsSentence } from '../lines/sentence.ts';
import type { Anchors } from './anchors.ts';
import type { Row } from './body-row.ts';
import type { ItemLabel } from './item-label.ts';
import { unwrap, type WrapContext } from './unwrap.ts';

/** A paragraph or sub-item whose lines still come in. */
interface OpenPart {
  first: Line;
  last: Line;
  texts: string[];
  items: OpenItem[];
}

interface OpenItem extends OpenPart {
  scheme: string;
  ordinal: number;
  label: string;
  indent: number;
  mark?: PortionMark;
}

/** A paragraph that is being read: its own lines, then its sub-items, nested by their label schemes. */
export interface OpenParagraph {
  number?: number;
  label?: string;
  /** Accepts a line of running text: of the paragraph, or of its last sub-item. */
  add(text: string, line: Line): void;
  /** A portion mark on the line behind the number. False where it has one already, or text. */
  takeMark(mark: PortionMark): boolean;
  /** Opens a sub-item; `under`: a bullet of another look than the one that is open, which comes again behind it. */
  addItem(item: ItemLabel, row: Row, under?: boolean): void;
  /** How the bullet looks that is open, if one is. */
  bullet(): string | undefined;
  /** The next ordinal that a list of this look expects; 0 where none is open. */
  expects(scheme: string): number;
  /** The text of the line read last. */
  lastText(): string;
  /** Its only text is a short line without a stop, as a heading is; behind a number, unless that is not asked for. */
  headsItself(options?: { numbered: boolean }): boolean;
  /** The next line begins behind a line end that stays. */
  breakLine(): void;
  hasItems(): boolean;
  isEmpty(): boolean;
  close(anchor: string, anchors: Anchors, context: WrapContext): Paragraph;
}

const maximumDepth = 6;

/** `a.` for `A.` and the reverse. */
export function swapCase(scheme: string): string {
  const small = scheme.toLowerCase();
  return small === scheme ? scheme.toUpperCase() : small;
}

/** Opens a paragraph at a line. */
export function openParagraph(
  line: Line,
  { number, label, mark }: { number?: number; label?: string; mark?: PortionMark },
): OpenParagraph {
  const root: OpenPart = { first: line, last: line, texts: [], items: [] };
  /** The chain of open sub-items, outermost first. */
  let chain: OpenItem[] = [];
  let broken = false;
  let own = mark;

  function part(): OpenPart {
    return chain.length > 0 ? (chain[chain.length - 1] as OpenItem) : root;
  }

  /** The level of a bullet: the one with its look, unless it stands deeper; a new look goes by its place. -1: one deeper. */
  function depthOfBullet(scheme: string, indent: number): number {
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

  return {
    number,
    label,
    add(text, at) {
      const open = part();
      if (text !== '') open.texts.push(broken && open.texts.length > 0 ? `\n${text}` : text);
      broken = false;
      for (const one of chain) one.last = at;
      root.last = at;
    },
    takeMark(printed) {
      if (number === undefined || own !== undefined || !this.isEmpty()) return false;
      own = printed;
      return true;
    },
    addItem(item, row, under = false) {
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
      let depth =
        ordinal === 0 ? depthOfBullet(scheme, row.indent) : chain.findIndex((one) => one.scheme === scheme);
      if (depth < 0 || (under && !chain.some((one) => one.scheme === scheme))) depth = chain.length;
      depth = Math.min(depth, maximumDepth);
      chain = chain.slice(0, depth);
      const open: OpenItem = {
        first: row.line,
        last: row.line,
        texts: [],
        items: [],
        scheme,
        ordinal,
        label: item.label,
        indent: row.indent,
        ...(item.mark ? { mark: item.mark } : {}),
      };
      part().items.push(open);
      chain.push(open);
      this.add(item.rest, row.line);
    },
    expects(scheme) {
      const open = chain.find((one) => one.scheme === scheme);
      return open ? open.ordinal + 1 : 0;
    },
    bullet() {
      const last = chain[chain.length - 1];
      return last?.ordinal === 0 ? last.scheme : undefined;
    },
    lastText() {
      const { texts } = part();
      return texts.length > 0 ? (texts[texts.length - 1] as string) : '';
    },
    headsItself({ numbered } = { numbered: true }) {
      const text = root.texts[0] ?? '';
      return (
        (number !== undefined || !numbered) &&
        root.texts.length === 1 &&
        chain.length === 0 &&
        text.length < 60 &&
        !endsSentence(text)
      );
    },
    breakLine() {
      broken = true;
    },
    hasItems: () => root.items.length > 0,
    isEmpty: () => root.texts.length === 0 && root.items.length === 0,
    close(anchor, anchors, context) {
      const paragraph = {
        type: 'paragraph',
        lines: [root.first.number, root.last.last ?? root.last.number],
        anchor,
      } as Paragraph;
      if (number !== undefined) paragraph.number = number;
      if (label !== undefined) paragraph.label = label;
      if (own !== undefined) paragraph.mark = own;
      paragraph.text =
        root.texts.length > 0 ? unwrap(root.texts, context, { alone: number === undefined }) : '';
      if (root.items.length > 0) paragraph.items = closeItems(root.items, anchor, anchors, context);
      if (root.first.section !== undefined) paragraph.section = root.first.section;
      return paragraph;
    },
  };
}

function closeItems(
  open: readonly OpenItem[],
  parent: string,
  anchors: Anchors,
  context: WrapContext,
): Item[] {
  let bullets = 0;
  return open.map((one) => {
    if (one.ordinal === 0) bullets += 1;
    const place = one.scheme === '1.a' ? one.label.slice(one.label.indexOf('.') + 1) : one.label;
    const anchor = anchors.under(parent, one.ordinal === 0 ? `b${bullets}` : place);
    return {
      lines: [one.first.number, one.last.last ?? one.last.number],
      anchor,
      label: one.label,
      ...(one.mark ? { mark: one.mark } : {}),
      text: one.texts.length > 0 ? unwrap(one.texts, context) : '',
      ...(one.items.length > 0 ? { items: closeItems(one.items, anchor, anchors, context) } : {}),
    };
  });
}
