import { resolve } from 'node:path';
import type { Command, Values } from './command.ts';
import { Complaint } from './complaint.ts';
import { enterProject } from './enter-project.ts';
import { parseShard, type Shard } from './share.ts';
import { many, summaryLine } from './summary-line.ts';

export const buildOptions: Command['options'] = { out: { type: 'string' }, force: { type: 'boolean' } };

export const buildHelp = `  --out DIR   folder of the built site (dist)
  --force     make everything anew

CABLES=folder names another folder of cables than cables/.`;

export const command: Command = {
  help: `Usage: cables build [options]

Reads cables/ and builds the site into dist/. The site of before stays there until the new one is finished.

${buildHelp}

  --shard 3/16 --out DIR   make the third of sixteen shares of the cables' folders, for \`cables merge\` to put together

Exit status: 0 the site is built, whatever its diagnostics; 1 it is not, and the site of before is as it was; 2 the command was not
understood.
`,
  options: { ...buildOptions, shard: { type: 'string' } },
  async run(values) {
    if (typeof values.shard === 'string') return buildPart(values, parseShard(values.shard));
    const out = outOf(values);
    enterProject();
    const { buildSite } = await import('./build-site.ts');
    const { summary, unchanged } = await buildSite({ out, force: values.force === true });
    process.stdout.write(`${out}: ${summaryLine(summary)}${unchanged ? ', nothing has changed' : ''}\n`);
    return 0;
  },
};

async function buildPart({ out, force }: Values, shard: Shard): Promise<number> {
  if (typeof out !== 'string') throw new Complaint('--shard needs a folder of its own: --out DIR.', 2);
  if (force) throw new Complaint('--shard and --force do not go together: delete the folder instead.', 2);
  const folder = resolve(out);
  enterProject();
  const { buildShare } = await import('./build-share.ts');
  const folders = await buildShare({ out: folder, shard });
  process.stdout.write(`${folder}: share ${shard.at} of ${shard.of}, ${many(folders, 'folder')}\n`);
  return 0;
}

/** The folder of the built site: of `--out`, relative to where the caller stands, else `dist` of the project. */
export function outOf({ out }: Values): string {
  return typeof out === 'string' ? resolve(out) : resolve(import.meta.dirname, '../../dist');
}
