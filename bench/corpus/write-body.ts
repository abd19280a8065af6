/** Paragraphs, headings, sub-items, tables and quoted texts, to the length that was drawn. One line a paragraph, unwrapped. */
import type { Draft } from './draft-cable.ts';
import { drawName, drawSentence, drawTitle, drawWord } from './vocabulary.ts';

const countWords = (text: string): number => text.split(' ').length;

function sentences(draft: Draft, count: number): string {
  return Array.from({ length: count }, () => drawSentence(draft.random)).join(' ');
}

/** Where a drafter points at what he cites: `(ref B)`, `reftel`, `para 3 of ref A`, `08 STATE 1234`. */
function citation(draft: Draft): string {
  const { random, references } = draft;
  if (references.length === 0) return '';
  if (references.length === 1)
    return random.pick([' (reftel).', ' (reftel, para 3).', ' as reported reftel.']);
  const at = random.int(0, Math.min(references.length, 26) - 1);
  const letter = String.fromCharCode(65 + at);
  return random.pick([
    ` (ref ${letter}).`,
    ` (para ${random.int(1, 9)} of ref ${letter}).`,
    ` (${references[at]}).`,
  ]);
}

function paragraphText(draft: Draft): string {
  // The longest cables number no higher than two digits: their paragraphs are longer instead.
  const text = sentences(draft, draft.random.int(2, 7) + Math.floor(draft.words / 1200));
  return draft.random.chance(0.35) ? text.replace(/\.$/, citation(draft) || '.') : text;
}

function table(draft: Draft): string[] {
  const row = (cells: readonly string[]) => `  ${cells.map((cell) => cell.padEnd(14)).join('')}`.trimEnd();
  const rows = Array.from({ length: draft.random.int(3, 9) }, () =>
    row([drawName(draft.random), String(draft.random.int(10, 9999)), String(draft.random.int(1, 99))]),
  );
  return ['', row(['District', 'Tons', 'Percent']), ...rows];
}

function items(draft: Draft): string[] {
  const { random } = draft;
  const count = random.int(2, 6);
  const lettered = random.chance(0.4);
  return Array.from({ length: count }, (_, index) => {
    const label = lettered ? `   ${String.fromCharCode(97 + index)}. ` : '-- ';
    return ['', `${label}${sentences(draft, random.int(1, 2))}`];
  }).flat();
}

function heading(draft: Draft, words: string): string[] {
  const { random } = draft;
  const text = words.length > 60 ? words.slice(0, words.lastIndexOf(' ', 60)) : words;
  if (random.chance(0.36)) return ['', '-'.repeat(text.length), text, '-'.repeat(text.length)];
  return random.chance(0.5) ? ['', text, '-'.repeat(text.length)] : ['', text];
}

/** Lines of the body without head, furniture and signature. Blank lines stand between the blocks. */
export function bodyLines(draft: Draft): string[] {
  const { random } = draft;
  const out: string[] = [];
  const numbered = !random.chance(0.05);
  const gap = random.chance(0.05);
  let twice = random.chance(0.03);
  const summary = random.chance(0.65);
  let left = draft.words;
  let number = 0;
  if (summary && random.chance(0.4)) out.push(...heading(draft, 'SUMMARY'));
  while (left > 0) {
    if (number > 1 && random.chance(0.12)) out.push(...heading(draft, drawTitle(random)));
    if (twice && number === 3) twice = false;
    else number += gap && number === 5 ? 2 : 1;
    const mark = random.pick(draft.marks);
    let text = paragraphText(draft);
    if (number === 1 && summary) text = `SUMMARY: ${text} END SUMMARY.`;
    if (left < 120 && number > 3) text = `COMMENT: ${text}${random.chance(0.5) ? ' END COMMENT.' : ''}`;
    const lines = [`${numbered ? `${number}. ` : ''}${mark ? `${mark} ` : ''}${text}`];
    if (random.chance(0.1)) lines.push(...items(draft));
    if (random.chance(0.012)) lines.push(...table(draft));
    if (random.chance(0.02))
      lines.push(
        '',
        'BEGIN TEXT:',
        '',
        `1. ${sentences(draft, 3)}`,
        '',
        `2. ${sentences(draft, 2)}`,
        '',
        'END TEXT.',
      );
    if (random.chance(0.004)) lines.push('', `   ${drawName(random)}, ${drawWord(random)}`);
    out.push('', ...lines);
    left -= lines.reduce((sum, line) => sum + countWords(line), 0);
  }
  return out.slice(1);
}

/** The same lines as a teletype printed them. */
export function inCapitals(lines: readonly string[]): string[] {
  return lines.map((line) => line.toUpperCase());
}
