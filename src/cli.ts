#!/usr/bin/env node
/**
 * The program: `node src/cli.ts <command>`. Each command is a module of its own in `cli/`, read only when it is asked for, so that
 * `parse` starts fast.
 *
 * Exit status: 0 done; 1 something in the cables or on the disk is wrong; 2 the command was not understood.
 */
import { parseArgs } from 'node:util';
import type { Command } from './cli/command.ts';
import { Complaint } from './cli/complaint.ts';
import { keepCompiled } from './cli/keep-compiled.ts';

const commands: Record<string, () => Promise<{ command: Command }>> = {
  parse: () => import('./cli/parse.ts'),
  check: () => import('./cli/check.ts'),
  convert: () => import('./cli/convert.ts'),
  explain: () => import('./cli/explain.ts'),
  anchors: () => import('./cli/anchors.ts'),
  id: () => import('./cli/id.ts'),
  build: () => import('./cli/build.ts'),
  merge: () => import('./cli/merge.ts'),
  start: () => import('./cli/start.ts'),
  dev: () => import('./cli/dev.ts'),
  preview: () => import('./cli/preview.ts'),
};

const overview = `Usage: cables <command> [options]

  parse     raw cables to JSON records, one a line
  check     report what is wrong or doubtful in the cables
  convert   write cables as Markdown, JSON, NDJSON or CSV
  explain   show the raw text beside what each line became
  id        put the id of a cable into its canonical form
  anchors   lock the links to paragraphs, so that they hold
  build     build the site into dist/
  merge     build the site from shares that several machines made
  start     build the site and serve it
  dev       serve the site while editing: a changed cable reloads its page
  preview   serve the site that was built last

cables <command> --help tells of one command. CABLES=folder names another folder of cables than cables/.

Exit status: 0 done; 1 something in the cables or on the disk is wrong; 2 the command was not understood.
`;

async function main([name = '', ...args]: string[]): Promise<number> {
  if (['', '--help', '-h', 'help'].includes(name)) {
    process.stdout.write(overview);
    return name === '' ? 2 : 0;
  }
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!load) {
    throw new Complaint(`There is no command ${name}. Commands: ${Object.keys(commands).join(', ')}.`, 2);
  }
  const { command } = await load();
  const { values, positionals } = parse(name, command, args);
  if (values.help === true) {
    process.stdout.write(command.help);
    return 0;
  }
  const [operand] = positionals;
  if (operand !== undefined && !command.operands)
    throw new Complaint(`${name} takes no ${operand}. See cables ${name} --help.`, 2);
  return command.run(values, positionals);
}

function parse(name: string, { options }: Command, args: string[]) {
  try {
    const help = { type: 'boolean', short: 'h' } as const;
    return parseArgs({ args, options: { ...options, help }, allowPositionals: true, strict: true });
  } catch (error) {
    const told = (error as Error).message.split(/\. To specify|\n/, 1)[0]?.replace(/\.?$/, '.');
    throw new Complaint(`${told} See cables ${name} --help.`, 2);
  }
}

keepCompiled();

// A reader that has seen enough (`head`) closes the pipe: that is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  const isOurs = error instanceof Complaint;
  if (isOurs || (error as Error).name === 'SettingsError')
    process.stderr.write(`${(error as Error).message}\n`);
  else process.stderr.write(`${(error as Error).stack ?? error}\n`);
  process.exitCode = isOurs ? error.status : 1;
}
