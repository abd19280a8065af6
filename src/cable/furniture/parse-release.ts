import type { Release } from '../cable.ts';
import { fullYear } from '../cable-id.ts';

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
// Declassified/Released US Department of State EO Systematic Review 30 JUN 2005
const REVIEW_DATE = /SYSTEMATIC[ \t]+REVIEW[ \t]+(\d{1,2})[ \t]+([A-Z]{3})[A-Z]*[ \t]+(\d{4})/i;
// Sheryl P. Walter Declassified/Released
const REVIEWER = /^([A-Z][A-Za-z.'’ -]{3,50}?)[ \t]+DECLASSIFIED\/RELEASED/i;
const CASE = /\bCase No\.?[ \t]*:?[ \t]*([A-Z]{1,3}-?[\d-]{4,20})/i;
const DOC = /\bDoc No\.?[ \t]*:?[ \t]*([A-Z]?\d{5,12})/i;
// Date: 01/02/2015
const DATE = /\bDate:?[ \t]*(\d{1,2})\/(\d{1,2})\/(\d{4})/i;
const DECISION = /\b(RELEASED? IN (?:FULL|PART)|DENIED IN (?:FULL|PART)|RIF|RIP)\b/i;
const EXEMPTION = /\b(?:B[1-9](?:\([A-F]\))?|\(b\)\([1-9]\)|1\.4\([A-H]\)|NR)(?![A-Za-z0-9])/g;
const AUTHORITY = /REVIEW AUTHORITY:[ \t]*(.+?)(?=[ \t]+DATE\/CASE ID:|$)/i;
// DATE/CASE ID: 12 MAR 2010  200901234
const REVIEWED = /\bDATE\/CASE ID:[ \t]*(\d{1,2})[ \t]+([A-Z]{3})[ \t]+(\d{4})[ \t]+(\d{9})\b/;

// Authority NND 941201, By MK NARA Date 4/22/99
const NARA = /\bAuthority:? ?(NN[A-Z] ?\d{3,8})\b/i;
const NARA_DATE = /\bNARA\b.{0,12}\bDate:? ?(\d{1,2})\/(\d{1,2})\/((?:19|20)?\d\d)\b/i;

/** Adds what a release stamp says to what is known of the release. Source: cable format, section 14. */
export function parseRelease(text: string, release: Release = {}): Release {
  const review = REVIEW_DATE.exec(text);
  if (review) {
    const month = MONTHS.indexOf((review[2] ?? '').toUpperCase()) + 1;
    if (month > 0) release.date ??= `${review[3]}-${pad(month)}-${pad(Number(review[1]))}`;
    const reviewer = REVIEWER.exec(text.trim())?.[1]?.trim();
    if (reviewer && !/^(?:\*|CURRENT|MARKINGS)/i.test(reviewer)) release.authority ??= reviewer;
  }
  const doc = DOC.exec(text)?.[1];
  const caseNumber = CASE.exec(text)?.[1];
  if (caseNumber) release.case ??= caseNumber;
  if (doc) release.doc ??= doc;
  const date = DATE.exec(text);
  if (date && (doc || caseNumber))
    release.date ??= `${date[3]}-${pad(Number(date[1]))}-${pad(Number(date[2]))}`;
  const decision = DECISION.exec(text)?.[1]?.toUpperCase();
  if (decision) {
    release.decision ??=
      { RIF: 'RELEASE IN FULL', RIP: 'RELEASE IN PART' }[decision] ?? decision.replace('RELEASED', 'RELEASE');
    const exemptions = text.match(EXEMPTION);
    if (exemptions) release.exemptions = [...new Set([...(release.exemptions ?? []), ...exemptions])];
  }
  const reviewed = REVIEWED.exec(text);
  if (reviewed) {
    const month = MONTHS.indexOf(reviewed[2] ?? '') + 1;
    if (month > 0) release.date ??= `${reviewed[3]}-${pad(month)}-${pad(Number(reviewed[1]))}`;
    release.case ??= reviewed[4];
  }
  const declassified = NARA_DATE.exec(text);
  if (declassified) {
    const year = Number(declassified[3]);
    release.date ??= `${year > 99 ? year : fullYear(year)}-${pad(Number(declassified[1]))}-${pad(Number(declassified[2]))}`;
  }
  const authority = AUTHORITY.exec(text)?.[1]?.trim() ?? NARA.exec(text)?.[1];
  if (authority) release.authority ??= authority;
  return release;
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}
