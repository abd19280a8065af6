import type { Cable, Dialect } from './cable.ts';

/** What else than the record says where a text comes from. */
export interface DialectSigns {
  /** It is in the printed form. */
  form: boolean;
  /** It bears stamps of a release. */
  stamped: boolean;
  text: string;
}

// Pages of releases: words blocked out, case numbers
const FOIA =
  /Case No\.?[ \t]*:?[ \t]*[A-Z]{1,3}-?\d|RELEASED? IN (?:PART|FULL)|DENIED IN FULL|NO FOIA WAIVER|STATE-SCB\d/;
// Telegram 123 From the Embassy in X to the Department of State; Circular Telegram From the Department of State to Certain Posts
const EDITED_PRINT =
  /^[ \t]*(?:\d{1,4}\.[ \t]+)?(?:Circular |Joint )?(?:Telegram|Airgram)[ \t]+(?:\d{1,6}[ \t]+)?From the (?:Embassy|Department|Consulate|Mission|Legation|Interests|Liaison|Delegation|Office)/im;
// Telegram From Secretary of State Roe to the Department of State; The Ambassador in X (Roe) to the Department of State
const EDITED_TITLE =
  /^[ \t]*(?:\d{1,4}\.[ \t]+)?(?:Telegram From [A-Z][^.\n]{2,90} to (?:the )?[A-Z]|The (?:(?:Acting |Under )?Secretary of State|(?:Ambassador|Charg[eé]|Minister|Consul(?: General)?) (?:in|at) [^()\n]{3,40} \([^()\n]{2,30}\)) to the (?:Department|Secretary|Embassy|Legation|Consulate|Mission|Ambassador))/m;

/** A telegram's own head or first paragraph: words below it are no title. */
const TELEGRAM =
  /^[ \t]*(?:VZ?V?CZC|FM[ \t]|MRN[ \t]?:|E\.?O\.?[ \t:]|TAGS?\b|SUBJ|REF(?:TEL)?S?[ \t]?:|(?:¶[ \t]?)?1[.)][ \t])/im;

/** Whether a text is an edited print of a telegram (as in FRUS), not the telegram. */
export function isEditedPrint(text: string): boolean {
  const head = text.slice(0, 1500);
  const isNamed = head.includes('gram');
  const title =
    (isNamed || head.includes('GRAM') ? EDITED_PRINT.exec(head) : null) ??
    (isNamed || head.includes(') to the ') || head.includes('State to the ')
      ? EDITED_TITLE.exec(head)
      : null);
  return title !== null && !TELEGRAM.test(head.slice(0, title.index));
}

/** The dialect that most signs speak for; `unknown` if none does. Source: cable format, section 3. */
export function dialectOf(cable: Cable, { form, stamped, text }: DialectSigns): Dialect {
  const { release, furniture = [] } = cable;
  if (release?.case !== undefined || release?.decision !== undefined) return 'foia';
  if (stamped && furniture.some((item) => item.kind === 'stamp' && FOIA.test(item.text))) return 'foia';
  if (form) return 'smart';
  const year = cable.year ?? 0;
  let aad = 0;
  if (furniture.some((item) => item.kind === 'page' && item.text.startsWith('PAGE'))) aad += 2;
  if (cable.attributes) aad += 3;
  if (cable.distribution) aad += 1;
  if (stamped) aad += 2;
  if (cable.eo?.order === 11652) aad += 2;
  if (year >= 1973 && year < 1980) aad += 2;
  // the Department's printers set the same pages later
  if (aad >= 3 && (year < 1980 || cable.attributes)) return 'aad';
  const format = cable.transmissionId !== undefined || cable.transmission !== undefined;
  if (text.includes('¶') && !format) return 'web';
  const parts = [cable.dtg, cable.from, cable.classification, cable.eo, cable.tags, cable.subject, cable.to];
  return format || parts.filter((part) => part !== undefined).length >= 3 ? 'cablegate' : 'unknown';
}
