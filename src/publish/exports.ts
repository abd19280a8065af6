/** Many cables in one file: lines of JSON, and a table of what the header says. */
import type { ListedCable } from '../archive/catalog.ts';
import { senderOf } from './agency-name.ts';
import { type Cell, toCsv } from './csv.ts';
import { cableUrl, type Site } from './site.ts';

/** A cable and the last part of its page's address. */
export interface Addressed<C> {
  address: string;
  cable: C;
}

interface Column {
  name: string;
  /** What it holds, for the schema. Several values stand in one cell, `; ` between. */
  about: string;
  value: (cable: Addressed<ListedCable>, site: Site) => string | number | undefined;
}

const columns: readonly Column[] = [
  { name: 'id', about: 'Canonical id', value: ({ cable }) => cable.id },
  { name: 'address', about: 'Last part of the address of its page', value: ({ address }) => address },
  { name: 'date', about: 'Date and time, ISO 8601 in UTC', value: ({ cable }) => cable.dtg?.iso },
  { name: 'from', about: 'Sender as sent', value: ({ cable }) => cable.from?.name },
  {
    name: 'sender',
    about: 'Sender in words',
    value: ({ cable }) => senderOf(cable).name,
  },
  { name: 'station', about: 'Station of the id', value: ({ cable }) => cable.station },
  {
    name: 'to',
    about: 'Action addressees',
    value: ({ cable }) => several(cable.to?.map(({ name }) => name)),
  },
  {
    name: 'info',
    about: 'Information addressees',
    value: ({ cable }) => several(cable.info?.map(({ name }) => name)),
  },
  { name: 'precedence', about: 'For action addressees', value: ({ cable }) => cable.precedence?.action },
  { name: 'classification', about: 'Overall classification', value: ({ cable }) => cable.classification },
  { name: 'captions', about: 'Captions', value: ({ cable }) => several(cable.captions) },
  { name: 'eo', about: 'Line of the executive order, as sent', value: ({ cable }) => cable.eo?.raw },
  { name: 'tags', about: 'TAGS codes', value: ({ cable }) => several(cable.tags?.map(({ code }) => code)) },
  { name: 'subject', about: 'Subject as sent', value: ({ cable }) => cable.subject },
  {
    name: 'references',
    about: 'Ids of cables cited',
    value: ({ cable }) => several(cable.references?.flatMap(({ id }) => id ?? [])),
  },
  { name: 'signers', about: 'Signers', value: ({ cable }) => several(cable.signers) },
  { name: 'summary', about: 'Summary of the text', value: ({ cable }) => cable.summary },
  { name: 'path', about: 'File of the raw text', value: ({ cable }) => cable.source.path },
  { name: 'sha256', about: 'Digest of the raw file', value: ({ cable }) => cable.source.sha256 },
  { name: 'url', about: 'Address of its page', value: ({ address }, site) => cableUrl(site, address) },
];

/** Names and meanings of the columns, in order. */
export const csvColumns: readonly { name: string; about: string }[] = columns;

/** The first line of the table. */
export function csvHeader(): string {
  return toCsv([columns.map(({ name }) => name)]);
}

/** The cells of one row of the table. */
export function toCells(cable: Addressed<ListedCable>, site: Site): Cell[] {
  return columns.map(({ value }) => value(cable, site));
}

/** What the table beside a list says of each cable. */
const listColumns: readonly Column[] = [
  'id',
  'date',
  'sender',
  'classification',
  'captions',
  'tags',
  'subject',
  'url',
].flatMap((asked) => columns.find(({ name }) => name === asked) ?? []);

/** The first line of the table beside a list. */
export function listCsvHeader(): string {
  return toCsv([listColumns.map(({ name }) => name)]);
}

/** One row of the table beside a list. */
export function toListCsvRow(cable: Addressed<ListedCable>, site: Site): string {
  return toCsv([listColumns.map(({ value }) => value(cable, site))]);
}

function several(values: readonly string[] | undefined): string | undefined {
  return values && values.length > 0 ? values.join('; ') : undefined;
}
