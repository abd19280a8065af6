/** Words that name another cable lead to it. */
import { expect, test } from 'vitest';
import type { Cable } from '../../src/cable/cable.ts';
import { cableToHtml } from '../../src/markdown/cable-to-html.ts';
import { elementsOf } from './read-texts.ts';

function cableOf(text: string): Cable {
  return {
    id: '08SAMPLETOWN9',
    year: 2008,
    dialect: 'cablegate',
    references: [
      { bullet: 'A', kind: 'cable', id: '08STATE50524', text: 'STATE 50524' },
      { bullet: 'B', kind: 'cable', id: '07BEIJING12', text: '07 BEIJING 12' },
      { bullet: 'C', kind: 'email', text: 'DOE-ROE EMAIL' },
    ],
    body: [{ type: 'paragraph', lines: [1, 1], anchor: 'p1', number: 1, text }],
    fields: [],
    diagnostics: [],
    source: { lines: 1 },
  };
}

const resolve = (id: string, target: string | undefined) => `/cables/${id}/${target ? `#${target}` : ''}`;

function linksOf(text: string, how = resolve as (id: string, target?: string) => string | undefined) {
  return elementsOf(cableToHtml(cableOf(text), { resolve: how }))
    .filter(({ attributes }) => attributes.class === 'mention')
    .map(({ attributes }) => attributes.href);
}

test('a letter of the reference list leads to its cable', () => {
  expect(linksOf('As in REF A, and again in ref B.')).toEqual([
    '/cables/08STATE50524/',
    '/cables/07BEIJING12/',
  ]);
});

test('a paragraph that is named is where the link leads', () => {
  expect(linksOf('See para 3 of ref B.')).toEqual(['/cables/07BEIJING12/#p3']);
});

test('a number in the text leads to its cable', () => {
  expect(linksOf('We told them (07 BEIJING 001234).')).toEqual(['/cables/07BEIJING1234/']);
});

test('what may mean several cables, or none, leads nowhere', () => {
  expect(linksOf('Per reftels, and REF C, and REF D.')).toEqual([]);
});

test('a cable that has no page is text', () => {
  expect(linksOf('As in REF A.', () => undefined)).toEqual([]);
});

test('links change no word of the text', () => {
  const text = 'Para 3 of ref B, REF A, 07 BEIJING 001234; refs A and B.\nAnd REF A again.';
  const words = (html: string) => html.replace(/<[^>]*>/g, '');
  expect(words(cableToHtml(cableOf(text), { resolve }))).toBe(words(cableToHtml(cableOf(text))));
});
