import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Block, Item, PortionMark } from '../../src/cable/cable.ts';
import { parseCables } from '../../src/cable/parse-cable.ts';
import { writtenCable } from './written-cables.ts';

const markOf = (mark?: PortionMark) => (mark ? `(${[mark.level, ...(mark.controls ?? [])].join('/')})` : '');
const itemsOf = (items: readonly Item[] = []): string[] =>
  items.flatMap(({ label, mark, text, items }) => [`${label} ${markOf(mark)}: ${text}`, ...itemsOf(items)]);

/** One line for each thing in a body. */
function outlineOf(body: readonly Block[]): string[] {
  return body.flatMap((block) => {
    if (block.type === 'quote') return ['quote', ...outlineOf(block.body).map((line) => `> ${line}`)];
    if (block.type === 'rule') return ['rule'];
    if (block.type !== 'paragraph') return [`${block.type}: ${block.text}`];
    const { number, mark, role, text, items } = block;
    return [`${number ?? ''} ${markOf(mark)} ${role ?? ''}: ${text}`, ...itemsOf(items)];
  });
}

/** Blanks between words and before the colon say nothing. */
const plain = (line: string) => line.replace(/\s+/g, ' ').replace(/ ?: /, ': ').trim();

test('what was written into a body is found in it', () => {
  fc.assert(
    fc.property(writtenCable, ({ text, outline, summary }) => {
      const [cable, ...others] = parseCables(text);
      const signed = (cable?.signers ?? []).map((name) => `signed ${name}`);
      expect([...outlineOf(cable?.body ?? []), ...signed].map(plain)).toEqual(outline.map(plain));
      expect(plain(cable?.summary ?? '')).toBe(plain(summary ?? ''));
      expect(others).toEqual([]);
    }),
    { numRuns: Number(process.env.RUNS ?? 400), seed: 3 },
  );
});
