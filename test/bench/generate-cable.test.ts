import { expect, test } from 'vitest';
import { generateCable } from '../../bench/corpus/generate-cable.ts';
import { placeCable } from '../../bench/corpus/place-cable.ts';
import { createRandom } from '../../bench/corpus/random.ts';
import { drawWord, VOCABULARY_SIZE } from '../../bench/corpus/vocabulary.ts';

const indexes = Array.from({ length: 500 }, (_, index) => index);

test('a cable is the same whether made alone or in a row, and differs by seed', () => {
  const alone = generateCable(311, 1);
  const inRow = indexes.map((index) => generateCable(index, 1))[311];
  expect(inRow).toEqual(alone);
  expect(generateCable(311, 2).text).not.toBe(alone.text);
});

test('no two of 100,000 cables share an id', () => {
  const ids = new Set(Array.from({ length: 100_000 }, (_, index) => placeCable(index, 1).id));
  expect(ids.size).toBe(100_000);
});

test('lengths are those of an archive: a median near 900 words, none over 20,000 by much', () => {
  const words = indexes
    .map((index) => generateCable(index, 1).text.split(/\s+/).length)
    .toSorted((a, b) => a - b);
  expect(words[250]).toBeGreaterThan(700);
  expect(words[250]).toBeLessThan(1300);
  expect(words.at(-1)).toBeLessThan(30_000);
});

test('at least one cable in ten of a small archive cites another that it holds', () => {
  const held = new Set(
    indexes.map((index) => `${placeCable(index, 1).stationName} ${placeCable(index, 1).serial}`),
  );
  const citing = indexes.filter((index) => {
    const refs = /REF[:(][\s\S]{0,600}?\n\s*\n/.exec(generateCable(index, 1).text)?.[0] ?? '';
    return [...refs.matchAll(/([A-Z][A-Z' ]+?) (\d+)/g)].some(([, station, serial]) =>
      held.has(`${station} ${serial}`),
    );
  });
  expect(citing.length).toBeGreaterThan(indexes.length * 0.1);
});

test('words follow a law of few frequent and many rare', () => {
  const random = createRandom(1, 1);
  const counts = new Map<string, number>();
  for (let draw = 0; draw < 200_000; draw++) {
    const word = drawWord(random);
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  expect(counts.size).toBeGreaterThan(20_000);
  expect(counts.size).toBeLessThan(VOCABULARY_SIZE);
  expect(Math.max(...counts.values()) / 200_000).toBeGreaterThan(0.03);
});
