/** The page's HTML of a text: anchors, marks, redactions, boxes. */
import fc from 'fast-check';
import { HtmlValidate } from 'html-validate';
import { expect, test } from 'vitest';
import type { Block, Cable } from '../../src/cable/cable.ts';
import { cableToHtml } from '../../src/markdown/cable-to-html.ts';
import { hostileCable } from './arbitrary-cable.ts';
import { elementsOf } from './read-texts.ts';

function cableOf(...body: Block[]): Cable {
  return { dialect: 'unknown', body, fields: [], diagnostics: [], source: { lines: 99 } };
}

const validator = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:a11y'],
  rules: {
    'valid-id': ['error', { relaxed: true }],
    'long-title': 'off',
    'void-style': 'off',
    'no-trailing-whitespace': 'off',
  },
});

test('a numbered paragraph is addressed by its number, which is the link to it', () => {
  const html = cableToHtml(
    cableOf({
      type: 'paragraph',
      lines: [1, 2],
      anchor: 'p3',
      number: 3,
      mark: { raw: '( S/NF)', level: 'S', controls: ['NF'] },
      text: 'Text.',
    }),
  );
  expect(html).toBe(
    '<p class="para" id="p3" data-mark="S/NF"><a class="num" href="#p3" aria-label="Paragraph 3, link">3.</a> <span class="mark">( S/NF)</span> Text.</p>',
  );
});

test('a heading keeps the anchor of the record, also where a slug would differ', () => {
  const html = cableToHtml(
    cableOf(
      { type: 'heading', lines: [1, 1], level: 2, text: 'Comment', anchor: 'comment' },
      { type: 'heading', lines: [2, 2], level: 3, text: 'Comment', anchor: 'comment-1' },
      { type: 'heading', lines: [3, 3], level: 9, text: 'What next?', anchor: 'old-name' },
    ),
  );
  expect(elementsOf(html).map(({ name, attributes }) => `${name}#${attributes.id}`)).toEqual([
    'h2#comment',
    'h3#comment-1',
    'h6#old-name',
  ]);
});

test('a mark meant for the entire text is known and not printed', () => {
  const html = cableToHtml(
    cableOf({
      type: 'paragraph',
      lines: [1, 1],
      anchor: 'p2',
      number: 2,
      mark: { raw: 'C - ENTIRE TEXT', level: 'C', inferred: true },
      text: 'Text.',
    }),
  );
  expect(html).toContain('data-mark="C"');
  expect(html).not.toContain('class="mark"');
});

test('a redaction is seen as printed and heard as one', () => {
  const cable = cableOf(
    { type: 'paragraph', lines: [1, 1], anchor: 'p1', number: 1, text: 'XXXXXXXXXXXX told XXXXX.' },
    { type: 'paragraph', lines: [2, 2], anchor: 'p2', number: 2, text: 'XXXXX elsewhere.' },
  );
  cable.redactions = [
    { kind: 'name', source: 'publisher', text: 'XXXXX', lines: [1, 1] },
    { kind: 'name', source: 'publisher', text: 'XXXXXXXXXXXX', lines: [1, 1] },
  ];
  const [first, second] = cableToHtml(cable).split('\n');
  const span = (text: string) =>
    `<span class="redaction" role="img" aria-label="Redacted: name withheld by the publisher" data-kind="name">${text}</span>`;
  expect(first).toContain(`</a> ${span('XXXXXXXXXXXX')} told ${span('XXXXX')}.</p>`);
  expect(second).not.toContain('redaction');
});

test('lines of an address stay lines', () => {
  const html = cableToHtml(
    cableOf({
      type: 'paragraph',
      lines: [1, 3],
      anchor: 'p0.u1',
      text: 'Harbor Authority\n  1 Quay Road  \n\nSampletown',
    }),
  );
  expect(html).toContain('Harbor Authority<br>\n1 Quay Road<br>\nSampletown</p>');
});

test('tables lie in boxes of their own names that the keyboard reaches', () => {
  const html = cableToHtml(
    cableOf(
      { type: 'table', lines: [1, 2], anchor: 'p0.u1', text: 'A  B\nC  D' },
      { type: 'table', lines: [4, 5], anchor: 'p0.u2', text: 'E  F\nG  H' },
    ),
  );
  expect(html).toBe(
    [
      '<section class="fixed table" id="p0.u1" aria-label="Table 1, as typed" tabindex="0"><pre>A  B\nC  D</pre></section>',
      '<section class="fixed table" id="p0.u2" aria-label="Table 2, as typed" tabindex="0"><pre>E  F\nG  H</pre></section>',
    ].join('\n'),
  );
});

test('a former anchor goes on to lead to the paragraph it was', () => {
  const cable = cableOf(
    {
      type: 'paragraph',
      lines: [1, 1],
      anchor: 'p1',
      number: 1,
      text: 'Text.',
      items: [{ lines: [2, 2], anchor: 'p1.a', label: 'a', text: 'Point.' }],
    },
    { type: 'table', lines: [3, 3], anchor: 'p1.u1', text: 'A  B' },
    { type: 'heading', lines: [4, 4], level: 2, anchor: 'comment', text: 'Comment' },
  );
  const aliases = new Map([
    ['p1', ['p0.u1']],
    ['p1.a', ['p1.i1']],
    ['p1.u1', ['p1.u7', 'p1.u8']],
    ['comment', ['remark']],
  ]);
  const html = cableToHtml(cable, { aliases });
  const found = elementsOf(html).filter(({ attributes }) => attributes.class === 'alias');
  expect(found.map(({ attributes }) => [attributes.id, attributes['data-for']])).toEqual(
    [...aliases].flatMap(([anchor, former]) => former.map((alias) => [alias, anchor])),
  );
  expect(html).toContain('<p class="para" id="p1"><span class="alias" id="p0.u1" data-for="p1"></span><a');
});

test('no id is given twice, and every link on a number goes to its own element', () => {
  fc.assert(
    fc.property(hostileCable, (cable) => {
      const elements = elementsOf(cableToHtml(cable));
      const ids = elements.flatMap(({ attributes: { id } }) => (id === undefined ? [] : [id]));
      expect(new Set(ids).size).toBe(ids.length);
      for (const { attributes } of elements) {
        if (attributes.class === 'num') expect(ids).toContain(attributes.href?.slice(1));
      }
    }),
    { numRuns: 500 },
  );
});

test('the HTML is valid', async () => {
  await fc.assert(
    fc.asyncProperty(hostileCable, async (cable) => {
      const report = await validator.validateString(`<div>${cableToHtml(cable)}</div>`);
      const messages = report.results.flatMap(({ messages }) =>
        messages.map(({ ruleId, message }) => `${ruleId}: ${message}`),
      );
      expect(messages).toEqual([]);
    }),
    { numRuns: 200 },
  );
});
