/** What a whole process costs, its children included. Linux reads `/proc`; elsewhere `/usr/bin/time -l` is asked. */
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { platform } from 'node:os';

export interface Cost {
  /** Seconds of processor time, user and system, of the process and all it started. */
  cpu: number;
  /** Seconds. */
  wall: number;
  /** Megabytes (10^6): the most that the processes held at one time. */
  peak: number;
  status: number;
  stdout: string;
  stderr: string;
  /** What it wrote to standard error piece by piece, and the most megabytes held since the piece before: 0 where the system does not tell. */
  told: Told[];
}

export interface Told {
  text: string;
  peak: number;
}

interface Command {
  command: string;
  args: readonly string[];
  cwd?: string;
  env?: NodeJS.ProcessEnv;
}

const SAMPLE_EVERY = 40;
/** `getconf CLK_TCK` is 100 on every Linux that Node runs on. */
const TICKS = 100;

/** Runs a program to its end and measures it. Does not throw on a status other than 0. */
export function measureProcess(command: Command): Promise<Cost> {
  return platform() === 'linux' ? measureByProc(command) : measureByTime(command);
}

/** `heldSince`: the most megabytes held since it was asked last. */
function run({ command, args, cwd, env }: Command, heldSince: () => number = () => 0) {
  const child = spawn(command, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const stdout: Buffer[] = [];
  const told: Told[] = [];
  child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
  child.stderr.setEncoding('utf8');
  child.stderr.on('data', (text: string) => told.push({ text, peak: heldSince() }));
  const ended = new Promise<Pick<Cost, 'status' | 'stdout' | 'stderr' | 'told'>>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status) =>
      resolve({
        status: status ?? 1,
        stdout: Buffer.concat(stdout).toString(),
        stderr: told.map(({ text }) => text).join(''),
        told,
      }),
    );
  });
  return { pid: child.pid, ended };
}

async function measureByProc(command: Command): Promise<Cost> {
  const before = childTime();
  const start = performance.now();
  let held = 0;
  const { pid, ended } = run(command, () => {
    const most = held / 1e6;
    held = 0;
    return most;
  });
  let peak = 0;
  const timer = setInterval(() => {
    if (pid === undefined) return;
    held = Math.max(held, residentOfTree(pid));
    peak = Math.max(peak, held);
  }, SAMPLE_EVERY);
  const result = await ended.finally(() => clearInterval(timer));
  const wall = (performance.now() - start) / 1000;
  return { ...result, wall, cpu: childTime() - before, peak: peak / 1e6 };
}

/** Processor seconds of all ended children of this process and theirs: fields 16 and 17 of `/proc/self/stat`. */
function childTime(): number {
  const fields = afterName(readFileSync('/proc/self/stat', 'utf8'));
  return (Number(fields[13]) + Number(fields[14])) / TICKS;
}

/** The fields of a stat line behind the name, which may hold blanks and brackets: field 3 comes first. */
function afterName(stat: string): string[] {
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
}

/** Bytes that a process and its descendants hold now. */
function residentOfTree(root: number): number {
  learnParents();
  const tree = new Set([root]);
  for (const [pid, parent] of [...parents].toSorted(([a], [b]) => a - b)) if (tree.has(parent)) tree.add(pid);
  return [...tree].reduce((sum, pid) => sum + resident(pid), 0);
}

/** Parents of all processes of the machine. Each is asked once: to ask all of them at each sample takes a sixth of a core. */
const parents = new Map<number, number>();

function learnParents(): void {
  const running = new Set(
    readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map(Number),
  );
  for (const pid of parents.keys()) if (!running.has(pid)) parents.delete(pid);
  for (const pid of running) {
    if (parents.has(pid)) continue;
    try {
      parents.set(pid, Number(afterName(readFileSync(`/proc/${pid}/stat`, 'utf8'))[1]));
    } catch {
      // ended between the two reads
    }
  }
}

function resident(pid: number): number {
  try {
    const match = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
    return Number(match?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}

async function measureByTime({ command, args, ...rest }: Command): Promise<Cost> {
  const start = performance.now();
  const result = await run({ command: '/usr/bin/time', args: ['-l', command, ...args], ...rest }).ended;
  const wall = (performance.now() - start) / 1000;
  const user = /([\d.]+) user/.exec(result.stderr)?.[1];
  const system = /([\d.]+) sys/.exec(result.stderr)?.[1];
  const peak = /(\d+)\s+maximum resident set size/.exec(result.stderr)?.[1];
  return { ...result, wall, cpu: Number(user) + Number(system), peak: Number(peak) / 1e6 };
}
