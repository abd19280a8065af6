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
  const file = join(findPlaces().cables, 'about.md');
  if (!existsSync(file)) return undefined;
  const text = readFileSync(file, 'utf8').replace(/^\s*# .*\n/, '');
  return String(
    unified().use(remarkParse).use(remarkRehype).use(rehypeSlug).use(rehypeStringify).processSync(text),
  );
}
