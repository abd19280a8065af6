import type { Cable } from './cable.ts';
import type { ParseOptions } from './context.ts';
import { joinCopies, type ReadCable } from './copy/join-copies.ts';
import { restoreForm } from './copy/restore-form.ts';
import { restoreLines } from './copy/restore-lines.ts';
import { singleSpaced } from './copy/single-spaced.ts';
import { splitCables } from './copy/split-cables.ts';
import { splitLines } from './copy/split-lines.ts';
import { createReport } from './diagnostics.ts';
import { countEnds } from './lines/count-ends.ts';
import { readCable } from './read-cable.ts';
import { laterPiece } from './wrapper/extract-notice.ts';
import { repairMojibake } from './wrapper/repair-mojibake.ts';
import { unwrapFile } from './wrapper/unwrap-file.ts';

export { tagKind } from '../data/tag-kind.ts';
export { canonicalId } from './cable-id.ts';
export { subjectTitle } from './subject-title.ts';

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
  const given = text.startsWith('\ufeff') ? text.slice(1) : text;
  const repaired = repairMojibake(given);
  const source = repaired ?? given;
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
    const lines = restoreLines(restoreForm(singleSpaced(splitLines(piece, report)), report), report);
    const parts = splitCables(lines);
    for (const [index, part] of parts.entries()) {
      const own = index === 0 ? { diagnostics, report } : createReport();
      const cable = emptyCable(own.diagnostics, options, total);
      const text = parts.length === 1 ? piece.text : part.map((line) => line.text).join('\n');
      const { around, lines } =
        index === 0 ? { around: piece, lines: part } : laterPiece(restoreLines(part, own.report), piece);
      readCable(cable, lines, {
        piece: { ...around, text },
        options: read.length > 0 ? withoutId(options) : options,
        report: own.report,
        whole: parts.length === 1,
      });
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
  let count = 1 + countEnds(text);
  for (let at = text.indexOf('\r'); at >= 0; at = text.indexOf('\r', at + 1))
    if (text.charCodeAt(at + 1) !== 10) count++;
  return count;
}
