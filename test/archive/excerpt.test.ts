import fc from 'fast-check';
import { expect, test } from 'vitest';
import { excerptOf } from '../../src/archive/mentions-of.ts';

const at = (text: string, words: string) =>
  [text.indexOf(words), text.indexOf(words) + words.length] as const;

test('an excerpt is the sentence around', () => {
  const text = 'Dues rose. As told in ref B, ships wait. More will come.';
  expect(excerptOf(text, ...at(text, 'ref B'))).toBe('As told in ref B, ships wait.');
});

test('an excerpt of a long sentence is cut between words and says so', () => {
  const text = `${'many words go before it '.repeat(30)}ref B${' and many words come behind'.repeat(30)}`;
  const excerpt = excerptOf(text, ...at(text, 'ref B'));
  expect(excerpt).toMatch(/^… \S.*ref B.*\S …$/);
  expect(excerpt.length).toBeLessThan(260);
  for (const word of excerpt.replaceAll('…', '').trim().split(' ')) expect(text.split(' ')).toContain(word);
});

test('an excerpt always holds the mention and is never long', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 600 }), fc.string({ maxLength: 600 }), (before, behind) => {
      const text = `${before}REF A${behind}`;
      const excerpt = excerptOf(text, before.length, before.length + 5);
      expect(excerpt).toContain('REF A');
      expect(excerpt.length).toBeLessThanOrEqual(250);
    }),
  );
});
