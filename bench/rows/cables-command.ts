import { fileURLToPath } from 'node:url';

/** The program as the package's scripts start it: what stands before its own arguments. */
export const cablesCommand = [
  '--max-semi-space-size=8',
  fileURLToPath(new URL('../../src/cli.ts', import.meta.url)),
];
