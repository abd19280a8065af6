import fc from 'fast-check';
import { expect, test } from 'vitest';
import { generateCable } from '../../bench/corpus/generate-cable.ts';
import type { Cable } from '../../src/cable/cable.ts';
import { parseCables } from '../../src/cable/parse-cable.ts';

const textOf = (index: number) => generateCable(index, 17).text;

/** What a reader would miss, had the two run into each other. */
const gistOf = ({ id, subject, body, signers, to, partial }: Cable) => ({
  id,
  subject,
  to: to?.map(({ name }) => name),
  blocks: body.map((block) => ('text' in block ? block.text : block.type)),
  signers,
  partial,
});

test('two cables in one file are the two that they are in files of their own', () => {
  let pairs = 0;
  fc.assert(
    fc.property(fc.nat(20_000), fc.nat(20_000), (one, two) => {
      const [first, second] = [textOf(one), textOf(two)];
      const [a, ...others] = parseCables(first);
      const [b, ...more] = parseCables(second);
      // A dump, a page or a Markdown copy is a file of its own; only who signed tells the end of a text without end marks.
      fc.pre(a !== undefined && b !== undefined && others.length + more.length === 0);
      fc.pre(!a.wrapper && !b.wrapper && !/<pre>|\]\(/.test(first + second) && a.signers !== undefined);
      pairs += 1;
      expect(parseCables(`${first}\n\n\n${second}`).map(gistOf)).toEqual([a, b].map(gistOf));
    }),
    { numRuns: Number(process.env.RUNS ?? 100), seed: 5 },
  );
  expect(pairs).toBeGreaterThan(50);
});
