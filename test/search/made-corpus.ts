import type { ScanCable } from './plain-scan.ts';

/** A seeded generator of numbers from 0 to 1 (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let value = Math.imul(state ^ (state >>> 15), state | 1);
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296;
  };
}

/** Words that end in `k`, so that English stemming leaves them as they are. */
function plainWord(number: number): string {
  const syllables = [
    'ba',
    'ko',
    'ti',
    'mu',
    'ra',
    'den',
    'sol',
    'vi',
    'nar',
    'pol',
    'gu',
    'zem',
    'lor',
    'fas',
    'hul',
    'ja',
  ];
  let word = '';
  for (let rest = number + 1; rest > 0; rest = Math.floor(rest / syllables.length))
    word += syllables[rest % syllables.length];
  return `${word}k`;
}

/** Forms that English stemming takes for one word, by family: rightly for the most part, and once wrongly. */
export const families: readonly (readonly string[])[] = [
  ['weapon', 'weapons', "weapon's"],
  ['negotiate', 'negotiated', 'negotiating', 'negotiates'],
  ['ministry', 'ministries'],
  ['agree', 'agreed', 'agreeing'],
  // Different words with one stem.
  ['negative', 'negate', 'negated'],
];

/** Written words that are found as wholes and by their parts. */
const compounds = [
  'air-field',
  'airfield',
  'S/NF',
  '1,000',
  'U.S.',
  'Zürich',
  'co-operation',
  '08LIMA12',
  'McBak',
  'koko(mu)',
];

export const posts = ['BEIJING', 'LIMA', 'NEWDELHI', 'ROME'];
export const tags = ['PREL', 'PGOV', 'ECON', 'MARR'];
export const classes = ['UNCLASSIFIED', 'CONFIDENTIAL', 'SECRET'];
export const marks = ['C', 'S/NF', 'U', 'SBU'];

export interface MadeCorpus {
  cables: ScanCable[];
  /** Words to ask for, frequent ones first. */
  words: string[];
  /** Runs of words that stand in some text, and some that stand in none. */
  phrases: string[];
}

/** A corpus of cables with words of all frequencies, the same for the same seed. */
export function makeCorpus(count: number, seed: number): MadeCorpus {
  const random = seeded(seed);
  const pick = <Value>(values: readonly Value[]): Value =>
    values[Math.floor(random() * values.length)] as Value;
  const vocabulary = [...Array.from({ length: 3000 }, (_, number) => plainWord(number))];
  const rare = [...families.flat(), ...compounds];
  const word = () => {
    if (random() < 0.04) return pick(rare);
    const written = vocabulary[Math.floor(vocabulary.length ** random()) - 1] ?? 'bak';
    return random() < 0.05 ? `${written.toUpperCase()}` : random() < 0.08 ? `${written},` : written;
  };
  const cables = Array.from({ length: count }, (_, number): ScanCable => {
    const year = 1995 + Math.floor(random() * 15);
    const date = `${year}-${String(1 + Math.floor(random() * 12)).padStart(2, '0')}-${String(1 + Math.floor(random() * 28)).padStart(2, '0')}`;
    const post = pick(posts);
    const address = `${String(year % 100).padStart(2, '0')}${post}${number + 1}`;
    const paragraphs = 2 + Math.floor(random() * 5);
    const cableMarks = Array.from({ length: paragraphs }, () => pick(marks));
    return {
      address,
      ...(random() < 0.03 ? {} : { date }),
      heading: Array.from({ length: 3 + Math.floor(random() * 6) }, word).join(' '),
      blocks: cableMarks.map((_, at) => ({
        anchor: `p${at + 1}`,
        text: Array.from({ length: 6 + Math.floor(random() * 25) }, word).join(' '),
      })),
      fields: {
        origin: [post],
        tag: [...new Set([pick(tags), pick(tags)])],
        class: [pick(classes)],
        caption: random() < 0.3 ? ['NOFORN'] : [],
        mark: [...new Set(cableMarks)],
        collection: [number % 3 === 0 ? 'first' : 'second'],
      },
    };
  });
  const phrases = Array.from({ length: 60 }, () => {
    const words = pick(pick(cables).blocks).text.split(' ');
    const start = Math.floor(random() * Math.max(1, words.length - 3));
    return words.slice(start, start + 2 + Math.floor(random() * 2)).join(' ');
  }).map((phrase) => phrase.replaceAll('"', ''));
  return {
    cables,
    words: [...vocabulary.slice(0, 60), ...vocabulary.slice(500, 520), ...rare, 'absentk'],
    phrases,
  };
}
