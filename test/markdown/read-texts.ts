/** What a reader reads, block by block: of a Markdown file (by stock remark), and of a page (by an HTML parser). */
import type { Node, Root } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { type DefaultTreeAdapterMap, parseFragment } from 'parse5';
import remarkFrontmatter from 'remark-frontmatter';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';

type HtmlNode = DefaultTreeAdapterMap['node'];

const markdown = unified().use(remarkParse).use(remarkFrontmatter).freeze();

/** The Markdown as any program would read it. */
export function readMarkdown(text: string): Root {
  return markdown.parse(text);
}

/** Kinds and texts of the blocks that hold words, in order. */
export function textsOfMarkdown(tree: Root): string[] {
  const texts: string[] = [];
  visit(tree, (node: Node) => {
    if (node.type === 'thematicBreak') texts.push('rule');
    if (node.type === 'code') texts.push(`fixed ${textOf(node)}`);
    if (node.type === 'heading') texts.push(`heading ${textOf(node)}`);
    if (node.type === 'paragraph') texts.push(`text ${textWithBreaks(node)}`);
  });
  return texts;
}

function textWithBreaks(paragraph: Node): string {
  const parts: string[] = [];
  visit(paragraph, (node: Node) => {
    if (node.type === 'break') parts.push('\n');
    if (node.type === 'text') parts.push(textOf(node));
  });
  return parts.join('');
}

/** The same of a page's HTML. */
export function textsOfHtml(html: string): string[] {
  const texts: string[] = [];
  const read = (node: HtmlNode) => {
    const name = node.nodeName;
    if (name === 'hr') texts.push('rule');
    else if (name === 'pre') texts.push(`fixed ${wordsOf(node)}`);
    else if (/^h[1-6]$/.test(name)) texts.push(`heading ${wordsOf(node)}`);
    else if (name === 'p' || name === 'summary') texts.push(`text ${wordsOf(node)}`);
    else {
      if (name === 'li') texts.push(`text ${wordsOf(node).replace(/\n+$/, '')}`);
      for (const child of 'childNodes' in node ? node.childNodes : []) read(child);
    }
  };
  read(parseFragment(html));
  return texts.filter((text) => text !== 'text ');
}

/** The text of an element without the lists inside it. The serializer's line end behind `<br>` is none of the text. */
function wordsOf(node: HtmlNode): string {
  if ('value' in node) return node.value;
  if (node.nodeName === 'br') return '\n';
  if (!('childNodes' in node)) return '';
  const parts: string[] = [];
  let before = '';
  for (const child of node.childNodes) {
    if (child.nodeName === 'ul') continue;
    const words = wordsOf(child);
    parts.push(before === 'br' ? words.replace(/^\n/, '') : words);
    before = child.nodeName;
  }
  return parts.join('');
}

/** Every element of a page's HTML. */
export function elementsOf(html: string): { name: string; attributes: Record<string, string> }[] {
  const elements: { name: string; attributes: Record<string, string> }[] = [];
  const read = (node: HtmlNode) => {
    if ('attrs' in node) {
      const attributes = Object.fromEntries(node.attrs.map(({ name, value }) => [name, value]));
      elements.push({ name: node.tagName, attributes });
    }
    for (const child of 'childNodes' in node ? node.childNodes : []) read(child);
  };
  read(parseFragment(html));
  return elements;
}
