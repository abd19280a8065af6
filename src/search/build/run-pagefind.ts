import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { NOT_INDEXED } from './index-text.ts';

const home = join(dirname(fileURLToPath(import.meta.resolve('pagefind'))), '..');

/** Version of the indexer: a part of every shard's digest. */
export const pagefindVersion: string = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')).version;

/** The program that Pagefind's command starts, by way of one more Node. */
async function findProgram(): Promise<string> {
  const { href } = pathToFileURL(join(home, 'lib', 'resolveBinary.js'));
  const { resolveBinaryPath } = (await import(href)) as { resolveBinaryPath(names: string[]): string };
  return resolveBinaryPath(['pagefind_extended', 'pagefind']);
}

/**
 * Runs Pagefind over a folder of pages. Its program needs two thirds of the time of its Node interface.
 *
 * @throws Error with the indexer's own words where it fails
 */
export async function runPagefind(siteDir: string, outDir: string, language: string): Promise<void> {
  const program = await findProgram();
  const args = [
    ...['--site', siteDir, '--output-path', outDir, '--force-language', language, '--silent'],
    ...NOT_INDEXED.flatMap((selector) => ['--exclude-selectors', selector]),
  ];
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    const said: string[] = [];
    child.stdout.on('data', (chunk) => said.push(String(chunk)));
    child.stderr.on('data', (chunk) => said.push(String(chunk)));
    child.on('error', reject);
    child.on('close', (status, signal) => {
      if (status === 0) resolve();
      else
        reject(
          new Error(
            `The search index could not be built: ${said.join('').trim() || `the indexer ended with ${signal ?? status}`}`,
          ),
        );
    });
  });
}
