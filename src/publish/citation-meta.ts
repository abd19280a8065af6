/**
 * What a cable's page says of itself to programs that read its head: reference managers, search engines, previews.
 *
 * Zotero (translator Embedded Metadata, read in its version of June 2024) saves a *report* when it finds
 * `citation_technical_report_institution`, whatever else the page says, and takes the number from
 * `citation_technical_report_number`. It reads `citation_publisher` and `DC.publisher` into the same field as the institution, so
 * that neither is given; `DC.type` becomes the kind of report. An author without a comma is split into first and last name, and a
 * point in the name is spaced out: hence `US Embassy Beijing,`.
 */
import type { Citable } from './citable.ts';

/** One `<meta>`: `name` or, for Open Graph, `property`. */
export interface MetaTag {
  name?: string;
  property?: string;
  content: string;
}

/** The meta tags of a cable's page. `canonical`, `title` and `description` are the layout's. */
export function citationMeta(citable: Citable): MetaTag[] {
  const { number, title, sender, date, summary, keywords, licence, archive, url } = citable;
  const named: [name: string, content: string | undefined][] = [
    ['citation_title', title],
    ['citation_author', `${sender.name.replaceAll(/[,;]/g, '')},`],
    ['citation_technical_report_institution', sender.institution],
    ['citation_technical_report_number', number],
    ['citation_publication_date', date && slashed(date)],
    ['citation_language', 'en'],
    ['citation_public_url', url],
    ['citation_abstract', summary],
    ['citation_keywords', keywords.length > 0 ? keywords.join('; ') : undefined],
    ['DC.type', 'Diplomatic cable'],
    ['DC.identifier', number],
    ['DC.rights', licence],
  ];
  const properties: [property: string, content: string | undefined][] = [
    ['og:type', 'article'],
    ['og:title', title],
    ['og:description', summary && shortened(summary)],
    ['og:site_name', archive],
    ['og:url', url],
  ];
  return [
    ...named.flatMap(([name, content]) => (content ? [{ name, content }] : [])),
    ...properties.flatMap(([property, content]) => (content ? [{ property, content }] : [])),
  ];
}

/** `2008/05/15`, as Google Scholar asks for it. */
function slashed({ year, month, day }: NonNullable<Citable['date']>): string {
  const parts = [year, month, day].filter((part) => part !== undefined);
  return parts.map((part) => String(part).padStart(2, '0')).join('/');
}

/** The first words, as many as a preview shows. */
function shortened(text: string): string {
  if (text.length <= 200) return text;
  const cut = text.lastIndexOf(' ', 199);
  return `${text.slice(0, cut === -1 ? 199 : cut)}…`;
}
