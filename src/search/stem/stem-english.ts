/**
 * English stems as the index has them: the Snowball project's English stemmer ("Porter2"), as Pagefind 1.5.2 has it.
 * Source: https://snowballstem.org/algorithms/english/stemmer.html
 */

/** Whole words with stems of their own. */
const WORDS: Record<string, string> = {
  andes: 'andes',
  atlas: 'atlas',
  bias: 'bias',
  cosmos: 'cosmos',
  early: 'earli',
  gently: 'gentl',
  howe: 'howe',
  idly: 'idl',
  news: 'news',
  only: 'onli',
  singly: 'singl',
  skies: 'sky',
  skis: 'ski',
  sky: 'sky',
  ugly: 'ugli',
};

// Beginnings behind which the first region starts, whatever vowels follow.
const LONG_BEGINNING = /^(?:arsen|commun|emerg|gener|inter|later|organ|past|univers)/;
const FIRST_REGION = /^.*?[aeiouy][^aeiouy]/;
// A short syllable at the end: `hop`, `at`, `past`.
const SHORT_END = /(?:[^aeiouy][aeiouy][^aeiouywxY]|^[aeiouy][^aeiouy]|past)$/;
const VOWEL = /[aeiouy]/;
const DOUBLE = /(?:bb|dd|ff|gg|mm|nn|pp|rr|tt)$/;
const LI_BEFORE = /[cdeghkmnrt]$/;

const STEP_2: readonly (readonly [ending: string, by: string])[] = [
  ['ization', 'ize'],
  ['ational', 'ate'],
  ['fulness', 'ful'],
  ['ousness', 'ous'],
  ['iveness', 'ive'],
  ['tional', 'tion'],
  ['biliti', 'ble'],
  ['lessli', 'less'],
  ['entli', 'ent'],
  ['ation', 'ate'],
  ['alism', 'al'],
  ['aliti', 'al'],
  ['ousli', 'ous'],
  ['iviti', 'ive'],
  ['fulli', 'ful'],
  ['ogist', 'og'],
  ['enci', 'ence'],
  ['anci', 'ance'],
  ['abli', 'able'],
  ['izer', 'ize'],
  ['ator', 'ate'],
  ['alli', 'al'],
  ['bli', 'ble'],
  ['ogi', 'og'],
  ['li', ''],
];

const STEP_3: readonly (readonly [ending: string, by: string])[] = [
  ['ational', 'ate'],
  ['tional', 'tion'],
  ['alize', 'al'],
  ['icate', 'ic'],
  ['iciti', 'ic'],
  ['ative', ''],
  ['ical', 'ic'],
  ['ness', ''],
  ['ful', ''],
];

const STEP_4 = /(?:ement|ance|ence|able|ible|ment|ant|ent|ism|ate|iti|ous|ive|ize|al|er|ic|ion)$/;

/** The stem of a word in small letters without marks. */
export function stemEnglish(word: string): string {
  if (word.length < 3) return word;
  const own = Object.hasOwn(WORDS, word) ? WORDS[word] : undefined;
  if (own !== undefined) return own;
  // A y that is a consonant is written Y until the end.
  const marked = word.replace(/^y/, 'Y').replace(/([aeiouy])y/g, '$1Y');
  const first = firstRegion(marked);
  const second = first + regionAfter(marked.slice(first));
  const steps = [
    plural,
    (text: string) => pastAndGerund(text, first),
    finalY,
    (text: string) => derived(text, first),
    (text: string) => derivedAgain(text, first, second),
    (text: string) => lastSuffix(text, second),
    (text: string) => finalLetter(text, first, second),
  ];
  return steps.reduce((text, step) => step(text), marked).toLowerCase();
}

function firstRegion(word: string): number {
  return LONG_BEGINNING.exec(word)?.[0].length ?? regionAfter(word);
}

/** Where the region begins that follows the first consonant behind a vowel. */
function regionAfter(word: string): number {
  return FIRST_REGION.exec(word)?.[0].length ?? word.length;
}

function plural(word: string): string {
  if (word.endsWith('sses')) return word.slice(0, -2);
  if (/ie[ds]$/.test(word)) return word.slice(0, word.length > 4 ? -2 : -1);
  if (/(?:us|ss)$/.test(word) || !word.endsWith('s')) return word;
  return VOWEL.test(word.slice(0, -2)) ? word.slice(0, -1) : word;
}

function pastAndGerund(word: string, first: number): string {
  const agreed = /eed(?:ly)?$/.exec(word);
  if (agreed) {
    if (agreed.index < first || /^(?:proc|exc|succ)$/.test(word.slice(0, agreed.index))) return word;
    return word.slice(0, agreed.index + 2);
  }
  const ending = /(?:ed|ing)(?:ly)?$/.exec(word);
  if (!ending) return word;
  const rest = word.slice(0, ending.index);
  if (ending[0] === 'ing') {
    if (/^[^aeiouy]y$/.test(rest)) return `${rest.slice(0, -1)}ie`;
    if (/^(?:inn|out|cann|herr|earr|even)$/.test(rest)) return word;
  }
  if (!VOWEL.test(rest)) return word;
  if (/(?:at|bl|iz)$/.test(rest)) return `${rest}e`;
  if (DOUBLE.test(rest)) return /^[aeo]..$/.test(rest) ? rest : rest.slice(0, -1);
  return first >= rest.length && SHORT_END.test(rest) ? `${rest}e` : rest;
}

function finalY(word: string): string {
  return /.[^aeiouy][yY]$/.test(word) ? `${word.slice(0, -1)}i` : word;
}

function derived(word: string, first: number): string {
  const found = STEP_2.find(([ending]) => word.endsWith(ending));
  if (!found) return word;
  const [ending, by] = found;
  const rest = word.slice(0, -ending.length);
  if (rest.length < first) return word;
  if (ending === 'ogi' && !rest.endsWith('l')) return word;
  if (ending === 'li' && !LI_BEFORE.test(rest)) return word;
  return rest + by;
}

function derivedAgain(word: string, first: number, second: number): string {
  const found = STEP_3.find(([ending]) => word.endsWith(ending));
  if (!found) return word;
  const [ending, by] = found;
  const rest = word.slice(0, -ending.length);
  return rest.length < (ending === 'ative' ? second : first) ? word : rest + by;
}

function lastSuffix(word: string, second: number): string {
  const ending = STEP_4.exec(word);
  if (!ending || ending.index < second) return word;
  if (ending[0] === 'ion' && !/[st]$/.test(word.slice(0, ending.index))) return word;
  return word.slice(0, ending.index);
}

function finalLetter(word: string, first: number, second: number): string {
  const rest = word.slice(0, -1);
  if (word.endsWith('e'))
    return rest.length >= second || (rest.length >= first && !SHORT_END.test(rest)) ? rest : word;
  return word.endsWith('l') && rest.length >= second && rest.endsWith('l') ? rest : word;
}
