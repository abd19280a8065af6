import type { Cable } from '../cable/cable.ts';
import { citableOf } from './citable.ts';
import { type CslItem, toCslJson } from './csl-json.ts';
import type { Site } from './site.ts';

/** The public JSON of a cable: its whole record, and how to cite it. */
export interface CableRecord extends Cable {
  citation: CslItem;
}

/** The record that is published as `cable.json`. `address`: last part of its page's address. */
export function toRecord(cable: Cable, address: string, site: Site): CableRecord {
  return { ...cable, citation: toCslJson(citableOf(cable, address, site)) };
}

/** The file itself: JSON of two blanks' indent, with a line end at its end. */
export const recordJson = (record: CableRecord): string => `${JSON.stringify(record, undefined, 2)}\n`;

/** The same as one line, line end included. */
export const recordLine = (record: CableRecord): string => `${JSON.stringify(record)}\n`;
