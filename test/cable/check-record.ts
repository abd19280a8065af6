import type { Cable } from '../../src/cable/cable.ts';
import { lostWords } from '../../src/cable/copy/lost-words.ts';
import { parseCables } from '../../src/cable/parse-cable.ts';

/** What is wrong with the records of a text, in words; nothing if nothing is. */
export function faultsOf(text: string): string[] {
  let cables: Cable[];
  try {
    cables = parseCables(text, { path: 'fuzz.txt' });
  } catch (error) {
    return [`threw: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`];
  }
  const faults: string[] = [];
  const lost = lostWords(text, cables);
  if (lost.length > 0) faults.push(`lost: ${lost.slice(0, 20).join(' ')}`);
  for (const cable of cables) {
    for (const [first, last] of spansOf(cable)) {
      if (!(first >= 1 && last >= first && last <= cable.source.lines)) {
        faults.push(`place outside the file: ${first}-${last} of ${cable.source.lines}`);
        break;
      }
    }
    const anchors = anchorsOf(cable.body);
    if (new Set(anchors).size !== anchors.length) faults.push('an anchor twice');
  }
  return faults;
}

/** All line spans of a record, wherever they stand. */
export function spansOf(value: unknown): [number, number][] {
  if (Array.isArray(value)) return value.flatMap(spansOf);
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, part]) =>
    key === 'lines' && Array.isArray(part) ? [part as [number, number]] : spansOf(part),
  );
}

/** All anchors of blocks and of the items and blocks inside. */
export function anchorsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(anchorsOf);
  if (value === null || typeof value !== 'object') return [];
  const { anchor, items, body } = value as { anchor?: string; items?: unknown; body?: unknown };
  return [...(anchor === undefined ? [] : [anchor]), ...anchorsOf(items), ...anchorsOf(body)];
}
