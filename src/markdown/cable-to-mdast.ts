/**
 * Cable -> mdast. Only standard nodes, so that every remark plugin can work on the tree; what HTML needs beside them (ids, classes,
 * link on the number) hangs on `data.hName` and `data.hProperties`, which Markdown ignores. One tree, two outputs, one text.
 */
import type { BlockContent, PhrasingContent, Root, RootContent, Text } from 'mdast';
import type { Block, Cable, Heading, Preformatted, Quote } from '../cable/cable.ts';
import { fixedText } from './fixed-text.ts';
import { markName, markOf, paragraphToMdast, withBlanks } from './paragraph-to-mdast.ts';
import { linesOfText } from './phrasing.ts';
import {
  aliasesOf,
  claimId,
  createBuilder,
  positionOf,
  type TreeBuilder,
  type TreeOptions,
} from './tree-builder.ts';

export interface MdastOptions extends TreeOptions {
  /** Signature, closing lines, notes and end marks behind the body. On unless `false`. */
  endMatter?: boolean | undefined;
  /** Text that found no field, at the very end. On unless `false`. */
  unparsed?: boolean | undefined;
}

/**
 * The text of a cable as an mdast tree: body, end matter and what found no field. Numbers and portion marks are text again, as
 * printed. Takes the record and gives a new tree; blocks without a word give no node.
 */
export function cableToMdast(cable: Cable, options: MdastOptions = {}): Root {
  const builder = createBuilder(cable, options);
  const children: RootContent[] = blocksOf(cable.body, builder);
  if (options.endMatter !== false) children.push(...endMatterOf(cable));
  if (options.unparsed !== false) children.push(...unparsedOf(cable, builder));
  return { type: 'root', children };
}

function blocksOf(blocks: readonly Block[], builder: TreeBuilder): BlockContent[] {
  return blocks.flatMap((block) => blockOf(block, builder));
}

function blockOf(block: Block, builder: TreeBuilder): BlockContent[] {
  switch (block.type) {
    case 'heading':
      return headingOf(block, builder);
    case 'paragraph':
      return paragraphToMdast(block, builder);
    case 'table':
    case 'verbatim':
      return fixedOf(block, builder);
    case 'quote':
      return quoteOf(block, builder);
    case 'rule':
      return [{ type: 'thematicBreak', position: positionOf(block.lines, builder) }];
  }
}

function headingOf(block: Heading, builder: TreeBuilder): BlockContent[] {
  const value = linesOfText(block.text).join(' ');
  if (value === '') return [];
  const text: Text = { type: 'text', value };
  return [
    {
      type: 'heading',
      depth: Math.max(1, Math.min(6, block.level)) as 1 | 2 | 3 | 4 | 5 | 6,
      children: withBlanks(aliasesOf(block.anchor, builder), markOf(block.mark), [text]),
      position: positionOf(block.lines, builder),
      data: {
        hProperties: {
          id: claimId(block.anchor, builder),
          dataRole: block.role,
          dataMark: markName(block.mark),
        },
      },
    },
  ];
}

function fixedOf(block: Preformatted, builder: TreeBuilder): BlockContent[] {
  const value = fixedText(block.text);
  if (value === '') return [];
  const number = ++builder.fixed;
  const name = block.type === 'table' ? builder.words.table(number) : builder.words.fixedText(number);
  return [
    ...aliasBlock(block.anchor, builder),
    {
      type: 'code',
      value,
      position: positionOf(block.lines, builder),
      data: { hProperties: { className: [block.type], id: claimId(block.anchor, builder), ariaLabel: name } },
    },
  ];
}

function quoteOf(block: Quote, builder: TreeBuilder): BlockContent[] {
  const id = claimId(block.anchor, builder);
  const children = [
    ...aliasBlock(block.anchor, builder),
    ...linesParagraph(block.label, 'quote-opens'),
    ...blocksOf(block.body, builder),
    ...linesParagraph(block.end, 'quote-closes'),
  ];
  if (children.length === 0) return [];
  return [
    {
      type: 'blockquote',
      children,
      position: positionOf(block.lines, builder),
      data: { hProperties: { className: ['quoted'], id } },
    },
  ];
}

/** Former anchors of a block that has no words of its own to put them before. */
function aliasBlock(anchor: string, builder: TreeBuilder): BlockContent[] {
  const children = aliasesOf(anchor, builder);
  return children.length === 0 ? [] : [{ type: 'paragraph', children, data: { hName: 'div' } }];
}

function endMatterOf(cable: Cable): BlockContent[] {
  return [
    ...linesParagraph(cable.closing, 'closing'),
    ...linesParagraph(cable.signers, 'signers'),
    ...linesParagraph(cable.endNotes, 'end-notes'),
    ...linesParagraph(cable.endMarks, 'end-marks'),
  ];
}

/** One paragraph, a line a text. */
function linesParagraph(texts: string | readonly string[] | undefined, className: string): BlockContent[] {
  const all = texts === undefined ? [] : typeof texts === 'string' ? [texts] : texts;
  const lines = all.flatMap(linesOfText);
  if (lines.length === 0) return [];
  const children = lines.flatMap((value, index): PhrasingContent[] =>
    index === 0 ? [{ type: 'text', value }] : [{ type: 'break' }, { type: 'text', value }],
  );
  return [{ type: 'paragraph', children, data: { hProperties: { className: [className] } } }];
}

/** In HTML a disclosure, in Markdown a quote. */
function unparsedOf(cable: Cable, builder: TreeBuilder): BlockContent[] {
  const texts = (cable.unparsed ?? []).flatMap(({ text, lines }): BlockContent[] => {
    const value = fixedText(text);
    return value === '' ? [] : [{ type: 'code', value, position: positionOf(lines, builder) }];
  });
  if (texts.length === 0) return [];
  const summary: BlockContent = {
    type: 'paragraph',
    children: [{ type: 'text', value: builder.words.unparsed }],
    data: { hName: 'summary' },
  };
  return [
    {
      type: 'blockquote',
      children: [summary, ...texts],
      data: { hName: 'details', hProperties: { className: ['unparsed'] } },
    },
  ];
}
