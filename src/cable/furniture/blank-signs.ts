import { findLabel } from '../lines/find-label.ts';
import { isBlank, type Line } from '../lines/line.ts';
import { matchClassification } from '../lines/parse-classification-line.ts';

/** Fewer lone signs may be a bullet, or the end of a rule. */
const FEWEST = 3;
// 2. TEXT, ¶2, (C) TEXT, -- TEXT, --------
const OPENS = /^[ \t]*(?:¶|\d{1,2}[.)]|\(|-)/;

/** A dash or a stop alone on its line. */
export function isBlankSign(text: string): boolean {
  if (text.length > 8) return false;
  let at = 0;
  while (at < text.length && isBlank(text.charCodeAt(at))) at += 1;
  const code = at === text.length - 1 ? text.charCodeAt(at) : 0;
  return code === 45 || code === 46;
}

/**
 * Whether the signs that stand alone on their lines hold the place of blank ones, as a gateway of the 1980s and 1990s sent them:
 * most are followed by a field, a paragraph or an item, and not by the text of a bullet or, as in a column, by a blank line.
 */
export function holdBlanks(lines: readonly Line[]): boolean {
  let signs = 0;
  let before = 0;
  for (const [at, { text }] of lines.entries()) {
    if (!isBlankSign(text)) continue;
    signs += 1;
    const below = lines[at + 1]?.text ?? '';
    if (OPENS.test(below) || findLabel(below) || matchClassification(below)) before += 1;
  }
  return signs >= FEWEST && before * 2 >= signs;
}
