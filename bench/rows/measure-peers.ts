import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { countOutput } from '../count-output.ts';
import { type Cost, measureProcess } from '../measure-process.ts';
import { type Peer, writePeerContent } from '../peers/write-peer-content.ts';
import { measurePages } from './measure-pages.ts';
import { type Corpus, checked, type ProcessRow, type Row } from './row.ts';

const peers = fileURLToPath(new URL('../peers/', import.meta.url));

async function measureSite(
  what: string,
  corpus: Corpus,
  site: string,
  out: string,
  run: () => Promise<Cost>,
): Promise<ProcessRow[]> {
  const row = async (state: string): Promise<ProcessRow> => {
    const cost = checked(what, await run());
    return { what: `${what}, ${state}`, cables: corpus.cables, cost, ...countOutput(join(site, out)) };
  };
  const rows = [await row('cold'), await row('again')];
  rmSync(site, { recursive: true, force: true });
  return rows;
}

/** A folder of a peer with its templates and the cables; gives how many. */
function placeSite(peer: Peer, corpus: Corpus, content: string): { site: string; count: number } {
  const site = join(corpus.scratch, peer);
  cpSync(join(peers, peer), site, { recursive: true });
  const count = writePeerContent(corpus.directory, join(site, content), peer);
  if (count < corpus.cables * 0.8)
    throw new Error(`Only ${count} of ${corpus.cables} cables could be given to ${peer}.`);
  return { site, count };
}

/**
 * Eleventy, and Hugo where it is installed, on the same texts as Markdown, with templates equivalent to ours: the same parts of a
 * cable's page, its original line by line, the files beside it, and the lists. Search and downloads of all are not asked of them.
 */
export async function measurePeers(corpus: Corpus): Promise<Row[]> {
  const ours = await measurePages(corpus);
  const rows: ProcessRow[] = [];
  const eleventy = placeSite('eleventy', corpus, '');
  const program = fileURLToPath(new URL('../../node_modules/@11ty/eleventy/cmd.cjs', import.meta.url));
  const runEleventy = () =>
    measureProcess({
      command: process.execPath,
      args: ['--max-old-space-size=16384', program, '--quiet'],
      cwd: eleventy.site,
    });
  rows.push(
    ...(await measureSite(`Eleventy, ${eleventy.count} cables`, corpus, eleventy.site, '_site', runEleventy)),
  );

  const installed = await measureProcess({ command: 'hugo', args: ['version'] }).catch(() => undefined);
  if (installed?.status === 0) {
    const hugo = placeSite('hugo', corpus, 'content');
    const runHugo = () => measureProcess({ command: 'hugo', args: ['--quiet'], cwd: hugo.site });
    rows.push(...(await measureSite(`Hugo, ${hugo.count} cables`, corpus, hugo.site, 'public', runHugo)));
  }
  return [ours, ...rows.map((row) => ({ ...row, note: compare(ours.cost, row.cost) }))];
}

/** What ours took for each second and megabyte of theirs. */
function compare(ours: Cost, theirs: Cost): string {
  const part = (name: string, key: 'cpu' | 'wall' | 'peak') =>
    `${name} ${(ours[key] / theirs[key]).toFixed(2)}`;
  return `ours to theirs: ${part('CPU', 'cpu')}, ${part('wall', 'wall')}, ${part('memory', 'peak')}`;
}
