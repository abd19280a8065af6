import { resolve } from 'node:path';
import { buildHelp, buildOptions, outOf } from './build.ts';
import type { Command } from './command.ts';
import { Complaint } from './complaint.ts';
import { enterProject } from './enter-project.ts';
import { summaryLine } from './summary-line.ts';

export const command: Command = {
  help: `Usage: cables merge [options] SHARE...

Builds the site as \`cables build\` does, byte for byte, and takes the folders of cables from shares that \`cables build --shard\` made
of the same cables with the same program. Folders that are in no share, or made from something else, are made.

${buildHelp}

Exit status: 0 the site is built; 1 it is not, and the site of before is as it was; 2 the command was not understood.
`,
  operands: true,
  options: buildOptions,
  async run(values, shares) {
    if (shares.length === 0) throw new Complaint('Which shares? See cables merge --help.', 2);
    const out = outOf(values);
    const folders = shares.map((share) => resolve(share));
    enterProject();
    const { buildSite } = await import('./build-site.ts');
    const built = await buildSite({ out, force: values.force === true, shares: folders });
    const { all, kept } = built.folders;
    const number = (value: number) => value.toLocaleString('en');
    const taken = built.unchanged
      ? 'nothing has changed'
      : `${number(kept)} of ${number(all)} folders taken over`;
    process.stdout.write(`${out}: ${summaryLine(built.summary)}, ${taken}\n`);
    return 0;
  },
};
