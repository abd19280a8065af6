import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Block, Cable, Item } from '../../src/cable/cable.ts';
import type { ParseOptions } from '../../src/cable/context.ts';
import { lostWords } from '../../src/cable/copy/lost-words.ts';
import { parseCables } from '../../src/cable/parse-cable.ts';
import { cableToMarkdown } from '../../src/markdown/cable-to-markdown.ts';

const folder = new URL('./samples/', import.meta.url);
const samples = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .sort();

function fileOf(sample: string, name: string): string | undefined {
  const url = new URL(`${sample}/${name}`, folder);
  return existsSync(url) ? readFileSync(url, 'utf8') : undefined;
}

function read(sample: string): { text: string; cables: Cable[] } {
  const text = fileOf(sample, 'input.txt') ?? '';
  const options = JSON.parse(fileOf(sample, 'options.json') ?? '{}') as ParseOptions;
  return { text, cables: parseCables(text, options) };
}

/** `null` in a sample says that the field is absent: fills what was read with `null` where the sample has it. */
function withNulls(read: unknown, expected: unknown): unknown {
  if (expected === null) return read === undefined ? null : read;
  if (typeof expected !== 'object' || typeof read !== 'object' || read === null) return read;
  if (Array.isArray(read)) return read.map((part, index) => withNulls(part, (expected as unknown[])[index]));
  const filled: Record<string, unknown> = { ...read };
  for (const [key, part] of Object.entries(expected)) filled[key] = withNulls(filled[key], part);
  return filled;
}

function messagesOf(cables: readonly Cable[]): string[] {
  return cables.flatMap((cable) =>
    cable.diagnostics.map(({ code, lines }) => `${code} ${lines[0]}-${lines[1]}`),
  );
}

function anchorsOf(blocks: readonly (Block | Item)[]): string[] {
  return blocks.flatMap((block) => [
    ...('anchor' in block ? [block.anchor] : []),
    ...('items' in block ? anchorsOf(block.items ?? []) : []),
    ...('body' in block ? anchorsOf(block.body) : []),
  ]);
}

/** All line spans of a record, wherever they stand. */
function spansOf(value: unknown): [number, number][] {
  if (Array.isArray(value)) return value.flatMap(spansOf);
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, part]) =>
    key === 'lines' && Array.isArray(part) ? [part as [number, number]] : spansOf(part),
  );
}

test.for(samples)('%s: the fields are read', (sample) => {
  const { cables } = read(sample);
  const expected = JSON.parse(fileOf(sample, 'cable.json') ?? '{}');
  const found = Array.isArray(expected) ? cables : cables[0];
  expect(withNulls(found, expected)).toMatchObject(expected);
});

test.for(samples)('%s: these doubts are reported, and no others', (sample) => {
  const { cables } = read(sample);
  const expected = (fileOf(sample, 'messages.txt') ?? '').split('\n').filter((line) => line !== '');
  expect(messagesOf(cables).sort()).toEqual(expected.sort());
});

test.for(samples)('%s: no word is lost, every place is inside the file, anchors are unique', (sample) => {
  const { text, cables } = read(sample);
  expect(lostWords(text, cables)).toEqual([]);
  for (const cable of cables) {
    for (const [first, last] of spansOf(cable)) {
      expect(first).toBeGreaterThanOrEqual(1);
      expect(last).toBeGreaterThanOrEqual(first);
      expect(last).toBeLessThanOrEqual(cable.source.lines);
    }
    const anchors = anchorsOf(cable.body);
    expect(new Set(anchors).size).toBe(anchors.length);
  }
});

const written = samples.filter((sample) => fileOf(sample, 'output.md') !== undefined);

if (written.length > 0) {
  test.for(written)('%s: this is its Markdown', (sample) => {
    const { cables } = read(sample);
    expect(cables.map((cable) => cableToMarkdown(cable)).join('\n')).toBe(fileOf(sample, 'output.md'));
  });
}
