import { cleanText } from './clean-text.ts';

/** Line ends and tabs kept; blanks at line ends and empty lines around are dropped. */
export function fixedText(text: string): string {
  const lines = cleanText(text)
    .split('\n')
    .map((line) => line.trimEnd());
  const first = lines.findIndex((line) => line !== '');
  const last = lines.findLastIndex((line) => line !== '');
  return first === -1 ? '' : lines.slice(first, last + 1).join('\n');
}
