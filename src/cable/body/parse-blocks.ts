import type { Block, Furniture } from '../cable.ts';
import type { Report } from '../diagnostics.ts';
import type { Line } from '../lines/line.ts';
import { linesOf } from '../lines/line.ts';
import {
  endsOpen,
  endsPart,
  endsSentence,
  firstWordLength,
  goesOn,
  isCapitals,
  isTitle,
} from '../lines/sentence.ts';
import { type Acceptance, acceptNumber, type Sequence } from './accept-number.ts';
import type { Anchors } from './anchors.ts';
import { pastBlanks, type Row, readRow } from './body-row.ts';
import { type FoundHeading, findHeading } from './find-heading.ts';
import { findInnerHead, findInnerSignature, partInnerSignature } from './find-inner-head.ts';
import { findTable, mayBeginTable } from './find-table.ts';
import {
  bulletReturns,
  comesAgain,
  endOfUnclosed,
  firstItemOf,
  followingNumbers,
  hasSecond,
  headsPart,
  isMarkedAhead,
  romanOf,
} from './look-ahead.ts';
import { type ListPlace, OpenParagraph, swapCase } from './open-paragraph.ts';
import type { ParagraphNumber } from './paragraph-number.ts';
import { parseMarkBehindWord } from './parse-mark.ts';
import { findQuotes, type QuoteSpan } from './quote-markers.ts';
import { readLettered } from './read-lettered.ts';
import { readMisprintedNumbers } from './read-misprinted-numbers.ts';
import { splitBullets } from './split-bullets.ts';
import { splitNumbers } from './split-numbers.ts';
import { labelled, type WrapContext, wrapContext } from './unwrap.ts';

/** What the steps of one body share. */
interface Scope {
  anchors: Anchors;
  report: Report;
  context: WrapContext;
  furniture: Furniture[];
  /** The text is a cable's, not a fragment: a first number over 1 is worth a report. */
  whole: boolean;
  depth: number;
}

/** `(C - ENTIRE TEXT)`: a line in brackets throughout. */
const inBrackets = /^\([^()]{1,60}\)$/;
/** `"1. Fees are due.`: a list that is quoted begins. */
const quotedNumber = /^["“'‘]\d{1,2}[.)]/;
/** `Dear Minister,`, `Sir,`: the address of a letter. */
const salutation =
  /^["“']?(?:DEAR |YOUR |(?:SIR|MADAM|(?:YOUR )?EXCELLENC(?:Y|IES)|GENTLEMEN)\b)[^,]{0,40},$/i;
/** A turn of a dialogue: `Q: When?`, `A. In May.` */
const turn = /^(?:Q(?:uestion|UESTION)?|A(?:nswer|NSWER)?)(?: ?[0-9]{1,2})?(?::[ \t]|\.[ \t](?![A-Z]\.))/;
/** `END` before the word that a page's foot cut off. */
const endMarker = /\bEND(?: OF)?$/i;
/** `End summary.`, `END COMMENT` alone on a line. */
const loneEnd = /^\(?END (?:OF )?[A-Z]{4,15}(?:[ /][A-Z]{3,15}){0,3}[.)]{0,2}$/i;
/** `-   -- TEXT`, `-   (A) TEXT`: a label behind the dash that holds a line's first place. */
const dashedItem = /^-[ \t]{1,12}(?:-{1,3}|\(?[A-Za-z0-9]{1,2}[.)])[ \t]+(?=\S)/;
/** Words up to a second dash, before a small letter. */
const aside = /^[^-]{1,60}[^-]? --? [a-z]/;
/** `; and`, before the last of a list. */
const beforeLast = /;[ \t](?:and|or|AND|OR)$/;
/** A stop that ends no sentence. */
const shortened =
  /(?:^|[ (.])(?:[A-Z]|Mr|Mrs|Ms|Dr|Gen|Col|Lt|Sen|Rep|St|No|Art|pop|p|vs?|Amb|MR|DR|GEN|COL|NO|ART)\.$/;
interface OpenSequence extends Sequence {
  taken: Set<number>;
}

const maximumQuoteDepth = 4;
/** A rule of this length separates parts; a shorter one is layout. */
const separatorLength = 60;

/**
 * Reads the lines of a body to blocks: paragraphs with their sub-items, headings, tables, quoted texts, rules.
 *
 * @param all a text that holds all lines: what it has none of, no line is asked for
 * @param whole the text is a cable's, not a fragment
 * @param furniture rules that belong to headings or are layout are put there
 */
export function parseBlocks(
  lines: readonly Line[],
  all: string,
  { anchors, report, furniture, whole }: Pick<Scope, 'anchors' | 'report' | 'furniture' | 'whole'>,
): Block[] {
  const context = wrapContext(lines, all);
  return parseScope(lines, { anchors, report, furniture, whole, context, depth: 0 });
}

function parseScope(lines: readonly Line[], scope: Scope): Block[] {
  const { anchors, report, context, furniture } = scope;
  const rows = joinRules(splitBullets(splitNumbers(joinMarks(lines.map(readRow)))));
  readMisprintedNumbers(rows);
  if (scope.depth === 0) readLettered(rows);
  const innerHead = scope.depth > 0 ? findInnerHead(rows) : undefined;
  if (innerHead) partInnerSignature(rows);
  const quotes = scope.depth < maximumQuoteDepth ? findQuotes(rows) : new Map<number, QuoteSpan>();
  const following = followingNumbers(rows);
  const body: Block[] = [];
  const sequence: OpenSequence = { expected: 1, started: false, marked: false, taken: new Set() };
  const outer: OpenSequence[] = [];
  let open: OpenParagraph | undefined;
  let openAnchor = '';
  /** The list that a heading or a paragraph without a number broke off: how it looks, and its next entry. */
  let broken: ListPlace | undefined;
  let headed = true;
  let blank = true;
  let lastLine = '';
  /** The text of the open paragraph before the row in question, and whether a sentence ends there. */
  let last = '';
  let lastEnds = false;
  let lastSection = lines[0]?.section;
  /** How far the number of the open paragraph stands in. */
  let indent = 0;

  function closeParagraph(): void {
    if (!open) return;
    broken = open.list() ?? broken;
    body.push(open.close(openAnchor, anchors, context));
    open = undefined;
  }

  function openNumbered(row: Row, how: Acceptance, at: number): void {
    const number = row.number as NonNullable<Row['number']>;
    const n = number.number;
    closeParagraph();
    broken = undefined;
    const place = linesOf([row.line]);
    // inside a quoted text articles and points are counted as they will
    if (scope.depth > 0) {
      if (how === 'restart') restart();
    } else if (how === 'first') {
      // a paragraph that lost its 1 stands before it
      const opened = n === 2 && body.some((block) => block.type === 'paragraph');
      if (scope.whole && !opened) {
        report('paragraph-first-not-1', place, { detail: `It is ${n}.`, raw: row.text.slice(0, 40) });
      }
    } else if (how === 'gap') {
      report('paragraph-gap', place, {
        detail: `From ${sequence.expected - 1} to ${n}.`,
        raw: row.text.slice(0, 40),
      });
    } else if (how === 'duplicate') {
      report('paragraph-duplicate', place, { detail: `It is ${n}.`, raw: row.text.slice(0, 40) });
    } else if (how === 'restart') {
      // a press review counts anew below each of its headings
      if (sequence.marked || !headed) report('paragraph-restart', place, { raw: row.text.slice(0, 40) });
      restart();
    }
    sequence.started = true;
    if (row.item) sequence.look = row.item.scheme;
    if (how !== 'late') sequence.expected = n + 1;
    sequence.taken.add(n);
    if (number.mark) sequence.marked = true;
    const inner = number.mark ? undefined : parseMarkBehindWord(number.rest);
    openAnchor = number.lettered
      ? anchors.lettered(number.label ?? '')
      : anchors.paragraph(n, number.misprinted ? undefined : number.label);
    open = new OpenParagraph(
      row.line,
      number.lettered ? undefined : n,
      number.label,
      number.mark ?? inner?.mark,
    );
    const first = firstItemOf(rows, at, number);
    if (first) open.addItem(first, { ...row, indent: row.indent + row.text.length - number.rest.length });
    else open.add(inner?.rest ?? number.rest, row);
  }

  /** The row behind a number where a table begins on it. */
  function tableBehind(row: Row, at: number): Row | undefined {
    const number = row.number as NonNullable<Row['number']>;
    if (number.rest.length > 90 || !/\S(?: {3}|\t)/.test(number.rest)) return undefined;
    const text = number.rest.padStart(row.line.text.length);
    const behind = readRow({ ...row.line, text });
    if (findTable([behind, ...rows.slice(at + 1, at + 12)], 0, Math.min(12, rows.length - at)) === 0)
      return undefined;
    return behind;
  }

  function restart(): void {
    outer.push({ ...sequence });
    anchors.open();
    sequence.marked = false;
    sequence.taken = new Set();
  }

  function openPlain(row: Row): void {
    closeParagraph();
    openAnchor = anchors.unnumbered();
    open = new OpenParagraph(row.line, undefined, undefined, row.mark?.mark);
    open.add(row.mark ? row.mark.rest : row.text, row);
  }

  function addHeading(found: FoundHeading): void {
    closeParagraph();
    body.push({
      type: 'heading',
      lines: linesOf(found.lines),
      text: found.text,
      level: found.ruled ? 2 : 3,
      anchor: anchors.heading(found.text),
      mark: found.mark,
      role: undefined,
    });
    found.rules.forEach(addRule);
  }

  /** A rule that belongs to a heading or is layout, a sign that held the place of blanks. */
  function addRule(line: Line): void {
    furniture.push({ kind: 'rule', text: line.text.trim(), lines: linesOf([line]) });
  }

  if (innerHead) {
    const run = rows.slice(innerHead.from, innerHead.to).map((row) => row.line);
    body.push({
      type: 'verbatim',
      lines: linesOf(run),
      anchor: anchors.unnumbered(),
      text: run.map((line) => line.text.trim()).join('\n'),
    });
  }
  const signed = scope.depth > 0 ? findInnerSignature(rows) : -1;

  for (let at = innerHead?.to ?? 0; at < rows.length; at += 1) {
    const row = rows[at] as Row;
    if (row.kind === 'blank') {
      blank = true;
      continue;
    }
    if (at === signed) {
      openPlain(row);
      continue;
    }
    last = open ? open.lastText() : '';
    lastEnds = endsSentence(last) || endsPart(last);
    // the foot of a page stands behind an initial: J. / Roe
    if (row.line.afterFurniture && lastEnds && shortened.test(last.slice(-6)))
      lastEnds = !context.capitals && isTitle(row.text);
    const ended = headed || last === '' || lastEnds || (last.charCodeAt(0) === 40 && inBrackets.test(last));
    const strong = blank || ended || row.line.afterFurniture === true;

    const quote = quotes.get(at);
    if (quote && canOpen(quote, rows)) {
      const before = beforeMarker(row, quote);
      if (before) {
        if (before.number) {
          const how = acceptNumber(before, sequence, {
            strong,
            heading: headed,
            open: blank || headed,
            short: false,
            bound: true,
            listed: false,
            again: false,
            next: following[at],
          });
          if (how) openNumbered(before, how, at);
          else addText(before, at);
        } else addText(before, at);
      }
      closeParagraph();
      at = addQuote(quote);
      headed = true;
      blank = true;
      lastLine = '';
      continue;
    }

    if (row.number) {
      const listed =
        open?.expects(row.item?.scheme ?? '') === row.number.number || takesUpNumber(row, row.number, at);
      // (see paragraphs 3 and / 4) and he came at / 7. go on
      const goes =
        !headed &&
        following[at]?.number?.number !== row.number.number + 1 &&
        ((row.line.afterFurniture && endsOpen(last)) || closes(row.text, last));
      const place = {
        again: isToCome(row.number, listed, at),
        strong: strong && !goes,
        heading: headed || row.line.section !== lastSection,
        open: (blank || headed) && !goes,
        short: room() > 20,
        bound: endsOpen(lastLine),
        listed,
        next: following[at],
      };
      const inner = outer.length > 0 ? outer[outer.length - 1] : undefined;
      if (
        inner &&
        row.number.number === inner.expected &&
        row.number.number !== sequence.expected &&
        (row.number.mark || (strong && !listed && !inner.marked))
      ) {
        anchors.close();
        Object.assign(sequence, outer.pop());
      }
      const how = isListed(row) ? undefined : acceptNumber(row, sequence, place);
      if (how) {
        indent = row.indent;
        const table = row.spaced ? tableBehind(row, at) : undefined;
        openNumbered(table ? withoutText(row) : row, how, at);
        seen(row);
        if (table) {
          rows[at] = table;
          at -= 1;
        }
        continue;
      }
    }

    if (row.kind === 'rule') {
      const found = findHeading(rows, at, rows.length, {
        open: true,
        ended,
        room: 0,
        last,
        capitals: context.capitals,
      });
      if (found) {
        addHeading(found);
        at = found.to - 1;
        headed = true;
        blank = true;
        lastLine = '';
        continue;
      }
      const text = row.text.trim();
      if (
        open &&
        !blank &&
        text.length < separatorLength &&
        open.number !== undefined &&
        open.headsItself()
      ) {
        // `1. (C) SUMMARY` underlined: the text under the rule is the paragraph's
        addRule(row.line);
        open.breakLine();
        continue;
      }
      if (text.length >= separatorLength || text[0] === '*') {
        closeParagraph();
        body.push({ type: 'rule', lines: linesOf([row.line]), text });
      } else addRule(row.line);
      blank = true;
      continue;
    }

    const tableEnd = mayBeginTable(row, rows[at + 1]) ? findTable(rows, at, rows.length) : at;
    if (tableEnd > at) {
      closeParagraph();
      const run = rows.slice(at, tableEnd).map((one) => one.line);
      body.push({
        type: 'table',
        lines: linesOf(run),
        anchor: anchors.unnumbered(),
        text: run.map((line) => line.text).join('\n'),
      });
      at = tableEnd - 1;
      headed = false;
      blank = true;
      lastLine = '';
      continue;
    }

    if (row.text[0] === '-' && continuesUnderDash(row.text, lastLine)) {
      row.text = row.text.slice(1).trimStart();
      row.item = undefined;
    }
    if (row.item?.bullet && !acceptItem(row, at, strong, ended)) row.item = row.item.bullet;
    if (row.item && acceptItem(row, at, strong, ended)) {
      if (takesUp(row.item)) closeParagraph();
      if (!open) {
        openAnchor = anchors.unnumbered();
        open = new OpenParagraph(row.line);
      }
      open.addItem(
        row.item,
        row,
        row.item.ordinal === 0 && open.bullet() !== row.item.scheme && bulletReturns(rows, at, open.bullet()),
      );
      seen(row);
      continue;
    }

    // END / SUMMARY, with a page's foot between
    const marker = row.line.afterFurniture && row.text.length < 20 && endMarker.test(last);
    const found = marker
      ? undefined
      : (findHeading(rows, at, rows.length, {
          open: blank || headed,
          ended: ended || (blank && isCutShort(row.text)),
          room: room() - 4,
          last,
          capitals: context.capitals,
        }) ??
        (context.capitals && blank && row.item && isPart(row.item, at) ? aloneHeading(row, at) : undefined));
    if (found) {
      addHeading(found);
      at = found.to - 1;
      headed = true;
      blank = false;
      lastLine = '';
      continue;
    }
    addText(row, at);
    seen(row);
  }
  closeParagraph();
  for (const _ of outer) anchors.close();
  return body;

  function seen(row: Row): void {
    headed = false;
    blank = false;
    lastLine = row.line.text;
    lastSection = row.line.section;
  }

  /** A number that stands deeper than the paragraph's, and is the next or the first of a list under its items. */
  function isListed(row: Row): boolean {
    const { item } = row;
    if (item?.across && open?.expects(item.scheme)) return true;
    if (!item || row.indent < indent + 2 || !open?.hasItems()) return false;
    const expected = open.expects(item.scheme);
    return expected > 0
      ? expected === item.ordinal
      : item.ordinal === 1 && row.number?.number !== sequence.expected;
  }

  /** Running text: goes on with the open paragraph, or opens one. */
  function addText(row: Row, at: number): void {
    if (row.filler) addRule(row.filler);
    if (open && !headed && !blank && lastEnds && turn.test(row.text)) open.breakLine();
    const isMore = open !== undefined && blank && !headed && open.hangs(row.indent);
    if (open && (isMore || headsText(row))) open.breakLine();
    // met J. / Q. Roe
    const asks =
      lastEnds && !/\b[A-Z]\.$/.test(last) && open?.hasItems() && /^q/i.test(row.text) && turn.test(row.text);
    if (open && !asks && (isMore || (staysOpen(row) && !endsList(row, at)))) open.add(row.text, row);
    else openPlain(row);
  }

  /** Characters that a text wrapped at the usual width would still have set behind the line above. */
  function room(): number {
    return (context.width || 60) - lastLine.length;
  }

  /** `End summary.`, or `Action: Post asks.` behind the last of bullets, below a list whose last entry has room for it. */
  function endsList({ text, indent }: Row, at: number): boolean {
    if (!open?.hasItems()) return false;
    if (text.length <= 40 && loneEnd.test(text)) return 1 + text.length < room() - 4;
    const bullet = open.bullet();
    if (bullet === undefined || indent > 0 || !labelled.test(text) || labelled.test(last)) return false;
    return isCutShort(text) && !bulletReturns(rows, at, bullet) && !open.holdsLabels();
  }

  /** `2. (C) BACKGROUND` / `The minister came.`: a short first line that heads its paragraph. */
  function headsText(row: Row): boolean {
    if (!open?.headsItself() || row.line.afterFurniture || endsOpen(last) || goesOn(row.text)) return false;
    if (context.capitals || room() < 25) return false;
    if (isCapitals(last)) return !isCapitals(row.text);
    return open.number === undefined && last.includes(' ') && isTitle(last) && row.text.length > 45;
  }

  function staysOpen(row: Row): boolean {
    if (headed || !open) return false;
    if (last === '') return true;
    const ended = lastEnds;
    if (row.mark) {
      const goes = row.line.afterFurniture && (context.capitals || goesOn(row.mark.rest));
      return !ended && (!blank || goes === true);
    }
    if (row.line.afterFurniture) {
      if (!ended || goesOn(row.text)) return true;
      // a dialogue, a list of values
      if (turn.test(row.text) || (last.endsWith(':') && labelled.test(row.text))) return false;
      if (lastLine.length > 100) return !blank;
      return 1 + firstWordLength(row.text) > room() - 4;
    }
    // "Excellency, / "I have the honor: each paragraph of a letter that is quoted begins so
    if (blank && row.text[0] === '"' && last[0] === '"') return false;
    if (blank)
      return (
        !ended &&
        (goesOn(row.text) || (endsOpen(last) && !salutation.test(last) && /^.{31}|^[0-9]/.test(row.text)))
      );
    // one line a paragraph: the line end is the paragraph's
    return !(lastLine.length > 100 && ended && !goesOn(row.text));
  }

  /** The line above is short, so that a wrapped text would have gone on in it. */
  function isCutShort(text: string): boolean {
    if (firstWordLength(text) >= room() - 15) return false;
    const entry = entryKind(text);
    return !goesOn(text) && !endsOpen(last) && (entry === 0 || entry !== entryKind(last));
  }

  function acceptItem(row: Row, at: number, strong: boolean, ended: boolean): boolean {
    const item = row.item as NonNullable<Row['item']>;
    if (isBetweenDashes(row, rows[at + 1])) return false;
    // 2.1 under paragraph 2; an amount elsewhere
    if (item.scheme === '1.1' && !item.mark && Number.parseInt(item.label, 10) !== open?.number) return false;
    if (blank && isPart(item, at)) return false;
    // a line that may be wrapped: neither short nor a whole paragraph
    const isFull = room() <= 12 && lastLine.length <= 100;
    if (item.ordinal === 0) {
      // the second dash of an aside: `-- for all its noise -- has`; a range of years
      if (
        !ended &&
        (!blank || row.line.afterFurniture) &&
        (aside.test(item.rest) || (isFull && /^[0-9]{4}/.test(item.rest) && /[0-9]$/.test(last)))
      )
        return false;
      // a sentence goes on behind a page's foot, with a dash in it
      const goes =
        goesOn(item.rest) ||
        (context.capitals && (last.includes(` ${item.label} `) || item.rest.includes(` ${item.label} `)));
      if (row.line.afterFurniture && !ended && goes) return open?.expects(item.scheme) !== 0;
      if (strong) return true;
      if (open?.expects(item.scheme))
        return !isFull || !(context.capitals || goesOn(item.rest)) || beforeLast.test(lastLine);
      if (item.scheme === 'o') return false;
      // the outturn was / - 72 percent here; / - 94 percent there
      return (!isFull && !endsOpen(lastLine)) || rows[at + 1]?.item?.scheme === item.scheme;
    }
    // `(C)` is a portion mark unless a list has come to it
    if (row.mark) return open?.expects(item.scheme) === item.ordinal && item.ordinal > 2;
    const expected = open?.expects(item.scheme) || (item.mark && open?.expects(swapCase(item.scheme))) || 0;
    const isNext =
      expected === item.ordinal || (item.roman !== undefined && romanExpected(item)) || takesUp(item);
    // behind a full line whose stop is lost, unless it may be an initial or a place that is cited
    const isEntry = item.rest.length > 20 && !endsOpen(lastLine) && !goesOn(item.rest);
    if (isNext) return strong || item.mark !== undefined || !isFull || isEntry || beforeLast.test(lastLine);
    if (expected > 0 && item.ordinal > expected && item.ordinal <= expected + 2)
      return strong && item.scheme !== 'A.';
    const starts = item.ordinal === 1 || item.roman === 1;
    if (!starts) return false;
    // he gave two reasons: (1) the one; (2) the other
    const runs = goesOn(item.rest) || (context.capitals && row.line.afterFurniture);
    if (item.scheme === '1()' && runs && item.rest.includes(' (2) ')) return false;
    if (!strong && !item.mark && isFull) return false;
    if (item.mark && ended) return true;
    // small letters and brackets behind a blank line begin a list; capitals may be initials, digits an amount
    const plain = item.scheme !== '1.' && item.scheme !== '1)' && !/^[AI]/.test(item.scheme);
    return (plain && blank && ended) || hasSecond(rows, at, item) || open?.hadUnder(item.scheme) === true;
  }

  /** `b.` behind a heading below `a.`: the list that was broken off goes on. */
  function takesUp({ scheme, ordinal }: NonNullable<Row['item']>): boolean {
    return (
      (blank || headed) && broken?.scheme === scheme && broken.next === ordinal && !open?.expects(scheme)
    );
  }

  /** `3)` behind a paragraph below `2)`, where the text's own numbers look otherwise or its own 3 is to come. */
  function takesUpNumber({ item }: Row, { number, mark }: ParagraphNumber, at: number): boolean {
    if (mark || !item || !takesUp(item)) return false;
    return item.scheme !== sequence.look || isMarkedAhead(rows, at, number);
  }

  /** `2. Ships pay."` of a list that is quoted, where the text's own 2 comes behind it. */
  function isToCome({ number, mark }: ParagraphNumber, listed: boolean, at: number): boolean {
    if (mark || number !== sequence.expected || number === 1) return false;
    if (!sequence.marked) return listed && comesAgain(rows, at, number);
    return quotedNumber.test(last) && isMarkedAhead(rows, at, number);
  }

  function isPart(item: NonNullable<Row['item']>, at: number): boolean {
    return headsPart(rows, at, item, {
      expected: sequence.expected,
      listed: Boolean(open?.expects(item.scheme)),
    });
  }

  function romanExpected(item: NonNullable<Row['item']>): boolean {
    return open?.expects(romanOf(item.scheme)) === item.roman;
  }

  /** Puts a quoted text in its place; gives the row it ends with. */
  function addQuote({ open: opening, close }: QuoteSpan): number {
    const first = rows[opening.row] as Row;
    const to = close ? close.row : endOfUnclosed(rows, opening.row, sequence);
    const label = first.text.slice(opening.from, opening.to).trim();
    const inside: Line[] = [];
    const behind = first.text.slice(opening.to).trim();
    if (behind !== '') inside.push({ ...first.line, text: behind });
    for (let at = opening.row + 1; at < to; at += 1) inside.push((rows[at] as Row).line);
    const lastRow = close ? (rows[close.row] as Row) : undefined;
    let rest = '';
    let end: string | undefined;
    if (close && lastRow) {
      const before = lastRow.text.slice(0, close.from).trim();
      if (before !== '') inside.push({ ...lastRow.line, text: before });
      end = lastRow.text.slice(close.from, close.to).trim();
      rest = lastRow.text.slice(close.to).trim();
    } else {
      report('block-not-closed', linesOf([first.line]), { raw: label });
    }
    const anchor = anchors.open();
    const lastInside = lastRow ?? (rows[to - 1] as Row);
    const block: Block = {
      type: 'quote',
      lines: [first.line.number, lastInside.line.last ?? lastInside.line.number],
      anchor,
      label: label === '' ? undefined : label,
      end,
      body: parseScope(inside, { ...scope, depth: scope.depth + 1 }),
    };
    anchors.close();
    body.push(block);
    if (rest !== '' && close) {
      rows[close.row] = readRow({ ...(lastRow as Row).line, text: rest });
      quotes.delete(close.row);
      return close.row - 1;
    }
    return close ? close.row : to - 1;
  }
}

/** `4).` behind `(see paragraph`: the figure is inside the brackets. */
function closes(text: string, before: string): boolean {
  return /^[0-9]{1,3}\)/.test(text) && before.lastIndexOf('(') > before.lastIndexOf(')');
}

/** A number's row without what stands behind number and mark. */
function withoutText(row: Row): Row {
  return row.number ? { ...row, number: { ...row.number, rest: '' } } : row;
}

/** How an entry of a list looks: `Name: Roe`, `Jane Roe, Minister of Ports`; 0 for none. */
function entryKind(text: string): number {
  return labelled.test(text) ? 1 : text.includes(', ') ? 2 : 0;
}

/** `-   -- TROOPS GUARD` / `-      THE PLANT`: the dash holds the place of a blank before an item and before the line that goes on. */
function continuesUnderDash(text: string, above: string): boolean {
  const item = dashedItem.exec(above)?.[0].length;
  return item !== undefined && item === /^-[ \t]+/.exec(text)?.[0].length;
}

/** `-- Trade --`, `--- Trade ---` are headings; a sentence that a line end cuts behind its dash is none. */
function isBetweenDashes({ item, text }: Row, below: Row | undefined): boolean {
  if (!item?.scheme.startsWith('-') || text.length >= 70 || !text.endsWith(` ${item.label}`)) return false;
  const words = item.rest.slice(0, -item.label.length).trim();
  if (/--|[a-z]{2}\. /i.test(words)) return false;
  return below?.kind !== 'text' || below.number !== undefined || (isTitle(words) && !goesOn(below.text));
}

/** `A. CURRENT SITUATION` in a text of capitals, where only its place tells it from a sentence. */
function aloneHeading(row: Row, at: number): FoundHeading {
  return { to: at + 1, text: row.text.trim(), lines: [row.line], rules: [], ruled: false };
}

/** A marker opens a block where it is closed, or stands alone, or ends its line. */
function canOpen({ open, close }: QuoteSpan, rows: readonly Row[]): boolean {
  if (close) return true;
  const text = (rows[open.row] as Row).text;
  return !open.bare && open.to >= text.trimEnd().length;
}

/** The row's text before the marker, as a row of its own. */
function beforeMarker(row: Row, { open }: QuoteSpan): Row | undefined {
  const text = row.text.slice(0, open.from).trimEnd();
  return text === '' ? undefined : readRow({ ...row.line, text });
}

/** A number alone on its line, and the mark below it: one row. */
function joinMarks(rows: Row[]): Row[] {
  let joined: Row[] | undefined;
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at] as Row;
    if (row.number?.rest === '' && !row.number.mark) {
      const below = pastBlanks(rows, at + 1);
      const next = rows[below];
      if (next?.mark && !next.line.afterFurniture) {
        joined ??= rows.slice(0, at);
        const last = next.line.last ?? next.line.number;
        joined.push(readRow({ ...row.line, text: `${row.line.text.trimEnd()} ${next.text}`, last }));
        at = below;
        continue;
      }
    }
    joined?.push(row);
  }
  return joined ?? rows;
}

/** Drops blank lines that furniture left between a heading and its rules; a rule's last dashes may stand on the next line. */
function joinRules(rows: Row[]): Row[] {
  let joined: Row[] | undefined;
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at] as Row;
    if (row.text.length < 3 && rows[at - 1]?.kind === 'rule' && /^[-=_*]+$/.test(row.text)) {
      row.kind = 'rule';
      row.item = undefined;
    }
    if (row.line.afterFurniture && row.kind !== 'blank' && rows[at - 1]?.kind === 'blank') {
      joined ??= rows.slice(0, at);
      let before = joined.length - 1;
      while (before >= 0 && joined[before]?.kind === 'blank') before -= 1;
      if (row.kind === 'rule' || joined[before]?.kind === 'rule') joined.length = before + 1;
    }
    joined?.push(row);
  }
  return joined ?? rows;
}
