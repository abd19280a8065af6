/** 100,000 words by rank: common English first, then made-up ones from syllables. Drawn by Zipf's law. */
import { mix, type Random } from './random.ts';

const COMMON =
  `the of to and in a that for is on as with by was it be at from he not are which has an this have will would
  or said government had its but they been more were minister their also who embassy he no if all would there new between
  about his other any over we his into only than some two up out these could our so one year president after may under
  should such first meeting trade support ambassador while when during most what them economic political security through
  made time because being both part against last country where many since information however state however public report
  region local foreign port officials noted percent million now visit well order request continue further national per
  issue before agreement international policy including ministry group work plan next help general possible current three
  post official week month market department company food water road harbor ship fish crop farm rice wheat museum school
  bridge river weather station letter market price tax law court budget fund bank loan project aid program training team
  expert survey test data map list paper press radio television newspaper article comment summary paragraph text point
  view position question answer reply response statement speech talk discussion negotiation conference session council
  committee commission assembly party election vote leader member deputy director chief secretary counselor officer
  attache assistant consul mission delegation staff office building house city town village province district border
  coast island mountain north south east west central early late recent former present future long short large small high
  low good better best bad strong weak clear likely open closed full free common joint special main major minor key
  military air sea land force police customs health education energy oil gas power electricity mine steel cotton coffee
  cocoa sugar banana cattle sheep forest timber paper textile factory worker union strike wage job cost export import
  tariff quota license permit inspection standard certificate contract tender bid firm investor investment growth debt
  currency exchange rate inflation reform change progress problem concern risk effort step action decision measure result
  effect role level number amount total share half third quarter day night morning afternoon spring summer autumn winter
  january february march april june july august september october november december told asked added agreed explained
  expressed stressed emphasized suggested proposed recommended believed thought hoped expected planned intended decided
  announced confirmed denied rejected accepted received sent gave took came went met saw heard read wrote called`
    .split(/\s+/)
    .filter((word, index, all) => all.indexOf(word) === index);

const ONSETS = ['b', 'd', 'f', 'g', 'k', 'l', 'm', 'n', 'p', 'r', 's', 't', 'v', 'z', 'sh', 'br'];
const VOWELS = ['a', 'e', 'i', 'o', 'u'];
const ENDINGS = ['', '', 'n', 'r', 's', 'l', 't', 'x', 'nd', 'sk'];
const SYLLABLES = ONSETS.length * VOWELS.length;

export const VOCABULARY_SIZE = 100_000;

/** The word of a rank, from 0. Each syllable begins with a consonant and ends in a vowel, so no two ranks share a word. */
function makeWord(rank: number): string {
  const common = COMMON[rank];
  if (common) return common;
  const made = rank - COMMON.length;
  const count = made < SYLLABLES * SYLLABLES ? 2 : 3;
  let rest = made;
  let word = '';
  for (let syllable = 0; syllable < count; syllable++) {
    const number = rest % SYLLABLES;
    rest = Math.floor(rest / SYLLABLES);
    word += `${ONSETS[number % ONSETS.length]}${VOWELS[Math.floor(number / ONSETS.length)]}`;
  }
  return word + ENDINGS[mix(rank) % ENDINGS.length];
}

const words = Array.from({ length: VOCABULARY_SIZE }, (_, rank) => makeWord(rank));

/** The word of a rank, from 0: the rarer, the higher. */
export const wordOfRank = (rank: number) => words[rank] as string;

const LOG_SIZE = Math.log(VOCABULARY_SIZE);

/** A word by Zipf's law: rank r with probability about 1/r. */
export function drawWord(random: Random): string {
  return words[Math.floor(Math.exp(random.next() * LOG_SIZE)) - 1] as string;
}

const capitalised = (word: string): string => `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`;

/** A surname or a place: a made-up word with a capital, from the rarer half of the vocabulary. */
export function drawName(random: Random): string {
  return capitalised(words[random.int(1_000, 9_000)] as string);
}

/** One sentence of 6 to 28 words, with the commas, numbers, names and acronyms of a report. */
export function drawSentence(random: Random): string {
  const length = random.int(6, 28);
  const out: string[] = [capitalised(drawWord(random))];
  for (let index = 1; index < length; index++) {
    const kind = random.next();
    if (kind < 0.03) out.push(drawName(random));
    else if (kind < 0.045) out.push(String(random.int(2, 999)));
    else if (kind < 0.055) out.push(random.pick(['MFA', 'GOX', 'UN', 'IMF', 'USG', 'NGO', 'WTO']));
    else out.push(drawWord(random));
    if (index < length - 2 && random.chance(0.06)) out[out.length - 1] += ',';
  }
  const last = out.length - 1;
  if (length > 12 && random.chance(0.06)) {
    const first = random.int(2, length - 8);
    out[first] = `"${out[first]}`;
    out[first + 4] += '"';
  }
  return `${out.join(' ')}${/\d$/.test(out[last] as string) ? ' percent' : ''}.`;
}

/** A title of a subject line: 4 to 14 words in capitals. */
export function drawTitle(random: Random): string {
  const count = random.int(4, 14);
  const title = Array.from({ length: count }, () => drawWord(random));
  if (random.chance(0.3)) title[1] += ':';
  return title.join(' ').toUpperCase();
}
