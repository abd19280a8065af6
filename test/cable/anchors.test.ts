import fc from 'fast-check';
import type { Root } from 'hast';
import rehypeSlug from 'rehype-slug';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';
import { createAnchors } from '../../src/cable/blocks/anchors.ts';

describe('anchors', () => {
  test('the printed number rules, and a second one is told apart', () => {
    const anchors = createAnchors();
    expect(anchors.unnumbered()).toBe('p0.u1');
    expect(anchors.paragraph(3)).toBe('p3');
    expect(anchors.unnumbered()).toBe('p3.u1');
    expect(anchors.unnumbered()).toBe('p3.u2');
    expect(anchors.paragraph(3)).toBe('p3_2');
    expect(anchors.unnumbered()).toBe('p3_2.u1');
    expect(anchors.paragraph(3)).toBe('p3_3');
    expect(anchors.paragraph(2, '2a')).toBe('p2a');
    expect(anchors.paragraph(12, '12 bis')).toBe('p12bis');
  });

  test('sub-items stand under their paragraph', () => {
    const anchors = createAnchors();
    const paragraph = anchors.paragraph(3);
    const item = anchors.under(paragraph, 'a');
    expect([item, anchors.under(item, 'ii'), anchors.under(paragraph, 'A')]).toEqual([
      'p3.a',
      'p3.a.ii',
      'p3.a_2',
    ]);
  });

  test('quoted texts have names of their own, and the numbering around goes on', () => {
    const anchors = createAnchors();
    anchors.paragraph(7);
    expect(anchors.open()).toBe('t1');
    expect(anchors.unnumbered()).toBe('t1.p0.u1');
    expect(anchors.paragraph(1)).toBe('t1.p1');
    anchors.close();
    expect(anchors.unnumbered()).toBe('p7.u1');
    expect(anchors.open()).toBe('t2');
  });

  test('a heading is never taken for a paragraph or a range of them', () => {
    const anchors = createAnchors();
    expect(anchors.heading('P3')).toBe('heading-p3');
    expect(anchors.heading('P3-P5')).toBe('heading-p3-p5');
    expect(anchors.heading('Summary')).toBe('summary');
    expect(anchors.heading('SUMMARY')).toBe('summary-1');
    expect(anchors.heading('Summary-1')).toBe('summary-1-1');
    expect(anchors.heading('Ports and ships: a story')).toBe('ports-and-ships-a-story');
  });

  test('slugs are those of rehype-slug', () => {
    const character = fc.constantFrom(...'abcXYZ019  --_.,:;\'"()/&%!?—’ÄéñßŁжΩ'.split(''));
    const heading = fc
      .array(character, { minLength: 1, maxLength: 20 })
      .map((characters) => characters.join(''));
    const processor = unified().use(rehypeSlug);
    fc.assert(
      fc.property(fc.array(heading, { minLength: 1, maxLength: 5 }), (texts) => {
        const tree: Root = {
          type: 'root',
          children: texts.map((value) => ({
            type: 'element',
            tagName: 'h2',
            properties: {},
            children: [{ type: 'text', value }],
          })),
        };
        const done = processor.runSync(tree) as Root;
        const ids = done.children.map((child) =>
          child.type === 'element' ? child.properties.id : undefined,
        );
        fc.pre(ids.every((id) => typeof id === 'string' && id !== '' && !/^-\d|^(?:p|t)\d/.test(id)));
        const anchors = createAnchors();
        expect(texts.map((text) => anchors.heading(text))).toEqual(ids);
      }),
    );
  });
});
