import { isSignature } from '../end/is-signature.ts';
import { gluedAt } from '../end/signature-place.ts';
import { findLabel } from '../lines/find-label.ts';
import { matchClassification, parseMessageNumber } from '../lines/parse-classification-line.ts';
import { endsSentence, isCapitals } from '../lines/sentence.ts';
import { type Row, readRow } from '../rows/body-row.ts';

/** An address line of a telegram's head. */
const address = /^(FM|TO|INFO) /;
/** What tells a head: those lines, and these fields. */
const telling = new Set(['FM', 'TO', 'INFO', 'eo', 'tags', 'subject', 'references']);
/** A sentence ends in it: `SECRET TALKS TOOK PLACE IN LIMA IN 2005. HE`. */
const speaks = /[A-Z0-9]{3}\.(?: |$)/i;
/** How many lines a head inside a quoted text may take. */
const reach = 40;

/**
 * Finds the head of a telegram that is repeated inside another: the lines from the start of the quoted text to the last head
 * field, where at least two of E.O., TAGS, SUBJECT, REF and the address lines are there before the first paragraph.
 */
export function findInnerHead(rows: readonly Row[]): { from: number; to: number } | undefined {
  let from = -1;
  /** Those seen: TO may begin several lines of a text. */
  const labels = new Set<string>();
  let last = -1;
  /** The telegram's own classification line, which is a head by itself. */
  let classified = -1;
  for (let at = 0; at < rows.length && at < reach; at += 1) {
    const row = rows[at] as Row;
    if (row.kind === 'blank') continue;
    if (from < 0) from = at;
    if (row.number && (labels.size > 0 || !findLabel(row.number.rest))) break;
    if (classified < 0 && labels.size === 0 && row.text.length < 90 && !speaks.test(row.text)) {
      const classification = matchClassification(row.text);
      if (classification && parseMessageNumber(classification.rest).serial !== undefined) classified = at;
    }
    const label = address.exec(row.text)?.[1] ?? findLabel(row.text)?.field;
    if (label !== undefined && telling.has(label)) {
      labels.add(label);
      last = at;
    } else if (last === at - 1 && row.text.length < 75 && row.kind === 'text') {
      // a field goes on over its line, unless a sentence begins
      if (labels.size >= 2 && endsSentence(row.text)) break;
      last = at;
    } else if (labels.size >= 2) break;
  }
  if (from < 0) return undefined;
  if (labels.size >= 2) return { from, to: last + 1 };
  return classified >= 0 && classified < from + 3 ? { from, to: classified + 1 } : undefined;
}

/** The row of the signature of a telegram inside another: capitals alone on the last line, behind the end of a sentence. */
export function findInnerSignature(rows: readonly Row[]): number {
  let at = rows.length - 1;
  while (at >= 0 && (rows[at] as Row).kind === 'blank') at -= 1;
  const row = rows[at];
  if (!row || at === 0 || !isCapitals(row.text) || !isSignature(row.text)) return -1;
  let before = at - 1;
  while (before >= 0 && (rows[before] as Row).kind === 'blank') before -= 1;
  const above = rows[before];
  return above && endsSentence(above.text) ? at : -1;
}

/** Parts the name from the last sentence of a telegram inside another, where it is glued to it: `... NO CHOICE. SAXBE`. */
export function partInnerSignature(rows: Row[]): void {
  const at = rows.findLastIndex(({ kind }) => kind !== 'blank');
  const row = rows[at];
  const from = row?.kind === 'text' ? gluedAt(row.line.text) : -1;
  if (!row || from < 1) return;
  const name = row.line.text.slice(from);
  if (!isCapitals(name) || !isSignature(name)) return;
  const before = row.line.text.slice(0, from).trimEnd();
  rows.splice(at, 1, readRow({ ...row.line, text: before }), readRow({ ...row.line, text: name }));
}
