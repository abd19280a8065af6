import type { PhrasingContent, Text } from 'mdast';
import type { Lines, Redaction } from '../cable/cable.ts';
import { cleanText } from './clean-text.ts';
import type { TreeWords } from './tree-words.ts';

/** Redactions by the line they begin on. */
export type RedactionsByLine = ReadonlyMap<number, readonly Redaction[]>;

/** What is withheld, and how that is said. */
interface Redacting {
  redactions: RedactionsByLine;
  words: TreeWords;
}

/** Redactions by the line they begin on, for `phrasingOf`. */
export function redactionsByLine(redactions: readonly Redaction[] = []): RedactionsByLine {
  return Map.groupBy(redactions, (redaction) => redaction.lines[0]);
}

/**
 * The words of a block: text, hard breaks where the sender's line ends bear meaning, and a marked span for each redaction that
 * begins inside `lines`. Blanks at both ends of a line are dropped.
 */
export function phrasingOf(text: string, lines: Lines, { redactions, words }: Redacting): PhrasingContent[] {
  const inside = redactionsIn(lines, redactions);
  const children: PhrasingContent[] = [];
  for (const line of linesOfText(text)) {
    if (children.length > 0) children.push({ type: 'break' });
    for (const node of markRedactions(line, inside, words)) children.push(node);
  }
  return children;
}

function redactionsIn([first, last]: Lines, redactions: RedactionsByLine): Redaction[] {
  const inside: Redaction[] = [];
  if (redactions.size === 0) return inside;
  for (let line = first; line <= last; line++) {
    for (const redaction of redactions.get(line) ?? []) inside.push(redaction);
  }
  return inside;
}

/** The lines of a text that hold something, trimmed. */
export function linesOfText(text: string): string[] {
  const clean = cleanText(text);
  if (!clean.includes('\n')) {
    const line = trimBlanks(clean);
    return line.trim() === '' ? [] : [line];
  }
  return clean
    .split('\n')
    .map(trimBlanks)
    .filter((line) => line.trim() !== '');
}

/** Without blanks and tabs at both ends: what Markdown drops too. Other spaces stay. */
function trimBlanks(line: string): string {
  let start = 0;
  let end = line.length;
  while (start < end && isBlank(line.charCodeAt(start))) start++;
  while (end > start && isBlank(line.charCodeAt(end - 1))) end--;
  return start === 0 && end === line.length ? line : line.slice(start, end);
}

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x09;
}

/** So many redactions of a line are marked: more than any sender's, few enough for a page. */
const MOST = 10_000;

/** Splits a line at the redactions it holds. Each kind of redaction is looked for from left to right, the first one wins. */
function markRedactions(line: string, redactions: readonly Redaction[], words: TreeWords): Text[] {
  if (redactions.length === 0) return [{ type: 'text', value: line }];
  const byText = new Map<string, Redaction>();
  for (const row of redactions) {
    const text = cleanText(row.text);
    if (text !== '' && !byText.has(text)) byText.set(text, row);
  }
  const next = [...byText].map(([text, row]) => ({ text, row, at: line.indexOf(text) }));
  const nodes: Text[] = [];
  let done = 0;
  while (nodes.length < MOST) {
    let first: (typeof next)[number] | undefined;
    for (const candidate of next) {
      if (candidate.at !== -1 && candidate.at < done) candidate.at = line.indexOf(candidate.text, done);
      if (candidate.at === -1) continue;
      const earlier = !first || candidate.at < first.at;
      const longer = first && candidate.at === first.at && candidate.text.length > first.text.length;
      if (earlier || longer) first = candidate;
    }
    if (!first) break;
    if (first.at > done) nodes.push({ type: 'text', value: line.slice(done, first.at) });
    nodes.push(redactionSpan(first.text, first.row, words));
    done = first.at + first.text.length;
  }
  if (done < line.length) nodes.push({ type: 'text', value: line.slice(done) });
  return nodes;
}

/** To a listener a row of X says nothing: the label says what it is. To the eye it stays as printed. */
function redactionSpan(value: string, { kind, source }: Redaction, words: TreeWords): Text {
  return {
    type: 'text',
    value,
    data: {
      hName: 'span',
      hProperties: {
        className: ['redaction'],
        role: 'img',
        ariaLabel: words.redacted(kind, source),
        dataKind: kind,
      },
    },
  };
}
