import { accessSync, constants, type Dirent, readdirSync, realpathSync, type Stats, statSync } from 'node:fs';
import { join, posix } from 'node:path';
import { type ArchiveMessage, fileMessage, tooLarge } from './archive-message.ts';
import { codeOf } from './code-of.ts';
import { compare } from './compare.ts';
import type { Settings } from './settings.ts';

/** A file that is to be read. */
export interface FoundFile {
  /** Relative to the folder, `/` between. */
  path: string;
  bytes: number;
  /** Time of the last change, milliseconds. */
  changed: number;
}

const textEndings = endings('txt,text,asc,cable,cbl,msg,tel,eml,html,htm,xhtml,md,markdown,csv,tsv,tab');
/** Endings of dumps of cables, and of much else that people keep beside texts. */
const dataEndings = endings('json,ndjson,jsonl,xml,sql,log');

function endings(list: string): ReadonlySet<string> {
  return new Set(list.split(',').map((ending) => `.${ending}`));
}

/** Whether a file may as well hold other things than cables, by the ending of its name: no fault of it, if it does. */
export function isOfData(path: string): boolean {
  return dataEndings.has(endingOf(path));
}

/** Files beside the cables that are none: the publisher's settings, and pages about the archive. */
const asideNames =
  /^(?:archive\.ya?ml|anchors\.lock|redactions\.ya?ml|(?:readme|about|licen[cs]e|copying)(?:\.[a-z]+)?)$/i;

/**
 * Lists the raw files of a folder and its sub-folders by path, in an order that is the same on every machine, and says in a
 * message what cannot be read: broken links, folders named like texts, folders without rights, files too large.
 */
export function walkFolder(
  folder: string,
  { largestFile, ignore }: Settings['reading'],
): { files: FoundFile[]; messages: ArchiveMessage[] } {
  const files: FoundFile[] = [];
  const messages: ArchiveMessage[] = [];
  const others = new Map<string, number>();
  const limit = largestFile * 1_000_000;
  const isIgnored = (path: string) => ignore.some((glob) => posix.matchesGlob(path, glob));

  const walk = (inner: string, above: readonly string[]) => {
    const full = join(folder, inner);
    let items: Dirent[];
    let real: string;
    try {
      real = realpathSync(full);
      items = readdirSync(full, { withFileTypes: true });
    } catch (error) {
      messages.push(
        fileMessage('folder-unreadable', inner || '.', `The folder cannot be read (${codeOf(error)}).`),
      );
      return;
    }
    if (above.includes(real)) {
      messages.push(fileMessage('file-special', inner, 'The link leads back to a folder around it.'));
      return;
    }
    for (const item of items) {
      if (item.name.startsWith('.') || asideNames.test(item.name)) continue;
      const path = inner === '' ? item.name : `${inner}/${item.name}`;
      if (isIgnored(path)) continue;
      const isText = textEndings.has(endingOf(item.name)) || isOfData(item.name);
      if (item.isDirectory() || item.isSymbolicLink()) {
        const stat = statSync(join(folder, path), { throwIfNoEntry: false });
        if (!stat) {
          messages.push(fileMessage('file-link-broken', path, 'The link leads to nothing.'));
          continue;
        }
        if (stat.isDirectory()) {
          if (isText && posix.extname(item.name) !== '')
            messages.push(
              fileMessage('file-is-folder', path, 'This is a folder, though its name ends like a text.'),
            );
          walk(path, [...above, real]);
          continue;
        }
      } else if (!item.isFile()) {
        messages.push(fileMessage('file-special', path, 'This is neither a file nor a folder.'));
        continue;
      }
      if (isText) take(path);
      else others.set(endingOf(item.name), (others.get(endingOf(item.name)) ?? 0) + 1);
    }
  };

  const take = (path: string) => {
    let stat: Stats;
    try {
      stat = statSync(join(folder, path));
      // a file that was read before may have lost its rights since
      accessSync(join(folder, path), constants.R_OK);
    } catch (error) {
      messages.push(fileMessage('file-unreadable', path, `The file cannot be read (${codeOf(error)}).`));
      return;
    }
    if (stat.isFile() && stat.size <= limit) files.push({ path, bytes: stat.size, changed: stat.mtimeMs });
    else if (stat.isFile()) {
      messages.push(tooLarge(path, stat.size, largestFile));
    } else messages.push(fileMessage('file-special', path, 'This is neither a file nor a folder.'));
  };

  walk('', []);
  for (const [ending, count] of others) {
    const what = count === 1 ? '1 file is' : `${count} files are`;
    messages.push(fileMessage('file-other-kind', `*${ending}`, `${what} left aside: no ending of a text.`));
  }
  files.sort((a, b) => compare(a.path, b.path));
  return { files, messages };
}

/** Ending of a name in small letters; names without one count as `.txt`, among them `09 St. Petersburg 12` and `08.LIMA.12`. */
function endingOf(name: string): string {
  const ending = posix.extname(name).toLowerCase();
  return /^\.\d*[a-z~_-]/.test(ending) && !ending.includes(' ') ? ending : '.txt';
}
