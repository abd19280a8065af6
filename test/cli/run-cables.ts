import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../../src/cli.ts', import.meta.url));

export interface Ended {
  status: number | null;
  out: string;
  err: string;
}

/** Starts the program; `ended` settles when it has ended. */
export function startCables(args: string[], env: NodeJS.ProcessEnv = {}) {
  const child = spawn(process.execPath, [program, ...args], { env: { ...process.env, ...env } });
  const out: string[] = [];
  const err: string[] = [];
  child.stdout.on('data', (chunk) => out.push(String(chunk)));
  child.stderr.on('data', (chunk) => err.push(String(chunk)));
  const ended = new Promise<Ended>((resolve) => {
    child.on('close', (status) => resolve({ status, out: out.join(''), err: err.join('') }));
  });
  return { child, ended, out: () => out.join(''), err: () => err.join('') };
}

/** Runs the program to its end. */
export function cables(
  args: string[],
  { input, env }: { input?: string; env?: NodeJS.ProcessEnv } = {},
): Promise<Ended> {
  const { child, ended } = startCables(args, env);
  child.stdin.on('error', () => {});
  child.stdin.end(input);
  return ended;
}
