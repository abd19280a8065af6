import type { Line } from '../lines/line.ts';
import { matchClassification } from '../lines/parse-classification-line.ts';

/** How many lines at the top or the foot of a page may be the page's. */
const DEEPEST = 3;
// http://www.example.org/cable/08LIMA12.html     1/3: what a browser prints at the foot of each page
const ADDRESS = /^[ \t]*(?:https?|file):\/\/\S{4,300}[ \t].{0,200}\b\d{1,3}(?:\/| of )\d{1,3}$/;
// a page's number; a title with the page's address, or a count of pages with the date
const ALONE =
  /^[ \t]*\d{1,3}$|\S[ \t]{2,200}(?:https?|file):\/\/\S{4,300}$|^[ \t]*\d{1,3} of \d{1,3}[ \t]{2,200}\d{1,2}\/\d{1,2}\/\d{2,4}\b/;

const WORD = /[A-Za-z]{4}/;

/**
 * The lines at the top and the foot of printed pages that are not the cable's: a page's number, and what stands there on several
 * pages with no other difference than in figures. A form feed tells where a page ends, or the address that a browser prints there.
 */
export function findPageEdges(lines: readonly Line[], text: string): ReadonlySet<Line> {
  const edges = new Set<Line>();
  const feeds = text.includes('\u000c');
  if (!feeds && !(text.includes('://') && lines.some((line) => ADDRESS.test(line.text)))) return edges;
  const isBreak = (line: Line): boolean => line.text === '\u000c' || ADDRESS.test(line.text);
  for (let depth = 0; depth < DEEPEST; depth++) {
    const found = new Map<string, Line[]>();
    let last: Line | undefined;
    let top = true;
    const put = (line: Line | undefined, side: string): void => {
      // rows of a table differ in figures too
      if (!line || !(WORD.test(line.text) || ALONE.test(line.text)) || matchClassification(line.text)) return;
      const key = `${side}${line.text.trim().replace(/\d+/g, '0')}`;
      found.set(key, [...(found.get(key) ?? []), line]);
    };
    for (const line of lines) {
      if (line.text === '' || edges.has(line)) continue;
      if (!isBreak(line)) {
        if (top) put(line, 'top');
        top = false;
        last = line;
        continue;
      }
      if (line.text !== '\u000c') edges.add(line);
      put(last, 'foot');
      last = undefined;
      top = true;
    }
    put(last, 'foot');
    for (const run of found.values())
      if (run.length > 1 || ALONE.test(run[0]?.text ?? '')) for (const line of run) edges.add(line);
  }
  return edges;
}
