import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { arch, cpus, loadavg, platform, release, totalmem } from 'node:os';
import type { Row } from './rows/row.ts';

const startLoad = loadavg();

const INTRODUCTION = `# What it costs

Written by \`npm run bench\`; each row is one whole process with all it starts. CPU is user and system time together, peak is
the most memory that the processes held at one time (sampled every 40 ms). The cables are those of \`npm run corpus\`.
`;

/** The exact version that `package.json` pins. */
function versionOf(name: string): string {
  const file = new URL('../package.json', import.meta.url);
  const { dependencies, devDependencies } = JSON.parse(readFileSync(file, 'utf8')) as Record<
    string,
    Record<string, string>
  >;
  return dependencies?.[name] ?? devDependencies?.[name] ?? 'unknown';
}

function answer(command: string, args: readonly string[]): string | undefined {
  try {
    return execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return undefined;
  }
}

function circumstances(): string {
  const commit = answer('git', ['rev-parse', '--short', 'HEAD']) ?? 'unknown';
  const changed = answer('git', [
    'status',
    '--porcelain',
    '--',
    'src',
    'bench',
    'package.json',
    ':!bench/RESULTS.md',
  ])
    ? ' with changes'
    : '';
  const hugo = answer('hugo', ['version'])?.match(/v[\d.]+/)?.[0];
  const processor = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}`;
  const versions = ['astro', 'pagefind', '@11ty/eleventy'].map((name) => `${name} ${versionOf(name)}`);
  return [
    `${new Date().toISOString().slice(0, 16).replace('T', ' ')} UTC, commit ${commit}${changed}.`,
    `${processor}, ${Math.round(totalmem() / 1e9)} GB, ${platform()} ${release()} ${arch()}.`,
    `Other work on the machine: load ${(startLoad[0] ?? 0).toFixed(1)} when the program began.`,
    `Node ${process.versions.node}, ${versions.join(', ')}${hugo ? `, Hugo ${hugo}` : ''}.`,
  ].join(' ');
}

/** Rows as a Markdown table. */
export function formatRows(rows: readonly Row[]): string {
  const number = (value: number, digits = 0) =>
    value.toLocaleString('en', { maximumFractionDigits: digits, minimumFractionDigits: digits });
  const lines = rows.map(({ what, cables, cost, files, bytes, note }) =>
    [
      what,
      number(cables),
      cost ? number(cost.cpu, 1) : '',
      cost ? number(cost.wall, 1) : '',
      cost ? number(cost.peak) : '',
      files === undefined ? '' : number(files),
      bytes === undefined ? '' : number(bytes / 1e6, 1),
      note ?? '',
    ].join(' | '),
  );
  return [
    '| what | cables | CPU s | wall s | peak MB | files | output MB | |',
    '|---|--:|--:|--:|--:|--:|--:|---|',
    ...lines.map((line) => `| ${line} |`),
  ].join('\n');
}

/** Puts the rows of one kind of measurement into the results file; the other kinds' sections stay as they are. */
export function writeResults(file: string, kind: string, rows: readonly Row[]): void {
  const before = existsSync(file)
    ? readFileSync(file, 'utf8')
        .split(/^(?=## )/m)
        .slice(1)
    : [];
  const section = `## ${kind}\n\n${circumstances()}\n\n${formatRows(rows)}\n\n`;
  const at = before.findIndex((text) => text.startsWith(`## ${kind}\n`));
  const sections = at < 0 ? [...before, section] : before.with(at, section);
  writeFileSync(file, `${INTRODUCTION}\n${sections.map((text) => text.trimEnd()).join('\n\n')}\n`);
}
