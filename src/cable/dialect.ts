import type { Cable, Dialect } from './cable.ts';

/** What the parts of a file say about where its text comes from. */
export interface DialectSigns {
  form: boolean;
  stamped: boolean;
  foia: boolean;
  pages: boolean;
  web: boolean;
}

// Telegram 123 From the Embassy in X to the Department of State
const EDITED_PRINT =
  /^[ \t]*(?:\d{1,4}\.[ \t]+)?Telegram[ \t]+(?:\d{1,6}[ \t]+)?From the (?:Embassy|Department|Consulate|Mission|Legation|Interests)/im;

/** Whether a text is an edited print of a telegram (as in FRUS), not the telegram. */
export function isEditedPrint(text: string): boolean {
  const head = text.slice(0, 1500);
  return (head.includes('elegram') || head.includes('ELEGRAM')) && EDITED_PRINT.test(head);
}

/** The dialect that most signs speak for; `unknown` if none does. Source: cable format, section 3. */
export function dialectOf(cable: Cable, signs: DialectSigns): Dialect {
  if (signs.form) return signs.foia ? 'foia' : 'smart';
  if (signs.foia) return 'foia';
  const year = cable.year ?? 0;
  let aad = 0;
  if (signs.pages) aad += 2;
  if (cable.attributes) aad += 3;
  if (cable.distribution) aad += 1;
  if (signs.stamped) aad += 2;
  if (cable.eo?.order === 11652) aad += 2;
  if (year >= 1973 && year < 1980) aad += 2;
  if (aad >= 3) return 'aad';
  const format = cable.transmissionId !== undefined || cable.transmission !== undefined;
  if (signs.web && !format) return 'web';
  const parts = [cable.dtg, cable.from, cable.classification, cable.eo, cable.tags, cable.subject, cable.to];
  return format || parts.filter((part) => part !== undefined).length >= 3 ? 'cablegate' : 'unknown';
}
