import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { countOutput } from '../count-output.ts';
import { type Cost, measureProcess } from '../measure-process.ts';
import { writePeerContent } from '../peers/write-peer-content.ts';
import { type Corpus, checked, type Row } from './row.ts';

const peers = fileURLToPath(new URL('../peers/', import.meta.url));

async function measureSite(
  what: string,
  corpus: Corpus,
  site: string,
  out: string,
  run: () => Promise<Cost>,
): Promise<Row[]> {
  const row = async (state: string): Promise<Row> => {
    const cost = checked(what, await run());
    return { what: `${what}, ${state}`, cables: corpus.cables, cost, ...countOutput(join(site, out)) };
  };
  const rows = [await row('cold'), await row('again')];
  rmSync(site, { recursive: true, force: true });
  return rows;
}

/** Eleventy, and Hugo where it is installed, on the same texts as Markdown, with templates that show the same. */
export async function measurePeers(corpus: Corpus): Promise<Row[]> {
  const content = join(corpus.scratch, 'peer-content');
  const count = writePeerContent(corpus.directory, content);
  if (count < corpus.cables * 0.8)
    throw new Error(`Only ${count} of ${corpus.cables} cables could be given to the peers.`);
  const rows: Row[] = [];

  const eleventy = join(corpus.scratch, 'eleventy');
  cpSync(join(peers, 'eleventy'), eleventy, { recursive: true });
  cpSync(join(content, 'cables'), join(eleventy, 'cables'), { recursive: true });
  const program = fileURLToPath(new URL('../../node_modules/@11ty/eleventy/cmd.cjs', import.meta.url));
  const runEleventy = () =>
    measureProcess({
      command: process.execPath,
      args: ['--max-old-space-size=8192', program, '--quiet'],
      cwd: eleventy,
    });
  rows.push(...(await measureSite(`Eleventy, ${count} cables`, corpus, eleventy, '_site', runEleventy)));

  const installed = await measureProcess({ command: 'hugo', args: ['version'] }).catch(() => undefined);
  if (installed?.status === 0) {
    const hugo = join(corpus.scratch, 'hugo');
    cpSync(join(peers, 'hugo'), hugo, { recursive: true });
    mkdirSync(join(hugo, 'content'));
    cpSync(join(content, 'cables'), join(hugo, 'content', 'cables'), { recursive: true });
    const runHugo = () => measureProcess({ command: 'hugo', args: ['--quiet'], cwd: hugo });
    rows.push(...(await measureSite(`Hugo, ${count} cables`, corpus, hugo, 'public', runHugo)));
  }
  rmSync(content, { recursive: true, force: true });
  return rows;
}
