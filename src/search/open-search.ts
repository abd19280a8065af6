/** What a browser needs to offer the archive's search in its own search box. Source: OpenSearch 1.1. */
export interface OpenSearchSite {
  title: string;
  description?: string | undefined;
  /** Absolute address of the search page. */
  search: string;
}

/** The description as XML. */
export function openSearchXml({ title, description, search }: OpenSearchSite): string {
  const rows = [
    // The specification allows 16 letters here.
    ['ShortName', {}, [...title].slice(0, 16).join('').trim()],
    ['LongName', {}, [...title].slice(0, 48).join('').trim()],
    ['Description', {}, [...(description ?? title)].slice(0, 1024).join('')],
    ['InputEncoding', {}, 'UTF-8'],
    ['Url', { type: 'text/html', method: 'get', template: `${search}?q={searchTerms}` }, ''],
  ] as const;
  const lines = rows.map(([name, attributes, text]) => {
    const given = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`);
    return `  <${name}${given.join('')}>${escaped(text)}</${name}>`;
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">',
    ...lines,
    '</OpenSearchDescription>',
    '',
  ].join('\n');
}

const NAMES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
  return text
    .replace(/[\x00-\x08\x0b\x0c\x0e-\x1f]/g, '')
    .replace(/[&<>"]/g, (letter) => NAMES[letter] ?? letter);
}
