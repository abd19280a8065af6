import type { Block, Item, Lines } from '../cable/cable.ts';

/** A piece of a body that has words of its own. */
export interface Piece {
  anchor?: string;
  lines: Lines;
  text: string;
}

/** Calls back for each block and sub-item of a body, in the order of the text. */
export function eachPiece(body: readonly Block[], visit: (piece: Piece) => void): void {
  for (const block of body) {
    if (block.type === 'rule') continue;
    if (block.type === 'quote') {
      visit({ anchor: block.anchor, lines: block.lines, text: '' });
      eachPiece(block.body, visit);
    } else {
      visit(block);
      if (block.type === 'paragraph') eachItem(block.items, visit);
    }
  }
}

function eachItem(items: readonly Item[] | undefined, visit: (piece: Piece) => void): void {
  for (const item of items ?? []) {
    visit(item);
    eachItem(item.items, visit);
  }
}
