import type { ListRow } from '../engine.ts';

/** Saves the whole result as a file: `csv`, `json` or `bibtex`. `site` is the absolute address of the site. */
export function exportResults(format: string, rows: readonly ListRow[], site: string, query: string): void {
  const cables = rows.map((row) => ({
    ...row,
    url: new URL(`cables/${encodeURIComponent(row.address)}/`, site).href,
  }));
  const written = { csv: writeCsv, json: writeJson, bibtex: writeBibtex }[format];
  if (!written) return;
  const { text, type, ending } = written(cables);
  const name =
    query
      .normalize('NFD')
      .replace(/[^A-Za-z0-9]+/g, '-')
      .replace(/^-|-$/g, '')
      .slice(0, 40) || 'cables';
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = `${name}.${ending}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

export type ExportRow = ListRow & { url: string };

interface Written {
  text: string;
  type: string;
  ending: string;
}

const COLUMNS = ['address', 'date', 'origin', 'classification', 'title', 'url'] as const;

/** RFC 4180. A value that a spreadsheet would run as a formula is kept from it by an apostrophe. */
export function writeCsv(rows: readonly ExportRow[]): Written {
  const cell = (value = '') =>
    `"${(/^[=+\-@\t\r]/.test(value) ? `'${value}` : value).replaceAll('"', '""')}"`;
  const lines = [
    ['id', ...COLUMNS.slice(1)].join(','),
    ...rows.map((row) => COLUMNS.map((name) => cell(row[name])).join(',')),
  ];
  return { text: `${lines.join('\r\n')}\r\n`, type: 'text/csv;charset=utf-8', ending: 'csv' };
}

export function writeJson(rows: readonly ExportRow[]): Written {
  const cables = rows.map(({ address, ...rest }) => ({ id: address, ...rest }));
  return { text: `${JSON.stringify(cables, null, 2)}\n`, type: 'application/json', ending: 'json' };
}

/** Characters that TeX reads as commands. */
const TEX: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

export function writeBibtex(rows: readonly ExportRow[]): Written {
  const tex = (value: string) =>
    value.replace(/[\\~^{}$&#_%]/g, (letter) => TEX[letter] ?? `\\${letter}`).replace(/\s+/g, ' ');
  const entries = rows.map(({ address, title, date, origin, url }) => {
    const fields: [string, string | undefined][] = [
      ['title', `{${tex(title)}}`],
      ['author', origin && `{${tex(origin)}}`],
      ['date', date?.slice(0, 10)],
      ['number', tex(address)],
      ['type', 'Diplomatic cable'],
      ['url', url],
    ];
    const lines = fields.filter(([, value]) => value).map(([name, value]) => `  ${name} = {${value}}`);
    return `@report{${address.replace(/[^A-Za-z0-9_.-]/g, '-')},\n${lines.join(',\n')}\n}\n`;
  });
  return { text: entries.join('\n'), type: 'application/x-bibtex;charset=utf-8', ending: 'bib' };
}
