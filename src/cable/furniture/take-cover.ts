import type { Cable } from '../cable.ts';
import { isDistribution } from '../head/parse-distribution.ts';
import { startsBody } from '../lines/body-start.ts';
import { findLabel } from '../lines/find-label.ts';
import { firstCode, type Line, linesOf, rawOf } from '../lines/line.ts';
import { parseDtg } from '../lines/parse-dtg.ts';
import { transmissionLine } from '../lines/parse-transmission.ts';

// CXLIMA: the post's own distribution; DISSEMINATION: CONS; APPROVED: CG:JDOE
const COVER = /^[ \t]*(?:CX[A-Z][A-Z ]{2,20}|DISSEMINATION|APPROVED):/i;
const DRAFTING = /^[ \t]*(APPROVED|DRAFTED|CLEARED):[ \t]*(\S.*)$/i;
const COVER_REACH = 40;
const HEADER_REACH = 80;

function opensCover(text: string): boolean {
  const letter = firstCode(text) | 32;
  return (letter === 99 || letter === 100 || letter === 97) && COVER.test(text.slice(0, 40));
}

/** Whether the telegram's own header begins with a line. */
function opensHeader(text: string): boolean {
  return transmissionLine(text) === 1 || parseDtg(text) !== undefined;
}

/**
 * Takes off the cover that a post's message system printed above the telegram: its number, `CXLIMA:` with the offices that
 * got it, who drafted, cleared and approved. The telegram below has a header and a classification line of its own.
 */
export function takeCover(cable: Cable, lines: Line[]): Line[] {
  // below the telegram's header, a field or a paragraph the words are its own
  const cover = lines
    .slice(0, COVER_REACH)
    .findIndex(({ text }) => opensCover(text) || opensHeader(text) || findLabel(text) || startsBody(text));
  if (cover < 0 || !opensCover((lines[cover] as Line).text)) return lines;
  const header = lines.slice(0, cover + HEADER_REACH).findIndex(({ text }) => opensHeader(text));
  if (header < 0) return lines;
  const own = lines.slice(0, header).filter((line) => line.text.trim() !== '');
  // the Department's own distribution is the cable's
  if (own.some(({ text }) => isDistribution(text, false))) return lines;
  cable.furniture = [...(cable.furniture ?? []), { kind: 'wrapper', text: rawOf(own), lines: linesOf(own) }];
  for (const line of own) {
    const [, label = '', words = ''] = DRAFTING.exec(line.text) ?? [];
    if (words === '' || /^NONE$/i.test(words.trim())) continue;
    const drafting = cable.drafting ?? { lines: linesOf(own) };
    if (/^A/i.test(label)) drafting.approved = words.trim();
    else if (/^D/i.test(label)) drafting.drafter = words.trim();
    else drafting.cleared = words.split(/[ \t]*,[ \t]*/).map((name) => name.trim());
    cable.drafting = drafting;
  }
  return lines.slice(header);
}
