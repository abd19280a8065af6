import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { compare } from './compare.ts';

const source = new URL('../', import.meta.url);

/** Rooms whose code decides what is read out of a raw text. */
const rooms = ['cable', 'markdown', 'data'];
const modules = [
  'acronyms-of',
  'anchored-pieces',
  'anchors-lock',
  'apply-lock',
  'archive-message',
  'code-of',
  'compare',
  'each-piece',
  'entry-of',
  'groups',
  'is-binary',
  'keep-anchors',
  'markdown-path',
  'mentions-of',
  'name-of',
  'read-batch',
  'read-raw',
  'section-files',
];

/** Digest of the program that reads cables: files read by another are read again. */
export function engineDigest(): string {
  const hash = createHash('sha256').update(process.versions.node);
  for (const room of rooms) {
    const folder = fileURLToPath(new URL(`${room}/`, source));
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.ts'),
    );
    for (const name of names.sort(compare))
      hash.update(`\0${name}\0`).update(readFileSync(`${folder}${name}`));
  }
  for (const name of modules) hash.update(readFileSync(new URL(`archive/${name}.ts`, source)));
  return hash.update(readFileSync(new URL('../package-lock.json', source))).digest('hex');
}
