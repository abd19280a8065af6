import type { Cable, Lines } from '../cable.ts';
import type { CableContext } from '../context.ts';
import type { Report } from '../diagnostics.ts';
import { findPost, stationOf } from '../find-post.ts';
import { isMarked, isRuleLine, startsBody } from '../lines/body-start.ts';
import { findLabel, type Label, type LabelField } from '../lines/find-label.ts';
import { cutLine, inlineEnd } from '../lines/inline-label.ts';
import { firstCode, type Line, linesOf, rawOf } from '../lines/line.ts';
import {
  isPassLine,
  leadingCaptions,
  nearCaption,
  parseCaptions,
  parseCorrectedCopy,
  parsePassLine,
  passLineGoesOn,
} from '../lines/parse-captions.ts';
import { matchClassification, parseMessageNumber } from '../lines/parse-classification-line.ts';
import { type DateTimeGroup, parseDtg } from '../lines/parse-dtg.ts';
import { parseTransmission, type TransmissionLine, transmissionLine } from '../lines/parse-transmission.ts';
import { endsSentence } from '../lines/sentence.ts';
import { editDistance } from '../nearest-words.ts';
import { addCaptions, readHeadField, takeReason } from './head-field.ts';
import {
  goesOnBelow,
  infoInside,
  isAddressee,
  isPost,
  isRouted,
  parseAddressee,
  parseAddressees,
} from './parse-addressees.ts';
import {
  isDashLine,
  isDistribution,
  isDrafting,
  parseDistribution,
  parseDrafting,
} from './parse-distribution.ts';
import { isTagList } from './parse-tags.ts';

/** What the head leaves to the steps behind it. */
export interface Head {
  /** Lines of the body. */
  body: Line[];
  group?: DateTimeGroup;
  /** Station's words and serial of the classification line. */
  number?: ReturnType<typeof parseMessageNumber>;
  /** A telegram is repeated inside: the words that say so. */
  repeat?: string;
  /** Its message number, from its own classification line. */
  repeated?: ReturnType<typeof parseMessageNumber>;
}

/** Tells the context what is known so far; called before each field is read. */
export type Identify = (head: Head) => void;

const DTG_LABEL = /^[ \t]*DTG[ \t]*:[ \t]*/;
const FM = /^[ \t]*(?:FM(?:[ \t]*:[ \t]*|[ \t]+|$)|FROM[ \t]?:[ \t]*)/;
const LIST_LABEL = /^[ \t]*(TO|INFO)(?:[ \t]?:[ \t]*|[ \t]+|$|(?=R[A-Z]{4,7}\/[A-Z]))/;
// INFQ RUEHAA/AMEMBASSY LIMA, OT SECSTATE WASHDC, FFM AMEMBASSY LIMA: the label misprinted
const MISPRINTED_LABEL =
  /^[ \t]*([A-Z]{1,5})[ \t]+(?=R[A-Z]{4,7}\/[A-Z]|(?:AMEMBASSY|AMCONSUL|USMISSION|SECSTATE)[ \t])/;
const XMT = /^[ \t]*XMI?T[ \t]/;
const REPEAT =
  /^[ \t]*\(?(?:FOLL?(?:OWING|G)?(?:[ \t]+(?:TEL(?:EGRAM)?|MSG|MESSAGE|CABLE))?(?:[ \t]+(?:IS|BEING|SENT))*|QUOTED BELOW IS|FOLLOWING FROM .{2,40})[ \t]+(?:IS[ \t]+)?(?:A[ \t]+)?(?:REPEAT(?:ED|S)?|RPT|RPTD|BEING REPEATED|(?<=SENT[ \t])(?:ACTION|TO|SECSTATE|INFO))\b/i;
// (SBU) Sensitive but unclassified, please handle accordingly: a notice between the fields
const NOTICE =
  /^[ \t]*\((?:SBU|U)\)[ \t]+(?:SENSITIVE BUT|THIS (?:MESSAGE|CABLE|TELEGRAM) (?:IS|CONTAINS)|NOT FOR |PLEASE (?:PROTECT|HANDLE))/i;
// REASONS: 1.4 (B), on a line of its own
const REASONS = /^[ \t]*REASONS?[ \t:]{1,3}1[.,][ \t]?[3-8]/i;
const QUOTE = /(?:^|[ \t])(?:QUOTE|QTE)[:. \t]*$/i;
// a sign that holds the place of a blank line
const BLANK_SIGN = /^[ \t]*[-.*][ \t]*$/;
const NUMBER_ALONE = /^[ \t]*\d{1,6}$/;

/** Head lines are looked for in so many lines behind the classification line, no further (rule R5). */
const HEAD_REACH = 150;
/** How many lines of addressees are parted before INFO: a cable has one INFO, and each takes time. */
const MOST_PARTED = 20;
/** How many lines a field may run. */
const FIELD_REACH = 80;
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
  const head: Head = { body: [] };
  const seen = new Set<LabelField>();
  const early: Line[] = [];
  let at = 0;
  let signs = 0;
  let format: Line[] = [];
  let formatLine: TransmissionLine | undefined;
  let list: { name: 'to' | 'info'; label: string; lines: Line[] } | undefined;
  let distribution: Line[] = [];
  let drafting: Line[] = [];
  let bounded = 0;
  let inRepeat = false;
  let parted = 0;
  let reasons: Line | undefined;

  const closeFormat = (): void => {
    if (format.length === 0) return;
    const parsed = parseTransmission(format);
    if (parsed.transmissionId !== undefined) cable.transmissionId ??= parsed.transmissionId;
    if (parsed.routing) {
      cable.routing ??= [];
      for (const route of parsed.routing) cable.routing.push(route);
    }
    if (!cable.transmission) {
      cable.transmission = parsed.transmission;
      cable.fields.push({ field: 'transmission', lines: linesOf(format) });
    } else cable.fields.push({ field: 'transmission', lines: linesOf(format), raw: rawOf(format) });
    format = [];
  };
  const closeList = (): void => {
    if (!list) return;
    const { name, label, lines: run } = list;
    list = undefined;
    const full = run.filter((line) => line.text.trim() !== '');
    if (full.length > 0) {
      cable[name] ??= [];
      for (const one of parseAddressees(full, report, ctx.year)) cable[name].push(one);
    }
    cable.fields.push({ field: name, label, lines: linesOf(run) });
  };
  const closeBlocks = (): void => {
    if (distribution.length > 0) {
      const parsed = parseDistribution(distribution);
      if (cable.distribution)
        cable.fields.push({ field: 'distribution', lines: parsed.lines, raw: parsed.raw });
      else {
        cable.distribution = parsed;
        cable.fields.push({ field: 'distribution', lines: parsed.lines });
      }
      distribution = [];
    }
    if (drafting.length > 0) {
      const parsed = parseDrafting(drafting);
      cable.drafting = { ...parsed, ...cable.drafting };
      cable.fields.push({ field: 'drafting', lines: linesOf(drafting), raw: rawOf(drafting) });
      drafting = [];
    }
  };
  const close = (): void => {
    closeFormat();
    closeList();
    closeBlocks();
  };
  const noPlace = (line: Line): void => {
    const unparsed = cable.unparsed ?? [];
    unparsed.push({ text: line.text.trim(), lines: [line.number, line.last ?? line.number] });
    cable.unparsed = unparsed;
  };
  const furniture = (kind: string, line: Line): void => {
    const list = cable.furniture ?? [];
    list.push({ kind, text: line.text.trim(), lines: [line.number, line.last ?? line.number] });
    cable.furniture = list;
  };

  for (; at < lines.length; at++) {
    const info =
      parted < MOST_PARTED && seen.size === 0 && (list || cable.from) ? infoInside(lines[at]?.text ?? '') : 0;
    if (info > 0) {
      parted++;
      const whole = lines[at] as Line;
      lines.splice(at, 1, { ...whole, text: whole.text.slice(0, info).trimEnd() });
      lines.splice(at + 1, 0, { ...whole, text: whole.text.slice(info) });
    }
    const line = lines[at] as Line;
    const { text } = line;
    if (cable.classification !== undefined || seen.size > 0) bounded++;
    if (bounded > HEAD_REACH) break;
    if (text.trim() === '') {
      if (list?.lines.some((one) => one.text.trim() !== '') && !listGoesOn(lines, at)) closeList();
      continue;
    }
    const place: Lines = [line.number, line.last ?? line.number];
    const code = firstCode(text);

    if (seen.size === 0 && !inRepeat) {
      // A routed line goes on with the list that is open, and is nothing else.
      if (list && code === 82 && text.length < 200 && isRouted(text)) {
        formatLine = undefined;
        list.lines.push(line);
        continue;
      }
      // transmission header
      const kind = transmissionLine(text, formatLine);
      if (kind !== undefined) {
        closeList();
        format.push(line);
        formatLine = kind;
        signs++;
        continue;
      }
      formatLine = undefined;
      // The break between header and text, ACP 127
      if (signs > 0 && code === 66 && text.trim() === 'BT') {
        close();
        furniture('break', line);
        continue;
      }
      const group = parseDtg(code === 68 ? text.replace(DTG_LABEL, '') : text);
      if (group && !head.group) {
        close();
        head.group = group;
        if (cable.dtg) cable.fields.push({ field: 'dtg', lines: cable.dtg.lines, raw: cable.dtg.raw });
        cable.dtg = { raw: group.raw, lines: place };
        if (group.iso) cable.dtg.iso = group.iso;
        if (group.precedence) cable.precedence = group.precedence;
        if (group.prosigns) cable.prosigns = group.prosigns;
        if (group.repaired) report('dtg-repaired', place, { raw: group.raw });
        if (group.invalid) report('dtg-invalid', place, { raw: group.raw });
        cable.fields.push({ field: 'dtg', ...(code === 68 ? { label: 'DTG:' } : {}), lines: place });
        signs++;
        identify(head);
        continue;
      }
      // ZUI RE YOUR SVC, on a line below the group
      if (code === 90 && head.group && !cable.from && /^[ \t]*Z[A-Z]{2}\d?(?![A-Z])/.test(text)) {
        cable.prosigns = [...(cable.prosigns ?? []), text.trim()];
        cable.fields.push({ field: 'prosigns', lines: place, raw: text.trim() });
        continue;
      }
      if (
        !head.group &&
        !cable.from &&
        (isDistribution(text, distribution.length > 0) || (isDashLine(text) && seen.size === 0))
      ) {
        if (isDashLine(text) && drafting.length > 0) drafting.push(line);
        else distribution.push(line);
        signs++;
        continue;
      }
      if (
        !head.group &&
        (isDrafting(text) ||
          (drafting.length > 0 &&
            /^[ \t]*[A-Z][A-Z/&.-]{0,14}(?::|[ \t]+-)[ \t]*\S/.test(text) &&
            !findLabel(text)))
      ) {
        drafting.push(line);
        signs++;
        continue;
      }
      const misprinted =
        head.group && cable.classification === undefined ? misprintedLabel(text, cable, list) : undefined;
      if (!cable.from && ((code === 70 && FM.test(text)) || misprinted === 'FM')) {
        close();
        const pattern = misprinted === 'FM' ? MISPRINTED_LABEL : FM;
        let behind = text.replace(pattern, '');
        let last = line;
        if (behind === '' && lines[at + 1] && !LIST_LABEL.test((lines[at + 1] as Line).text)) {
          last = lines[++at] as Line;
          behind = last.text.trim();
        } else if (/^[A-Z]+$/.test(behind) && goesOnBelow(behind, lines[at + 1]?.text ?? '')) {
          last = lines[++at] as Line;
          behind = `${behind} ${last.text.trim()}`;
        }
        readSender(cable, behind, [line.number, last.number], pattern.exec(text)?.[0].trim() ?? 'FM');
        signs++;
        identify(head);
        // Addressees may follow without TO.
        if (isRouted(lines[at + 1]?.text ?? '')) list = { name: 'to', label: '', lines: [] };
        continue;
      }
      const listLabel = code === 84 || code === 73 ? LIST_LABEL : undefined;
      const label = (misprinted ? MISPRINTED_LABEL : listLabel)?.exec(text);
      if (
        label?.[1] &&
        (cable.from || head.group || isListed(text.slice(label[0].length), lines[at + 1]?.text))
      ) {
        close();
        list = { name: (misprinted ?? label[1]) === 'TO' ? 'to' : 'info', label: label[1], lines: [] };
        const behind = text.slice(label[0].length);
        list.lines.push({ ...line, text: behind });
        signs++;
        continue;
      }
      if (list) {
        const isNumber =
          matchClassification(text) !== undefined ||
          (cable.from !== undefined && !head.number && isOwnNumber(text, cable.from.name));
        if (
          !isNumber &&
          !parseCaptions(text) &&
          !findLabel(text) &&
          !startsBody(text) &&
          text.length < 200 &&
          goesOn(list.lines, line)
        ) {
          list.lines.push(line);
          continue;
        }
        closeList();
      }
    }

    const classification = matchClassification(text);
    if (classification && !startsBody(text)) {
      const number = parseMessageNumber(classification.rest);
      if (number.serial !== undefined && signs === 0 && headFollows(lines, at)) {
        furniture('banner', line);
        continue;
      }
      if (
        cable.classification === undefined ||
        (number.serial !== undefined && head.number?.serial === undefined && !inRepeat)
      ) {
        close();
        cable.classification = classification.classification;
        cable.classificationRaw = classification.raw;
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
        signs++;
        identify(head);
      } else if (inRepeat) {
        cable.fields.push({ field: 'repeats', lines: place, raw: text.trim() });
        if (number.serial !== undefined) head.repeated ??= number;
      } else furniture(classification.rest === '' ? 'banner' : 'section-head', line);
      continue;
    }

    // the reasons above the line that says who classified
    if (
      (code === 82 || code === 114) &&
      REASONS.test(text) &&
      !seen.has('classifiedBy') &&
      findLabel(lines[at + 1]?.text ?? '')?.field === 'classifiedBy'
    ) {
      reasons = line;
      continue;
    }
    const label = findLabel(text) ?? rareLabel(text, code, seen);
    if (label) {
      close();
      const run: Line[] = [{ ...line, text: text.slice(label.end) }];
      const start = at;
      while (at + 1 < lines.length && run.length < FIELD_REACH) {
        const next = withoutPilcrow(lines[at + 1] as Line, run);
        if (next.text !== '' && endsField(next.text, label.field, run)) break;
        run.push(next);
        at++;
      }
      if (seen.size === 0) identify(head);
      const rest = readHeadField(cable, label.field, label.label, run, ctx, report);
      seen.add(label.field);
      signs++;
      if (reasons && label.field === 'classifiedBy')
        for (const left of takeReason(cable.classifiedBy, [reasons])) noPlace(left);
      // What is not the field's is read again, from where it stands.
      const back = Math.min(rest.length, at - start + 1);
      for (let index = 0; index < back; index++)
        lines[at - back + 1 + index] = rest[rest.length - back + index] as Line;
      at -= back;
      continue;
    }

    if (code === 40 && NOTICE.test(text) && labelAhead(lines, at, seen, cable, 25)) {
      early.push(line);
      continue;
    }
    if (startsBody(text) || (seen.size > 0 && isMarked(text))) break;

    const captions = parseCaptions(text);
    if (captions) {
      close();
      const known = captions.every((caption) => cable.captions?.includes(caption));
      addCaptions(cable, captions);
      if (known) furniture('caption', line);
      cable.fields.push({ field: 'captions', lines: place, ...(known ? {} : { raw: text.trim() }) });
      signs++;
      continue;
    }
    const zone = cable.classification !== undefined || seen.size > 0;
    const leading = zone && !seen.has('subject') ? leadingCaptions(text) : undefined;
    if (leading) {
      close();
      addCaptions(cable, leading.captions);
      cable.fields.push({ field: 'captions', lines: place, raw: text.slice(0, leading.end).trim() });
      lines[at] = { ...line, text: text.slice(leading.end) };
      at--;
      continue;
    }
    // The label is lost: the line starts with its first code.
    if (
      zone &&
      !seen.has('tags') &&
      !seen.has('subject') &&
      isTagList(text) &&
      labelAhead(lines, at, seen, cable, 1)
    ) {
      close();
      readHeadField(cable, 'tags', undefined, [line], ctx, report);
      seen.add('tags');
      continue;
    }
    const corrected = parseCorrectedCopy(text);
    if (corrected !== undefined) {
      close();
      if (cable.correctedCopy === undefined || cable.correctedCopy === true) cable.correctedCopy = corrected;
      cable.fields.push({ field: 'correctedCopy', lines: place, raw: text.trim() });
      signs++;
      continue;
    }
    if (REPEAT.test(text.slice(0, 120)) && !seen.has('subject')) {
      close();
      head.repeat = text.trim();
      early.push(line);
      inRepeat = true;
      continue;
    }
    if (inRepeat && QUOTE.test(text)) {
      early.push(line);
      continue;
    }

    // LIMA 000012, the classification lost: the number of the sender's own
    if (
      !zone &&
      !head.number &&
      cable.from &&
      code >= 65 &&
      code <= 90 &&
      isOwnNumber(text, cable.from.name)
    ) {
      close();
      head.number = parseMessageNumber(text);
      cable.messageNumber = { raw: text.trim(), lines: place };
      cable.fields.push({ field: 'messageNumber', lines: place, raw: text.trim() });
      identify(head);
      continue;
    }
    // A line of no field.
    if (!zone && (signs > 0 || line.afterFurniture) && NUMBER_ALONE.test(text)) {
      furniture('number', line);
      continue;
    }
    if (isRuleLine(text) || BLANK_SIGN.test(text)) {
      if (labelAhead(lines, at, seen, cable, 25)) {
        furniture('rule', line);
        continue;
      }
      break;
    }
    const near = seen.size === 0 && cable.classification !== undefined ? nearCaption(text) : undefined;
    if (near) {
      report('caption-unknown', place, { detail: `${text.trim()} may be ${near}.`, raw: text.trim() });
      addCaptions(cable, [text.trim()]);
      cable.fields.push({ field: 'captions', lines: place, raw: text.trim() });
      continue;
    }
    if (
      !seen.has('subject') &&
      zone &&
      (isPassLine(text) || goesOnOpen(cable, line)) &&
      !inRepeat &&
      (cable.classification !== undefined || labelAhead(lines, at, seen, cable, 25))
    ) {
      if (seen.size > 0 && !labelAhead(lines, at, seen, cable, 25)) break;
      close();
      const end = seen.size === 0 ? inlineEnd(text) : undefined;
      if (end) {
        const [before, after] = cutLine(line, end);
        addPassLine(cable, before);
        if (after) lines[at--] = after;
      } else addPassLine(cable, line);
      continue;
    }
    if (inRepeat && !seen.has('subject') && isPassLine(text) && labelAhead(lines, at, seen, cable, 40)) {
      early.push(line);
      continue;
    }
    if (labelAhead(lines, at, seen, cable, signs === 0 ? 60 : 25)) {
      if (zone && endsSentence(text)) early.push(line);
      else noPlace(line);
      continue;
    }
    break;
  }
  close();
  head.body = early.length > 0 ? early.concat(lines.slice(at)) : at === 0 ? lines : lines.slice(at);
  return head;
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

// RE: TITLE / TITLE: HARBOR FEES, only where no label is meant
const RARE_SUBJECT = /^[ \t]*(?:RE|TITLE|RE\/SUBJECT)[ \t]?:[ \t]*(?=["'(]?[A-Z0-9])/;
// DECL: 01/02/2019 without the order in front, 12958: DECL: 01/02/2019 without E.O.
const RARE_EO =
  /^[ \t]*(?=DECL(?:ASSIFY(?: ON)?)?[ \t]?:[ \t]*(?:OADR|X\d|\d{1,4}[/-]\d)|1[0-3]\d{3}[ \t]?:[ \t]*(?:DECL|N\/A|X?GDS|ADS|RDS|OADR)\b)/i;

/** Words that are a label only where its field is still missing: RE or TITLE behind the tags or the order, DECL before any. */
function rareLabel(text: string, code: number, seen: ReadonlySet<LabelField>): Label | undefined {
  const isSubject =
    (code === 82 || code === 84) && !seen.has('subject') && (seen.has('tags') || seen.has('eo'));
  const isEo = (code === 68 || code === 49) && !seen.has('eo') && !seen.has('classifiedBy');
  const match = isSubject ? RARE_SUBJECT.exec(text) : isEo ? RARE_EO.exec(text) : null;
  return match
    ? { field: isSubject ? 'subject' : 'eo', label: match[0].trim(), end: match[0].length }
    : undefined;
}

const PILCROW = /^[ \t]*¶[ \t]?(?=\d|\([a-hA-H]\)|[a-h]\.?$)/;

/**
 * A line of a field without the pilcrow that a publisher set before every number at a line's start, where it is no paragraph's:
 * the field's words go on from the line directly above, and it is not the first number. Source: cable format, 12.2.
 */
function withoutPilcrow(line: Line, run: readonly Line[]): Line {
  if (firstCode(line.text) !== 182) return line;
  const pilcrow = PILCROW.exec(line.text);
  const text = line.text.slice(pilcrow?.[0].length ?? 0);
  const isReason =
    /^1[.,][ \t]?[3-8](?!\d)|^\([a-h]\)[ \t,.]|^\([A-H]\)(?:[,.;]|[ \t](?:AND|and)|$)|^[a-h]\.?$/.test(text);
  if (!pilcrow || (!isReason && (run.at(-1)?.text.trim() === '' || startsBody(text)))) return line;
  return { ...line, text };
}

/** Whether a line is the sender's post and a number, and nothing else. */
function isOwnNumber(text: string, sender: string): boolean {
  const post =
    text.length < 50 && !isAddressee(text)
      ? /^[ \t]*([A-Z][A-Z .'-]{2,30}?)[ \t]+\d{4,6}[ \t]*$/.exec(text)?.[1]
      : undefined;
  const station = post === undefined ? undefined : findPost(post)?.station;
  return station !== undefined && station !== '' && station === stationOf(sender);
}

/** Whether a field ends before this line: another label, the classification line, the body. */
function endsField(text: string, field: LabelField, run: readonly Line[]): boolean {
  if (findLabel(text)) return true;
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

function readSender(cable: Cable, text: string, lines: Lines, label: string): void {
  const addressee = parseAddressee(text);
  const from: NonNullable<Cable['from']> = { raw: text.trim(), name: addressee.name };
  // A country code behind the name is no part of it: AMEMBASSY TRIPOLI LY.
  const bare = /^((?:AM|US)[A-Z]+ [A-Z .'-]{3,}) [A-Z]{2}$/.exec(from.name);
  if (bare?.[1]) from.name = bare[1];
  if (addressee.office) from.office = addressee.office;
  if (addressee.route) from.route = addressee.route;
  cable.from = from;
  cable.fields.push({ field: 'from', label, lines });
}

function addPassLine(cable: Cable, line: Line): void {
  const list = cable.passLines ?? [];
  const last = list[list.length - 1];
  const text = line.text.trim();
  if (last?.lines && last.lines[1] >= line.number - 1 && passLineGoesOn(last.raw, text)) {
    list[list.length - 1] = { ...parsePassLine(`${last.raw} ${text}`), lines: [last.lines[0], line.number] };
    const field = cable.fields[cable.fields.length - 1];
    if (field?.field === 'passLines') field.lines = [field.lines[0], line.number];
  } else {
    list.push({ ...parsePassLine(text), lines: [line.number, line.number] });
    cable.fields.push({ field: 'passLines', lines: [line.number, line.number] });
  }
  cable.passLines = list;
}

/** Whether the pass line just above is unfinished, `PACOM FOR ROE;`, so that this one goes on with it, though it ends in a stop. */
function goesOnOpen({ passLines }: Cable, { text, number }: Line): boolean {
  const last = passLines?.at(-1);
  return (
    last?.lines?.[1] === number - 1 && /[,;]$/.test(last.raw) && text.length < 100 && !/^[ \t]*\d/.test(text)
  );
}

/** Whether an address list goes on behind a blank line: with a routed line, or behind furniture. */
function listGoesOn(lines: readonly Line[], at: number): boolean {
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
  return letters === letters.toUpperCase() && !endsSentence(line.text) && line.text.length < 75;
}

/** Whether the text behind TO or INFO, without FM above, names an addressee. */
function isListed(text: string, next: string | undefined): boolean {
  return text.trim() === '' ? isAddressee(next ?? '') : isAddressee(text);
}

/** Whether sender and message number stand below: then a marking with a number above them is the page's, `CONFIDENTIAL   PTO4503`. */
function headFollows(lines: readonly Line[], at: number): boolean {
  let sent = false;
  for (let index = at + 1; index < lines.length && index < at + BANNER_REACH; index++) {
    const { text } = lines[index] as Line;
    if (startsBody(text)) return false;
    if (FM.test(text)) sent = true;
    else if (sent && parseMessageNumber(matchClassification(text)?.rest ?? '').serial !== undefined)
      return true;
  }
  return false;
}

/** Whether a label of the head that is still missing stands within so many lines, before any paragraph. */
function labelAhead(
  lines: readonly Line[],
  at: number,
  seen: ReadonlySet<LabelField>,
  cable: Cable,
  reach: number,
): boolean {
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
      if (seen.size === 0 && !cable.dtg && (FM.test(text) || parseDtg(text) || transmissionLine(text)))
        return true;
    }
  }
  return false;
}
