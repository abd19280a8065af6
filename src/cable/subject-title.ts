import { acronyms, mixedWords, shortWords } from '../data/acronyms.ts';

const smallWords = new Set([
  'A',
  'AN',
  'AND',
  'AS',
  'AT',
  'BUT',
  'BY',
  'FOR',
  'IN',
  'OF',
  'ON',
  'OR',
  'THE',
  'TO',
  'VIA',
  'VS',
]);
// Foreign small words inside a name with hyphens: Port-au-Prince, Rio-de-Janeiro
const foreignSmall = new Set([
  'AU',
  'DE',
  'DU',
  'ET',
  'LA',
  'LE',
  'DES',
  'SUR',
  'EL',
  'DEL',
  'DA',
  'DO',
  'DOS',
  'UND',
  'EN',
]);
const romanPattern = /^(?=[IVX]{2})X{0,3}(?:IX|IV|V?I{0,3})$/;
// GOI, GOF: the government of X
const governmentPattern = /^GO(?:[A-Z]|[B-DF-HJ-NP-TV-Z]{2}|AJ|AM|AZ|CI|UA|AF|AG|IZ|UK|EU)$/;
const goWords = new Set([
  'GOVT',
  'GOD',
  'GOLD',
  'GOLF',
  'GOWN',
  'GOSH',
  'GODS',
  'GOTH',
  'GOBS',
  'GOBY',
  'GORY',
]);
// Letters with a stop each: U.S., D.C., J.R.
const dottedPattern = /^(?:\p{L}\.){1,6}\p{L}?$/u;
const ordinalPattern = /^\d+(?:ST|ND|RD|TH)$/;
const decadePattern = /^'?\d+S$/;
// a name blacked out too: XXXXXXXXXXXX
const noVowel = /^(?:[B-DF-HJ-NP-TV-XZ]{2,7}S?|X{8,})$/;
// and short names that look like none
const abbreviatedWords = new Set(
  'MR MRS MS DR ST JR SR LT FT MT VS SGT PVT MSGR BLVD HWY TH HRS LTD MTG PH NR MGT CPL HMM PCT WK YR YRS QTR SRI LVIV LVOV SFAX BNEI SHWE KRK HIZB NG ABD'.split(
    ' ',
  ),
);
// Abbreviations that end in a stop; without it they are names of organizations or governments.
const stoppedWords = new Set([
  'INC',
  'GOV',
  'REP',
  'SEN',
  'AMB',
  'DEPT',
  'CO',
  'COL',
  'GEN',
  'MIN',
  'MED',
  'EXP',
  'MIL',
  'INS',
  'DIR',
  'SEC',
  'ADM',
  'RS',
]);
// Two consonants that end no word: ATGM, ICBM, OIGP.
const noEnd =
  /^[A-Z]{1,3}(?:[BDFGJKPQTVX]M|[BCDFGKPQTVXZ][BDGJQVW]|[BDFGHKMPVW]C|[BDGJKQTVXZ]P|[BDGJMPVXZ]F)$/;
// Two consonants that begin no word; with a vowel behind they are an abbreviation all the same: FDI, CPA, TPA.
const oddStart =
  /^(?:(?!.?[BCDFGHKPST]?R|S[CHPT][HLR])[BCDFGHJKLMNPQRSTVWXZ]{3}|B[CDFGKMNPQTVWXZ]|C[BCDFGJKMPQTVX]|D[BCDFGKLMNPQTVX]|F[BCDFGHKMNPQTVX]|G[BCDFGJKMPQTVX]|H[BCDFGHKLMNPQRTVX]|J[BCDFGKLMNPQRTVX]|L[BCDFGKMNPQRTVX]|M[BDFGHKLPQRTVX]|N[BCFHKLMPQRTVX]|P[BCDGKMPQTVX]|R[BCDFGKLMNPQTVX]|S[BDFGRX]|T[BCDFGKLMNPQVX]|V[BCDFGKMNPQTX]|W[BCDFGKLMNPQTVX]|X[BCDFGKLMNPQTVX])[A-Z]{0,2}$/;
const whoVerbs =
  /^(?:IS|ARE|WAS|WERE|WILL|WOULD|CAN|COULD|SHOULD|HAS|HAVE|HAD|DID|DOES|DO|MAY|MIGHT|KILLED|WANTS?|NEEDS?|RUNS?|WINS?|WON|SHOT|GETS?|CARES?|KNOWS?|SAYS?|SPEAKS?|RULES?|LEADS?|PAYS?|OWNS?|CAME|COMES?|WENT|MADE|TOOK|LOST|LIVES?|FOUGHT|REALLY|ELSE|WHAT|YOU|WE|THEY|HE|SHE|I|IT)$/;

const capitals = /^[A-Z]+$/;

// No subject is longer: such a text is left as it is.
const longest = 10_000;

/**
 * Sets a subject in title case for display: `IRAN'S 63RD YEAR: THE GOI AND THE IAEA` is `Iran's 63rd Year: The GOI and the IAEA`.
 *
 * Takes the subject as sent, gives the same words with the same blanks and signs, only with other capitals. Words that have
 * small letters already are left as they are. Source: `cable-format.md` 9.
 */
export function subjectTitle(text: string): string {
  if (text.length > longest) return text;
  const tokens = text.split(/(\s+)/);
  const words = tokens.filter((_, index) => index % 2 === 0);
  const mostlySmall = isMostlySmall(text);
  let starts = true;
  let place = 0;
  return tokens
    .map((token, index) => {
      if (index % 2 === 1 || token === '') return token;
      place = index / 2;
      // Most words are letters alone.
      if (!mostlySmall && capitals.test(token)) {
        const title = plainWord(
          token,
          { starts, compound: false, before: words[place - 1] ?? '', after: words[place + 1] ?? '' },
          '',
        );
        starts = false;
        return title;
      }
      const shown =
        mostlySmall || abbreviates(token, words, place)
          ? token
          : titleToken(token, starts, words[place - 1] ?? '', words[place + 1] ?? '');
      if (/\p{L}/u.test(token) || (!starts && /\p{N}/u.test(token))) starts = /[:?!]["'”’)\]]*$/.test(token);
      // A number at the start is the first word, unless it numbers the title: `50% OF`, but `1. THE`.
      else if (/\p{N}/u.test(token)) starts = /[.):]$/.test(token);
      else if (token.endsWith(':')) starts = true;
      return shown;
    })
    .join('');
}

/** `LASHKAR-E-TAYYIBA (LET)`: the word in brackets has the first letters of the words before it. */
function abbreviates(token: string, words: readonly string[], place: number): boolean {
  const letters = token.startsWith('(') ? /^\(([A-Z]{2,7})\)[.,:;]?$/.exec(token)?.[1] : undefined;
  if (letters === undefined) return false;
  const before = words
    .slice(Math.max(0, place - letters.length - 3), place)
    .join(' ')
    .split(/[ -]+/);
  const all = before.map((word) => word[0] ?? '').join('');
  const large = before
    .filter((word) => !smallWords.has(word))
    .map((word) => word[0] ?? '')
    .join('');
  return all.endsWith(letters) || large.endsWith(letters);
}

/** More small letters than capitals: the sender has set it in title case already. */
function isMostlySmall(text: string): boolean {
  let small = 0;
  let capital = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= 97 && code <= 122) small += 1;
    else if (code >= 65 && code <= 90) capital += 1;
  }
  return small > capital;
}

/** One word between blanks: cut at slashes, dashes and colons inside, each part for itself. */
function titleToken(token: string, starts: boolean, before: string, after: string): string {
  if (!/[A-Z\u00c0-\u00de]/.test(token)) return token;
  // A web address or e-mail stays.
  if (/^(?:HTTPS?:|WWW\.)|@/i.test(token)) return token.toLowerCase();
  const whole = core(token);
  if (/[-/+]/.test(whole.text) && acronyms.has(whole.text))
    return `${whole.before}${whole.text}${whole.after}`;
  const parts = token.split(/([-/‐–—:+&]|(?<=[\p{L}\p{N}])\((?=\p{L}))/u);
  let first = starts;
  let compound = false;
  return parts
    .map((part, index) => {
      if (index % 2 === 1) {
        compound = part === '-' || part === '‐';
        first = first || part === ':';
        return part;
      }
      if (part === '') return part;
      // ZANU(PF), MDC(T); but COUNTRY(IES)
      if (parts[index - 1] === '(')
        return part.replace(/\P{L}/gu, '').length <= 2 ? part : part.toLowerCase();
      // AT&T, R&D, M&A
      const isJoined = parts[index - 1] === '&' || parts[index + 1] === '&';
      if (isJoined && core(part).text.length <= 2) return part;
      const inCompound = compound;
      const hasCompound = parts[index + 1] === '-';
      const shown = titlePart(part, {
        starts: first || (hasCompound && !inCompound),
        compound: inCompound,
        before: inCompound ? (parts[index - 2] ?? '') : before,
        after: hasCompound ? (parts[index + 2] ?? '') : after,
        inside: inCompound && hasCompound,
        hyphen: hasCompound,
        slashed: parts[index + 1] === '/' || parts[index - 1] === '/',
      });
      first = false;
      return shown;
    })
    .join('');
}

interface Place {
  /** First word of the subject, or behind a colon. */
  starts: boolean;
  /** Behind a hyphen. */
  compound: boolean;
  /** Between two hyphens. */
  inside?: boolean;
  /** Before a hyphen. */
  hyphen?: boolean;
  /** Beside a slash. */
  slashed?: boolean;
  before: string;
  after: string;
}

function isWordCharacter(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 128)
    return (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || (code >= 97 && code <= 122);
  return /[\p{L}\p{N}]/u.test(text[at] ?? '');
}

/** A word without the signs around it. */
function core(part: string): { before: string; text: string; after: string } {
  let from = 0;
  let to = part.length;
  const isSign = (at: number) => !isWordCharacter(part, at);
  while (from < to && isSign(from)) from += 1;
  while (to > from && isSign(to - 1)) to -= 1;
  // The last stop of U.S. is part of it.
  if (part[to] === '.' && dottedPattern.test(part.slice(from, to + 1))) to += 1;
  return { before: part.slice(0, from), text: part.slice(from, to), after: part.slice(to) };
}

function titlePart(part: string, place: Place): string {
  const { before, text, after } = core(part);
  if (text === '') return part;
  const opens = /["'“‘([]/.test(before) && !/^['’]$/.test(before);
  return `${before}${titleWord(text, { ...place, starts: place.starts || opens }, after)}${after}`;
}

function titleWord(word: string, place: Place, after: string): string {
  return capitals.test(word) ? plainWord(word, place, after) : markedWord(word, place, after);
}

/** A word with small letters, stops, figures or an apostrophe. */
function markedWord(word: string, place: Place, after: string): string {
  // Small letters among the capitals: the sender meant them. So are letters with figures: H1N1, G8, 100KM.
  if (/[a-z\u00df-\u00ff]/.test(word)) return word;
  if (dottedPattern.test(word) && word.includes('.')) return word;
  if (ordinalPattern.test(word) || decadePattern.test(word)) return word.toLowerCase();
  const apostrophe = word.search(/['’]/);
  if (apostrophe > 0) return withApostrophe(word, apostrophe, place, after);
  if (/^NO\.?\d+$/.test(word)) return `No${word.slice(2)}`;
  return /\d/.test(word) ? word : plainWord(word, place, after);
}

function plainWord(word: string, place: Place, after: string): string {
  if (isInsideName(word, place)) return word.toLowerCase();
  if (word === 'THE' && /^HAGUE\b/.test(place.after)) return 'The';
  if (smallWords.has(word)) {
    if (word === 'VS') return place.starts ? 'Vs' : 'vs';
    // A letter behind PLAN, or before a stop, is a name.
    if (
      word === 'A' &&
      (/^(?:ANNEX|PLAN|CLASS|CATEGORY|TYPE|PART|OPTION|TEAM|GROUP|REF|VITAMIN|HEPATITIS)$/.test(
        place.before,
      ) ||
        place.after === 'TO' ||
        place.slashed ||
        after.startsWith('.'))
    )
      return 'A';
    return place.starts ? capitalised(word) : word.toLowerCase();
  }
  // AR-RAMADI, UD-DIN: the article, its second letter like the next word's first
  if (place.hyphen && /^[AEU][RDTZ]$/.test(word) && place.after.startsWith(word.slice(1)))
    return capitalised(word);
  if (place.inside && (foreignSmall.has(word) || word === 'E')) return word.toLowerCase();
  // INC. and GOV. are abbreviations of words, INC and GOV of names.
  if (after.startsWith('.') && stoppedWords.has(word)) return capitalised(word);
  // AN-26, SA-18
  if (word.length === 2 && /^\d/.test(place.after) && !place.compound && place.hyphen) return word;
  const mixed = mixedWords.get(word);
  if (mixed) return mixed;
  if (isAcronym(word, place)) return acronymShown(word);
  return capitalised(word);
}

/** The small word of a town's name: Rio de Janeiro, Dar es Salaam. */
function isInsideName(word: string, { before, after }: Place): boolean {
  return (
    (word === 'DE' && before === 'RIO' && after.startsWith('JANEIRO')) ||
    (word === 'ES' && before === 'DAR' && after.startsWith('SALAAM'))
  );
}

/** Plural of an abbreviation: the s is small: NGOs, but MANPADS. */
function acronymShown(word: string): string {
  const stem = word.slice(0, -1);
  const plural = word.endsWith('S') && word.length > 2 && !keepsS.has(word);
  const isStem =
    acronyms.has(stem) || (noVowel.test(stem) && stem.length > 1 && !stem.endsWith('S')) || plurals.has(word);
  return plural && isStem ? `${stem}s` : word;
}

const plurals = new Set([
  'MPS',
  'PMS',
  'FMS',
  'PCS',
  'TVS',
  'MEPS',
  'IDPS',
  'VIPS',
  'CDS',
  'HRDS',
  'PRTS',
  'NGOS',
]);
// Abbreviations whose last letter S is part of them.
const keepsS = new Set(
  `MANPADS GPS DHS HHS SMS ISPS CSIS GATS CITES UNAIDS AWACS BRICS OAS USNS USGS USPS USCIS NSS ISS TPS NIS PAS SAS DNS CIS IRS FAS DAS USS
  CJCS JCS VCDS OSS OIOS UNOPS OECS ECCAS UNDSS MOIS SAPS ATACMS CBS PBS SIPDIS EXDIS UNMIS AMIS UNMISS UNPOS UNMAS ISIS IISS CSS BIS MAS US COAS TRIMS
  TRIPS SARS AIDS EADS VMS CRS USIS AOSIS ASIS ETS MDS IDS SPS FCS PDAS HMS`
    .split(/\s+/)
    .filter(Boolean),
);

// Words that an abbreviation and an S would make
const plainPlurals = new Set(['DOES', 'COINS', 'MENDS', 'TIPS', 'PANS']);

const leadsToName =
  /^(?:BIN|IBN|BINT|(?:DR|MRS?|MS)\.?|(?:AMB|CAPT|COL|GEN|LT|MAJ|PROF|SEN|SGT)\.|CODEL|STAFFDEL)$/;

function isAcronym(word: string, place: Place): boolean {
  if (word.length === 1) return true;
  // HAMAD BIN ISA, DR. ROE, GEN. DOE, CODEL DOE: a name
  if (leadsToName.test(place.before)) return false;
  if (word === 'AIDS') return true;
  if (neighbourly.has(word)) return isAcronymBeside(word, place);
  if (word === 'XI' && place.after.replace(/[^A-Z]/g, '').startsWith('JINPING')) return false;
  if (romanPattern.test(word)) return true;
  if (word.length < 5 && governmentPattern.test(word) && !goWords.has(word)) return true;
  if (acronyms.has(word)) return true;
  if (word.endsWith('S') && word.length > 3 && !plainPlurals.has(word) && acronyms.has(word.slice(0, -1)))
    return true;
  if (abbreviatedWords.has(word)) return false;
  if (noVowel.test(word)) return true;
  if (word.length === 2) return !shortWords.has(word);
  if (word.length < 6 && noEnd.test(word) && word.at(-1) !== word.at(-2)) return true;
  return word.length <= 4 && oddStart.test(word);
}

/** Words that are a name or an abbreviation by what stands beside them. */
const neighbourly = new Set(['WHO', 'START', 'SALT', 'BIT', 'PAN', 'IT', 'TIP', 'BOG', 'NAM', 'DR', 'ICE']);

function isAcronymBeside(word: string, place: Place): boolean {
  const before = place.before.replace(/[^A-Z]/g, '');
  const after = place.after.replace(/[^A-Z]/g, '');
  if (word === 'WHO')
    return !(
      whoVerbs.test(after) ||
      /^(?:MAN|MEN|WOMAN|WOMEN|THOSE|PEOPLE|ONE|ANYONE|AND|OR|GUESS|KNOWS|IS|S|WHOS)$/.test(before) ||
      after === 'WHO'
    );
  if (word === 'START')
    return (
      (/^(?:NEW|POST|THE)$/.test(before) && !/^(?:FOR|IN|WITH|TO|OF)$/.test(after)) ||
      /^(?:TREATY|FOLLOW|FOLLOWON|JCIC|INSPECTIONS?|NEGOTIATIONS|EXPIRATION)/.test(after) ||
      place.after.startsWith('FOLLOW-ON')
    );
  if (word === 'SALT') return /^(?:I|II|TALKS|TREATY|VERIFICATION)$/.test(after);
  if (word === 'BIT') return before !== 'A' && before !== 'LITTLE';
  if (word === 'PAN')
    return (
      (place.after === '' || before !== '') &&
      !/^(?:AFRICAN|AMERICAN|ARAB|ISLAMIC|EUROPEAN|SAHEL|AM)/.test(after)
    );
  if (word === 'IT')
    return /^(?:SECTOR|INDUSTR(?:Y|IES)|COMPAN(?:Y|IES)|FIRMS?|INFRASTRUCTURE|SERVICES|SECURITY|MINISTER|MINISTRY|PARK|EXPERTS?)$/.test(
      after,
    );
  if (word === 'TIP') return after !== 'OF';
  if (word === 'BOG')
    return before === 'IAEA' || /^(?:MEETINGS?|MEMBERS?|SESSIONS?|CHAIR|PLENARY)$/.test(after);
  if (word === 'NAM') return before !== 'VIET';
  if (word === 'ICE') return place.slashed === true || place.before === 'DHS';
  return after === 'CONGO';
}

/** First letter large; McDonald. */
function capitalised(word: string): string {
  const titled = word.slice(0, 1).toUpperCase() + word.slice(1).toLowerCase();
  if (!titled.startsWith('Mc')) return titled;
  if (/^Mc[b-df-hj-np-tv-z][a-z]{2,}$/.test(titled) || /^Mc[aeiou][a-z]{3,}$/.test(titled)) {
    return `Mc${(titled[2] ?? '').toUpperCase()}${titled.slice(3)}`;
  }
  return titled;
}

// What a small d' stands before; D'ALEMA is a name
const particled = /^(?:AFFAIRES?|IVOIRE|ETATS?|ESTAING|ENTENTE|ORSAY)$/;

/** IRAN'S, O'NEILL, D'AFFAIRES, N'DJAMENA, DON'T, UNSC'S. */
function withApostrophe(word: string, at: number, place: Place, after: string): string {
  const sign = word[at] ?? "'";
  const genitive = /['’]S$/.exec(word)?.[0] ?? '';
  const known = mixedWords.get(word.slice(0, word.length - genitive.length));
  if (known) return `${known}${genitive.toLowerCase()}`;
  const head = word.slice(0, at);
  const tail = word.slice(at + 1);
  if (head === 'WHO' && genitive !== '' && place.before !== 'THE') return `Who${sign}s`;
  if (head.length === 1 && tail.length > 2) {
    const rest = titleWord(tail, { ...place, starts: true }, after);
    // CHARGE D'AFFAIRES, COTE D'IVOIRE: a small d inside
    const isParticle = head === 'D' && !place.starts && particled.test(tail);
    return `${isParticle ? 'd' : head}${sign}${/^D$/.test(head) && /^AFFAIRES?$/.test(tail) ? capitalised(tail) : rest}`;
  }
  // GOV'T, INT'L, DON'T, QA'IDA, XI'AN: one word; UNSC'S: the abbreviation's genitive
  const shown = /^[LT]$|^[A-Z]{2}/.test(tail)
    ? capitalised(head)
    : titleWord(head, { ...place, starts: true }, '');
  // SHI'ITE, BA'ATHIST
  return `${shown}${sign}${tail.toLowerCase()}`;
}
