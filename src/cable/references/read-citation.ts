import { fullYear } from '../cable-id.ts';
import { findPost, matchPost, squeeze } from '../find-post.ts';
import { isNoStation } from './reference-kind.ts';
import type { ReferenceToken } from './reference-tokens.ts';

/** A cable cited: `07 NEW DELHI 1201 (NOTAL)` up to its number and year. */
export interface Citation {
  /** Tokens it takes: the first, and the first behind it. */
  first: number;
  end: number;
  /** Left out where the text names no post. */
  station?: string;
  serial: number;
  airgram?: true;
  /** Letters of the post were wrong, or one stood for a figure of the number. */
  repaired?: true;
  /** Four digits, where the text says it. */
  year?: number;
  /** The last number of a range: `LIMA 15-18`. */
  through?: number;
  /** Its letter in the list, where it stands behind. */
  letter?: string;
  /** Two figures behind the serial that are a year only if the whole list writes them: `LIMA 01234 99`. */
  bareYear?: { year: number; end: number };
}

export interface CitationContext {
  /** Four-digit year of the cable: a year in a citation is hardly later. */
  year?: number;
  /** The cable's own station, for EMBTEL. */
  station?: string;
  /** The cable's own serial. */
  serial?: number;
  /** The citation may be a number alone: it stands behind a comma, AND, or a letter. */
  mayBeBare: boolean;
  /** A post in no table may be read: nothing but a separator stands before. */
  mayBeUnknown: boolean;
}

const mostWords = 6;
/** The name of a month, whole or short. */
export const month =
  /^(?:JAN(?:UARY)?|FEB(?:RUARY)?|MAR(?:CH)?|APR(?:IL)?|MAY|JUNE?|JULY?|AUG(?:UST)?|SEPT?(?:EMBER)?|OCT(?:OBER)?|NOV(?:EMBER)?|DEC(?:EMBER)?)$/i;
const fillers = new Set([
  'WASHDC',
  'WASHINGTON',
  'AIRGRAM',
  'CABLE',
  'CABLES',
  'TELEGRAM',
  'TELEGRAMS',
  'TEL',
  'TELS',
  'NO',
  'NOS',
  'NR',
  'NUMBER',
  'MSG',
  'MESSAGE',
]);
const fillerSigns = new Set(['#', ':', '.', '-', '/']);

/** Reads the cable cited at a token, if one is; `limit` is the first token that belongs to another item. */
export function readCitation(
  tokens: readonly ReferenceToken[],
  first: number,
  limit: number,
  context: CitationContext,
): Citation | undefined {
  const bracketed = yearInBrackets(tokens, first, limit, context);
  if (bracketed) return bracketed;
  let at = first;
  // CABLE LIMA 12, RPTD STATE 113, BOTH LIMA 12 AND 13, CF. LIMA 12
  if (/^CF$/i.test(tokens[at]?.text ?? '')) at += tokens[at + 1]?.text === '.' ? 2 : 1;
  if (
    /^(?:CABLE|TELEGRAM|MESSAGE|RPTD?|BOTH|ALDAC)$/i.test(tokens[at]?.text ?? '') &&
    tokens[at + 1]?.kind !== 'number'
  )
    at += 1;
  if (tokens[at]?.text === "'" || tokens[at]?.text === '’') at += 1;
  const token = tokens[at];
  if (!token || token.kind === 'sign' || isPaper(tokens, at)) return undefined;
  const found = readAt(tokens, first, at, token, context);
  if (found && found.end <= limit) return found;
  // LIMA 95, 99 / B. QUITO 5: no year of what the next item cites
  return found && token.kind === 'number' && context.mayBeBare
    ? readBare(tokens, first, at, context)
    : undefined;
}

/** `AC/281-WP(75)12`: a committee's paper, the parts of whose number stand without a blank. */
function isPaper(tokens: readonly ReferenceToken[], at: number): boolean {
  const parts = tokens.slice(at, at + 4);
  const [word, stroke, number, sign] = parts.map(({ text }) => text);
  return (
    (word?.length ?? 9) < 4 &&
    stroke === '/' &&
    /^\d+$/.test(number ?? '') &&
    /^[-(/]$/.test(sign ?? '') &&
    parts.every((part, index) => index === 0 || part.start === parts[index - 1]?.end)
  );
}

function readAt(
  tokens: readonly ReferenceToken[],
  first: number,
  from: number,
  token: ReferenceToken,
  context: CitationContext,
): Citation | undefined {
  let at = from;
  if (token.kind === 'mixed') {
    const compact = readCompact(token.text, context);
    if (compact) return finish(tokens, { first, end: at + 1, ...compact }, context);
  }
  let year: number | undefined;
  let glued: string | undefined;
  if (token.kind === 'number') {
    // E-MAIL OF 05/12/09, TDX-315/12345-09 and a post behind it
    const sign = tokens[at - 1];
    const isPart = sign?.end === token.start && /^[/-]$/.test(sign.text) && tokens[at - 2]?.kind === 'number';
    year = isPart ? undefined : asYear(token.text, context);
    // 07-CARACAS-1234, 07/CARACAS/1234, 07: CARACAS 1234
    const dash = /^[-/:]$/.test(tokens[at + 1]?.text ?? '') ? 1 : 0;
    const next = tokens[at + 1 + dash];
    if (year !== undefined && isGlued(next)) {
      const compact = readCompact(next?.text ?? '', context);
      if (compact) return finish(tokens, { first, end: at + 2 + dash, ...compact, year }, context);
    }
    // LIMA 66, 71, 75 B. QUITO 12: the letter of the next item is no post's
    const isLetter =
      context.mayBeBare && next?.text.length === 1 && /^[.):]$/.test(tokens[at + 2 + dash]?.text ?? '');
    if (year !== undefined && !isLetter && (next?.kind === 'word' || isGlued(next))) at += 1 + dash;
    else return context.mayBeBare ? readBare(tokens, first, at, context) : undefined;
  } else if (token.kind === 'mixed') {
    // 08STATE 12345
    const parts = /^((?:19|20)?\d\d)([A-Za-z][A-Za-z'’-]+)$/.exec(token.text);
    if (!parts) return readAirgramOrNothing(tokens, first, at, context);
    year = asYear(parts[1] ?? '', context);
    glued = parts[2];
    if (year === undefined) return undefined;
  }
  const post = readPost(tokens, at, glued, year, context);
  if (!post)
    return year !== undefined && context.mayBeBare ? readBare(tokens, first, first, context) : undefined;
  // PARIS 07 1234, PARIS 2007 1234: the year between post and number
  const between = year === undefined ? yearBetween(tokens, post.end, context) : undefined;
  const isBracketed = tokens[post.end]?.text === '(';
  const number = between === undefined ? post.end : post.end + (isBracketed ? 3 : 1);
  const cited = readSerial(tokens, number, false, context.year);
  if (!cited) return undefined;
  year ??= between;
  return finish(
    tokens,
    {
      first,
      end: cited.end,
      station: post.station,
      serial: cited.serial,
      airgram: cited.airgram,
      repaired: post.repaired || cited.repaired,
      year,
    },
    context,
  );
}

function yearBetween(
  tokens: readonly ReferenceToken[],
  at: number,
  context: CitationContext,
): number | undefined {
  const isBracketed = tokens[at]?.text === '(' && tokens[at + 2]?.text === ')';
  const [token, next] = isBracketed ? [tokens[at + 1], tokens[at + 3]] : [tokens[at], tokens[at + 1]];
  if (token?.kind !== 'number' || next?.kind !== 'number') return undefined;
  // LIMA 08 12 of 2009: what stands behind can be no year
  if (next.text.length < 3 && (next.text.length < 2 || asYear(next.text, context) !== undefined))
    return undefined;
  if (!/^0\d$|^(?:19|20)\d\d$/.test(token.text) || /^(?:19|20)\d\d$/.test(next.text)) return undefined;
  return asYear(token.text, context);
}

/** `(07) PARIS 123`: the year stands in brackets before the post. */
function yearInBrackets(
  tokens: readonly ReferenceToken[],
  first: number,
  limit: number,
  context: CitationContext,
): Citation | undefined {
  if (tokens[first]?.text !== '(' || tokens[first + 2]?.text !== ')') return undefined;
  const year =
    tokens[first + 1]?.kind === 'number' ? asYear(tokens[first + 1]?.text ?? '', context) : undefined;
  const behind = tokens[first + 3];
  if (year === undefined || behind?.kind !== 'word') return undefined;
  const cited = readCitation(tokens, first + 3, limit, { ...context, mayBeBare: false });
  return cited && cited.year === undefined ? { ...cited, first, year } : undefined;
}

/** A word that runs into its number: `STATE12345`. */
function isGlued(token: ReferenceToken | undefined): boolean {
  return token?.kind === 'mixed' && /^[A-Za-z][A-Za-z'’-]{2,}0?\d{1,7}$/.test(token.text);
}

/** A year of two or four figures, if a cable of that year can be cited. */
function asYear(text: string, { year }: CitationContext): number | undefined {
  if (text.length !== 2 && text.length !== 4) return undefined;
  const number = Number(text);
  if (text.length === 4 && (number < 1940 || number > 2059)) return undefined;
  const full = text.length === 4 ? number : fullYear(number);
  return year !== undefined && full > year + 1 ? undefined : full;
}

/** `08LIMA12`, `STATE12345`. */
function readCompact(
  text: string,
  context: CitationContext,
): Pick<Citation, 'station' | 'serial' | 'year' | 'repaired'> | undefined {
  const parts = /^((?:19|20)?\d\d)?([A-Za-z][A-Za-z'’-]*[A-Za-z])(0?\d{1,7})$/.exec(text);
  // C-AL9-00123 is the number of a request.
  if (!parts || text[1] === '-') return undefined;
  const [, written, name = '', digits = ''] = parts;
  const year = written === undefined ? undefined : asYear(written, context);
  if ((written !== undefined && year === undefined) || isNoStation(name)) return undefined;
  const known = findPost(name, { year: year ?? context.year });
  if (!known?.station && (written === undefined || name.length < 3)) return undefined;
  const near = known?.station ? undefined : findPost(name, { year: year ?? context.year, near: 1 })?.station;
  const station = known?.station || near || squeeze(name);
  const serial = Number(digits);
  return serial > 0 ? { station, serial, year, repaired: near ? true : undefined } : undefined;
}

/** A number alone: the post is to be taken from the item before, or the cable. */
function readBare(
  tokens: readonly ReferenceToken[],
  first: number,
  at: number,
  context: CitationContext,
): Citation | undefined {
  const cited = readSerial(tokens, at, true);
  // STATE 12, 14 MAR 09; STATE 12, 9 FAM 41; STATE 12, 2008 TIP REPORT
  const next = cited ? tokens[cited.end] : undefined;
  const behind = next?.text ?? '';
  const isTitle =
    next?.kind === 'word' && behind.length > 2 && !/^(?:AND|NOTAL|EXDIS|NODIS|PARAS?)$/i.test(behind);
  if (isTitle && /^(?:19|20)\d\d$/.test(tokens[at]?.text ?? '')) return undefined;
  if (month.test(behind) || /^(?:FAM|FAH|CFR|USC)$/i.test(behind)) return undefined;
  return cited ? finish(tokens, { first, end: cited.end, serial: cited.serial }, context) : undefined;
}

function readAirgramOrNothing(
  tokens: readonly ReferenceToken[],
  first: number,
  at: number,
  context: CitationContext,
): Citation | undefined {
  if (!context.mayBeUnknown) return undefined;
  const digits = /^A-?(\d{1,5})$/.exec(tokens[at]?.text ?? '')?.[1];
  return digits ? { first, end: at + 1, serial: Number(digits), airgram: true } : undefined;
}

/** The post at a token, known or, where it may be, unknown. */
function readPost(
  tokens: readonly ReferenceToken[],
  at: number,
  glued: string | undefined,
  year: number | undefined,
  context: CitationContext,
): { station: string; end: number; repaired?: true | undefined } | undefined {
  const words: string[] = [];
  const ends: number[] = [];
  for (let index = at; words.length < mostWords; ) {
    const token = tokens[index];
    const text = index === at && glued !== undefined ? glued : token?.text;
    if (!token || text === undefined || (token.kind !== 'word' && !(index === at && glued !== undefined)))
      break;
    // A word with the number run into it is the last.
    words.push(text);
    index += 1;
    // ST. PETERSBURG, U.S. MISSION, PORT - AU - PRINCE
    const sign = tokens[index]?.text;
    if ((sign === '.' && text.length <= 2) || (sign === '-' && tokens[index + 1]?.kind === 'word'))
      index += 1;
    ends.push(index);
  }
  const when = year ?? context.year;
  const tel = /^(DEP|EMB|CON|MIS)TELS?$/i.exec(words[0] ?? '')?.[1]?.toUpperCase();
  if (tel) {
    const station = tel === 'DEP' ? 'STATE' : context.station;
    return station === undefined ? undefined : { station, end: ends[0] ?? at + 1 };
  }
  // MY 1234, POST'S 1234, EMBASSY 1234: the own post's
  const isOwn =
    /^(?:MY|OUR|POST)(?:TELS?)?(?:['’]S)?$/i.test(words[0] ?? '') ||
    (words.length === 1 && /^EMBASSY$/i.test(words[0] ?? '') && context.station !== 'STATE');
  if (isOwn && context.station !== undefined) {
    return { station: context.station, end: ends[0] ?? at + 1 };
  }
  const match = matchPost(words.map(withoutPossessive), 0, when);
  if (match) {
    const end = ends[match.words - 1] ?? at + 1;
    const isYear = tokens[end]?.text === '(' && tokens[end + 2]?.text === ')';
    if (readSerial(tokens, isYear ? end + 3 : end, false, context.year))
      return match.station === ''
        ? unknown(words.slice(0, match.words), end)
        : { station: match.station, end };
  }
  if (words.length === 0) {
    // 08 STATE12345 is read as a mixture
    const parts = /^([A-Za-z][A-Za-z'’-]{2,}?)(\d{1,7})$/.exec(tokens[at]?.text ?? '');
    return parts ? undefined : undefined;
  }
  if (!context.mayBeUnknown && year === undefined) return undefined;
  // A post in no table: up to four words in capitals, right before the number.
  const count = words.length;
  const end = ends[count - 1] ?? at + count;
  if (count > 4 || !readSerial(tokens, end)) return undefined;
  if (words.some((word) => isNoStation(word) || !/^[A-Z]/.test(word))) {
    // THE HGUE, POT OF SPAIN; PARAS 3 is not Paris
    const near = count > 1 ? findPost(words.join(' '), { year: when, near: 1 }) : undefined;
    return near?.how === 'near' && near.station ? { station: near.station, end, repaired: true } : undefined;
  }
  if (words.every((word) => fillers.has(word.toUpperCase()))) return undefined;
  const post = unknown(words, end, when);
  return year === undefined && !post?.repaired && isSymbol(tokens, end) ? undefined : post;
}

/** `DS-4071`, `GOV/2009/8`: the sign before the number stands without blanks, as in a form's or document's. */
function isSymbol(tokens: readonly ReferenceToken[], at: number): boolean {
  const [before, sign, number] = tokens.slice(at - 1, at + 2);
  return /^[-/]$/.test(sign?.text ?? '') && sign?.start === before?.end && sign?.end === number?.start;
}

function unknown(
  words: readonly string[],
  end: number,
  year?: number,
): { station: string; end: number; repaired?: true | undefined } | undefined {
  const name = words.map(withoutPossessive).join(' ');
  // One wrong letter, or two in a long name.
  const wrong = name.length >= 9 ? 2 : 1;
  const when = year === undefined ? {} : { year };
  const match = findPost(name, { ...when, near: wrong });
  const near = match?.station || inOtherOrder(words, when);
  const bare = squeeze(name).replace(/^(?:AMEMBASSY|AMCONSUL|EMBASSY|USMISSION|CONSULATE)(?=[A-Z]{3})/, '');
  const station = near || bare;
  if (station.length < 2 || isNoStation(station)) return undefined;
  return { station, end, repaired: match?.station && match.how === 'near' ? true : undefined };
}

/** `HONG KONG CONGEN`, `BRUSSELS USEU`: what kind of post it is stands at the wrong end, or is no part of its name. */
function inOtherOrder(words: readonly string[], when: { year?: number }): string | undefined {
  if (words.length < 2) return undefined;
  const [first = '', last = ''] = [words[0], words.at(-1)];
  const [behind, before] = [words.slice(1), words.slice(0, -1)];
  const isKind = (word: string) => /^(?:AM)?(?:CONGEN|CONSULATE|CONSUL|EMBASSY|EMB|MISSION)$/i.test(word);
  const rest = isKind(first) ? behind : isKind(last) ? before : [last, ...before];
  return findPost(rest.join(' '), when)?.station;
}

function withoutPossessive(word: string): string {
  return word.replace(/['’]S$/i, '');
}

/** The serial at a token, over words such as CABLE and NO.; not a date, not a DTG, but `BAKU 12/09` where `ownYear` is 2009. */
function readSerial(
  tokens: readonly ReferenceToken[],
  from: number,
  bare = false,
  ownYear?: number,
): { serial: number; end: number; airgram?: true; repaired?: true | undefined } | undefined {
  let at = from;
  for (let steps = 0; !bare && steps < 3; steps += 1) {
    const token = tokens[at];
    if (token && (fillerSigns.has(token.text) || fillers.has(token.text.toUpperCase()))) at += 1;
    else break;
  }
  const token = tokens[at];
  if (!token) return undefined;
  if (token.kind === 'mixed') {
    const airgram = /^A-?(\d{1,5})$/.exec(token.text)?.[1];
    if (airgram && !bare) return { serial: Number(airgram), end: at + 1, airgram: true };
    // O for zero, l for one
    if (!/^[\dOol]{2,7}$/.test(token.text) || !/\d/.test(token.text)) return undefined;
  } else if (token.kind !== 'number') return undefined;
  const digits = token.text.replaceAll('l', '1').toUpperCase().replaceAll('O', '0');
  if (digits.length > 8) return undefined;
  const sign = tokens[at + 1];
  const next = tokens[at + 2];
  const touches = sign?.start === token.end && next?.start === sign?.end;
  // 02/03/07, 9/12; but 12/13/14 are three
  const isShort = next?.kind === 'number' && digits.length <= 2 && next.text.length <= 2;
  if (touches && sign?.text === '/' && isShort && tokens[at - 1]?.text !== '/' && !isRow(tokens, at)) {
    const age = ownYear === undefined || next.text.length < 2 ? -1 : ownYear - fullYear(Number(next.text));
    if ((age !== 0 && age !== 1) || tokens[at + 3]?.text === '/') return undefined;
  }
  // OSLO 12 MAY 2008 is a day, OSLO 12 MAY 5 a number and a day
  if (digits.length <= 2 && sign && month.test(sign.text) && !/^[1-9]\d?$/.test(next?.text ?? ''))
    return undefined;
  // 9 FAM 41.1, 314/12345-07
  if (touches && sign?.text === '.' && next?.kind === 'number') return undefined;
  let serial = Number(digits);
  let end = at + 1;
  // 12,345
  if (
    touches &&
    sign?.text === ',' &&
    next?.kind === 'number' &&
    next.text.length === 3 &&
    digits.length <= 3
  ) {
    const after = tokens[at + 3];
    const runsOn = after?.text === ',' && after.start === next.end;
    const follows = digits.length === 3 && Number(next.text) > serial && Number(next.text) - serial < 100;
    if (!runsOn && !follows && !digits.startsWith('0')) {
      serial = serial * 1000 + Number(next.text);
      end = at + 3;
    }
  }
  if (serial === 0) return undefined;
  const repaired = token.kind === 'mixed' ? true : undefined;
  return /^AIRGRAM$/i.test(tokens[at - 1]?.text ?? '')
    ? { serial, end, airgram: true, repaired }
    : { serial, end, repaired };
}

/** Three numbers between slashes that follow one another: `12/13/14`. */
function isRow(tokens: readonly ReferenceToken[], at: number): boolean {
  const [first, second, third] = [at, at + 2, at + 4].map((place) => Number(tokens[place]?.text));
  return tokens[at + 3]?.text === '/' && second === (first ?? 0) + 1 && third === second + 1;
}

/** Adds what stands behind the serial: the end of a range; the year in brackets, behind a slash or dash, or bare. */
function finish(tokens: readonly ReferenceToken[], written: Citation, context: CitationContext): Citation {
  const citation = behindDash(tokens, written, context);
  if (citation.year !== undefined) return citation;
  const at = citation.end;
  const open = tokens[at]?.text;
  if (open === '(' || open === '[') {
    // KABUL 12 AND 13 (BOTH 2008)
    let inside = at + (/^(?:BOTH|ALL)$/i.test(tokens[at + 1]?.text ?? '') ? 2 : 1);
    if (tokens[inside]?.text === "'" || tokens[inside]?.text === '’') inside += 1;
    const close = tokens[inside + 1]?.text;
    const year =
      tokens[inside]?.kind === 'number'
        ? asYear(tokens[inside]?.text ?? '', {} as CitationContext)
        : undefined;
    if (year !== undefined && (close === ')' || close === ']')) return { ...citation, year, end: inside + 2 };
    return citation;
  }
  const next = tokens[at];
  const slashed = open === '/' ? tokens[at + 1] : undefined;
  if (slashed?.kind === 'number' && slashed.text.length === 2) {
    const year = asYear(slashed.text, context);
    return year === undefined ? citation : { ...citation, year, end: at + 2 };
  }
  if (next?.kind === 'number' && (next.text.length === 2 || /^(?:19|20)\d\d$/.test(next.text))) {
    // A number before a name is the next citation's year.
    const isLetter = tokens[at + 1]?.text.length === 1 && /^[.):]$/.test(tokens[at + 2]?.text ?? '');
    if (!isLetter && (tokens[at + 1]?.kind === 'word' || tokens[at + 1]?.kind === 'mixed')) {
      const word = tokens[at + 1]?.text.toUpperCase() ?? '';
      if (!isNoStation(word)) return citation;
    }
    const year = asYear(next.text, context);
    if (year === undefined) return citation;
    const after = tokens[at + 1];
    // QUITO 0100 2006: four figures at the end of an item need no list that writes them throughout
    if (next.text.length === 4 && (isLetter || !after || /^[;(,]$/.test(after.text)))
      return { ...citation, year, end: at + 1 };
    return { ...citation, bareYear: { year, end: at + 1 } };
  }
  return citation;
}

/** `LIMA 07-234`, `LIMA 2008-12`: the year stands before the dash, this one or the last. */
function yearInFront(
  tokens: readonly ReferenceToken[],
  { end, station }: Citation,
  context: CitationContext,
): number | undefined {
  const [written = '', serial = ''] = [tokens[end - 1]?.text, tokens[end + 1]?.text];
  if (station === undefined || context.year === undefined || Number(serial) === 0) return undefined;
  const far = Number(serial) < Number(written) || Number(serial) > Number(written) + longestRange;
  const isYear = written.length === 4 ? serial.length < 4 || far : /^0\d$/.test(written) && serial.length > 1;
  const year = isYear ? asYear(written, context) : undefined;
  if (year === undefined || (written.length === 4 && context.year - year > 1)) return undefined;
  const isNumber = serial.length < 4 && (context.serial ?? 0) >= Number(written);
  return written.length === 4 && isNumber ? undefined : year;
}

/** `LIMA 200 - LIMA 210`: the post is named again before the last number. */
function throughSamePost(
  tokens: readonly ReferenceToken[],
  citation: Citation,
  context: CitationContext,
): Citation {
  if (citation.station === undefined) return citation;
  const post = readPost(tokens, citation.end + 1, undefined, citation.year, {
    ...context,
    mayBeUnknown: false,
  });
  const last = post?.station === citation.station ? readSerial(tokens, post.end) : undefined;
  const isRange = last && last.serial > citation.serial && last.serial - citation.serial <= longestRange;
  return isRange ? { ...citation, through: last.serial, end: last.end } : citation;
}

const rangeWord = /^(?:[-–]|THROUGH|THRU|TO)$/i;
const longestRange = 30;

/** `LIMA 15-18`, `STATE 12345-47` are a range, `LIMA 3214-08` a year; where it could be either, a year of late, or left alone. */
function behindDash(
  tokens: readonly ReferenceToken[],
  citation: Citation,
  context: CitationContext,
): Citation {
  const [sign, token, after] = tokens.slice(citation.end, citation.end + 3);
  // PARIS 05/2222
  const isSlashed = sign?.text === '/' && token?.kind === 'number' && token.text.length > 2;
  if (!sign || !token || (!isSlashed && !rangeWord.test(sign.text))) return citation;
  if (token.kind !== 'number') return throughSamePost(tokens, citation, context);
  if (token.text.length > 7 || (after && (month.test(after.text) || after.text === '/'))) return citation;
  const front =
    /^[-/]$/.test(sign.text) && citation.year === undefined
      ? yearInFront(tokens, citation, context)
      : undefined;
  if (front !== undefined)
    return { ...citation, year: front, serial: Number(token.text), end: citation.end + 2 };
  if (isSlashed) return citation;
  const serial = String(citation.serial);
  const short = token.text.length < serial.length;
  const through = Number(short ? serial.slice(0, -token.text.length) + token.text : token.text);
  const isRange = through > citation.serial && through - citation.serial <= longestRange;
  const mayBeYear =
    sign.kind === 'sign' &&
    sign.start === tokens[citation.end - 1]?.end &&
    citation.year === undefined &&
    (short || /^0\d$/.test(token.text));
  const year = mayBeYear ? asYear(token.text, context) : undefined;
  const end = citation.end + 2;
  if (year === undefined) return isRange ? { ...citation, through, end } : citation;
  // LIMA 1200-08: of the last years the year is meant rather than eight cables more
  const isRecent = context.year !== undefined && context.year - year <= 2;
  return isRange && !isRecent ? citation : { ...citation, year, end };
}
