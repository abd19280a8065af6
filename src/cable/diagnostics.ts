/**
 * The closed list of what a parser may report, one row a code: severity, what it says in plain words, what to do.
 * The code, `cables check`, the docs and the public quality page all read this one table.
 */
import type { Lines } from './cable.ts';

export type Severity = 'info' | 'warning' | 'error';

export interface DiagnosticRow {
  severity: Severity;
  /** What was seen, one sentence. */
  message: string;
  /** What the publisher can do, one sentence. */
  advice: string;
}

export const diagnosticTable = {
  'encoding-windows-1252': {
    severity: 'info',
    message: 'The file is not UTF-8; read as windows-1252.',
    advice: 'Save the file as UTF-8 if letters look wrong.',
  },
  'line-breaks-restored': {
    severity: 'info',
    message: 'Lines of the head were run together; broken again before their labels.',
    advice: 'Compare the head with the original.',
  },
  'duplicate-copy': {
    severity: 'info',
    message: 'The file holds the same cable twice; the fuller copy is kept.',
    advice: 'Remove the shorter copy if it adds nothing.',
  },
  'dtg-year-missing': {
    severity: 'info',
    message: 'The date-time group names no year.',
    advice: "Name the file by the cable's id (09LIMA12.txt) so that the year is known.",
  },
  'eo-duration': {
    severity: 'info',
    message: 'The E.O. line gives a length of time, not a date.',
    advice: 'Nothing to do: it is kept as written.',
  },
  'ref-year-inferred': {
    severity: 'info',
    message: "A reference names no year; the cable's own is taken.",
    advice: 'Nothing to do, unless the cable cited is of another year.',
  },
  'tag-split': {
    severity: 'info',
    message: 'Codes of the TAGS line were run together and are split.',
    advice: 'Nothing to do, if the codes are right.',
  },
  'tag-repaired': {
    severity: 'info',
    message: 'A misspelt code of the TAGS line is read as the code it must be.',
    advice: 'Nothing to do, if the code is right.',
  },
  'signature-glued': {
    severity: 'info',
    message: 'The signature stood at the end of the last sentence and is split from it.',
    advice: 'Nothing to do, if the name is right.',
  },
  'id-repaired': {
    severity: 'info',
    message: 'The id was malformed and is repaired.',
    advice: 'Nothing to do, if the id is right.',
  },
  'classification-inferred': {
    severity: 'info',
    message: 'The classification line is missing or misprinted; the classification is inferred.',
    advice: 'Compare with the original.',
  },
  'trailing-text': {
    severity: 'info',
    message: 'Text stands behind the end mark.',
    advice: 'Nothing to do: it is kept.',
  },
  'dialect-edited-print': {
    severity: 'info',
    message: 'This is an edited print, not a raw cable; the text is kept whole.',
    advice: 'Look for the raw text if the header matters.',
  },
  'mojibake-repaired': {
    severity: 'warning',
    message: 'UTF-8 was read as another encoding once; the letters are repaired.',
    advice: 'Compare names with accents with the original.',
  },
  'replacement-characters': {
    severity: 'warning',
    message: 'Letters were lost before the text came here.',
    advice: 'Look for a better copy.',
  },
  'control-characters': {
    severity: 'warning',
    message: 'Control characters were taken out.',
    advice: 'Look for a better copy if words are missing.',
  },
  'dtg-repaired': {
    severity: 'warning',
    message: 'The date-time group was misprinted and is repaired.',
    advice: 'Compare the date with the original.',
  },
  'eo-date-day-first': {
    severity: 'warning',
    message: 'The date of the E.O. line has the day first; month first is the rule.',
    advice: 'Compare the date with the original.',
  },
  'eo-number-repaired': {
    severity: 'warning',
    message: 'A number of the E.O. line was misprinted and is repaired.',
    advice: 'Nothing to do, if the number is right.',
  },
  'eo-contradiction': {
    severity: 'warning',
    message: 'The E.O. line does not fit the classification.',
    advice: 'Nothing to do: it is kept as written.',
  },
  'mark-above-classification': {
    severity: 'warning',
    message: 'A paragraph is marked higher than the cable.',
    advice: "Think twice before publishing; the cable's own line is kept.",
  },
  'geo-tag-era': {
    severity: 'warning',
    message: 'The country code changed its meaning about this time.',
    advice: 'Check which country is meant.',
  },
  'tag-person-guessed': {
    severity: 'warning',
    message: "Words of the TAGS line are read as a person's name.",
    advice: 'Check the name.',
  },
  'tag-split-ambiguous': {
    severity: 'warning',
    message: 'Codes were run together and can be split in several ways; kept whole.',
    advice: 'Split the codes in the raw text, if you own it.',
  },
  'tag-unknown': {
    severity: 'warning',
    message: 'The code is in no TAGS table.',
    advice: 'Nothing to do: it is kept as written.',
  },
  'subject-blank-joined': {
    severity: 'warning',
    message: 'A blank line inside the subject was joined across.',
    advice: 'Check where the subject ends.',
  },
  'subject-missing': {
    severity: 'warning',
    message: 'There is no subject line.',
    advice: "Nothing to do: the page is headed by the cable's id.",
  },
  'tags-missing': {
    severity: 'warning',
    message: 'There is no TAGS line.',
    advice: 'Nothing to do.',
  },
  'ref-year-previous': {
    severity: 'warning',
    message: 'A reference to the own post with a higher number is taken for the year before.',
    advice: 'Check the year of the cable cited.',
  },
  'ref-year-uncertain': {
    severity: 'warning',
    message: 'The year of a reference cannot be known.',
    advice: 'Check the year of the cable cited.',
  },
  'ref-station-inferred': {
    severity: 'warning',
    message: "A reference names no post; the cable's own is taken.",
    advice: 'Check the post of the cable cited.',
  },
  'ref-unparsed': {
    severity: 'warning',
    message: 'A reference was not understood.',
    advice: 'Nothing to do: it is kept as written.',
  },
  'addressee-repaired': {
    severity: 'warning',
    message: "An addressee's name or precedence was garbled and is repaired.",
    advice: 'Check the addressee.',
  },
  'xmt-ambiguous': {
    severity: 'warning',
    message: 'Which posts are exempt from the collective is not certain.',
    advice: 'Compare the address list with the original.',
  },
  'paragraph-gap': {
    severity: 'warning',
    message: 'Paragraph numbers are missing.',
    advice: 'Look for a fuller copy.',
  },
  'paragraph-duplicate': {
    severity: 'warning',
    message: 'A paragraph number is printed twice.',
    advice: 'Nothing to do: the second is addressed p3_2.',
  },
  'paragraph-restart': {
    severity: 'warning',
    message: 'The numbering starts again.',
    advice: 'Nothing to do: the second run is addressed t1.p1.',
  },
  'paragraph-first-not-1': {
    severity: 'warning',
    message: 'The first paragraph number is not 1.',
    advice: 'Look for a fuller copy.',
  },
  'block-not-closed': {
    severity: 'warning',
    message: 'A quoted text is opened and never closed.',
    advice: 'Check where the quoted text ends.',
  },
  'section-missing': {
    severity: 'warning',
    message: 'Not all sections of the cable are here.',
    advice: 'Add the files of the other sections.',
  },
  'section-head-differs': {
    severity: 'warning',
    message: 'The head repeated in a later section differs from the first.',
    advice: 'Compare both heads.',
  },
  'signature-missing': {
    severity: 'warning',
    message: 'No signature was found.',
    advice: 'Nothing to do.',
  },
  'year-boundary': {
    severity: 'warning',
    message: 'Date and number stand on both sides of the turn of the year.',
    advice: 'Check the year of the id.',
  },
  'several-cables': {
    severity: 'warning',
    message: 'The file holds several cables.',
    advice: 'Nothing to do: each has its page.',
  },
  'caption-unknown': {
    severity: 'warning',
    message: 'A line among the captions is no known caption.',
    advice: 'Nothing to do: it is kept as written.',
  },
  truncated: {
    severity: 'warning',
    message: 'The text breaks off.',
    advice: 'Look for a fuller copy.',
  },
  'dtg-invalid': {
    severity: 'error',
    message: 'The date-time group is no possible date.',
    advice: 'Compare with the original.',
  },
  'no-message-number': {
    severity: 'error',
    message: 'There is no message number, so the cable has no id.',
    advice: "Name the file by the cable's id (09LIMA12.txt).",
  },
  'message-number-mismatch': {
    severity: 'error',
    message: "The text bears another number than file name and header: it may be another cable's.",
    advice: 'Compare with the original.',
  },
  'station-unknown': {
    severity: 'error',
    message: 'The post is in no table.',
    advice: 'Nothing to do: it is kept as written. Tell us of the post.',
  },
  'not-a-cable': {
    severity: 'error',
    message: 'This does not look like a cable.',
    advice: 'Remove the file, or move it out of the archive.',
  },
  'empty-file': {
    severity: 'error',
    message: 'The file is empty.',
    advice: 'Remove the file.',
  },
} as const satisfies Record<string, DiagnosticRow>;

export type DiagnosticCode = keyof typeof diagnosticTable;

export interface Diagnostic {
  code: DiagnosticCode;
  severity: Severity;
  /** The table's sentence, followed by the words in question where there are any. */
  message: string;
  lines: Lines;
  raw?: string;
}

/** What a parser step is handed to tell oddities to. */
export type Report = (code: DiagnosticCode, lines: Lines, detail?: { raw?: string; detail?: string }) => void;

/** A collector of diagnostics: hand `report` to the steps, read `diagnostics` at the end. */
export function createReport(): { diagnostics: Diagnostic[]; report: Report } {
  const diagnostics: Diagnostic[] = [];
  const report: Report = (code, lines, { raw, detail } = {}) => {
    const row = diagnosticTable[code];
    const message = detail === undefined ? row.message : `${row.message} ${detail}`;
    diagnostics.push({ code, severity: row.severity, message, lines, raw });
  };
  return { diagnostics, report };
}
