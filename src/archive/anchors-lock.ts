/**
 * `cables/anchors.lock`: which words each anchor of each cable leads to, so that links hold whatever becomes of the parser or of the
 * raw texts. One line a cable, by address: `08LIMA140 p1:3kF9aQzx.Ab.c_ p2:… p3>p2` (p3 is gone, its links lead to p2).
 */
import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { compare } from './compare.ts';

/** What is kept of a paragraph's words: letters and digits of the whole, of its beginning and of its end, as short digests. */
export interface WordsDigest {
  whole: string;
  head: string;
  tail: string;
}

export interface LockedAnchor extends WordsDigest {
  anchor: string;
}

export interface LockedCable {
  /** In the order of the text. */
  anchors: LockedAnchor[];
  /** Anchors that are gone, and where their links lead. */
  aliases: Map<string, string>;
}

/** By address. */
export type AnchorsLock = ReadonlyMap<string, LockedCable>;

const heading = [
  '# Which words each anchor of each cable leads to. Written by `cables anchors`; keep it with the cables.',
  '# A link to a paragraph holds as long as this file does.',
];

/** Letters of a beginning or an end, at most half of the words: an edit in one place leaves the other end as it was. */
const EDGES = [20, 10, 5];
/** A beginning of so many letters tells one paragraph from others. */
const LONG = 20;

/** The digest of a piece's words; `isLong`: its beginning alone tells which piece it is. */
export function digestWords(text: string): WordsDigest & { isLong: boolean } {
  const words = text
    .normalize('NFKC')
    .toUpperCase()
    // One by one: megabytes of rules or dots are more than the engine takes as one run.
    .replace(/[^\p{L}\p{N}]/gu, '');
  const edge = EDGES.find((size) => size * 2 <= words.length) ?? words.length;
  return {
    whole: shortDigest(words, 8),
    head: shortDigest(`${edge} ${words.slice(0, edge)}`, 3),
    tail: shortDigest(`${edge} ${words.slice(words.length - edge)}`, 3),
    isLong: edge >= LONG,
  };
}

function shortDigest(text: string, length: number): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, length);
}

/** The lock as a file; cables by address, so that two of them compare line by line. */
export function formatLock(lock: AnchorsLock): string {
  const lines = [...lock]
    .sort(([a], [b]) => compare(a, b))
    .map(([address, cable]) => formatCable(address, cable));
  return `${[...heading, ...lines].join('\n')}\n`;
}

function formatCable(address: string, { anchors, aliases }: LockedCable): string {
  const held = anchors.map(({ anchor, whole, head, tail }) => `${anchor}:${whole}.${head}.${tail}`);
  const gone = [...aliases].map(([former, current]) => `${former}>${current}`);
  return [address, ...held, ...gone].join(' ');
}

/** Reads the text of a lock. Lines and words that are no part of one are left out. */
export function parseLock(text: string): Map<string, LockedCable> {
  const lock = new Map<string, LockedCable>();
  for (const line of text.split(/\r?\n/)) {
    const [address, ...words] = line.trim().split(/[ \t]+/);
    if (!address || address.startsWith('#')) continue;
    const cable: LockedCable = { anchors: [], aliases: new Map() };
    for (const word of words) {
      const [, anchor = '', whole = '', head = '', tail = ''] =
        /^([^:>]+):([\w-]+)\.([\w-]+)\.([\w-]+)$/.exec(word) ?? [];
      const [, former, current] = /^([^:>]+)>([^:>]+)$/.exec(word) ?? [];
      if (anchor) cable.anchors.push({ anchor, whole, head, tail });
      else if (former && current) cable.aliases.set(former, current);
    }
    lock.set(address, cable);
  }
  return lock;
}

/** Where the lock of a folder of cables lies. */
export const lockPath = (folder: string): string => join(folder, 'anchors.lock');

let open: { stamp: string; lock: AnchorsLock; texts: ReadonlyMap<string, string> } | undefined;

/** The lock of a folder, and its lines by address; empty where there is none. Read once, and again when it has changed. */
export function openLock(folder: string): { lock: AnchorsLock; texts: ReadonlyMap<string, string> } {
  const path = lockPath(folder);
  const stat = statSync(path, { throwIfNoEntry: false });
  const stamp = stat ? `${path} ${stat.size} ${stat.mtimeMs}` : path;
  if (open?.stamp !== stamp) {
    const lock = stat ? parseLock(readFileSync(path, 'utf8')) : new Map<string, LockedCable>();
    open = {
      stamp,
      lock,
      texts: new Map([...lock].map(([address, cable]) => [address, formatCable(address, cable)])),
    };
  }
  return open;
}
