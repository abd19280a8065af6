import { fullYear } from '../cable-id.ts';
import { trimSigns } from '../lines/trim-signs.ts';

/** What stands behind the number of a cable cited. */
export interface ReferenceNotes {
  notes: string[];
  andPrevious?: true;
  /** Four-digit year, where a note gives the cable's date. */
  year?: number;
}

const previousPattern =
  /(?:\bAND\b|&|,)?[ \t]*(?:ALL[ \t]+)?(?:PREVIOUS|PREV|PRIOR|PRECEDING|EARLIER)\b[ \t]*(?:MESSAGES?|CABLES?|TELEGRAMS?|TELS?|REPORTING|REPORTS?)?/i;
// DTG 011212Z SEP 75
const dtgYear = /\b\d{6}Z[ \t]*[A-Z]{3,9}[ \t]*((?:19|20)?\d\d)\b/i;
// 9/12/06, 09-12-2006
const dateYear = /(?<![\d/])\d{1,2}[/-]\d{1,2}[/-]((?:19|20)?\d\d)(?!\d)/;
const month = '(?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)[A-Z]{0,6}\\.?';
// (FEB 3, 2009), DATED 12 JAN 2008, DTD 3 MAY 2008, `, 12 JAN 08`
const dayYear = new RegExp(
  `^[\\s]*(?:,|\\(|,?[ \\t]*(?:DATED|DTD|OF)\\b)[ \\t]*\\d{1,2}[ \\t]*${month}[ \\t]*(\\d\\d)\\b`,
  'i',
);
const wordYear = new RegExp(
  `^[\\s,]*(?:\\([ \\t]*(?:DATED\\b|DTD\\b|OF\\b)?|,|DATED\\b|DTD\\b|OF\\b)[ \\t]*(?:${month}[ \\t]*\\d{1,2},?|\\d{1,2}[ \\t]*${month},?|${month},?)[ \\t]*((?:19|20)\\d\\d)\\b|^[\\s]*OF[ \\t]+((?:19|20)\\d\\d)\\b`,
  'i',
);
const words =
  /\b(?:NOTAL|EXDIS|NODIS|LIMDIS|STADIS|NOFORN|CIRCULAR|PARAS?[ \t]+\d{1,2}(?:[ \t]*(?:AND|,|-|TO)[ \t]*\d{1,2})?|SEPTEL)\b/gi;

/** Reads the notes: brackets, quoted titles, NOTAL and the like, AND PREVIOUS. Nothing of the words is left out. */
export function readNotes(text: string): ReferenceNotes {
  const found: ReferenceNotes = { notes: [] };
  // Most often nothing stands behind the number.
  if (!/[^\s.,;:&-]/.test(text)) return found;
  let rest = text;
  if (previousPattern.test(rest)) {
    found.andPrevious = true;
    rest = rest.replace(previousPattern, ' ');
  }
  const dated = dtgYear.exec(text) ?? dateYear.exec(text) ?? dayYear.exec(text) ?? wordYear.exec(text);
  const year = dated?.[1] ?? dated?.[2];
  if (year) found.year = year.length === 4 ? Number(year) : fullYear(Number(year));
  rest = rest.replace(/[([]([^()[\]]{1,200})[)\]]/g, (_whole, inside: string) => {
    const note = inside.trim();
    // `STATE 12 (2) LIMA 13`: a number in front of the next item is no note
    if (note !== '' && !/^\d$/.test(note)) found.notes.push(note);
    return ' \u0000 ';
  });
  for (const piece of rest.split('\u0000')) {
    const plain = trimSigns(piece, ' \t\n,;:&-')
      .replace(/^\.+/, '')
      .replace(/^(?:AND|REF(?:TEL)?)$/i, '');
    // A number in front of the next item is no note.
    if (!/[A-Za-z0-9]/.test(plain) || /^\d{1,2}[.)]?$/.test(plain)) continue;
    const left = plain.replace(words, (word) => {
      found.notes.push(word.trim());
      return ' ';
    });
    const other = trimSigns(left, ' \t\n,;:&-')
      .replace(/^\.+/, '')
      .replace(/^(?:AND|&|PLUS|SEE(?: ALSO)?|ALSO)(?:\s+|$)/i, '');
    if (/[A-Za-z0-9]/.test(other)) found.notes.push(other.replace(/\s+/g, ' '));
  }
  return found;
}
