import { fileURLToPath } from 'node:url';

/** The folder of the program: where `astro.config.mjs` and `node_modules` are. */
export const projectRoot = fileURLToPath(new URL('../../', import.meta.url)).replace(/[\\/]$/, '');
