import { readFileSync, statSync } from 'node:fs';
import { type ArchiveMessage, fileMessage, tooLarge } from '../archive/archive-message.ts';
import { codeOf } from '../archive/code-of.ts';
import { compare } from '../archive/compare.ts';
import { isBinary } from '../archive/is-binary.ts';
import { openArchive } from '../archive/open-archive.ts';
import { readCables } from '../archive/read-cables.ts';
import { cablesIn, readRaw, toRaw } from '../archive/read-raw.ts';
import { readSettings } from '../archive/read-settings.ts';
import { cablesOf } from '../archive/section-files.ts';
import type { Cable } from '../cable/cable.ts';
import { lostWords } from '../cable/copy/lost-words.ts';
import { diagnosticTable } from '../cable/diagnostics.ts';
import { findArchive } from './find-archive.ts';
import { createProgress } from './progress.ts';
import { many } from './summary-line.ts';

export interface Collected {
  messages: ArchiveMessage[];
  cables: number;
}

/** All messages of the archive that the environment names: of its files, and of each cable. */
export async function checkFolder(): Promise<Collected> {
  const places = findArchive();
  const progress = createProgress();
  progress.step('Reading cables');
  const { messages } = await readCables(places, readSettings(places.cables), { onProgress: progress.update });
  const { entries } = openArchive();
  const files = [...Map.groupBy(entries, ({ path }) => path)].sort(([a], [b]) => compare(a, b));
  const all = [...messages];
  progress.step('Checking');
  for (const [at, [path, own]] of files.entries()) {
    const paths = own[0]?.paths ?? [path];
    const { cables, text } = cablesOf(paths.map((one) => readRaw(places.cables, one)));
    for (const { part } of own) all.push(...messagesOf(cables[part], path));
    all.push(...lostIn(text, cables, path));
    progress.update(at + 1, files.length);
  }
  progress.end();
  return { messages: all, cables: entries.length };
}

/** All messages of some files, whatever archive they belong to. */
export function checkFiles(files: readonly string[]): Collected {
  const messages: ArchiveMessage[] = [];
  let count = 0;
  for (const file of files) {
    try {
      const stat = statSync(file);
      if (stat.isDirectory()) {
        messages.push({
          ...fileMessage('file-is-folder', file, 'This is a folder.'),
          severity: 'error',
          advice: 'Name its files, or the folder as CABLES=folder.',
        });
        continue;
      }
      if (stat.size > MOST * 1_000_000) {
        messages.push(tooLarge(file, stat.size, MOST));
        continue;
      }
      const content = readFileSync(file);
      if (isBinary(content)) {
        messages.push(fileMessage('file-binary', file, 'The file is no text but bytes of a program.'));
        continue;
      }
      const raw = toRaw(file, content);
      const cables = cablesIn(raw);
      count += cables.length;
      for (const cable of cables) messages.push(...messagesOf(cable, file));
      messages.push(...lostIn(raw.text, cables, file));
    } catch (error) {
      const code = codeOf(error);
      messages.push(
        code === 'ENOENT'
          ? fileMessage('file-missing', file, 'There is no such file.')
          : fileMessage('file-unreadable', file, `The file cannot be read (${code}).`),
      );
    }
  }
  return { messages, cables: count };
}

function messagesOf(cable: Cable | undefined, path: string): ArchiveMessage[] {
  return (cable?.diagnostics ?? []).map(({ code, severity, message, lines: [line] }) => {
    return { path, line, code, severity, message, advice: diagnosticTable[code].advice };
  });
}

/** The largest file that settings allow, in MB. */
const MOST = 500;

/** At most this many of the words lost are named. */
const NAMED = 8;

function lostIn(text: string, cables: readonly Cable[], path: string): ArchiveMessage[] {
  const words = lostWords(text, cables);
  if (words.length === 0) return [];
  const named = `${words.slice(0, NAMED).join(', ')}${words.length > NAMED ? ', …' : ''}`;
  const told = `${many(words.length, 'word')} of the file did not come through the reading: ${named}.`;
  return [fileMessage('words-lost', path, told)];
}
