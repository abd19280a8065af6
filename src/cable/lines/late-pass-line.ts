import { findPost } from '../find-post.ts';
import { startsBody } from './body-start.ts';
import type { Line } from './line.ts';
import { isCapitals } from './sentence.ts';

// FOR AMBASSADOR FROM THE SECRETARY / FOR EUR/CE / PASS TO USDOC FOR ROE / PLS PASS USTR
const OPENING =
  /^(?:(?:PLEASE |PLS )?PASS [A-Z]|FOR [A-Z][A-Z./ ()-]{1,50} FROM [A-Z]|FOR (?:THE )?(?:AMB(?:ASSADOR|\.)|CHARGE|DCM|SECRETARY|UNDER ?SECRETARY|ASST|ASSISTANT SECRETARY|DEPUTY SECRETARY|[A-Z]{1,5}\/[A-Z]))/;
// DEPT PASS EXIM / CINCPAC ALSO FOR POLAD / BONN FOR ROE: who is to pass it on
const PASSES =
  /^([A-Z][A-Z/ ]{1,30}?)\.?,? (?:(?:PLEASE |PLS |ALSO )?PASS(?: TO)?|(?:ALSO )?FOR) [A-Z][A-Z0-9/&,;. ()'’-]{1,60}$/;
const DEPARTMENTS =
  /^(?:DEPT|DEPARTMENT|STATE|AID(?:\/W)?|USAID|USDOC|USDA|USTR|STR|USIA|USICA|COMMERCE|TREASURY|AGRICULTURE|DEFENSE|LABOR|JUSTICE|INTERIOR|ENERGY|OSD|SECDEF|DOD|JCS|JOINT STAFF|NSC|WHITE HOUSE|EXIM|CIA|DIA|DEA|FBI|INS|FAA|NASA|US[A-Z]{2,9}|CINC[A-Z]{2,6}|USNMR|SHAPE)$/;

/**
 * Whether a line behind the subject or the references says for whom the cable is. It stands alone: a sentence that begins so goes
 * on below.
 */
export function isLatePassLine(text: string, next: Line | undefined): boolean {
  if (!passes(text)) return false;
  return next === undefined || next.text === '' || startsBody(next.text) || passes(next.text);
}

/** Whether a line in capitals says for whom the cable is, or who is to pass it on. */
export function passes(text: string): boolean {
  const line = text.trim();
  if (line.length > 90 || !isCapitals(line)) return false;
  if (OPENING.test(line)) return true;
  const station = PASSES.exec(line)?.[1];
  return station !== undefined && (DEPARTMENTS.test(station) || findPost(station) !== undefined);
}
