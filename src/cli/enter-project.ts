import { resolve } from 'node:path';
import { projectRoot } from './project-root.ts';

/** Goes to the project's folder, where Astro and the pages look for their files; `CABLES` keeps its meaning. */
export function enterProject(): void {
  if (process.env.CABLES) process.env.CABLES = resolve(process.env.CABLES);
  if (process.env.CABLES_CACHE) process.env.CABLES_CACHE = resolve(process.env.CABLES_CACHE);
  process.chdir(projectRoot);
}
