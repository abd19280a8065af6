import type { Cable } from './cable.ts';

/** What lists, a page's neighbours and the front matter need of a cable: everything but its text. */
export type FrontMatter = Omit<Cable, 'body' | 'furniture' | 'unparsed' | 'fields' | 'diagnostics'>;

/** The order in which people read a record: what it is, when and from whom to whom, how it is marked, what it is about, its end. */
const order: readonly (keyof FrontMatter)[] = Object.keys({
  id: 0,
  rawId: 0,
  subjectTitle: 0,
  subject: 0,
  subjectClassification: 0,
  dtg: 0,
  precedence: 0,
  from: 0,
  to: 0,
  info: 0,
  classification: 0,
  classificationRaw: 0,
  captions: 0,
  eo: 0,
  tags: 0,
  references: 0,
  classifiedBy: 0,
  derivedFrom: 0,
  declassifyOn: 0,
  defaultMark: 0,
  summary: 0,
  correctedCopy: 0,
  cancelled: 0,
  retransmission: 0,
  partial: 0,
  sections: 0,
  repeats: 0,
  passLines: 0,
  signers: 0,
  closing: 0,
  endNotes: 0,
  endMarks: 0,
  release: 0,
  redactions: 0,
  year: 0,
  station: 0,
  serial: 0,
  messageNumber: 0,
  transmissionId: 0,
  transmission: 0,
  routing: 0,
  prosigns: 0,
  distribution: 0,
  drafting: 0,
  attributes: 0,
  wrapper: 0,
  dialect: 0,
  source: 0,
} satisfies Record<keyof FrontMatter, 0>) as (keyof FrontMatter)[];

/** The record of a cable without its text and without what is known of the reading; fields in a fixed order. Shares its values with `cable`. */
export function frontMatterOf(cable: Cable): FrontMatter {
  const rows = order.flatMap((key) => (cable[key] === undefined ? [] : [[key, cable[key]]]));
  return Object.fromEntries(rows) as FrontMatter;
}
