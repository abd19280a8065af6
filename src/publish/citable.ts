import type { ListedCable } from '../archive/catalog.ts';
import { type Agency, agencyOf, senderOf } from './agency-name.ts';
import { cableUrl, type Site } from './site.ts';

/** A cable as bibliographies know it: a report with an author, an institution and a number. */
export interface Citable {
  /** `08BEIJING1882`; where the cable has no id, the last part of its address. */
  number: string;
  title: string;
  sender: Agency;
  /** The first action addressee. */
  recipient?: Agency;
  /** Month from 1 to 12. A year alone where the DTG is not known. */
  date?: { year: number; month?: number; day?: number };
  summary?: string;
  keywords: string[];
  /** The archive that holds it. */
  archive: string;
  publisher?: string;
  licence?: string;
  /** Absolute; left out where the site's address is not known. */
  url?: string;
}

/** Paragraphs that are cited, by their printed numbers: `{first: '2'}`, `{first: '3', last: '5'}`. */
export interface Locator {
  first: string;
  last?: string;
  /** What the address of the passage ends in: `p2`, `p3-p5`. */
  anchor?: string;
}

/** What a cable needs to be cited. `address`: last part of its page's address. */
export function citableOf(cable: ListedCable, address: string, site: Site, locator?: Locator): Citable {
  const { id, subject, subjectTitle, to, year, summary, tags } = cable;
  const number = id ?? address;
  const date = dateOf(cable);
  const recipient = to?.[0] && agencyOf(to[0].name, year);
  return {
    number,
    title: oneLine(subjectTitle ?? subject ?? `Cable ${number}`),
    sender: senderOf(cable),
    ...(recipient && { recipient }),
    ...(date && { date }),
    ...(summary && { summary: oneLine(summary) }),
    keywords: (tags ?? []).map(({ code, name }) => oneLine(name ?? code)),
    archive: site.title,
    ...(site.publisher && { publisher: site.publisher }),
    ...(site.licence && { licence: site.licence }),
    ...(site.origin && { url: cableUrl(site, address, locator?.anchor) }),
  };
}

/** The date of the DTG, in UTC. */
function dateOf({ dtg, year }: ListedCable): Citable['date'] {
  const [, y, month, day] = /^(\d{4})-(\d{2})-(\d{2})/.exec(dtg?.iso ?? '') ?? [];
  if (y) return { year: Number(y), month: Number(month), day: Number(day) };
  return year === undefined ? undefined : { year };
}

/** One line, single blanks, no control characters: what a field of a bibliography may hold. */
function oneLine(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\s\0-\x1f\x7f-\x9f]+/g, ' ')
    .trim();
}
