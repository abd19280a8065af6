import type { ReferenceKind } from '../cable.ts';

// Words that say what a reference is, that is no cable; the first rule that fits counts.
const rules: readonly (readonly [ReferenceKind, RegExp])[] = [
  ['septel', /\bSEPTELS?\b/i],
  ['web', /https?:|\bWWW\.|\.(?:GOV|COM|ORG|NET|MIL|HTML?)\b|\bWEB ?SITE\b|\bINTERNET\b|\bURL\b/i],
  ['email', /\bE-?\s?MAILS?\b|\bE-?MSGS?\b|@/i],
  [
    'report',
    /\bIIR\b|\bC-[A-Z]{2}\d-\d|\bTDX?[ -]?\d|\bTD(?:CS|FIR)?\b|\bOSC\b|\bFBIS\b|^[A-Z]{3}20\d{9,}|\b(?:CIR|NIE|SNIE|DIN)\b|\bCIA\b|\bSPOTREP\b|^[A-Z][A-Z.-]{0,7}(?:\/[A-Z0-9.-]{1,10}){0,5}\(\d\d\)|^[AES]\/(?:[A-Z0-9.]{1,8}\/){0,4}[A-Z.]{0,6}\d/i,
  ],
  [
    'book',
    /\b(?:FAM|FAH|FAMS|CFR|U\.?S\.?C|INA|HANDBOOK|DODD?|SOP|PUBLIC LAW|FEDERAL REGISTER|TREATY|DIRECTIVE|REGULATIONS?|NSPD|HSPD)\b/i,
  ],
  [
    'telephone',
    /\bTEL(?:E|-)?CONS?\b|\bTELECONS?\b|\bPHONE\b|\bTELEPHONE\b|\bPHONE?CONS?\b|\bCALLS?\b|\bCONVERSATIONS?\b|\bVTC\b|\bDVC\b/i,
  ],
  ['fax', /\bFAX(?:ES)?\b|\bTELEFAX\b|\bFACSIMILE\b/i],
  ['memo', /\bMEMOS?\b|\bMEMCONS?\b|\bMEMORAND(?:UM|A)\b|\bMOU\b|\bMOA\b|\bMFR\b/i],
  [
    'letter',
    /\bLETTERS?\b|\bLTRS?\b|\bDIPLOMATIC NOTES?\b|\bDIPNOTES?\b|\bNOTE VERBALE\b|\b(?:MFA|EMBASSY|MINISTRY)(?:['’]?S)? NOTES?\b|\bAIDE[ -]MEMOIRES?\b|\bAIRGRAMS?\b/i,
  ],
  [
    'meeting',
    /\bMEETINGS?\b|\bMTGS?\b|\bDISCUSSIONS?\b|\bCONSULTATIONS\b|\bVISITS?\b|\bBRIEFINGS?\b|\bCONFERENCE\b/i,
  ],
  [
    'report',
    /\bREPORT(?:S|ING)?\b|\bRPT\b|\bSITREPS?\b|\bASSESSMENT\b|\bDOC(?:UMENT)?S?\b|\bPRESS RELEASES?\b/i,
  ],
];

/** What a reference is that is no cable, by its words. */
export function referenceKind(text: string): ReferenceKind {
  for (const [kind, pattern] of rules) if (pattern.test(text)) return kind;
  return 'other';
}

// Words in front of a number that are no post: `MEETING 12`, `PARA 4`, `MAY 5`.
const noStations = new Set(
  `A AN AND THE OF ON IN AT TO BY FOR FROM WITH VIA RE PER SEE ALSO PLUS OR ET ETC
  JAN FEB MAR APR MAY JUN JUL AUG SEP SEPT OCT NOV DEC JANUARY FEBRUARY MARCH APRIL JUNE JULY AUGUST SEPTEMBER OCTOBER NOVEMBER
  DECEMBER MONDAY TUESDAY WEDNESDAY THURSDAY FRIDAY SATURDAY SUNDAY
  PARA PARAS PARAGRAPH PARAGRAPHS SECTION SECTIONS PART PARTS NUMBER NUMBERS NO NR NOS PAGE PAGES ITEM CHAPTER ARTICLE VOLUME VOL
  UNCLAS UNCLASSIFIED SECRET CONFIDENTIAL SENSITIVE PRIORITY IMMEDIATE ROUTINE FLASH NIACT NOTAL EXDIS NODIS LIMDIS STADIS NOFORN SIPDIS
  EMAIL EMAILS MAIL TELCON TELCONS PHONECON CALL CALLS REPORT REPORTS DAILY POINT POINTS MEETING MEETINGS MEMO MEMOS MEMCON MEMORANDUM
  FAX LETTER LETTERS NOTE NOTES RESOLUTION RES UNSCR UNSC UNGA CONVENTION TREATY DOCUMENT DOC FORM CASE FILE
  FRAGO OPORD DIPNOTE REF REFS REFTEL REFTELS REFERENCE REFERENCES PREVIOUS SERIES SEPTEL SEPTELS DTG DATED DATE CIRCULAR AIRGRAM
  YOUR YOURS UR YOURTEL URTEL THEIR ITS TDCS TDFIR IIR TD TDX OSC FBIS FAM FAH CFR USC INA EO TAGS SUBJECT SUBJ CA ANNEX APPENDIX DRAFT VERSION REV ROUND
  DEMARCHE REQUEST GUIDANCE LAW ACT BILL DECISION DIRECTIVE REGULATION CONTRACT LICENSE PERMIT TASKER RFI NSPD HSPD
  G EU UN US HR SIGACT SITREP SPOTREP SUMMARY CLASSIFIED REASON REASONS INFO RPTD REPEATED`
    .split(/\s+/)
    .filter(Boolean),
);

/** Whether a word before a number cannot be (part of) an unknown post's name. */
export function isNoStation(word: string): boolean {
  return noStations.has(word.toUpperCase().replace(/[^A-Z]/g, ''));
}
