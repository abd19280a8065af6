import { buildHelp, buildOptions, outOf } from './build.ts';
import type { Command } from './command.ts';
import { enterProject } from './enter-project.ts';
import { portAsked } from './port-asked.ts';
import { summaryLine } from './summary-line.ts';

export const command: Command = {
  help: `Usage: cables start [options]

Builds the site and serves it; prints one line with its address, the number of cables and of diagnostics.

${buildHelp}
HOST and PORT name where it is served (localhost, 4321, or the next free port).

Exit status: 0 stopped by the user; 1 the site could not be built or served; 2 the command was not understood.
`,
  options: buildOptions,
  async run(values) {
    const out = outOf(values);
    const port = portAsked();
    enterProject();
    const [{ buildSite }, { serveSite }] = await Promise.all([
      import('./build-site.ts'),
      import('./serve-site.ts'),
    ]);
    const { settings, summary } = await buildSite({ out, force: values.force === true });
    const { url } = await serveSite(out, settings.base, port);
    process.stdout.write(`${url} - ${summaryLine(summary)}\n`);
    return 0;
  },
};
