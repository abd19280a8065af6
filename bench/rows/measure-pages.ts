import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { countOutput } from '../count-output.ts';
import { measureProcess } from '../measure-process.ts';
import { nodeFlags } from './cables-command.ts';
import { type Corpus, checked, type ProcessRow } from './row.ts';

const script = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

/** The page step alone, behind a read step that is not measured: what a generator does that is given Markdown. */
export async function measurePages(corpus: Corpus): Promise<ProcessRow> {
  // Inside the project, for the pages' program is run from there and looks for its packages above it.
  const cache = fileURLToPath(new URL(`../../.cache/bench-${process.pid}`, import.meta.url));
  const site = join(corpus.scratch, 'pages');
  const env = { CABLES: corpus.directory, CABLES_CACHE: cache, ASTRO_TELEMETRY_DISABLED: '1' };
  const run = async (args: string[]) =>
    checked('pages', await measureProcess({ command: process.execPath, args: [...nodeFlags, ...args], env }));
  mkdirSync(site);
  try {
    await run([script('./read-archive.ts')]);
    const cost = await run([script('./make-site.ts'), site]);
    return { what: 'Cable Archive, pages, cold', cables: corpus.cables, cost, ...countOutput(site) };
  } finally {
    rmSync(cache, { recursive: true, force: true });
    rmSync(site, { recursive: true, force: true });
  }
}
