import type { Cable } from '../cable/cable.ts';
import type { CatalogEntry } from './catalog.ts';
import { openArchive } from './open-archive.ts';
import { linesOf, type OwnText, ownText } from './own-text.ts';
import { type RawFile, readRaw } from './read-raw.ts';
import { archiveCablesOf, type ReadCables } from './section-files.ts';

/** A cable with its text. */
export interface LoadedCable {
  cable: Cable;
  /** It comes from one file, and the file holds nothing else. */
  whole: boolean;
  /** The raw files it comes from, decoded: one, or one a section. */
  files: readonly RawFile[];
  /** The raw text that line numbers count in: that of the file, or of its sections one after the other. */
  text: string;
  /** The lines of `text`. */
  lines: readonly string[];
  /** The cable's own part of the text, and its lines in it: all of it, where the file holds one cable. */
  own: OwnText;
  /** Former anchors by the anchor that links to them lead to now: hand them to `cableToHtml`. */
  aliases: ReadonlyMap<string, readonly string[]>;
}

interface Loaded extends ReadCables {
  key: string;
  files: RawFile[];
}

/** Files read last: a page and its raw view ask one after the other, and a file of many cables is asked for each. */
let recent: Loaded[] = [];
const most = 4;

/** The cable of an entry with its body, read from its raw file. Throws where the file is gone since the folder was read. */
export function loadCable(entry: CatalogEntry): LoadedCable {
  const paths = entry.paths ?? [entry.path];
  const key = `${entry.digest} ${paths.join('\n')}`;
  let loaded = recent.find((known) => known.key === key);
  if (!loaded) {
    const { places } = openArchive();
    const files = paths.map((path) => readRaw(places.cables, path));
    loaded = { key, files, ...archiveCablesOf(files, places.cables) };
    recent = [loaded, ...recent.slice(0, most - 1)];
  }
  const held = loaded;
  const cable = held.cables[entry.part];
  if (!cable) throw new Error(`${entry.path} has changed since the folder was read. Build again.`);
  return {
    cable,
    whole: loaded.files.length === 1 && loaded.cables.length === 1,
    files: loaded.files,
    text: loaded.text,
    get lines() {
      return linesOf(held);
    },
    get own() {
      return ownText(held, entry.part);
    },
    aliases: loaded.locks[entry.part]?.aliases ?? new Map(),
  };
}
