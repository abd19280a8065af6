/**
 * The same cables for other generators: a folder each, with its Markdown (text as our twin has it), its original and its record.
 * All that Cable Archive works out itself (meanings, who cites whom, what is held, what comes before and after, what each line of
 * the original was read as) is given to them ready, in front matter of JSON, the kind that they read fastest.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Mention } from '../../src/archive/catalog.ts';
import { mentionsOf } from '../../src/archive/mentions-of.ts';
import type { Addressee, Cable } from '../../src/cable/cable.ts';
import { explainLines } from '../../src/cable/explain-lines.ts';
import { findPost } from '../../src/cable/find-post.ts';
import { frontMatterOf } from '../../src/cable/front-matter.ts';
import { parseCables } from '../../src/cable/parse-cable.ts';
import { decode } from '../../src/cable/wrapper/decode.ts';
import { cableToMarkdown } from '../../src/markdown/cable-to-markdown.ts';

/** What the pages of others say of a cable. */
interface Known {
  id: string;
  path: string;
  date: string;
  title: string;
  origin: string;
  cites: string[];
  mentions: Mention[];
}

/** Names of the generators; their front matter begins and ends differently. */
export type Peer = 'hugo' | 'eleventy';

const fences = { hugo: ['', ''], eleventy: ['---json\n', '\n---'] } as const;

const isText = (name: string): boolean => /\.(?:txt|md|html)$/.test(name);

function parseFile(directory: string, path: string): Cable | undefined {
  const { text } = decode(readFileSync(join(directory, path)));
  return parseCables(text, { path })[0];
}

/** What is known of a cable; nothing where it has no id or no date, or another file has the same id. */
function knownOf(cable: Cable, path: string): Known | undefined {
  // Extracts have no date-time group; their year is known from the file's name.
  const date = cable.dtg?.iso ?? (cable.year && `${cable.year}-01-01T00:00Z`);
  if (!cable.id || !date) return undefined;
  return {
    id: cable.id,
    path,
    date: date.replace(/(T\d\d:\d\d)Z$/, '$1:00Z'),
    title: cable.subjectTitle ?? cable.subject ?? cable.id,
    origin: cable.station ?? 'unknown',
    cites: [...new Set((cable.references ?? []).flatMap(({ id }) => id ?? []))],
    mentions: mentionsOf(cable),
  };
}

const push = <Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void => {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
};

/** Each with the one before and the one behind it. */
function neighbours(list: readonly Known[]): Map<string, [Known | undefined, Known | undefined]> {
  return new Map(list.map(({ id }, at) => [id, [list[at - 1], list[at + 1]]]));
}

/** Writes `OUT/cables/ID/` for each file of an archive. @returns how many */
export function writePeerContent(directory: string, out: string, peer: Peer): number {
  const known = new Map<string, Known>();
  for (const path of readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .filter(isText)
    .toSorted()) {
    const cable = parseFile(directory, path);
    const one = cable && knownOf(cable, path);
    if (one && !known.has(one.id)) known.set(one.id, one);
  }
  const inOrder = [...known.values()].toSorted((a, b) => (a.date < b.date ? -1 : 1));
  const citedBy = new Map<string, Known[]>();
  const byOrigin = new Map<string, Known[]>();
  for (const one of inOrder) {
    for (const id of new Set([...one.cites, ...one.mentions.map((mention) => mention.id)]))
      push(citedBy, id, one);
    push(byOrigin, one.origin, one);
  }
  const byDate = neighbours(inOrder);
  const within = new Map([...byOrigin.values()].flatMap((list) => [...neighbours(list)]));
  const brief = (one: Known | undefined) => one && { id: one.id, title: one.title };
  const steps = (pair: readonly (Known | undefined)[] = []) => ({
    earlier: brief(pair[0]),
    later: brief(pair[1]),
  });

  for (const one of inOrder) {
    const { id, path, date, title, origin } = one;
    const cable = parseFile(directory, path) as Cable;
    const named = ({ raw, name, precedence }: Addressee) => {
      const post = findPost(name, { year: cable.year })?.station;
      return { raw, name, precedence, station: post };
    };
    const text = cableToMarkdown(cable)
      .replace(/^---\n[\s\S]*?\n---\n+(?:# [^\n]*\n)?/, '')
      .replaceAll(
        /^(\d+)\\\. /gm,
        '<a class="num" id="p$1" href="#p$1" aria-label="Paragraph $1, link">$1.</a> ',
      );
    const source = readFileSync(join(directory, path));
    const raw = decode(source).text.split(/\r\n?|\n/);
    const front = {
      title,
      date,
      slug: id,
      permalink: `/cables/${id}/`,
      layout: 'cable.njk',
      id,
      from: cable.from && named({ ...cable.from, raw: cable.from.raw ?? cable.from.name }),
      to: (cable.to ?? []).map(named),
      info: (cable.info ?? []).map(named),
      months: [date.slice(0, 7)],
      origins: [origin],
      classifications: [cable.classification ?? 'UNMARKED'],
      captions: cable.captions ?? [],
      codes: (cable.tags ?? []).map(({ code }) => code.replaceAll(/[^A-Za-z0-9]/g, '-')),
      cable: frontMatterOf(cable),
      excerpt: cable.body.find((block) => block.type === 'paragraph')?.text.slice(0, 200) ?? '',
      words: text.split(/\s+/).length,
      contents: cable.body.flatMap((block) => (block.type === 'heading' ? [block.text] : [])),
      references: (cable.references ?? []).map((reference) => ({
        ...reference,
        held: brief(known.get(reference.id ?? '')),
      })),
      citedBy: (citedBy.get(id) ?? []).map((citing) => ({
        ...brief(citing),
        places: citing.mentions.filter((mention) => mention.id === id),
      })),
      byDate: steps(byDate.get(id)),
      byOrigin: steps(within.get(id)),
      diagnostics: cable.diagnostics,
      furniture: cable.furniture ?? [],
      lines: explainLines(cable).map(({ number, readings: [reading] }) => ({
        n: number,
        text: raw[number - 1] ?? '',
        as: reading?.name ?? '',
        anchor: reading?.anchor ?? '',
      })),
    };
    const folder = join(out, 'cables', id);
    const [begin, end] = fences[peer];
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'index.md'), `${begin}${JSON.stringify(front)}${end}\n${text}`);
    writeFileSync(join(folder, 'source.txt'), source);
    writeFileSync(join(folder, 'cable.json'), `${JSON.stringify(cable, null, 2)}\n`);
  }
  return inOrder.length;
}

if (import.meta.main) {
  const [directory, out, peer] = process.argv.slice(2);
  if (!directory || !out || (peer !== 'hugo' && peer !== 'eleventy')) {
    console.error('Usage: node bench/peers/write-peer-content.ts ARCHIVE OUT hugo|eleventy');
    process.exit(2);
  }
  console.log(`${writePeerContent(directory, out, peer)} cables`);
}
