/** The cables that the repository holds, from raw text to page and twin. */
import { readFileSync } from 'node:fs';
import { globSync } from 'tinyglobby';
import { expect, test } from 'vitest';
import { parseCables } from '../../src/cable/parse-cable.ts';
import { cableToHtml } from '../../src/markdown/cable-to-html.ts';
import { cableToMarkdown } from '../../src/markdown/cable-to-markdown.ts';
import { elementsOf, readMarkdown, textsOfHtml, textsOfMarkdown } from './read-texts.ts';

const folder = new URL('../../cables/', import.meta.url).pathname;
const paths = globSync('**/*.txt', { cwd: folder }).sort();
const read = (path: string) => parseCables(readFileSync(`${folder}${path}`, 'utf8'), { path });

test.for(paths)('%s: the twin says what the page says, every anchor is there once', (path) => {
  for (const cable of read(path)) {
    const html = cableToHtml(cable);
    const tree = readMarkdown(
      cableToMarkdown({ ...cable, id: undefined, subject: undefined, subjectTitle: undefined }),
    );
    expect(textsOfMarkdown(tree)).toEqual(textsOfHtml(html));
    const ids = elementsOf(html).flatMap(({ attributes: { id } }) => (id === undefined ? [] : [id]));
    expect(new Set(ids).size).toBe(ids.length);
    const numbered = cable.body.flatMap((block) => ('anchor' in block ? [block.anchor] : []));
    expect(ids).toEqual(expect.arrayContaining(numbered));
  }
});

const seed = '2008/08BEIJING1882.txt';

test.runIf(paths.includes(seed))(
  'the first cable: three paragraphs, no list, no trace of its Markdown',
  () => {
    const [cable] = read(seed);
    if (!cable) throw new Error('no cable');
    const markdown = cableToMarkdown(cable);
    expect(readMarkdown(markdown).children.map(({ type }) => type)).toEqual([
      'yaml',
      'heading',
      'paragraph',
      'paragraph',
      'paragraph',
      'paragraph',
      'paragraph',
    ]);
    const html = cableToHtml(cable);
    expect(html.match(/<p class="para" id="p\d" data-mark="S\/NF">/g)).toEqual([
      '<p class="para" id="p1" data-mark="S/NF">',
      '<p class="para" id="p2" data-mark="S/NF">',
      '<p class="para" id="p3" data-mark="S/NF">',
    ]);
    expect(html).toContain('<p class="signers">RANDT</p>');
    for (const text of [markdown, html]) expect(text).not.toMatch(/¶|\(#\)| {2}\n/);
  },
);
