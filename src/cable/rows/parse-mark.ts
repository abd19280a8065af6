import type { PortionMark } from '../cable.ts';
import { codeAt } from '../lines/line.ts';

/** `(C)`, `( S / NF )`, `(S/REL NATO, ISAF)`: brackets and what may stand in them. */
const bracketed = /^\([ \t]{0,3}([A-Za-z][A-Za-z \t/,.&-]{0,60})[ \t]{0,3}\){1,2}/;
/** `[C] Text`, `{C} Text`, `{C) Text`: other brackets. Only read behind a paragraph number. */
const otherBrackets =
  /^(?:\[[ \t]?((?:TS|SBU|LOU|FOUO|U|C|S)(?:\/{1,2}(?:NF|NOFORN))?)[ \t]?\]|\{((?:SBU|U|C|S)(?:\/NF)?)[})])/;
/** `C) Text`, `9C) Text`: the opening bracket is lost, or is the figure of its key. Only read behind a paragraph number. */
const unopened = /^9?([A-Za-z]{1,4}(?:\/{1,2}[A-Za-z]{2,6})?)\)/;
/** `(C Text`, `(C} Text`, `(C0 Text`: the closing bracket is lost or another. Only read behind a paragraph number. */
const unclosed =
  /^\(((?:TS|SBU|LOU|FOUO|U|C|S)(?:\/{1,2}(?:NF|NOFORN))?)(?:\}|0(?=[ \t])|[ \t]+(?=[A-Z"“”'’]))/;

type Level = PortionMark['level'];

const levels = new Map<string, Level>([
  ['U', 'U'],
  ['UNC', 'U'],
  ['UNCL', 'U'],
  ['UNCLAS', 'U'],
  ['UNCLASS', 'U'],
  ['UNCLASSIFIED', 'U'],
  ['SBU', 'SBU'],
  ['SU', 'SBU'],
  ['SUB', 'SBU'],
  ['BSU', 'SBU'],
  ['SNU', 'SBU'],
  ['SENSITIVE', 'SBU'],
  ['SENSITIVE BUT UNCLASSIFIED', 'SBU'],
  ['LOU', 'LOU'],
  ['LIMITED OFFICIAL USE', 'LOU'],
  ['FOUO', 'FOUO'],
  ['C', 'C'],
  ['CONFIDENTIAL', 'C'],
  ['S', 'S'],
  ['SECRET', 'S'],
  ['TS', 'TS'],
  ['TOP SECRET', 'TS'],
]);

const controls = new Set([
  'NF',
  'NOFORN',
  'NOFOR',
  'NFORN',
  'FN',
  'N',
  'MF',
  'NR',
  'BPI',
  'FGI',
  'FOUO',
  'NC',
  'NOCONTRACT',
  'OC',
  'ORCON',
  'PROPIN',
  'PR',
  'LES',
  'RD',
  'FRD',
  'SI',
  'RELIDO',
  'IMCON',
  'WNINTEL',
  'NODIS',
  'EXDIS',
  'LIMDIS',
  'STADIS',
  'SIPDIS',
  'SBU',
  'LOU',
  'SENSITIVE',
]);

/** Level and control run together or swapped: `SNF`, `N/SF`. */
const misprints = new Map<string, readonly [Level, string]>([
  ['SNF', ['S', 'NF']],
  ['CNF', ['C', 'NF']],
  ['N/SF', ['S', 'NF']],
  ['SN/F', ['S', 'NF']],
  ['CN/F', ['C', 'NF']],
  ['N/CF', ['C', 'NF']],
  ['NF/S', ['S', 'NF']],
  ['NF/C', ['C', 'NF']],
  ['SNOFORN', ['S', 'NOFORN']],
  ['CNOFORN', ['C', 'NOFORN']],
  ['SBUNF', ['SBU', 'NF']],
]);

/**
 * Reads the words inside a mark's brackets. Nothing where they are no mark: `see para 2`, `EU`, `S/P` (an office), `SE`.
 * Source: 5 FAH-3; misprints as published cables have them.
 */
function readMark(content: string): { level: Level; controls?: string[] } | undefined {
  const frequent = levels.get(content);
  if (frequent) return { level: frequent };
  const words = content
    .trim()
    .replace(/[ \t]+/g, ' ')
    .toUpperCase();
  const plain = levels.get(words);
  if (plain) return { level: plain };
  const misprint = misprints.get(words.replace(/ /g, ''));
  if (misprint) return { level: misprint[0], controls: [misprint[1]] };
  const [head = '', ...rest] = words.split(/ ?\/{1,2} ?| ?- ?/);
  let level = levels.get(head);
  const found: string[] = [];
  if (!level) {
    // `C NF`, `S REL NATO`: a blank for the stroke
    const blank = head.indexOf(' ');
    level = blank > 0 ? levels.get(head.slice(0, blank)) : undefined;
    if (!level) return undefined;
    rest.unshift(head.slice(blank + 1));
  }
  for (const part of rest) {
    if (part === '') continue;
    if (part.startsWith('REL') || controls.has(part)) found.push(part);
    else if (found.at(-1)?.startsWith('REL') && /^[A-Z ,]{2,30}$/.test(part)) found.push(part);
    else {
      const several = part.split(/[ ,]+/);
      if (!several.every((one) => controls.has(one))) return undefined;
      found.push(...several);
    }
  }
  return found.length > 0 ? { level, controls: found } : { level };
}

/**
 * Reads a portion mark at the start of a text.
 *
 * @param afterNumber the text stands behind a paragraph number, so that a mark with a lost bracket (`C) x`, `(C Text`) or in
 * small letters is one. Without it `(c)` is a sub-item's label.
 * @returns the mark, its raw words with brackets, and the text behind it without leading blanks
 */
export function parseMark(
  text: string,
  { afterNumber = false }: { afterNumber?: boolean } = {},
): { mark: PortionMark; rest: string } | undefined {
  const first = codeAt(text, 0);
  if (first === 40 /* ( */) {
    const match = bracketed.exec(text);
    if (match?.[1]) {
      const letters = match[1].trim();
      if (!afterNumber && letters.length === 1 && letters >= 'a') return undefined;
      const read = readMark(letters);
      if (read) return withControl({ mark: { raw: match[0], ...read }, rest: behind(text, match[0].length) });
    }
    if (!afterNumber) return undefined;
  } else if (!afterNumber) return undefined;
  const pattern = first === 40 ? unclosed : first === 91 || first === 123 ? otherBrackets : unopened;
  const match = pattern.exec(text);
  const words = match?.[1] ?? match?.[2];
  const read = words === undefined ? undefined : readMark(words);
  if (!match || !read) return undefined;
  return { mark: { raw: match[0].trimEnd(), ...read }, rest: behind(text, match[0].length) };
}

/** `(C)(NF) Text`, `(C) (NF) Text`: the control in brackets of its own. */
function withControl(read: { mark: PortionMark; rest: string }): { mark: PortionMark; rest: string } {
  const own = codeAt(read.rest, 0) === 40 ? /^\((NF|NOFORN|FGI|ORCON)\)/.exec(read.rest) : null;
  if (!own?.[1]) return read;
  const { mark, rest } = read;
  return {
    mark: { ...mark, raw: `${mark.raw}${own[0]}`, controls: [...(mark.controls ?? []), own[1]] },
    rest: behind(rest, own[0].length),
  };
}

/** `SUMMARY. (C) Text`, `Summary (SBU): Text`: a word that heads its paragraph, then the mark. */
const behindWord =
  /^((?:BEGIN |EXECUTIVE )?(?:SUMMARY|COMMENT|INTRODUCTION|BACKGROUND|ACTION REQUEST(?:ED)?|CONCLUSION)(?: AND [A-Z]{4,15})?)([.:]?)[ \t]{0,2}(\([A-Z/]{1,8}\))([.:]?)(?=[ \t]|$)/i;
/** `Fees and ships: (C) Text`, `FEES: (SBU) TEXT`: a title of few words, its colon, then the mark. */
const behindTitle =
  /^([A-Z][A-Za-z'’/-]*(?:[ \t][A-Za-z'’/-]+){0,4})(:)[ \t]{1,2}(\((?:U|SBU|C|S)(?:\/{1,2}(?:NF|NOFORN))?\))()(?=[ \t]+\S)/;
/** `BACKGROUND (U)`. */
const atEnd = /^(.*[^ \t])[ \t]+(\((?:U|SBU|C|S|LOU|FOUO|TS)(?:\/{1,2}(?:NF|NOFORN))?\))$/;

/** Reads the mark behind the word that heads a paragraph; `rest` is the text without the mark. */
export function parseMarkBehindWord(text: string): { mark: PortionMark; rest: string } | undefined {
  const named = /[SCIBAE]/i.test(text[0] ?? '') && text.includes('(') ? behindWord.exec(text) : null;
  const match = named ?? (text.includes(': (') || text.includes(':  (') ? behindTitle.exec(text) : null);
  const read = match?.[3] ? parseMark(match[3], { afterNumber: true }) : undefined;
  if (!match || !read) return undefined;
  return { mark: read.mark, rest: `${match[1]}${match[2] || match[4]}${text.slice(match[0].length)}` };
}

/** Reads the mark at the end of a heading. */
export function parseMarkAtEnd(text: string): { mark: PortionMark; rest: string } | undefined {
  const match = text.endsWith(')') ? atEnd.exec(text) : null;
  const read = match?.[2] ? parseMark(match[2]) : undefined;
  return match?.[1] && read ? { mark: read.mark, rest: match[1] } : undefined;
}

/** The text behind a mark; a stop or colon right behind the brackets is the mark's. */
function behind(text: string, from: number): string {
  const code = codeAt(text, from);
  const stop =
    (code === 46 || code === 58 || code === 44 || code === 45) &&
    (text[from + 1] === ' ' || text.length === from + 1);
  return text.slice(stop ? from + 1 : from).trimStart();
}

/** Order of the levels, lowest first, to compare a mark with the cable's classification. */
export const markOrder: Record<Level, number> = { U: 0, FOUO: 1, SBU: 1, LOU: 1, C: 2, S: 3, TS: 4 };
