/** The read step: the folder of raw texts becomes the catalog and each cable's Markdown. */
import { createHash } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { anchorMessages } from './anchor-messages.ts';
import { openLock } from './anchors-lock.ts';
import { linesFor } from './apply-lock.ts';
import { type ArchiveMessage, fileMessage } from './archive-message.ts';
import { type Addressed, assignAddresses } from './assign-addresses.ts';
import { compare } from './compare.ts';
import { engineDigest } from './engine-digest.ts';
import { findSections } from './find-sections.ts';
import { LineWriter } from './line-writer.ts';
import { markdownPath } from './markdown-path.ts';
import { nameOf } from './name-of.ts';
import type { Places } from './places.ts';
import {
  createOldLines,
  type FileRecord,
  isAsBefore,
  openPrevious,
  type PreviousRead,
  type ReadHeader,
  stampOf,
} from './previous-read.ts';
import type { FileResult, Part, ReadJob } from './read-batch.ts';
import { readLines } from './read-lines.ts';
import { digestOf } from './read-raw.ts';
import { runJobs } from './run-jobs.ts';
import type { Settings } from './settings.ts';
import { type FoundFile, walkFolder } from './walk-folder.ts';

export interface ReadSummary {
  /** Cables that the catalog holds. */
  cables: number;
  files: number;
  /** Files that were read, not taken over from the last time. */
  read: number;
  /** Diagnostics of cables and messages of files. */
  diagnostics: { info: number; warning: number; error: number };
  messages: ArchiveMessage[];
  /** Changes whenever the catalog does. */
  digest: string;
}

export interface ReadOptions {
  /** Told now and then how many of the files to read are read. */
  onProgress?: (done: number, total: number) => void;
  /** Read all files anew. */
  force?: boolean;
}

/** First key of an entry that does not depend on the other files of the archive. */
const OWN = '"path":';

/**
 * Reads the folder and writes catalog, messages and Markdown into the cache. Files that are as they were are taken over:
 * those with the size and time of last time unread, others by the digest of their bytes. Rejects where the cache cannot be
 * written. Memory: a few hundred bytes a file beside the batches in work.
 */
export async function readCables(
  places: Places,
  settings: Settings,
  { onProgress, force = false }: ReadOptions = {},
): Promise<ReadSummary> {
  const started = Date.now();
  const engine = digestOf(
    JSON.stringify([engineDigest(), Object.keys(settings.collections), settings.reading]),
  );
  const { files, messages: walked } = walkFolder(places.cables, settings.reading);
  const previous: PreviousRead = force ? { records: new Map() } : openPrevious(places, engine);
  const { texts, lock } = openLock(places.cables);
  const lockFor = (path: string, record: Pick<FileRecord, 'parts'> | undefined) =>
    lockDigest(path, record?.parts ?? [], texts);
  const isLocked = (record: FileRecord) => record.lock === lockFor(record.path, record);
  if (isCurrent(files, walked, previous) && [...previous.records.values()].every(isLocked))
    return { ...(previous.header as ReadHeader).summary, read: 0 };

  mkdirSync(places.markdown, { recursive: true });
  const shared = { folder: places.cables, markdown: places.markdown, engine };
  const { records, read } = await readLoose();
  const joined = await joinSections();
  const parts = placeParts(records, joined);
  const placed = parts.flat();
  const messages = [
    ...walked,
    ...records.flatMap((record) => record.messages),
    ...sectionMessages(joined),
    ...assignAddresses(placed),
    ...anchorMessages(placed, lock, settings.removed),
  ].sort((a, b) => compare(a.path, b.path) || (a.line ?? 0) - (b.line ?? 0));
  const digest = writeCatalog();
  removeMarkdown();
  const summary: ReadSummary = {
    cables: placed.length,
    files: files.length,
    read,
    diagnostics: sumDiagnostics(placed, messages),
    messages,
    digest,
  };
  writeMessages();
  return summary;

  /** All lines of the catalog in the order of the files, old and new, without addresses. */
  async function readLoose(): Promise<{ records: FileRecord[]; read: number }> {
    const { header } = previous;
    const plan = files.map((file) => {
      const before = previous.records.get(file.path);
      const known = before?.joined || before?.lock !== lockFor(file.path, before) ? undefined : before;
      return { file, known, trusted: header && known && isAsBefore(file, known, header) };
    });
    const jobs = plan
      .filter(({ trusted }) => !trusted)
      .map(({ file, known }): ReadJob => ({ paths: [file.path], ...(known && { known: known.sha256 }) }));
    const results = runJobs(shared, jobs, settings.reading.threads);
    const oldLines = createOldLines(places, previous);
    const loose = new LineWriter(`${places.catalog}.loose`);
    const found: FileRecord[] = [];
    let done = 0;
    let fresh = 0;
    for (const { file, known, trusted } of plan) {
      const lines = oldLines(file.path);
      let result: FileResult | undefined;
      if (!trusted) {
        result = (await results.next()).value as FileResult;
        done += 1;
        if (done % 16 === 0 || done === jobs.length) onProgress?.(done, jobs.length);
      }
      const isNew = result !== undefined && !result.same;
      if (isNew) fresh += 1;
      const { sha256, parts: own, messages: told } = (isNew ? result : known) as FileResult;
      const record = { ...file, sha256, parts: own, messages: told, lines: own.length };
      found.push({ ...record, lock: lockFor(file.path, record) });
      for (const line of isNew ? (result?.lines ?? []) : lines) loose.write(line.slice(line.indexOf(OWN)));
    }
    loose.close();
    return { records: found, read: fresh };
  }

  /** Cables whose sections lie in several files, read as one; by the path of each of the files. */
  async function joinSections(): Promise<Map<string, JoinedCable>> {
    const groups = findSections(records);
    const cables = new Map<string, JoinedCable>();
    let at = 0;
    for await (const result of runJobs(
      shared,
      groups.map((paths) => ({ paths })),
      settings.reading.threads,
    )) {
      const paths = groups[at++] ?? [];
      const line = result.lines.length === 1 ? result.lines[0] : undefined;
      if (line === undefined) continue;
      const one = { paths, result, line };
      for (const path of paths) cables.set(path, one);
    }
    return cables;
  }

  function writeCatalog(): string {
    const writer = new LineWriter(places.catalog);
    const lines = readLines(`${places.catalog}.loose`);
    const digest = createHash('sha256');
    let separator = '';
    for (const [at, record] of records.entries()) {
      const own = Array.from(record.parts, () => lines.next().value ?? '');
      const one = joined.get(record.path);
      const kept = one ? (one.paths[0] === record.path ? [one.line.slice(one.line.indexOf(OWN))] : []) : own;
      const addressed = parts[at] ?? [];
      for (const [index, line] of kept.entries()) {
        const { address, digest: ownDigest } = addressed[index] as Addressed;
        const collection = collectionOf(record.path, settings);
        const front = JSON.stringify({ address, ...(collection !== undefined && { collection }) });
        writer.write(`${front.slice(0, -1)},${line}`);
        digest.update(`${separator}${front} ${ownDigest}`);
        separator = '\n';
      }
      record.lines = kept.length;
      if (one) record.joined = true;
    }
    writer.close();
    rmSync(`${places.catalog}.loose`, { force: true });
    return digest.digest('hex');
  }

  function removeMarkdown(): void {
    if (previous.records.size === 0) return;
    const kept = new Set(placed.map(({ path, part, paths }) => markdownPath({ path, part, paths })));
    for (const { path, parts: old, joined: wasJoined } of previous.records.values()) {
      const gone = old.map(({ part }) => markdownPath({ path, part }));
      if (wasJoined) gone.push(markdownPath({ path, paths: [path, path], part: 0 }));
      for (const name of gone) if (!kept.has(name)) rmSync(join(places.markdown, name), { force: true });
    }
  }

  function writeMessages(): void {
    const told = new LineWriter(places.messages);
    for (const message of messages) told.write(JSON.stringify(message));
    told.close();
    const list = new LineWriter(places.files);
    const catalog = stampOf(places.catalog);
    list.write(JSON.stringify({ engine, started, walked, summary, catalog } satisfies ReadHeader));
    for (const record of records) list.write(JSON.stringify(record));
    list.close();
  }
}

interface JoinedCable {
  paths: string[];
  result: FileResult;
  line: string;
}

/** The folder is as it was, file by file. */
function isCurrent(
  files: readonly FoundFile[],
  walked: ArchiveMessage[],
  { header, records }: PreviousRead,
): boolean {
  return (
    header !== undefined &&
    records.size === files.length &&
    JSON.stringify(header.walked) === JSON.stringify(walked) &&
    files.every((file) => isAsBefore(file, records.get(file.path), header))
  );
}

/** The cables of each file that the catalog will hold. */
function placeParts(records: readonly FileRecord[], joined: ReadonlyMap<string, JoinedCable>): Addressed[][] {
  return records.map(({ path, parts }) => {
    const one = joined.get(path);
    if (!one) return parts.map((part) => ({ ...part, path }));
    return one.paths[0] === path ? one.result.parts.map((part) => ({ ...part, path, paths: one.paths })) : [];
  });
}

function sectionMessages(joined: ReadonlyMap<string, JoinedCable>): ArchiveMessage[] {
  return [...new Set(joined.values())].map(({ paths: [first = '', ...rest] }) =>
    fileMessage('sections-joined', first, `It is one cable with ${rest.join(', ')}.`),
  );
}

function sumDiagnostics(
  parts: readonly Addressed[],
  messages: readonly ArchiveMessage[],
): ReadSummary['diagnostics'] {
  const sum = { info: 0, warning: 0, error: 0 };
  for (const { counts } of parts) {
    for (const severity of ['info', 'warning', 'error'] as const) sum[severity] += counts[severity];
  }
  for (const { severity } of messages) sum[severity] += 1;
  return sum;
}

/** Digest of the lock's lines that the cables of a file may be held by. */
function lockDigest(path: string, parts: readonly Part[], texts: ReadonlyMap<string, string>): string {
  if (texts.size === 0) return '';
  const lines = parts.flatMap(({ id, part }) => linesFor(nameOf(id, path, part), texts));
  return lines.length === 0 ? '' : digestOf(lines.join('\n')).slice(0, 16);
}

/** Key of the deepest collection whose folder a file lies in. */
function collectionOf(path: string, { collections }: Settings): string | undefined {
  return Object.keys(collections)
    .filter((key) => path.startsWith(`${key.replace(/\/+$/, '')}/`))
    .sort((a, b) => b.length - a.length)[0];
}
