import type { Addressee, Cable } from '../cable.ts';
import type { Line } from './line.ts';
import { matchClassification, parseMessageNumber } from './parse-classification-line.ts';

/** How many lines the header of a later section may have. */
const MOST_LINES = 120;
/** Characters of a line of a header: copies may have a whole distribution in one. */
const LONGEST = 300;
// VZCZCXRO3010, PP RUEHDK, DE RUEHNK #1102/02 2650930, ZNR UUUUU ZZH, PTTUZYUW RUEHXXX0321 0711333-UUUU--RUEHC
const FORMAT_LINE =
  /^(?:VZ?V?CZC|(?:OO|PP|RR|ZZ) R[A-Z]{4,7}\b|DE R[A-Z]{4,7} #|ZN[RY] |ZZH$|[ZOPRWY][A-Z]{7} R[A-Z]{4,7}\d{4} \d{7}-)/;
// INFO  OCT-01  EUR-25  ISO-00, or USIE-00  /064 W
const DISTRIBUTION =
  /^(?:(?:ACTION|ORIGIN|INFO):?)?[ \t]*(?:(?:[A-Z]{1,5}-\d{2}|\([A-Z]{2,5}\))(?:[ \t]+|$)){1,40}(?:\/\d{3}[ \t]?[A-Z])?(?:[ \t]*-{6,}.*)?$|^\/\d{3}[ \t]?[A-Z]$/;
// --------------------- 105811; ------------------101915Z 067312 /70
const RELAY_LINE = /^-{8,}[ \t]*(?:[WR][ \t]+)?[\dA-F]{5,6}Z?\b/;
/** `NOTE BY OC/T: NOT PASSED CINCPAC.` */
export const relayNote = /^[ \t]*\(?NOTES? (?:BY|FROM) (?:OC|OCT|S\/S|OPS)\b/;
const LABEL = /^(?:FM|TO|INFO)[ \t]+/;
/** An addressee that the first section has not: the relay told each section where it goes. */
const ROUTED = /^(?:(?:TO|INFO)[ \t]+)?R[A-Z]{4,7}\/[A-Z]/;
/** AMEMBASSY RIYADH AMEMBASSY MUSCAT */
const SEVERAL = /[ \t]+(?=(?:AMEMBASSY|AMCONSUL|USMISSION|SECSTATE) )/;
const NUMBER_AT_END = /[ \t]+\d{3,6}$/;

/** Words of an address line without its label and its message continuity number, which differs from section to section. */
function addressOf(text: string): string {
  return text
    .trim()
    .replace(LABEL, '')
    .replace(NUMBER_AT_END, '')
    .replaceAll(/[ \t]+/g, ' ');
}

/** What stands above a date-time group: bureau distribution, the relay's line of dashes, a number alone. */
export function isAboveGroup(text: string): boolean {
  const line = text.trim();
  return (
    line.length < LONGEST && (DISTRIBUTION.test(line) || RELAY_LINE.test(line) || /^\d{1,6}$/.test(line))
  );
}

const addresses = new WeakMap<Cable, ReadonlySet<string>>();

/** Sender and addressees of the first section; made once, for a text may hold many sections. */
function addressesOf(cable: Cable): ReadonlySet<string> {
  const made = addresses.get(cable);
  if (made) return made;
  const all: readonly Pick<Addressee, 'raw'>[] = [cable.from ?? [], cable.to ?? [], cable.info ?? []].flat();
  const known = new Set(all.map(({ raw }) => addressOf(raw)));
  addresses.set(cable, known);
  return known;
}

/** Whether a line holds addressees of the first section alone. */
function isKnown(text: string, known: ReadonlySet<string>): boolean {
  const words = addressOf(text);
  return known.has(words) || (SEVERAL.test(words) && words.split(SEVERAL).every((one) => known.has(one)));
}

/**
 * Where the header of a later section begins among the lines above its classification line: format lines, bureau distribution,
 * date-time group and addresses, all as in the first. Each section of a long telegram was a transmission of its own.
 *
 * @param above the lines kept so far; the section's classification line is the next
 * @returns the index of the header's first line, or `above.length` where there is none
 */
export function findRepeatedHeader(cable: Cable, above: readonly Line[]): number {
  if (!cable.from) return above.length;
  const known = addressesOf(cable);
  const group = cable.dtg?.raw.replaceAll(/[ \t]+/g, ' ');
  let start = above.length;
  let sender = false;
  for (let index = above.length - 1; index >= Math.max(0, above.length - MOST_LINES); index--) {
    const text = (above[index] as Line).text.trim();
    if (text === '') continue;
    if (text.length > LONGEST) break;
    const isHeader =
      isKnown(text, known) ||
      text.replaceAll(/[ \t]+/g, ' ') === group ||
      FORMAT_LINE.test(text) ||
      ROUTED.test(text) ||
      DISTRIBUTION.test(text) ||
      RELAY_LINE.test(text) ||
      /^\d{1,2}$/.test(text);
    if (!isHeader) break;
    if (text.startsWith('FM ')) sender = true;
    start = index;
  }
  return sender ? start : above.length;
}

/**
 * Whether a transmission that begins at a line is a later section of the cable above: the first classification line below names a
 * section after the first, and the station and serial of the cable.
 *
 * @param number station and serial of the cable above, as its classification line has them
 */
export function isLaterSection(
  lines: readonly Line[],
  index: number,
  number: { station?: string; serial?: number } | undefined,
): boolean {
  if (!number?.serial) return false;
  for (let below = index; below < lines.length && below < index + MOST_LINES; below++) {
    const classification = matchClassification((lines[below] as Line).text);
    if (!classification || classification.rest === '') continue;
    const found = parseMessageNumber(classification.rest);
    if (found.serial === undefined) continue;
    return (
      (found.section?.number ?? 1) > 1 && found.serial === number.serial && found.station === number.station
    );
  }
  return false;
}
