import { takeExemptions } from './body/find-redactions.ts';
import { parseBody } from './body/parse-body.ts';
import type { Cable, Field, Furniture } from './cable.ts';
import { formatId } from './cable-id.ts';
import { checkFields, checkSections, isNoCable, isTruncated } from './check-cable.ts';
import type { CableContext, ParseOptions } from './context.ts';
import { laterPiece } from './copy/extract-notice.ts';
import { joinCopies, type ReadCable } from './copy/join-copies.ts';
import type { Piece } from './copy/piece.ts';
import { repairMojibake } from './copy/repair-mojibake.ts';
import { restoreLines } from './copy/restore-lines.ts';
import { singleSpaced } from './copy/single-spaced.ts';
import { splitCables } from './copy/split-cables.ts';
import { splitLines } from './copy/split-lines.ts';
import { unwrapFile } from './copy/unwrap-file.ts';
import { createReport, type DiagnosticCode, type Report } from './diagnostics.ts';
import { dialectOf, isEditedPrint } from './dialect.ts';
import { findPost } from './find-post.ts';
import { parseRelease } from './furniture/parse-release.ts';
import { takeBodyFurniture } from './furniture/take-body-furniture.ts';
import { takeCover } from './furniture/take-cover.ts';
import { takeFurniture } from './furniture/take-furniture.ts';
import { findClassifiedBy } from './head/find-classified-by.ts';
import { readFormEnd, readFormHead, withholdAddresses } from './head/form-fields.ts';
import type { Head } from './head/head-walk.ts';
import { attributesId, identify, mismatch, namedId, reportMisprint } from './head/identify.ts';
import { inCapitals } from './head/in-capitals.ts';
import { inferClassification, inferFromMarks } from './head/infer-classification.ts';
import { attributesStart, parseAttributes, reviewMarks } from './head/parse-attributes.ts';
import { formStart } from './head/parse-smart.ts';
import { readAirgram } from './head/read-airgram.ts';
import { readHead } from './head/read-head.ts';
import { type Line, linesOf } from './lines/line.ts';

export { tagKind } from '../data/tag-kind.ts';
export { canonicalId } from './cable-id.ts';
export { subjectTitle } from './subject-title.ts';

// n/a: what the archive has instead of a text that is on film alone
const NO_TEXT = /^[ \t]*(?:n\/a|<< END OF DOCUMENT >>)$/i;
// Pages of releases: words blocked out, case numbers
const FOIA =
  /Case No\.?[ \t]*:?[ \t]*[A-Z]{1,3}-?\d|RELEASED? IN (?:PART|FULL)|DENIED IN FULL|NO FOIA WAIVER|STATE-SCB\d/;
/**
 * Reads one cable. Takes its text (already decoded) and what the caller knows of it; never throws on content. Where the
 * text holds several cables it gives the first.
 */
export function parseCable(text: string, options: ParseOptions = {}): Cable {
  return parseCables(text, options)[0] as Cable;
}

/**
 * Reads all cables of one file, in the order of the text; always at least one record.
 *
 * @param text the file's text, already decoded
 * @param options its path (whose last part may be an id), the year (four digits) and the id where the caller knows them
 */
export function parseCables(text: string, options: ParseOptions = {}): Cable[] {
  const repaired = repairMojibake(text);
  const source = repaired ?? text;
  const total = countLines(source);
  if (source.trim() === '') {
    const { diagnostics, report } = createReport();
    report('empty-file', [1, 1]);
    return [emptyCable(diagnostics, options, total)];
  }
  const read: ReadCable[] = [];
  for (const piece of unwrapFile(source)) {
    const { diagnostics, report } = createReport();
    if (options.encoding === 'windows-1252') report('encoding-windows-1252', [1, 1]);
    if (repaired !== undefined) report('mojibake-repaired', [1, 1]);
    const lines = restoreLines(singleSpaced(splitLines(piece, report)), report);
    const parts = splitCables(lines);
    for (const [index, part] of parts.entries()) {
      const own = index === 0 ? { diagnostics, report } : createReport();
      const cable = emptyCable(own.diagnostics, options, total);
      const text = parts.length === 1 ? piece.text : part.map((line) => line.text).join('\n');
      const { around, lines } =
        index === 0 ? { around: piece, lines: part } : laterPiece(restoreLines(part, own.report), piece);
      readCable(
        cable,
        lines,
        { ...around, text },
        {
          options: read.length > 0 ? withoutId(options) : options,
          report: own.report,
          whole: parts.length === 1,
        },
      );
      read.push({ cable, text, line: part[0]?.number ?? piece.line });
    }
  }
  return read.length === 1 ? read.map(({ cable }) => cable) : joinCopies(read);
}

/**
 * A record that holds nothing yet. All that it may hold is there from the start, `undefined`, in the order in which records are
 * written: so all cables are of one shape, which makes reading and filling them fast.
 */
function emptyCable(diagnostics: Cable['diagnostics'], options: ParseOptions, lines: number): Cable {
  const cable: { [Key in keyof Required<Cable>]: Cable[Key] } = {
    id: undefined,
    rawId: undefined,
    dialect: 'unknown',
    partial: undefined,
    wrapper: undefined,
    transmissionId: undefined,
    routing: undefined,
    transmission: undefined,
    dtg: undefined,
    precedence: undefined,
    prosigns: undefined,
    cancelled: undefined,
    retransmission: undefined,
    from: undefined,
    to: undefined,
    info: undefined,
    distribution: undefined,
    drafting: undefined,
    classification: undefined,
    classificationRaw: undefined,
    messageNumber: undefined,
    station: undefined,
    serial: undefined,
    year: undefined,
    sections: undefined,
    captions: undefined,
    passLines: undefined,
    correctedCopy: undefined,
    eo: undefined,
    tags: undefined,
    subject: undefined,
    subjectTitle: undefined,
    subjectClassification: undefined,
    references: undefined,
    classifiedBy: undefined,
    derivedFrom: undefined,
    declassifyOn: undefined,
    defaultMark: undefined,
    summary: undefined,
    repeats: undefined,
    body: [],
    signers: undefined,
    closing: undefined,
    endMarks: undefined,
    endNotes: undefined,
    release: undefined,
    redactions: undefined,
    attributes: undefined,
    furniture: undefined,
    unparsed: undefined,
    fields: [],
    diagnostics,
    source: { lines },
  };
  if (options.path !== undefined) cable.source.path = options.path;
  if (options.encoding !== undefined) cable.source.encoding = options.encoding;
  return cable;
}

function withoutId({ year, encoding }: ParseOptions): ParseOptions {
  return { ...(year === undefined ? {} : { year }), ...(encoding === undefined ? {} : { encoding }) };
}

/** Raw lines of a text: LF, CRLF and CR end one; a last line end opens an empty one. */
function countLines(text: string): number {
  let count = 1;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++;
  for (let at = text.indexOf('\r'); at >= 0; at = text.indexOf('\r', at + 1))
    if (text.charCodeAt(at + 1) !== 10) count++;
  return count;
}

interface ReadOptions {
  options: ParseOptions;
  report: Report;
  /** The file holds this cable alone. */
  whole: boolean;
}

function readCable(
  cable: Cable,
  lines: readonly Line[],
  piece: Piece,
  { options, report, whole }: ReadOptions,
): void {
  if (piece.wrapper) cable.wrapper = piece.wrapper;
  if (piece.partial) cable.partial = true;
  const ctx: CableContext = { dialect: 'unknown' };
  if (piece.markdown) ctx.markdown = true;
  if (piece.partial) ctx.partial = true;
  const text = piece.text;
  const attributesAt = text.includes('essage Attributes') ? attributesStart(lines) : undefined;
  const own = attributesAt === undefined ? lines : lines.slice(0, attributesAt);
  if (attributesAt !== undefined) readAttributes(cable, lines, attributesAt);
  const taken = takeFurniture(own, text);
  if (taken.release) ctx.stamped = true;
  const marks = cable.attributes && reviewMarks(cable.attributes);
  const release = marks ? parseRelease(marks, taken.release) : taken.release;
  if (release && Object.keys(release).length > 0) cable.release = release;
  const furniture: Furniture[] = [...piece.furniture, ...taken.furniture];
  if (furniture.length > 0) cable.furniture = furniture;
  if (cable.attributes && taken.lines.every(({ text }) => text === '' || NO_TEXT.test(text)))
    cable.partial = ctx.partial = true;
  taken.lines = takeCover(cable, taken.lines);
  if (ctx.stamped) {
    const { exemptions, lines } = takeExemptions(taken.lines, release?.exemptions);
    if (exemptions.length > 0) cable.redactions = exemptions;
    taken.lines = lines;
  }

  if (isEditedPrint(text)) {
    cable.dialect = ctx.dialect = 'edited-print';
    report('dialect-edited-print', linesOf(own.filter((line) => line.text !== '').slice(0, 1)));
    // its notes are numbered too
    finishBody(cable, taken.lines, text, ctx, withoutCode(report, 'paragraph-restart'));
    return;
  }

  // The printed form, then perhaps the telegram that it holds.
  let formNext = 0;
  const formAt = formStart(taken.lines);
  const form = formAt !== undefined;
  let named = namedId(options, piece.wrapper);
  let formGroup: Head['group'];
  if (form) {
    for (const line of taken.lines.slice(0, formAt)) if (line.text !== '') takeAbove(cable, line);
    const read = readFormHead(cable, taken.lines, formAt, ctx, report);
    formNext = read.next;
    formGroup = read.group;
    if (!named && read.id !== undefined) named = namedId({ id: read.id });
  }
  const below = formNext > 0 ? taken.lines.slice(formNext) : taken.lines;
  const giveBack = form ? withholdAddresses(cable, below) : undefined;
  const airgram = readAirgram(cable, below, report);
  formGroup ??= airgram.group;
  const known = { named, attributed: attributesId(cable), page: taken.page };
  const head = inCapitals(cable, airgram.lines, (lines) =>
    readHead(cable, lines, ctx, report, ({ number, group = formGroup }) =>
      identify(cable, { number, group }, ctx, options, known),
    ),
  );
  giveBack?.();
  head.group ??= formGroup;
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
  inferClassification(
    cable,
    taken.banner,
    ctx,
    form ? withoutCode(report, 'classification-inferred') : report,
  );

  let body: readonly Line[] = readFormEnd(cable, head.body, ctx, report, form);
  const cut = takeBodyFurniture(cable, body, taken.doubtful, report, head.number);
  body = cut.body;
  checkSections(cable, head, cut.sections, report);
  const signs = {
    form,
    stamped: ctx.stamped === true,
    foia:
      cable.release?.case !== undefined ||
      cable.release?.decision !== undefined ||
      (ctx.stamped === true && FOIA.test(text)),
    pages: taken.furniture.some((item) => item.kind === 'page' && item.text.startsWith('PAGE')),
    web: text.includes('¶'),
  };
  cable.dialect = ctx.dialect = dialectOf(cable, signs);
  body = findClassifiedBy(cable, body, ctx, report);
  if (isNoCable(cable, body, form))
    report('not-a-cable', whole ? [1, cable.source.lines] : linesOf(own.slice(0, 1)));
  readRepeat(cable, head, ctx);
  finishBody(cable, body, text, ctx, report);
  if (cable.classification === undefined) inferFromMarks(cable, report);
  mismatch(cable, head, named, report);
  checkFields(cable, report);
}

function finishBody(
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
  if (result.fields) cable.fields.push(...result.fields);
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

function readAttributes(cable: Cable, lines: readonly Line[], at: number): void {
  const own = lines.slice(at + 1);
  const label = lines[at] as Line;
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
    /\b(?:REPEAT(?:ED|S)?|RPTD?)(?:[ \t]+OF)?[ \t]+([A-Z][A-Z .'-]{1,30}?)[ \t]*(\d{1,6})\b/i.exec(repeat);
  // FOL VIENNA 10998 SENT ACTION SECSTATE
  const sent = /^[ \t(]*FOLL?(?:OWING|G)?[ \t]+([A-Z][A-Z .'-]{1,30}?)[ \t]+(\d{1,6})\b/i.exec(repeat);
  const match = named ?? (sent?.[1] && findPost(sent[1]) ? sent : undefined);
  const [words, serial] = match ? [match[1], Number(match[2])] : [repeated?.station, repeated?.serial];
  cable.repeats = { raw: repeat };
  ctx.repeat = repeat;
  const { year } = cable;
  if (!words || serial === undefined || year === undefined) return;
  const station = findPost(words, { year })?.station ?? words.toUpperCase().replace(/[^A-Z]/g, '');
  if (station !== '') cable.repeats.id = formatId({ year, station, serial });
}
