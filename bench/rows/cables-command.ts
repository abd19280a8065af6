import { fileURLToPath } from 'node:url';

/** How the package's scripts start Node. */
export const nodeFlags = ['--max-semi-space-size=8'];

/** The program as the package's scripts start it: what stands before its own arguments. */
export const cablesCommand = [...nodeFlags, fileURLToPath(new URL('../../src/cli.ts', import.meta.url))];
