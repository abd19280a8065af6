import type { Cable, Lines } from '../cable.ts';
import { findPost, stationOf } from '../find-post.ts';
import { startsBody } from '../lines/body-start.ts';
import { findLabel } from '../lines/find-label.ts';
import { firstCode, type Line } from '../lines/line.ts';
import { parseCaptions } from '../lines/parse-captions.ts';
import { matchClassification } from '../lines/parse-classification-line.ts';
import { parseDtg } from '../lines/parse-dtg.ts';
import { transmissionLine } from '../lines/parse-transmission.ts';
import { endsSentence } from '../lines/sentence.ts';
import { editDistance } from '../nearest-words.ts';
import { addFurniture, closeList, closeRuns, type HeadWalk, placeOf } from './head-walk.ts';
import { goesOnBelow, isAddressee, isPost, isRouted, parseAddressee } from './parse-addressees.ts';
import { isDashLine, isDistribution, isDrafting } from './parse-distribution.ts';

// BT; the count of groups above it, or that none was made: GRNC, GR 123, STATE GRNC
const BREAK = /^[ \t]*(?:BT|(?:STATE )?GR(?:NC|[ \t]?\d{1,4}))[ \t]*$/;
const DTG_LABEL = /^[ \t]*DTG[ \t]*:[ \t]*/;
// P 111432Z above MAY 09
const BROKEN_GROUP = /^[ \t]*(?:[ZOPRYW]{1,2}[ \t]){0,2}\d{6}[ \t]?Z(?:[ \t]+[A-Z]{3,9})?$/;
const GROUP_END = /^[ \t]*(?:[A-Z]{3,9}[ \t]+)?\d{2}(?:\d\d)?(?:[ \t]+Z[A-Z]{2}.{0,40})?$/;
const FM =
  /^[ \t]*(?:FM(?:[ \t]*:[ \t]*|[ \t]+|$)|FROM[ \t]?:[ \t]*|FROM[ \t]+(?=(?:AMEMBASSY|AMCONSUL|USMISSION|SECSTATE)[ \t][A-Z .'’-]{2,25}[ \t]*$))/;
const LIST_LABEL = /^[ \t]*(TO|INFO)(?:[ \t]?:[ \t]*|[ \t]+|$|(?=R[A-Z]{4,7}\/[A-Z]))/;
// INFQ RUEHAA/AMEMBASSY LIMA, OT SECSTATE WASHDC, FFM AMEMBASSY LIMA, T0 SECSTATE WASHDC: the label misprinted
const MISPRINTED_LABEL =
  /^[ \t]*([A-Zl01]{1,5})[ \t]+(?=R[A-Z]{4,7}\/[A-Z]|(?:AMEMBASSY|AMCONSUL|USMISSION|SECSTATE)[ \t])/;
// no addressee: ALDAC and ALL DIPLOMATIC AND CONSULAR POSTS are both
const CAPTION = /^[ \t]*(?:SIPDIS|SENSITIVE|NOFORN|NODIS|EXDIS|LIMDIS|STADIS|SBU)\b/;
// AF/E: RROE / S/S - MR. BROWN
const CLEARANCE = /^[ \t]*[A-Z][A-Z/&.-]{0,14}(?::|[ \t]+-)[ \t]*\S/;
/** How many clearances may stand above the relay's line of dashes. */
const DRAFTING_REACH = 30;
const XMT = /^[ \t]*XMI?T[ \t]/;

/**
 * Reads a line of the transmission header: format lines, date-time group, distribution and drafting, sender and addressees.
 *
 * @returns whether the line is one. Source: cable format, section 4.
 */
export function readHeaderLine(walk: HeadWalk, line: Line, code: number): boolean {
  return (
    readTransmission(walk, line, code) ||
    readDistribution(walk, line) ||
    readSenderOrLabel(walk, line, code) ||
    goesOnWithList(walk, line)
  );
}

/** Format lines, the break, the date-time group and prosigns below it. */
function readTransmission(walk: HeadWalk, line: Line, code: number): boolean {
  const { cable, head, identify, report } = walk;
  const { text } = line;
  // A routed line goes on with the list that is open, and is nothing else.
  if (walk.list && code === 82 && text.length < 200 && isRouted(text)) {
    walk.formatLine = undefined;
    walk.list.lines.push(line);
    return true;
  }
  // transmission header
  const kind = transmissionLine(text, walk.formatLine);
  if (kind !== undefined) {
    closeList(walk);
    walk.format.push(line);
    walk.formatLine = kind;
    walk.signs++;
    return true;
  }
  walk.formatLine = undefined;
  // The break between header and text, ACP 127
  if (walk.signs > 0 && (code === 66 || code === 71 || code === 83) && BREAK.test(text)) {
    closeRuns(walk);
    addFurniture(walk, 'break', line);
    return true;
  }
  const whole = head.group ? line : wholeGroup(walk, line);
  const place = placeOf(whole);
  const group = parseDtg(code === 68 ? whole.text.replace(DTG_LABEL, '') : whole.text);
  if (group && !head.group) {
    if (whole !== line) walk.at++;
    closeRuns(walk);
    head.group = group;
    if (cable.dtg) cable.fields.push({ field: 'dtg', lines: cable.dtg.lines, raw: cable.dtg.raw });
    cable.dtg = { raw: group.raw, lines: place };
    if (group.iso) cable.dtg.iso = group.iso;
    if (group.precedence) cable.precedence = group.precedence;
    if (group.prosigns) cable.prosigns = group.prosigns;
    if (group.repaired) report('dtg-repaired', place, { raw: group.raw });
    if (group.invalid) report('dtg-invalid', place, { raw: group.raw });
    cable.fields.push({ field: 'dtg', ...(code === 68 ? { label: 'DTG:' } : {}), lines: place });
    walk.signs++;
    identify(head);
    return true;
  }
  // ZUI RE YOUR SVC, on a line below the group
  if (code === 90 && head.group && !cable.from && /^[ \t]*Z[A-Z]{2}\d?(?![A-Z])/.test(text)) {
    cable.prosigns = [...(cable.prosigns ?? []), text.trim()];
    cable.fields.push({ field: 'prosigns', lines: place, raw: text.trim() });
    return true;
  }
  return false;
}

/** The line with the one below it, where both are one date-time group. */
function wholeGroup({ lines, at }: HeadWalk, line: Line): Line {
  const below = lines[at + 1];
  if (!below || line.text.length > 40 || !BROKEN_GROUP.test(line.text) || !GROUP_END.test(below.text))
    return line;
  const whole = { ...line, text: `${line.text} ${below.text.trim()}`, last: below.number };
  return parseDtg(whole.text)?.iso ? whole : line;
}

/** Bureau distribution above the date-time group, and who drafted, cleared and approved. */
function readDistribution(walk: HeadWalk, line: Line): boolean {
  const { cable, head } = walk;
  const { text } = line;
  if (
    !head.group &&
    !cable.from &&
    (isDistribution(text, walk.distribution.length > 0) || isDashLine(text))
  ) {
    if (isDashLine(text) && walk.drafting.length > 0) walk.drafting.push(line);
    else walk.distribution.push(line);
    walk.signs++;
    return true;
  }
  if (!head.group && (isDrafting(text) || goesOnWithDrafting(walk, text))) {
    walk.drafting.push(line);
    walk.signs++;
    return true;
  }
  return false;
}

/** A clearance, or in the block that the relay's line of dashes ends any short line: the date and telephone of who drafted. */
function goesOnWithDrafting({ drafting, lines, at }: HeadWalk, text: string): boolean {
  if (drafting.length === 0 || findLabel(text)) return false;
  if (CLEARANCE.test(text)) return true;
  if (text.length > 70 || matchClassification(text)) return false;
  return lines.slice(at + 1, at + 1 + DRAFTING_REACH).some((line) => isDashLine(line.text));
}

/** FM, and the labels TO and INFO, which open a list. */
function readSenderOrLabel(walk: HeadWalk, line: Line, code: number): boolean {
  const { cable, head, lines, identify } = walk;
  const { text } = line;
  const misprinted =
    head.group && cable.classification === undefined ? misprintedLabel(text, cable, walk.list) : undefined;
  if (!cable.from && ((code === 70 && FM.test(text)) || misprinted === 'FM')) {
    closeRuns(walk);
    const pattern = misprinted === 'FM' ? MISPRINTED_LABEL : FM;
    let behind = text.replace(pattern, '');
    let last = line;
    if (behind === '' && lines[walk.at + 1] && !LIST_LABEL.test((lines[walk.at + 1] as Line).text)) {
      last = lines[++walk.at] as Line;
      behind = last.text.trim();
    } else if (/^[A-Z]+$/.test(behind) && goesOnBelow(behind, lines[walk.at + 1]?.text ?? '')) {
      last = lines[++walk.at] as Line;
      behind = `${behind} ${last.text.trim()}`;
    }
    readSender(cable, behind, [line.number, last.number], pattern.exec(text)?.[0].trim() ?? 'FM');
    walk.signs++;
    identify(head);
    // Addressees may follow without TO.
    if (isRouted(lines[walk.at + 1]?.text ?? '')) walk.list = { name: 'to', label: '', lines: [] };
    return true;
  }
  const listLabel = code === 84 || code === 73 ? LIST_LABEL : undefined;
  const label = (misprinted ? MISPRINTED_LABEL : listLabel)?.exec(text);
  if (
    label?.[1] &&
    (cable.from || head.group || isListed(text.slice(label[0].length), lines[walk.at + 1]?.text))
  ) {
    closeRuns(walk);
    walk.list = { name: (misprinted ?? label[1]) === 'TO' ? 'to' : 'info', label: label[1], lines: [] };
    const behind = text.slice(label[0].length);
    walk.list.lines.push({ ...line, text: behind });
    walk.signs++;
    return true;
  }
  // a list that has lost its label, and all above it
  const isBare = walk.signs === 0 && !walk.list && !label;
  if (isBare && (isRouted(text) || (isPost(text) && isAddressee(lines[walk.at + 1]?.text ?? '')))) {
    walk.list = { name: 'to', label: '', lines: [line] };
    walk.signs++;
    return true;
  }
  return false;
}

/** An addressee below the others; any other line closes the list. */
function goesOnWithList(walk: HeadWalk, line: Line): boolean {
  if (!walk.list) return false;
  const { cable, head } = walk;
  const { text } = line;
  const isNumber =
    matchClassification(text) !== undefined ||
    (cable.from !== undefined && !head.number && isOwnNumber(text, cable.from.name));
  if (
    !isNumber &&
    !(CAPTION.test(text) && parseCaptions(text)) &&
    !findLabel(text) &&
    !startsBody(text) &&
    text.length < 200 &&
    goesOn(walk.list.lines, line)
  ) {
    walk.list.lines.push(line);
    return true;
  }
  closeList(walk);
  return false;
}

/** Whether a line names the sender. */
export function isSender(text: string): boolean {
  return firstCode(text) === 70 && FM.test(text);
}

/** FM, TO or INFO, where a line before the classification has it with a letter wrong. */
function misprintedLabel(
  text: string,
  { from, to }: Cable,
  list: { name: string } | undefined,
): 'FM' | 'TO' | 'INFO' | undefined {
  const word = MISPRINTED_LABEL.exec(text.slice(0, 40))?.[1];
  if (word === undefined || /^(?:FM|TO|INFO|XMT)$/.test(word)) return undefined;
  if (!from) return word.length < 4 && /[FM]/.test(word) && editDistance(word, 'FM') < 2 ? 'FM' : undefined;
  if (!to && !list)
    return word.length < 4 && /[TO]/.test(word) && editDistance(word, 'TO') < 2 ? 'TO' : undefined;
  return list?.name !== 'info' && editDistance(word, 'INFO') === 1 ? 'INFO' : undefined;
}

/** Whether a line is the sender's post and a number, and nothing else. */
export function isOwnNumber(text: string, sender: string): boolean {
  const post =
    text.length < 50 && !isAddressee(text)
      ? /^[ \t]*([A-Z][A-Z .'’-]{2,30}?)[ \t]+\d{4,6}[ \t]*$/.exec(text)?.[1]
      : undefined;
  const station = post === undefined ? undefined : findPost(post)?.station;
  return station !== undefined && station !== '' && station === stationOf(sender);
}

function readSender(cable: Cable, text: string, lines: Lines, label: string): void {
  const addressee = parseAddressee(text);
  const from: NonNullable<Cable['from']> = { raw: text.trim(), name: addressee.name };
  // A country code behind the name is no part of it: AMEMBASSY TRIPOLI LY.
  const bare = /^((?:AM|US)[A-Z]+ [A-Z .'’-]{3,}) [A-Z]{2}$/.exec(from.name);
  if (bare?.[1]) from.name = bare[1];
  if (addressee.office) from.office = addressee.office;
  if (addressee.route) from.route = addressee.route;
  cable.from = from;
  cable.fields.push({ field: 'from', label, lines });
}

/** Whether an address list goes on behind a blank line: with a routed line, or behind furniture. */
export function listGoesOn(lines: readonly Line[], at: number): boolean {
  let index = at;
  while (index < lines.length && (lines[index] as Line).text.trim() === '') index++;
  const next = lines[index];
  if (!next) return false;
  return isRouted(next.text) || XMT.test(next.text) || isPost(next.text);
}

/** Whether a line without label belongs to the list above it. */
function goesOn(list: readonly Line[], line: Line): boolean {
  if (isRouted(line.text) || XMT.test(line.text)) return true;
  const empty = list.every((one) => one.text.trim() === '');
  if (empty || isAddressee(line.text)) return true;
  const letters = line.text.replace(/[^A-Za-z]/g, '');
  return letters === letters.toUpperCase() && !endsSentence(line.text) && line.text.length < 90;
}

/** Whether the text behind TO or INFO, without FM above, names an addressee, or its office and one stands below. */
function isListed(text: string, next = ''): boolean {
  if (text.trim() === '') return isAddressee(next);
  return isAddressee(text) || (text.includes('//') && isAddressee(next));
}
