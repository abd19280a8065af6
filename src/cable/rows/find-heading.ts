import type { PortionMark } from '../cable.ts';
import type { Line } from '../lines/line.ts';
import { endsOpen, endsSentence, firstWordLength, goesOn, isCapitals, isTitle } from '../lines/sentence.ts';
import { pastBlanks, type Row } from './body-row.ts';
import { parseMark, parseMarkAtEnd } from './parse-mark.ts';
import { farewell, labelled, leaders } from './unwrap.ts';

/** A heading found in the rows from `from` to before `to`, its rules among them. */
export interface FoundHeading {
  to: number;
  text: string;
  mark?: PortionMark;
  lines: Line[];
  rules: Line[];
  /** Underlined, framed or set between dashes. */
  ruled: boolean;
}

/** What stands before the row in question. */
export interface Before {
  /** Start of the text, a blank line, a heading, a rule. */
  open: boolean;
  /** The text before ends a sentence, or there is none. */
  ended: boolean;
  /** How long a word may be that a wrapped text would have set on the line above; less than 1 where that line is full. */
  room: number;
  /** The text before. */
  last: string;
  /** The text is in capitals throughout, so that capitals say nothing. */
  capitals: boolean;
}

/** `------- SUMMARY -------`, `- - - - SUMMARY - - - -`. */
const inlineRule =
  /^(?:[-=_*‐]{3,}|(?:- ){2,40}-)(?:[ \t]+[-=_*‐]+)*[ \t]*([^-=_*‐ \t](?:[^-=_*‐]|[-=_*‐](?![-=_*‐])){0,80}?)[ \t]*(?:[-=_*‐]{3,}|(?: -){3})(?:[ \t]+[-=_*‐]+)*$/;
/** `Background ----------`, `SUMMARY-------`: the line end before the rule is lost. */
const ruledOnLine =
  /^([^-=_*‐ \t].{1,98}?)(?:[ \t]+|(?<=[A-Za-z:])(?=[-=]{4,}$))(?:[-=_*‐]{3,}[ \t]*)+[-=_*‐]*$/;
/** `-- Trade --`, `==Trade==`, `--SUMMARY--`. */
const inlineDashes =
  /^(?:[-*=]{2}[ \t]+([^-*=](?:[^-]|-(?!-)){0,60}?)[ \t]+[-*=]{2}|(={2}|-{2})([A-Z](?:(?!\2)[^=]){0,60})\2)$/;
/** `[Next Steps]`, `<<COMMENT>>`, `_The North_`. */
const bracketed =
  /^(?:\[{1,2}|<{1,3}|\{|[_*]{1,2})[ \t]?([A-Z"“”'’][^[\]<>{}_*]{2,60})[ \t]?(?:\]{1,2}|>{1,3}|\}|[_*]{1,2})$/;
/** What a publisher or a censor set in brackets. */
const noWords =
  /redact|garble|omitted|omission|declassified|deleted|excised|withheld|removed|page|sic\b|END\b/i;
/** A short word, then a column; a label and its value. */
const valued = /^(?:\S{1,14} {3,}\S|[A-Z][A-Za-z ]{1,24}: {2,}\S)/;
/** `BRITAIN:  "Fees And Fish"`: a country and the title of what its paper wrote. */
const countryTitle = /^[A-Z][A-Z .'’-]{2,30}: {1,3}["“][^"“”]{2,60}["”]$/;
/** Words that head a part, whatever stands around them. */
const roleWords =
  /^(?:(?:EXECUTIVE |EMBASSY |POST |BEGIN )?(?:SUMMARY|COMMENT|COMMENTS|INTRODUCTION|BACKGROUND|CONCLUSION|ACTION REQUEST(?:ED)?|ACTION|BIO NOTES?|BIOGRAPHIC (?:NOTE|DATA|INFORMATION)|PARTICIPANTS|NEXT STEPS|SUMMARY AND COMMENT|SUMMARY AND ACTION REQUEST|SUMMARY AND INTRODUCTION|SUMMARY\/COMMENT|INTRODUCTION AND SUMMARY|COMMENT AND ACTION REQUEST|KEY POINTS|OBJECTIVES|REPORTING DEADLINE|BEGIN (?:UNCLASSIFIED|LIMITED OFFICIAL USE|CONFIDENTIAL|SECRET)))[:.]?$/i;

/** A line as long as this is running text's. */
const proseWidth = 40;
/** What a matter is not named with: `WITH HIGH ESTEEM`, `DEAR MR. ROE`, `HE DID NOT SAY MORE`, `DONE AT LIMA`. */
const spoken =
  /^(?:WITH|DEAR|MR|SIR|MADAM|EXCELLENCY|DONE|PLEASE|FIRST|SECOND|I)\b|\b(?:HE|SHE|WE|YOU|THEY|IT|IS|ARE|WAS|WERE|HAS|HAVE|HAD|DID|WILL|FOLLOWS?)\b/;
/** `PLEASE CABLE BY OCT 6:`, `FOLLOWING ARE REPLIES:`: a sentence that paragraphs follow. */
const announcing = new RegExp(`^(?:FOLLOWING|BELOW)\\b|${spoken.source}`);
/** So far from the margin only what is set in the middle of the line begins. */
const farIn = 16;
/** `U.S.`: whose delegation is listed below. */
const initials = /^(?:[A-Z]\.){2,4}$/;
/** Two figures or more at the end. */
const figuresAtEnd = /(?: [$(-]?[0-9](?:[0-9.,]{0,12}[0-9])?[%)]?){2}$/;
/** `ARTICLE 12` alone on its line. */
const article = /^(?:ARTICLE|CHAPTER|Article|Chapter) (?:[0-9]{1,3}|[IVXL]{1,6})\.?$/;

/** `II` alone on its line. */
const roman = /^(?:I{1,3}|I?V|VI{0,3}|I?X|XI{0,3}V?)$/;

/** `END SUMMARY`, `End text.` close a part; `ENTIRE TEXT` marks all; `Q: When?` is a turn of a dialogue; `0900: Depart` an entry of an itinerary; a date stands above a letter. */
const noHeading =
  /^(?:END |THIS (?:IS (?:[A-Z]{2,5}-[A-Z0-9]|AN? )|CABLE |MESSAGE |TELEGRAM )|(?:THIS )?ENTIRE (?:TEXT|MESSAGE)\b|.*[.?!")][ \t]{1,3}\(?END (?:[A-Z]{3,8} )?(?:SUMMARY|COMMENT|NOTE)|Q[.:] |A: |QUESTION:|ANSWER:|SOURCES?:|[0-9]{1,2}:[0-9]{2}\b|[01][0-9]{3}(?:-[0-9]{4})?(?::| {2})|(?!19[0-9]{2}-(?:19|20))[01][0-9][0-5][0-9]-[0-2][0-9][0-5][0-9] |X{5,}$|(?:[A-Z][A-Z ]{2,20}, )?(?:[A-Z]{3,9} [0-9]{1,2}, [0-9]{4}|[0-9]{1,2} [A-Z]{3,9} [0-9]{4})["”]?$|DEAR [^:]{2,40}[:,]$)/i;

/** `END SUMMARY`, `Who knows? (End comment.)` above a rule that is another's. */
const partEnd = /^\(?END |[.?!")][ \t]{1,3}\(?END (?:[A-Z]{3,8} )?(?:SUMMARY|COMMENT|NOTE)/i;

/**
 * Finds a heading that begins at a row: framed by rules, underlined (one or two lines), between dashes, or a short line alone.
 * Source: cable format, section 13.
 */
export function findHeading(
  rows: readonly Row[],
  at: number,
  end: number,
  before: Before,
): FoundHeading | undefined {
  const row = rows[at] as Row;
  if (row.kind === 'rule') return findFramed(rows, at, end);
  const code = row.text.charCodeAt(0);
  if (code === 45 || code === 61 || code === 95 || code === 42 || code === 0x2010) {
    const match = row.text.length < 260 ? (inlineRule.exec(row.text) ?? inlineDashes.exec(row.text)) : null;
    const words = match?.[1] ?? match?.[3];
    const below = rows[at + 1];
    if (words && !/[a-z]{2}\. /i.test(words) && !(below?.kind === 'text' && goesOn(below.text)))
      return madeBetween(row, at, words);
  }
  if (endsInRule(row.text)) {
    const found = findRuledOnLine(rows, at, end, before);
    if (found) return found;
  }
  if (row.text.length > 100) return undefined;
  if (code >= 97 && code <= 122)
    return isUnderlinedPart(rows, at) || isUnderlinedWhole(rows, at)
      ? findUnderlined(rows, at, end, before)
      : undefined;
  if (code === 91 || code === 60 || code === 123 || code === 95 || code === 42)
    return findBracketed(rows, at, end, before);
  return (
    findUnderlined(rows, at, end, before) ??
    (endsInComma(row) ? undefined : findUnruled(rows, at, end, before))
  );
}

/** `b) The Socialists:` with a rule of its length below, which is no upper one of a frame. */
export function isUnderlinedPart(rows: readonly Row[], at: number): boolean {
  const { item, text } = rows[at] as Row;
  const rule = rows[at + 1];
  if (item === undefined || item.ordinal === 0 || rule?.kind !== 'rule') return false;
  return Math.abs(rule.text.length - text.length) <= 4 && rows[at + 3]?.kind !== 'rule';
}

/** `the minister's view` between a blank line and a rule of just its length; no sentence. */
function isUnderlinedWhole(rows: readonly Row[], at: number): boolean {
  const rule = rows[at + 1];
  if (rule?.kind !== 'rule' || rows[at - 1]?.kind !== 'blank') return false;
  const { text } = rows[at] as Row;
  return rule.text.length === text.length && !text.endsWith('.');
}

function findUnruled(
  rows: readonly Row[],
  at: number,
  end: number,
  before: Before,
): FoundHeading | undefined {
  return findTwoLines(rows, at, end, before) ?? findPlain(rows, at, end, before);
}

/** The line's last sign is a rule's. */
function endsInRule(text: string): boolean {
  const last = text.charCodeAt(text.length - 1);
  return (last === 45 || last === 61 || last === 95 || last === 42 || last === 0x2010) && text.length < 260;
}

/** A heading with its rule behind it on the line, as copies have it that joined the lines of a paragraph. */
function findRuledOnLine(
  rows: readonly Row[],
  at: number,
  end: number,
  before: Before,
): FoundHeading | undefined {
  const row = rows[at] as Row;
  const words = ruledOnLine.exec(row.text)?.[1];
  if (words === undefined || !(before.open || before.ended)) return undefined;
  const below = rows[at + 1];
  if (at + 1 < end && below?.kind === 'text' && !below.number && !below.mark) return undefined;
  const near = Math.abs(row.text.length - 1 - words.length * 2) <= 6;
  const text = parseMark(words)?.rest ?? words;
  if (!near && !isTitle(text) && !isCapitals(text) && !isRoleHeading(text)) return undefined;
  if (/[,;]$/.test(words) || (endsSentence(words) && !near && !/[?!"”)]$/.test(words))) return undefined;
  return madeBetween(row, at, words);
}

/** A line in brackets alone, with a numbered paragraph or a blank line behind it. */
function findBracketed(
  rows: readonly Row[],
  at: number,
  end: number,
  before: Before,
): FoundHeading | undefined {
  const row = rows[at] as Row;
  const below = rows[at + 1];
  if (!below || at + 1 >= end || !(before.open || (before.ended && below.number))) return undefined;
  const words = bracketed.exec(row.text)?.[1];
  if (words === undefined || noWords.test(words) || endsSentence(words)) return undefined;
  if (below.kind === 'rule') return findUnderlined(rows, at, end, before);
  if (below.kind === 'text' && !below.number && !below.mark) return undefined;
  if (!isTitle(words) && !isCapitals(words)) return undefined;
  return madeBetween(row, at, words.trim());
}

function endsInComma(row: Row): boolean {
  const last = row.text.charCodeAt(row.text.length - 1);
  return last === 44 || last === 59;
}

/** A heading between signs on its own line. */
function madeBetween(row: Row, at: number, words: string): FoundHeading | undefined {
  const from = row.text.indexOf(words);
  const around = [row.text.slice(0, from), row.text.slice(from + words.length)].filter(
    (signs) => signs.trim() !== '',
  );
  return made(
    [row],
    at + 1,
    around.map((text) => ({ ...row.line, text })),
    true,
    words,
  );
}

function made(
  texts: readonly Row[],
  to: number,
  rules: Line[],
  ruled: boolean,
  text?: string,
): FoundHeading | undefined {
  const joined = text ?? texts.map((row) => row.text.trim()).join(' ');
  const read = parseMark(joined) ?? parseMarkAtEnd(joined);
  const words = read ? read.rest : joined;
  if (!/[A-Za-z0-9\u00c0-\uffff]/.test(words)) return undefined;
  return {
    to,
    text: words.trim().replace(/[ \t]{2,}/g, ' '),
    mark: read?.mark,
    lines: texts.map((row) => row.line),
    rules: [...texts.flatMap((row) => row.filler ?? []), ...rules],
    ruled,
  };
}

/** `Item           Unit price`: the names of columns, or a sum. */
const columned = /\S {5,}\S|\S {3,}\S.{0,40} {3,}\S/;
/** How many lines a heading between rules may have. */
const mostFramed = 4;

function findFramed(rows: readonly Row[], at: number, end: number): FoundHeading | undefined {
  for (let count = 1; count <= mostFramed + 1; count += 1) {
    const row = rows[at + count];
    if (!row || at + count >= end || row.kind === 'blank') return undefined;
    if (row.kind === 'rule') {
      if (count === 1) return undefined;
      const texts = rows.slice(at + 1, at + count);
      const rules = [(rows[at] as Row).line, row.line];
      // the upper one is the underline of another title
      if (count > 2 && (rows[at + 1] as Row).text.endsWith('.')) return undefined;
      // more than two lines: one long title, no rows of a table
      const long = (one: Row) => one.text.length > 30 && !one.text.includes('  ') && isCapitals(one.text);
      if (count > 3 && !texts.slice(0, -1).every(long)) return undefined;
      return made(texts, at + count + 1, rules, true);
    }
    if (row.text.length > 75 || row.number?.mark || (row.spaced && columned.test(row.text))) return undefined;
    // `1. Ports:` is the title of a part
    if (row.number && endsSentence(row.text) && !(row.text.endsWith(':') && isTitle(row.number.rest)))
      return undefined;
  }
  return undefined;
}

function findUnderlined(
  rows: readonly Row[],
  at: number,
  end: number,
  before: Before,
): FoundHeading | undefined {
  const row = rows[at] as Row;
  const next = rows[at + 1];
  if (!next || at + 1 >= end) return undefined;
  if (next.kind === 'rule') {
    if (endsInComma(row) || partEnd.test(row.text)) return undefined;
    // on a new page the rule may open the frame of another heading
    const under = rows[at + 2]?.kind === 'text' && rows[at + 3]?.kind === 'rule' ? rows[at + 3] : undefined;
    if (next.line.afterFurniture && under) return undefined;
    const length = next.text.length;
    const near = Math.abs(length - row.text.length) <= 4;
    // it may do so below a sentence too
    if (under?.text.length === length && (row.text.endsWith('.') || !near)) return undefined;
    const open = before.open || (row.line.afterFurniture === true && before.ended);
    const isOwn = before.ended && (near || (isCapitals(row.text) && !before.capitals));
    // behind the last of a list, without a blank line
    const numbered = row.number ?? rows[pastBlanks(rows, at + 2)]?.number;
    const isWhole = length === row.text.length && numbered !== undefined;
    if (!open && !isOwn && !(near && (isWhole || headsNumber(rows, at, before)))) return undefined;
    const far = length >= 60 || length > row.text.length * 2 + 12;
    if (!near && far && !(before.open && before.ended && headsNumber(rows, at, before))) return undefined;
    if (row.text.length > 80 || (row.text.endsWith('.') && !near && !isRoleHeading(row.text)))
      return undefined;
    return made([row], at + 2, [next.line], true);
  }
  const under = rows[at + 2];
  if (next.kind !== 'text' || !under || at + 2 >= end || under.kind !== 'rule' || !before.open)
    return undefined;
  // CRIME AND DRUGS: / THE NEW LAW / ----
  const colon = row.text.endsWith(':') && (isCapitals(row.text) ? isCapitals(next.text) : isTitle(row.text));
  if (
    row.text.length > 75 ||
    next.text.length > 75 ||
    (endsSentence(row.text) && !colon) ||
    next.text.endsWith('.')
  )
    return undefined;
  if (next.number || next.item) return undefined;
  const longest = Math.max(row.text.length, next.text.length);
  const length = under.text.length;
  // STRIKE OFF / (Laboff Roe) / --------------------
  const isAside = isCapitals(row.text) && /^\(.*\)$/.test(next.text) && length < longest * 2 + 12;
  if (!isAside && Math.abs(length - longest) > 6 && Math.abs(length - next.text.length) > 6) return undefined;
  return made([row, next], at + 3, [under.line], true);
}

/** A title above a rule of any length, and a numbered paragraph below. */
function headsNumber(rows: readonly Row[], at: number, before: Before): boolean {
  const { text } = rows[at] as Row;
  if (text.length > 60 || endsSentence(text) || headingLike(text, before.capitals) !== 'strong') return false;
  return rows[pastBlanks(rows, at + 2)]?.number !== undefined;
}

/** Two short lines in capitals alone between blank lines, in a text of small letters or in the middle of their lines. */
function findTwoLines(
  rows: readonly Row[],
  at: number,
  end: number,
  before: Before,
): FoundHeading | undefined {
  const row = rows[at] as Row;
  const next = rows[at + 1];
  if (!before.open || !before.ended || !next || at + 2 >= end) return undefined;
  // in a text of capitals only their place tells
  if (before.capitals && !(row.filler && next.filler)) return undefined;
  if (next.kind !== 'text' || (rows[at + 2] as Row).kind !== 'blank' || next.number || next.item)
    return undefined;
  if (row.line.afterFurniture || next.line.afterFurniture) return undefined;
  const below = rows[pastBlanks(rows, at + 2)];
  if (pastBlanks(rows, at + 2) >= end) return undefined;
  // THE PORT: WHY IT CLOSED / (AND WHY IT WILL OPEN): above a paragraph that bears a mark no labels of a list
  const labels = below?.number?.mark && !before.last.endsWith(':') && !next.text.includes(':') ? /;/ : /[:;]/;
  for (const { text } of [row, next]) {
    if (text.length > 72 || !isCapitals(text) || endsSentence(text) || labels.test(text)) return undefined;
  }
  return made([row, next], at + 2, [], false);
}

function findPlain(rows: readonly Row[], at: number, end: number, before: Before): FoundHeading | undefined {
  const row = rows[at] as Row;
  const text = row.text;
  if ((text.length < 2 && !roman.test(text)) || text.length > 72) return undefined;
  const words = row.mark ? row.mark.rest : text;
  // most lines of running text have another one directly behind them
  const below = rows[at + 1] as Row | undefined;
  const beneath = below?.kind === 'blank' ? rows[pastBlanks(rows, at + 1)] : below;
  const isPart = () => article.test(words) || (text.length < 6 && roman.test(text) && isProse(beneath));
  const isArticle = below !== undefined && (before.open || before.ended) && isPart();
  if (isArticle || isCentred(row, beneath, before)) return made([row], at + 1, [], false);
  if (below?.kind === 'text' && !below.number && !below.mark) return undefined;
  // (U) Shenzhen: A New Law / (U) Dust Storms Come Early: entries below each other
  if (row.mark && before.last !== '' && below?.mark && !below.number && !endsSentence(below.text))
    return undefined;
  // END / SUMMARY.
  const role = isRoleHeading(words) && (before.open || !words.endsWith('.'));
  if (noHeading.test(words) || (!role && text.includes('. ') && sentenceInside.test(words))) return undefined;
  // Who paid? How much?
  const asks = words.endsWith('?');
  if (!role && asks && words.includes('? ')) return undefined;
  // EL FARO: When?
  const isAboveMark = before.open && below?.number?.mark !== undefined;
  if (asks && !isAboveMark && !isCapitals(words) && /^[A-Z][A-Z .'’-]{1,30}: [^"“]*$/.test(words))
    return undefined;
  // "Decree 44: a quotation begins; Who rests?": one ends
  const quote = text.indexOf('"');
  if ((quote >= 0 && quote === text.lastIndexOf('"')) || (text[0] === '“' && !text.includes('”')))
    return undefined;
  // Born: 1950 / Education: Lima; ROE: IN MAY. / DOE: WHY?
  const colon = words.endsWith(':');
  if (
    !role &&
    !(colon && before.open && isCapitals(words)) &&
    !isAboveMark &&
    labelled.test(before.last.trimStart()) &&
    (asks || !endsSentence(before.last)) &&
    labelled.test(text)
  )
    return undefined;
  // a colon heads a list, unless a numbered paragraph follows
  if (
    !role &&
    endsSentence(words) &&
    !colon &&
    !'?"”)'.includes(words[words.length - 1] ?? '') &&
    !(/(?:!|\.{3})$/.test(words) && isTitle(words)) &&
    !(words.length < 9 && before.ended && initials.test(words))
  )
    return undefined;
  // Sincerely, / Jane Doe
  if (before.last.endsWith(',') && farewell.test(before.last)) return undefined;
  // ALL 1,027 522 1,549: the row of a table whose blanks are lost
  if (figuresAtEnd.test(words)) return undefined;
  // (THE ABOVE ARE ESTIMATES.)
  if (/^\(.{20,}\.\)$/.test(words)) return undefined;
  // No: Angola, Brazil, Cuba: below another list, or what announces one
  const inList = before.last.endsWith(':') || !endsSentence(before.last);
  if (!role && inList && words.includes(',') && enumerated.test(words)) return undefined;
  if (words.includes('. .') && leaders.test(words)) return undefined;
  // 0800       Breakfast; EDUCATION:  LAW
  const titled = /["”]$/.test(text) && countryTitle.test(text);
  // DUI:  FROM UNIFORMS TO SUITS, apart between paragraphs
  const isTitleApart =
    before.open &&
    before.ended &&
    !before.capitals &&
    isCapitals(words) &&
    beneath?.number?.mark &&
    !before.last.endsWith(':');
  if (!role && text.includes('  ') && !row.item && !titled && !isTitleApart && valued.test(text))
    return undefined;
  // wrote: "Fish for all."
  if (
    /[.!]["”]$/.test(words) &&
    (before.capitals || before.last.endsWith(':') || !/^["“]/.test(words) || !isTitle(words))
  )
    return undefined;
  if (row.line.afterFurniture && !before.ended && !role) return undefined;
  const next = pastBlanks(rows, at + 1);
  if (next >= end) return undefined;
  const following = rows[next] as Row;
  const blankAfter = next > at + 1;
  // under section 501 / (C) of the code
  const marked = following.mark !== undefined && (blankAfter || text.length < 50);
  const numbered = following.number !== undefined || marked;
  if (following.kind === 'rule' && !blankAfter) return undefined;
  if (!blankAfter && !numbered) return undefined;
  if (colon && !role && (!numbered || (before.capitals && announcing.test(words)))) return undefined;
  // the first of a paragraph's lines at a page's foot is a full one
  const isShort =
    before.open &&
    before.ended &&
    text.length < 45 &&
    (following.text.length > proseWidth || (isCapitals(words) && !before.capitals)) &&
    !goesOn(following.text);
  if (following.line.afterFurniture && !numbered && blankAfter && !role && !isShort) return undefined;
  // ANNEX A is no article
  if (!role && endsOpen(words) && (before.capitals || !/^[A-Z][A-Za-z]+ A$/.test(words))) return undefined;
  const level = headingLike(words, before.capitals);
  // below the rows of a list, which end in no stop
  const isBelowRows = following.number?.mark !== undefined && firstWordLength(text) < before.room;
  if (role && !before.open && !before.ended && !row.line.afterFurniture && !isBelowRows) return undefined;
  if (role) return made([row], at + 1, [], false);
  if (before.open && (level === 'strong' || titled)) return made([row], at + 1, [], false);
  // How much? / When?; a line as long as the text's
  if (!before.open && (words.length > 60 || /^\S+\?$/.test(words))) return undefined;
  const alone =
    level === 'strong' ||
    (level !== undefined &&
      firstWordLength(text) < before.room &&
      words.length < 45 &&
      isCapitals(words) &&
      !/ENTIRE|\. /.test(words));
  // the last entry of a list whose entries end in semicolons
  const listed = !before.open && before.last.endsWith(';');
  const isClose = !blankAfter || following.line.afterFurniture === true;
  if (before.ended && isClose && numbered && alone && !listed) return made([row], at + 1, [], false);
  const isTitled = isShort && blankAfter && isKeyword(words, before);
  const isAbove = numbered || isTitled;
  // a line as long as the text's may go on with the figure below: `and paragraph` / `4. of it`
  const mayGoOn = !blankAfter && words.length > 50 && !marked && !following.number?.mark;
  // Roe asked: "Why?"
  const isWeak = level === 'weak' && !/[a-z]: ["“]/.test(words);
  if (before.open && before.ended && isAbove && isWeak && !colon && !mayGoOn)
    return made([row], at + 1, [], false);
  return undefined;
}

/** Running text: a roman number above it counts a part, above a few words an entry of a list. */
function isProse(row: Row | undefined): boolean {
  if (row?.kind !== 'text') return false;
  return row.text.length > (endsSentence(row.text) ? proseWidth / 2 : proseWidth);
}

/** A few words in capitals that name a matter; below `THE MAYOR IS:` a name, elsewhere the ends of a letter. */
function isKeyword(words: string, { last }: Before): boolean {
  if (last.endsWith(':') || !isCapitals(words) || spoken.test(words)) return false;
  return words.split(' ').length <= 5 && !farewell.test(`${words},`);
}

/** Capitals or a title in the middle of the line, behind the end of a sentence and above text that begins at the margin. */
function isCentred({ text, indent }: Row, below: Row | undefined, { ended, last }: Before): boolean {
  if (!ended || indent < farIn || text.length > 50 || text.includes('   ')) return false;
  if (below?.kind !== 'text' || below.indent >= farIn / 2 || /\S {3}/.test(below.text)) return false;
  // PARTICIPANTS: and the only one of them
  if (last.endsWith(':') && last.length < 40 && !/^[IVX]{1,4}\.?$/.test(text)) return false;
  return (
    /^[A-Z"]/.test(text) &&
    (isCapitals(text) || isTitle(text)) &&
    !/[.,;)]$/.test(text) &&
    !noHeading.test(text)
  );
}

/** A word and what it counts up; a title has AND before the last. */
const enumerated = /^[A-Z][A-Za-z]{1,20}: (?!.* (?:and|or|&) )[^,]{1,30}, [^,]{1,30}, /i;

/** A sentence ends inside: `each pledged help. It is`. */
const sentenceInside = /(?!Prof|Capt|Sept|Govt|Dept)\b[A-Za-z]{4,}\. {1,2}[A-Z(]/;

export function isRoleHeading(text: string): boolean {
  return text.length < 40 && roleWords.test(closeUp(text));
}

/** `S U M M A R Y` as one word. */
export function closeUp(text: string): string {
  return text[1] === ' ' && /^(?:[A-Z] ){3,}[A-Z]:?$/.test(text) ? text.replaceAll(' ', '') : text;
}

/** Capitals among small letters, or title case, are strong; a plain short line is weak. */
function headingLike(text: string, capitalsAround: boolean): 'strong' | 'weak' | undefined {
  // ... But Who Pays?
  const first = text.charCodeAt(text.startsWith('...') ? text.search(/[^. ]|$/) : 0);
  if (!/[A-Za-z]{2}/.test(text)) return initials.test(text) ? 'strong' : undefined;
  if (
    !(
      (first >= 65 && first <= 90) ||
      (first >= 48 && first <= 57) ||
      first === 34 ||
      first === 39 ||
      first > 0xbf
    )
  ) {
    return undefined;
  }
  if (/[a-z] (?:is|are|was|were|has|have|said|says|will) /.test(text) && !isTitle(text)) return 'weak';
  if (isCapitals(text)) return capitalsAround ? 'weak' : 'strong';
  return isTitle(text) ? 'strong' : 'weak';
}
