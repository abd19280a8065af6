import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import rehypeSlug from 'rehype-slug';
import rehypeStringify from 'rehype-stringify';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { findPlaces } from '../archive/places.ts';

/** The publisher's own page, `cables/about.md`, as HTML; raw HTML in it is left out, its title too, for the page has one. */
export function aboutHtml(): string | undefined {
  const text = aboutText();
  return text === undefined ? undefined : toHtml(text);
}

/** What that page begins with, up to its first heading: its first paragraph as HTML. */
export function aboutLead(): string | undefined {
  const [first] = aboutText()?.trim().split(BLANK_LINE) ?? [];
  return first && !first.startsWith('#') ? toHtml(first) : undefined;
}

const BLANK_LINE = /\r?\n[ \t]*\r?\n/;

function aboutText(): string | undefined {
  const file = join(findPlaces().cables, 'about.md');
  return existsSync(file) ? readFileSync(file, 'utf8').replace(/^\s*# .*\r?\n/, '') : undefined;
}

function toHtml(markdown: string): string {
  return String(
    unified().use(remarkParse).use(remarkRehype).use(rehypeSlug).use(rehypeStringify).processSync(markdown),
  );
}
