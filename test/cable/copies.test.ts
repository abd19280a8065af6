import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { generateCable } from '../../bench/corpus/generate-cable.ts';
import type { Block, Cable } from '../../src/cable/cable.ts';
import { parseCables } from '../../src/cable/parse-cable.ts';

const eachLine = (set: (line: string) => string) => (text: string) => text.split('\n').map(set).join('\n');
const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** What becomes of a text on its way through editors, mail and web pages. */
const copies: Record<string, (text: string) => string> = {
  'line ends of Windows': (text) => text.replaceAll('\n', '\r\n'),
  'line ends of old Macintoshes': (text) => text.replaceAll('\n', '\r'),
  'line separators': (text) => text.replaceAll('\n', '\u2028'),
  'a byte order mark': (text) => `\ufeff${text}`,
  'blank lines around it': (text) => `\n\n\n${text}\n\n\n`,
  // above a date-time group they part cables
  'blank lines doubled': (text) => text.replace(/\n\n(?!\d{6}Z)/g, '\n\n\n'),
  'quotation marks of a word processor': (text) =>
    text
      .replaceAll("'", '’')
      .replace(/"(?=\w)/g, '“')
      .replaceAll('"', '”'),
  'two blanks behind each line': eachLine((line) => `${line}  `),
  'an indent of four': eachLine((line) => (line.trim() === '' ? line : `    ${line}`)),
  'an indent by tabs': eachLine((line) => (line.trim() === '' ? line : `\t${line}`)),
  'blanks that do not break': (text) => text.replaceAll(' ', '\u00a0'),
  'quoted as in a mail': eachLine((line) => `> ${line}`),
  'fenced in Markdown': (text) => `\`\`\`\n${text}\n\`\`\`\n`,
  'preformatted in a page': (text) => `<pre>${escaped(text)}</pre>`,
  'broken lines in a page': (text) => `<div>${escaped(text).replaceAll('\n', '<br />\n')}</div>`,
};

const gistOf = (blocks: readonly Block[]): unknown[] =>
  blocks.map((block) => [
    block.type,
    // Where a table stands on its line is the copy's.
    'text' in block ? block.text?.replace(/^[ \t]+/gm, '') : undefined,
    block.type === 'paragraph' ? [block.number, block.mark, block.items?.map(({ text }) => text)] : undefined,
    block.type === 'quote' ? gistOf(block.body) : undefined,
  ]);

/** JSON with the quotation marks of a typewriter. */
const straight = (json: string): string => json.replaceAll('’', "'").replace(/[“”]/g, '\\"');

/** Without places, which a copy may change. */
const plain = ({ id, classification, captions, subject, to, info, tags, references, ...cable }: Cable) => ({
  ...{ id, classification, captions, subject },
  to: to?.map(({ name }) => name),
  info: info?.map(({ name }) => name),
  tags: tags?.map(({ code }) => code),
  references: references?.map(({ text, id }) => [text, id]),
  eo: cable.eo?.date,
  classifiedBy: cable.classifiedBy?.names,
  body: gistOf(cable.body),
  signers: cable.signers,
  unparsed: cable.unparsed?.map(({ text }) => text),
});

test.each(Object.entries(copies))('a copy is the same cable: %s', (_, set) => {
  fc.assert(
    fc.property(fc.nat(20_000), (index) => {
      const text = generateCable(index, 23).text.replaceAll('\r\n', '\n');
      const [cable, ...others] = parseCables(text);
      // What is a page, a dump or a Markdown copy already is not set again.
      fc.pre(cable !== undefined && others.length === 0 && !cable.wrapper && !/<pre>|\]\(/.test(text));
      expect(straight(JSON.stringify(parseCables(set(text)).map(plain), undefined, 1))).toBe(
        straight(JSON.stringify([plain(cable)], undefined, 1)),
      );
    }),
    { numRuns: Number(process.env.RUNS ?? 40), seed: 7 },
  );
});

const folder = new URL('./samples/', import.meta.url);
/** Samples as a sender's or an archive's own text: what a publisher wraps around one is read by its place. */
const samples = readdirSync(folder)
  .sort()
  .map((sample) => ({ sample, text: readFileSync(new URL(`${sample}/input.txt`, folder), 'utf8') }))
  .filter(
    ({ text }) => !/[\r\u00a0\\&Ãâ]|<\w|^---|^#|```|^[ \t]*>/m.test(text) && !parseCables(text)[0]?.wrapper,
  );

/** What was read, without places and the layout of words. */
function meaningOf(cables: readonly Cable[]): string {
  const aside = new Set([
    'lines',
    'raw',
    'source',
    'fields',
    'furniture',
    'unparsed',
    'diagnostics',
    'wrapper',
  ]);
  const meaning = JSON.stringify(cables, (key, value) => {
    if (aside.has(key)) return undefined;
    return typeof value === 'string' ? value.replace(/^[ \t]+/gm, '').replace(/[ \t]+/g, ' ') : value;
  });
  return straight(meaning);
}

// line separators alone make one line of a text: what is told by line numbers is not told there
test.each(Object.entries(copies).filter(([kind]) => kind !== 'line separators'))(
  'a copy of a sample is the same cable: %s',
  (_, set) => {
    expect(samples.length).toBeGreaterThan(500);
    const otherwise = samples.filter(
      ({ text }) => meaningOf(parseCables(set(text))) !== meaningOf(parseCables(text)),
    );
    expect(otherwise.map(({ sample }) => sample)).toEqual([]);
  },
);
