import type { Block, Cable, Item } from '../cable.ts';
import { countWords, missingWords, withoutZeros } from '../lines/words.ts';
import { repairMojibake } from '../wrapper/repair-mojibake.ts';
import { unwrapFile } from '../wrapper/unwrap-file.ts';
import { restoreLines } from './restore-lines.ts';
import { splitLines } from './split-lines.ts';

/**
 * The words of a text that are nowhere in its record: runs of letters and digits, and each sign (quotation marks, signs of
 * currency, rules) that is more than the punctuation of a structure, of the decoded and unwrapped text against those of all
 * values of the record. A publisher's markup (tags, targets of links in a head, pilcrows) is no text. A word broken at a line end and joined in the record is not lost; nor is a number whose
 * leading zeros or commas went, or a word whose neighbour was glued to it.
 *
 * @param text the file's text, decoded
 * @param cables the record of the text, or all of them where it holds several cables
 * @returns the words and signs lost, each as often as it is missing; empty if nothing is
 */
export function lostWords(text: string, cables: Cable | readonly Cable[]): string[] {
  const source = repairMojibake(text) ?? text;
  const records = (Array.isArray(cables) ? cables : [cables]) as readonly Cable[];
  const lists = linesOfLists(records);
  const wanted = new Map<string, number>();
  for (const piece of unwrapFile(source)) {
    for (const line of restoreLines(splitLines(piece), () => {}))
      if (line.text !== '') count(line.text, wanted, !lists.has(line.number));
  }
  const present = new Map<string, number>();
  for (const cable of records) {
    for (const words of wordsOf(cable)) count(words, present, true);
  }
  const missing = missingWords(wanted, present);
  return missing.length === 0 ? missing : withoutJoined(missing, wanted, present);
}

/**
 * Signs that are looked for one by one. Left out are those by which numbers, labels, lists, names and broken words are set
 * apart, and which the record gives back as structure.
 */
const sign = /[^\p{L}\p{N}\s:.();,¶/-]/gu;

function count(text: string, counts: Map<string, number>, signs: boolean): void {
  countWords(text, counts);
  if (!signs) return;
  for (const found of text.match(sign) ?? []) counts.set(found, (counts.get(found) ?? 0) + 1);
}

/** The lines of tags and references: whatever sign stands between two of a list, it is the list's. */
function linesOfLists(cables: readonly Cable[]): Set<number> {
  const numbers = new Set<number>();
  for (const { fields } of cables) {
    for (const { field, lines } of fields) {
      if (field !== 'tags' && field !== 'references') continue;
      for (let number = lines[0]; number <= lines[1]; number += 1) numbers.add(number);
    }
  }
  return numbers;
}

/**
 * The sender's words as a record holds them, each once: raw forms rather than what was made of them, labels, text of the
 * body, furniture, what found no place. Values that only repeat others (title case, summary, id) are left out.
 */
function* wordsOf(cable: Cable): Generator<string> {
  for (const { label, raw } of cable.fields) {
    if (label !== undefined) yield label;
    if (raw !== undefined) yield raw;
  }
  for (const part of [
    cable.transmission,
    cable.dtg,
    cable.from,
    cable.distribution,
    cable.eo,
    cable.classifiedBy,
  ]) {
    if (part) yield part.raw;
  }
  for (const part of [...(cable.to ?? []), ...(cable.info ?? []), ...(cable.passLines ?? [])]) yield part.raw;
  for (const tag of cable.tags ?? []) yield tag.raw ?? tag.code;
  for (const { bullet, text } of cable.references ?? []) {
    if (bullet !== undefined) yield bullet;
    yield text;
  }
  for (const words of [cable.subjectClassification, cable.subject, cable.derivedFrom, cable.declassifyOn]) {
    if (words !== undefined) yield words;
  }
  for (const list of [cable.signers, cable.closing, cable.endMarks, cable.endNotes]) yield* list ?? [];
  yield* Object.values(cable.attributes ?? {});
  for (const { text } of [...(cable.furniture ?? []), ...(cable.unparsed ?? [])]) yield text;
  // An exemption in the margin leaves the text; other redactions stay in it.
  for (const { kind, text } of cable.redactions ?? []) if (kind === 'exemption') yield text;
  yield* wordsOfBlocks(cable.body);
}

function* wordsOfBlocks(blocks: readonly Block[]): Generator<string> {
  for (const block of blocks) {
    if (block.type === 'quote') {
      yield block.label ?? '';
      yield* wordsOfBlocks(block.body);
      yield block.end ?? '';
      continue;
    }
    if (block.type === 'paragraph') yield block.label ?? String(block.number ?? '');
    if ((block.type === 'paragraph' || block.type === 'heading') && block.mark && !block.mark.inferred)
      yield block.mark.raw;
    yield block.text ?? '';
    if (block.type === 'paragraph') yield* wordsOfItems(block.items ?? []);
  }
}

function* wordsOfItems(items: readonly Item[]): Generator<string> {
  for (const { label, mark, text, items: inner } of items) {
    yield label;
    if (mark && !mark.inferred) yield mark.raw;
    yield text;
    yield* wordsOfItems(inner ?? []);
  }
}

/**
 * Leaves out words that only a blank parts or joins: CORRESPOND and ENCE where the record has CORRESPONDENCE, TITLE1 where it
 * has TITLE and 1.
 */
function withoutJoined(
  missing: readonly string[],
  wanted: ReadonlyMap<string, number>,
  present: ReadonlyMap<string, number>,
): string[] {
  const extra: string[] = [];
  for (const [word, count] of present) {
    for (let left = count - (wanted.get(word) ?? 0); left > 0; left--) extra.push(word);
  }
  if (extra.length === 0) return [...missing];
  const kept = withoutParts(missing, extra, false);
  return withoutParts(extra, kept, true);
}

/** How many words may be glued into one: `001046SIPDISE` where a head lost its line ends. */
const GLUED = 3;

/**
 * Words of the first list that are no part of a word of the second; each word of the second takes its parts. `whole` gives
 * back the words of the second list that were not put together from the first.
 */
function withoutParts(parts: readonly string[], wholes: readonly string[], whole: boolean): string[] {
  const left = new Map<string, number>();
  for (const part of parts) left.set(part, (left.get(part) ?? 0) + 1);
  const unmatched = wholes.filter((word) => !takeParts(word, left, GLUED));
  if (whole) return unmatched;
  return [...left].flatMap(([word, count]) => Array.from({ length: count }, () => word));
}

/** Takes the parts of a word, two or up to `most`, from those that are left; takes none where one is missing. */
function takeParts(word: string, left: Map<string, number>, most: number): boolean {
  for (let at = 1; at < word.length && at < 80; at++) {
    const front = withoutZeros(word.slice(0, at));
    const many = left.get(front) ?? 0;
    if (many === 0) continue;
    left.set(front, many - 1);
    const rest = word.slice(at);
    const back = withoutZeros(rest);
    const more = left.get(back) ?? 0;
    if (more > 0) left.set(back, more - 1);
    if (more > 0 || (most > 2 && takeParts(rest, left, most - 1))) return true;
    left.set(front, many);
  }
  return false;
}
