#!/usr/bin/env node
/**
 * Writes an invented archive: `npm run corpus -- 10000 DIR [--seed 1]`. Folders by year, by month too where there are many.
 * Cables go to disk as they are made; memory does not grow with their number.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { generateCable } from './corpus/generate-cable.ts';

/** As many cables to a year's folder as one likes to see listed. */
const MANY = 30_000;
const AT_ONCE = 64;

/** @returns bytes written */
export async function writeCorpus(count: number, directory: string, seed = 1): Promise<number> {
  const made = new Set<string>();
  const open = new Set<Promise<void>>();
  let bytes = 0;
  for (let index = 0; index < count; index++) {
    const cable = generateCable(index, seed);
    const month = String(cable.month).padStart(2, '0');
    const folder = join(directory, String(cable.year), ...(count > MANY ? [month] : []));
    if (!made.has(folder)) {
      await mkdir(folder, { recursive: true });
      made.add(folder);
    }
    const content = Buffer.from(cable.text, cable.encoding === 'utf-8' ? 'utf8' : 'latin1');
    bytes += content.length;
    const write = writeFile(join(folder, cable.name), content).finally(() => open.delete(write));
    open.add(write);
    if (open.size >= AT_ONCE) await Promise.race(open);
    if (process.stderr.isTTY && index % 1000 === 0) process.stderr.write(`\r${index} of ${count} cables`);
  }
  await Promise.all(open);
  await writeFile(
    join(directory, 'archive.yaml'),
    `title: Generated archive\ndescription: ${count} invented cables, seed ${seed}.\nurl: https://archive.example/\nlanguage: en\npublisher: Nobody\nlicence: CC0\n`,
  );
  return bytes;
}

if (import.meta.main) {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { seed: { type: 'string', default: '1' } },
  });
  const [count, directory] = positionals;
  if (!count || !/^\d+$/.test(count) || !directory || !/^\d+$/.test(values.seed)) {
    console.error('Usage: npm run corpus -- COUNT DIRECTORY [--seed NUMBER]');
    process.exit(2);
  }
  const bytes = await writeCorpus(Number(count), directory, Number(values.seed));
  console.log(`${count} cables, ${(bytes / 1e6).toFixed(1)} MB, in ${directory}`);
}
