/** What publishers and their programs did to the text after it was sent: pilcrows, pages, line ends, run-together heads, dumps. */
import type { Draft } from './draft-cable.ts';
import { furnishPages, furnishRelease } from './furnish.ts';
import type { Random } from './random.ts';

export interface Copy {
  text: string;
  extension: 'txt' | 'md' | 'html';
  encoding: 'utf-8' | 'windows-1252';
}

const PARTIAL =
  'This record is a partial extract of the original cable. The full text of the original cable is not available.';

/** Before each number at a line's start: a year or an amount that a wrapped line happens to begin with gets one too. */
function addPilcrows(lines: readonly string[]): string[] {
  return lines.map((line) => (/^(?:\d{1,3}[. ]|[a-h]\. |[A-H]\. )/.test(line) ? `¶${line}` : line));
}

/** Two blanks for a hard break in the head, and the escapes a converter writes. */
function toMarkdown(lines: readonly string[]): string {
  return lines
    .map((line, index) => {
      const next = lines[index + 1];
      const escaped = line.replace(/^--/, '\\--');
      return line && next && !line.startsWith('¶') && line.length < 80 ? `${escaped}  ` : escaped;
    })
    .join('\n');
}

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

function toHtml(draft: Draft, head: readonly string[], rest: readonly string[]): string {
  const block = (lines: readonly string[]) =>
    `<code><pre>${escapeHtml(lines.join('\n')).replaceAll('\n', '&#x000A;')}</pre></code>`;
  return `<html><head><title>Viewing cable ${draft.place.id}</title></head><body>\n<h3>Viewing cable ${draft.place.id}</h3>\n${block(head)}\n${block(rest)}\n</body></html>\n`;
}

/** Tab-separated, with the backslash of an SQL dump before each line end. */
function toDump(draft: Draft, head: readonly string[], rest: readonly string[]): string {
  const stamp = new Date(draft.place.time).toISOString().slice(0, 19).replace('T', ' ');
  const escaped = (lines: readonly string[]) => lines.join('\\\n');
  const fields = [
    stamp,
    draft.place.id,
    `Embassy ${draft.place.stationName}`,
    draft.classification,
    '',
    escaped(head),
    escaped(rest),
  ];
  return `${fields.join('\t')}\n`;
}

/** What the National Archives put behind each telegram of 1973-79. */
function attributeLines(draft: Draft): string[] {
  const { place, classification, tags, title } = draft;
  const station = place.post.station1973 ?? place.post.station;
  return [
    '',
    'Message Attributes',
    '',
    'Automatic Decaptioning: X',
    'Capture Date: 01 JAN 1994',
    'Channel Indicators: n/a',
    'Current Classification: UNCLASSIFIED',
    `Document Number: ${place.year}${station}${String(place.serial).padStart(5, '0')}`,
    `From: ${place.stationName}`,
    `Original Classification: ${classification}`,
    "Page Count: '2'",
    `Subject: ${title}`,
    `TAGS: ${tags.join(', ')}`,
    'Type: TE',
    'Markings: Declassified/Released US Department of State EO Systematic Review 05 JUL 2006',
  ];
}

/** Joins head lines as copies do that lost their line ends. */
function runTogether(lines: readonly string[]): string[] {
  return [lines.filter((line) => line !== '').join('')];
}

/** The text of the file, from the lines of head and body. */
export function wrapInCopy(
  draft: Draft,
  head: readonly string[],
  body: readonly string[],
  random: Random,
): Copy {
  const at = head.findIndex(
    (line) => line.startsWith('UNCLAS ') || /^(?:[A-Z] ){5}/.test(line) || /^LIMITED OFF/.test(line),
  );
  const transmission = at > 0 ? head.slice(0, at) : [];
  const labels = at > 0 ? head.slice(at) : [...head];
  if (draft.form === 'telegram') {
    const attributes = random.chance(0.3) ? attributeLines(draft) : [];
    return plain([...furnishPages(draft, [...head, ...body]), ...attributes], random);
  }
  if (draft.form === 'foia') return plain(furnishRelease(draft, [...head, ...body]), random);
  if (draft.form === 'smart' || draft.form === 'acp127') return plain([...head, ...body], random);
  const marked = addPilcrows(body);
  if (draft.form === 'markdown') {
    return {
      text: `${toMarkdown([...transmission, ...labels, ...marked])}\n`,
      extension: 'md',
      encoding: 'utf-8',
    };
  }
  if (draft.partial)
    return plain([PARTIAL, '', ...labels, ...marked.slice(0, Math.ceil(marked.length / 2))], random);
  const copy = random.next();
  if (copy < 0.04) return plain([...transmission, ...runTogether(labels), ...marked], random);
  if (copy < 0.09)
    return {
      text: toHtml(draft, transmission, [...labels, ...marked]),
      extension: 'html',
      encoding: 'utf-8',
    };
  if (copy < 0.1) return plainText(toDump(draft, transmission, [...labels, ...marked]));
  return plain([...transmission, ...labels, ...marked], random);
}

const plainText = (text: string, encoding: Copy['encoding'] = 'utf-8'): Copy => ({
  text,
  extension: 'txt',
  encoding,
});

function plain(lines: readonly string[], random: Random): Copy {
  const kind = random.next();
  const trailing = random.chance(0.5) ? ' ' : '';
  const end = kind < 0.08 ? '\r\n' : '\n';
  const dump = random.chance(0.009) ? '\\' : '';
  const text = `${lines.join(`${trailing}${dump}${end}`)}${end}`;
  if (random.chance(0.003)) return plainText(`${text.slice(0, Math.ceil(text.length * 0.6))}...\n`);
  if (random.chance(0.1))
    return plainText(text.replace(/"([^"\n]{1,60})"/g, '\u201c$1\u201d').replace(/ -- /g, ' \u2013 '));
  return plainText(text, kind < 0.015 ? 'windows-1252' : 'utf-8');
}
