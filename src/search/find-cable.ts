import type { IdList } from './manifest.ts';

/** What a typed id or date-time group leads to. */
export type CableFound =
  | { kind: 'cable'; address: string; held: boolean }
  /** Several cables bear the date-time group. */
  | { kind: 'choice'; addresses: string[] }
  /** It is an id or a date-time group, and the archive neither holds nor cites such a cable. */
  | { kind: 'none'; id: string };

// 08BEIJING1882, 08 Beijing 1882, 2008BEIJING001882, 1973 STATE 12; the year first, the number last
const ID = /^(?:19|20)?(\d\d)[ \t]*([A-Za-z][A-Za-z \t]*?(?:-A)?)[ \t]*0*([1-9]\d{0,6})(_\d+)?$/;
// 150945Z MAY 08, O 150945Z MAY 2008, DTG: 15 0945Z MAY 08
const DTG =
  /^(?:DTG:?[ \t]*)?(?:[A-Za-z]{1,2}[ \t]+){0,3}(\d\d)[ \t/]?(\d\d):?(\d\d)[ \t]*Z?[ \t]*([A-Za-z]{3})[a-z]*[ \t]*(?:19|20)?(\d\d)$/i;
const MONTHS = 'JANFEBMARAPRMAYJUNJULAUGSEPOCTNOVDEC';

/** Whether a text may be an id or a date-time group; tells without reading anything. */
export function mayNameCable(text: string): boolean {
  const bare = bareName(text);
  return bare.length < 80 && (ID.test(bare) || DTG.test(bare) || LIKE_AN_ID.test(bare));
}

// A year, letters and a number in a spelling that is not the plain one: 08BEIJ1NG1882, 08-BEIJING-1882, (08) BEIJING 1882;
// BEIJING 1882 (2008)
const LIKE_AN_ID =
  /^(?:\(?\d{2,4}\)?[ \t._/-]{0,3}[A-Za-z][A-Za-z0-9 \t._/'-]{1,40}\d|[A-Za-z][A-Za-z \t.'-]{1,40}\d{1,7}[ \t]*\(\d{2,4}\))$/;
// What stands before an id where it is cited: REF:, REFTEL, A., (A), #, an apostrophe for a year's century
const BEFORE = /^(?:ref(?:tel|s)?\b[:. \t]*)?(?:\(?[A-Z][.)][ \t]*)?[#'’[]?/i;
const BEHIND = /[\].,;:]$/;

/** A name without what stands around it where it is cited. */
export function bareName(text: string): string {
  return text.trim().replace(BEFORE, '').replace(BEHIND, '').trim();
}

/**
 * Finds the cable that a text names: an id in any spelling, or a date-time group.
 *
 * @param idsOf the ids of a two-digit year, `undefined` where the archive has none of it
 * @returns `undefined` where the text is neither; a misspelt id is `none`, and may be asked for again as `canonicalId` repairs it
 */
export async function findCable(
  text: string,
  idsOf: (year: string) => Promise<IdList | undefined>,
): Promise<CableFound | undefined> {
  if (!mayNameCable(text)) return undefined;
  const bare = bareName(text);
  const moment = DTG.exec(bare);
  if (moment) return findMoment(bare, moment, idsOf);
  const id = plainId(bare);
  if (id === undefined) return { kind: 'none', id: bare };
  return (await findId(id, idsOf)) ?? { kind: 'none', id };
}

function plainId(text: string): string | undefined {
  const parts = ID.exec(text);
  if (!parts) return undefined;
  const [, year = '', station = '', serial = '', copy = ''] = parts;
  return `${year}${station.replace(/\s+/g, '').toUpperCase()}${serial}${copy}`;
}

async function findId(
  id: string,
  idsOf: (year: string) => Promise<IdList | undefined>,
): Promise<CableFound | undefined> {
  const list = await idsOf(id.slice(0, 2));
  if (!list) return undefined;
  if (list.held.some((each) => each === id || each.startsWith(`${id} `)))
    return { kind: 'cable', address: id, held: true };
  if (list.cited.includes(id)) return { kind: 'cable', address: id, held: false };
  return undefined;
}

/** A cable of the turn of the year may bear the other year in its id. */
async function findMoment(
  text: string,
  [, day = '', hour = '', minute = '', name = '', year = '']: RegExpExecArray,
  idsOf: (year: string) => Promise<IdList | undefined>,
): Promise<CableFound | undefined> {
  const month = MONTHS.indexOf(name.toUpperCase());
  if (month < 0 || month % 3 !== 0) return undefined;
  const number = month / 3 + 1;
  const stamp = `${String(number).padStart(2, '0')}${day}${hour}${minute}`;
  const own = Number(year);
  const years = [own, ...(number === 1 ? [own + 99] : []), ...(number === 12 ? [own + 1] : [])];
  const addresses: string[] = [];
  for (const each of years) {
    const list = await idsOf(String(each % 100).padStart(2, '0'));
    for (const held of list?.held ?? []) {
      if (held.endsWith(` ${stamp}`)) addresses.push(held.slice(0, -stamp.length - 1));
    }
  }
  const [first] = addresses;
  if (first === undefined) return { kind: 'none', id: text };
  return addresses.length === 1
    ? { kind: 'cable', address: first, held: true }
    : { kind: 'choice', addresses };
}
