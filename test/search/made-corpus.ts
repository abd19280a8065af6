import { commonWords } from '../../src/search/common-words.ts';
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

/** Words that are written with signs, accents, digits or in other scripts; some are found by their parts, too. */
const oddWords = [
  'air-field',
  'airfield',
  'S/NF',
  '(S//NF)',
  '1,000',
  '3.5',
  '$500',
  '50%',
  'U.S.',
  'U.S.-ko',
  'Zürich',
  'Zu\u0308rich',
  'naïve',
  'İzmir',
  'Łódź',
  'co-operation',
  'co‑operation',
  '08LIMA12',
  'McBak',
  'koko(mu)',
  '1.4(b)',
  'AK-47',
  'F-16s',
  'T-72M1',
  'R&D',
  'and/or',
  'foo_bar',
  "O'Bak",
  'O’Bak',
  "dogk'",
  'bak…ko',
  'bak—ko',
  'bak“ko”',
  '“bak”',
  'NGOs',
  '№5',
  'm²',
  'Москва',
  'Москва-Юг',
  'Αθήνα',
  'القاهرة',
  'שָׁלוֹם',
  'नमस्ते',
  '北京',
  '한국',
  'info@bak.example',
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
  const rare = [...families.flat(), ...oddWords];
  const common = [...commonWords, 'The', 'OF', 'A', 'in/of', 'of-the', 'the/bak', 'bak/in'];
  const word = () => {
    if (random() < 0.04) return pick(rare);
    if (random() < 0.25) return pick(common);
    const written = vocabulary[Math.floor(vocabulary.length ** random()) - 1] ?? 'bak';
    return random() < 0.05 ? `${written.toUpperCase()}` : random() < 0.08 ? `${written},` : written;
  };
  const cables = Array.from({ length: count }, (_, number): ScanCable => {
    const year = 1995 + Math.floor(random() * 15);
    const day = `${year}-${String(1 + Math.floor(random() * 12)).padStart(2, '0')}-${String(1 + Math.floor(random() * 28)).padStart(2, '0')}`;
    // Of some the day is not known, of some not the month, of some nothing.
    const known = pick([4, 7, ...Array<number>(26).fill(10), 0]);
    const post = pick(posts);
    const address = `${String(year % 100).padStart(2, '0')}${post}${number + 1}`;
    const paragraphs = 2 + Math.floor(random() * 5);
    const cableMarks = Array.from({ length: paragraphs }, () => pick(marks));
    return {
      address,
      ...(known > 0 ? { date: day.slice(0, known) } : {}),
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
  const phrases = Array.from({ length: 300 }, () => {
    const words = pick(pick(cables).blocks).text.split(' ');
    const start = Math.floor(random() * Math.max(1, words.length - 3));
    return words.slice(start, start + 2 + Math.floor(random() * 3)).join(' ');
  });
  const words = [
    ...vocabulary.slice(0, 60),
    ...vocabulary.slice(500, 520),
    ...rare,
    'the',
    'of',
    'in/of',
    'absentk',
  ];
  const pairs = Array.from({ length: 100 }, () => `${pick(words)} ${pick(words)}`);
  return { cables, words, phrases: [...phrases, ...pairs] };
}
