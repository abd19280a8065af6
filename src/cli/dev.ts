import type { Command } from './command.ts';
import { enterProject } from './enter-project.ts';
import { portAsked } from './port-asked.ts';
import { projectRoot } from './project-root.ts';
import { summaryLine } from './summary-line.ts';

export const command: Command = {
  help: `Usage: cables dev

Serves the site while editing: a changed cable is read again and its page reloads. Search needs a build.
HOST and PORT name where it is served (localhost, 4321, or the next free port).

Exit status: 0 stopped by the user; 1 the site could not be served; 2 the command was not understood.
`,
  options: {},
  async run() {
    const port = portAsked();
    enterProject();
    process.env.CABLES_DEV = '1';
    process.env.ASTRO_TELEMETRY_DISABLED = '1';
    const [{ findArchive }, { readCables }, { readSettings }, { createProgress }] = await Promise.all([
      import('./find-archive.ts'),
      import('../archive/read-cables.ts'),
      import('../archive/read-settings.ts'),
      import('./progress.ts'),
    ]);
    const places = findArchive();
    const progress = createProgress();
    progress.step('Reading cables');
    const summary = await readCables(places, readSettings(places.cables), { onProgress: progress.update });
    progress.end();
    const { dev } = await import('astro');
    const host = process.env.HOST || 'localhost';
    const server = { host, port };
    const { address } = await dev({ root: projectRoot, logLevel: 'warn', server });
    const { base } = readSettings(places.cables);
    process.stdout.write(`http://${host}:${address.port}${base} - ${summaryLine(summary)}\n`);
    return 0;
  },
};
