import { resolve } from 'node:path';
import type { Command, Values } from './command.ts';
import { enterProject } from './enter-project.ts';
import { summaryLine } from './summary-line.ts';

export const buildOptions: Command['options'] = { out: { type: 'string' }, force: { type: 'boolean' } };

export const buildHelp = `  --out DIR   folder of the built site (dist)
  --force     make everything anew

CABLES=folder names another folder of cables than cables/.`;

export const command: Command = {
  help: `Usage: cables build [options]

Reads cables/ and builds the site into dist/. The site of before stays there until the new one is finished.

${buildHelp}

Exit status: 0 the site is built, whatever its diagnostics; 1 it is not, and the site of before is as it was; 2 the command was not
understood.
`,
  options: buildOptions,
  async run(values) {
    const out = outOf(values);
    enterProject();
    const { buildSite } = await import('./build-site.ts');
    const { summary, unchanged } = await buildSite({ out, force: values.force === true });
    process.stdout.write(`${out}: ${summaryLine(summary)}${unchanged ? ', nothing has changed' : ''}\n`);
    return 0;
  },
};

/** The folder of the built site: of `--out`, relative to where the caller stands, else `dist` of the project. */
export function outOf({ out }: Values): string {
  return typeof out === 'string' ? resolve(out) : resolve(import.meta.dirname, '../../dist');
}
