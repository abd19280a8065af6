import type { Cable, Furniture } from '../cable.ts';
import type { Report } from '../diagnostics.ts';
import { firstCode, type Line } from '../lines/line.ts';
import type { MessageNumber } from '../lines/parse-classification-line.ts';
import { type DateTimeGroup, isoOf } from '../lines/parse-dtg.ts';
import { placeOf } from './head-walk.ts';
import { parseAddressee, parseAddressees } from './parse-addressees.ts';

/** How many lines an airgram's printed head may run. */
const REACH = 40;
// AIRGRAM, A I R G R A M
const TITLE = /^A ?I ?R ?G ?R ?A ?M$/;
const OFFICE = /^(?:DEPARTMENT OF STATE|FOREIGN SERVICE OF THE UNITED STATES(?: OF AMERICA)?)$/;
const NUMBER = /^A-\d{1,5}$/;
// TO : DEPARTMENT OF STATE; FROM: AMEMBASSY QUITO          DATE: DECEMBER 3, 1973
const LABEL = /^(TO|INFO|FROM|DATE)[ \t]{0,8}:[ \t]*(.*)$/;
const DATE_BEHIND = /[ \t]DATE[ \t]{0,3}:[ \t]*(.*)$/;
// TO : DEPARTMENT OF STATE                A-218
const NUMBER_BEHIND = /[ \t]{2,}(A-\d{1,5})$/;
// DECEMBER 3, 1973; 3 DECEMBER 1973; DEC 3, 1973
const DATE = /^(?:([A-Z]{3,9})\.? (\d{1,2}),? (\d{4})|(\d{1,2}) ([A-Z]{3,9})\.?,? (\d{4}))$/;
// 1. Dredging.
const PARAGRAPH = /^\d{1,2}[.)][ \t]/;
const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];

/**
 * Reads the printed head of an airgram, a letter that went by pouch: title, number, TO, INFO, FROM and DATE. It has no date-time
 * group; its date is a day. Source: cable format, section 5.3; forms of the Department until the 1970s.
 *
 * @returns the lines that are left, and the date; the lines as they are where the text is no airgram
 */
export function readAirgram(
  cable: Cable,
  lines: Line[],
  report: Report,
): { lines: Line[]; group?: DateTimeGroup; number?: MessageNumber } {
  const top = lines.slice(0, REACH);
  if (!top.some(({ text }) => firstCode(text) === 65 && TITLE.test(text.trim()))) return { lines };
  const left: Line[] = [];
  const furniture: Furniture[] = [];
  let group: DateTimeGroup | undefined;
  let number: MessageNumber | undefined;
  const readNumber = (text: string, line: Line): void => {
    number = { serial: Number(text.slice(2)), airgram: true };
    cable.messageNumber ??= { raw: text, airgram: true, lines: placeOf(line) };
    furniture.push({ kind: 'number', text, lines: placeOf(line) });
  };
  for (const [index, line] of top.entries()) {
    const text = line.text.trim();
    const isTitle = TITLE.test(text) || OFFICE.test(text);
    if (isTitle || NUMBER.test(text)) {
      if (isTitle) furniture.push({ kind: 'banner', text, lines: placeOf(line) });
      else readNumber(text, line);
      continue;
    }
    if (PARAGRAPH.test(text)) {
      left.push(...top.slice(index));
      break;
    }
    const label = text.length < 300 ? LABEL.exec(text) : null;
    const isSecond =
      (label?.[1] === 'FROM' && cable.from) ||
      (label && cable.dtg && /(?:^|[ \t])DATE[ \t]{0,3}:/.test(text));
    if (!label?.[1] || !label[2] || isSecond) {
      left.push(line);
      continue;
    }
    const date = label[1] === 'DATE' ? label[2] : DATE_BEHIND.exec(label[2] ?? '')?.[1];
    if (date) group = readDate(cable, date.trim(), line) ?? group;
    if (label[1] === 'DATE') continue;
    const behind = NUMBER_BEHIND.exec(label[2] ?? '')?.[1];
    if (behind) readNumber(behind, line);
    const words = (label[2] ?? '').replace(DATE_BEHIND, '').replace(NUMBER_BEHIND, '').trim();
    if (words === '') continue;
    if (label[1] === 'FROM') {
      cable.from = { raw: words, name: parseAddressee(words).name };
      cable.fields.push({ field: 'from', label: 'FROM', lines: [line.number, line.number] });
    } else {
      const name = label[1] === 'TO' ? 'to' : 'info';
      cable[name] = [
        ...(cable[name] ?? []),
        ...parseAddressees([{ ...line, text: words }], report, group?.year),
      ];
      cable.fields.push({ field: name, label: label[1], lines: [line.number, line.number] });
    }
  }
  if (furniture.length > 0) cable.furniture = [...(cable.furniture ?? []), ...furniture];
  return { lines: [...left, ...lines.slice(REACH)], ...(group && { group }), ...(number && { number }) };
}

function readDate(cable: Cable, raw: string, line: Line): DateTimeGroup | undefined {
  cable.dtg = { raw, lines: [line.number, line.number] };
  cable.fields.push({ field: 'dtg', label: 'DATE', lines: [line.number, line.number] });
  const match = DATE.exec(raw.toUpperCase().replaceAll(/[ \t]+/g, ' '));
  if (!match) return undefined;
  const month = MONTHS.indexOf((match[1] ?? match[5] ?? '').slice(0, 3)) + 1;
  const day = Number(match[2] ?? match[4]);
  const year = Number(match[3] ?? match[6]);
  const iso = isoOf({ raw, month, day, hour: 0, minute: 0 }, year);
  if (month === 0 || !iso) return undefined;
  cable.dtg.iso = iso.slice(0, 10);
  return { raw, iso: cable.dtg.iso, year, month, day };
}
