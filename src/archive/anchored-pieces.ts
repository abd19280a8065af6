import type { Block, Heading, Item, Paragraph, Preformatted, Quote } from '../cable/cable.ts';

/** Whatever has an anchor in a body. */
export type AnchoredPiece = Heading | Paragraph | Preformatted | Quote | Item;

/** All pieces of a body that have an anchor, in the order of the text. */
export function anchoredPieces(body: readonly Block[]): AnchoredPiece[] {
  return body.flatMap((block): AnchoredPiece[] => {
    if (block.type === 'rule') return [];
    if (block.type === 'quote') return [block, ...anchoredPieces(block.body)];
    return block.type === 'paragraph' ? [block, ...anchoredItems(block.items)] : [block];
  });
}

function anchoredItems(items: readonly Item[] = []): Item[] {
  return items.flatMap((item) => [item, ...anchoredItems(item.items)]);
}

/** The words that a piece is known by: its own, or where it has none those inside it. */
export function wordsOf(piece: AnchoredPiece): string {
  if ('type' in piece && piece.type === 'quote') return anchoredPieces(piece.body).map(wordsOf).join(' ');
  const { text } = piece as Exclude<AnchoredPiece, Quote>;
  if (/[\p{L}\p{N}]/u.test(text)) return text;
  return anchoredItems('items' in piece ? piece.items : undefined)
    .map((item) => item.text)
    .join(' ');
}
