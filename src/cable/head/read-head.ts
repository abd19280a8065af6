import type { Cable } from '../cable.ts';
import type { CableContext } from '../context.ts';
import type { Report } from '../diagnostics.ts';
import { isMarked, isRuleLine, startsBody } from '../lines/body-start.ts';
import { findLabel, type Label, type LabelField } from '../lines/find-label.ts';
import { cutLine, inlineEnd } from '../lines/inline-label.ts';
import { isLatePassLine, passes } from '../lines/late-pass-line.ts';
import { firstCode, type Line } from '../lines/line.ts';
import {
  asksForRest,
  isPassLine,
  isPassRest,
  leadingCaptions,
  nearCaption,
  PASS_SIGN,
  parseCaptions,
  parseCorrectedCopy,
} from '../lines/parse-captions.ts';
import { matchClassification, parseMessageNumber } from '../lines/parse-classification-line.ts';
import { parseDtg } from '../lines/parse-dtg.ts';
import { transmissionLine } from '../lines/parse-transmission.ts';
import { relayNote } from '../lines/repeated-header.ts';
import { endsSentence, isCapitals } from '../lines/sentence.ts';
import { addCaptions, addPassLine, readHeadField, takeReason } from './head-field.ts';
import {
  addFurniture,
  addUnparsed,
  closeList,
  closeRuns,
  type Head,
  type HeadWalk,
  type Identify,
  placeOf,
} from './head-walk.ts';
import { infoInside } from './parse-addressees.ts';
import { orderOfReasons } from './parse-classified-by.ts';
import { isFirstHeading, isReftelOf } from './parse-subject.ts';
import { isTagList } from './parse-tags.ts';
import { isOwnNumber, isSender, listGoesOn, readHeaderLine } from './read-header-line.ts';

const REPEAT =
  /^[ \t]*\(?(?:FOLL?(?:OWING|G)?(?:[ \t]+(?:TEL(?:EGRAM)?|MSG|MESSAGE|CABLE))?(?:[ \t]+(?:IS|BEING|SENT))*|QUOTED BELOW IS|FOLLOWING FROM .{2,40})[ \t]+(?:IS[ \t]+)?(?:A[ \t]+)?(?:REPEAT(?:ED|S)?|RPT|RPTD|BEING REPEATED|(?<=SENT[ \t])(?:ACTION|TO|SECSTATE|INFO))\b/i;
// (SBU) Sensitive but unclassified, please handle accordingly: a notice between the fields
const NOTICE =
  /^[ \t]*\((?:SBU|U)\)[ \t]+(?:SENSITIVE BUT|THIS (?:MESSAGE|CABLE|TELEGRAM) (?:IS|CONTAINS)|NOT FOR |PLEASE (?:PROTECT|HANDLE))/i;
// REASONS: 1.4 (B), on a line of its own
const REASONS = /^[ \t]*REASONS?[ \t:]{1,3}1[.,][ \t]?[3-8]/i;
const QUOTE = /(?:^|[ \t])(?:QUOTE|QTE)[:. \t]*$/i;
// QTE UNCLAS VIENNA 10998
const QUOTE_BEFORE = /^[ \t]*(?:QUOTE|QTE)[:. \t]+(?=\S)/i;
// WASHDC MAR 13 QUOTE UNCLAS STATE 060411
const QUOTE_INSIDE = /[ \t](?:QUOTE|QTE)[:. \t]+(?=\S)/i;
// FOLLOWING MESSAGE FROM LONDON DATED MAY 5 / FOL TEL FROM BONN
const ANNOUNCING = /^[ \t]*\(?(?:THE )?(?:FOLL?(?:OWING|G)?|QUOTED)[ \t]/;
// a sign that holds the place of a blank line
const BLANK_SIGN = /^[ \t]*[-.*][ \t]*$/;
// TOSEC 060083, on a line of its own: the number of the Secretary's party
const OTHER_NUMBER = /^[ \t]*(?:TOSEC|SECTO|HAKTO|TOHAK)[ \t]+\d{1,6}$/;
// 65, 66610, 44-61 above ORIGIN or ACTION
const NUMBER_ALONE = /^[ \t]*\d{1,6}(?:-\d{1,3})?$/;

// STATE FOR WHA/AND, DEPT PASS USTR, without a classification line above
const PASS_PIECE =
  /^[ \t]*(?:STATE|DEPT\.?|DEPARTMENT|USDOC|COMMERCE|TREASURY|USDA|USAID|USTR|NSC|SECDEF|JCS)[ \t]+(?:ALSO |PLEASE |PLS )?(?:FOR|PASS)[ \t]+[A-Z]/;

/** Head lines are looked for in so many lines behind the classification line, no further (rule R5). */
const HEAD_REACH = 150;
/** How many lines of addressees are parted before INFO: a cable has one INFO, and each takes time. */
const MOST_PARTED = 20;
/** How many lines a field may run. */
const FIELD_REACH = 80;
/** How many lines may announce a telegram that is repeated inside. */
const ANNOUNCEMENT_REACH = 6;
/** Lines between a page's marking and the message number below the addressees. */
const BANNER_REACH = 150;

/**
 * Walks the head of a cable from its first line: transmission header, classification line, captions, labelled fields. Each
 * line goes to one field; what is no head's is the body. Source: cable format, sections 4 to 11.
 */
export function readHead(
  cable: Cable,
  lines: Line[],
  ctx: CableContext,
  report: Report,
  identify: Identify,
): Head {
  const walk: HeadWalk = {
    cable,
    lines,
    ctx,
    report,
    identify,
    head: { body: [] },
    seen: new Set(),
    early: [],
    at: 0,
    signs: 0,
    format: [],
    formatLine: undefined,
    list: undefined,
    distribution: [],
    drafting: [],
    inRepeat: false,
    reasons: undefined,
  };
  const { head, seen, early } = walk;
  let bounded = 0;
  let parted = 0;
  for (; walk.at < lines.length; walk.at++) {
    if (parted < MOST_PARTED && partsInfo(walk)) parted++;
    const line = lines[walk.at] as Line;
    const { text } = line;
    if (cable.classification !== undefined || seen.size > 0) bounded++;
    if (bounded > HEAD_REACH) break;
    if (text.trim() === '') {
      if (walk.list?.lines.some((one) => one.text.trim() !== '') && !listGoesOn(lines, walk.at))
        closeList(walk);
      continue;
    }
    const code = firstCode(text);
    if ((code === 78 || code === 40) && relayNote.test(text)) {
      takeRelayNote(walk);
      continue;
    }
    if (seen.size === 0 && !walk.inRepeat && readHeaderLine(walk, line, code)) continue;
    if (readClassification(walk, line) || readField(walk, line, code)) continue;
    if (code === 40 && NOTICE.test(text) && labelAhead(walk, 25)) {
      early.push(line);
      continue;
    }
    if (startsBody(text) || (seen.size > 0 && isMarked(text))) break;
    if (!readCaptions(walk, line) && !readUnlabelled(walk, line, code) && !readBetween(walk, line)) break;
  }
  closeRuns(walk);
  const { at } = walk;
  head.body = early.length > 0 ? early.concat(lines.slice(at)) : at === 0 ? lines : lines.slice(at);
  return head;
}

/** Parts the line at hand where INFO stands behind the addressees of TO. */
function partsInfo({ cable, lines, seen, list, at }: HeadWalk): boolean {
  const whole = lines[at] as Line;
  const info = seen.size === 0 && (list || cable.from) ? infoInside(whole.text) : 0;
  if (info === 0) return false;
  lines.splice(at, 1, { ...whole, text: whole.text.slice(0, info).trimEnd() });
  lines.splice(at + 1, 0, { ...whole, text: whole.text.slice(info) });
  return true;
}

/** The classification line; one that repeats it is furniture. */
function readClassification(walk: HeadWalk, line: Line): boolean {
  const { cable, ctx, head, identify, lines, report } = walk;
  const { text } = line;
  const classification = matchClassification(text);
  if (!classification || startsBody(text)) return false;
  const place = placeOf(line);
  const number = parseMessageNumber(classification.rest);
  if (number.serial !== undefined && walk.signs === 0 && headFollows(lines, walk.at)) {
    addFurniture(walk, 'banner', line);
    return true;
  }
  if (
    cable.classification === undefined ||
    (number.serial !== undefined && head.number?.serial === undefined && !walk.inRepeat)
  ) {
    closeRuns(walk);
    cable.classification = classification.classification;
    cable.classificationRaw = classification.raw;
    if (classification.misprinted)
      report('classification-inferred', place, {
        raw: classification.raw,
        detail: `${classification.raw} is read as ${classification.classification}.`,
      });
    ctx.classification = classification.classification;
    cable.fields.push({ field: 'classification', lines: place, raw: text.trim() });
    addCaptions(cable, [...classification.captions, ...(number.captions ?? [])]);
    if (number.serial !== undefined || number.section || number.extra) {
      cable.messageNumber = { raw: classification.rest, lines: place };
      if (number.otherNumbers) cable.messageNumber.otherNumbers = number.otherNumbers;
      if (number.circular) cable.messageNumber.circular = true;
      if (number.airgram) cable.messageNumber.airgram = true;
    }
    if (number.section) cable.sections = { count: number.section.of };
    if (number.corrected) cable.correctedCopy ??= number.corrected;
    head.number = number;
    walk.signs++;
    identify(head);
  } else if (walk.inRepeat) {
    cable.fields.push({ field: 'repeats', lines: place, raw: text.trim() });
    if (number.serial !== undefined) head.repeated ??= number;
  } else addFurniture(walk, classification.rest === '' ? 'banner' : 'section-head', line);
  return true;
}

/** A field that a label opens: the lines that may be its own, read, and those that are not handed back. */
function readField(walk: HeadWalk, line: Line, code: number): boolean {
  const { cable, ctx, identify, head, lines, report, seen } = walk;
  const { text } = line;
  // the reasons above the line that says who classified
  if (
    (code === 82 || code === 114) &&
    REASONS.test(text) &&
    !seen.has('classifiedBy') &&
    findLabel(lines[walk.at + 1]?.text ?? '')?.field === 'classifiedBy'
  ) {
    walk.reasons = line;
    return true;
  }
  const label = findLabel(text) ?? rareLabel(text, code, seen);
  // SUBJECT LETTER WAS DELIVERED: a text that begins with the word
  if (!label || (/^SUBJ[A-Z]*$/.test(label.label) && (seen.has('subject') || /[A-Z\d]\.$/.test(text))))
    return false;
  closeRuns(walk);
  const run: Line[] = [{ ...line, text: text.slice(label.end) }];
  const start = walk.at;
  while (walk.at + 1 < lines.length && run.length < FIELD_REACH) {
    const next = withoutPilcrow(lines[walk.at + 1] as Line, run);
    if (next.text !== '' && endsField(next.text, label.field, run)) break;
    if (label.field === 'subject' && isFirstHeading(run, next, lines[walk.at + 2])) break;
    run.push(next);
    walk.at++;
  }
  // SUBJECT: .., a blank line, and a heading with its rule
  if (label.field === 'subject' && run.length > 2 && isUnderlined(run, lines[walk.at + 1]?.text ?? '')) {
    run.pop();
    walk.at--;
  }
  if (seen.size === 0) identify(head);
  const rest = readHeadField(cable, label.field, label.label, run, ctx, report);
  seen.add(label.field);
  walk.signs++;
  if (walk.reasons && label.field === 'classifiedBy')
    for (const left of takeReason(cable.classifiedBy, [walk.reasons])) addUnparsed(walk, left);
  // What is not the field's is read again, from where it stands.
  // They may be more than the lines were: TAGS: PREL NOFORN SUBJECT: X.
  const back = Math.min(rest.length, walk.at - start + 1);
  lines.splice(walk.at - back + 1, back, ...rest);
  walk.at -= back;
  return true;
}

/** A note that the Department's communications centre set between the lines of the head, up to a blank line or a field. */
function takeRelayNote(walk: HeadWalk): void {
  closeRuns(walk);
  addFurniture(walk, 'note', walk.lines[walk.at] as Line);
  for (;;) {
    const next = walk.lines[walk.at + 1];
    if (!next || next.text === '' || findLabel(next.text) || startsBody(next.text)) return;
    if (matchClassification(next.text) || parseCaptions(next.text)) return;
    walk.at++;
    addFurniture(walk, 'note', next);
  }
}

/** Captions, alone on the line or before other words, and the note of a corrected copy. */
function readCaptions(walk: HeadWalk, line: Line): boolean {
  const { cable, lines, seen } = walk;
  const { text } = line;
  const place = placeOf(line);
  const captions = parseCaptions(text);
  if (captions) {
    closeRuns(walk);
    const known = captions.every((caption) => cable.captions?.includes(caption));
    addCaptions(cable, captions);
    if (known) addFurniture(walk, 'caption', line);
    cable.fields.push({ field: 'captions', lines: place, ...(known ? {} : { raw: text.trim() }) });
    walk.signs++;
    return true;
  }
  const leading = isInZone(walk) && !seen.has('subject') ? leadingCaptions(text) : undefined;
  if (leading) {
    closeRuns(walk);
    addCaptions(cable, leading.captions);
    cable.fields.push({ field: 'captions', lines: place, raw: text.slice(0, leading.end).trim() });
    lines[walk.at] = { ...line, text: text.slice(leading.end) };
    walk.at--;
    return true;
  }
  const corrected = parseCorrectedCopy(text);
  if (corrected !== undefined) {
    closeRuns(walk);
    if (cable.correctedCopy === undefined || cable.correctedCopy === true) cable.correctedCopy = corrected;
    cable.fields.push({ field: 'correctedCopy', lines: place, raw: text.trim() });
    walk.signs++;
    return true;
  }
  return false;
}

/** Lines that tell what they are without a label: tags, a telegram repeated inside, the message number, a number. */
function readUnlabelled(walk: HeadWalk, line: Line, code: number): boolean {
  const { cable, ctx, early, head, identify, report, seen } = walk;
  const { text } = line;
  const zone = isInZone(walk);
  // The label is lost: the line starts with its first code.
  if (zone && !seen.has('tags') && !seen.has('subject') && isTagList(text) && labelAhead(walk, 1)) {
    closeRuns(walk);
    readHeadField(cable, 'tags', undefined, [line], ctx, report);
    seen.add('tags');
    return true;
  }
  const announces = REPEAT.test(text.slice(0, 120)) || (ANNOUNCING.test(text) && quotesTelegram(walk));
  if (announces && !seen.has('subject')) {
    closeRuns(walk);
    head.repeat = text.trim();
    walk.inRepeat = true;
    if (!takeQuoteInside(walk, line)) early.push(line);
    return true;
  }
  if (walk.inRepeat && (takeQuoteInside(walk, line) || QUOTE.test(text))) {
    if (early.at(-1)?.number !== line.number) early.push(line);
    return true;
  }

  // LIMA 000012, the classification lost: the number of the sender's own
  if (!zone && !head.number && cable.from && code >= 65 && code <= 90 && isOwnNumber(text, cable.from.name)) {
    closeRuns(walk);
    head.number = parseMessageNumber(text);
    cable.messageNumber = { raw: text.trim(), lines: placeOf(line) };
    cable.fields.push({ field: 'messageNumber', lines: placeOf(line), raw: text.trim() });
    identify(head);
    return true;
  }
  if (zone && seen.size === 0 && code >= 72 && code <= 84 && OTHER_NUMBER.test(text) && cable.messageNumber) {
    cable.messageNumber.otherNumbers = [...(cable.messageNumber.otherNumbers ?? []), text.trim()];
    cable.fields.push({ field: 'messageNumber', lines: placeOf(line), raw: text.trim() });
    return true;
  }
  // A line of no field.
  if (!zone && (walk.signs > 0 || line.afterFurniture) && NUMBER_ALONE.test(text)) {
    addFurniture(walk, 'number', line);
    return true;
  }
  return false;
}

/** Cuts a line behind QUOTE where the classification line of the telegram that is repeated goes on there: it is read next. */
function takeQuoteInside(walk: HeadWalk, line: Line): boolean {
  const found = QUOTE_INSIDE.exec(line.text);
  if (!found) return false;
  const [before, after] = cutLine(line, found.index + found[0].length);
  if (!after || !/\d{3,}$/.test(matchClassification(after.text)?.rest ?? '')) return false;
  walk.early.push(before);
  walk.lines[walk.at--] = after;
  return true;
}

/** QUOTE ends one of the lines from here on, and a classification line stands below it: a telegram is repeated. */
function quotesTelegram({ lines, at }: HeadWalk): boolean {
  let quoted = false;
  for (let index = at, looked = 0; index < lines.length && looked < ANNOUNCEMENT_REACH; index++) {
    const { text } = lines[index] as Line;
    if (text === '') continue;
    looked++;
    if (quoted) return (matchClassification(text)?.rest ?? '') !== '';
    const opening = QUOTE_BEFORE.exec(text)?.[0].length;
    if (opening !== undefined && matchClassification(text.slice(opening))?.rest) return true;
    if (findLabel(text) || startsBody(text)) return false;
    quoted = QUOTE.test(text);
  }
  return false;
}

/** A line of no field: rules, what is nearly a caption, pass lines, words before a label that is still missing. */
function readBetween(walk: HeadWalk, line: Line): boolean {
  const { cable, early, lines, report, seen } = walk;
  const { text } = line;
  const zone = isInZone(walk);
  if (isRuleLine(text) || BLANK_SIGN.test(text)) {
    if (labelAhead(walk, 25)) {
      addFurniture(walk, 'rule', line);
      return true;
    }
    return false;
  }
  const near = seen.size === 0 && cable.classification !== undefined ? nearCaption(text) : undefined;
  if (near) {
    report('caption-unknown', placeOf(line), { detail: `${text.trim()} may be ${near}.`, raw: text.trim() });
    addCaptions(cable, [text.trim()]);
    cable.fields.push({ field: 'captions', lines: placeOf(line), raw: text.trim() });
    return true;
  }
  if (
    (!seen.has('subject') &&
      zone &&
      (isPassLine(text) || goesOnOpen(cable, line)) &&
      !walk.inRepeat &&
      ((cable.classification !== undefined && !isText(walk, text)) || labelAhead(walk, 25))) ||
    (!zone && opensWithPasses(walk))
  ) {
    if (seen.size > 0 && !labelAhead(walk, 25)) return false;
    closeRuns(walk);
    const end = seen.size === 0 ? inlineEnd(text) : undefined;
    if (end) {
      const [before, after] = cutLine(line, end);
      takePassLine(cable, before);
      if (after) lines[walk.at--] = after;
    } else takePassLine(cable, line);
    return true;
  }
  if (seen.has('subject') && isLatePassLine(text, lines[walk.at + 1])) {
    takePassLine(cable, line);
    return true;
  }
  if (walk.inRepeat && !seen.has('subject') && isPassLine(text) && labelAhead(walk, 40)) {
    early.push(line);
    return true;
  }
  if (labelAhead(walk, walk.signs === 0 ? 60 : 25)) {
    if (zone && endsSentence(text)) early.push(line);
    else addUnparsed(walk, line);
    return true;
  }
  return false;
}

/**
 * Words below the number of a later section that say nothing of whom it is for: the text goes on, as a rule without fields. So do words
 * in capitals above no field and no numbered paragraph, where the text begins without either.
 */
function isText(walk: HeadWalk, text: string): boolean {
  if ((walk.head.number?.section?.number ?? 1) > 1 && !PASS_SIGN.test(text)) return true;
  const above = walk.cable.passLines?.at(-1)?.raw ?? '';
  return isCapitals(text) && !passes(text) && !asksForRest(above, text) && !bodyAhead(walk);
}

/** Whether a field that is still missing, or a numbered paragraph, stands below. */
function bodyAhead(walk: HeadWalk): boolean {
  return (
    walk.lines.slice(walk.at + 1, walk.at + 1 + FIELD_REACH).some(({ text }) => startsBody(text)) ||
    labelAhead(walk, 25)
  );
}

/** A pass line of a piece that begins in the caption zone: others and captions may follow, then a label or nothing. */
function opensWithPasses({ cable, head, lines, at }: HeadWalk): boolean {
  if (cable.from || head.group || !PASS_PIECE.test(lines[at]?.text ?? '')) return false;
  for (let index = at; index < lines.length; index++) {
    const { text } = lines[index] as Line;
    if (text === '') continue;
    if (findLabel(text)) return true;
    if (index > at + FIELD_REACH || !(parseCaptions(text) || (PASS_SIGN.test(text) && isPassLine(text))))
      return false;
  }
  return true;
}

/** Whether the line stands behind the classification line or a label. */
function isInZone({ cable, seen }: HeadWalk): boolean {
  return cable.classification !== undefined || seen.size > 0;
}

// RE: TITLE / TITLE: HARBOR FEES, only where no label is meant
const RARE_SUBJECT = /^[ \t]*(?:RE|TITLE|RE\/SUBJECT)[ \t]?:[ \t]*(?=["“”'(]?[A-Z0-9])/;
// DECL: 01/02/2019 without the order in front, 12958: DECL: 01/02/2019 without E.O.; D.O. 12958: N/A
const RARE_EO =
  /^[ \t]*(?:[A-Z]{0,2}[.,][A-Z]{1,2}[.,]?[ \t]+)?(?=DECL(?:ASSIFY(?: ON)?)?[ \t]?:[ \t]*(?:OADR|X\d|\d{1,4}[/-]\d)|1[0-3]\d{3}[ \t]?:[ \t]*(?:DECL|N\/A|X?GDS|ADS|RDS|OADR)\b)/i;

/** Words that are a label only where its field is still missing: RE or TITLE behind the tags or the order, DECL before any. */
function rareLabel(text: string, code: number, seen: ReadonlySet<LabelField>): Label | undefined {
  const isSubject =
    (code === 82 || code === 84) && !seen.has('subject') && (seen.has('tags') || seen.has('eo'));
  // D, 1, or a misprinted E.O.
  const isEo =
    (code === 68 || code === 49 || text.slice(0, 5).includes('.')) &&
    !seen.has('eo') &&
    !seen.has('classifiedBy');
  const match = isSubject ? RARE_SUBJECT.exec(text) : isEo ? RARE_EO.exec(text) : null;
  return match
    ? { field: isSubject ? 'subject' : 'eo', label: match[0].trim(), end: match[0].length }
    : undefined;
}

const PILCROW = /^[ \t]*¶[ \t]?(?=\d|\([a-hA-H]\)|[a-hA-H]\.?$)/;

/**
 * A line of a field without the pilcrow that a publisher set before every number at a line's start, where it is no paragraph's:
 * the field's words go on from the line directly above, and it is not the first number. Source: cable format, 12.2.
 */
function withoutPilcrow(line: Line, run: readonly Line[]): Line {
  if (firstCode(line.text) !== 182) return line;
  const pilcrow = PILCROW.exec(line.text);
  const text = line.text.slice(pilcrow?.[0].length ?? 0);
  const isReason =
    /^1[.,][ \t]?[3-8](?!\d)|^\([a-h]\)[ \t,.]|^\([A-H]\)(?:[,.;]|[ \t](?:AND|and)|$)|^[a-hA-H]\.?$/.test(
      text,
    );
  if (!pilcrow || (!isReason && (run.at(-1)?.text.trim() === '' || startsBody(text)))) return line;
  return { ...line, text };
}

/** Whether a field ends before this line: another label, the classification line, the body. */
function endsField(text: string, field: LabelField, run: readonly Line[]): boolean {
  const label = findLabel(text)?.field;
  if (field === 'subject' && isReftelOf(run.at(-1)?.text ?? '', text)) return false;
  if (field === 'classifiedBy' && label === 'eo' && orderOfReasons.test(text)) return false;
  // E.O. 12958: / DECL ON: 05/15/2018
  if (label) return !(field === 'eo' && label === 'declassifyOn' && run.length === 1 && isOrder(run));
  if (field === 'captions' || field === 'passLines') return true;
  if ((field === 'subject' || field === 'references') && REASONS.test(text)) return true;
  if (startsBody(text)) {
    // the label alone, its text below: (C) TITLE
    return !(
      field === 'subject' &&
      run.every((line) => line.text.trim() === '') &&
      !/^[ \t]*(?:¶|\d)/.test(text)
    );
  }
  if (isRuleLine(text)) return field !== 'subject' || run.some((line) => line.text.trim() !== '');
  const classification = matchClassification(text);
  return (
    classification !== undefined &&
    /\d{2,}/.test(classification.rest.slice(0, 80)) &&
    /SECTION|\d{3,}$/.test(classification.rest)
  );
}

/** Whether the last of the lines stands apart from others, above a rule of its own length. */
function isUnderlined(run: readonly Line[], below: string): boolean {
  if (run.slice(0, -1).every(({ text }) => text.trim() === '')) return false;
  const [before, last] = run.slice(-2).map(({ text }) => text.trim());
  return (
    before === '' &&
    last !== '' &&
    isRuleLine(below) &&
    Math.abs(below.trim().length - (last?.length ?? 0)) < 4
  );
}

/** The order alone, without what it says. */
function isOrder([line]: readonly Line[]): boolean {
  return /^[ \t]*\d{5}[ \t]?:?$/.test(line?.text ?? '');
}

/** Adds a pass line and says where it stands. */
function takePassLine(cable: Cable, line: Line): void {
  const field = cable.fields[cable.fields.length - 1];
  if (addPassLine(cable, line) && field?.field === 'passLines') field.lines = [field.lines[0], line.number];
  else cable.fields.push({ field: 'passLines', lines: [line.number, line.number] });
}

/** Whether the pass line just above is unfinished, `PACOM FOR ROE;`, so that this one goes on with it, though it ends in a stop. */
function goesOnOpen({ passLines }: Cable, { text, number }: Line): boolean {
  const last = passLines?.at(-1);
  return last?.lines !== undefined && last.lines[1] >= number - 1 && isPassRest(last.raw, text);
}

/** Whether sender and message number stand below: then a marking with a number above them is the page's, `CONFIDENTIAL   PTO4503`. */
function headFollows(lines: readonly Line[], at: number): boolean {
  let sent = false;
  for (let index = at + 1; index < lines.length && index < at + BANNER_REACH; index++) {
    const { text } = lines[index] as Line;
    if (startsBody(text)) return false;
    if (isSender(text)) sent = true;
    else if (sent && parseMessageNumber(matchClassification(text)?.rest ?? '').serial !== undefined)
      return true;
  }
  return false;
}

/** Whether a label of the head that is still missing stands within so many lines, before any paragraph. */
function labelAhead({ lines, at, seen, cable }: HeadWalk, reach: number): boolean {
  for (let index = at + 1, looked = 0; index < lines.length && looked < reach; index++) {
    const { text } = lines[index] as Line;
    if (text === '') continue;
    looked++;
    const label = findLabel(text);
    if (label) return !seen.has(label.field);
    if (startsBody(text)) return false;
    if (cable.classification === undefined) {
      const classification = matchClassification(text);
      if (classification && classification.rest !== '') return true;
      if (seen.size === 0 && !cable.dtg && (isSender(text) || parseDtg(text) || transmissionLine(text)))
        return true;
    }
  }
  return false;
}
