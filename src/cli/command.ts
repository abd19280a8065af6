import type { ParseArgsOptionsConfig } from 'node:util';

/** Values of a command's options, as `parseArgs` gives them. */
export type Values = Record<string, string | boolean | (string | boolean)[] | undefined>;

/** A command of the program. */
export interface Command {
  /** The text of `--help`, exit statuses included. */
  help: string;
  options: ParseArgsOptionsConfig;
  /** Words may stand behind the options: files, ids, shares. */
  operands?: true;
  /** Does the work and gives the exit status. Throws a `Complaint` for what the caller can mend. */
  run(values: Values, positionals: string[]): number | Promise<number>;
}
