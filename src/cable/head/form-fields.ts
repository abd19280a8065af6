import type { Cable, Lines } from '../cable.ts';
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
import { parseAddressee, parseAddressees } from './parse-addressees.ts';
import { type FormValue, formEnd, readForm, townLast } from './parse-smart.ts';

const PRECEDENCE = /^[ \t]*(?:NIACT |FLASH|IMMEDIATE|PRIORITY|ROUTINE)/;
const ENDS_ENTRY = /[ \t](?:FLASH|IMMEDIATE|PRIORITY|ROUTINE)[ \t]*$/;

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
      const sender = parseAddressee(townLast(words));
      cable.from = { raw: words, name: sender.name, ...(sender.office ? { office: sender.office } : {}) };
      ctx.from = cable.from;
      keep(cable, 'from', value, false);
    } else if (value.key === 'action' || value.key === 'to') readList(cable, 'to', value, report, ctx);
    else if (value.key === 'info') readList(cable, 'info', value, report, ctx);
    else {
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
    open = parted && !/;[ \t]*$/.test(line.text) && !ENDS_ENTRY.test(line.text);
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
  keep(cable, name, value, false);
  const entries = entriesOf(value.lines).filter(({ text }) => !/^[ \t]*none[ \t]*$/i.test(text));
  if (entries.length === 0) return;
  const lines = entries.map((line) => ({ ...line, text: townLast(line.text) }));
  const read = parseAddressees(lines, report, ctx.year);
  if (read.length === entries.length)
    for (const [index, addressee] of read.entries())
      addressee.raw = entries[index]?.text.trim() ?? addressee.raw;
  cable[name] = [...(cable[name] ?? []), ...read];
}

/** Reads the end of the printed form: signature, drafting, addressees for information. Gives the body's lines. */
export function readFormEnd(cable: Cable, body: Line[], ctx: CableContext, report: Report): Line[] {
  const start = formEnd(body);
  if (start === undefined) return body;
  const { values, next } = readForm(body, start);
  const signers: string[] = [];
  for (const value of values) {
    const words = rawOf(value.lines);
    const isEmpty = words === '' || /^none$/i.test(words);
    switch (value.key) {
      case 'signature':
        if (!isEmpty) signers.push(words);
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
      case 'cleared by':
        draft(cable, value, {
          cleared: value.lines.map((line) => line.text.trim()).filter((text) => text !== ''),
        });
        break;
      case 'info':
        readList(cable, 'info', value, report, ctx);
        break;
      case 'action':
        readList(cable, 'to', value, report, ctx);
        break;
      default:
        keep(cable, value.key, value);
    }
  }
  if (signers.length > 0) cable.signers = signers;
  return body.slice(0, start).concat(body.slice(next));
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

/** `SAMPLETOWN:Doe, Jane` is `Doe, Jane`. */
function nameOf(words: string): string {
  const at = words.indexOf(':');
  return (at >= 0 ? words.slice(at + 1) : words).trim();
}
