import { executiveOrders } from '../../data/handling.ts';
import type { Classification, ExecutiveOrder } from '../cable.ts';
import type { CableContext } from '../context.ts';
import type { Report } from '../diagnostics.ts';
import { cutLine, inlineEnd, opensField } from '../lines/inline-label.ts';
import { type Line, linesOf, rawOf } from '../lines/line.ts';
import { PASS_SIGN } from '../lines/parse-captions.ts';
import { withinLimit } from '../lines/within-limit.ts';
import { editDistance } from '../nearest-words.ts';
import { parseEoDate } from './parse-eo-date.ts';

// `12958:` at the front, with what is left of the label
const orderPattern =
  /^(?:E\.?[ \t]?[O0]\.?[ \t:]*)?[ \t:.]*([\dlI]\d[\dlIOSB]{2,3})(?![\dA-Z])[ \t]*[:;.,]?/i;
// DECL: DECL: / DECLl: / DECL ON / DECLASSIFY ON: / DECLAS
const declPattern =
  /^(?:(?:DECLASSIF(?:Y|IED|ICATION)?|DECLASS?|DECLL?|DELC|DCL|DEC(?!\.?[ \t]{0,2}\d{1,2},?[ \t]{1,2}\d))\b[ \t]*(?:ON\b)?[ \t:;,.-]*)+/i;
const notApplicable = /^\(?(?:N[ \t]?\/[ \t]?A|N\.A\.?|NA|NOT APPLICABLE|NONE)(?![A-Z])/i;
const namedAction =
  /\b(X?GDS|ADS|RDS|XDS|OADR|MR|DNG)\b(?:[ \t]*[-(]{0,2}[ \t]*(?:B\)[ \t]*\(?)?(\d(?:\)?[ \t]*(?:,|AND|&)[ \t]*\(?\d)*)(?![\d/-])\)?)?/i;
// 1.6X1, X1, 25X2-human, 1.6 X1,X6
const exemptionPattern = /\b(?:25|50|75)?X[1-9]\b|\b1\.[456][ \t]?\(?X[1-9]\b/gi;
const byPattern = /\(([A-Z][A-Z'’. -]{1,40},[^()]{1,40})\)/i;
// DOE, JOHN OR-M / 6/5/99 DOE, JOHN: the bracket is lost
const byBare =
  /\b([A-Z][A-Z'’-]+, ?[A-Z][A-Z. ]{0,24}?)[ \t]+OR-[A-Z]\b|(?<=\/\d\d[ \t]{1,3})([A-Z][A-Z'’-]+, ?[A-Z][A-Z. ]{0,24})$/;
// XGDS, EXEMPTION CATEGORY 2
const categoryPattern = /\b(?:CATEGORY|CAT\.?|EXEMPTION)[ \t]{1,2}\(?([1-4])\b/i;
// ADS, DECLAS UPON RECEIPT
const upon = /\bDECLAS[A-Z]*[ \t]{1,2}((?:UPON|ON|AFTER|WHEN)[ \t]+[A-Z].*)$/i;
const durationPattern =
  /\b(?:\d{1,3}|ONE|TWO|THREE|FOUR|FIVE|SIX|SEVEN|EIGHT|NINE|TEN|FIFTEEN|TWENTY(?:-FIVE)?|THIRTY|FIFTY)[ \t]+(?:YEARS?|YRS?|MONTHS?|DAYS?)\b/i;
const continuationPattern = /^(?:DECL|DEC:|DNG|REASON|N\/A|X?GDS|ADS|OADR|\d{1,4}[/.-]\d)/i;
/** What becomes of the classification, and why: a value that may fill its line. */
const wrappedAction = /\bX?GDS\b.*[A-Z]{3}$/;
const captionPattern = /^(?:SIPDIS|NOFORN|NODIS|EXDIS|LIMDIS|STADIS|SENSITIVE|NOT FOR INTERNET)/i;
const classificationLetters: Record<string, Classification> = {
  U: 'UNCLASSIFIED',
  L: 'LIMITED OFFICIAL USE',
  C: 'CONFIDENTIAL',
  S: 'SECRET',
  T: 'TOP SECRET',
};

// No E.O. line is longer; what stands behind is handed back.
const mostCharacters = 2_000;

/**
 * Reads the E.O. line: number of the order, what becomes of the classification and when.
 *
 * Dates are month/day/year, or year first; an event or a length of time is kept in words. Misprinted numbers of orders
 * are repaired. Source: 5 FAH-3; executive orders 10501 to 13526.
 */
export function parseEo(
  lines: Line[],
  ctx: CableContext,
  report: Report,
): { value?: ExecutiveOrder; rest: Line[] } {
  const { own, rest } = withinLimit(takeLines(lines), mostCharacters);
  const raw = rawOf(own);
  if (raw === '') return { rest };
  const span = linesOf(own);
  const value: ExecutiveOrder = { raw, lines: span };
  const number = orderPattern.exec(raw);
  const text = raw.slice(number?.[0].length ?? 0).replace(/^[ \t:;,.-]*(?:AS AMENDED\b)?[ \t:;,.-]*/i, '');
  if (number?.[1]) value.order = repairOrder(number[1], ctx, report, span);
  readAction(text, value, ctx, report);
  checkContradiction(value, ctx, report);
  return { value, rest };
}

/** The lines of the field: the first, and those that go on with it. */
function takeLines(lines: readonly Line[]): { own: Line[]; rest: Line[] } {
  const own: Line[] = [];
  let at = 0;
  for (; at < lines.length; at += 1) {
    const line = lines[at] as Line;
    const text = line.text.trim();
    if (at > 0) {
      if (text === '') {
        // `E.O. 12958:` and a blank line, then `DECL:`
        const next = lines[at + 1]?.text.trim() ?? '';
        if (isBare(own) && continuationPattern.test(next)) continue;
        break;
      }
      if (opensField(text) && !/^DECL/i.test(text)) break;
      if (!goesOn(own, text)) break;
    }
    const end = inlineEnd(line.text, at === 0 ? 1 : 0, /^(?:E|DECL)/i);
    if (end !== undefined) {
      const [before, after] = cutLine(line, end);
      own.push(before);
      return { own, rest: after ? [after, ...lines.slice(at + 1)] : lines.slice(at + 1) };
    }
    own.push(line);
  }
  return { own, rest: lines.slice(at) };
}

/** Nothing but the number of the order so far. */
function isBare(own: readonly Line[]): boolean {
  const raw = rawOf(own);
  const text = raw.slice(orderPattern.exec(raw)?.[0].length ?? 0).replace(declPattern, '');
  return !/[A-Z0-9]/i.test(text);
}

function goesOn(own: readonly Line[], text: string): boolean {
  if (own.length > 6 || captionPattern.test(text)) return false;
  if (isBare(own) || continuationPattern.test(text)) return true;
  const raw = rawOf(own);
  if (/[,/(-]$/.test(raw)) return true;
  // XGDS-1 EXEMPT FROM AUTOMATIC DECLASSIFICATION: MULTILATERAL / NEGOTIATIONS IN PROGRESS
  if (wrappedAction.test(raw) && (own.at(-1)?.text.length ?? 0) > 55 && !PASS_SIGN.test(text)) return true;
  const value = raw.slice(orderPattern.exec(raw)?.[0].length ?? 0).replace(declPattern, '');
  // An event in words may wrap; a date or N/A is complete.
  return !/\d{1,4}[/.-]\d|N\/A|OADR|GDS|ADS|\bX\d/i.test(value) && own.length < 4;
}

function repairOrder(written: string, ctx: CableContext, report: Report, span: [number, number]): number {
  const digits = written.replace(/^\D/, '1');
  const order = Number(digits);
  if (executiveOrders.some((row) => row.token === written)) return order;
  const listed = executiveOrders.filter((row) => row.token === digits || row.variants.includes(written));
  const near = listed.length
    ? listed
    : executiveOrders.filter((row) => editDistance(row.token, written) === 1);
  const inForce = near.filter(
    (row) => ctx.year === undefined || ((row.from ?? 0) <= ctx.year && ctx.year <= (row.to ?? 9999)),
  );
  const only = near.length === 1 ? near[0] : inForce.length === 1 ? inForce[0] : undefined;
  if (!only) return order;
  report('eo-number-repaired', span, { raw: written, detail: `${written} is read as ${only.token}.` });
  return Number(only.token);
}

function readAction(text: string, value: ExecutiveOrder, ctx: CableContext, report: Report): void {
  const decl = declPattern.exec(text);
  const words = text.slice(decl?.[0].length ?? 0).trim();
  const span = value.lines ?? [1, 1];
  const bare = byBare.exec(words);
  const by = byPattern.exec(words)?.[1] ?? bare?.[1] ?? bare?.[2];
  if (by) value.by = by.trim();
  if (words === '') {
    if (decl) value.action = 'DECL';
    return;
  }
  if (notApplicable.test(words) || (!decl && /^UNCLAS(?:SIFIED)?\.?$/i.test(words))) {
    value.action = 'N/A';
    return;
  }
  const named = namedAction.exec(inShort(words));
  const exemptions: string[] = named?.[2]?.match(/\d/g) ?? [];
  const withoutBy = by ? words.replace(byPattern, ' ') : words;
  const date = parseEoDate(withoutBy, ctx.year, value.order);
  if (date) {
    value.date = date.iso;
    if (date.misprinted)
      report('eo-number-repaired', span, { raw: value.raw, detail: `The date is read as ${date.iso}.` });
    if (date.dayFirst) report('eo-date-day-first', span, { raw: value.raw });
  }
  if (named && exemptions.length === 0) {
    const category = categoryPattern.exec(words)?.[1];
    if (category) exemptions.push(category);
  }
  const event = named && !date ? upon.exec(words)?.[1] : undefined;
  if (event) value.event = event;
  if (named) {
    value.action = (named[1] ?? '').toUpperCase();
    if (value.action === 'DNG') {
      const to =
        classificationLetters[/\bDNG\b[ \t:]*(?:TO[ \t]+)?([ULCST])/i.exec(words)?.[1]?.toUpperCase() ?? ''];
      if (to) value.to = to;
    }
  } else {
    value.action = 'DECL';
    for (const code of words.match(exemptionPattern) ?? [])
      exemptions.push(code.replace(/[ \t(]/g, '').toUpperCase());
  }
  if (exemptions.length > 0) value.exemptions = exemptions;
  if (!date && !named && exemptions.length === 0) {
    if (!decl && /^UNKNOWN$/i.test(words)) {
      delete value.action;
      return;
    }
    value.event = words;
    if (durationPattern.test(words)) report('eo-duration', span, { raw: words });
  }
}

/** An action written out: `GENERAL DECLASSIFICATION SCHEDULE`, `O.A.D.R.`, `MANUAL REVIEW`. */
function inShort(words: string): string {
  return words
    .replace(/^GENERAL DECLASS[A-Z]* SCHED[A-Z.]*/i, 'GDS')
    .replace(/^O\.[ \t]?A\.[ \t]?D\.[ \t]?R\.?(?![A-Z])/i, 'OADR')
    .replace(/^0ADR\b/i, 'OADR')
    .replace(/^MANUAL REVIEW\b/i, 'MR');
}

function checkContradiction(value: ExecutiveOrder, ctx: CableContext, report: Report): void {
  const secret =
    ctx.classification === 'CONFIDENTIAL' ||
    ctx.classification === 'SECRET' ||
    ctx.classification === 'TOP SECRET';
  const contradicts =
    (secret && value.action === 'N/A') ||
    (ctx.classification === 'UNCLASSIFIED' && value.action === 'DECL' && value.date !== undefined);
  if (contradicts) report('eo-contradiction', value.lines ?? [1, 1], { raw: value.raw });
}
