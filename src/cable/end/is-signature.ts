import { isRoleHeading } from '../rows/find-heading.ts';

/** Capitalised words, letters with apostrophes, hyphens and stops of initials: `VAN DOE`, `O'DOE`, `DOE JR.`, `J. DOE`. */
const signature =
  /^(?:[A-ZÀ-Þ][A-Za-zÀ-ÿ'’.-]{0,24}|[a-z]{2,3})(?:[ ,]{1,2}[A-ZÀ-Þ][A-Za-zÀ-ÿ'’.-]{0,24}){0,2}(?:##?|,? (?:ACTING|Acting|\((?:ACTING|CHARGE)\)))?$/;
/** `DOE.`, `DOE..`, `(DOE)`, `(DOE).`, `-- DOE`, `DOE -`, `//DOE//`, `/s/ DOE`, `Signed: DOE`, `"DOE"`, `*DOE*`, `DOE=`, `_DOE_`, `# DOE`, `DOE,`, `REGARDS, DOE`: a name in capitals with signs around it. */
export const wrapped =
  /^(?:[-–#]{1,3} ?|["“*<[_.]{1,2}|(?:(?:BEST|Best) )?(?:REGARDS|[Rr]egards)[,.] |\/{1,2}(?:[sS]\/{1,2} ?)?|\(?(?:SIGNED|Signed)(?: BY| by)?\)?:? )?\(?([A-Z][A-Z'’ -]{1,22}[A-Z])\)?(?:\.{1,3}|[,;]| ?[-–]{1,2}|\/{1,2}|["”*>\]=_]{1,3})?$/;
/** `doe`, `van doe`: a name that was typed in small letters. */
export const small = /^[a-z][a-z'’-]{2,14}(?: [a-z][a-z'’-]{2,14})?$/;
/** `DOE/ROE`, `DOE, ROE`, `DOE & ROE`, `DOE - ROE`, `DOE      ROE`: two signers on one line, or three. */
const between = /(?: ?\/ ?|, ?(?!I{2,3}$)| & | AND | - | {3,40})/;
const name = "[A-Z][A-Z'’-]{2,15}";
const joined = new RegExp(`^${name}${between.source}${name}$|^${name}(?:/${name}){2}$`);
/** `L I L L E Y`. */
const spaced = /^[A-Z](?: [A-Z]){3,12}$/;
/** `AMBASSADOR DOE`, `DOE (CHARGE)`, `DOE, ACTING`, `DOE SENDS`: the office and the word that are no part of the name. */
const office = '(?:AMBASSADOR|CHARGE|CDA|DCM|CONSUL GENERAL|ACTING|A\\.I\\.)';
const officeBefore = new RegExp(`^${office} (?=[A-Z])`, 'i');
const officeBehind = new RegExp(`(?:,? \\(${office}\\)|,? ${office}| SENDS)\\.?$`, 'i');
/** Words in capitals that end a cable and are nobody's name. */
export const notNames = new Set(
  `NNNN NNN UNCLAS UNCLASSIFIED CONFIDENTIAL SECRET END QUOTE UNQUOTE TEXT SUMMARY COMMENT NOTE BIO SIPDIS NOFORN SENSITIVE SBU BT
   STOP AMEN INTRODUCTION BACKGROUND CONCLUSION PARTICIPANTS EXEMPT ENCLOSURE ANNEX ATTACHMENT GDS XGDS NONE N/A TABLE LIST BEGIN
   CLASSIFIED REASON REASONS DECL TAGS SUBJECT REF LIMITED OFFICIAL USE PAGE SECTION UNQTE QTE COPY MINIMIZE CONSIDERED
   ADVISE ACTION REQUESTED REQUIRED CONCUR CONCURS AGREES DEPT DEPARTMENT TELEGRAM PASS FOR REGARDS ATTENDEES AGENDA ITINERARY
   SCHEDULE DELEGATION GLOSSARY CONTACTS CHRONOLOGY YOURS SINCERELY RESPECTFULLY FAITHFULLY`.split(/\s+/),
);
const smallNames = /^(?:de|la|van|der|von|du|di|el|al|bin)$/i;

/** The words can be a signature: one to three, letters only, capitals or title case. */
export function isSignature(words: string): boolean {
  if (words.length > 6 && joined.test(words)) return areNames(words.split(between));
  if (words.length < 2 || words.length > 40 || words.includes('XXXXX')) return false;
  if (spaced.test(words)) return isSignature(words.replaceAll(' ', ''));
  if (!signature.test(words) && !signature.test(words.replace(officeBefore, ''))) return false;
  const parts = words.replace(/#+$/, '').split(/[ ,]+/);
  if (parts.some((part) => notNames.has(part.replace(/\.$/, '').toUpperCase()))) return false;
  const last = parts[parts.length - 1] as string;
  if (last.endsWith('.') && !/^(?:JR|SR|Jr|Sr|[A-Z])\.$/.test(last)) return false;
  if (isRoleHeading(words)) return false;
  const capitals = words === words.toUpperCase();
  return capitals || parts.every((part) => /^[A-Z]/.test(part) || smallNames.test(part));
}

/** `REGARDS, DOE` are a word and a name. */
const areNames = (words: readonly string[]): boolean => words.every((word) => !notNames.has(word));

/** The names of a signature, without the signs around them. */
export function namesOf(words: string): string[] {
  const plain = words
    .replace(/#+$/, '')
    .replace(/^SIGNED(?: BY)?:? (?=[A-Z])/i, '')
    .replace(officeBefore, '')
    .replace(officeBehind, '')
    // D O E
    .replace(/^[A-Z](?: [A-Z]){2,}$/, (letters) => letters.replaceAll(' ', ''));
  if (joined.test(plain) && areNames(plain.split(between))) return plain.split(between);
  return [(isSignature(plain) ? plain : (wrapped.exec(plain)?.[1] ?? plain)).trim()];
}

/** No small letter stands in the words. */
export function isCapital(words: string): boolean {
  return words === words.toUpperCase();
}
