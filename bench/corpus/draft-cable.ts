/** What is decided of a generated cable before any line of it is written. */
import { type TagRow, tagRows } from '../../src/data/tags.ts';
import { otherPosts, type Place, placeCable } from './place-cable.ts';
import { createRandom, normal, type Random } from './random.ts';
import { drawTitle } from './vocabulary.ts';

export type Form = 'telegram' | 'acp127' | 'smart' | 'foia' | 'web' | 'markdown';

export interface Draft {
  index: number;
  random: Random;
  place: Place;
  form: Form;
  classification: 'UNCLASSIFIED' | 'LIMITED OFFICIAL USE' | 'CONFIDENTIAL' | 'SECRET';
  sensitive: boolean;
  /** Portion marks of the body, the usual one first. */
  marks: readonly string[];
  words: number;
  sections: number;
  tags: readonly string[];
  title: string;
  /** As the REF line writes them: `07 LIMA 1201`. */
  references: readonly string[];
  signer: string;
  /** The whole text in capitals, as before about 1995. */
  capitals: boolean;
  wrapped: boolean;
  partial: boolean;
}

/** Median 900 words, deviation 0.85 of the logarithm: one cable in 7,000 is over 20,000 and is cut there. */
function drawLength(random: Random): number {
  return Math.round(Math.min(20_000, Math.max(40, 900 * Math.exp(0.85 * normal(random)))));
}

function drawForm(random: Random, year: number): Form {
  if (year < 1980) return random.chance(0.02) ? 'foia' : 'telegram';
  if (random.chance(0.02)) return 'foia';
  if (year >= 2010) return random.chance(0.7) ? 'smart' : 'acp127';
  if (random.chance(0.02)) return 'markdown';
  return random.chance(0.55) ? 'web' : 'acp127';
}

function drawClassification(random: Random, year: number): Draft['classification'] {
  const at = random.next();
  if (year < 1980) {
    if (at < 0.5) return 'UNCLASSIFIED';
    if (at < 0.73) return 'LIMITED OFFICIAL USE';
    return at < 0.95 ? 'CONFIDENTIAL' : 'SECRET';
  }
  if (at < 0.33) return 'UNCLASSIFIED';
  return at < 0.82 ? 'CONFIDENTIAL' : 'SECRET';
}

const subjects: readonly TagRow[] = tagRows.filter(
  (row) => row.kind === 'subject' && /^[A-Z]{4}$/.test(row.code),
);
const countries: readonly TagRow[] = tagRows.filter((row) => row.kind === 'country' && row.iso2);

function drawTags({ random, place }: { random: Random; place: Place }): string[] {
  const valid = (row: TagRow) => (row.from ?? 0) <= place.year && (row.to ?? 9999) >= place.year;
  const codes: string[] = [];
  const count = Math.min(15, 1 + Math.floor(-3.5 * Math.log(1 - random.next())));
  for (let tries = 0; tries < 60 && codes.length < count; tries++) {
    const row = random.pick(subjects);
    if (valid(row) && random.chance(0.02 + Math.min(1, (row.seen ?? 0) / 600))) codes.push(row.code);
  }
  const own = countries.find((row) => row.iso2 === place.post.country && valid(row));
  if (own) codes.push(own.code);
  const other = random.pick(countries);
  if (random.chance(0.4) && valid(other) && /^[A-Z]{2}$/.test(other.code)) codes.push(other.code);
  if (random.chance(0.01)) codes.push('OVIP (ZABERNO, TALMI Q.)');
  return [...new Set(codes)];
}

/** Writes a reference as a drafter would: the year only where it is not the cable's own. */
function writeReference(from: Place, to: Pick<Place, 'year' | 'stationName' | 'serial'>): string {
  const year = to.year === from.year ? '' : `${String(to.year % 100).padStart(2, '0')} `;
  return `${year}${to.stationName} ${to.serial}`;
}

/** 57 of 100 cables cite; a third of the references are to cables of the corpus, the rest to numbers that nobody holds. */
function drawReferences(random: Random, place: Place, index: number, seed: number): string[] {
  if (!random.chance(0.57)) return [];
  const count = Math.min(26, 1 + Math.floor(-1.2 * Math.log(1 - random.next())));
  return Array.from({ length: count }, () => {
    for (let tries = 0; tries < 6 && index > 0; tries++) {
      const other = placeCable(random.int(0, index - 1), seed);
      if (other.time < place.time && other.year > place.year - 12 && random.chance(0.6)) {
        return writeReference(place, other);
      }
    }
    const year = random.chance(0.8) ? place.year : place.year - 1;
    if (random.chance(0.4) && place.serial > 1) {
      return writeReference(place, { ...place, year: place.year, serial: random.int(1, place.serial - 1) });
    }
    return writeReference(place, { year, stationName: 'STATE', serial: random.int(1, 199_999) });
  });
}

/** @param index from 0. The same index and seed give the same draft on every machine. */
export function draftCable(index: number, seed: number): Draft {
  const random = createRandom(seed, index);
  const place = placeCable(index, seed);
  const classification = drawClassification(random, place.year);
  const sensitive = classification === 'UNCLASSIFIED' && place.year >= 1995 && random.chance(0.5);
  const form = drawForm(random, place.year);
  const words = drawLength(random);
  const capitals = place.year < 1996;
  return {
    index,
    random,
    place,
    form,
    classification,
    sensitive,
    marks: marksOf(classification, sensitive, place.year),
    words,
    sections: form === 'smart' || words < 900 ? 1 : Math.min(28, Math.ceil(words / 700)),
    tags: drawTags({ random, place }),
    title: drawTitle(random),
    references: drawReferences(random, place, index, seed),
    signer: random.pick(SIGNERS),
    capitals,
    wrapped: place.year < 1980 || form === 'foia' || (form !== 'markdown' && random.chance(0.51)),
    partial: form === 'web' && random.chance(0.18),
  };
}

function marksOf(classification: Draft['classification'], sensitive: boolean, year: number): string[] {
  if (year < 1980) return [''];
  if (classification === 'SECRET') return ['(S)', '(S)', '(S/NF)', '(C)', '(U)'];
  if (classification === 'CONFIDENTIAL') return ['(C)', '(C)', '(C)', '(C/NF)', '(SBU)', '(U)'];
  if (classification === 'LIMITED OFFICIAL USE') return ['(LOU)'];
  return sensitive ? ['(SBU)', '(SBU)', '(U)'] : ['(U)', ''];
}

/** Invented. */
const SIGNERS = [
  'ARDVIK',
  'BELLWEATHER',
  'COLSTRAND',
  'DEMAREST-POLK',
  'EVERGLADE',
  'FENNIMORE',
  'GRISTLETON',
  'HOLMSTEAD',
];

/** Another post of the year, for addressee lists. */
export function drawPost(draft: Draft): string {
  const post = draft.random.pick(otherPosts(draft.place.year));
  return post.station === 'STATE' ? 'AMEMBASSY LONDON' : post.name;
}
