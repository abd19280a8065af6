import type { Cable, Wrapper } from '../cable.ts';
import { type CableId, canonicalId, formatId, fullYear, parseId } from '../cable-id.ts';
import type { CableContext, ParseOptions } from '../context.ts';
import type { Report } from '../diagnostics.ts';
import { findPost, isNameOf, squeeze, stationOf } from '../find-post.ts';
import { isoOf } from '../lines/parse-dtg.ts';
import { editDistance } from '../nearest-words.ts';
import type { Head } from './head-walk.ts';

/** The id that the caller, the file's name, the wrapper or the form names, and where it comes from. */
export interface NamedId {
  raw: string;
  id: string;
  repaired: boolean;
  parts: CableId;
}

/** What other places than the head say of a cable's number. */
export interface KnownIds {
  named: NamedId | undefined;
  attributed: CableId | undefined;
  /** Of page banners and section footers. */
  page: { year?: number; station: string; serial: number } | undefined;
}

// 08SAMPLETOWN12, 2008SAMPLETOWN000012
// 06SAMPLETOWN12-corrected, 06SAMPLETOWN12.sec1
const SUFFIXED = /^((?:\d{2}|\d{4})[ _-]?[A-Z][A-Z _'’-]{1,40}\d{1,7})[._ -][a-z][A-Za-z0-9_ -]{1,30}$/;
const FILE_ID = /^(?:\d{2}|\d{4})[ _-]?[A-Z][A-Z0-9 _.'’-]{1,60}\d$/i;

/** Reads an id from the options, the path's last part, or the wrapper. */
export function namedId({ id, path }: ParseOptions, wrapper?: Wrapper): NamedId | undefined {
  const base = path?.slice(path.lastIndexOf('/') + 1).replace(/\.[A-Za-z0-9]{1,5}$/, '');
  for (const [index, raw] of [id, wrapper?.id, base].entries()) {
    if (!raw || raw.length > 100) continue;
    const found = canonicalId(index === 2 ? (SUFFIXED.exec(raw)?.[1] ?? raw) : raw);
    const parts = found.id === undefined ? undefined : parseId(found.id);
    if (!parts || found.id === undefined) continue;
    // A file may be named by chance like an id: it must be written as one, or its station be known.
    if (
      index === 2 &&
      !(
        (FILE_ID.test(raw) || SUFFIXED.test(raw)) &&
        (!found.repaired || findPost(parts.station, { year: parts.year }))
      )
    )
      continue;
    return { raw, id: found.id, repaired: found.repaired, parts };
  }
  return undefined;
}

/** The station of a message number: the words as written, by the table where it is known. */
function stationOfNumber(
  words: string,
  year: number | undefined,
  from: string | undefined,
): string | undefined {
  const match = findPost(words, { year, from });
  if (match && match.station !== '') return match.station;
  const letters = squeeze(words);
  const sender = match || from === undefined ? undefined : stationOf(from, year);
  // BEIJLNG is the sender's BEIJING
  if (sender !== undefined && sender.length > 4 && editDistance(letters, sender) === 1) return sender;
  return letters === '' ? undefined : letters;
}

/**
 * Puts into cable and context what is known of year, station, serial and id: from the head's lines, then from the name of the
 * file, the archive's attributes, the caller. Called again whenever more of the head is read.
 */
export function identify(
  cable: Cable,
  head: Pick<Head, 'group' | 'number'>,
  ctx: CableContext,
  options: ParseOptions,
  { named, attributed, page }: KnownIds,
): void {
  const { group, number } = head;
  const year =
    group?.year ??
    named?.parts.year ??
    attributed?.year ??
    page?.year ??
    yearOf(cable.wrapper?.date) ??
    givenYear(options);
  if (year !== undefined) {
    cable.year = year;
    ctx.year = year;
  }
  if (group && cable.dtg && year !== undefined && cable.dtg.iso === undefined && !group.invalid) {
    const iso = isoOf(group, year);
    if (iso) cable.dtg.iso = iso;
  }
  ctx.date = cable.dtg?.iso ?? undefined;
  if (cable.from) ctx.from = cable.from;
  const from = cable.from?.name;
  let station: string | undefined;
  let serial: number | undefined;
  if (number?.serial !== undefined) {
    serial = number.serial;
    station = number.station ? stationOfNumber(number.station, year, from) : undefined;
    station ??= from === undefined ? named?.parts.station : stationOf(from, year);
  } else if (page) {
    serial = page.serial;
    station = stationOfNumber(page.station, year, from);
  }
  const mail = cable.wrapper?.kind === 'email' && cable.wrapper.serial ? cable.wrapper : undefined;
  if (named) {
    station = named.parts.station;
    serial = named.parts.serial;
  } else if (serial === undefined && attributed) {
    station = attributed.station;
    serial = attributed.serial;
  } else if (serial === undefined && mail?.station) {
    station = stationOfNumber(mail.station, year, from);
    serial = Number(mail.serial);
  }
  if (station === undefined && from !== undefined && serial !== undefined) station = stationOf(from, year);
  if (station !== undefined) {
    cable.station = station;
    ctx.station = station;
  }
  if (serial !== undefined) {
    cable.serial = serial;
    ctx.serial = serial;
  }
  const airgram = number?.airgram ?? named?.parts.airgram;
  if (named) cable.id = named.id;
  else if (year !== undefined && station !== undefined && serial !== undefined && serial > 0) {
    cable.id = formatId({ year, station, serial, ...(airgram ? { airgram: true } : {}) });
  }
  if (cable.id !== undefined) ctx.id = cable.id;
}

/** The caller's year; two figures are taken as those of an id, what is no year as not given. */
function givenYear({ year }: ParseOptions): number | undefined {
  if (!Number.isInteger(year) || year === undefined || year < 0 || year > 2200) return undefined;
  return year < 100 ? fullYear(year) : year >= 1900 ? year : undefined;
}

/** The id that the archive's attributes name. */
export function attributesId(cable: Cable): CableId | undefined {
  const written = cable.attributes?.['Document Number'];
  const id = written === undefined ? undefined : canonicalId(written).id;
  return id === undefined ? undefined : parseId(id);
}

function yearOf(date: string | undefined): number | undefined {
  const match = /^(\d{4})-|-(\d{4})$|-[A-Z]{3}-(\d{2})$/.exec(date ?? '');
  const digits = match?.[1] ?? match?.[2];
  if (digits) return Number(digits);
  return match?.[3] ? Number(match[3]) + (Number(match[3]) >= 60 ? 1900 : 2000) : undefined;
}

/** Tells of a message number with a letter of the post or a figure wrong that gave the id all the same: `BEIJLNG 001882`. */
export function reportMisprint(
  { id, year, station, from, messageNumber }: Cable,
  { number }: Pick<Head, 'number'>,
  { named, page }: KnownIds,
  report: Report,
): void {
  const words = number?.serial === undefined ? page?.station : number.station;
  if (named || id === undefined || station === undefined || words === undefined) return;
  if (!number?.repaired && isNameOf(words, station, { year, from: from?.name })) return;
  const raw = messageNumber?.raw ?? words;
  report('id-repaired', messageNumber?.lines ?? [1, 1], { detail: `${raw} is read as ${id}.`, raw });
}

/** Compares the numbers that a cable bears in several places. Source: cable format, section 5.5. */
export function mismatch(
  cable: Cable,
  head: Pick<Head, 'number'>,
  named: NamedId | undefined,
  report: Report,
): void {
  const { number } = head;
  if (number?.serial === undefined || !cable.messageNumber) return;
  const { lines } = cable.messageNumber;
  const written =
    number.station === undefined ? undefined : stationOfNumber(number.station, cable.year, cable.from?.name);
  const raw = cable.messageNumber.raw;
  if (named) {
    const station = named.parts.station;
    const isOther =
      named.parts.serial !== number.serial &&
      !cable.messageNumber.otherNumbers?.some(
        (other) => Number(/\d+$/.exec(other)?.[0]) === named.parts.serial,
      );
    const isElsewhere = written !== undefined && written !== station && !isAlike(written, station);
    if (isOther || isElsewhere)
      report('message-number-mismatch', lines, { detail: `File ${named.id}, text ${raw}.`, raw });
    return;
  }
  const sender = cable.from === undefined ? undefined : stationOf(cable.from.name, cable.year);
  const sent = cable.transmission?.serial;
  const isElsewhere =
    sender !== undefined &&
    written !== undefined &&
    !isAlike(written, sender) &&
    findPost(written) !== undefined &&
    findPost(sender) !== undefined;
  const isOther = sent !== undefined && sent % 10_000 !== number.serial % 10_000;
  if (isElsewhere && (isOther || sent === undefined))
    report('message-number-mismatch', lines, { detail: `Sender ${cable.from?.name}, text ${raw}.`, raw });
}

/** Two names of one post, or of two missions in one town. */
function isAlike(one: string, other: string): boolean {
  if (
    one === other ||
    one.startsWith(other) ||
    other.startsWith(one) ||
    one.endsWith(other) ||
    other.endsWith(one)
  )
    return true;
  const first = findPost(one)?.post;
  const second = findPost(other)?.post;
  return first !== undefined && second !== undefined && first.city === second.city;
}
