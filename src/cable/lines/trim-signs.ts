/**
 * Takes signs off both ends of a text, in time linear in its length (a regular expression that looks for them at the end is
 * not, on a long run of signs inside).
 */
export function trimSigns(text: string, signs: string): string {
  let from = 0;
  let to = text.length;
  while (from < to && signs.includes(text[from] as string)) from += 1;
  while (to > from && signs.includes(text[to - 1] as string)) to -= 1;
  return text.slice(from, to);
}
