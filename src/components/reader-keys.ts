/** Keys of the cable page, listed under `?`. Single letters are off until the reader turns them on (WCAG 2.1.4); the choice is kept in this browser. */
import type { ParagraphTools } from './paragraph-tools.ts';

const lettersKey = 'cable-archive:letter-keys';
const listKey = 'cable-archive:list-key';

const dialog = document.querySelector<HTMLDialogElement>('#keys');
const page = document.querySelector<ParagraphTools>('paragraph-tools');

function kept(key: string, otherwise: boolean): boolean {
  try {
    const value = localStorage.getItem(key);
    return value === null ? otherwise : value === 'on';
  } catch {
    return otherwise;
  }
}

function keep(key: string, on: boolean): void {
  try {
    localStorage.setItem(key, on ? 'on' : 'off');
  } catch {
    // A browser that keeps nothing still obeys for this page.
  }
}

if (dialog && page) {
  const choices = { letters: kept(lettersKey, false), list: kept(listKey, true) };
  for (const box of dialog.querySelectorAll<HTMLInputElement>('input[name]')) {
    const name = box.name as keyof typeof choices;
    box.checked = choices[name];
    box.addEventListener('change', () => {
      choices[name] = box.checked;
      keep(name === 'letters' ? lettersKey : listKey, box.checked);
    });
  }
  const opener = document.querySelector<HTMLElement>('#show-keys');
  if (opener) {
    opener.hidden = false;
    opener.addEventListener('click', () => dialog.showModal());
  }
  const actions: Record<string, () => unknown> = {
    j: () => page.step(1),
    k: () => page.step(-1),
    l: () => page.copy('link'),
    c: () => page.copy('citation'),
    q: () => page.copy('quotation'),
    r: () => page.reach(),
  };
  addEventListener('keydown', (event) => {
    const target = event.target as Element;
    if (event.ctrlKey || event.metaKey || event.altKey || target.closest('input, textarea, select, dialog'))
      return;
    if (event.key === '?' && choices.list) dialog.showModal();
    else if (choices.letters && actions[event.key]) actions[event.key]?.();
    else return;
    event.preventDefault();
  });
}
