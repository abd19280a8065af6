import type { Line } from '../lines/line.ts';
import { matchClassification } from '../lines/parse-classification-line.ts';

/** How many lines at the top or the foot of a page may be the page's. */
const DEEPEST = 3;
// http://www.example.org/cable/08LIMA12.html     1/3: what a browser prints at the foot of each page
const ADDRESS = /^[ \t]*((?:https?|file):\/\/\S{4,300})[ \t].{0,200}\b(\d{1,3})(?:\/| of )(\d{1,3})$/;
const NUMBER = /^[ \t]*(\d{1,3})$/;
// a title with the page's address, at a page's top
const TITLE = /\S[ \t]{2,200}(?:https?|file):\/\/\S{4,300}$/;
// a count of pages with the date
const COUNT = /^[ \t]*\d{1,3} of \d{1,3}[ \t]{2,200}\d{1,2}\/\d{1,2}\/\d{2,4}\b/;

/** Words, a number alone, or a count of pages. */
const ASKED = /[A-Za-z]{4}|^[ \t]*\d{1,3}(?:$| of )/;
/** Paragraphs and entries of a list, which a page may end or begin with. */
const ENTRY = /^[ \t]*(?:[-*•¶]|\(?[A-Za-z0-9]{1,3}[.)])/;

/** The lines at one side of the pages that say the same. */
interface Run {
  top: boolean;
  lines: Line[];
}

/**
 * The lines at the top and the foot of printed pages that are not the cable's: a page's number, and what stands there on most
 * pages with no other difference than in figures. A form feed tells where a page ends, or the address that a browser prints there.
 */
export function findPageEdges(lines: readonly Line[], text: string): ReadonlySet<Line> {
  const edges = new Set<Line>();
  const feeds = text.includes('\u000c');
  const addresses = text.includes('://') ? findAddresses(lines) : edges;
  if (!feeds && addresses.size === 0) return edges;
  let pages = 1;
  for (let depth = 0; depth < DEEPEST; depth++) {
    const found = new Map<string, Run>();
    let last: Line | undefined;
    let top = true;
    const put = (line: Line | undefined, side: string): void => {
      // rows of a table differ in figures too
      if (!line || !ASKED.test(line.text) || matchClassification(line.text)) return;
      const key = `${side}${line.text.trim().replace(/\d+/g, '0')}`;
      const run = found.get(key);
      if (run) run.lines.push(line);
      else found.set(key, { top: side === 'top', lines: [line] });
    };
    pages = 1;
    for (const line of lines) {
      if (line.text === '' || edges.has(line)) continue;
      const isBreak = line.text === '\u000c' || addresses.has(line);
      if (!isBreak) {
        if (top) put(line, 'top');
        top = false;
        last = line;
        continue;
      }
      put(last, 'foot');
      last = undefined;
      if (!top) pages++;
      top = true;
    }
    put(last, 'foot');
    for (const run of found.values())
      if (isOfPages(run, pages)) for (const line of run.lines) edges.add(line);
  }
  for (const line of addresses) edges.add(line);
  return edges;
}

/** The lines with one address that count the pages. */
function findAddresses(lines: readonly Line[]): ReadonlySet<Line> {
  const found: Line[] = [];
  let address: string | undefined;
  let of: string | undefined;
  for (const line of lines) {
    const match = ADDRESS.exec(line.text);
    if (!match) continue;
    address ??= match[1];
    of ??= match[3];
    found.push(line);
    if (match[1] !== address || match[3] !== of || Number(match[2]) !== found.length) return new Set();
  }
  return new Set(found);
}

/** Page numbers that rise, a title or a count that only a printer sets, or the same words on more than half of the pages. */
function isOfPages({ top, lines }: Run, pages: number): boolean {
  const text = lines[0]?.text ?? '';
  if (NUMBER.test(text))
    return lines.every(
      (line, at) =>
        Number(line.text) > Number(lines[at - 1]?.text ?? 0) &&
        (at > 0 || lines.length > 1 || Number(text) <= pages),
    );
  if (COUNT.test(text) || (top && TITLE.test(text))) return true;
  return lines.length > 1 && lines.length * 2 > pages && !ENTRY.test(text);
}
