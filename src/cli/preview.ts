import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { outOf } from './build.ts';
import type { Command } from './command.ts';
import { Complaint } from './complaint.ts';
import { enterProject } from './enter-project.ts';
import { portAsked } from './port-asked.ts';

export const command: Command = {
  help: `Usage: cables preview [options]

Serves the site that was built last.

  --out DIR   folder of the built site (dist)

HOST and PORT name where it is served (localhost, 4321, or the next free port).

Exit status: 0 stopped by the user; 1 there is no site, or it cannot be served; 2 the command was not understood.
`,
  options: { out: { type: 'string' } },
  async run(values) {
    const out = outOf(values);
    const port = portAsked();
    enterProject();
    if (!existsSync(join(out, 'index.html'))) {
      throw new Complaint(`There is no site in ${out}. Build it with \`npm run build\`.`);
    }
    const [{ findPlaces }, { readSettings }, { serveSite }] = await Promise.all([
      import('../archive/places.ts'),
      import('../archive/read-settings.ts'),
      import('./serve-site.ts'),
    ]);
    const { url } = await serveSite(out, readSettings(findPlaces().cables).base, port);
    process.stdout.write(`${url}\n`);
    return 0;
  },
};
