import type { Cable } from '../cable/cable.ts';
import { type AnchoredPiece, anchoredPieces, wordsOf } from './anchored-pieces.ts';
import { digestWords, type LockedAnchor, type LockedCable, type WordsDigest } from './anchors-lock.ts';

/** What became of a locked anchor, or of the anchor a piece would have had. */
export interface AnchorChange {
  /**
   * `kept`: the piece has the locked anchor, though it is read as `to`; `edited`: the words changed in part; `repointed`: it would
   * lead to other words; `vanished`: its words are in no piece, its links would lead to `to`.
   */
  kind: 'kept' | 'edited' | 'repointed' | 'vanished';
  anchor: string;
  to?: string;
}

export interface KeptAnchors {
  /** Former anchors by the anchor that their links lead to now. */
  aliases: Map<string, string[]>;
  changes: AnchorChange[];
}

interface Piece extends WordsDigest {
  piece: AnchoredPiece;
  /** As read. */
  anchor: string;
  isLong: boolean;
  locked?: LockedAnchor;
}

/**
 * Gives the pieces of a freshly read cable the anchors that the lock holds for their words, whatever the reading calls them; changes
 * the cable. New pieces get no anchor that ever led elsewhere. Equal words are matched in the order of the text.
 */
export function keepAnchors(cable: Cable, { anchors, aliases }: LockedCable): KeptAnchors {
  const pieces = anchoredPieces(cable.body).map((piece): Piece => {
    return { piece, anchor: piece.anchor, ...digestWords(wordsOf(piece)) };
  });
  const left = new Set(anchors);
  const match = (piece: Piece, locked: LockedAnchor | undefined) => {
    if (!locked) return;
    piece.locked = locked;
    left.delete(locked);
  };
  const open = () => pieces.filter(({ locked }) => !locked);

  const byAnchor = new Map(anchors.map((locked) => [locked.anchor, locked]));
  for (const piece of pieces) {
    const same = byAnchor.get(piece.anchor);
    if (same?.whole === piece.whole) match(piece, same);
  }
  const byWhole = Map.groupBy(left, ({ whole }) => whole);
  for (const piece of open()) match(piece, byWhole.get(piece.whole)?.shift());

  const changes: AnchorChange[] = [];
  for (const { piece, anchor, locked } of pieces) {
    if (locked && locked.anchor !== anchor) changes.push({ kind: 'kept', anchor: locked.anchor, to: anchor });
    if (locked) piece.anchor = locked.anchor;
  }
  const byHead = Map.groupBy(left, ({ head }) => head);
  // Words that changed in part: under the same anchor by either end, else by the beginning.
  for (const piece of open()) {
    const same = byAnchor.get(piece.anchor);
    const isSame = same && left.has(same) && (same.head === piece.head || same.tail === piece.tail);
    const begun = piece.isLong ? byHead.get(piece.head)?.find((locked) => left.has(locked)) : undefined;
    const edited = isSame ? same : begun;
    if (!edited) continue;
    match(piece, edited);
    piece.piece.anchor = edited.anchor;
    changes.push({ kind: 'edited', anchor: edited.anchor });
  }
  const taken = new Set([...byAnchor.keys(), ...aliases.keys()]);
  for (const piece of open()) {
    const same = byAnchor.get(piece.anchor);
    if (same && left.has(same)) {
      match(piece, same);
      changes.push({ kind: 'repointed', anchor: piece.anchor });
    } else {
      let free = piece.anchor;
      for (let count = 2; taken.has(free); count += 1) free = `${piece.anchor}_${count}`;
      piece.piece.anchor = free;
      taken.add(free);
    }
  }

  const leads = new Map<string, string>();
  let before = pieces[0]?.piece.anchor;
  const held = new Map(pieces.map(({ piece, locked }) => [locked, piece.anchor]));
  for (const locked of anchors) {
    const now = held.get(locked);
    if (now !== undefined) before = now;
    else {
      if (before !== undefined) leads.set(locked.anchor, before);
      changes.push({ kind: 'vanished', anchor: locked.anchor, ...(before !== undefined && { to: before }) });
    }
  }
  const present = new Set(pieces.map(({ piece }) => piece.anchor));
  for (const [former, current] of aliases) {
    const to = present.has(current) ? current : leads.get(current);
    if (to !== undefined && !present.has(former)) leads.set(former, to);
  }
  const former = Map.groupBy(leads, ([, to]) => to);
  return { aliases: new Map([...former].map(([to, list]) => [to, list.map(([name]) => name)])), changes };
}

/** A cable as the lock is to hold it from now on. */
export function lockCable(cable: Cable, aliases: ReadonlyMap<string, readonly string[]>): LockedCable {
  return {
    anchors: anchoredPieces(cable.body).map((piece) => {
      const { whole, head, tail } = digestWords(wordsOf(piece));
      return { anchor: piece.anchor, whole, head, tail };
    }),
    aliases: new Map([...aliases].flatMap(([to, former]) => former.map((name) => [name, to] as const))),
  };
}
