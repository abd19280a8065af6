import type { Cable, Field } from '../cable.ts';
import type { CableContext } from '../context.ts';
import type { Report } from '../diagnostics.ts';
import type { LabelField } from '../lines/find-label.ts';
import { cutLine, inlineEnd, opensField } from '../lines/inline-label.ts';
import { type Line, linesOf, rawOf } from '../lines/line.ts';
import { parseCaptions, parsePassLine, passLineGoesOn } from '../lines/parse-captions.ts';
import { countWords, countWordsIn, missingWords } from '../lines/words.ts';
import { parseReferences } from '../references/parse-references.ts';
import { subjectTitle } from '../subject-title.ts';
import { classificationReasons } from './classification-reasons.ts';
import { parseClassifiedBy } from './parse-classified-by.ts';
import { parseEo } from './parse-eo.ts';
import { parseSubject } from './parse-subject.ts';
import { parseTags } from './parse-tags.ts';

/**
 * Reads the run of one labelled field of the head into the cable. The first line of the run starts behind the label.
 *
 * @returns the lines of the run that are not the field's
 */
export function readHeadField(
  cable: Cable,
  name: LabelField,
  label: string | undefined,
  run: Line[],
  ctx: CableContext,
  report: Report,
): Line[] {
  const { value, rest } = read(cable, name, run, ctx, report);
  const own = ownLines(run, rest);
  const field: Field = { field: name, lines: linesOf(own.length > 0 ? own : run.slice(0, 1)) };
  if (label !== undefined && label !== '') field.label = label;
  const raw = rawOf(own);
  const sent = sentWords(value);
  // [U] TITLE: the signs around a mark, other than the usual ones; -    TITLE: one that held the place of blanks
  const isMarked = name === 'subject' && /^(?:\[|[A-Z]{1,3}\))|\]$|[ \t]-[ \t]{3}/.test(raw);
  if (name === 'captions' || (value === undefined && raw !== '') || isMarked || !holds(sent, raw))
    field.raw = raw;
  cable.fields.push(field);
  return rest;
}

function read(
  cable: Cable,
  name: LabelField,
  run: Line[],
  ctx: CableContext,
  report: Report,
): { value: unknown; rest: Line[] } {
  switch (name) {
    case 'eo': {
      const { value, rest } = parseEo(run, ctx, report);
      if (value && !cable.eo) cable.eo = value;
      // the order between who classified and the reasons
      if (value && cable.classifiedBy?.reasons.length === 0 && /\bREASON/i.test(value.raw))
        cable.classifiedBy.reasons = classificationReasons(value.raw).reasons;
      return { value: cable.eo === value ? value : undefined, rest };
    }
    case 'tags': {
      const { value, rest } = parseTags(run, ctx, report);
      const before = cable.tags ?? [];
      const codes = new Set(before.map(({ code }) => code));
      const added = value.filter(({ code }) => !codes.has(code));
      if (added.length > 0) cable.tags = [...before, ...added];
      return { value: before.length === 0 ? value : added.length > 0 ? added : undefined, rest };
    }
    case 'subject': {
      const { value, classification, rest } = parseSubject(run, ctx, report);
      if (value === undefined || cable.subject !== undefined) return { value: undefined, rest };
      cable.subject = value;
      cable.subjectTitle = subjectTitle(value);
      if (classification !== undefined) cable.subjectClassification = classification;
      return { value: [value, classification], rest };
    }
    case 'references': {
      const { value, rest } = parseReferences(run, ctx, report);
      const before = cable.references;
      if (value.length === 0) return { value: undefined, rest };
      if (!before) {
        cable.references = value;
        return { value, rest };
      }
      // Two lists: later items are added; where a list is written twice the fuller one counts.
      const ids = new Set(before.map((reference) => reference.id ?? reference.text));
      const again = value.some((reference) => ids.has(reference.id ?? reference.text));
      if (!again) cable.references = [...before, ...value];
      else if (value.length > before.length) {
        const field = cable.fields.find((one) => one.field === 'references');
        if (field && field.raw === undefined)
          field.raw = before.map(({ bullet, text }) => (bullet ? `${bullet}. ${text}` : text)).join(' ');
        cable.references = value;
      } else return { value: undefined, rest };
      return { value, rest };
    }
    case 'classifiedBy': {
      const { value, rest } = parseClassifiedBy(run, ctx, report);
      if (!value || cable.classifiedBy) return { value: undefined, rest };
      cable.classifiedBy = value;
      return { value, rest };
    }
    case 'derivedFrom':
    case 'declassifyOn': {
      const lines = partedFields(run);
      const end = lines.findIndex(
        ({ text }, index) => index > 0 && (text.trim() === '' || REASON.test(text) || opensField(text)),
      );
      const own = end < 0 ? lines : lines.slice(0, end);
      const value = rawOf(own);
      const rest = takeReason(cable.classifiedBy, lines.slice(own.length));
      if (value === '' || cable[name] !== undefined) return { value: undefined, rest };
      cable[name] = value;
      return { value: [value, cable.classifiedBy], rest };
    }
    case 'captions': {
      // of more lines than one only in the form, whose values wrap
      const words = rawOf(run);
      if (/^none$/i.test(words) || words === '') return { value: undefined, rest: [] };
      const captions = parseCaptions(words.toUpperCase()) ?? words.split(/[ \t]*,[ \t]*/);
      addCaptions(cable, captions);
      return { value: captions, rest: [] };
    }
    case 'passLines': {
      const own = run.filter(({ text }) => text.trim() !== '');
      if (own.length === 0 || /^none$/i.test(rawOf(own))) return { value: undefined, rest: [] };
      for (const line of own) addPassLine(cable, line);
      return { value: rawOf(own), rest: [] };
    }
  }
}

/** Cuts the first line where another field begins in it: `DSCG 05-1. Declassify on: 05/14/2018`. */
function partedFields(run: Line[]): Line[] {
  const [first, ...others] = run;
  const end = first && inlineEnd(first.text, 1, /^(?!DECL)/i);
  if (end === undefined) return run;
  const [before, after] = cutLine(first as Line, end);
  return after ? [before, after, ...others] : run;
}

const REASON = /^[ \t]*REASONS?(?:[ \t]*:|[ \t]+1[.,])/i;

/** Takes the reasons of a line of their own for a Classified-by line that names none; gives back what is left. */
export function takeReason(classifiedBy: Cable['classifiedBy'], lines: Line[]): Line[] {
  const [line] = lines;
  if (!classifiedBy || classifiedBy.reasons.length > 0 || !line || !REASON.test(line.text)) return lines;
  classifiedBy.reasons = classificationReasons(line.text).reasons;
  classifiedBy.raw = `${classifiedBy.raw} ${line.text.trim()}`;
  return lines.slice(1);
}

/** Whether the words of a text are all in a value. */
function holds(sent: unknown, raw: string): boolean {
  if (sent === raw || (Array.isArray(sent) && sent[0] === raw)) return true;
  return missingWords(countWords(raw), countWordsIn(sent)).length === 0;
}

/** The sender's words of a value, each once: its raw form, or of a list the raw forms of its parts. */
function sentWords(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sentWords);
  if (value === null || typeof value !== 'object') return value;
  const { raw, bullet, text, code } = value as Record<string, unknown>;
  return text === undefined ? (raw ?? code ?? '') : [bullet, text];
}

/** Adds a pass line, or goes on with the one directly above; says whether it did. */
export function addPassLine(cable: Cable, { text, number }: Line): boolean {
  const list = cable.passLines ?? [];
  const last = list[list.length - 1];
  const words = text.trim();
  const lines = last?.lines;
  const goesOn = lines !== undefined && lines[1] >= number - 1 && passLineGoesOn(last?.raw ?? '', words);
  if (goesOn)
    list[list.length - 1] = { ...parsePassLine(`${last?.raw} ${words}`), lines: [lines[0], number] };
  else list.push({ ...parsePassLine(words), lines: [number, number] });
  cable.passLines = list;
  return goesOn;
}

/** Adds captions that the cable does not have yet. */
export function addCaptions(cable: Cable, captions: readonly string[]): void {
  const list = cable.captions ?? [];
  for (const caption of captions) if (!list.includes(caption)) list.push(caption);
  if (list.length > 0) cable.captions = list;
}

/** The lines of a run without those handed back; a line handed back in part is cut. */
function ownLines(run: readonly Line[], rest: readonly Line[]): Line[] {
  let same = 0;
  while (same < run.length && run.at(-1 - same)?.text === rest.at(-1 - same)?.text) same += 1;
  const own = run.slice(0, run.length - same);
  const last = own.pop();
  if (last) {
    // PREL NOFORN SUBJECT: X: more than one piece of it may be another's
    const pieces = rest.slice(0, rest.length - same).map((line) => line.text);
    own.push({ ...last, text: pieces.reduceRight(withoutPiece, last.text) });
  }
  return own.filter((line) => line.text.trim() !== '');
}

function withoutPiece(text: string, piece: string): string {
  const at = text.lastIndexOf(piece);
  return at > 0 ? text.slice(0, at) + text.slice(at + piece.length) : text;
}
