import { existsSync, statSync } from 'node:fs';
import type { ArchiveMessage } from './archive-message.ts';
import type { Places } from './places.ts';
import type { Part } from './read-batch.ts';
import type { ReadSummary } from './read-cables.ts';
import { readLines } from './read-lines.ts';
import type { FoundFile } from './walk-folder.ts';

/** A file as it was read. One a line in the list of files, by path. */
export interface FileRecord extends FoundFile {
  sha256: string;
  parts: Part[];
  messages: ArchiveMessage[];
  /** How many lines the catalog has of it. */
  lines: number;
  /** Digest of the lines of the anchors' lock that its cables were read with. */
  lock: string;
  /** The file is a section of a cable that was joined from several. */
  joined?: true;
}

/** Last line of the list of files. */
export interface ReadHeader {
  /** Digest of the program that read, and of the settings that decide what is read. */
  engine: string;
  /** When reading began, milliseconds. */
  started: number;
  /** What the walk through the folder told. */
  walked: ArchiveMessage[];
  summary: ReadSummary;
  /** The catalog's own stamp: this list belongs to that very file. */
  catalog: string;
}

/** What the last read step left, if the same engine ran it. */
export interface PreviousRead {
  header?: ReadHeader;
  records: ReadonlyMap<string, FileRecord>;
}

/** Two seconds: the coarsest clock of a file system in use. A file changed later may change again unseen. */
const COARSE = 2000;

export function openPrevious(places: Places, engine: string): PreviousRead {
  const none: PreviousRead = { records: new Map() };
  if (!existsSync(places.files) || !existsSync(places.catalog)) return none;
  try {
    const records = Array.from(readLines(places.files), (line) => JSON.parse(line));
    const header = records.pop();
    if (header?.engine !== engine || header.catalog !== stampOf(places.catalog)) return none;
    return { header, records: new Map(records.map((record: FileRecord) => [record.path, record])) };
  } catch {
    return none;
  }
}

/** Size and time of a file. */
export function stampOf(path: string): string {
  const { size, mtimeMs } = statSync(path);
  return `${size} ${mtimeMs}`;
}

/** Whether a file is as it was by size and time, and that time is long enough ago to be trusted. */
export function isAsBefore(file: FoundFile, record: FileRecord | undefined, header: ReadHeader): boolean {
  return (
    record !== undefined &&
    record.sha256 !== '' &&
    record.bytes === file.bytes &&
    record.changed === file.changed &&
    file.changed < header.started - COARSE
  );
}

/** The lines of the last catalog by file, as bytes. Files must be asked for in the order of their paths. */
export function createOldLines(places: Places, { records }: PreviousRead): (path: string) => string[] {
  if (records.size === 0) return () => [];
  const lines = readLines(places.catalog, 'latin1');
  const order = records.values();
  let current = order.next().value;
  const take = (count: number) => Array.from({ length: count }, () => lines.next().value ?? '');
  return (path) => {
    while (current && current.path < path) {
      take(current.lines);
      current = order.next().value;
    }
    if (current?.path !== path) return [];
    const own = take(current.lines);
    current = order.next().value;
    return own;
  };
}
