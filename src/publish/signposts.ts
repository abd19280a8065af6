/** Where a cable's page leads, for programs. Source: FAIR Signposting Profile, level 1, https://signposting.org/FAIR/ */
export interface Signpost {
  rel: string;
  href: string;
  type?: string;
}

export interface SignpostOptions {
  /** The page's own lasting address. */
  page: string;
  /** Page of who wrote it. */
  author?: string | undefined;
  licence?: string | undefined;
  /** Files beside the page: the text itself (`item`) or what is said of it (`describedby`). */
  files: readonly { rel: 'item' | 'describedby'; type: string; href: string }[];
}

/** The `<link>`s of a cable's page. A licence that is no address gives none. */
export function signpostsOf({ page, author, licence, files }: SignpostOptions): Signpost[] {
  return [
    { rel: 'cite-as', href: page },
    { rel: 'type', href: 'https://schema.org/AboutPage' },
    { rel: 'type', href: 'https://schema.org/Report' },
    ...(author ? [{ rel: 'author', href: author }] : []),
    ...(licence && URL.canParse(licence) ? [{ rel: 'license', href: licence }] : []),
    ...files.map(({ rel, type, href }) => ({ rel: `alternate ${rel}`, type, href })),
  ];
}
