import { canonicalId } from '../cable/cable-id.ts';
import type { Command } from './command.ts';
import { Complaint } from './complaint.ts';

export const command: Command = {
  help: `Usage: cables id TEXT...

Prints the canonical id of a cable (08BEIJING1882) for the id as someone wrote it ("2008 Beijing 001882"), one a line.

Exit status: 0 each text holds an id; 1 one does not; 2 the command was not understood.
`,
  operands: true,
  options: {},
  run(_values, texts) {
    if (texts.length === 0) throw new Complaint('Name an id.', 2);
    let status = 0;
    for (const text of texts) {
      const { id } = canonicalId(text);
      if (id !== undefined) process.stdout.write(`${id}\n`);
      else {
        process.stderr.write(`${text}: this holds no year, post and number.\n`);
        status = 1;
      }
    }
    return status;
  },
};
