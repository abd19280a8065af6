import type { Cable } from '../cable.ts';
import { firstCode, type Line, linesOf, rawOf, secondCode } from './line.ts';

// VZCZCXRO1234, ZCZCLMA442; other first letters in damaged copies; VZCZC XRO1234; the next line run into it: VZCZCXRO1234OO RUEHC
const FL1 =
  /^[ \t]*(VZ?V?CZC|ZCZC(?=[A-Z]{2,4}\d{3,4}(?:[ \t]|$))) ?([A-Z]{3}\d{4}(?=(?:ZZ|OO|PP|RR)(?:[ \t]|$))|[A-Z0-9]{3,12})(?:[ \t]*(.*))?$/;
// ZCZC, with what a station set behind it
const ZCZC = /^[ \t]*ZCZC(?:[ \t]|$)/;
// PP RUEHBC RUEHDE, or RR RUEHC
const FL2 = /^[ \t]*(ZZ|OO|PP|RR|YY|WW|MM)[ \t]+(R[A-Z]{4,7}.*)$/;
const ROUTES = /^[ \t]*R[A-Z]{4,7}(?:[ \t]+R[A-Z]{4,7})*$/;
// DE RUEHXX #0321/01 0621415
const FL3 =
  /^[ \t]*DE[ \t]+(R[A-Z]{4,7})[ \t]*#?[ \t]*(\d{3,5})?(?:\/(\d{1,2}))?[ \t]*(?:(\d{3})(\d{4}))?(.*)$/;
// PTTUZYUW RUEHXXX0321 0711333-UUUU--RUEHC.: the same in a telegram of the forces
const JOINT = /^[ \t]*[ZOPRWY][A-Z]{7}[ \t]+(R[A-Z]{4,7})(\d{4})[ \t]+(\d{3})(\d{4})-([A-Z]{4,5})--.*$/;
// ZNY CCCCC ZZH; ZZH on the line below
const FL4 = /^[ \t]*(?:ZN[RY][ \t]*([A-Z]{5})?(?:[ \t/].*)?|ZZH)$/;

export type TransmissionLine = 1 | 2 | 3 | 4;

/** Which of the format lines 1 to 4 a line is, if any; `before` is the one before it, as line 2 wraps. */
export function transmissionLine(text: string, before?: TransmissionLine): TransmissionLine | undefined {
  const code = firstCode(text);
  // D, M, O, P, R, V, W, Y, Z
  if (code < 68 || code > 90) return undefined;
  const head = text.slice(0, 400);
  if (code === 86) return FL1.test(head) ? 1 : undefined;
  if (code === 68) return FL3.test(head) ? 3 : undefined;
  if (code === 90 && FL4.test(head)) return 4;
  if (code === 90 && (ZCZC.test(head) || FL1.test(head))) return 1;
  if (secondCode(text) === code && FL2.test(head)) return 2;
  if (head.includes('--') && JOINT.test(head)) return 3;
  return before === 2 && ROUTES.test(head) ? 2 : undefined;
}

/**
 * Reads format lines 1 to 4: channel number, routing indicators, sending station with serial, day and time, security.
 * Source: ACP 127; cable format, section 4.1.
 */
export function parseTransmission(
  lines: readonly Line[],
): Pick<Cable, 'transmissionId' | 'routing' | 'transmission'> {
  const transmission: NonNullable<Cable['transmission']> = { raw: rawOf(lines), lines: linesOf(lines) };
  let transmissionId: string | undefined;
  const routing: string[] = [];
  for (const { text } of lines) {
    const first = FL1.exec(text);
    if (first) {
      transmissionId ??= `${first[1]}${first[2]}`;
      for (const indicator of first[3]?.match(/\bR[A-Z]{4,7}\b/g) ?? []) routing.push(indicator);
      continue;
    }
    const joint = JOINT.exec(text);
    if (joint) {
      transmission.station = joint[1];
      transmission.serial = Number(joint[2]);
      transmission.day = Number(joint[3]);
      transmission.time = joint[4];
      transmission.security = joint[5];
      continue;
    }
    const third = FL3.exec(text);
    if (third) {
      transmission.station = third[1];
      if (third[2]) transmission.serial = Number(third[2]);
      if (third[4]) transmission.day = Number(third[4]);
      if (third[5]) transmission.time = third[5];
      continue;
    }
    const fourth = FL4.exec(text);
    if (fourth) {
      if (fourth[1]) transmission.security = fourth[1];
      continue;
    }
    for (const indicator of text.match(/\bR[A-Z]{4,7}\b/g) ?? []) routing.push(indicator);
  }
  return {
    ...(transmissionId === undefined ? {} : { transmissionId }),
    ...(routing.length > 0 ? { routing } : {}),
    transmission,
  };
}
