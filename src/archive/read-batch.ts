/** What a worker of the read step does: some raw files in, their lines of the catalog out, their Markdown written. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Cable } from '../cable/cable.ts';
import { type DiagnosticCode, diagnosticTable } from '../cable/diagnostics.ts';
import { cableToMarkdown } from '../markdown/cable-to-markdown.ts';
import type { AppliedLock } from './apply-lock.ts';
import { type ArchiveMessage, fileMessage } from './archive-message.ts';
import type { CatalogEntry } from './catalog.ts';
import { codeOf } from './code-of.ts';
import { entryOf, type LooseEntry } from './entry-of.ts';
import { isBinary } from './is-binary.ts';
import type { AnchorChange } from './keep-anchors.ts';
import { markdownPath } from './markdown-path.ts';
import { digestOf, type RawFile, toRaw } from './read-raw.ts';
import { archiveCablesOf } from './section-files.ts';
import { isOfData } from './walk-folder.ts';

/** One cable or file to read. */
export interface ReadJob {
  /** The file; or the files that are sections of one cable, in their order. */
  paths: string[];
  /** Digest of the file when it was read last, where it was read by the same engine. */
  known?: string;
}

export interface Batch {
  folder: string;
  /** Folder for Markdown. */
  markdown: string;
  engine: string;
  jobs: ReadJob[];
}

/** What the whole archive needs to know of a cable beside its line of the catalog. */
export interface Part {
  /** Which of the file's cables, from 0. */
  part: number;
  id?: string;
  corrected?: true;
  /** Of a cable in several sections: how many, and which of them are known not to be in the file. */
  sections?: { count: number; missing: number[] };
  counts: CatalogEntry['counts'];
  /** What became of its locked anchors, where they are not as they were. */
  changes?: AnchorChange[];
  /** The entry's digest. */
  digest: string;
}

export interface FileResult {
  /** Digest of the file's bytes. */
  sha256: string;
  /** The file is as it was: nothing else is told. */
  same?: true;
  parts: Part[];
  /** One a part: a `LooseEntry` as JSON. */
  lines: string[];
  messages: ArchiveMessage[];
}

/** Reads the files of a batch; one result a job, in order. Content never throws; a disk that takes no Markdown does. */
export default function readBatch({ folder, markdown, engine, jobs }: Batch): FileResult[] {
  return jobs.map(({ paths, known }) => {
    const files: RawFile[] = [];
    for (const path of paths) {
      let content: Uint8Array;
      try {
        content = readFileSync(join(folder, path));
      } catch (error) {
        return failed(fileMessage('file-unreadable', path, `The file cannot be read (${codeOf(error)}).`));
      }
      const sha256 = digestOf(content);
      if (sha256 === known) return { sha256, same: true, parts: [], lines: [], messages: [] };
      if (isBinary(content))
        return failed(
          fileMessage('file-binary', path, 'The file is no text but bytes of a program.'),
          sha256,
        );
      files.push(toRaw(path, content));
    }
    return readFiles(files, paths, { folder, markdown, engine });
  });
}

function readFiles(
  files: readonly RawFile[],
  paths: readonly string[],
  { folder, markdown, engine }: Omit<Batch, 'jobs'>,
): FileResult {
  const [path = ''] = paths;
  const result: FileResult = { sha256: files[0]?.sha256 ?? '', parts: [], lines: [], messages: [] };
  const { cables, locks } = archiveCablesOf(files, folder);
  for (const [part, cable] of cables.entries()) {
    const fault = cable.diagnostics.find(({ code }) => code === 'not-a-cable' || code === 'empty-file');
    if (fault) {
      result.messages.push(
        fault.code === 'not-a-cable' && isOfData(path)
          ? fileMessage('file-no-cable', path, 'The file is left aside: no cable was found in it.')
          : messageOf(fault.code, path, fault.lines[0], fault.message),
      );
      continue;
    }
    const lock = locks[part] as AppliedLock;
    const entry = entryOf(cable, lock, paths, part, engine);
    result.parts.push(partOf(cable, lock, entry));
    result.lines.push(JSON.stringify(entry));
    const file = join(markdown, markdownPath({ path, paths: [...paths], part }));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, cableToMarkdown(cable));
  }
  return result;
}

function messageOf(code: DiagnosticCode, path: string, line: number, message: string): ArchiveMessage {
  const { severity, advice } = diagnosticTable[code];
  return { path, line, code, severity, message, advice };
}

function partOf(
  { id, correctedCopy, sections }: Cable,
  { changes }: AppliedLock,
  { part, counts, digest }: LooseEntry,
): Part {
  return {
    part,
    counts,
    digest,
    ...(id && { id }),
    ...(correctedCopy && { corrected: true }),
    ...(changes.length > 0 && { changes }),
    ...(sections && sections.count > 1 && { sections: { missing: [], ...sections } }),
  };
}

function failed(message: ArchiveMessage, sha256 = ''): FileResult {
  return { sha256, parts: [], lines: [], messages: [message] };
}
