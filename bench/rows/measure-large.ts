import { appendFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { countOutput } from '../count-output.ts';
import { measureProcess } from '../measure-process.ts';
import { cablesCommand } from './cables-command.ts';
import { stepsOf } from './measure-build.ts';
import { measureQueries } from './measure-search.ts';
import { weighLists } from './measure-weights.ts';
import { type Corpus, checked, type Row } from './row.ts';

/**
 * One site of a large archive: built from nothing, with nothing changed, with one cable changed (the site of before has to be taken
 * over) and with another (most of it lies ready), then asked, and its list pages weighed. Nothing is built from nothing a second
 * time.
 */
export async function measureLarge(corpus: Corpus): Promise<Row[]> {
  const cache = fileURLToPath(new URL(`../../.cache/bench-${process.pid}`, import.meta.url));
  const out = join(corpus.scratch, 'site');
  const env = { CABLES: corpus.directory, CABLES_CACHE: cache, ASTRO_TELEMETRY_DISABLED: '1' };
  const rows: Row[] = [];
  const build = async (what: string): Promise<void> => {
    const args = [...cablesCommand, 'build', '--out', out];
    const cost = checked(what, await measureProcess({ command: process.execPath, args, env }));
    const note = stepsOf(cost);
    rows.push({ what, cables: corpus.cables, cost, ...countOutput(out), note });
    console.error(`${what}: ${cost.wall.toFixed(1)} s, ${Math.round(cost.peak)} MB; ${note}`);
  };
  try {
    await build('whole build, cold');
    await build('whole build, unchanged');
    const paths = readdirSync(corpus.directory, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.txt'))
      .sort();
    for (const [number, what] of ['one cable changed', 'another cable changed'].entries()) {
      const path = paths[Math.floor((paths.length * (number + 1)) / 3)] as string;
      appendFileSync(join(corpus.directory, path), '\nOne line more.\n');
      await build(`whole build, ${what}`);
    }
    rows.push(...(await measureQueries(out, corpus.cables)), ...weighLists(out, corpus.cables));
  } finally {
    rmSync(cache, { recursive: true, force: true });
    rmSync(out, { recursive: true, force: true });
  }
  return rows;
}
