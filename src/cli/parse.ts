import { readFileSync, statSync } from 'node:fs';
import { cablesIn, toRaw } from '../archive/read-raw.ts';
import type { ParseOptions } from '../cable/context.ts';
import { parseCable } from '../cable/parse-cable.ts';
import type { Command } from './command.ts';
import { Complaint } from './complaint.ts';
import { reasonOf } from './reason-of.ts';
import { write } from './write.ts';

export const command: Command = {
  help: `Usage: cables parse FILE...
       cables parse -
       cables parse --each-line

Prints one JSON record a cable and line, in the order of the files. A file of several cables gives several lines.

  -             read one text from standard input
  --each-line   read one JSON object {"text", "path"?, "year"?, "id"?} a line from standard input, and answer each with one record

Exit status: 0 every file gave a record, whatever its diagnostics; 1 a file or a line could not be read; 2 the command was not
understood.
`,
  operands: true,
  options: { 'each-line': { type: 'boolean' } },
  async run(values, files) {
    if (values['each-line']) {
      if (files.length > 0)
        throw new Complaint('--each-line takes its texts from standard input, not from files.', 2);
      return answerLines();
    }
    if (files.length === 0) throw new Complaint('Name the files to parse, or - for standard input.', 2);
    let status = 0;
    for (const file of files) {
      try {
        await write(`${(file === '-' ? recordsOf(await readInput()) : recordsOfFile(file)).join('\n')}\n`);
      } catch (error) {
        process.stderr.write(`${file}: ${reasonOf(error)}\n`);
        status = 1;
      }
    }
    return status;
  },
};

function recordsOfFile(file: string): string[] {
  if (statSync(file).isDirectory()) throw new Complaint('this is a folder.');
  return recordsOf(readFileSync(file), file);
}

function recordsOf(content: Uint8Array, path?: string): string[] {
  const raw = toRaw(path ?? '', content);
  return cablesIn(path === undefined ? { ...raw, path: undefined } : raw).map((cable) =>
    JSON.stringify(cable),
  );
}

async function readInput(): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** Answers each line as soon as it is whole, so that a program may ask and wait. */
async function answerLines(): Promise<number> {
  let status = 0;
  let number = 0;
  let rest: string[] = [];
  const answer = (line: string): string => {
    number += 1;
    if (line.trim() === '') return '';
    try {
      return `${JSON.stringify(parseLine(line))}\n`;
    } catch (error) {
      status = 1;
      process.stderr.write(`line ${number}: ${reasonOf(error)}\n`);
      return `${JSON.stringify({ error: reasonOf(error), line: number })}\n`;
    }
  };
  process.stdin.setEncoding('utf8');
  for await (const chunk of process.stdin as AsyncIterable<string>) {
    const lines = chunk.split('\n');
    if (lines.length === 1) {
      rest.push(chunk);
      continue;
    }
    const first = [...rest, lines[0]].join('');
    rest = [lines.at(-1) ?? ''];
    await write([first, ...lines.slice(1, -1)].map(answer).join(''));
  }
  const last = rest.join('');
  if (last !== '') await write(answer(last));
  return status;
}

function parseLine(line: string) {
  const { text, path, year, id }: { text?: unknown; year?: unknown } & Omit<ParseOptions, 'year'> =
    JSON.parse(line);
  if (typeof text !== 'string') throw new Complaint('the object has no "text".');
  const options: ParseOptions = {};
  if (typeof path === 'string') options.path = path;
  if (/^\d{1,4}$/.test(String(year))) options.year = Number(year);
  if (typeof id === 'string') options.id = id;
  return parseCable(text, options);
}
