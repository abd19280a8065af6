/** Takes off the blanks that stand before each line of a text, as where a copy is set in; what is set in further stays so. */
export function withoutIndent(text: string): string {
  const indent = /^[ \t\n]*\n([ \t]+)|^([ \t]+)/.exec(text.slice(0, 400));
  let common = indent?.[1] ?? indent?.[2] ?? '';
  if (common === '') return text;
  const lines = text.split('\n');
  for (const line of lines) {
    if (line.trim() === '') continue;
    while (!line.startsWith(common)) common = common.slice(0, -1);
    if (common === '') return text;
  }
  return lines.map((line) => (line.startsWith(common) ? line.slice(common.length) : line)).join('\n');
}
