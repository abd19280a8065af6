import { styleText } from 'node:util';
import type { ArchiveMessage } from '../archive/archive-message.ts';
import { compare } from '../archive/compare.ts';
import type { Severity } from '../cable/diagnostics.ts';
import { checkFiles, checkFolder } from './collect-messages.ts';
import type { Command } from './command.ts';
import { Complaint } from './complaint.ts';
import { printable } from './printable.ts';
import { many } from './summary-line.ts';
import { write } from './write.ts';

const ranks: Record<Severity, number> = { error: 0, warning: 1, info: 2 };
const styles = { error: 'red', warning: 'yellow', info: 'blue' } as const;

export const command: Command = {
  help: `Usage: cables check [options] [FILE...]

Reports what is wrong or doubtful in the cables of the folder cables/, or in the files named: file, line, severity, code,
what was seen, what to do. Also verifies of every file that no word of it was lost in reading. Files of the folder that are
left aside are told too: README.md says which endings are read.

  --json            one JSON object a line: path, line, severity, code, message, advice
  --level LEVEL     error, warning or info: what is told at least (info)

CABLES=folder names another folder of cables than cables/.

Exit status: 0 no errors; 1 errors; 2 the command was not understood.
`,
  operands: true,
  options: { json: { type: 'boolean' }, level: { type: 'string', default: 'info' } },
  async run({ json, level }, files) {
    if (level !== 'info' && level !== 'warning' && level !== 'error') {
      throw new Complaint(`--level can be error, warning or info, not ${level}.`, 2);
    }
    const { messages, cables } = files.length > 0 ? checkFiles(files) : await checkFolder();
    messages.sort((a, b) => compare(a.path, b.path) || (a.line ?? 0) - (b.line ?? 0));
    const told = messages.filter(({ severity }) => ranks[severity] <= ranks[level]);
    for (const message of told) {
      await write(json ? `${JSON.stringify(message)}\n` : lineOf(message, process.stdout.isTTY === true));
    }
    const count = (severity: Severity) => messages.filter((message) => message.severity === severity).length;
    const [errors, warnings, notes] = [count('error'), count('warning'), count('info')];
    if (!json) {
      const sums = `${many(errors, 'error')}, ${many(warnings, 'warning')}, ${many(notes, 'note')}`;
      await write(`${told.length > 0 ? '\n' : ''}${many(cables, 'cable')}: ${sums}\n`);
    }
    return errors > 0 ? 1 : 0;
  },
};

/** `2008/08LIMA12.txt:14  warning  tag-unknown  The code is in no TAGS table. PXYZ` and, under it, what to do. */
function lineOf({ path, line, severity, code, message, advice }: ArchiveMessage, colored: boolean): string {
  const place = printable(line === undefined ? path : `${path}:${line}`);
  const kind = colored ? styleText(styles[severity], severity, { validateStream: false }) : severity;
  const todo = colored ? styleText('dim', advice, { validateStream: false }) : advice;
  return `${place}  ${kind}  ${code}  ${printable(message)}\n    ${todo}\n`;
}
