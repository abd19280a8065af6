import { isMarked, startsBody } from '../lines/body-start.ts';
import { firstCode, type Line } from '../lines/line.ts';
import { endsSentence, goesOn } from '../lines/sentence.ts';
import { isSheetSender } from './parse-sheet.ts';

/** A value of the printed SMART form: its label and its lines, the first cut behind the label. */
export interface FormValue {
  key: string;
  label: string;
  lines: Line[];
}

const LABEL =
  /^[ \t]*(MRN|Date\/DTG|Date|From|Action(?: Post| Office)?|To|E\.O\.|EO|TAGS|Captions?|Reference|References|Ref|Pass Line|Pass Lines|Subject|Signature|Drafted By|Cleared By|Approved By|Released By|Info(?: Office)?|Attachments?|Dissemination Rule|XMT|Archive|Classification|Sensitivity|Precedence|Classified By|Reason|Declassify On|Derived From)[ \t]?:[ \t]*(.*)$/i;

/** A line as long as this may be wrapped. */
const fullWidth = 50;

const TEXT_LABEL = /^(?:Classified By|Reason|Declassify On|Derived From)$/i;

const keys: Record<string, string> = {
  eo: 'e.o.',
  ref: 'reference',
  references: 'reference',
  caption: 'captions',
  'pass lines': 'pass line',
  attachment: 'attachments',
  date: 'date/dtg',
};

const OPENS_FORM = /^[ \t]*(?:MRN|Date\/DTG|From|(?:Action|Info) Office)[ \t]?:/i;
const OPENS_SHEET = /^[ \t]*(?:To|Action):/;
// Labels that nothing else has, and Action: LIMA, AMEMBASSY PRIORITY, a town before the kind of post; From: AMEMBASSY LIMA
const OPENS_PIECE =
  /^[ \t]*(?:(?:Date\/DTG|(?:Drafted|Cleared|Approved|Released) By|Dissemination Rule)[ \t]?:|(?:From|Action|Info)[ \t]?:[ \t]*(?:[A-Z][A-Z .'’-]{1,40},[ \t]*(?:AM|US|SEC|DEPT|AIT)[A-Z]|(?:AMEMBASSY|AMCONSUL|USMISSION|SECSTATE)\b))/;

/** `MRN:`, another label of the form on one of the lines below: a text that cites a form's number has none. */
export function opensForm(lines: readonly Line[], at: number): boolean {
  if (!/^[ \t]*MRN[ \t]?:/.test(lines[at]?.text.slice(0, 40) ?? '')) return false;
  return lines.slice(at + 1, at + 4).some(({ text }) => LABEL.test(text.slice(0, 200)));
}

/** First letters of the labels that open a form. */
const OPENING = 'adfimt';

/**
 * Where the printed form of SMART begins: `MRN:` is among the first lines, or the first line of all is one that only a form has.
 * The sheet above an older telegram is a form too.
 */
export function formStart(lines: readonly Line[]): number | undefined {
  let first: number | undefined;
  let sheet: number | undefined;
  let seen = 0;
  for (let index = 0; index < lines.length && seen < 30; index++) {
    const { text } = lines[index] as Line;
    if (text === '') continue;
    seen++;
    if (seen === 1 && OPENS_PIECE.test(text.slice(0, 80))) return index;
    if (startsBody(text)) return undefined;
    const code = firstCode(text);
    if (first === undefined && OPENING.includes(String.fromCharCode(code | 32))) {
      if (OPENS_FORM.test(text.slice(0, 40))) first = index;
      else if (OPENS_SHEET.test(text.slice(0, 20))) sheet ??= index;
    }
    if (code === 70 && isSheetSender(text, lines[index + 1]?.text)) return sheet ?? index;
    if (code === 77 && opensForm(lines, index)) return first;
  }
  return undefined;
}

/**
 * Reads values of the printed form from a line on: a label with colon, and lines indented to the column of its value.
 *
 * @returns the values, and the index of the first line that belongs to none
 */
export function readForm(lines: readonly Line[], from: number): { values: FormValue[]; next: number } {
  const values: FormValue[] = [];
  let next = from;
  let column = 0;
  for (let index = from; index < lines.length; index++) {
    const line = lines[index] as Line;
    if (line.text.trim() === '') {
      // A blank line ends the form unless another label follows, or the value goes on behind a page's stamp.
      const below = lines.slice(index + 1, index + 4).find((one) => one.text.trim() !== '');
      const goesOn = below?.afterFurniture && indentOf(below.text) >= 4;
      if (!below || (!goesOn && !LABEL.test(below.text.slice(0, 200)))) break;
      continue;
    }
    const match = line.text.length < 4000 ? LABEL.exec(line.text) : null;
    // below the subject it is the text's, and wraps as the text does
    if (match?.[1] && TEXT_LABEL.test(match[1]) && values.some(({ key }) => key === 'subject')) break;
    if (match?.[1] !== undefined) {
      const value = match[2] ?? '';
      const name = match[1].toLowerCase();
      column = value === '' ? 4 : line.text.length - value.length;
      values.push({
        key: keys[name] ?? name,
        label: `${match[1]}:`,
        lines: [{ ...line, text: value }],
      });
    } else {
      const last = values[values.length - 1];
      if (!last || (indentOf(line.text) < Math.min(column, 4) && !goesOnAtMargin(last, lines, index))) break;
      last.lines.push({ ...line, text: line.text.trim() });
    }
    next = index + 1;
  }
  return { values, next };
}

/** `B. 11 LIMA 288`: a reference below another. */
const LETTERED = /^\(?[A-Z][.)] ?(?:\d\d |[A-Z]{3})/;
/** Lists of addressees. */
const LIST = /^(?:action|to|info)$/;
/** An addressee of a list ends with its precedence. */
const ENDS_ENTRY = /[ \t](?:FLASH|IMMEDIATE|PRIORITY|ROUTINE)[ \t]*$/;

/** Whether a list of addressees goes on below a line of it: an addressee is open, or the sign between two is its last. */
export function listGoesOn(text: string): boolean {
  return !ENDS_ENTRY.test(text.slice(-20));
}

/**
 * A value goes on at the margin, its place below the first line lost: any directly below its label alone, a title below a full line and
 * above a blank one, a label or the text, a list that is open, or any where another label follows directly or behind a second line.
 */
function goesOnAtMargin({ key, lines: own }: FormValue, lines: readonly Line[], at: number): boolean {
  const above = lines[at - 1]?.text ?? '';
  const { text } = lines[at] as Line;
  if (startsBody(text) || isMarked(text)) return false;
  if (own.length === 1 && own[0]?.text === '' && above !== '') return true;
  if (
    key === 'subject' &&
    (above.length >= fullWidth || goesOn(text)) &&
    !endsSentence(text) &&
    endsTitle(lines[at + 1]?.text)
  )
    return true;
  if (key === 'reference' && LETTERED.test(text)) return true;
  if (LIST.test(key) && above.length >= fullWidth && listGoesOn(above)) return true;
  for (const { text } of lines.slice(at + 1, at + 3)) {
    if (text.trim() === '') return false;
    if (LABEL.test(text.slice(0, 200))) return true;
  }
  return false;
}

/** Whether a title ends before a line. */
function endsTitle(text = ''): boolean {
  return text.trim() === '' || LABEL.test(text.slice(0, 200)) || startsBody(text) || isMarked(text);
}

/** Columns before the first character; a tab leads to the next eighth. */
function indentOf(text: string): number {
  let columns = 0;
  for (let at = 0; text[at] === ' ' || text[at] === '\t'; at++)
    columns += text[at] === '\t' ? 8 - (columns % 8) : 1;
  return columns;
}

/** Index of the line where the form's end begins (`Signature:` or `Drafted By:`), if the last lines hold one. */
export function formEnd(lines: readonly Line[]): number | undefined {
  let start: number | undefined;
  for (let index = lines.length - 1, seen = 0; index >= 0 && seen < 80; index--) {
    const { text } = lines[index] as Line;
    if (text === '') continue;
    seen++;
    const code = firstCode(text) | 32;
    if ((code === 115 || code === 100) && /^[ \t]*(?:Signature|Drafted By)[ \t]?:/i.test(text.slice(0, 40))) {
      start = index;
      if (code === 115) break;
    }
  }
  return start;
}

/** `WASHDC, SECSTATE PRIORITY` (town first) is `SECSTATE WASHDC PRIORITY`. */
export function townLast(text: string): string {
  const match =
    /^[ \t]*([A-Z][A-Z .'’-]{1,40}),[ \t]*([A-Z][A-Z0-9 /-]*?)((?:[ \t]+(?:NIACT IMMEDIATE|IMMEDIATE|PRIORITY|ROUTINE|FLASH))?)[ \t]*$/.exec(
      text,
    );
  return match ? `${match[2]} ${match[1]}${match[3]}` : text.trim();
}
