import { csvGuard } from './csv.ts';
import { csvColumns } from './exports.ts';
import { referenceColumns } from './reference-table.ts';
import { type Site, siteUrl } from './site.ts';

interface Described {
  name: string;
  bytes: number;
  sha256: string;
}

const about: Record<string, object> = {
  'cables.ndjson.gz': {
    name: 'records',
    title: 'All records',
    description:
      'One record a line, as `cable.json` beside each page, in the order of the raw files. `cable.schema.json` tells what a record holds.',
    format: 'ndjson',
    mediatype: 'application/gzip',
    encoding: 'utf-8',
  },
  'cables.csv': {
    name: 'cables',
    title: 'All headers',
    description: `What the headers say, one row a cable, oldest first. Several values stand in one cell, "; " between. ${csvGuard}`,
    profile: 'tabular-data-resource',
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    schema: { fields: fieldsOf(csvColumns, { date: 'datetime' }), missingValues: [''] },
  },
  'references.csv': {
    name: 'references',
    title: 'Who cites whom',
    description: `One row for each reference of a REF list and for each paragraph that names a cable. ${csvGuard}`,
    profile: 'tabular-data-resource',
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    schema: {
      fields: fieldsOf(referenceColumns, { held: 'boolean' }),
      missingValues: [''],
      foreignKeys: [{ fields: 'from', reference: { resource: 'cables', fields: 'address' } }],
    },
  },
  'cable.schema.json': {
    name: 'schema',
    title: 'What a record holds',
    description: 'JSON Schema of a record.',
    format: 'json',
    mediatype: 'application/schema+json',
    encoding: 'utf-8',
  },
};

/** What the downloads of an archive are, for machines. `files`: those that were written. Source: Frictionless Data Package 1. */
export function dataPackage(site: Site, cables: number, files: readonly Described[]): object {
  const { title, description, origin, licence, publisher } = site;
  return {
    name: 'cable-archive',
    title,
    ...(description && { description }),
    ...(origin && { homepage: siteUrl(site) }),
    ...(licence && { licenses: [{ title: licence }] }),
    ...(publisher && { contributors: [{ title: publisher, role: 'publisher' }] }),
    cables,
    resources: files.flatMap(({ name, bytes, sha256 }) =>
      about[name] ? [{ ...about[name], path: name, bytes, hash: `sha256:${sha256}` }] : [],
    ),
  };
}

function fieldsOf(
  columns: readonly { name: string; about: string }[],
  types: Record<string, string>,
): { name: string; type: string; description: string }[] {
  return columns.map(({ name, about: description }) => ({
    name,
    type: types[name] ?? 'string',
    description,
  }));
}
