import type { Citable } from './citable.ts';

export interface JsonLdOptions {
  /** Files beside the page, by media type. */
  files?: readonly { type: string; url: string }[];
}

/**
 * A cable as schema.org sees it: a report and a message, which is a document of an archive. Absolute addresses only; put it into the page with
 * `jsonLdText`. Source: schema.org `Report`, `Message`, `ArchiveComponent`.
 */
export function toJsonLd(citable: Citable, { files = [] }: JsonLdOptions = {}): Record<string, unknown> {
  const { number, title, sender, recipient, date, summary, keywords, archive, publisher, licence, url } =
    citable;
  const organization = (name: string) => ({ '@type': 'Organization', name });
  return {
    '@context': 'https://schema.org',
    '@type': ['Report', 'Message', 'ArchiveComponent'],
    ...(url && { '@id': url, url }),
    name: title,
    genre: 'Diplomatic cable',
    reportNumber: number,
    identifier: number,
    author: organization(sender.name),
    sourceOrganization: organization(sender.institution),
    ...(recipient && { recipient: organization(recipient.name) }),
    ...(date && { dateCreated: [date.year, date.month, date.day].filter(Boolean).map(twoDigits).join('-') }),
    ...(summary && { abstract: summary }),
    ...(keywords.length > 0 && { keywords }),
    inLanguage: 'en',
    holdingArchive: { '@type': 'ArchiveOrganization', name: archive },
    ...(publisher && { publisher: organization(publisher) }),
    ...(licence && { license: URL.canParse(licence) ? licence : { '@type': 'CreativeWork', name: licence } }),
    ...(files.length > 0 && {
      encoding: files.map(({ type, url: contentUrl }) => ({
        '@type': 'MediaObject',
        encodingFormat: type,
        contentUrl,
      })),
    }),
  };
}

/** JSON that may stand in a `<script>` element: nothing in it ends the element or opens a comment. */
export function jsonLdText(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}

function twoDigits(part: number | undefined): string {
  return String(part).padStart(2, '0');
}
