import { type ArchiveMessage, fileMessage } from './archive-message.ts';
import { compare } from './compare.ts';
import { nameOf } from './name-of.ts';
import type { Part } from './read-batch.ts';

/** A cable of the archive that needs an address, and what else concerns the archive as a whole. */
export interface Addressed extends Omit<Part, 'counts' | 'digest'> {
  path: string;
  paths?: string[];
  address?: string;
}

/**
 * Gives every cable an address of its own: its id; the second copy of an id `ID_2`, the corrected copy before the others; where
 * there is no id, a name made from the file's. Tells of copies. Does not depend on the order of `cables`.
 */
export function assignAddresses(cables: readonly Addressed[]): ArchiveMessage[] {
  const messages: ArchiveMessage[] = [];
  const taken = new Map<string, Addressed>();
  const ordered = cables.toSorted(
    (a, b) =>
      Number(b.id !== undefined) - Number(a.id !== undefined) ||
      Number(b.corrected ?? false) - Number(a.corrected ?? false) ||
      compare(a.path, b.path) ||
      a.part - b.part,
  );
  for (const cable of ordered) {
    const plain = nameOf(cable.id, cable.path, cable.part);
    const key = plain.toLowerCase();
    const first = taken.get(key);
    let address = plain;
    for (let count = 2; taken.has(address.toLowerCase()); count += 1) address = `${plain}_${count}`;
    taken.set(address.toLowerCase(), cable);
    cable.address = address;
    if (first && cable.id !== undefined) messages.push(copyMessage(first, cable, address));
  }
  return messages;
}

function copyMessage(first: Addressed, cable: Addressed, address: string): ArchiveMessage {
  const where = first.path === cable.path ? 'twice in this file' : `also in ${first.path}`;
  const isCorrected = first.corrected && !cable.corrected;
  const told = isCorrected
    ? `The cable ${cable.id} is ${where}, as a corrected copy; this copy has the address ${address}.`
    : `The cable ${cable.id} is ${where}; this copy has the address ${address}.`;
  return fileMessage(isCorrected ? 'corrected-copy' : 'duplicate-id', cable.path, told);
}
