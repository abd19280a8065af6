import {
  changesMeaning,
  findTag,
  meantTag,
  tagCodes,
  tagFrequency,
  tagKind,
  tagName,
} from '../../data/tag-kind.ts';
import type { Tag } from '../cable.ts';
import type { CableContext } from '../context.ts';
import type { Report } from '../diagnostics.ts';
import { cutLine, inlineEnd, opensField } from '../lines/inline-label.ts';
import { type Line, linesOf } from '../lines/line.ts';
import { withinLimit } from '../lines/within-limit.ts';
import { nearestWords } from '../nearest-words.ts';
import { isCountry } from './name-words.ts';
import { splitTags } from './split-tags.ts';
import { type TagToken, tagTokens, withoutLinks } from './tag-tokens.ts';

// Subjects behind which people are named: visits, travel, persons. Source: 1974 TAGS handbook.
const personSubjects = new Set(['OVIP', 'OREP', 'OTRA', 'OEXC', 'PINR', 'PREL']);
const captionWords = new Set(['SIPDIS', 'NOFORN', 'EXDIS', 'NODIS', 'LIMDIS', 'STADIS', 'SENSITIVE']);
// Tags of several words, seen in published cables; kind unknown.
const phrases = new Set([
  'HUMAN RIGHTS',
  'FOREIGN POLICY',
  'COUNTER TERRORISM',
  'DOMESTIC POLITICS',
  'GOI INTERNAL',
  'GOI EXTERNAL',
  'ISRAELI PALESTINIAN AFFAIRS',
  'ISRAEL RELATIONS',
  'GAZA DISENGAGEMENT',
  'SETTLEMENTS',
  'MEDIA REACTION REPORT',
  'MEDIA REACTION',
  'COUNTRY CLEARANCE',
  'USEU BRUSSELS',
  'IRAQI FREEDOM',
  'POLITICAL PARTIES',
  'NEW ZEALAND',
]);
// CODEL DOE, STAFFDEL ROE: a delegation named for one person
const delegations = new Set(['CODEL', 'STAFFDEL', 'NODEL']);
// TAGS: N/A
const NONE = /^[ \t]*(?:N\/A|NONE|NIL)\.?[ \t]*$/i;
const longestPhrase = 4;
const mostLines = 60;
// No list of tags is longer; what stands behind is handed back.
const mostCharacters = 6_000;
// How often a code must have been seen for a misspelt one to be read as it.
const frequent = 20;
const nearCode = nearestWords(
  [...tagCodes()].filter(
    (code) =>
      /^[A-Z]{4}$/.test(code) && tagFrequency(code) >= frequent && findTag(code)?.kind !== 'organization',
  ),
);

/**
 * Reads the codes of a TAGS line: subjects, countries, organizations, programs and people.
 *
 * An unknown code is kept as written and reported. Codes run together are split, misspelt ones repaired if one frequent
 * code alone is near; `raw` then keeps what the sender wrote. Source: 1974 TAGS handbook; 5 FAH-3.
 */
export function parseTags(lines: Line[], ctx: CableContext, report: Report): { value: Tag[]; rest: Line[] } {
  const { own, rest } = withinLimit(takeLines(lines), mostCharacters);
  const span = linesOf(own);
  if (own.length === 1 && NONE.test(own[0]?.text ?? '')) return { value: [], rest };
  const tokens = tagTokens(own.map((line) => withoutLinks(line.text)).join(' '));
  const tags = new Map<string, Tag>();
  const slipped: string[] = [];
  const add = (tag: Tag) => {
    const known = tags.get(tag.code);
    if (!known) tags.set(tag.code, tag);
    // A tag written twice is one tag; its words are kept.
    else known.raw = `${known.raw ?? known.code} ${tag.raw ?? tag.code}`;
  };
  let lastSubject: string | undefined;
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at] as TagToken;
    if (token.bracketed) {
      // (U) PREL: a mark before the first code, or behind the last
      if ((tags.size > 0 && at < tokens.length - 1) || !/^(?:U|C|S|SBU)$/i.test(token.text))
        for (const part of token.text.split(/;|,?[ \t]AND[ \t](?=[^,;]+,)/i))
          for (const tag of readBracket(part, ctx, lastSubject !== undefined)) add(tag);
      at += 1;
      continue;
    }
    const { word } = token;
    if (word === '') {
      at += 1;
      continue;
    }
    if (captionWords.has(word)) {
      slipped.push(token.text);
      at += 1;
      continue;
    }
    const parted = partedAt(tokens, at, ctx.year);
    if (parted) {
      report('tag-repaired', span, { raw: parted.raw, detail: `${parted.raw} is read as ${parted.code}.` });
      add(named(parted.code, ctx, parted.raw));
      lastSubject = personSubjects.has(parted.code) ? parted.code : undefined;
      at += parted.words;
      continue;
    }
    // PREL AND PGOV
    const before = word === 'AND' || word === '&' || word === '+' ? [...tags.values()].at(-1) : undefined;
    if (before && (word === '+' || isCode(tokens[at + 1]?.word ?? ''))) {
      before.raw = `${before.raw ?? before.code} ${token.text}`;
      at += 1;
      continue;
    }
    const phrase = phraseAt(tokens, at, ctx.year) ?? topicAt(tokens, at, ctx.year);
    if (phrase) {
      add(phrase.tag);
      if (phrase.tag.kind === 'unknown')
        report('tag-unknown', span, { raw: phrase.tag.code, detail: `${phrase.tag.code}.` });
      at += phrase.words;
      continue;
    }
    const person = lastSubject === undefined ? undefined : personAt(tokens, at, ctx.year);
    if (person) {
      report('tag-person-guessed', span, { raw: person.raw, detail: `${person.code}.` });
      add({ code: person.code, kind: 'person', raw: person.raw });
      at += person.words;
      continue;
    }
    const item = itemAt(tokens, at, ctx.year);
    if (item) {
      report('tag-unknown', span, { raw: item.code, detail: `${item.code}.` });
      add({ code: item.code, kind: 'unknown' });
      at += item.words;
      continue;
    }
    const read = readCode(word, token.text, ctx, span, report);
    for (const tag of read) add(tag);
    const last = read.at(-1)?.code ?? '';
    lastSubject = personSubjects.has(last) ? last : undefined;
    at += 1;
  }
  const left = slipped.length ? [{ text: slipped.join(' '), number: span[0] }, ...rest] : rest;
  return { value: [...tags.values()], rest: left };
}

/** The lines of the field: the first, and those that go on with it. */
function takeLines(lines: readonly Line[]): { own: Line[]; rest: Line[] } {
  const own: Line[] = [];
  let at = 0;
  for (; at < lines.length; at += 1) {
    const line = lines[at] as Line;
    const text = line.text.trim();
    const before = own.at(-1)?.text.trim() ?? '';
    if (own.length >= mostLines) break;
    if (at > 0) {
      if (text === '') {
        const next = lines[at + 1]?.text.trim() ?? '';
        if ((before === '' || /[,;]$/.test(before)) && next !== '' && isTagLine(next)) continue;
        break;
      }
      if (opensField(text)) break;
      const open = before.lastIndexOf('(') > before.lastIndexOf(')');
      // tags in small letters go on in small letters
      const next = own.some(({ text: above }) => /[A-Z]/.test(above)) ? text : text.toUpperCase();
      const goesOn =
        (/[,;]$/.test(before) && !isOther(text)) ||
        breaksCode(before, text) ||
        (open && /^[^():]{0,60}\)/.test(text)) ||
        isTagLine(next.slice(0, endIn(text)).trim());
      if (!goesOn) break;
    }
    const end = endIn(line.text);
    if (end !== undefined) {
      const [head, after] = cutLine(line, end);
      own.push(head);
      return { own, rest: after ? [after, ...lines.slice(at + 1)] : lines.slice(at + 1) };
    }
    own.push(line);
  }
  return { own, rest: lines.slice(at) };
}

/** Where another field begins inside a line: `PREL, PE SUBJECT: X`, also without the colon, for SUBJECT is no tag. */
function endIn(text: string): number | undefined {
  const end = inlineEnd(text, 0, /^TAG/i);
  const subject = text.includes(' SUBJECT ') ? text.indexOf(' SUBJECT ') + 1 : undefined;
  return subject !== undefined && (end === undefined || subject < end) ? subject : end;
}

/** A line that cannot be tags: a colon, a run of digits, a word in small letters, a caption alone. */
function isOther(text: string): boolean {
  return (
    text.includes(':') ||
    /\d{3}/.test(text) ||
    /(?:^|[ \t])[a-z]{3,}/.test(text) ||
    /\bSECTION\b|^UNCLAS|^(?:CONFIDENTIAL|SECRET|SIPDIS|NOFORN|SENSITIVE)\b/.test(text) ||
    /(?:^| )[A-Z](?: [A-Z]){3}/.test(text)
  );
}

/** A code broken at the line's end, and more codes or nothing behind it: `PARM KNN` and `P IR`. */
function breaksCode(before: string, text: string): boolean {
  const last = /(?:^|[ ,;])([A-Z]{1,3})$/.exec(before)?.[1];
  const first = last && /^[A-Z]{1,3}(?![A-Z])/.exec(text)?.[0];
  if (first && text === first && `${last}${first}`.length === 2)
    return findTag(`${last}${first}`)?.kind === 'country';
  if (!first || last.length + first.length !== 4 || (isCode(last) && isCode(first))) return false;
  const behind = text.slice(first.length).replace(/^[ \t,;]+/, '');
  return tagFrequency(last + first) >= frequent && (behind === '' || isTagLine(behind));
}

/** A line of known codes and bracketed names only. */
function isTagLine(text: string): boolean {
  if (text.length > 200 || isOther(text)) return false;
  const tokens = tagTokens(withoutLinks(text));
  return (
    tokens.length > 0 &&
    tokens.every((token) =>
      token.bracketed
        ? token.text.includes(',') || isCode(token.word)
        : token.word === '' || token.word.split('/').every((word) => isCode(word) && !captionWords.has(word)),
    )
  );
}

/** Whether a line without label is a TAGS line all the same: codes only, two of them subjects. */
export function isTagList(text: string): boolean {
  if (!isTagLine(text)) return false;
  const subjects = tagTokens(text).filter(
    ({ text: code }) => code.length === 4 && tagKind(code) === 'subject',
  );
  return subjects.length > 1;
}

function isCode(word: string): boolean {
  return findTag(word) !== undefined;
}

// EIND (SAMPLE OIL COMPANY)
const company =
  /. (?:AIRLINES?|AIRWAYS|BANK|CO|COMPANY|CORP|CORPORATION|GROUP|INC|INTERNATIONAL|LLC|LTD|OIL|STEEL)\.?$/;

/** A name or codes in brackets. */
function readBracket(text: string, ctx: CableContext, afterPeople: boolean): Tag[] {
  const words = text
    .toUpperCase()
    .replace(/[ \t]+/g, ' ')
    .trim();
  const raw = `(${text})`;
  if (words === '') return [];
  const items = words.split(/ ?, ?/);
  if (items.every((item) => findTag(item, ctx.year)) && items.some((item) => tagKind(item) === 'subject'))
    return items.map((item) => named(item, ctx, items.length > 1 ? `(${item})` : raw));
  // OVIP (DOE, JANE, PREL: the bracket is not closed behind the name
  if (items.length > 2 && items.slice(2).every((item) => item.length > 1 && findTag(item, ctx.year)))
    return [
      { code: items.slice(0, 2).join(', '), kind: 'person' },
      ...items.slice(2).map((item) => named(item, ctx)),
    ];
  if (words.includes(',')) return [{ code: words.replace(/ ?, ?/, ', '), kind: 'person', raw }];
  const row = afterPeople && isRareOrganization(words, ctx.year) ? undefined : findTag(words, ctx.year);
  if (row) return [named(words, ctx, raw)];
  const parts = words.split(' ');
  if (parts.length > 1 && parts.every((part) => findTag(part, ctx.year))) {
    return parts.map((part) => named(part, ctx, `(${part})`));
  }
  // PGOV (INTERNAL GOVERNMENTAL AFFAIRS): what the code means
  if (parts.length > 1 && (topicWord.test(parts[0] ?? '') || topicEnd.test(words)))
    return [{ code: words, kind: 'unknown', raw }];
  if (company.test(words)) return [{ code: words, kind: 'organization', raw }];
  const [surname = '', ...given] = parts;
  return [{ code: given.length ? `${surname}, ${given.join(' ')}` : surname, kind: 'person', raw }];
}

function named(code: string, ctx: CableContext, raw?: string): Tag {
  const tag: Tag = { code, kind: tagKind(code, ctx.year) };
  const name = tagName(code, ctx.year);
  if (name) tag.name = name;
  if (raw !== undefined && raw !== code) tag.raw = raw;
  return tag;
}

/** A tag of several words that begins at a token. */
function phraseAt(
  tokens: readonly TagToken[],
  at: number,
  year?: number,
): { tag: Tag; words: number } | undefined {
  let text = tokens[at]?.word ?? '';
  let found: { tag: Tag; words: number } | undefined;
  if (phrases.has(text)) found = { tag: { code: text, kind: 'unknown' }, words: 1 };
  for (let count = 2; count <= longestPhrase; count += 1) {
    const next = tokens[at + count - 1];
    if (!next || next.afterSeparator || next.bracketed) break;
    text = `${text} ${next.word}`;
    const row = findTag(text, year);
    if (row)
      found = { tag: { code: text, kind: row.kind, ...(row.name ? { name: row.name } : {}) }, words: count };
    else if (phrases.has(text)) found = { tag: { code: text, kind: 'unknown' }, words: count };
  }
  if (found) return found;
  const member = tokens[at + 1];
  if (delegations.has(tokens[at]?.word ?? '') && member && !member.afterSeparator && isNameWord(member, year))
    return { tag: { code: text, kind: 'unknown' }, words: 2 };
  // x AND y, MEETINGS WITH x
  const link = tokens[at + 1]?.word;
  const third = tokens[at + 2];
  if ((link === 'AND' || link === 'WITH') && third && !third.bracketed) {
    const first = tokens[at]?.word ?? '';
    const last = third.word;
    if (!findTag(first, year) && !findTag(last, year)) {
      return { tag: { code: `${first} ${link} ${last}`, kind: 'unknown' }, words: 3 };
    }
  }
  return undefined;
}

/** A code with a blank in it: `P REL`, `PHU M`, `A J`; a country's name with letters split off: `A F GHANISTAN`. */
function partedAt(
  tokens: readonly TagToken[],
  at: number,
  year?: number,
): { code: string; raw: string; words: number } | undefined {
  const [first, next] = [tokens[at], tokens[at + 1]];
  if (!first || !next || next.afterSeparator || next.bracketed || first.text.length > 3) return undefined;
  if (first.text.length === 1) {
    const end = tokens.findIndex((token, index) => index > at && token.text.length > 1);
    const run = end < 0 || end - at > 3 ? [] : tokens.slice(at, end + 1);
    const name = run.map(({ word }) => word).join('');
    if (isCountry(name))
      return { code: name, raw: run.map((token) => token.text).join(' '), words: run.length };
  }
  const code = `${first.word}${next.word}`;
  const isAlone = first.word.length === 1 && next.word.length === 1 && tokens[at + 2]?.word.length !== 1;
  if (isAlone && findTag(code, year)?.kind === 'country')
    return { code, raw: `${first.text} ${next.text}`, words: 2 };
  if (!/^[A-Z]{4}$/.test(code) || tagFrequency(code) < frequent) return undefined;
  if (findTag(first.word, year) && findTag(next.word, year)) return undefined;
  return { code, raw: `${first.text} ${next.text}`, words: 2 };
}

// Endings of words that are hardly anybody's name; a given name, which stands last, does not end in -ING
const topicWord = /^(?:[A-Z]{3,}(?:TIONS?|SIONS?|ITY|ITIES|ISM|ICS|ICAL|[CTD]IAL)|[A-Z]{4,}MENTS?)$/;
const lastTopicWord = /^[A-Z]{3,}INGS?$/;
const topicEnd = /(?:AFFAIRS|ISSUES|POLICY|RELATIONS|RIGHTS)$/;

/** Several words, none of them a code, that name a matter: `JUDICIAL REFORM`. */
function topicAt(
  tokens: readonly TagToken[],
  at: number,
  year?: number,
): { tag: Tag; words: number } | undefined {
  let end = at;
  while (end < tokens.length && end - at <= longestPhrase && isNameWord(tokens[end], year)) {
    if (end > at && tokens[end]?.afterSeparator) break;
    end += 1;
  }
  if (end - at < 2 || end - at > longestPhrase) return undefined;
  const words = tokens.slice(at, end).map(({ word }) => word);
  const isTopic = words.some((word) => topicWord.test(word)) || lastTopicWord.test(words.at(-1) ?? '');
  return isTopic ? { tag: { code: words.join(' '), kind: 'unknown' }, words: words.length } : undefined;
}

/** Several words between two commas, none of them a code: one tag, `NATIONAL ASSEMBLY`. */
function itemAt(
  tokens: readonly TagToken[],
  at: number,
  year?: number,
): { code: string; words: number } | undefined {
  let end = at + 1;
  while (end < tokens.length && !tokens[end]?.afterSeparator && !tokens[end]?.bracketed) end += 1;
  if (end - at < 2 || end - at > longestPhrase) return undefined;
  if (at > 0 ? !tokens[at]?.afterSeparator : !tokens[end]?.afterSeparator) return undefined;
  const words = tokens.slice(at, end).map(({ word }) => word);
  const isWord = (word: string) => /^[A-Z]{3,}$/.test(word) && !findTag(word, year) && !repaired(word);
  if (!words.every(isWord) || words.some((word) => splitTags(word, year))) return undefined;
  return { code: words.join(' '), words: words.length };
}

/** Whether a word may be part of a name: letters, and no code, nor nearly one. */
function isNameWord(token: TagToken | undefined, year?: number, given = false): boolean {
  if (!token || token.bracketed) return false;
  const { word } = token;
  if (word.length === 1) return /^[A-Z]$/.test(word);
  if (findTag(word, year) || captionWords.has(word) || !/^[A-Z][A-Z'’.-]*$/.test(word)) return false;
  if (splitTags(word, year)) return false;
  const right = word.length <= 5 ? repaired(word) : undefined;
  // MARY is one letter from MARR: behind a surname it is a name, as it can be spoken.
  return right === undefined || (given && !isSwap(word, right) && /^[B-DF-HJ-NPR-TVW]?[AEIOU]/.test(word));
}

/** A surname may be an organization's code by chance (DOE), if the code is hardly ever used. */
function isRareOrganization(word: string, year?: number): boolean {
  return findTag(word, year)?.kind === 'organization' && tagFrequency(word) < frequent;
}

/** Two or three words at a token that must be a person: surname, given name, initials. */
function personAt(
  tokens: readonly TagToken[],
  at: number,
  year?: number,
): { code: string; raw: string; words: number } | undefined {
  const surname = tokens[at]?.word ?? '';
  let count = isNameWord(tokens[at], year) || isRareOrganization(surname, year) ? 1 : 0;
  if (count === 0) return undefined;
  while (count < 12 && isNameWord(tokens[at + count], year, true)) count += 1;
  if (count < 2 || surname.length < 2) return undefined;
  let words = 2;
  // Initials and generations belong to the name before them; a third word does if no fourth makes a pair with it.
  while (words < count && /^(?:[A-Z]|JR|SR|II|III|IV)$/.test(tokens[at + words]?.word ?? '')) words += 1;
  if (words === 2 && count === 3) words = 3;
  const parts = tokens.slice(at, at + words).map(({ word }) => word);
  const [first = '', ...given] = parts;
  return {
    code: `${first}, ${given.join(' ')}`,
    raw: tokens
      .slice(at, at + words)
      .map((token) => token.text)
      .join(' '),
    words,
  };
}

/** The one frequent code a misspelt one must be; a nought stands for an O. */
function repaired(word: string): string | undefined {
  if (/^[A-Z0]{4}$/.test(word) && word.includes('0')) {
    const right = word.replaceAll('0', 'O');
    return tagFrequency(right) >= frequent ? right : undefined;
  }
  if (!/^[A-Z]{4,5}$/.test(word)) return undefined;
  const { words } = nearCode(word, 1);
  if (/^K[A-Z]{3}$/.test(word)) {
    // Any K and three letters is a program: only a swap of neighbours is surely a mistake.
    const swaps = words.filter((code) => isSwap(word, code));
    return swaps.length === 1 ? swaps[0] : undefined;
  }
  if (words.length === 1) return words[0];
  const swaps = words.filter((code) => isSwap(word, code));
  return swaps.length === 1 ? swaps[0] : undefined;
}

function isSwap(word: string, code: string): boolean {
  return word.length === code.length && [...word].sort().join('') === [...code].sort().join('');
}

/** Codes between other signs than commas: `PREL/PGOV`, `ECON-EFIN`, `U.S`. */
function separatedCodes(word: string, year?: number): string[] | undefined {
  if (!/[/.-]/.test(word) || word.length > 80) return undefined;
  const joined = word.replaceAll('.', '');
  if (joined.length === 2 && findTag(joined, year)) return [joined];
  const codes = word.split(/[/.-]+/).filter(Boolean);
  return codes.length > 0 && codes.every((code) => code.length > 1 && findTag(code, year))
    ? codes
    : undefined;
}

/** The tags of one word: itself, what it is misspelt for, or the codes run together in it. */
function readCode(
  word: string,
  raw: string,
  ctx: CableContext,
  span: [number, number],
  report: Report,
): Tag[] {
  const row = findTag(word, ctx.year);
  const meant = row && meantTag(word, ctx.year);
  if (row && !meant) {
    const inDoubt = ctx.year !== undefined && ctx.year >= 2013 && ctx.year <= 2019;
    if (inDoubt && word.length === 2 && changesMeaning(word))
      report('geo-tag-era', span, { raw: word, detail: `${word}.` });
    return [named(word, ctx, raw)];
  }
  const separated = separatedCodes(word, ctx.year);
  if (separated) {
    if (separated.length > 1) report('tag-split', span, { raw, detail: `${raw}.` });
    return separated.map((code, index) => named(code, ctx, index === 0 ? raw : undefined));
  }
  const right = meant ?? repaired(word);
  if (right) {
    report('tag-repaired', span, { raw, detail: `${raw} is read as ${right}.` });
    return [named(right, ctx, raw)];
  }
  const split = splitTags(word, ctx.year);
  if (split && !split.ambiguous) {
    report('tag-split', span, { raw, detail: `${raw}.` });
    return split.codes.map((code, index) => named(code, ctx, index === 0 ? raw : undefined));
  }
  if (split) report('tag-split-ambiguous', span, { raw, detail: `${raw}.` });
  const tag = named(word, ctx, raw);
  if (tag.kind === 'unknown' && !split) report('tag-unknown', span, { raw, detail: `${raw}.` });
  return [tag];
}
