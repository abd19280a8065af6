/**
 * `npm test`: everything that must hold before a change lands, one step after the other, closed by one line that counts.
 *
 *     node test/run.ts            all steps
 *     node test/run.ts unit       one step: check, unit or pages
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findBrowser } from './e2e/find-browser.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), 'cable-archive-test-'));
const bin = (name: string) => join(root, 'node_modules', '.bin', name);

interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

/** Runs a program in the project's folder with its output on this terminal; gives its exit status. */
function run(command: string, args: string[], env: NodeJS.ProcessEnv = {}): number {
  const windows = process.platform === 'win32';
  const { status } = spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', ...env },
    shell: windows,
  });
  return status ?? 1;
}

function check(): Counts {
  const tools: [string, string[]][] = [
    ['biome', ['check', '.']],
    ['prettier', ['--check', '--log-level=warn', 'src/**/*.astro']],
    ['astro', ['check', '--minimumFailingSeverity', 'error']],
    ['tsc', ['--noEmit']],
  ];
  const failed = tools.filter(([tool, args]) => run(bin(tool), args) !== 0).length;
  return { passed: tools.length - failed, failed, skipped: 0 };
}

function unit(): Counts {
  const report = join(scratch, 'unit.json');
  const status = run(bin('vitest'), [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]);
  const { numPassedTests, numFailedTests, numPendingTests } = readReport(report, {
    numPassedTests: 0,
    numFailedTests: 0,
    numPendingTests: 0,
  });
  return { passed: numPassedTests, failed: atLeastOne(numFailedTests, status), skipped: numPendingTests };
}

function pages(): Counts {
  const report = join(scratch, 'pages.json');
  const status = run(bin('playwright'), ['test', '--reporter=list,json'], {
    CHROME_PATH: findBrowser(),
    PLAYWRIGHT_JSON_OUTPUT_NAME: report,
  });
  const { stats } = readReport(report, { stats: { expected: 0, unexpected: 0, flaky: 0, skipped: 0 } });
  if (stats.flaky > 0) console.log(`pages: ${stats.flaky} of the passed needed a second try`);
  return {
    passed: stats.expected + stats.flaky,
    failed: atLeastOne(stats.unexpected, status),
    skipped: stats.skipped,
  };
}

/** A step whose program failed without a failed test (it did not start, it crashed) counts as one failure. */
function atLeastOne(failed: number, status: number): number {
  return status === 0 ? failed : Math.max(failed, 1);
}

function readReport<T>(path: string, none: T): T {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return none;
  }
}

const steps = { check, unit, pages };
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in steps));
if (unknown.length > 0) {
  console.error(`There is no step ${unknown.join(', ')}. Steps: ${Object.keys(steps).join(', ')}.`);
  process.exit(2);
}

const total: Counts = { passed: 0, failed: 0, skipped: 0 };
for (const [name, step] of Object.entries(steps)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  const { passed, failed, skipped } = step();
  console.log(`${name}: ${passed} passed, ${failed} failed`);
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
}
rmSync(scratch, { recursive: true, force: true });
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exit(total.failed === 0 ? 0 : 1);
