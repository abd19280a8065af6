import type { Cable } from '../cable.ts';
import type { CableContext } from '../context.ts';
import type { Report } from '../diagnostics.ts';
import { isRuleLine } from '../lines/body-start.ts';
import { findLabel } from '../lines/find-label.ts';
import { type Line, linesOf } from '../lines/line.ts';
import { parseClassifiedBy } from './parse-classified-by.ts';

/** Where a Classified-by line may stand in the body, in lines. */
const CLASSIFIED_REACH = 60;

/**
 * A Classified-by line that stands below the first lines of the body: on a line of its own it leaves the body; in paragraph 1
 * it is read, and the paragraph stays.
 */
export function findClassifiedBy(
  cable: Cable,
  body: readonly Line[],
  ctx: CableContext,
  report: Report,
): readonly Line[] {
  if (cable.classifiedBy) return body;
  for (let index = 0; index < body.length && index < CLASSIFIED_REACH; index++) {
    const line = body[index] as Line;
    if (!line.text.includes('LASSIFIED') && !line.text.includes('lassified')) continue;
    const at = line.text.search(/CLASSIFIED[ \t]+BY\b/i);
    if (at < 0) continue;
    const before = line.text.slice(0, at);
    const isSentence =
      (at < 90 && /\b(?:MESSAGE|CABLE|TELEGRAM|DOCUMENT)[ \t](?:IS|WAS|HAS BEEN)[ \t]$/i.test(before)) ||
      (/[.)][ \t]{1,2}$/.test(before) && /\b1\.[4-6]\b/.test(line.text.slice(at, at + 150)));
    if (at > 40 && !isSentence) continue;
    const inParagraph =
      isSentence ||
      /^[ \t]*¶?[ \t]?\d{0,2}[.)]?[ \t]*(?:\([A-Z/ ]{1,12}\)?)?[ \t]*[A-Z]?[.)]?[ \t]*\(?$/.test(before);
    if (!inParagraph) continue;
    // running text goes on: `... the paper,` / `classified by the ministry`
    const above = body[index - 1]?.text ?? '';
    const isLabelled = /^C(?:LASSIFIED|lassified)[ \t]+B(?:Y|y)[ \t]?:/.test(line.text);
    if (before.trim() === '' && above.trim() !== '' && !isRuleLine(above) && !isLabelled) continue;
    const label = findLabel(line.text.slice(at));
    if (label?.field !== 'classifiedBy') continue;
    let end = index + 1;
    while (end < body.length && end < index + 8) {
      const text = body[end]?.text ?? '';
      // the foot of a page
      const rest = text === '' ? body.slice(end, end + 6).find((one) => one.text !== '') : undefined;
      if (rest?.afterFurniture && /[:,(]$/.test(body[end - 1]?.text ?? '')) {
        end = body.indexOf(rest, end);
        continue;
      }
      if (
        text === '' ||
        findLabel(text) ||
        /^[ \t]*(?:¶|\d{1,2}[.)][ \t]*(?:\(|[A-Z]))/.test(text) ||
        isRuleLine(text)
      )
        break;
      end++;
    }
    const run = [{ ...line, text: line.text.slice(at + label.end) }, ...body.slice(index + 1, end)];
    const { value, rest } = parseClassifiedBy(run, ctx, report);
    if (!value) return body;
    if (value.reasons.length === 0 && !label.label.includes(':')) continue;
    cable.classifiedBy = value;
    cable.fields.push({ field: 'classifiedBy', label: label.label, lines: value.lines ?? linesOf(run) });
    if (before.trim() !== '') return body;
    return [...body.slice(0, index), ...rest, ...body.slice(end)];
  }
  return body;
}
