import { appendFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { countOutput } from '../count-output.ts';
import { type Cost, measureProcess } from '../measure-process.ts';
import { cablesCommand, nodeFlags } from './cables-command.ts';
import { type Corpus, checked, type Row } from './row.ts';

const readAlone = fileURLToPath(new URL('./read-archive.ts', import.meta.url));

/** What the program says of its own steps, in seconds of wall time, and what it held in each: `making pages 31.3 s 702 MB`. */
export function stepsOf({ told }: Cost): string {
  let most = 0;
  const steps = told.flatMap(({ text, peak }) => {
    most = Math.max(most, peak);
    return [...text.matchAll(/^([A-Z][^:\n]{1,60}): (?:[\d,]+, )?([\d.]+) s$/gm)].map(([, step, seconds]) => {
      const held = most > 0 ? ` ${Math.round(most)} MB` : '';
      most = 0;
      return `${step?.toLowerCase()} ${seconds} s${held}`;
    });
  });
  return steps.join(', ');
}

/**
 * Reading alone, then the whole build: from nothing, with nothing changed, with one cable changed, one removed, one added, and with
 * all pages changed and no cable: by a setting, which costs what a changed template does.
 * Cache and site have places of their own; the checkout's are left alone.
 */
export async function measureBuild(corpus: Corpus): Promise<Row[]> {
  // Inside the project, for the pages' program is run from there and looks for its packages above it.
  const cache = fileURLToPath(new URL(`../../.cache/bench-${process.pid}`, import.meta.url));
  const out = join(corpus.scratch, 'site');
  const env = { CABLES: corpus.directory, CABLES_CACHE: cache, ASTRO_TELEMETRY_DISABLED: '1' };
  const rows: Row[] = [];
  const row = async (what: string, args: readonly string[], folder: string): Promise<void> => {
    const cost = checked(what, await measureProcess({ command: process.execPath, args, env }));
    rows.push({ what, cables: corpus.cables, cost, ...countOutput(folder), note: stepsOf(cost) });
  };
  const build = (what: string) => row(what, [...cablesCommand, 'build', '--out', out], out);

  await row('read step, cold', [...nodeFlags, readAlone], cache);
  await row('read step, unchanged', [...nodeFlags, readAlone], cache);
  rmSync(cache, { recursive: true, force: true });
  await build('whole build, cold');
  await build('whole build, unchanged');
  const cables = readdirSync(corpus.directory, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.txt'),
  );
  const path = join(corpus.directory, cables.toSorted()[Math.floor(cables.length / 2)] as string);
  const text = readFileSync(path);
  appendFileSync(path, '\nOne line more.\n');
  await build('whole build, one cable changed');
  rmSync(path);
  await build('whole build, one cable removed');
  writeFileSync(path, text);
  await build('whole build, one cable added');
  const settings = join(corpus.directory, 'archive.yaml');
  const given = readFileSync(settings, 'utf8');
  writeFileSync(settings, given.replace(/^title: .*/, 'title: Another'));
  await build('whole build, all pages changed');
  writeFileSync(settings, given);
  rmSync(cache, { recursive: true, force: true });
  rmSync(out, { recursive: true, force: true });
  return rows;
}
