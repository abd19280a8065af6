import type { Citable, Locator } from './citable.ts';

/** A report, as CSL processors read it. Source: CSL 1.0.2, `csl-data.json`. */
export interface CslItem {
  id: string;
  type: 'report';
  genre: string;
  number: string;
  title: string;
  author: { literal: string }[];
  publisher: string;
  'publisher-place'?: string;
  issued?: { 'date-parts': [number[]] };
  abstract?: string;
  keyword?: string;
  archive: string;
  URL?: string;
  language: string;
  /** The paragraph cited, for processors; the same as a note, which reference managers keep. */
  locator?: string;
  note?: string;
}

/** A cable as CSL-JSON. */
export function toCslJson(citable: Citable, locator?: Locator): CslItem {
  const { number, title, sender, date, summary, keywords, archive, url } = citable;
  const parts = date && [date.year, date.month, date.day].filter((part) => part !== undefined);
  return {
    id: number,
    type: 'report',
    genre: 'Diplomatic cable',
    number,
    title,
    author: [{ literal: sender.name }],
    publisher: sender.institution,
    ...(sender.place && { 'publisher-place': sender.place }),
    ...(parts && { issued: { 'date-parts': [parts] as [number[]] } }),
    ...(summary && { abstract: summary }),
    ...(keywords.length > 0 && { keyword: keywords.join(', ') }),
    archive,
    ...(url && { URL: url }),
    language: 'en',
    ...(locator && { locator: paragraphsOf(locator), note: paragraphsOf(locator) }),
  };
}

function paragraphsOf({ first, last }: Locator): string {
  return last === undefined || last === first ? `para. ${first}` : `paras. ${first}-${last}`;
}
