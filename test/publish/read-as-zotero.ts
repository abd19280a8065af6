/**
 * What Zotero would save of a page, by the rules of its translator Embedded Metadata (June 2024) and its clean-up of names, put down
 * here in our own words as far as they bear on a cable. Fields that Zotero's *report* does not have are dropped, as it drops them.
 */
import type { MetaTag } from '../../src/publish/citation-meta.ts';

export interface SavedItem {
  itemType: string;
  creators: { lastName: string; firstName?: string }[];
  [field: string]: unknown;
}

/** `citation_*` tags in the order in which they are applied: a later one overrides. */
const fields: [tag: string, field: string][] = [
  ['citation_title', 'title'],
  ['citation_publication_date', 'date'],
  ['citation_cover_date', 'date'],
  ['citation_date', 'date'],
  ['citation_technical_report_institution', 'institution'],
  ['citation_technical_report_number', 'reportNumber'],
  ['citation_publisher', 'institution'],
  ['citation_abstract', 'abstractNote'],
  ['citation_public_url', 'url'],
  ['citation_language', 'language'],
];

/** Dublin Core and Open Graph, applied before. */
const statements: [tag: string, field: string][] = [
  ['og:title', 'title'],
  ['og:description', 'abstractNote'],
  ['og:url', 'url'],
  ['DC.type', 'reportType'],
  ['DC.rights', 'rights'],
  ['DC.publisher', 'institution'],
];

const types: [tag: string, itemType: string][] = [
  ['citation_journal_title', 'journalArticle'],
  ['citation_technical_report_institution', 'report'],
  ['citation_conference_title', 'conferencePaper'],
  ['citation_book_title', 'bookSection'],
  ['citation_dissertation_institution', 'thesis'],
];

export function readAsZotero(tags: readonly MetaTag[]): SavedItem {
  const first = (tag: string) =>
    tags.find(({ name, property, content }) => content !== '' && (name ?? property)?.endsWith(tag))?.content;
  const last = types.filter(([tag]) => first(tag) !== undefined).at(-1);
  const item: SavedItem = { itemType: last?.[1] ?? 'journalArticle', creators: [] };
  for (const [tag, field] of [...statements, ...fields]) {
    const value = first(tag)?.replace(/\s+/g, ' ').trim();
    if (value) item[field] = value;
  }
  const authors = tags.filter(({ name }) => name?.endsWith('citation_author'));
  for (const { content } of authors) item.creators.push(...authorsOf(content, authors.length));
  return item;
}

function authorsOf(content: string, nodes: number): SavedItem['creators'] {
  let names = content.split(/\s*;\s*/);
  const [before = '', after = ''] = content.split(/\s*,\s*/);
  if (names.length === 1 && nodes === 1 && before.includes(' ') && after.includes(' '))
    names = content.split(/\s*,\s*/);
  return names.filter((name) => /[^\s,-.;]/.test(name)).map((name) => authorOf(name, name.includes(',')));
}

function authorOf(name: string, inverted: boolean): SavedItem['creators'][number] {
  const trimmed = name.replace(/^[\s.,/[\]:]+|[\s.,/[\]:]+$/g, '');
  if (!inverted) {
    const at = trimmed.lastIndexOf(' ');
    return at === -1
      ? { lastName: trimmed }
      : { lastName: trimmed.slice(at + 1), firstName: trimmed.slice(0, at) };
  }
  const [lastName = '', firstName] = trimmed.replace(/\.([^ ])/, '. $1').split(/, ?/);
  return firstName === undefined ? { lastName } : { lastName, firstName };
}
