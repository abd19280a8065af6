/** Citations on a cable's page follow the passage that was chosen; each can be copied, and those for programs saved as a file. */
import type { ParagraphTools } from './paragraph-tools.ts';
import { formatPassage, type Passage } from './passage.ts';

/** Puts a passage and its address into a citation, or takes them out. */
export function fillCitation(citation: Element, passage?: Passage, address?: string): void {
  for (const each of citation.querySelectorAll<HTMLElement>('.locator')) {
    each.textContent = passage ? formatPassage(each.dataset, passage) : '';
  }
  for (const each of citation.querySelectorAll<HTMLElement>('.address')) {
    each.dataset.whole ??= each.textContent ?? '';
    each.textContent = address ?? each.dataset.whole;
  }
}

const citations = document.querySelectorAll('.cite-text');

addEventListener('passage', (event) => {
  const { passage, address } = (event as CustomEvent<{ passage?: Passage; address?: string }>).detail;
  for (const each of citations) fillCitation(each, passage, address);
});

for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-copy], button[data-save]')) {
  const text = () => button.closest('details > div, details')?.querySelector('.cite-text')?.textContent ?? '';
  button.hidden = false;
  button.addEventListener('click', () => {
    const { copy, save } = button.dataset;
    if (save) saveFile(save, text());
    else document.querySelector<ParagraphTools>('paragraph-tools')?.copyText(text().trim(), copy);
  });
}

/** Lines of a RIS file end in CRLF, which no page keeps. */
function saveFile(name: string, text: string): void {
  const content = name.endsWith('.ris') ? text.replace(/\r?\n/g, '\r\n') : text;
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([content], { type: 'text/plain;charset=utf-8' }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
