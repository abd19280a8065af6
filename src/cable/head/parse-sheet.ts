/**
 * The sheet that the Department printed above a telegram of 2001 to 2009 in place of its header: `TELEGRAM` with the date in words,
 * `To:`, `Action:` with a bureau, `From:` with the telegram's number, then fields that the telegram has again.
 */
import type { Cable } from '../cable.ts';
import type { CableContext } from '../context.ts';
import { type Line, linesOf } from '../lines/line.ts';
import { parseEoDate } from './parse-eo-date.ts';

// AMEMBASSY LIMA (LIMA 55 - PRIORITY)
const SENDER = /^([A-Z][A-Z .'’-]{2,40}) \(([A-Z][A-Z .'’-]{1,30} \d{1,6})(?: - [A-Z ]{4,20})?\)$/;
const SENDER_LINE = /^[ \t]*From:[ \t]*(\S.*)$/;
// TELEGRAM                    January 12, 2004
const TITLE = /^[ \t]*TELEGRAM[ \t]+([A-Z][a-z]{2,8} \d{1,2}, \d{4})$/;

/** The sender's name before the telegram's number, as only a sheet has it. */
export function sheetSender(words: string): string | undefined {
  return SENDER.exec(words)?.[1];
}

/** The telegram's number behind the sender's name. */
export function sheetNumber(words: string): string | undefined {
  return SENDER.exec(words)?.[2];
}

/** Whether a line names the sender as a sheet does, the number perhaps on the line below. */
export function isSheetSender(text: string, below = ''): boolean {
  const words = SENDER_LINE.exec(text.slice(0, 160))?.[1];
  if (words === undefined) return false;
  const number = below.slice(0, 160).trim();
  return sheetSender(number.startsWith('(') ? `${words} ${number}` : words) !== undefined;
}

/** Takes the title of a sheet, whose date is the telegram's. */
export function takeSheetTitle(cable: Cable, line: Line, ctx: CableContext): boolean {
  const date = TITLE.exec(line.text)?.[1];
  const iso = date && parseEoDate(date)?.iso;
  if (!iso) return false;
  cable.wrapper = { kind: 'telegram', ...cable.wrapper, date: iso };
  const title = { kind: 'wrapper', text: line.text.trim(), lines: linesOf([line]) };
  cable.furniture = [...(cable.furniture ?? []), title];
  ctx.year = Number(iso.slice(0, 4));
  return true;
}
