/**
 * The same cables as Markdown for other generators: text as our twin has it, and front matter with what their templates
 * show. What Cable Archive works out itself (who cites whom, what is held, what comes before and after) is given to them ready.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import type { Addressee, Cable } from '../../src/cable/cable.ts';
import { decode } from '../../src/cable/copy/decode.ts';
import { parseCables } from '../../src/cable/parse-cable.ts';
import { cableToMarkdown } from '../../src/markdown/cable-to-markdown.ts';

interface Known {
  id: string;
  path: string;
  date: string;
  cites: string[];
}

const isText = (name: string): boolean => /\.(?:txt|md|html)$/.test(name);

function parseFile(directory: string, path: string): Cable | undefined {
  const { text } = decode(readFileSync(join(directory, path)));
  return parseCables(text, { path })[0];
}

/** Writes `OUT/cables/YEAR/ID.md` for each file of an archive. @returns how many */
export function writePeerContent(directory: string, out: string): number {
  const known = new Map<string, Known>();
  for (const path of readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .filter(isText)
    .toSorted()) {
    const cable = parseFile(directory, path);
    // Extracts have no date-time group; their year is known from the file's name.
    const iso = cable?.dtg?.iso ?? (cable?.year && `${cable.year}-01-01T00:00:00Z`);
    if (!cable?.id || !iso || known.has(cable.id)) continue;
    const cites = (cable.references ?? []).flatMap(({ id }) => id ?? []);
    known.set(cable.id, { id: cable.id, path, date: iso, cites });
  }
  const citedBy = new Map<string, string[]>();
  for (const { id, cites } of known.values()) {
    for (const cited of new Set(cites)) citedBy.set(cited, [...(citedBy.get(cited) ?? []), id]);
  }
  const inOrder = [...known.values()].toSorted((a, b) => (a.date < b.date ? -1 : 1));
  inOrder.forEach((entry, index) => {
    const cable = parseFile(directory, entry.path) as Cable;
    const folder = join(out, 'cables', entry.date.slice(0, 4));
    mkdirSync(folder, { recursive: true });
    const names = (list: readonly Addressee[] | undefined) => (list ?? []).map(({ name }) => name);
    const month = entry.date.slice(0, 7);
    const front = {
      title: cable.subjectTitle ?? cable.subject ?? entry.id,
      date: entry.date,
      slug: entry.id,
      permalink: `/cables/${entry.id}/`,
      layout: 'cable.njk',
      id: entry.id,
      from: cable.from?.name ?? '',
      to: names(cable.to),
      info: names(cable.info),
      month: month.replace('-', '/'),
      months: [month],
      origin: cable.station ?? 'unknown',
      origins: [cable.station ?? 'unknown'],
      classification: cable.classification ?? 'unknown',
      classifications: [cable.classification ?? 'unknown'],
      codes: (cable.tags ?? []).map(({ code }) => code.replaceAll(/[^A-Za-z0-9]/g, '-')),
      references: entry.cites.map((id) => ({ id, held: known.has(id) })),
      citedBy: citedBy.get(entry.id) ?? [],
      previous: inOrder[index - 1]?.id ?? '',
      next: inOrder[index + 1]?.id ?? '',
    };
    const text = cableToMarkdown(cable).replace(/^---\n[\s\S]*?\n---\n+# [^\n]*\n/, '');
    writeFileSync(join(folder, `${entry.id}.md`), `---\n${stringify(front)}---\n${text}`);
  });
  return inOrder.length;
}

if (import.meta.main) {
  const [directory, out] = process.argv.slice(2);
  if (!directory || !out) {
    console.error('Usage: node bench/peers/write-peer-content.ts ARCHIVE OUT');
    process.exit(2);
  }
  console.log(`${writePeerContent(directory, out)} cables`);
}
