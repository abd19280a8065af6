/**
 * The structured cable: what the parser returns, what the front matter of the Markdown holds (without the body), and what the
 * public JSON of each cable is. One shape, so that a field is named once. Names are the field's own (ACP 127, 5 FAH-2, 5 FAH-3).
 *
 * Absent means left out: never `''`, never `null`. `raw` is always the sender's own text. Dates are ISO 8601 in UTC.
 */
import type { TagKind } from '../data/tags.ts';
import type { Diagnostic } from './diagnostics.ts';

/** First and last line, 1-based, in the raw file. */
export type Lines = [first: number, last: number];

export type Dialect = 'aad' | 'cablegate' | 'smart' | 'foia' | 'web' | 'edited-print' | 'unknown';

export type Classification =
  | 'UNCLASSIFIED'
  | 'LIMITED OFFICIAL USE'
  | 'CONFIDENTIAL'
  | 'SECRET'
  | 'TOP SECRET';

export type PrecedenceName =
  | 'FLASH'
  | 'NIACT IMMEDIATE'
  | 'IMMEDIATE'
  | 'PRIORITY'
  | 'ROUTINE'
  | 'CRITIC'
  | 'DEFERRED';

export interface Cable {
  /** Canonical: two-digit year, station, serial: `08BEIJING1882`. Left out where it cannot be known. */
  id?: string;
  /** Where the source used another spelling of the id. */
  rawId?: string;
  dialect: Dialect;
  /** A publisher's extract, a header alone, a cut text. */
  partial?: true;
  /** What a publisher's wrapper (database record, CSV row, e-mail, HTML page) says of the cable. */
  wrapper?: Wrapper;
  /** Format line 1. */
  transmissionId?: string;
  /** Routing indicators of format line 2: a part of the addressees. */
  routing?: string[];
  /** Format lines 2 to 4 and other lines of the transmission, as written. */
  transmission?: {
    raw: string;
    lines: Lines;
    station?: string;
    serial?: number;
    day?: number;
    time?: string;
    security?: string;
  };
  dtg?: { raw: string; iso?: string; lines: Lines };
  precedence?: { action: PrecedenceName; info: PrecedenceName };
  prosigns?: string[];
  cancelled?: true;
  retransmission?: true;
  from?: { raw: string; name: string; office?: string; route?: string };
  to?: Addressee[];
  info?: Addressee[];
  /** Bureau distribution of 1973-79 and of Department copies: `ACTION EUR-12`. */
  distribution?: { raw: string; lines: Lines; action?: string[]; info?: string[]; total?: number };
  drafting?: Drafting;
  classification?: Classification;
  /** The sender's spelling: `S E C R E T`. */
  classificationRaw?: string;
  /** The classification line behind the classification: `SECTION 01 OF 02 BEIJING 001882`. */
  messageNumber?: { raw: string; lines: Lines; otherNumbers?: string[]; circular?: true; airgram?: true };
  /** The parts of `id`. */
  station?: string;
  serial?: number;
  year?: number;
  sections?: { count: number; missing?: number[] };
  /** In order, no duplicates. */
  captions?: string[];
  passLines?: PassLine[];
  correctedCopy?: string | true;
  eo?: ExecutiveOrder;
  tags?: Tag[];
  /** One line, as sent. */
  subject?: string;
  /** The same in title case, for display. */
  subjectTitle?: string;
  subjectClassification?: string;
  references?: Reference[];
  classifiedBy?: ClassifiedBy;
  derivedFrom?: string;
  declassifyOn?: string;
  /** Mark of all paragraphs that bear none: `C - ENTIRE TEXT`. */
  defaultMark?: string;
  /** Text of the summary without numbers, marks and the words of its markers. */
  summary?: string;
  /** A telegram repeated inside this one. */
  repeats?: { id?: string; raw?: string; signers?: string[] };
  body: Block[];
  signers?: string[];
  /** A website line and the like before the signature. */
  closing?: string[];
  endMarks?: string[];
  /** Notes behind the signature. */
  endNotes?: string[];
  release?: Release;
  /** What the source already blacked out. */
  redactions?: Redaction[];
  /** Metadata that an archive added: `Key: value` pairs. */
  attributes?: Record<string, string>;
  /** Page banners, section footers, stamps, mid-body captions: taken out of the text, kept here. */
  furniture?: Furniture[];
  /** Text that found no place: shown on the page, never dropped. */
  unparsed?: { text: string; lines: Lines }[];
  /** Where each field stands in the raw file, in the order of the text, with the label the sender wrote before it. */
  fields: Field[];
  diagnostics: Diagnostic[];
  source: Source;
}

export interface Wrapper {
  kind: 'html' | 'record' | 'csv' | 'tsv' | 'email' | 'markdown' | 'lines' | 'dated' | 'telegram';
  raw?: string;
  id?: string;
  date?: string;
  origin?: string;
  classification?: string;
  /** Other values of the wrapper by their own key. */
  [key: string]: string | undefined;
}

export interface Addressee {
  raw: string;
  name: string;
  route?: string;
  precedence?: PrecedenceName;
  /** Message continuity number. */
  mcn?: string;
  office?: string;
  attention?: string;
  collective?: true;
  /** Posts of the collective that are exempt (XMT). */
  excluded?: string[];
  lines?: Lines;
}

export interface Drafting {
  raw?: string;
  lines?: Lines;
  drafter?: string;
  cleared?: string[];
  approved?: string;
  released?: string;
  [key: string]: string | string[] | Lines | undefined;
}

export interface PassLine {
  raw: string;
  to?: string;
  for?: string[];
  lines?: Lines;
}

export interface ExecutiveOrder {
  raw: string;
  order?: number;
  action?: string;
  /** ISO date. */
  date?: string;
  event?: string;
  /** `DNG: CO 03/04/2026`: the classification it goes down to. */
  to?: Classification;
  exemptions?: string[];
  by?: string;
  lines?: Lines;
}

export interface Tag {
  code: string;
  kind: TagKind;
  name?: string;
  /** Where the sender wrote it otherwise. */
  raw?: string;
}

export type ReferenceKind =
  | 'cable'
  | 'email'
  | 'telephone'
  | 'memo'
  | 'meeting'
  | 'report'
  | 'fax'
  | 'letter'
  | 'book'
  | 'web'
  | 'dtg'
  | 'septel'
  | 'other';

export interface Reference {
  /** Upper-case letter of the item: `A`, `AA`. */
  bullet?: string;
  kind: ReferenceKind;
  /** Canonical id, for cables. */
  id?: string;
  /** The item's own words. */
  text: string;
  notes?: string[];
  andPrevious?: true;
  /** The year was not written but taken from the cable. */
  yearInferred?: true;
  lines?: Lines;
}

export interface ClassifiedBy {
  raw: string;
  names: string[];
  title?: string;
  office?: string;
  /** Like `1.4(b)`. */
  reasons: string[];
  lines?: Lines;
}

export interface Release {
  raw?: string[];
  /** ISO date. */
  date?: string;
  authority?: string;
  case?: string;
  doc?: string;
  decision?: string;
  exemptions?: string[];
}

export interface Redaction {
  kind: 'name' | 'text' | 'exemption' | 'omission' | 'garble';
  source: 'publisher' | 'official' | 'sender';
  text: string;
  lines: Lines;
}

export interface Furniture {
  /** page, section-footer, section-head, stamp, caption, rule, banner, number, wrapper, repeated-head. */
  kind: string;
  text: string;
  lines: Lines;
}

export interface Field {
  /** The field's name in this record: `subject`, `to`, `captions`, `signers`. */
  field: string;
  /** The label as the sender wrote it: `SUBJ:`. */
  label?: string;
  /** The sender's words behind the label, where the field's own value does not hold all of them. */
  raw?: string;
  lines: Lines;
}

export interface Source {
  path?: string;
  sha256?: string;
  bytes?: number;
  encoding?: string;
  /** How many lines the raw file has; behind a last line end there is an empty one. */
  lines: number;
}

/** Portion mark: `(S/NF)` is `{raw: '(S/NF)', level: 'S', controls: ['NF']}`. */
export interface PortionMark {
  raw: string;
  level: 'U' | 'SBU' | 'LOU' | 'FOUO' | 'C' | 'S' | 'TS';
  controls?: string[];
  /** Not written here: set for all paragraphs by `ENTIRE TEXT`. */
  inferred?: true;
}

export type Role = 'summary' | 'comment' | 'introduction' | 'action-request' | 'bio' | 'note';

/** Anchors are unique in a cable and stable: see `anchors.ts`. */
export type Block = Heading | Paragraph | Preformatted | Quote | Rule;

export interface Heading {
  type: 'heading';
  lines: Lines;
  text: string;
  /** 2 and up: the subject is the page's first level. */
  level: number;
  anchor: string;
  mark?: PortionMark;
  role?: Role;
}

export interface Paragraph {
  type: 'paragraph';
  lines: Lines;
  anchor: string;
  /** The printed number. */
  number?: number;
  /** The number as printed where it is more than a number, or a letter: `2a`, `12 bis`, `A`. */
  label?: string;
  mark?: PortionMark;
  role?: Role;
  /** Unwrapped: line ends inside are `\n` only where the sender's line ends bear meaning (addresses, `Label: value` lists). */
  text: string;
  items?: Item[];
  /** Section of the cable it stands in, where there are several. */
  section?: number;
}

/** A sub-item of a paragraph: `a.`, `(1)`, `--`. */
export interface Item {
  lines: Lines;
  anchor: string;
  /** As printed without brackets and stops: `a`, `1`, `ii`, `--`. */
  label: string;
  mark?: PortionMark;
  text: string;
  items?: Item[];
}

/** Fixed-width layout, line ends kept. */
export interface Preformatted {
  type: 'table' | 'verbatim';
  lines: Lines;
  anchor: string;
  text: string;
}

/** BEGIN TEXT ... END TEXT, or a telegram repeated inside a telegram. */
export interface Quote {
  type: 'quote';
  lines: Lines;
  anchor: string;
  /** The words that open and close it, as written. */
  label?: string;
  end?: string;
  body: Block[];
}

export interface Rule {
  type: 'rule';
  lines: Lines;
  text?: string;
}
