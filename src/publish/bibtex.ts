import type { Citable, Locator } from './citable.ts';

/** What TeX would take for itself. Braces become commands that hold none unpaired: BibTeX counts them even behind a backslash. */
const commands: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  $: '\\$',
  '&': '\\&',
  '#': '\\#',
  '%': '\\%',
  _: '\\_',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '<': '\\textless{}',
  '>': '\\textgreater{}',
  '|': '\\textbar{}',
  '"': "''",
};

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'] as const;

/**
 * A cable as a BibTeX entry (`@techreport`), for BibTeX and biblatex. Titles and names of agencies stand in a second pair of
 * braces, so that no style changes their case or splits them into first and last names.
 */
export function toBibtex(citable: Citable, locator?: Locator): string {
  const { number, title, sender, date, archive, summary, keywords, url } = citable;
  const month = date?.month === undefined ? undefined : months[date.month - 1];
  const fields: [name: string, value: string | undefined][] = [
    ['author', `{{${escapeTex(sender.name)}}}`],
    ['title', `{{${escapeTex(title)}}}`],
    ['institution', `{${escapeTex(sender.institution)}}`],
    ['type', '{Diplomatic cable}'],
    ['number', `{${escapeTex(number)}}`],
    ['address', sender.place && `{${escapeTex(sender.place)}}`],
    ['year', date && `{${date.year}}`],
    ['month', month],
    ['date', date && `{${isoDate(date)}}`],
    ['url', url && `{${url.replace(/[{}\\]/g, encodeURIComponent)}}`],
    ['note', `{${[escapeTex(archive), locator && paragraphsOf(locator)].filter(Boolean).join(', ')}}`],
    ['keywords', keywords.length > 0 ? `{${keywords.map(escapeTex).join(', ')}}` : undefined],
    ['abstract', summary && `{${escapeTex(summary)}}`],
  ];
  const lines = fields.flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [`  ${name} = ${value}`],
  );
  return `@techreport{cable${number.replace(/[^A-Za-z0-9_-]/g, '')},\n${lines.join(',\n')}\n}\n`;
}

/** Text as TeX prints it; straight quotation marks become opening and closing ones. */
export function escapeTex(text: string): string {
  return text
    .replace(/"([^"]*)"/g, "``$1''")
    .replace(/[\\{}$&#%_~^<>|"]/g, (letter) => commands[letter] ?? letter);
}

function isoDate({ year, month, day }: NonNullable<Citable['date']>): string {
  return [year, month, day]
    .filter((part) => part !== undefined)
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
}

function paragraphsOf({ first, last }: Locator): string {
  return last === undefined || last === first
    ? `para. ${escapeTex(first)}`
    : `paras. ${escapeTex(first)}--${escapeTex(last)}`;
}
