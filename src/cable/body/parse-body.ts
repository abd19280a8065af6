import { createAnchors } from '../blocks/anchors.ts';
import { parseBlocks } from '../blocks/parse-blocks.ts';
import type { Block, Cable, Field, Furniture, Heading, Paragraph } from '../cable.ts';
import type { CableContext } from '../context.ts';
import type { Report } from '../diagnostics.ts';
import { splitEnd } from '../end/split-end.ts';
import type { Line } from '../lines/line.ts';
import { closeUp } from '../rows/find-heading.ts';
import { markOrder, parseMark } from '../rows/parse-mark.ts';
import { capOrder } from './classification-order.ts';
import { findRedactions } from './find-redactions.ts';
import { findRepeat } from './find-repeat.ts';
import { parseRoles } from './parse-roles.ts';

/** What the body of a cable holds. */
export interface BodyResult {
  body: Block[];
  summary?: string;
  defaultMark?: string;
  signers?: string[];
  closing?: string[];
  endMarks?: string[];
  endNotes?: string[];
  redactions?: Cable['redactions'];
  repeats?: Cable['repeats'];
  /** Where signers, closing lines, end marks and end notes stand. */
  fields?: Field[];
  /** Rules that belong to headings or are layout, classification banners at the end. */
  furniture?: Furniture[];
  /** Text behind the end mark. */
  trailing?: Line[];
}

/** `C - ENTIRE TEXT.`, `CONFIDENTIAL - ENTIRE TEXT`, `ENTIRE TEXT CONFIDENTIAL`, `THIS CABLE IS CONFIDENTIAL IN ITS ENTIRETY`. */
const entireText =
  /^\(?[ \t]*(?:(?:THIS|THE) (?:MESSAGE|CABLE|TELEGRAM) IS )?(?:\(?(TS|SBU|LOU|U|C|S|TOP SECRET|SECRET|CONFIDENTIAL|C O N F I D E N T I A L|S E C R E T|UNCLASSIFIED|LIMITED OFFICIAL USE)(?:\/NF|\/NOFORN)?\)?[ \t]*[-–—:,/]*[ \t]*(?:(?:THE )?ENTIRE (?:TEXT|MESSAGE|CABLE|TELEGRAM)|ALL PARAGRAPHS|IN ITS ENTIRETY|THROUGHOUT)|(?:(?:THIS )?ENTIRE (?:TEXT|MESSAGE|CABLE|TELEGRAM)|ALL PARAS)[ \t]*[-–—:]*[ \t]*(?:IS |ARE )?(TS|SBU|LOU|U|C|S|TOP SECRET|SECRET|CONFIDENTIAL|UNCLASSIFIED|LIMITED OFFICIAL USE))\b/i;
/** `(C) - ENTIRE TEXT`, `(C) ENTIRE MESSAGE`: behind the paragraph's own mark. */
const entireBehindMark = /^[-–—:,. ]*\(?(?:THIS )?ENTIRE (?:TEXT|MESSAGE|CABLE|TELEGRAM)\b/i;

/**
 * Reads the lines of a body, from the first line behind the head to the end of the cable.
 *
 * Nothing is lost: every word of the lines is in a block (text, mark, number or label, items, table, label and end of a quoted
 * text), in a field of the end, in `furniture` (rules, banners) or in `trailing`. The publisher's pilcrows are dropped.
 * Linear in the length of the text. Source: cable format, sections 12, 13, 15, 16.
 *
 * @param all a text that holds all lines: what it has none of, no line is asked for
 */
export function parseBody(
  lines: readonly Line[],
  context: CableContext,
  report: Report,
  all: string = lines.map((line) => line.text).join('\n'),
): BodyResult {
  const redactions = findRedactions(lines, all);
  const isCable = context.dialect !== 'unknown' && context.dialect !== 'edited-print';
  const isNumbered = context.serial !== undefined || context.date !== undefined;
  const end = splitEnd(lines, report, { whole: isCable && isNumbered && context.partial !== true });
  const furniture: Furniture[] = [];
  const anchors = createAnchors();
  const body = parseBlocks(end.text, all, { anchors, report, furniture, whole: isCable });
  levelHeadings(body);
  const defaultMark = applyDefaultMark(body);
  const { summary } = parseRoles(body);
  checkMarks(body, context, report);
  const repeats = findRepeat(body, context);
  return {
    body,
    summary,
    defaultMark,
    signers: filled(end.signers),
    closing: filled(end.closing),
    endMarks: filled(end.endMarks),
    endNotes: filled(end.endNotes),
    redactions: filled(redactions),
    repeats,
    fields: filled(end.fields),
    furniture: filled([...furniture, ...end.furniture]),
    trailing: filled(end.trailing),
  };
}

/** A list that holds something. */
function filled<T>(list: T[]): T[] | undefined {
  return list.length > 0 ? list : undefined;
}

/** Plain headings are one level under the ruled ones, where there are ruled ones; else all are of the second level. */
function levelHeadings(body: readonly Block[]): void {
  const headings = body.filter((block): block is Heading => block.type === 'heading');
  if (headings.some((heading) => heading.level === 2)) return;
  for (const heading of headings) heading.level = 2;
}

/** Marks all paragraphs that bear no mark of their own, where one of the first says so. */
function applyDefaultMark(body: readonly Block[]): string | undefined {
  const paragraphs = body.filter((block): block is Paragraph => block.type === 'paragraph');
  for (const [at, paragraph] of paragraphs.slice(0, 4).entries()) {
    const text = paragraph.text.length < 400 ? paragraph.text : '';
    const match = entireText.exec(text);
    const words =
      match?.[1] ?? match?.[2] ?? (entireBehindMark.test(text) ? paragraph.mark?.level : undefined);
    if (words === undefined) continue;
    const read = parseMark(`(${closeUp(words.toUpperCase())})`);
    if (!read) continue;
    const { level } = read.mark;
    for (const [index, other] of paragraphs.entries()) {
      if (index !== at && other.mark === undefined) other.mark = { raw: '', level, inferred: true };
    }
    return level;
  }
  return undefined;
}

/** Reports the first paragraph that is marked higher than the cable. */
function checkMarks(body: readonly Block[], { classification }: CableContext, report: Report): void {
  if (classification === undefined) return;
  const highest = capOrder[classification];
  for (const block of body) {
    if (block.type !== 'paragraph' || !block.mark || markOrder[block.mark.level] <= highest) continue;
    report('mark-above-classification', block.lines, {
      detail: `It is ${block.mark.raw}.`,
      raw: block.mark.raw,
    });
    return;
  }
}
