import {
  isCode,
  isLinkWord,
  isNameWord,
  isOffice,
  isTitleWord,
  maybeSurname,
  placeWords,
} from './name-words.ts';

/** Who stands in a text such as `Deputy Chief of Mission Jane Doe, Embassy Lima`. */
export interface Names {
  names: string[];
  title?: string;
  office?: string;
}

const generation = /^(?:JR|SR|II|III|IV|V|ESQ|PH\.?D)\.?$/i;
const honorific = /^(?:DR|MR|MRS|MS)\.?$/i;
// What tells neither title nor office: a telephone number, another label
const aside =
  /^(?:(?:tele)?phone|tel|ext|x)?[. :]*\+?[\d][\d ().x-]{2,}$|^(?:decl|declassify|derived)\b|^\d{1,4}[/-]\d{1,2}[/-]\d{1,4}$/i;
// Behind a name: where, not what
const officeNoun = /(?:Office|Section|Bureau|Division|Unit)$/i;
// A point behind one of these ends no sentence.
const abbreviation =
  /(?:^|[ \t])(?:AMB|DR|MR|MRS|MS|COL|BRIG|GEN|LT|CAPT|MAJ|JR|SR|ST|HON|DEP|ASST|SEC|COUNS|POL|ECON|DIR|ACTG|[A-Z]|[A-Z]\.[A-Z]|A\.I|U\.S)\.$/i;

/**
 * Reads names, titles and office out of the words in front of the reasons: titles before and behind the name, two names
 * joined by AND, particles, initials, JR. and III.
 */
export function readNames(written: string): Names {
  const text = partedNames(written);
  if (/[a-z]/.test(text) && !/[A-Z]/.test(text)) return inSmallLetters(readNames(text.toUpperCase()));
  const mixed = /[a-z]{2}/.test(text);
  if (/^DERIVED\b/i.test(text.trim())) return { names: [] };
  const found: Names = { names: [] };
  const titles: string[] = [];
  const offices: string[] = [];
  // the first of them stood behind its title: DCM Jane Doe
  let named = false;
  for (const segment of segmentsOf(text)) {
    const words = segment.split(' ').filter(Boolean);
    if (words.length === 0 || aside.test(segment)) continue;
    if (isGivenName(segment, words, found, titles)) {
      found.names[0] = `${segment} ${found.names[0]}`;
      continue;
    }
    if (generation.test(segment) && found.names.length > 0) {
      found.names.push(`${found.names.pop()}, ${segment}`);
      continue;
    }
    if (
      found.names.length > 0 &&
      titles.length > 0 &&
      (offices.length > 0 || isOffice(segment)) &&
      !startsWithAnd(words)
    ) {
      offices.push(segment);
      continue;
    }
    const isSecond = found.names.length === 1 && named && titles.length === 1 && isTitleAndName(words, mixed);
    // NEA - JANE DOE; T - Jane Doe; Director, Iraq Transition Assistance Office, Jane Doe
    const isWhere =
      (words.length === 1 ? isOffice(segment) || segment.length === 1 : officeNoun.test(segment)) ||
      isPlaceAndTitle(words, mixed);
    const mayName = found.names.length === 0 ? !isWhere : startsWithAnd(words) || isSecond;
    const read = mayName ? namesIn(words, mixed) : undefined;
    if (found.names.length === 0) named = isTitleAndName(words, mixed);
    if (!read || read.names.length === 0) {
      const isBehind =
        found.names.length > 0 && (placeWords(words, 0) === words.length || (words.length > 1 && isWhere));
      if (!isBehind && (found.names.length === 0 || isTitleFirst(words, mixed) || titles.length === 0))
        titles.push(segment);
      else offices.push(segment);
      continue;
    }
    found.names.push(...read.names);
    titles.push(...read.titles);
  }
  const title = titles
    .map((words) => words.replace(/^(?:the|and|by)[ \t]+/i, '').trim())
    .filter((words) => words !== '' && !honorific.test(words))
    .join(', ');
  if (title !== '') found.title = title;
  if (offices.length > 0) found.office = offices.join(', ');
  return found;
}

/** `Iraq Watcher`, `Norway Desk Officer`. */
function isPlaceAndTitle(words: readonly string[], mixed: boolean): boolean {
  const place = placeWords(words, 0);
  return (
    place > 0 &&
    place < words.length &&
    words.slice(place).every((word) => isTitleWord(word, mixed) && !maybeSurname(word))
  );
}

/** `Pol Counselor John Doe`: titles, then two or three words of a name, which is no place. */
function isTitleAndName(words: readonly string[], mixed: boolean): boolean {
  let from = words.length;
  while (from > 0 && isNameWord(words[from - 1] ?? '') && !isTitleWord(words[from - 1] ?? '', mixed))
    from -= 1;
  const count = words.length - from;
  return (
    from > 0 &&
    (count === 2 || count === 3) &&
    !isLinkWord(words[from - 1] ?? '') &&
    isTitleFirst(words, mixed) &&
    !isOffice(words.join(' ')) &&
    words.slice(from).every((_, at) => placeWords(words, from + at) === 0)
  );
}

/** `CDA/Jane Doe` is `CDA Jane Doe`, `Jane Doe/CDA` is `Jane Doe, CDA`; `Jane Doe/PolOff John Roe` are two people. */
function partedNames(text: string): string {
  if (!text.includes('/')) return text;
  const people = text.replace(
    /(?<=\p{Ll} (\p{Lu}[\p{L}'’-]{1,20}))\/(?=(\p{L}{2,12}) \p{Lu}\p{Ll}+ \p{Lu}\p{Ll})/gu,
    (stroke: string, surname: string, code: string) =>
      isTitleWord(code, true) && !isTitleWord(surname, true) ? ' and ' : stroke,
  );
  const named = people.replace(
    /(?<=\p{Lu}\p{L}{1,20} )(\p{Lu}[\p{L}'’-]{1,20})\/(?=([A-Za-z]{2,8})(?![\p{L}/]))/gu,
    (whole: string, surname: string, code: string) =>
      isTitleWord(code, false) && !isTitleWord(surname, false) ? `${surname}, ` : whole,
  );
  return named.replace(
    /\b([A-Za-z]{2,8})\/(?=(\p{Lu}\p{Ll}+) (\p{Lu}\p{L}+))/gu,
    (whole: string, code: string, given: string, surname: string) =>
      isTitleWord(code, true) &&
      ![given, surname].some((word) => isTitleWord(word, true)) &&
      placeWords([given, surname], 0) === 0
        ? `${code} `
        : whole,
  );
}

/** The given name behind a surname that stands first: `Doe, Jane Q.` */
function isGivenName(
  segment: string,
  words: readonly string[],
  { names, office }: Names,
  titles: readonly string[],
): boolean {
  const [surname = ''] = names;
  if (names.length !== 1 || titles.length > 0 || office !== undefined || surname.includes(' ')) return false;
  return (
    words.length <= 2 &&
    !generation.test(segment) &&
    !isOffice(segment) &&
    placeWords(words, 0) === 0 &&
    words.every((word) => isNameWord(word) && !isTitleWord(word, /[a-z]/.test(segment)) && !isLinkWord(word))
  );
}

/** What was read in capitals, as it was sent. */
function inSmallLetters({ names, title, office }: Names): Names {
  return {
    names: names.map((name) => name.toLowerCase()),
    title: title?.toLowerCase(),
    office: office?.toLowerCase(),
  };
}

/** Cuts at commas, semicolons, colons, spaced dashes, brackets and ends of sentences. */
function segmentsOf(text: string): string[] {
  const segments: string[] = [];
  let from = 0;
  const push = (to: number) => {
    const segment = text
      .slice(from, to)
      .replace(/^[\s,;:.()[\]/-]+|[\s,;:([\]/-]+$/g, '')
      .replace(/\s+/g, ' ')
      .replace(/^and$/i, '');
    const bare =
      abbreviation.test(segment) || generation.test(segment) ? segment : segment.replace(/[.)]+$/, '');
    if (bare !== '') segments.push(bare);
    from = to + 1;
  };
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at] as string;
    const next = text[at + 1] ?? ' ';
    // A name in brackets inside a name: Jane (Janie) Doe
    const nickname =
      character === '('
        ? /^\(\p{Lu}\p{Ll}+\)(?= \p{Lu}\p{Ll}+)/u.exec(text.slice(at, at + 40))?.[0]
        : undefined;
    if (nickname && /\p{Ll} $/u.test(text.slice(from, at)) && !isTitleWord(nickname, true))
      at += nickname.length - 1;
    else if (',;()[]'.includes(character)) push(at);
    else if (character === ':' && next !== '/') push(at);
    else if (character === '-' && (next === ' ' || next === '-') && /[\s-]/.test(text[at - 1] ?? ''))
      push(at);
    else if (
      character === '.' &&
      /\s/.test(next) &&
      !abbreviation.test(text.slice(Math.max(0, at - 8), at + 1))
    )
      push(at);
  }
  push(text.length);
  return segments;
}

function isTitleFirst(words: readonly string[], mixed: boolean): boolean {
  return isTitleWord(words[0] ?? '', mixed);
}

function startsWithAnd(words: readonly string[]): boolean {
  return /^(?:and|&)$/i.test(words[0] ?? '');
}

/** The runs of words between titles: the best of them is the name; another behind AND is a second one. */
function namesIn(words: readonly string[], mixed: boolean): { names: string[]; titles: string[] } {
  const kinds = words.map((word) => (isTitleWord(word, mixed) || !isNameWord(word) ? 'title' : 'name'));
  let inPlace = -1;
  // A country or town behind OF, FOR, TO, or behind EMBASSY, belongs to the title.
  for (let at = 0; at < words.length; at += 1) {
    const before = words[at - 1] ?? '';
    const leads =
      (isLinkWord(before) && !/^(?:and|&|by|the|as)$/i.test(before)) ||
      /^(?:embassy|consulate|consul|general|mission|amembassy)$/i.test(before);
    const follows = /^(?:and|&)$/i.test(before) && inPlace === at - 1 && placeWords(words, at) > 0;
    if ((!leads && !follows) || kinds[at] !== 'name') continue;
    let count = placeWords(words, at);
    const run = runFrom(kinds, at);
    if (count === 0 && isLinkWord(before) && run > 2) count = 1;
    if (count === 0 && isLinkWord(before) && run <= 2 && at + run < words.length) count = run;
    // Assistant Secretary for Verification, and more behind the comma
    if (count === 0 && run === 1 && at + 1 === words.length && /^(?:for|of)$/i.test(before)) count = 1;
    // Consul General Sydney Doe: a given name, as a surname alone would be left.
    // Embassy Lima: the whole of it is the place
    const isPlace = count === run && /^(?:embassy|amembassy|consulate|mission)$/i.test(before);
    if (count >= run - 1 && at + run >= words.length && !isLinkWord(before) && !isPlace) count = 0;
    for (let index = at; index < at + count; index += 1) kinds[index] = 'title';
    if (count > 0) inPlace = at + count;
    at += count;
  }
  // A name in capitals is no code: `Ambassador JANE Q. DOE`.
  const hasName = kinds.some((kind, at) => kind === 'name' && kinds[at + 1] === 'name');
  for (let at = 0; mixed && !hasName && at < words.length; at += 1) {
    const isCapital = (word = '') => /^[A-Z]\.?$/.test(word) || (isCode(word) && !isLinkWord(word));
    if (isCode(words[at] ?? '') && (isCapital(words[at - 1]) || isCapital(words[at + 1]))) kinds[at] = 'name';
  }
  // A surname in capitals behind a given name is no code: `Jane DOE`.
  for (let at = 1; mixed && at < words.length; at += 1) {
    const alone = kinds[at - 1] === 'name' && kinds[at - 2] !== 'name' && kinds[at + 1] !== 'name';
    if (kinds[at] === 'title' && alone && isCode(words[at] ?? '')) kinds[at] = 'name';
  }
  const end = words.length - 1;
  if (maybeSurname(words[end] ?? '') && endsInGivenName(words.slice(0, end), kinds)) kinds[end] = 'name';
  const runs: { from: number; to: number }[] = [];
  for (let at = 0; at < words.length; at += 1) {
    if (kinds[at] !== 'name') continue;
    const to = at + runFrom(kinds, at);
    // Bureau of South and Central Asian Affairs
    if (!/^affairs$/i.test(words[to] ?? '')) runs.push({ from: at, to });
    at = to;
  }
  if (runs.length === 0) return { names: [], titles: [words.join(' ')] };
  const whole = runs.filter((run) => run.to - run.from >= 2);
  const last = whole.at(-1);
  // Arabian Peninsula Affairs Director Jane Doe: titles between two, the second at the end
  const isAfter =
    whole[0]?.from === 0 &&
    last?.to === words.length &&
    words.slice(whole[0].to, last.from).every((word) => !isLinkWord(word) && isTitleWord(word, mixed));
  const first = (isAfter ? last : whole[0]) ?? (runs[0] as { from: number; to: number });
  const chosen = [first];
  for (const run of runs) {
    // Another name behind AND: `Jane Doe and DCM John Roe`.
    const between = words.slice(chosen.at(-1)?.to, run.from);
    if (run.from >= (chosen.at(-1)?.to ?? 0) && between.some((word) => /^(?:and|&)$/i.test(word)))
      chosen.push(run);
  }
  const taken = new Set<number>();
  for (const run of chosen) for (let at = run.from; at < run.to; at += 1) taken.add(at);
  const left: string[] = [];
  for (let at = 0; at < words.length; at += 1) {
    if (taken.has(at)) left.push('\u0000');
    else left.push(words[at] as string);
  }
  const titles = left
    .join(' ')
    .split('\u0000')
    .map((part) =>
      part
        .trim()
        .replace(/^(?:and|&)\b[ \t]*|[ \t]*\b(?:and|&|by|as)$/gi, '')
        .trim(),
    )
    .filter((part) => part !== '');
  return {
    names: chosen.map((run) =>
      words
        .slice(run.from, run.to)
        .join(' ')
        .replace(/(?<=\p{L}{2})\.$/u, trimPoint),
    ),
    titles,
  };
}

/** `DCM J. Thomas`, `Jane P.`: one given name at the end, with initials or without, which asks for a surname. */
function endsInGivenName(words: readonly string[], kinds: readonly string[]): boolean {
  let from = words.length;
  while (kinds[from - 1] === 'name') from -= 1;
  const full = words.slice(from).filter((word) => !/^\p{L}\.?$/u.test(word));
  return full.length === 1 && placeWords(words, from) === 0;
}

/** The point behind JR. stays; one behind a name goes. */
function trimPoint(_point: string, offset: number, whole: string): string {
  return generation.test(whole.slice(whole.lastIndexOf(' ', offset) + 1, offset)) ? '.' : '';
}

function runFrom(kinds: readonly string[], at: number): number {
  let to = at;
  while (kinds[to] === 'name') to += 1;
  return to - at;
}
