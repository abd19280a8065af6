import type { Cable } from '../cable/cable.ts';
import { anchoredPieces, wordsOf } from './anchored-pieces.ts';
import { digestWords, type LockedCable, openLock } from './anchors-lock.ts';
import { type KeptAnchors, keepAnchors } from './keep-anchors.ts';
import { nameOf } from './name-of.ts';

/** What the lock made of a cable. */
export interface AppliedLock extends KeptAnchors {
  /** The lock's line: the same line and the same text give the same anchors. */
  line?: string;
}

const none: AppliedLock = { aliases: new Map(), changes: [] };

/** Gives the cables of a file the anchors that the lock of their folder holds for them; changes the cables. */
export function applyLock(cables: readonly Cable[], path: string, folder: string): AppliedLock[] {
  const { lock, texts } = openLock(folder);
  if (lock.size === 0) return cables.map(() => none);
  return cables.map((cable, part) => {
    const address = lockedAddress(cable, nameOf(cable.id, path, part), lock);
    const locked = address === undefined ? undefined : lock.get(address);
    if (address === undefined || !locked) return none;
    return { ...keepAnchors(cable, locked), line: texts.get(address) };
  });
}

/** The lines of the lock that a cable may be held by: its address, or those of copies. */
export function linesFor(name: string, texts: ReadonlyMap<string, string>): string[] {
  const lines: string[] = [];
  for (let count = 1; ; count += 1) {
    const line = texts.get(count === 1 ? name : `${name}_${count}`);
    if (line === undefined) return lines;
    lines.push(line);
  }
}

/** Of the copies of a cable in the lock the one with most of its words. */
function lockedAddress(
  cable: Cable,
  name: string,
  lock: ReadonlyMap<string, LockedCable>,
): string | undefined {
  if (!lock.has(`${name}_2`)) return lock.has(name) ? name : undefined;
  const words = new Set(anchoredPieces(cable.body).map((piece) => digestWords(wordsOf(piece)).whole));
  let best: string | undefined;
  let most = -1;
  for (let count = 1; ; count += 1) {
    const address = count === 1 ? name : `${name}_${count}`;
    const locked = lock.get(address);
    if (!locked) return best;
    const equal = locked.anchors.filter(({ whole }) => words.has(whole)).length;
    if (equal > most) {
      most = equal;
      best = address;
    }
  }
}
