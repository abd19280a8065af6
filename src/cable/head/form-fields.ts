import type { Addressee, Cable, Lines } from '../cable.ts';
import { canonicalId, parseId } from '../cable-id.ts';
import type { CableContext } from '../context.ts';
import type { Report } from '../diagnostics.ts';
import { isNameOf } from '../find-post.ts';
import type { LabelField } from '../lines/find-label.ts';
import { type Line, linesOf, rawOf } from '../lines/line.ts';
import { parseDtg } from '../lines/parse-dtg.ts';
import { classificationReasons } from './classification-reasons.ts';
import { readHeadField } from './head-field.ts';
import type { Head } from './head-walk.ts';
import { collectiveOf, parseAddressee, parseAddressees } from './parse-addressees.ts';
import { sheetNumber, sheetSender } from './parse-sheet.ts';
import { type FormValue, formEnd, listGoesOn, readForm, townLast } from './parse-smart.ts';
import { isSender } from './read-header-line.ts';

const PRECEDENCE = /^[ \t]*(?:NIACT |FLASH|IMMEDIATE|PRIORITY|ROUTINE)/;

const NOBODY = /^[ \t]*(?:none|no action addressee)[ \t]*$/i;
// SECSTATE WASHDC - PRIORITY
const APART = / - (?=(?:NIACT )?(?:FLASH|IMMEDIATE|PRIORITY|ROUTINE)$)/;

// POL:Doe, Jane; ECON:Roe, Ann or EUR:JDOE, NSS:RROE,
const BETWEEN_NAMES = /;|,(?=[ \t]*(?:[A-Z][A-Za-z0-9/_. -]{0,30}:|$))/;
/** How many lines the header of a telegram inside the form may run. */
const HEADER_REACH = 80;

const headFields: Record<string, LabelField> = {
  'e.o.': 'eo',
  tags: 'tags',
  captions: 'captions',
  'pass line': 'passLines',
  reference: 'references',
  subject: 'subject',
  'classified by': 'classifiedBy',
  'derived from': 'derivedFrom',
  'declassify on': 'declassifyOn',
};

/** What the printed form of SMART tells before the text. */
export interface FormHead {
  /** Index of the first line behind the form. */
  next: number;
  group?: Head['group'];
  /** The form's number: year, station, serial as one id. */
  id?: string;
}

function place(value: FormValue): Lines {
  return linesOf(value.lines);
}

function keep(cable: Cable, field: string, value: FormValue, raw = true): void {
  const words = rawOf(value.lines);
  cable.fields.push({
    field,
    label: value.label,
    lines: place(value),
    ...(raw && words ? { raw: words } : {}),
  });
}

/** Reads the head of the printed form into the cable. A value that only says `None` or `Unknown` is left out. */
export function readFormHead(
  cable: Cable,
  lines: readonly Line[],
  from: number,
  ctx: CableContext,
  report: Report,
): FormHead {
  const { values, next } = readForm(lines, from);
  const form: FormHead = { next };
  const mrn = values.find((value) => value.key === 'mrn');
  if (mrn) readNumber(form, mrn, report);
  const dated = values.find((value) => value.key === 'date/dtg');
  if (dated) {
    const words = rawOf(dated.lines);
    const group = parseDtg(words.slice(words.lastIndexOf('/') + 1).trim());
    if (group) {
      form.group = group;
      cable.dtg = { raw: words, ...(group.iso ? { iso: group.iso } : {}), lines: place(dated) };
      if (group.year !== undefined) ctx.year = group.year;
      if (group.iso) ctx.date = group.iso;
      if (group.invalid) report('dtg-invalid', place(dated), { raw: words });
    }
  }
  const isSheet = values.some(({ key, lines }) => key === 'from' && sheetSender(rawOf(lines)));
  for (const value of values) {
    const words = rawOf(value.lines);
    const isEmpty = /^(?:none|unknown|n\/?a)?$/i.test(words);
    const field = headFields[value.key];
    if (field !== undefined) {
      if (isEmpty && field !== 'eo') keep(cable, field, value);
      else if (isEmpty && !/^n\/?a$/i.test(words)) keep(cable, field, value);
      else {
        const rest = readHeadField(cable, field, value.label, value.lines, ctx, report);
        const left = rawOf(rest);
        if (left !== '') cable.unparsed = [...(cable.unparsed ?? []), { text: left, lines: linesOf(rest) }];
      }
    } else if (value.key === 'from') {
      if (cable.from) {
        keep(cable, 'from', value);
        continue;
      }
      const sheet = sheetSender(words);
      const sender = parseAddressee(townLast(sheet ?? words));
      cable.from = { raw: words, name: sender.name, ...(sender.office ? { office: sender.office } : {}) };
      ctx.from = cable.from;
      const number = sheetNumber(words);
      if (number !== undefined && ctx.year !== undefined) form.id ??= canonicalId(`${ctx.year} ${number}`).id;
      keep(cable, 'from', value, sheet !== undefined);
    } else if (value.key === 'action' && isSheet) addOffices(cable, 'action', value);
    else if (!readEndValue(cable, value, ctx, report)) {
      if (value.key === 'reason' && cable.classifiedBy?.reasons.length === 0)
        cable.classifiedBy.reasons = classificationReasons(words).reasons;
      keep(
        cable,
        value.key === 'mrn' ? 'messageNumber' : value.key === 'date/dtg' ? 'dtg' : value.key,
        value,
        value !== dated || !form.group,
      );
    }
  }
  return form;
}

/** The form's number: year, station, serial. */
function readNumber(form: FormHead, mrn: FormValue, report: Report): void {
  const raw = rawOf(mrn.lines);
  const { id } = canonicalId(raw);
  const parts = id === undefined ? undefined : parseId(id);
  if (!parts) return;
  form.id = id;
  if (!isNameOf(raw, parts.station, parts))
    report('id-repaired', place(mrn), { detail: `${raw} is read as ${id}.`, raw });
}

/** The entries of a list: cut at semicolons, joined where one goes on in the next line. */
function entriesOf(lines: readonly Line[]): Line[] {
  const parted = lines.some((line) => line.text.includes(';'));
  const entries: Line[] = [];
  let open = false;
  for (const line of lines) {
    for (const [index, text] of line.text.split(';').entries()) {
      const before = entries.at(-1);
      const goesOn =
        index === 0 &&
        before &&
        (parted ? open : /^[ \t]*(?:NIACT )?[A-Z]+[ \t]*$/.test(text) && PRECEDENCE.test(text));
      if (goesOn)
        entries[entries.length - 1] = { ...before, text: `${before.text} ${text.trim()}`, last: line.number };
      else if (text.trim() !== '') entries.push({ ...line, text });
    }
    open = parted && !/;[ \t]*$/.test(line.text) && listGoesOn(line.text);
  }
  return entries;
}

function readList(
  cable: Cable,
  name: 'to' | 'info',
  value: FormValue,
  report: Report,
  ctx: CableContext,
): void {
  const entries = entriesOf(value.lines).filter(({ text }) => !NOBODY.test(text));
  if (entries.length === 0) {
    keep(cable, name, value);
    return;
  }
  const lines = entries.map((line) => ({ ...line, text: townLast(line.text).replace(APART, ' ') }));
  const read = parseAddressees(lines, report, ctx.year);
  if (read.length === entries.length)
    for (const [index, addressee] of read.entries())
      addressee.raw = entries[index]?.text.trim() ?? addressee.raw;
  keep(cable, name, value, addAddressees(cable, name, read));
}

/** Adds addressees that the list has not; says whether it had one, whose words are then kept with the field. */
function addAddressees(cable: Cable, name: 'to' | 'info', read: readonly Addressee[]): boolean {
  const known = new Map(cable[name]?.map((one) => [one.name, one]));
  const others: Addressee[] = [];
  for (const one of read) {
    const same = known.get(one.name);
    if (!same) others.push(one);
    else if (one.precedence) same.precedence ??= one.precedence;
  }
  cable[name] = [...(cable[name] ?? []), ...others];
  return others.length < read.length;
}

/**
 * Takes the addresses of the form back where it holds a telegram with a header, which tells them more fully.
 *
 * @returns puts them in again behind the telegram's own, as far as it has not got them
 */
export function withholdAddresses(cable: Cable, lines: readonly Line[]): () => void {
  const { from, to, info } = cable;
  const reach = lines.slice(0, HEADER_REACH);
  if (!from || !reach.some(({ text }) => isSender(text)) || !reach.some(({ text }) => parseDtg(text)))
    return () => {};
  const lists = { from: [from], to: to ?? [], info: info ?? [] };
  for (const field of cable.fields)
    if (field.field in lists)
      field.raw ??= lists[field.field as keyof typeof lists].map(({ raw }) => raw).join('; ');
  cable.from = cable.to = cable.info = undefined;
  return () => {
    cable.from ??= from;
    if (to) addAddressees(cable, 'to', to);
    if (info) addAddressees(cable, 'info', info);
  };
}

/**
 * Reads the end of the printed form: signature, drafting, addressees for information. Gives the body's lines.
 *
 * @param form the head was a form's. Below another head, or none, the end is a form's where it has two labels and nothing behind.
 */
export function readFormEnd(
  cable: Cable,
  body: Line[],
  ctx: CableContext,
  report: Report,
  form: boolean,
): Line[] {
  const start = formEnd(body);
  if (start === undefined) return body;
  const { values, next } = readForm(body, start);
  if (!form && (values.length < 2 || body.slice(next).some(({ text }) => text !== ''))) return body;
  for (const value of values) if (!readEndValue(cable, value, ctx, report)) keep(cable, value.key, value);
  return body.slice(0, start).concat(body.slice(next));
}

/** Who signed, who drafted, and the addressees: a value that stands at the form's head or at its end. */
function readEndValue(cable: Cable, value: FormValue, ctx: CableContext, report: Report): boolean {
  const words = rawOf(value.lines);
  switch (value.key) {
    case 'signature':
      if (words !== '' && !/^none$/i.test(words)) cable.signers = [...(cable.signers ?? []), words];
      keep(cable, 'signers', value, false);
      break;
    case 'drafted by':
      draft(cable, value, { drafter: nameOf(words) });
      break;
    case 'approved by':
      draft(cable, value, { approved: nameOf(words) });
      break;
    case 'released by':
      draft(cable, value, { released: nameOf(words) });
      break;
    case 'cleared by': {
      const cleared = value.lines
        .flatMap((line) => line.text.split(BETWEEN_NAMES))
        .map((name) => name.trim())
        .filter((name) => name !== '' && !NOBODY.test(name));
      draft(cable, value, cleared.length > 0 ? { cleared } : {});
      break;
    }
    case 'info':
      readList(cable, 'info', value, report, ctx);
      break;
    case 'action office':
      addOffices(cable, 'action', value);
      break;
    case 'info office':
      addOffices(cable, 'info', value);
      break;
    case 'xmt':
      addExempt(cable, value);
      break;
    case 'action':
    case 'to':
      readList(cable, 'to', value, report, ctx);
      break;
    default:
      return false;
  }
  return true;
}

/** `Action Office: POL`, `Info Office: ECON, PAO`: who got the cable inside the house. */
function addOffices(cable: Cable, list: 'action' | 'info', value: FormValue): void {
  const raw = rawOf(value.lines);
  const offices = raw.split(/[,;]/).flatMap((office) => (NOBODY.test(office) ? [] : office.trim() || []));
  const before = cable.distribution;
  if (offices.length > 0)
    cable.distribution = {
      ...before,
      raw: before ? `${before.raw} ${raw}` : raw,
      lines: before ? [before.lines[0], place(value)[1]] : place(value),
      [list]: offices,
    };
  keep(cable, 'distribution', value, offices.length === 0);
}

/** `XMT: BASRAH, AMCONSUL; DAMASCUS, AMEMBASSY`: the posts that the collective does not go to. */
function addExempt(cable: Cable, value: FormValue): void {
  const exempt = collectiveOf(cable.to ?? [], cable.info ?? []);
  const entries = entriesOf(value.lines).filter(({ text }) => !NOBODY.test(text));
  if (exempt && entries.length > 0) exempt.excluded = entries.map(({ text }) => townLast(text));
  keep(cable, 'xmt', value);
}

function draft(cable: Cable, value: FormValue, part: NonNullable<Cable['drafting']>): void {
  const before = cable.drafting;
  const [first, last] = place(value);
  const lines: Lines = before?.lines
    ? [Math.min(before.lines[0], first), Math.max(before.lines[1], last)]
    : [first, last];
  cable.drafting = { ...before, ...part, lines };
  keep(cable, 'drafting', value);
}

/** `SAMPLETOWN:Doe, Jane` is `Doe, Jane`; of `SAMPLETOWN:`, whose name a release blacked out, nothing is left. */
function nameOf(words: string): string | undefined {
  return words.slice(words.indexOf(':') + 1).trim() || undefined;
}
