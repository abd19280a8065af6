import type { Citable, Locator } from './citable.ts';

/**
 * A cable as a RIS record of the type report. Lines end in CRLF, as the format wants it. The comma behind the author says that the
 * name is an institution's and has no first part.
 * Source: RIS format specification; the tags as EndNote and Zotero read them for `RPRT` (SN report number, M3 kind, PB institution).
 */
export function toRis(citable: Citable, locator?: Locator): string {
  const { number, title, sender, date, archive, publisher, summary, keywords, url } = citable;
  const two = (part: number | undefined) => (part === undefined ? '' : String(part).padStart(2, '0'));
  const rows: [tag: string, value: string | undefined][] = [
    ['TY', 'RPRT'],
    ['AU', `${sender.name.replaceAll(',', '')},`],
    ['TI', title],
    ['PB', sender.institution],
    ['CY', sender.place],
    ['PY', date && String(date.year)],
    ['DA', date?.month === undefined ? undefined : `${date.year}/${two(date.month)}/${two(date.day)}/`],
    ['SN', number],
    ['M3', 'Diplomatic cable'],
    ['DB', archive],
    ['DP', publisher],
    ['AB', summary],
    ...keywords.map((keyword): [string, string] => ['KW', keyword]),
    ['N1', locator && paragraphsOf(locator)],
    ['LA', 'en'],
    ['UR', url],
  ];
  const lines = rows.flatMap(([tag, value]) => (value ? [`${tag}  - ${value}`] : []));
  return `${[...lines, 'ER  - '].join('\r\n')}\r\n`;
}

function paragraphsOf({ first, last }: Locator): string {
  return last === undefined || last === first ? `para. ${first}` : `paras. ${first}-${last}`;
}
