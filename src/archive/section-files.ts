import type { Cable } from '../cable/cable.ts';
import { type AppliedLock, applyLock } from './apply-lock.ts';
import { cablesIn, digestOf, type RawFile } from './read-raw.ts';

/** Cables of an archive as pages and twins show them: with the anchors that the lock of their folder holds. */
export interface ReadCables {
  cables: Cable[];
  /** The text that line numbers count in. */
  text: string;
  /** What the lock made of each cable. */
  locks: AppliedLock[];
}

/** The cables of a file of a folder, or of the files that are one cable's sections, with the folder's anchors. */
export function archiveCablesOf(files: readonly RawFile[], folder: string): ReadCables {
  const read = cablesOf(files);
  return { ...read, locks: applyLock(read.cables, files[0]?.path ?? '', folder) };
}

/** The cables of one file, or the one cable of several files that are its sections, in their order. */
export function cablesOf(files: readonly RawFile[]): { cables: Cable[]; text: string } {
  const [first, ...rest] = files;
  if (!first) return { cables: [], text: '' };
  if (rest.length === 0) return { cables: cablesIn(first), text: first.text };
  const text = files.map((file) => (file.text.endsWith('\n') ? file.text : `${file.text}\n`)).join('');
  const joined: RawFile = {
    ...first,
    text,
    bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
    sha256: digestOf(files.map(({ sha256 }) => sha256).join(' ')),
  };
  return { cables: cablesIn(joined), text };
}
