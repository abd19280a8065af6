import type { Reference } from '../cable.ts';
import { formatId, parseId } from '../cable-id.ts';
import type { CableContext } from '../context.ts';
import type { Report } from '../diagnostics.ts';
import type { Line } from '../lines/line.ts';
import { trimSigns } from '../lines/trim-signs.ts';
import { withinLimit } from '../lines/within-limit.ts';
import { type Citation, month, readCitation } from './read-citation.ts';
import { type ReferenceItem, referenceItems } from './reference-items.ts';
import { referenceKind } from './reference-kind.ts';
import { readNotes } from './reference-notes.ts';
import { partSerials, type ReferenceToken, referenceTokens } from './reference-tokens.ts';
import { resolveYear } from './reference-year.ts';
import { takeReferenceLines } from './take-reference-lines.ts';

// No list of references is longer; what stands behind is handed back.
const mostCharacters = 20_000;
// 011212Z SEP 75
/** `COMUSK 250530Z MAR 76`: a sender and the time of its message; `DTG 250530Z` is a note to the cable before. */
const bySender = /^(?!(?:DTG|DATED|OF|SENT|AT|ON)\b)[A-Z][A-Z.'’/ -]{2,40}[ \t\n]\d{6}Z\b/;
const dtgPattern = /\b\d{6}Z(?:[ \t\n]{0,3}(?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)[A-Z]{0,6})?/i;

// DOE-ROE E-MAIL OF MAY 5. B. LIMA 12: the stop ends the item
const lastStop = /(?<=\d|[A-Z0-9)]{2})(?<!\b(?:ETC|JR|SR|INC|CORP|CO|LTD|NO|AL))\.$/i;

/** OSC / GMP20080502001: the number stands on the next line. */
const awaitsNumber = /^(?:OSC|FBIS|IIR|TDX?)$/i;

/** What the citations read so far hand on to the next. */
interface Carried {
  station?: string;
  year?: number;
  yearInferred?: boolean;
}

/** A part of an item: a cable cited, or other words. */
interface Part {
  citation?: Citation;
  /** Places in the text. */
  start: number;
  end: number;
}

/**
 * Reads a list of references: `A. 07 LIMA 1201 (NOTAL) B. STATE 9, 10`.
 *
 * Post and year carry over to a number alone; a year left out is the cable's own, or the year before for a higher number of
 * the own post. What is no cable keeps its words and a kind. Source: 5 FAH-2; published cables of 1966-2010.
 */
export function parseReferences(
  lines: Line[],
  ctx: CableContext,
  report: Report,
): { value: Reference[]; rest: Line[] } {
  const { own, rest } = withinLimit(takeReferenceLines(lines), mostCharacters);
  const text = own.map((line) => line.text).join('\n');
  const tokens = partSerials(referenceTokens(text), ctx.year);
  const items = referenceItems(tokens, text);
  const parts = items.map((item) => ({ item, parts: readItem(tokens, item, text, ctx) }));
  takeBareYears(parts.flatMap((read) => read.parts));
  for (const read of parts) takeYearsBack(read.parts);
  if (parts.length === 1 && parts[0]?.item.bullet === undefined)
    takeBareLetters(parts[0]?.parts ?? [], tokens);
  const value: Reference[] = [];
  const carried: Carried = {};
  const place = placer(own);
  for (const read of parts) {
    for (const part of read.parts) {
      const words = text.slice(part.start, part.end).replace(/\s+/g, ' ');
      const reference = readPart(
        part,
        words,
        tokens,
        text,
        carried,
        ctx,
        place(part.start, part.end),
        report,
      );
      if (!reference) continue;
      reference.bullet = read.item.bullet ?? part.citation?.letter;
      value.push(reference, ...restOfRange(reference, part.citation));
    }
  }
  return { value, rest };
}

/** The other cables of a range: `LIMA 15-18` cites four. */
function restOfRange(reference: Reference, citation: Citation | undefined): Reference[] {
  const first = reference.id === undefined ? undefined : parseId(reference.id);
  const range: Reference[] = [];
  for (let serial = (first?.serial ?? 0) + 1; first && serial <= (citation?.through ?? 0); serial += 1)
    range.push({ ...reference, id: formatId({ ...first, serial }) });
  return range;
}

/** First and last raw line of a span of the joined text. */
function placer(own: readonly Line[]): (start: number, end: number) => [number, number] {
  const starts: number[] = [];
  let offset = 0;
  for (const line of own) {
    starts.push(offset);
    offset += line.text.length + 1;
  }
  let at = 0;
  return (start, end) => {
    while (at + 1 < starts.length && (starts[at + 1] ?? 0) <= start) at += 1;
    let last = at;
    while (last + 1 < starts.length && (starts[last + 1] ?? 0) < end) last += 1;
    const first = own[at];
    const final = own[last];
    return [first?.number ?? 1, final?.last ?? final?.number ?? 1];
  };
}

/** Cuts an item into cables cited and other words. */
function readItem(
  tokens: readonly ReferenceToken[],
  item: ReferenceItem,
  text: string,
  ctx: CableContext,
): Part[] {
  const parts: Part[] = [];
  const { year, station, serial } = ctx;
  let from = item.first;
  let depth = 0;
  for (let at = item.first; at < item.end; ) {
    const token = tokens[at] as ReferenceToken;
    if (token.kind === 'sign') {
      const mayOpen = token.text === '(' && depth === 0;
      if (token.text === '(') depth += 1;
      else if (token.text === ')') depth = Math.max(0, depth - 1);
      if (token.text !== "'" && token.text !== '’' && !mayOpen) {
        at += 1;
        continue;
      }
    }
    if (at > item.first && startsLine(tokens[at + 1], text) && endsDate(tokens, at)) {
      at += 1;
      continue;
    }
    const citation = readCitation(tokens, at, item.end, {
      year,
      station,
      serial,
      mayBeBare: mayBeBare(tokens, at, item, from, parts, depth),
      mayBeUnknown:
        at === item.first ||
        tokens[at - 1]?.text === ';' ||
        ((isSeparator(tokens[at - 1]) || startsLine(token, text)) && onlyNotes(tokens, from, at)),
    });
    if (!citation) {
      at += 1;
      continue;
    }
    depth = 0;
    const full = throughStroke(tokens, at, parts.at(-1)?.citation);
    if (full !== undefined && citation.station === undefined) citation.serial = full;
    const start = addWords(parts, tokens, from, at, text) ?? token.start;
    parts.push({ citation, start, end: tokens[citation.end - 1]?.end ?? token.end });
    at = citation.end;
    from = at;
  }
  const left = addWords(parts, tokens, from, item.end, text);
  if (left !== undefined) parts.push({ start: left, end: tokens[item.end - 1]?.end ?? left });
  return parts;
}

/** The last figures of a date or of another document's number, `MAY 5, 2009`, `IIR 6 123 0045 09`: no year of what stands below. */
function endsDate(tokens: readonly ReferenceToken[], at: number): boolean {
  const [word, day, before, token] = [at - 3, at - 2, at - 1, at].map((place) =>
    place < 0 ? undefined : tokens[place],
  );
  if (token?.kind !== 'number') return false;
  return (
    before?.kind === 'number' ||
    (before?.text === ',' &&
      token.text.length === 4 &&
      day?.kind === 'number' &&
      month.test(word?.text ?? ''))
  );
}

/** `STATE 12345/6`: the last figures alone of a number a little higher than the one before the stroke. */
function throughStroke(
  tokens: readonly ReferenceToken[],
  at: number,
  before: Citation | undefined,
): number | undefined {
  const [sign, token] = [tokens[at - 1], tokens[at]];
  if (before === undefined || sign?.text !== '/' || sign.end !== token?.start) return undefined;
  const written = String(before.serial);
  if (token.text.length >= written.length) return undefined;
  const full = Number(written.slice(0, -token.text.length) + token.text);
  return full > before.serial && full - before.serial < 30 ? full : undefined;
}

/** A number alone is a citation at the start of an item, or behind another one and a separator. */
function mayBeBare(
  tokens: readonly ReferenceToken[],
  at: number,
  item: ReferenceItem,
  from: number,
  parts: readonly Part[],
  depth: number,
): boolean {
  if (at === item.first) {
    const next = at + 1 < item.end ? tokens[at + 1] : undefined;
    return !next || next.kind === 'number' || /^(?:[,;&([]|AND|NOTAL|EXDIS|NODIS)$/i.test(next.text);
  }
  const last = parts.at(-1)?.citation;
  if (last && from === at && followsAsNumber(tokens[at - 1], tokens[at])) return true;
  if (!last || !/^(?:[,;&/]|AND|PLUS)$/i.test(tokens[at - 1]?.text ?? '')) return false;
  // LIMA 12 (AND 13)
  if (at - from === 2 && tokens[from]?.text === '(') return tokens[at + 1]?.text === ')';
  return depth === 0 && onlyNotes(tokens, from, at - 1);
}

/** `STATE 12345 12346`: a number as long as the one before, a little higher, which is no year. */
function followsAsNumber(before: ReferenceToken | undefined, token: ReferenceToken | undefined): boolean {
  if (before?.kind !== 'number' || token?.kind !== 'number' || token.text.length < 4) return false;
  const more = Number(token.text) - Number(before.text);
  return (
    token.text.length === before.text.length && more > 0 && more < 100 && !/^(?:19|20)\d\d$/.test(token.text)
  );
}

/** Whether only notes stand behind a citation: no title, whose words might look like another. */
function onlyNotes(tokens: readonly ReferenceToken[], from: number, to: number): boolean {
  let depth = 0;
  for (let index = from; index < to; index += 1) {
    const { text, kind } = tokens[index] as ReferenceToken;
    if (text === '(') depth += 1;
    else if (text === ')') depth -= 1;
    // A year behind the serial
    else if (index === from && kind === 'number') continue;
    else if (
      depth === 0 &&
      kind !== 'sign' &&
      !/^(?:AND|PLUS|ALSO|SEE|NOTAL|EXDIS|NODIS|LIMDIS|STADIS)$/i.test(text)
    )
      return false;
  }
  return true;
}

function startsLine(token: ReferenceToken | undefined, text: string): boolean {
  if (!token) return false;
  let at = token.start - 1;
  while (at >= 0 && (text[at] === ' ' || text[at] === '\t')) at -= 1;
  return at < 0 || text[at] === '\n';
}

function isSeparator(token: ReferenceToken | undefined): boolean {
  return token === undefined || /^(?:[,;&/)\].:]|AND|PLUS|ALSO|SEE)$/i.test(token.text);
}

/**
 * Gives words between citations their place: notes go to the citation before them; words that name another kind of document
 * become a part of their own; an AND, and words no citation stands before, belong to the next one.
 *
 * @returns where the words of the next citation begin, if they begin before it.
 */
function addWords(
  parts: Part[],
  tokens: readonly ReferenceToken[],
  from: number,
  to: number,
  text: string,
): number | undefined {
  let at = from;
  for (const cut of cutsWithin(tokens, from, to, text)) {
    addPiece(parts, tokens, at, cut, text, false);
    at = cut;
  }
  return addPiece(parts, tokens, at, to, text, true);
}

/** The same for words that name one thing; `cites`: a citation or the end of the item stands directly behind them. */
function addPiece(
  parts: Part[],
  tokens: readonly ReferenceToken[],
  began: number,
  to: number,
  text: string,
  cites: boolean,
): number | undefined {
  const from = parts.length > 0 ? pastNotes(parts, tokens, began, to, text) : began;
  const first = pastCommas(tokens, from, to);
  if (first >= to) return undefined;
  let last = to;
  while (last > first && /^(?:[,;&/]|AND|PLUS)$/i.test(tokens[last - 1]?.text ?? '')) last -= 1;
  const nextStart = last < to ? wordStart(tokens, last, to) : undefined;
  if (last === first) return nextStart;
  const start = tokens[first]?.start ?? 0;
  const end = tokens[last - 1]?.end ?? start;
  const words = text.slice(start, end);
  const kind = referenceKind(words);
  const before = parts.at(-1);
  const ended = last < to || to >= tokens.length;
  if (!before) {
    // Words in front: an e-mail of its own if a separator follows; else they belong to the citation.
    const closed =
      tokens[last]?.text === ';' || (kind !== 'other' && isSeparated(tokens, last, tokens.length, text));
    if ((kind === 'other' && !closed && !dtgPattern.test(words)) || !(ended || closed)) return start;
    parts.push({ start, end });
    return nextStart;
  }
  const linked = /^(?:AND|&)$/i.test(tokens[first]?.text ?? '');
  const cut = first > from || linked || startsLine(tokens[first], text);
  const semicolon = tokens[from]?.text === ';';
  // STATE 12; REPEATED AS STATE 14; (C) LIMA 15
  const leads = (!isNote(words) && !bySender.test(words)) || /^\([CSU]\)$/.test(words);
  if (semicolon && kind === 'other' && last === to && leads && cites) return start;
  if (cut && !isNote(words) && (kind !== 'other' || semicolon || bySender.test(words)))
    parts.push({ start: (linked ? tokens[first + 1]?.start : undefined) ?? start, end });
  else before.end = end;
  return nextStart;
}

function pastCommas(tokens: readonly ReferenceToken[], from: number, to: number): number {
  let at = from;
  while (at < to && /^[,;]$/.test(tokens[at]?.text ?? '')) at += 1;
  return at;
}

/** Gives the notes behind the last citation to it, as long as a separator follows them; where the other words begin. */
function pastNotes(
  parts: readonly Part[],
  tokens: readonly ReferenceToken[],
  from: number,
  to: number,
  text: string,
): number {
  const last = parts.at(-1) as Part;
  let at = from;
  for (;;) {
    const first = pastCommas(tokens, at, to);
    const noted = notesEnd(tokens, first, to);
    if (noted === first || !isSeparated(tokens, noted, to, text)) return at;
    last.end = tokens[noted - 1]?.end ?? last.end;
    at = noted;
  }
}

/** Behind NOTAL, `(AND PREVIOUS)` and the like at a token; the token itself where none are. */
function notesEnd(tokens: readonly ReferenceToken[], first: number, to: number): number {
  let at = first;
  while (at < to) {
    const { text } = tokens[at] as ReferenceToken;
    if (/^(?:NOTAL|EXDIS|NODIS|LIMDIS|PREVIOUS)$/i.test(text)) at += 1;
    else if (/^AND$/i.test(text) && /^PREVIOUS$/i.test(tokens[at + 1]?.text ?? '')) at += 2;
    else if (text === '(') {
      let close = at;
      while (close < to && tokens[close]?.text !== ')') close += 1;
      if (close === to) return at;
      at = close + 1;
    } else return at;
  }
  return at;
}

/** A separator stands at a token, or it begins a line, and words follow. */
function isSeparated(tokens: readonly ReferenceToken[], at: number, to: number, text: string): boolean {
  const token = tokens[at];
  return (
    at + 1 < to && token !== undefined && (/^(?:[,;&]|AND)$/i.test(token.text) || startsLine(token, text))
  );
}

/**
 * Where words part into several things: at semicolons, and at a comma, AND or line's end between two other documents,
 * `DOE LETTER, ROE E-MAIL`. Outside of brackets.
 */
function cutsWithin(
  tokens: readonly ReferenceToken[],
  from: number,
  to: number,
  text: string,
): readonly number[] {
  const first = pastCommas(tokens, from, to);
  const cuts: number[] = [];
  let depth = 0;
  let piece = first;
  let known = false;
  /** Ends the piece before a token: it is one of its own where it and what stands before name documents. */
  const endPiece = (at: number) => {
    const words = text.slice(tokens[piece]?.start, tokens[at - 1]?.end);
    const isKnown = !words.includes('(') && referenceKind(words) !== 'other';
    if (known && isKnown && cuts.at(-1) !== piece) cuts.push(piece);
    known ||= isKnown;
    piece = at;
  };
  for (let at = first + 1; at < to; at += 1) {
    const token = tokens[at] as ReferenceToken;
    if (token.text === '(') depth += 1;
    else if (token.text === ')') depth -= 1;
    else if (
      depth <= 0 &&
      isSeparated(tokens, at, to, text) &&
      !awaitsNumber.test(tokens[at - 1]?.text ?? '')
    ) {
      endPiece(at);
      if (token.text === ';') {
        cuts.push(at);
        known = false;
      }
    }
  }
  if (first < to) endPiece(to);
  return cuts;
}

/** Where the first word of a run of separators begins: commas are nobody's. */
function wordStart(tokens: readonly ReferenceToken[], from: number, to: number): number | undefined {
  for (let at = from; at < to; at += 1) {
    if (!/^[,;/]$/.test(tokens[at]?.text ?? '')) return tokens[at]?.start;
  }
  return undefined;
}

function isNote(words: string): boolean {
  return /^\(|\bPREVIOUS\b|^(?:NOTAL|EXDIS|NODIS|PARA)/i.test(words.trim());
}

/** Figures behind the serial are years if every cable of the list that names its post has them, and none a year before. */
function takeBareYears(parts: readonly Part[]): void {
  const named = parts.filter((part) => part.citation?.station !== undefined);
  if (named.length === 0 || !named.every((part) => part.citation?.bareYear)) return;
  for (const part of named) {
    const citation = part.citation;
    if (!citation?.bareYear) continue;
    citation.year = citation.bareYear.year;
    citation.end = citation.bareYear.end;
  }
}

/** `LIMA 12 AND 13 (2008)`: the year behind the last number is that of the numbers before it too. */
function takeYearsBack(parts: readonly Part[]): void {
  for (let at = parts.length - 1; at > 0; at -= 1) {
    const last = parts[at]?.citation;
    const before = parts[at - 1]?.citation;
    if (last?.station === undefined && last?.year !== undefined && before?.year === undefined && before)
      before.year = last.year;
  }
}

/** Letters alone behind the cables of a list, in their order: `LIMA 123 A, QUITO 44 B`. */
function takeBareLetters(parts: readonly Part[], tokens: readonly ReferenceToken[]): void {
  const isDue = ({ citation, end }: Part, index: number) =>
    citation !== undefined &&
    tokens[citation.end]?.text === String.fromCharCode(65 + index) &&
    tokens[citation.end]?.end === end;
  if (parts.length < 2 || parts.length > 26 || !parts.every(isDue)) return;
  for (const part of parts) {
    const letter = tokens[part.citation?.end ?? 0];
    if (part.citation && letter) part.citation.letter = letter.text;
    part.end = tokens[(part.citation?.end ?? 1) - 1]?.end ?? part.end;
  }
}

function readPart(
  part: Part,
  written: string,
  tokens: readonly ReferenceToken[],
  text: string,
  carried: Carried,
  ctx: CableContext,
  lines: [number, number],
  report: Report,
): Reference | undefined {
  // LIMA 12 (AND 13): the signs around the second number
  const words = trimSigns(trimSigns(written, ' ,;').replace(/^[.:]+/, ''), ' ,;').replace(
    /[ \t]*(?:[-–]{1,2}|\()$|^(AND \d{1,7})\)$/i,
    '$1',
  );
  if (words === '' || /^(?:REF(?:S|TELS?)?|AND|&)?[\s.,;:)-]*$/i.test(words)) return undefined;
  const { citation } = part;
  if (!citation) {
    const kind = dtgPattern.test(words) ? 'dtg' : referenceKind(words);
    if (/^(?:N\/?A|NONE|NIL)\.?$/i.test(words)) return undefined;
    const known = kind !== 'other' || /\bCA-\d|\bUNSCR\b|\bRESOLUTION\b|^E\.?O\.? ?\d/i.test(words);
    if (!known) report('ref-unparsed', lines, { raw: words, detail: `${words.slice(0, 80)}.` });
    return { bullet: undefined, kind, text: words.replace(lastStop, ''), lines };
  }
  const behind = text.slice(tokens[citation.end - 1]?.end ?? part.end, part.end).replace(/\s+/g, ' ');
  const notes = readNotes(behind);
  let station = citation.station;
  const noted =
    notes.year !== undefined && (ctx.year === undefined || notes.year <= ctx.year) ? notes.year : undefined;
  let year = citation.year ?? noted;
  let yearInferred = false;
  if (station === undefined && carried.station !== undefined) {
    station = carried.station;
    if (year === undefined) {
      year = carried.year;
      yearInferred = carried.yearInferred ?? false;
    }
  } else if (station === undefined) {
    station = ctx.station;
    if (station !== undefined) report('ref-station-inferred', lines, { raw: words, detail: `${words}.` });
  }
  if (year === undefined && station !== undefined) {
    year = resolveYear(station, citation.serial, words, ctx, lines, report);
    yearInferred = year !== undefined;
  }
  if (station !== undefined) carried.station = station;
  carried.year = year;
  carried.yearInferred = yearInferred;
  const { serial, airgram } = citation;
  const id =
    station === undefined || year === undefined ? undefined : formatId({ year, station, serial, airgram });
  if (citation.repaired && id !== undefined)
    report('id-repaired', lines, { raw: words, detail: `${words.slice(0, 80)} is read as ${id}.` });
  return {
    bullet: undefined,
    kind: 'cable',
    text: words,
    lines,
    id,
    notes: notes.notes.length > 0 ? notes.notes : undefined,
    andPrevious: notes.andPrevious ? true : undefined,
    yearInferred: yearInferred ? true : undefined,
  };
}
