/**
 * The words of a passage as they are quoted: without numbers, marks and tools, the letters of points kept. Each paragraph opens with
 * a quotation mark, the last one closes; those inside become single.
 */
export function quotationOf(passage: readonly HTMLElement[]): string {
  return `${passage.map((block) => `“${wordsOf(block)}`).join('\n\n')}”`;
}

function wordsOf(block: HTMLElement): string {
  const copy = block.cloneNode(true) as HTMLElement;
  for (const own of copy.querySelectorAll('.tools, .open-tools, .mark, .para > .num, .alias')) own.remove();
  if (copy.matches('.fixed')) return copy.textContent ?? '';
  if (copy.matches('.para')) copy.querySelector(':scope > .num')?.remove();
  return (copy.textContent ?? '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/"([^"]*)"/g, '‘$1’')
    .replace(/[“”]/g, (mark) => (mark === '“' ? '‘' : '’'));
}
