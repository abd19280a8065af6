import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { CatalogEntry } from '../archive/catalog.ts';
import { LineWriter } from '../archive/line-writer.ts';
import { loadCable } from '../archive/load-cable.ts';
import { markdownPath } from '../archive/markdown-path.ts';
import { openArchive } from '../archive/open-archive.ts';
import { readCables } from '../archive/read-cables.ts';
import { readSettings } from '../archive/read-settings.ts';
import { toCsv } from '../publish/csv.ts';
import { csvHeader, toCells } from '../publish/exports.ts';
import { recordJson, recordLine, toRecord } from '../publish/record-json.ts';
import { checkWritable } from './check-writable.ts';
import type { Command, Values } from './command.ts';
import { Complaint, explainDisk } from './complaint.ts';
import { findArchive } from './find-archive.ts';
import { createProgress } from './progress.ts';
import { many } from './summary-line.ts';
import { write } from './write.ts';

const kinds = ['markdown', 'json', 'ndjson', 'csv'] as const;
type Kind = (typeof kinds)[number];

export const command: Command = {
  help: `Usage: cables convert --to KIND --out DIR

Writes the cables of the folder cables/ in another form.

  --to markdown   DIR/08BEIJING1882.md: front matter and text (what is written if --to is left out)
  --to json       DIR/08BEIJING1882.json: the record
  --to ndjson     DIR/cables.ndjson: all records, one a line
  --to csv        DIR/cables.csv: what the headers say, one row a cable
  --out DIR       an empty folder, or one that is made; ndjson and csv go to standard output without it
  --force         write into a folder that holds files; files of the same name are replaced

CABLES=folder names another folder of cables than cables/.

Exit status: 0 written, whatever the diagnostics; 1 not written; 2 the command was not understood.
`,
  options: {
    to: { type: 'string', default: 'markdown' },
    out: { type: 'string' },
    force: { type: 'boolean' },
  },
  async run(values) {
    const kind = kinds.find((known) => known === values.to);
    if (!kind) throw new Complaint(`--to can be ${kinds.join(', ')}, not ${values.to}.`, 2);
    const out = outFor(kind, values);
    try {
      return await convert(kind, out);
    } catch (error) {
      throw explainDisk(error, 'Not all was written.');
    }
  },
};

async function convert(kind: Kind, out: string | undefined): Promise<number> {
  const places = findArchive();
  const settings = readSettings(places.cables);
  const progress = createProgress();
  progress.step('Reading cables');
  await readCables(places, settings, { onProgress: progress.update });
  const { entries } = openArchive();
  const recordOf = (entry: CatalogEntry) => toRecord(loadCable(entry).cable, entry.address, settings);
  const isOne = kind === 'csv' || kind === 'ndjson';
  const one = out !== undefined && isOne ? new LineWriter(join(out, `cables.${kind}`)) : undefined;
  progress.step('Writing');
  if (kind === 'csv') await put(csvHeader());
  for (const [at, entry] of entries.entries()) {
    const { address } = entry;
    if (kind === 'csv') await put(toCsv([toCells(entry, settings)]));
    else if (kind === 'ndjson') await put(recordLine(recordOf(entry)));
    else if (kind === 'json') {
      writeFileSync(join(out ?? '', `${address}.json`), recordJson(recordOf(entry)));
    } else {
      writeFileSync(
        join(out ?? '', `${address}.md`),
        readFileSync(join(places.markdown, markdownPath(entry))),
      );
    }
    progress.update(at + 1, entries.length);
  }
  one?.close();
  progress.end();
  if (out !== undefined) process.stderr.write(`${out}: ${many(entries.length, 'cable')}\n`);
  return 0;

  async function put(line: string): Promise<void> {
    if (one) one.write(line.replace(/\r?\n$/, ''));
    else await write(line);
  }
}

/** The folder to write to, made where it is missing; none for one text on standard output. */
function outFor(kind: Kind, { out, force }: Values): string | undefined {
  if (typeof out !== 'string') {
    if (kind === 'ndjson' || kind === 'csv') return undefined;
    throw new Complaint('Name a folder to write to with --out.', 2);
  }
  const folder = resolve(out);
  checkWritable(folder);
  const held = existsSync(folder) ? readdirSync(folder).length : 0;
  if (held > 0 && force !== true) {
    throw new Complaint(
      `${folder} holds ${many(held, 'file')}. Name an empty folder, or add --force to replace files.`,
    );
  }
  mkdirSync(folder, { recursive: true });
  return folder;
}
