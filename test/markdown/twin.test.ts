/** The Markdown twin and the page say the same, whatever the text holds. */
import fc from 'fast-check';
import { visit } from 'unist-util-visit';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Cable, Paragraph } from '../../src/cable/cable.ts';
import { frontMatterOf } from '../../src/cable/front-matter.ts';
import { cableToHtml } from '../../src/markdown/cable-to-html.ts';
import { cableToMarkdown } from '../../src/markdown/cable-to-markdown.ts';
import { hostileCable } from './arbitrary-cable.ts';
import { elementsOf, readMarkdown, textsOfHtml, textsOfMarkdown } from './read-texts.ts';

const bare: Cable = { dialect: 'unknown', body: [], fields: [], diagnostics: [], source: { lines: 1 } };

function withText(text: string, more: Partial<Paragraph> = {}): Cable {
  return {
    ...bare,
    body: [{ type: 'paragraph', lines: [1, 1], anchor: 'p1', number: 1, text, ...more }],
  };
}

/** Markdown without the front matter. */
function bodyOf(markdown: string): string {
  return markdown.slice(markdown.indexOf('\n---\n') + 5).trim();
}

test('stock Markdown reads the words of the page, block by block', () => {
  fc.assert(
    fc.property(hostileCable, (cable) => {
      const tree = readMarkdown(
        cableToMarkdown({ ...cable, id: undefined, subject: undefined, subjectTitle: undefined }),
      );
      expect(textsOfMarkdown(tree)).toEqual(textsOfHtml(cableToHtml(cable)));
    }),
    { numRuns: 300 },
  );
});

test('no word of a cable becomes markup of the Markdown file', () => {
  const ours = new Set([
    'root',
    'yaml',
    'heading',
    'paragraph',
    'text',
    'break',
    'list',
    'listItem',
    'code',
    'blockquote',
    'thematicBreak',
  ]);
  fc.assert(
    fc.property(hostileCable, (cable) => {
      visit(readMarkdown(cableToMarkdown(cable)), (node) => {
        expect(ours).toContain(node.type);
      });
    }),
    { numRuns: 300 },
  );
});

test('no word of a cable becomes an element of the page', () => {
  const ours = new Set([
    'p',
    'a',
    'span',
    'br',
    'ul',
    'li',
    'h2',
    'h3',
    'h4',
    'h5',
    'h6',
    'section',
    'pre',
    'blockquote',
    'hr',
    'details',
    'summary',
  ]);
  fc.assert(
    fc.property(hostileCable, (cable) => {
      for (const { name, attributes } of elementsOf(cableToHtml(cable))) {
        expect(ours).toContain(name);
        expect(Object.keys(attributes).filter((key) => key.startsWith('on') || key === 'style')).toEqual([]);
        if ('href' in attributes) expect(attributes.href).toMatch(/^#/);
      }
    }),
    { numRuns: 300 },
  );
});

test('the front matter is the record', () => {
  fc.assert(
    fc.property(hostileCable, (cable) => {
      const [yaml] = readMarkdown(cableToMarkdown(cable)).children;
      const record = JSON.parse(JSON.stringify(frontMatterOf(cable)));
      expect(yaml?.type === 'yaml' && parse(yaml.value)).toEqual(record);
    }),
    { numRuns: 300 },
  );
});

test('readers of YAML 1.1 do not take Norway for "no", nor a date for a time stamp', () => {
  const cable: Cable = {
    ...bare,
    tags: [{ code: 'NO', kind: 'country' }],
    dtg: { raw: '12:30', iso: '2008-05-15T09:45Z', lines: [1, 1] },
  };
  const [yaml] = readMarkdown(cableToMarkdown(cable)).children;
  const record = parse(yaml?.type === 'yaml' ? yaml.value : '', { version: '1.1' });
  expect(record).toMatchObject({ tags: cable.tags, dtg: cable.dtg });
});

test('a numbered paragraph is no list', () => {
  const markdown = bodyOf(
    cableToMarkdown(withText('Text one.', { mark: { raw: '(S/NF)', level: 'S', controls: ['NF'] } })),
  );
  expect(markdown).toBe('1\\. (S/NF) Text one.');
});

test('sub-items are a list that keeps its letters and marks', () => {
  const cable = withText('Two points:', {
    items: [
      { lines: [2, 2], anchor: 'p1.a', label: 'a', text: 'Ships.', mark: { raw: '(C)', level: 'C' } },
      {
        lines: [3, 3],
        anchor: 'p1.b',
        label: 'b',
        text: 'Ports:',
        items: [{ lines: [4, 4], anchor: 'p1.b.i1', label: '--', text: 'Sampletown.' }],
      },
    ],
  });
  expect(bodyOf(cableToMarkdown(cable))).toBe(
    ['1\\. Two points:', '', '- a. (C) Ships.', '- b. Ports:', '  - Sampletown.'].join('\n'),
  );
});

test('a table keeps its columns', () => {
  const text = 'PORT      SHIPS\nALPHA        12\nBETA\t7';
  const cable: Cable = { ...bare, body: [{ type: 'table', lines: [1, 3], anchor: 'p0.u1', text }] };
  expect(textsOfMarkdown(readMarkdown(cableToMarkdown(cable)))).toEqual([`fixed ${text}`]);
  expect(textsOfHtml(cableToHtml(cable))).toEqual([`fixed ${text}`]);
});

/** Milliseconds of processor time, which other work on the machine does not lengthen. */
function processorTime(work: () => void): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

test('a line of two million characters takes time by its length, whatever they are', () => {
  for (const scrap of ['*', '[', '_a', '1. ', '<b>', 'word ', '\\', '&a;', 'XXXXX ']) {
    const timeOf = (length: number) => {
      const cable = withText(`x${scrap.repeat(Math.ceil(length / scrap.length))}x`);
      cable.redactions = [{ kind: 'name', source: 'publisher', text: 'XXXXX', lines: [1, 1] }];
      return processorTime(() => {
        expect(cableToMarkdown(cable).length).toBeGreaterThan(length);
        expect(cableToHtml(cable).length).toBeGreaterThan(length);
      });
    };
    // eight times the length: about 8 where time is linear, 64 where it is quadratic
    const short = Math.max(timeOf(2.5e5), 40);
    expect(timeOf(2e6), scrap).toBeLessThan(short * 28);
  }
});
