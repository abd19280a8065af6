/** What the public record of a cable holds, as a schema: `cable.schema.json`. The types it describes are those of `src/cable/cable.ts`. */
import { z } from 'zod';
import { type DiagnosticCode, diagnosticTable } from '../cable/diagnostics.ts';
import type { CableRecord } from './record-json.ts';

const text = z.string();
const texts = z.array(text);
const whole = z.int();
const yes = z.literal(true);
const lines = z.tuple([whole, whole]).describe('First and last line in the raw file, from 1');
const day = z.string().describe('Date, ISO 8601');
const classification = z.enum([
  'UNCLASSIFIED',
  'LIMITED OFFICIAL USE',
  'CONFIDENTIAL',
  'SECRET',
  'TOP SECRET',
]);
const precedence = z.enum([
  'FLASH',
  'NIACT IMMEDIATE',
  'IMMEDIATE',
  'PRIORITY',
  'ROUTINE',
  'CRITIC',
  'DEFERRED',
]);
const role = z.enum(['summary', 'comment', 'introduction', 'action-request', 'bio', 'note']);
const anchor = text.describe('What the address of the passage ends in, behind #');

const wrapper = z.object({
  kind: z.enum(['html', 'record', 'csv', 'tsv', 'email', 'markdown', 'lines', 'dated', 'telegram']),
  raw: text.optional(),
  id: text.optional(),
  date: text.optional(),
  origin: text.optional(),
  classification: text.optional(),
});

const addressee = z.strictObject({
  raw: text,
  name: text,
  route: text.optional(),
  precedence: precedence.optional(),
  mcn: text.describe('Message continuity number').optional(),
  office: text.optional(),
  attention: text.optional(),
  collective: yes.optional(),
  excluded: texts.describe('Posts of the collective that are exempt').optional(),
  lines: lines.optional(),
});

const drafting = z
  .object({
    raw: text.optional(),
    lines: lines.optional(),
    drafter: text.optional(),
    cleared: texts.optional(),
    approved: text.optional(),
    released: text.optional(),
  })
  .catchall(z.union([text, texts, lines]).optional());

const eo = z.strictObject({
  raw: text,
  order: whole.optional(),
  action: text.optional(),
  date: day.optional(),
  event: text.optional(),
  to: classification.describe('The classification it goes down to').optional(),
  exemptions: texts.optional(),
  by: text.optional(),
  lines: lines.optional(),
});

const tag = z.strictObject({
  code: text,
  kind: z.enum(['subject', 'country', 'organization', 'program', 'person', 'unknown']),
  name: text.optional(),
  raw: text.describe('Where the sender wrote it otherwise').optional(),
});

const reference = z.strictObject({
  bullet: text.optional(),
  kind: z.enum([
    'cable',
    'email',
    'telephone',
    'memo',
    'meeting',
    'report',
    'fax',
    'letter',
    'book',
    'web',
    'dtg',
    'septel',
    'other',
  ]),
  id: text.describe('Canonical id, for cables').optional(),
  text,
  notes: texts.optional(),
  andPrevious: yes.optional(),
  yearInferred: yes.describe('The year was not written but taken from the cable').optional(),
  lines: lines.optional(),
});

const mark = z
  .strictObject({
    raw: text,
    level: z.enum(['U', 'SBU', 'LOU', 'FOUO', 'C', 'S', 'TS']),
    controls: texts.optional(),
    inferred: yes.describe('Not written here: set for all paragraphs').optional(),
  })
  .describe('Portion mark');

const item = z
  .strictObject({
    lines,
    anchor,
    label: text,
    mark: mark.optional(),
    text,
    get items() {
      return z.array(item).optional();
    },
  })
  .meta({ id: 'item', description: 'Sub-item of a paragraph' });

const block = z
  .discriminatedUnion('type', [
    z.strictObject({
      type: z.literal('heading'),
      lines,
      text,
      level: whole,
      anchor,
      mark: mark.optional(),
      role: role.optional(),
    }),
    z.strictObject({
      type: z.literal('paragraph'),
      lines,
      anchor,
      number: whole.describe('The printed number').optional(),
      label: text.describe('The number as printed, where it is more than a number, or a letter').optional(),
      mark: mark.optional(),
      role: role.optional(),
      text,
      items: z.array(item).optional(),
      section: whole.optional(),
    }),
    z.strictObject({ type: z.enum(['table', 'verbatim']), lines, anchor, text }),
    z.strictObject({
      type: z.literal('quote'),
      lines,
      anchor,
      label: text.optional(),
      end: text.optional(),
      get body() {
        return z.array(block);
      },
    }),
    z.strictObject({ type: z.literal('rule'), lines, text: text.optional() }),
  ])
  .meta({ id: 'block' });

const codes = Object.keys(diagnosticTable) as [DiagnosticCode, ...DiagnosticCode[]];

const diagnostic = z.strictObject({
  code: z.enum(codes),
  severity: z.enum(['info', 'warning', 'error']),
  message: text,
  lines,
  raw: text.optional(),
});

const citation = z
  .strictObject({
    id: text,
    type: z.literal('report'),
    genre: text,
    number: text,
    title: text,
    author: z.array(z.strictObject({ literal: text })),
    publisher: text,
    'publisher-place': text.optional(),
    issued: z.strictObject({ 'date-parts': z.tuple([z.array(whole)]) }).optional(),
    abstract: text.optional(),
    keyword: text.optional(),
    archive: text,
    URL: text.optional(),
    language: text,
  })
  .describe('CSL-JSON');

/** The record of `cable.json`, and of a line of the download of all records. */
export const recordSchema = z
  .strictObject({
    id: text.describe('Canonical: two-digit year, station, serial').optional(),
    rawId: text.describe('Where the source used another spelling of the id').optional(),
    dialect: z.enum(['aad', 'cablegate', 'smart', 'foia', 'web', 'edited-print', 'unknown']),
    partial: yes.describe('An extract, a header alone, a cut text').optional(),
    wrapper: wrapper.catchall(text.optional()).optional(),
    transmissionId: text.describe('Format line 1').optional(),
    routing: texts.describe('Routing indicators of format line 2').optional(),
    transmission: z
      .strictObject({
        raw: text,
        lines,
        station: text.optional(),
        serial: whole.optional(),
        day: whole.optional(),
        time: text.optional(),
        security: text.optional(),
      })
      .describe('Format lines 2 to 4')
      .optional(),
    dtg: z
      .strictObject({ raw: text, iso: text.describe('Date and time, ISO 8601 in UTC').optional(), lines })
      .describe('Date-time group')
      .optional(),
    precedence: z.strictObject({ action: precedence, info: precedence }).optional(),
    prosigns: texts.optional(),
    cancelled: yes.optional(),
    retransmission: yes.optional(),
    from: z
      .strictObject({ raw: text, name: text, office: text.optional(), route: text.optional() })
      .optional(),
    to: z.array(addressee).optional(),
    info: z.array(addressee).optional(),
    distribution: z
      .strictObject({
        raw: text,
        lines,
        action: texts.optional(),
        info: texts.optional(),
        total: whole.optional(),
      })
      .optional(),
    drafting: drafting.optional(),
    classification: classification.optional(),
    classificationRaw: text.describe("The sender's spelling").optional(),
    messageNumber: z
      .strictObject({
        raw: text,
        lines,
        otherNumbers: texts.optional(),
        circular: yes.optional(),
        airgram: yes.optional(),
      })
      .optional(),
    station: text.optional(),
    serial: whole.optional(),
    year: whole.optional(),
    sections: z.strictObject({ count: whole, missing: z.array(whole).optional() }).optional(),
    captions: texts.optional(),
    passLines: z
      .array(
        z.strictObject({
          raw: text,
          to: text.optional(),
          for: texts.optional(),
          lines: lines.optional(),
        }),
      )
      .optional(),
    correctedCopy: z.union([text, yes]).optional(),
    eo: eo.describe('Line of the executive order').optional(),
    tags: z.array(tag).optional(),
    subject: text.describe('As sent, on one line').optional(),
    subjectTitle: text.describe('The subject in title case').optional(),
    subjectClassification: text.optional(),
    references: z.array(reference).optional(),
    classifiedBy: z
      .strictObject({
        raw: text,
        names: texts,
        title: text.optional(),
        office: text.optional(),
        reasons: texts,
        lines: lines.optional(),
      })
      .optional(),
    derivedFrom: text.optional(),
    declassifyOn: text.optional(),
    defaultMark: text.describe('Mark of all paragraphs that bear none').optional(),
    summary: text.optional(),
    repeats: z
      .strictObject({ id: text.optional(), raw: text.optional(), signers: texts.optional() })
      .describe('A telegram repeated inside this one')
      .optional(),
    body: z.array(block),
    signers: texts.optional(),
    closing: texts.optional(),
    endMarks: texts.optional(),
    endNotes: texts.optional(),
    release: z
      .strictObject({
        raw: texts.optional(),
        date: day.optional(),
        authority: text.optional(),
        case: text.optional(),
        doc: text.optional(),
        decision: text.optional(),
        exemptions: texts.optional(),
      })
      .optional(),
    redactions: z
      .array(
        z.strictObject({
          kind: z.enum(['name', 'text', 'exemption', 'omission', 'garble']),
          source: z.enum(['publisher', 'official', 'sender']),
          text,
          lines,
        }),
      )
      .optional(),
    attributes: z.record(text, text).describe('Metadata that an archive added').optional(),
    furniture: z
      .array(z.strictObject({ kind: text, text, lines }))
      .describe('Page banners, section footers, stamps: taken out of the text, kept here')
      .optional(),
    unparsed: z.array(z.strictObject({ text, lines })).describe('Text that found no place').optional(),
    fields: z
      .array(z.strictObject({ field: text, label: text.optional(), raw: text.optional(), lines }))
      .describe('Where each field stands in the raw file'),
    diagnostics: z.array(diagnostic).describe('What the reading reported'),
    source: z.strictObject({
      path: text.optional(),
      sha256: text.optional(),
      bytes: whole.optional(),
      encoding: text.optional(),
      lines: whole,
    }),
    citation,
  })
  .meta({
    title: 'Cable',
    description:
      "One cable. Absent means left out. `raw` is always the sender's own text; dates are ISO 8601 in UTC; lines count in the raw file.",
  }) satisfies z.ZodType<CableRecord>;

/** The schema as JSON Schema, draft 2020-12. */
export function recordSchemaJson(): string {
  return `${JSON.stringify(z.toJSONSchema(recordSchema), undefined, 2)}\n`;
}
