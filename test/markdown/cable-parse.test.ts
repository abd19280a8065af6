/** A cable is a syntax of the unified ecosystem: tree, messages and positions as any plugin expects them. */
import fc from 'fast-check';
import type { Root } from 'mdast';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { cableParse } from '../../src/markdown/cable-parse.ts';

const cable = [
  'O 150945Z MAY 08',
  'FM AMEMBASSY SAMPLETOWN',
  'TO SECSTATE WASHDC IMMEDIATE 7318',
  '',
  'C O N F I D E N T I A L SAMPLETOWN 001882',
  '',
  'E.O. 12958: DECL: 05/15/2018',
  'TAGS: PREL',
  'SUBJECT: HARBOR FEES RISE',
  '',
  '1. (C) The port handled more than',
  'two hundred ships last year.',
  '',
  '3. (C) Fees will rise.',
  'DOE',
].join('\n');

function parse(text: string): { tree: Root; file: VFile } {
  const file = new VFile({ value: text, path: '2008/08SAMPLETOWN1882.txt' });
  return { tree: unified().use(cableParse).parse(file), file };
}

test('a raw cable becomes a tree, its record stands beside it', () => {
  const { tree, file } = parse(cable);
  expect(file.data.cable).toMatchObject({ id: '08SAMPLETOWN1882', subject: 'HARBOR FEES RISE' });
  expect(tree.children.map(({ type }) => type)).toEqual(['paragraph', 'paragraph', 'paragraph']);
});

test('a node knows its lines of the raw file', () => {
  const [first] = parse(cable).tree.children;
  expect(first?.position).toEqual({
    start: { line: 11, column: 1 },
    end: { line: 12, column: 'two hundred ships last year.'.length + 1 },
  });
});

test('an error is told without being fatal, and with advice', () => {
  const { file } = parse('');
  expect(
    file.messages.map(({ ruleId, source, fatal, severity }) => ({ ruleId, source, fatal, severity })),
  ).toEqual([{ ruleId: 'empty-file', source: 'cable', fatal: false, severity: 'error' }]);
  expect(file.messages[0]?.note).toMatch(/^Remove the file/);
});

test('a part that the file does not hold is our own mistake', () => {
  expect(() => unified().use(cableParse, { part: 7 }).parse(new VFile(cable))).toThrow(RangeError);
});

test('every position and every message lies inside the file', () => {
  const pieces = fc.constantFrom(
    ...cable.split('\n'),
    '',
    'QUOTE',
    'a. (C) One',
    '-- two',
    'A  B  C',
    '\t1\t2',
    'XXXXXXXXXXXX',
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 30 }), fc.constantFrom('\n', '\r\n', '\r'), (lines, end) => {
      const { tree, file } = parse(lines.join(end));
      const inside = (point: { line: number; column: number }) => {
        expect(point.line).toBeGreaterThanOrEqual(1);
        expect(point.line).toBeLessThanOrEqual(Math.max(1, lines.length));
        expect(point.column).toBeLessThanOrEqual((lines[point.line - 1]?.length ?? 0) + 1);
      };
      visit(tree, ({ position }) => {
        if (position) [position.start, position.end].forEach(inside);
      });
      for (const { place } of file.messages) {
        if (place && 'start' in place) [place.start, place.end].forEach(inside);
      }
    }),
    { numRuns: 300 },
  );
});
