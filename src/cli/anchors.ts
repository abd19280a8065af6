import { existsSync, readFileSync } from 'node:fs';
import { breaksLinks } from '../archive/anchor-messages.ts';
import { formatLock, type LockedCable, lockPath, openLock } from '../archive/anchors-lock.ts';
import type { CatalogEntry } from '../archive/catalog.ts';
import { compare } from '../archive/compare.ts';
import { lockCable } from '../archive/keep-anchors.ts';
import { openArchive } from '../archive/open-archive.ts';
import { readCables } from '../archive/read-cables.ts';
import { readRaw } from '../archive/read-raw.ts';
import { readSettings } from '../archive/read-settings.ts';
import { archiveCablesOf } from '../archive/section-files.ts';
import { writeWhole } from '../archive/write-whole.ts';
import { complaintOf } from './broken-links.ts';
import type { Command } from './command.ts';
import { Complaint, explainDisk } from './complaint.ts';
import { findArchive } from './find-archive.ts';
import { createProgress } from './progress.ts';
import { many } from './summary-line.ts';

export const command: Command = {
  help: `Usage: cables anchors [options]

Writes cables/anchors.lock: which words each paragraph's link leads to. From then on every build keeps these links, whatever
becomes of the program or of the raw texts, and stops where one would break. Keep the file with the cables.

  --accept   accept that links break: those that vanish lead to the nearest paragraph before, others to the new words;
             cables that are gone are forgotten
  --check    write nothing; only tell what would change

CABLES=folder names another folder of cables than cables/.

Exit status: 0 written, or nothing to write; 1 links would break, or with --check the file is not up to date; 2 the command was
not understood.
`,
  options: { accept: { type: 'boolean' }, check: { type: 'boolean' } },
  async run({ accept, check }) {
    if (accept && check) throw new Complaint('--check writes nothing, so there is nothing to --accept.', 2);
    const places = findArchive();
    const progress = createProgress();
    progress.step('Reading cables');
    const { messages } = await readCables(places, readSettings(places.cables), {
      onProgress: progress.update,
    });
    progress.end();
    const told = messages.filter(({ code }) => code.startsWith('anchors-') || code === 'cable-gone');
    const broken = messages.filter(breaksLinks);
    const stops = broken.length > 0 && !accept;
    for (const message of told) {
      if (!stops || !breaksLinks(message)) process.stderr.write(`${message.message}\n`);
    }
    if (stops) throw new Complaint(complaintOf(broken));

    const { entries } = openArchive();
    progress.step('Taking anchors');
    const next = new Map<string, LockedCable>(accept ? [] : openLock(places.cables).lock);
    let done = 0;
    for (const [address, locked] of lockedCables(entries, places.cables)) {
      next.set(address, locked);
      done += 1;
      progress.update(done, entries.length);
    }
    progress.end();
    const text = formatLock(next);
    const path = lockPath(places.cables);
    const isNew = !existsSync(path) || readFileSync(path, 'utf8') !== text;
    if (isNew && check) {
      process.stdout.write(`${path} is not up to date.\n`);
      return 1;
    }
    if (isNew) writeLock(path, text);
    process.stdout.write(`${path}: ${many(next.size, 'cable')}${isNew ? '' : ', nothing has changed'}\n`);
    return 0;
  },
};

/** The cables of the archive as they are to be locked, by file. */
function* lockedCables(entries: readonly CatalogEntry[], folder: string): Generator<[string, LockedCable]> {
  const files = Map.groupBy(entries, ({ path }) => path);
  for (const [path, own] of [...files].sort(([a], [b]) => compare(a, b))) {
    const { cables, locks } = archiveCablesOf(
      (own[0]?.paths ?? [path]).map((one) => readRaw(folder, one)),
      folder,
    );
    for (const { address, part } of own) {
      const cable = cables[part];
      if (cable) yield [address, lockCable(cable, locks[part]?.aliases ?? new Map())];
    }
  }
}

function writeLock(path: string, text: string): void {
  try {
    writeWhole(path, text);
  } catch (error) {
    throw explainDisk(error, 'Nothing was written.');
  }
}
