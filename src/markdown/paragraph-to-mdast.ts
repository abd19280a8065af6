import type { BlockContent, List, ListItem, PhrasingContent, Text } from 'mdast';
import type { Item, Paragraph, PortionMark } from '../cable/cable.ts';
import { cleanText } from './clean-text.ts';
import { linesOfText, phrasingOf } from './phrasing.ts';
import { aliasesOf, claimId, positionOf, type TreeBuilder } from './tree-builder.ts';

/** A paragraph with its number and mark, and the list of its sub-items behind it. Without any word: nothing. */
export function paragraphToMdast(block: Paragraph, builder: TreeBuilder): BlockContent[] {
  const id = claimId(block.anchor, builder);
  const printed = printedNumber(block);
  const words = phrasingOf(block.text, block.lines, builder);
  const mark = markOf(block.mark);
  const items = [listOf(block.items ?? [], builder)].filter((list) => list.children.length > 0);
  const aliases = aliasesOf(block.anchor, builder);
  if (words.length === 0 && mark.length === 0 && printed === undefined && aliases.length === 0) {
    for (const list of items) list.data = { hProperties: { className: ['items'], id } };
    return items;
  }
  const paragraph: BlockContent = {
    type: 'paragraph',
    children: withBlanks(aliases, numberOf(printed, 'paragraph', id, builder), mark, words),
    position: positionOf(block.lines, builder),
    data: {
      hProperties: {
        className: printed === undefined ? ['para', 'unnumbered'] : ['para'],
        id,
        dataMark: markName(block.mark),
        dataRole: block.role,
      },
    },
  };
  return [paragraph, ...items];
}

function listOf(items: readonly Item[], builder: TreeBuilder): List {
  return {
    type: 'list',
    ordered: false,
    spread: false,
    children: items.flatMap((item) => listItemsOf(item, builder)),
    data: { hProperties: { className: ['items'] } },
  };
}

/** The item; where it has no word of its own, those under it. */
function listItemsOf(item: Item, builder: TreeBuilder): ListItem[] {
  const label = linesOfText(item.label).join(' ');
  const words = phrasingOf(item.text, item.lines, builder);
  const mark = markOf(item.mark);
  if (words.length === 0 && mark.length === 0 && isBullet(label)) {
    return (item.items ?? []).flatMap((inner) => listItemsOf(inner, builder));
  }
  const id = claimId(item.anchor, builder);
  const inner = item.items?.length ? listOf(item.items, builder) : undefined;
  const first: BlockContent = {
    type: 'paragraph',
    children: withBlanks(aliasesOf(item.anchor, builder), numberOf(label, 'point', id, builder), mark, words),
  };
  return [
    {
      type: 'listItem',
      spread: false,
      children: inner?.children.length ? [first, inner] : [first],
      position: positionOf(item.lines, builder),
      data: { hProperties: { className: ['item'], id, dataMark: markName(item.mark) } },
    },
  ];
}

/**
 * The printed number, which in HTML is the link to its own paragraph. A bullet (`--`) is no text: Markdown and HTML have bullets of
 * their own; the link keeps it in `data-label`.
 */
function numberOf(
  printed: string | undefined,
  kind: 'paragraph' | 'point',
  id: string,
  { words }: TreeBuilder,
): Text[] {
  const bullet = printed === undefined || isBullet(printed);
  const value = bullet ? '' : `${printed}.`;
  const unnumbered = kind === 'point' ? words.thisPoint : words.thisParagraph;
  const name = bullet ? unnumbered : words[kind](printed);
  const dataLabel = bullet ? printed : undefined;
  const hProperties = { className: ['num'], href: `#${id}`, ariaLabel: name, dataLabel };
  return [{ type: 'text', value, data: { hName: 'a', hProperties } }];
}

/** `--` is one, `a` is none. */
function isBullet(label: string): boolean {
  return !/[\p{L}\p{N}]/u.test(label);
}

/** `3`, `2a`, `12 bis`. */
function printedNumber({ label, number }: Paragraph): string | undefined {
  const printed = label === undefined ? '' : linesOfText(label).join(' ');
  return printed === '' ? number?.toString() : printed;
}

/** Parts in a row, a blank between two of them; none behind a link that shows no number. */
export function withBlanks(...parts: PhrasingContent[][]): PhrasingContent[] {
  const children: PhrasingContent[] = [];
  for (const part of parts) {
    if (part.length === 0) continue;
    const before = children[children.length - 1];
    if (before?.type === 'text' && before.value !== '') children.push({ type: 'text', value: ' ' });
    for (const child of part) children.push(child);
  }
  return children;
}

/** The portion mark as printed. A mark that is only meant (`ENTIRE TEXT`) is not printed. */
export function markOf(mark: PortionMark | undefined): Text[] {
  if (!mark || mark.inferred) return [];
  const value = linesOfText(mark.raw).join(' ');
  if (value === '') return [];
  return [{ type: 'text', value, data: { hName: 'span', hProperties: { className: ['mark'] } } }];
}

/** `S/NF`. */
export function markName(mark: PortionMark | undefined): string | undefined {
  return mark ? cleanText([mark.level, ...(mark.controls ?? [])].join('/')) : undefined;
}
