import type { Line } from '../../src/cable/lines/line.ts';

/** The line that stands for furniture taken out between two lines. */
export const furniture = '@@';

/** Lines of a text as the frame hands them to the body: no trailing blanks; a line `@@` is furniture that was taken out. */
export function linesOfText(text: string): Line[] {
  const lines: Line[] = [];
  let after = false;
  for (const [at, raw] of text.split('\n').entries()) {
    if (raw === furniture) {
      after = true;
      continue;
    }
    const words = raw.trimEnd();
    const hardBreak = raw.endsWith('  ') && words !== '';
    lines.push({
      text: words,
      number: at + 1,
      ...(after && words !== '' ? { afterFurniture: true as const } : {}),
      ...(hardBreak ? { hardBreak: true as const } : {}),
    });
    if (words !== '') after = false;
  }
  return lines;
}
