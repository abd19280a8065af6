import type { Block, Cable } from '../cable.ts';
import { formatId } from '../cable-id.ts';
import type { CableContext } from '../context.ts';
import { matchClassification, parseMessageNumber } from '../lines/parse-classification-line.ts';

/** `FOLLOWING REPEAT STATE 123456 ACTION BETA`, `FOLLOWING IS REPEAT OF LIMA 12`, `FOL RPT SAMPLETOWN 77`. */
const repeated =
  /\b(?:FOL(?:LOWING)?S?(?: TEL(?:EGRAM)?)?(?: IS)?(?: BEING)?|QUOTED BELOW IS)(?: A)? (?:REPEAT(?:ED|S)?|RPT)(?: OF)? ([A-Z][A-Z .'’-]{1,30}?) ?([0-9]{1,6})\b/i;

/** `FOL TEL SENT BOGOTA`, `FOLLOWING SENT ACTION`, `REPEATED TO YOU`: the number is in the head of the telegram inside. */
const announced =
  /\b(?:FOL(?:LOWING)?S?|BELOW)(?: IS)?(?: A)? (?:TEL(?:EGRAM)?|CABLE|MESSAGE|MSG|SENT)\b|\bREPEATED\b/i;

/** A telegram repeated inside this one: its id, and who signed it. Source: cable format, section 13. */
export function findRepeat(body: Block[], { year, repeat }: CableContext): Cable['repeats'] {
  let raw: string | undefined;
  let id: string | undefined;
  for (const [at, block] of body.entries()) {
    if (block.type === 'quote' && raw === undefined && at > 0) {
      const before = body[at - 1] as Block;
      if (before.type === 'paragraph' && announced.test(before.text)) {
        id = innerId(block.body, year);
        if (id !== undefined) raw = before.text;
      }
    }
    if (
      block.type === 'paragraph' &&
      raw === undefined &&
      /REPEAT|RPT|epeat/.test(block.text.slice(0, 200))
    ) {
      const match = repeated.exec(block.text.slice(0, 300));
      if (match?.[1] && match[2]) {
        raw = match[0];
        const station = match[1].toUpperCase().replace(/[^A-Z]/g, '');
        if (year !== undefined) id = formatId({ year, station, serial: Number(match[2]) });
      }
    }
    const announcing = raw ?? repeat;
    if (block.type === 'quote' && announcing !== undefined) {
      const signers = innerSigners(block.body);
      return {
        ...(id === undefined ? {} : { id }),
        raw: announcing,
        ...(signers.length > 0 ? { signers } : {}),
      };
    }
  }
  return raw === undefined ? undefined : { ...(id === undefined ? {} : { id }), raw };
}

/** The number in the first line of the telegram inside: `UNCLAS STATE 123400`. */
function innerId(body: readonly Block[], year: number | undefined): string | undefined {
  const head =
    body[0]?.type === 'verbatim' ? matchClassification(body[0].text.split('\n', 1)[0] ?? '') : undefined;
  const { station, serial } = head ? parseMessageNumber(head.rest) : {};
  if (station === undefined || serial === undefined || year === undefined) return undefined;
  return formatId({ year, station: station.toUpperCase().replace(/[^A-Z]/g, ''), serial });
}

/** The last line of the telegram inside, where it is a name in capitals alone. */
function innerSigners(body: readonly Block[]): string[] {
  const last = body[body.length - 1];
  if (last?.type !== 'paragraph' || last.number !== undefined) return [];
  return /^[A-Z][A-Z'’-]{1,20}(?: [A-Z][A-Z'’-]{1,20})?$/.test(last.text) ? [last.text] : [];
}
