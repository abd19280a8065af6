import type { Cable } from './cable.ts';
import type { Report } from './diagnostics.ts';
import { postOfStation, squeeze } from './find-post.ts';
import type { Head } from './head/head-walk.ts';
import type { Line } from './lines/line.ts';

const END_MARK = /(?:^|[ \t])(?:N{4,}|End Cable Text)/;

/** Whether the text shows no sign at all of being a cable or a part of one. */
export function isNoCable(cable: Cable, body: readonly Line[], form: boolean): boolean {
  if (
    form ||
    cable.fields.length > 0 ||
    cable.wrapper?.id ||
    cable.partial ||
    cable.attributes ||
    cable.release
  )
    return false;
  if (cable.classification !== undefined || cable.serial !== undefined) return false;
  if (body.some(({ text }) => END_MARK.test(text.slice(-60)))) return false;
  // A body alone: paragraphs with numbers and marks.
  return !body.some(({ text }) =>
    /^[ \t]*¶?[ \t]?(?:\d{1,2}[.)]|\d{1,2}[ \t]*\(|\([A-Z/]{1,8}\)[ \t])/.test(text.slice(0, 30)),
  );
}

/** Reports what a whole cable has and this one lacks. A fragment is not asked for what it cannot hold. */
export function checkFields(cable: Cable, report: Report): void {
  const first = cable.fields[0]?.lines[0] ?? 1;
  const place: [number, number] = [first, first];
  const hasNumber = cable.serial !== undefined;
  const isPrint = cable.dialect === 'edited-print';
  if (isPrint) return;
  if (
    !hasNumber &&
    cable.id === undefined &&
    (cable.dtg || cable.from || cable.classificationRaw !== undefined) &&
    !cable.diagnostics.some((one) => one.code === 'not-a-cable')
  )
    report('no-message-number', place);
  if (
    cable.station !== undefined &&
    cable.messageNumber &&
    !postOfStation(cable.station, cable.year) &&
    !isConfirmed(cable)
  )
    report('station-unknown', cable.messageNumber.lines, {
      detail: `It is ${cable.station}.`,
      raw: cable.station,
    });
  const whole =
    cable.messageNumber !== undefined &&
    cable.dtg !== undefined &&
    cable.partial !== true &&
    cable.body.length > 0;
  if (!whole) return;
  if (cable.subject === undefined && !cable.attributes?.Subject)
    report('subject-missing', cable.messageNumber?.lines ?? place);
  if (
    !cable.tags &&
    !cable.fields.some(({ field }) => field === 'tags') &&
    (cable.year === undefined || cable.year >= 1974) &&
    (cable.subject !== undefined || cable.eo) &&
    !cable.messageNumber?.airgram
  )
    report('tags-missing', cable.messageNumber?.lines ?? place);
  const day = cable.dtg?.iso?.slice(5, 10);
  if (
    cable.serial !== undefined &&
    cable.dtg &&
    ((day === '12-31' && cable.serial < 20) || (day === '01-01' && cable.serial >= 1000))
  )
    report('year-boundary', cable.dtg.lines);
}

/** The sender, or the name of the file, calls a post that is in no table by the same name; or neither is there to ask. */
function isConfirmed({ from, station = '', rawId, id, source }: Cable): boolean {
  if (rawId !== undefined) return false;
  if (from === undefined) return true;
  const sender = squeeze(from.name);
  return (
    sender.endsWith(station) ||
    sender.includes(station) ||
    (id !== undefined && (source.path ?? '').includes(id))
  );
}

/** Compares the section the text begins with and those that follow with the count that it names. */
export function checkSections(
  cable: Cable,
  head: Pick<Head, 'number'>,
  later: readonly number[],
  report: Report,
): void {
  const section = head.number?.section;
  if (!section || section.of < 2) return;
  if (section.number > section.of || section.of > 60) return;
  const pages = new Set<number>();
  let bannered = false;
  for (const item of cable.furniture ?? []) {
    if (item.kind !== 'section-footer' && item.kind !== 'page') continue;
    const of = /(\d{2,3})(?:\.\d)?[ \t]+OF[ \t]+(\d{2,3})/.exec(item.text);
    if (!of || Number(of[2]) !== section.of) continue;
    pages.add(Number(of[1]));
    if (item.kind === 'page' && item.text.includes('PAGE')) bannered = true;
  }
  const present = new Set([section.number, ...later, ...pages]);
  const missing: number[] = [];
  for (let number = 1; number <= section.of; number++) if (!present.has(number)) missing.push(number);
  // Published copies hold all sections under the head of the first, without banners; only a later one alone is surely a part.
  if (section.number === 1 && later.length === 0 && !bannered) return;
  if (missing.length === 0) return;
  cable.sections = { count: section.of, missing };
  report('section-missing', cable.messageNumber?.lines ?? [1, 1], {
    detail: `Missing: ${missing.join(', ')}.`,
  });
}

/** Reports a text that was cut in the middle: a teaser's dots at its very end. */
export function isTruncated(lines: readonly Line[]): Line | undefined {
  for (let index = lines.length - 1; index >= 0; index--) {
    const line = lines[index] as Line;
    if (line.text.trim() === '') continue;
    return /[A-Za-z,](?:\.\.\.|…)$/.test(line.text) ? line : undefined;
  }
  return undefined;
}
