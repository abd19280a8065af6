import type { Field, Furniture } from '../cable.ts';
import { type Line, linesOf } from '../lines/line.ts';

/** The end of a cable, split from its text. */
export interface CableEnd {
  text: Line[];
  signers: string[];
  closing: string[];
  endMarks: string[];
  endNotes: string[];
  trailing: Line[];
  furniture: Furniture[];
  fields: Field[];
}

/**
 * Downgrade groups and prosigns of the 1960s and 1970s: `GP-3`, `GP-3.`, `GDS`, `EXEMPT`, `BT`, `#1234`; what a gateway set below the text:
 * `2004ANKARA06789 - CONFIDENTIAL`.
 */
export const downgrade =
  /^(?:GP-? ?[1-4]\.?|X?GDS(?:-[1-4])?\.?|EXEMPT\.?|BT|#[0-9]{3,5}|#+|\(?END\)?\.?|(?:19|20)[0-9]{2}[A-Z]{3,20}[0-9]{4,6} - (?:CLASSIFICATION: ?)?[A-Z][A-Z/ ]{2,40}|\(?MINIMIZE(?: FOR [A-Z .-]{3,40})?(?: WAS| HAS BEEN)? CONSIDERED\.?\)?\.?|[-=*<]{0,60} ?(?:END (?:OF )?(?:CABLE|MESSAGE|DOCUMENT|TELEGRAM|TRANSMISSION)(?: TEXT)?|(?:CABLE|MESSAGE|TELEGRAM)(?: TEXT)? ENDS)\.? ?[-=*>]{0,60})$/i;

/** Takes the blank lines off the end. */
export function dropBlank(text: Line[]): void {
  while (text.length > 0 && (text[text.length - 1] as Line).text.trim() === '') text.pop();
}

/** Says where a part of the end stands. */
export function addField(end: CableEnd, field: string, run: readonly Line[], label?: string): void {
  end.fields.push({ field, label, lines: linesOf(run) });
}

/** Index of the last line with words before a place; -1 where there is none. */
export function lastBefore(text: readonly Line[], at: number): number {
  let before = at - 1;
  while (before >= 0 && (text[before] as Line).text.trim() === '') before -= 1;
  return before;
}
