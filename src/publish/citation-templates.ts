import { toBibtex } from './bibtex.ts';
import type { Citable, Locator } from './citable.ts';
import { cite } from './cite.ts';
import { toCslJson } from './csl-json.ts';
import { toRis } from './ris.ts';

/** A piece of a citation: words, the address, or the place where the paragraph goes, which is empty while none is chosen. */
export type CitationPart =
  | { kind: 'text' | 'address'; text: string }
  | {
      kind: 'locator';
      /** What goes there for one paragraph and for several, with `{first}` and `{last}` for the printed numbers. */
      one: string;
      many: string;
    };

/** A citation in one style or format, ready for a paragraph that its reader chooses later. */
export interface CitationTemplate {
  /** Name for people. */
  name: string;
  /** Ending of its file, where it is a format for programs: `bib`. */
  ending?: string;
  parts: CitationPart[];
}

const forms: { name: string; ending?: string; write: (citable: Citable, locator?: Locator) => string }[] = [
  { name: 'Chicago', write: (citable, locator) => cite(citable, 'chicago', locator) },
  { name: 'Bluebook', write: (citable, locator) => cite(citable, 'bluebook', locator) },
  { name: 'MLA', write: (citable, locator) => cite(citable, 'mla', locator) },
  { name: 'BibTeX', ending: 'bib', write: toBibtex },
  { name: 'RIS', ending: 'ris', write: toRis },
  {
    name: 'CSL-JSON',
    ending: 'json',
    write: (citable, locator) => `${JSON.stringify([toCslJson(citable, locator)], null, 1)}\n`,
  },
];

// Two characters that no style and no format changes.
const FIRST = '\uE000';
const LAST = '\uE001';

/** Every style and format of a cable, those for people first. */
export function citationTemplates(citable: Citable): CitationTemplate[] {
  return forms.map(({ name, ending, write }) => {
    const plain = write(citable);
    const one = write(citable, { first: FIRST });
    const many = write(citable, { first: FIRST, last: LAST });
    let at = 0;
    while (at < plain.length && plain[at] === one[at]) at++;
    const added = (text: string) =>
      text
        .slice(at, at + text.length - plain.length)
        .replaceAll(FIRST, '{first}')
        .replaceAll(LAST, '{last}');
    const parts: CitationPart[] = [
      ...splitAddress(plain.slice(0, at), citable.url),
      { kind: 'locator', one: added(one), many: added(many) },
      ...splitAddress(plain.slice(at), citable.url),
    ];
    return { name, ...(ending && { ending }), parts };
  });
}

function splitAddress(text: string, url: string | undefined): CitationPart[] {
  const at = url ? text.lastIndexOf(url) : -1;
  const parts: CitationPart[] =
    url === undefined || at === -1
      ? [{ kind: 'text', text }]
      : [
          { kind: 'text', text: text.slice(0, at) },
          { kind: 'address', text: url },
          { kind: 'text', text: text.slice(at + url.length) },
        ];
  return parts.filter((part) => part.kind === 'locator' || part.text !== '');
}
