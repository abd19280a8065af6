import type { Cable, Drafting } from '../cable.ts';
import { type Line, linesOf, rawOf } from '../lines/line.ts';

// ACTION EUR-12; ORIGIN SS-00; INFO OCT-01 ISO-00; 43 ACTION AF-08; ACTION OFFICE EAP-01; INFO: AMB-1 DCM-1
const START =
  /^[ \t]*(?:\d{1,3}[ \t]+)?(ACTION|ORIGIN|INFO)(?: OFFICE)?:?[ \t]+(?=[A-Z]{1,8}(?:\/[A-Z]{1,6})?-[0-9OIl]{1,2}\b)/;
// DDDD-00 ISO-00 (ADP) /026 W
const TOKENS =
  /^[ \t]*(?:(?:[A-Z]{1,8}(?:\/[A-Z]{1,6})?-[0-9OIl]{1,2}[A-Z]?|\([A-Z]{2,5}\))(?:[ \t]+|(?=\/|$)))*(?:\/[ \t]*[0-9OIl]{1,3}[ \t]*(?:[WR]|A\d)?)?[ \t]*(?:-{6,}.*)?$/;
// as a scanner may read it, EAP-O1
const TOKEN = /([A-Z]{1,8}(?:\/[A-Z]{1,6})?-)([0-9OIl]{1,2})\b/g;
const TOTAL = /\/[ \t]*([0-9OIl]{1,3})[ \t]*(?:[WR]|A\d)?[ \t]*(?:-{6,}.*)?$/;
// --------------------- 012345 / ------------------1A2B3C  021212Z /38
const DASHES =
  /^[ \t]*-{6,}[ \t]*(?:[WR][ \t]+)?(?:[0-9A-Z]{4,7}|[0-9]{6}Z)?(?:[ \t]+[0-9A-Z]{4,7})?(?:[ \t]*\/\d{1,3})?[ \t]*$/;
// L: RROE / AF/E - MR. POE (INFO) / EA/K- MR. DOE / S/S MR. BROWN / AF/I, ARA/ECP - INFO
const CLEARANCE =
  /^[ \t]*[A-Z][A-Z/&.-]{0,20}(?:,[ \t]?[A-Z][A-Z/&.-]{0,20}){0,8}(?:[:-]|[ \t]+(?:-|MR|MS|MISS|COL|LTC|GEN|DR|AMB))/;
// EUR/EEY:CGILES          HA:LFARRAR
const COLUMNS = /[ \t]{3,}(?=[A-Z][A-Z/&.-]{0,14}:)/;
const DRAFTING =
  /^[ \t]*(?:\d{3,8}[ \t]*)?(?:SOURCE:|DRAFTED BY\b|APPROVED BY\b|DESIRED DISTRIBUTION\b|CLEARED BY\b)/i;

/** Whether a line opens a bureau distribution or goes on with one. */
export function isDistribution(text: string, inside: boolean): boolean {
  const head = text.slice(0, 200);
  if (START.test(head)) return true;
  return inside && head.trim() !== '' && TOKENS.test(head) && text.length < 200;
}

/** The line of dashes before the date-time group, with the relay's number and the time handed in. */
export function isDashLine(text: string): boolean {
  return text.length < 120 && text.includes('------') && DASHES.test(text);
}

export function isDrafting(text: string): boolean {
  return DRAFTING.test(text.slice(0, 80));
}

/** Figures that a scanner took for letters: `O1`, `lO`. */
export function figuresOf(text: string): string {
  return text.replaceAll('O', '0').replace(/[Il]/g, '1');
}

/** Reads a bureau distribution: `ACTION EUR-12`, `INFO OCT-01 ISO-00 /026 W`. Source: cable format, section 4.4. */
export function parseDistribution(lines: readonly Line[]): NonNullable<Cable['distribution']> {
  const distribution: NonNullable<Cable['distribution']> = { raw: rawOf(lines), lines: linesOf(lines) };
  let list: 'action' | 'info' = 'action';
  for (const { text } of lines) {
    const start = START.exec(text)?.[1];
    if (start) list = start === 'INFO' ? 'info' : 'action';
    const total = TOTAL.exec(text)?.[1];
    if (isDashLine(text)) continue;
    const codes = [...text.slice(0, 400).matchAll(TOKEN)].map(
      ([, bureau = '', copies = '']) => bureau + figuresOf(copies),
    );
    if (codes.length > 0) distribution[list] = [...(distribution[list] ?? []), ...codes];
    if (total) distribution.total = Number(figuresOf(total));
  }
  return distribution;
}

/** Reads the drafting block of Department cables: drafter, approving officer, clearances. */
export function parseDrafting(lines: readonly Line[]): Drafting {
  const drafting: Drafting = { raw: rawOf(lines), lines: linesOf(lines) };
  const cleared: string[] = [];
  let approvedSeen = false;
  for (const { text } of lines) {
    // ORIG: EUR INFO: CU below it are no clearances
    if (/^[ \t]*DESIRED DISTRIBUTION\b/i.test(text)) break;
    const drafted = /^[ \t]*DRAFTED BY[ \t]*:?[ \t]*(.+)$/i.exec(text);
    const approved = /^[ \t]*APPROVED BY[ \t]*:?[ \t]*(.+)$/i.exec(text);
    const source = /^[ \t]*(?:\d{3,8}[ \t]*)?SOURCE:[ \t]*(.+)$/i.exec(text);
    if (drafted?.[1]) drafting.drafter = drafted[1].trim();
    else if (approved?.[1]) {
      drafting.approved = approved[1].trim();
      approvedSeen = true;
    } else if (source?.[1]) drafting.source = source[1].trim();
    else if (approvedSeen && CLEARANCE.test(text) && !text.includes('---'))
      for (const office of text.trim().split(COLUMNS)) cleared.push(office);
  }
  if (cleared.length > 0) drafting.cleared = cleared;
  return drafting;
}
