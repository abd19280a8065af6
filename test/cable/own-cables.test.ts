import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { cablesIn, readRaw } from '../../src/archive/read-raw.ts';
import type { Block, Cable, Item } from '../../src/cable/cable.ts';

const folder = fileURLToPath(new URL('../../cables/', import.meta.url));

const countOf = (items: readonly Item[] = []): number =>
  items.reduce((sum, { items }) => sum + 1 + countOf(items), 0);

/** `1 (C) summary`, `2 (C), 4 points`, `heading PORTS`, `quote [1, 2]`: what stands in a body, in its order. */
function outlineOf(body: readonly Block[]): string[] {
  return body.map((block) => {
    if (block.type === 'quote') return `quote [${outlineOf(block.body).join(', ')}]`;
    if (block.type === 'heading') return `heading ${block.text}`;
    if (block.type !== 'paragraph') return block.type;
    const { label, number, mark, role, items } = block;
    const points = items ? [`${countOf(items)} points`] : [];
    return [label ?? number ?? 'unnumbered', mark?.raw ?? [], role ?? [], points].flat(2).join(' ');
  });
}

const linesOf = (cable: Cable) => [
  `${cable.id ?? 'without id'} (${cable.dialect}): ${cable.subject ?? 'no subject'}`,
  `  fields: ${[...new Set(cable.fields.map(({ field }) => field))].join(' ')}`,
  `  body: ${outlineOf(cable.body).join('; ')}`,
  ...(['signers', 'closing', 'endNotes', 'endMarks'] as const).flatMap((name) =>
    cable[name] ? [`  ${name}: ${cable[name].join('; ')}`] : [],
  ),
  ...(cable.unparsed ?? []).map(({ text }) => `  unparsed: ${text}`),
  ...cable.diagnostics.map(({ code, lines }) => `  ${code} ${lines.join('-')}`),
];

test("the repository's own cables are read as they were (vitest -u writes what has changed)", async () => {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(?:txt|md|html)$/.test(path))
    .sort();
  expect(files.length).toBeGreaterThan(30);
  const read = files.flatMap((path) => [
    `# ${path}`,
    ...cablesIn(readRaw(folder, path)).flatMap(linesOf),
    '',
  ]);
  await expect(read.join('\n')).toMatchFileSnapshot('own-cables.txt');
});
