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
import { JobRunner } from './job-runner.ts';
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
import { bytesOf, readLines } from './read-lines.ts';
import { digestOf } from './read-raw.ts';
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
/** A line of the catalog without what depends on other files. */
const looseOf = (line: string): string => line.slice(line.indexOf(OWN));

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
  const loose = {
    lines: `${places.catalog}.loose`,
    joined: `${places.catalog}.joined`,
    files: `${places.files}.loose`,
  };
  const shared = { folder: places.cables, markdown: places.markdown, engine };
  const runner = new JobRunner(shared, settings.reading.threads);
  const messages = walked.slice();
  const sum = { info: 0, warning: 0, error: 0 };
  let joined: ReadonlyMap<string, JoinedCable>;
  let outlines: Outline[];
  let read: number;
  try {
    ({ outlines, read } = await readLoose());
    joined = await joinSections();
  } finally {
    await runner.close();
  }
  const placed = outlines.flatMap(placedOf);
  for (const message of [
    ...sectionMessages(joined),
    ...assignAddresses(placed),
    ...anchorMessages(placed, lock, settings.removed),
  ])
    messages.push(message);
  messages.sort((a, b) => compare(a.path, b.path) || (a.line ?? 0) - (b.line ?? 0));
  for (const { severity } of messages) sum[severity] += 1;
  return writeAll();

  /**
   * Reads what is not as it was. Its lines of the catalog go into a file of their own in the order of the files, without addresses, and
   * so do its lines of the list of files: in memory stays what the archive as a whole needs of each.
   */
  async function readLoose(): Promise<{ outlines: Outline[]; read: number }> {
    const { header, records } = previous;
    const knownOf = ({ path }: FoundFile) => {
      const before = records.get(path);
      return before && !before.joined && isLocked(before) ? before : undefined;
    };
    const unread = files.filter((file) => {
      const known = knownOf(file);
      return !(header && known && isAsBefore(file, known, header));
    });
    const jobs = unread.values().map((file): ReadJob => {
      const known = knownOf(file);
      return { paths: [file.path], ...(known && { known: known.sha256 }) };
    });
    const results = runner.run(jobs, unread.length);
    const looseLines = new LineWriter(loose.lines, 'latin1');
    const looseFiles = new LineWriter(loose.files);
    const found: Outline[] = [];
    let done = 0;
    let fresh = 0;
    for (const file of files) {
      const { path } = file;
      let result: FileResult | undefined;
      if (unread[done] === file) {
        result = (await results.next()).value as FileResult;
        done += 1;
        if (done % 16 === 0 || done === unread.length) onProgress?.(done, unread.length);
      }
      const isNew = result !== undefined && !result.same;
      const { sha256, parts, messages: told } = (isNew ? result : knownOf(file)) as FileResult;
      if (isNew) {
        fresh += 1;
        const own = { ...file, sha256, parts, messages: told, lines: parts.length };
        looseFiles.write(JSON.stringify({ ...own, lock: lockFor(path, own) } satisfies FileRecord));
        for (const line of result?.lines ?? []) looseLines.write(looseOf(bytesOf(line)));
      }
      for (const message of told) messages.push(message);
      found.push({ path, parts: parts.map((part) => outlineOf(part, path)), ...(!isNew && { kept: file }) });
    }
    looseLines.close();
    looseFiles.close();
    return { outlines: found, read: fresh };
  }

  /** Cables whose sections lie in several files, read as one; by the path of each of the files. */
  async function joinSections(): Promise<Map<string, JoinedCable>> {
    const groups = findSections(outlines).sort(([a = ''], [b = '']) => compare(a, b));
    const cables = new Map<string, JoinedCable>();
    const lines = new LineWriter(loose.joined, 'latin1');
    const jobs = groups.values().map((paths) => ({ paths }));
    let at = 0;
    for await (const { parts, lines: own } of runner.run(jobs, groups.length)) {
      const paths = groups[at++] ?? [];
      const [part] = parts;
      const [line] = own;
      if (!part || line === undefined || own.length > 1) continue;
      lines.write(looseOf(bytesOf(line)));
      const one = { paths, part, cable: { ...outlineOf(part, paths[0] ?? ''), paths } };
      for (const path of paths) cables.set(path, one);
    }
    lines.close();
    return cables;
  }

  /** The cables of a file that the catalog will hold. */
  function placedOf({ path, parts }: Outline): Addressed[] {
    const one = joined.get(path);
    if (!one) return parts;
    return one.paths[0] === path ? [one.cable] : [];
  }

  /** Writes the catalog, the messages and the list of files: what they had and what waited in files of its own, with what is known now. */
  function writeAll(): ReadSummary {
    const catalog = new LineWriter(places.catalog, 'latin1');
    const list = new LineWriter(places.files);
    const oldLines = createOldLines(places, previous);
    const looseLines = readLines(loose.lines, 'latin1');
    const looseFiles = readLines(loose.files);
    const joinedLines = readLines(loose.joined, 'latin1');
    const digest = createHash('sha256');
    let separator = '';
    for (const outline of outlines) {
      const { path, parts, kept } = outline;
      const before = oldLines(path);
      const record: FileRecord = kept
        ? { ...(previous.records.get(path) as FileRecord), ...kept }
        : JSON.parse(looseFiles.next().value ?? '');
      const own = kept ? before.map(looseOf) : parts.map(() => looseLines.next().value ?? '');
      const cables = placedOf(outline);
      const one = joined.get(path);
      const collection = collectionOf(path, settings);
      for (const [index, { address }] of cables.entries()) {
        const { digest: ownDigest, counts } = one?.part ?? (record.parts[index] as Part);
        const front = JSON.stringify({ address, ...(collection !== undefined && { collection }) });
        catalog.write(`${bytesOf(front.slice(0, -1))},${one ? joinedLines.next().value : own[index]}`);
        digest.update(`${separator}${front} ${ownDigest}`);
        separator = '\n';
        for (const severity of ['info', 'warning', 'error'] as const) sum[severity] += counts[severity];
      }
      record.lines = cables.length;
      if (one) record.joined = true;
      list.write(JSON.stringify(record));
    }
    for (const lines of [looseLines, looseFiles, joinedLines]) lines.return(undefined);
    catalog.close();
    removeMarkdown();
    const told = new LineWriter(places.messages);
    for (const message of messages) told.write(JSON.stringify(message));
    told.close();
    const summary: ReadSummary = {
      cables: placed.length,
      files: files.length,
      read,
      diagnostics: sum,
      messages,
      digest: digest.digest('hex'),
    };
    const header: ReadHeader = { engine, started, walked, summary, catalog: stampOf(places.catalog) };
    list.write(JSON.stringify(header));
    list.close();
    for (const path of Object.values(loose)) rmSync(path, { force: true });
    return summary;
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
}

/** What stays in memory of a file that was read. */
interface Outline {
  path: string;
  parts: Addressed[];
  /** The file as it lies there, where it was not read but taken over. */
  kept?: FoundFile;
}

interface JoinedCable {
  paths: string[];
  part: Part;
  cable: Addressed;
}

function outlineOf({ counts: _counts, digest: _digest, ...outline }: Part, path: string): Addressed {
  return { ...outline, path };
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

function sectionMessages(joined: ReadonlyMap<string, JoinedCable>): ArchiveMessage[] {
  return [...new Set(joined.values())].map(({ paths: [first = '', ...rest] }) =>
    fileMessage('sections-joined', first, `It is one cable with ${rest.join(', ')}.`),
  );
}

/** Digest of the lock's lines that the cables of a file may be held by. */
function lockDigest(
  path: string,
  parts: readonly Pick<Part, 'id' | 'part'>[],
  texts: ReadonlyMap<string, string>,
): string {
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
