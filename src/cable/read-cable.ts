import { takeExemptions } from './body/find-redactions.ts';
import { parseBody } from './body/parse-body.ts';
import type { Cable, Field } from './cable.ts';
import { formatId } from './cable-id.ts';
import { checkFields, checkSections, isNoCable, isTruncated } from './check-cable.ts';
import type { CableContext, ParseOptions } from './context.ts';
import type { DiagnosticCode, Report } from './diagnostics.ts';
import { dialectOf, isEditedPrint } from './dialect.ts';
import { findPost } from './find-post.ts';
import type { WithoutFurniture } from './furniture/furniture-walk.ts';
import { parseRelease } from './furniture/parse-release.ts';
import { takeBodyFurniture } from './furniture/take-body-furniture.ts';
import { takeCover } from './furniture/take-cover.ts';
import { takeFurniture } from './furniture/take-furniture.ts';
import { findClassifiedBy } from './head/find-classified-by.ts';
import { readFormEnd, readFormHead, withholdAddresses } from './head/form-fields.ts';
import type { Head } from './head/head-walk.ts';
import {
  attributesId,
  identify,
  type KnownIds,
  mismatch,
  type NamedId,
  namedId,
  reportMisprint,
} from './head/identify.ts';
import { inCapitals } from './head/in-capitals.ts';
import { inferClassification, inferFromMarks } from './head/infer-classification.ts';
import { attributesStart, parseAttributes, reviewMarks } from './head/parse-attributes.ts';
import { takeSheetTitle } from './head/parse-sheet.ts';
import { formStart } from './head/parse-smart.ts';
import { readAirgram } from './head/read-airgram.ts';
import { readHead } from './head/read-head.ts';
import { type Line, linesOf } from './lines/line.ts';
import type { Piece } from './wrapper/piece.ts';

// n/a: what the archive has instead of a text that is on film alone
const NO_TEXT = /^[ \t]*(?:n\/a|<< END OF DOCUMENT >>)$/i;

/** What is read, with whose knowledge, and where doubts go. */
interface Source {
  /** Where the text stood in its file, and what stood around it. */
  piece: Piece;
  options: ParseOptions;
  report: Report;
  /** The file holds this cable alone. */
  whole: boolean;
}

/**
 * Reads the lines of one cable into its record, from the outside in: the archive's sheet, what was printed or stamped around
 * the text, the form, the head, the body.
 */
export function readCable(cable: Cable, lines: readonly Line[], source: Source): void {
  const { piece, report, whole } = source;
  const { text } = piece;
  const ctx: CableContext = { dialect: 'unknown' };
  if (piece.wrapper) cable.wrapper = piece.wrapper;
  if (piece.markdown) ctx.markdown = true;
  if (piece.partial) cable.partial = ctx.partial = true;
  const own = takeAttributes(cable, lines, text);
  const taken = takeAround(cable, own, piece, ctx);
  if (isEditedPrint(text)) {
    cable.dialect = ctx.dialect = 'edited-print';
    report('dialect-edited-print', linesOf(own.filter((line) => line.text !== '').slice(0, 1)));
    // its notes are numbered too
    readBody(cable, taken.lines, text, ctx, withoutCode(report, 'paragraph-restart'));
    return;
  }
  const { head, named, form } = readTop(cable, taken, ctx, source);
  inferClassification(
    cable,
    taken.banner,
    ctx,
    form ? withoutCode(report, 'classification-inferred') : report,
  );
  const below = readFormEnd(cable, head.body, ctx, report, form);
  const { body: rest, sections } = takeBodyFurniture(cable, below, taken.doubtful, report, head.number);
  checkSections(cable, head, sections, report);
  cable.dialect = ctx.dialect = dialectOf(cable, { form, stamped: ctx.stamped === true, text });
  const body = findClassifiedBy(cable, rest, ctx, report);
  if (isNoCable(cable, body, form))
    report('not-a-cable', whole ? [1, cable.source.lines] : linesOf(own.slice(0, 1)));
  readRepeat(cable, head, ctx);
  readBody(cable, body, text, ctx, report);
  if (cable.classification === undefined) inferFromMarks(cable, report);
  mismatch(cable, head, named, report);
  checkFields(cable, report);
}

/** Reads the sheet of attributes that the archive set below a text; gives the lines above it. */
function takeAttributes(cable: Cable, lines: readonly Line[], text: string): readonly Line[] {
  const at = text.includes('essage Attributes') ? attributesStart(lines) : undefined;
  const label = at === undefined ? undefined : lines[at];
  if (at === undefined || !label) return lines;
  const own = lines.slice(at + 1);
  const { attributes, keys, rest } = parseAttributes(own);
  cable.attributes = attributes;
  const last = own.findLast((line) => line.text.trim() !== '') ?? label;
  cable.fields.push({
    field: 'attributes',
    label: label.text.trim(),
    lines: [label.number, last.number],
    raw: keys.join('; '),
  });
  for (const line of rest) takeAbove(cable, line);
  return lines.slice(0, at);
}

/** Takes off what was printed and stamped around the text: pages, banners, the release, its cover and its exemptions. */
function takeAround(cable: Cable, lines: readonly Line[], piece: Piece, ctx: CableContext): WithoutFurniture {
  const taken = takeFurniture(lines, piece.text);
  if (taken.release) ctx.stamped = true;
  const marks = cable.attributes && reviewMarks(cable.attributes);
  const release = marks ? parseRelease(marks, taken.release) : taken.release;
  if (release && Object.keys(release).length > 0) cable.release = release;
  const furniture = [...piece.furniture, ...taken.furniture];
  if (furniture.length > 0) cable.furniture = furniture;
  if (cable.attributes && taken.lines.every(({ text }) => text === '' || NO_TEXT.test(text)))
    cable.partial = ctx.partial = true;
  taken.lines = takeCover(cable, taken.lines);
  if (ctx.stamped) {
    const { exemptions, lines } = takeExemptions(taken.lines, release?.exemptions);
    if (exemptions.length > 0) cable.redactions = exemptions;
    taken.lines = lines;
  }
  return taken;
}

/** What stands above the body. */
interface Top {
  head: Head;
  named: NamedId | undefined;
  /** The text is in the printed form. */
  form: boolean;
}

/** Reads the printed form, then the head, perhaps of the telegram that the form holds; puts the id together. */
function readTop(cable: Cable, taken: WithoutFurniture, ctx: CableContext, source: Source): Top {
  const { options, piece, report } = source;
  const at = formStart(taken.lines);
  for (const line of taken.lines.slice(0, at ?? 0))
    if (line.text !== '' && !takeSheetTitle(cable, line, ctx)) takeAbove(cable, line);
  const form = at === undefined ? undefined : readFormHead(cable, taken.lines, at, ctx, report);
  const named =
    namedId(options, piece.wrapper) ?? (form?.id === undefined ? undefined : namedId({ id: form.id }));
  const below = form ? taken.lines.slice(form.next) : taken.lines;
  const giveBack = form ? withholdAddresses(cable, below) : undefined;
  const airgram = readAirgram(cable, below, report);
  const group = form?.group ?? airgram.group;
  const known: KnownIds = { named, attributed: attributesId(cable), page: taken.page };
  const head = inCapitals(cable, airgram.lines, (lines) =>
    readHead(cable, lines, ctx, report, (read) =>
      identify(cable, { number: read.number, group: read.group ?? group }, ctx, options, known),
    ),
  );
  giveBack?.();
  head.group ??= group;
  if (head.number?.serial === undefined && airgram.number) head.number = airgram.number;
  identify(cable, head, ctx, options, known);
  reportMisprint(cable, head, known, report);
  if (named?.repaired && named.raw !== named.id) {
    cable.rawId = named.raw;
    if (options.id === named.raw || !/^\d{4}/.test(named.raw))
      report('id-repaired', [1, 1], { detail: `${named.raw} is read as ${named.id}.`, raw: named.raw });
  }
  if (head.group && head.group.year === undefined)
    report('dtg-year-missing', cable.dtg?.lines ?? [1, 1], { raw: cable.dtg?.raw ?? '' });
  else if (!head.group && cable.messageNumber && named && !cable.from)
    report('dtg-year-missing', cable.messageNumber.lines);
  readProsigns(cable);
  return { head, named, form: form !== undefined };
}

/** Reads what is left of the lines as the body and the end. */
function readBody(
  cable: Cable,
  lines: readonly Line[],
  text: string,
  ctx: CableContext,
  report: Report,
): void {
  const cut = isTruncated(lines);
  const isSigned = cable.signers !== undefined;
  if (cut) {
    cable.partial = ctx.partial = true;
    report('truncated', [cut.number, cut.number]);
  }
  const result = parseBody(
    lines,
    ctx,
    isSigned ? withoutCode(report, 'signature-missing') : report,
    // escapes of a Markdown copy may part what its lines hold in one
    ctx.markdown ? undefined : text,
  );
  cable.body = result.body;
  if (result.summary !== undefined) cable.summary = result.summary;
  if (result.defaultMark !== undefined) cable.defaultMark = result.defaultMark;
  if (result.signers) addSigners(cable, result.signers, result.fields ?? []);
  if (result.closing) cable.closing = result.closing;
  if (result.endMarks) cable.endMarks = result.endMarks;
  if (result.endNotes) cable.endNotes = result.endNotes;
  if (result.redactions)
    cable.redactions = [...result.redactions, ...(cable.redactions ?? [])].toSorted(
      (one, other) => one.lines[0] - other.lines[0],
    );
  if (result.repeats) cable.repeats = { ...result.repeats, ...cable.repeats };
  if (result.fields) cable.fields = [...cable.fields, ...result.fields];
  if (result.furniture) cable.furniture = [...(cable.furniture ?? []), ...result.furniture];
  const trailing = result.trailing?.filter((line) => line.text.trim() !== '') ?? [];
  if (trailing.length > 0) {
    const text = trailing.map((line) => line.text.trim()).join('\n');
    cable.unparsed = [...(cable.unparsed ?? []), { text, lines: linesOf(trailing) }];
  }
  const nothing = cable.body.length === 0 && lines.every((line) => line.text.trim() === '');
  if (nothing && cable.from) cable.partial = true;
}

/** Adds who signed; a name that the form has already stays in the raw words of its field. */
function addSigners(cable: Cable, names: readonly string[], fields: Field[]): void {
  const before = cable.signers ?? [];
  const known = new Set(before.map((name) => name.toUpperCase()));
  const others = names.filter((name) => !known.has(name.toUpperCase()));
  cable.signers = [...before, ...others];
  const field = fields.find((one) => one.field === 'signers');
  if (field && others.length < names.length) field.raw ??= names.join(' ');
}

/** A report that keeps one code back: the form bears its signature under a label. */
function withoutCode(report: Report, code: DiagnosticCode): Report {
  return (reported, ...rest) => {
    if (reported !== code) report(reported, ...rest);
  };
}

/** A line above the form: its classification is a banner, the rest has no place. */
function takeAbove(cable: Cable, line: Line): void {
  const isMark = /^(?:SBU|SENSITIVE|NOFORN|NODIS|EXDIS|SIPDIS)(?:[ /]|$)/.test(line.text.trim());
  const text = line.text.trim();
  if (isMark)
    cable.furniture = [
      ...(cable.furniture ?? []),
      { kind: 'banner', text, lines: [line.number, line.number] },
    ];
  else cable.unparsed = [...(cable.unparsed ?? []), { text, lines: [line.number, line.number] }];
}

function readProsigns(cable: Cable): void {
  for (const sign of cable.prosigns ?? []) {
    if (/^ZFR/.test(sign)) cable.cancelled = true;
    else if (/^Z(?:DK|DS|FD)/.test(sign)) cable.retransmission = true;
  }
}

/** A telegram repeated inside: its id from the words that announce it, else from its own message number. */
function readRepeat(cable: Cable, { repeat, repeated }: Head, ctx: CableContext): void {
  if (repeat === undefined) return;
  const named =
    /\b(?:REPEAT(?:ED|S)?|RPTD?)(?:[ \t]+OF)?[ \t]+([A-Z][A-Z .'’-]{1,30}?)[ \t]*(\d{1,6})\b/i.exec(repeat);
  // FOL VIENNA 10998 SENT ACTION SECSTATE
  const sent = /^[ \t(]*FOLL?(?:OWING|G)?[ \t]+([A-Z][A-Z .'’-]{1,30}?)[ \t]+(\d{1,6})\b/i.exec(repeat);
  const match = named ?? (sent?.[1] && findPost(sent[1]) ? sent : undefined);
  const [words, serial] = match ? [match[1], Number(match[2])] : [repeated?.station, repeated?.serial];
  cable.repeats = { raw: repeat };
  ctx.repeat = repeat;
  const { year } = cable;
  if (!words || serial === undefined || year === undefined) return;
  const station = findPost(words, { year })?.station ?? words.toUpperCase().replace(/[^A-Z]/g, '');
  if (station !== '') cable.repeats.id = formatId({ year, station, serial });
}
