/**
 * On a cable's page that a search led to: marks the words searched for, and a bar to step through them. Loaded only where the
 * address names such words (`?hl=`), so that reading alone loads nothing of it.
 */
import { landingWordsFor } from '../../data/words/landing-words.ts';
import style from '../../styles/landing.css?url';
import { markWords, unmark } from './mark-words.ts';

const LAST_SEARCH = 'cable-archive:last-search';

function land(): void {
  const root = document.querySelector('main article') ?? document.querySelector('main');
  const forms = new URLSearchParams(location.search).getAll('hl').slice(0, 32);
  if (!root || forms.length === 0) return;
  const words = landingWordsFor(document.documentElement.lang);
  const hits = markWords(root, forms);
  let at = startOf(hits);

  const sheet = document.createElement('link');
  sheet.rel = 'stylesheet';
  sheet.href = style;
  document.head.append(sheet);

  const bar = document.createElement('search');
  bar.className = 'landing';
  bar.ariaLabel = words.label;
  const count = document.createElement('output');
  const previous = button(words.previous, 'p', () => step(-1));
  const next = button(words.next, 'n', () => step(1));
  const close = button(words.close, 'Escape', putAway);
  bar.append(count, ...(hits.length > 0 ? [previous, next] : []), ...backLink(words.back), close);
  document.body.append(bar);
  addEventListener('keydown', onKey);
  show();
  if (location.hash === '') scroll();

  function show(): void {
    hits.forEach((marks, index) => {
      for (const mark of marks) mark.classList.toggle('current', index === at);
    });
    count.textContent =
      hits.length === 0
        ? words.none
        : words.at.replace('{at}', String(at + 1)).replace('{count}', String(hits.length));
  }

  function scroll(): void {
    hits[at]?.[0]?.scrollIntoView({ block: 'center' });
  }

  function step(by: number): void {
    if (hits.length === 0) return;
    at = (at + by + hits.length) % hits.length;
    show();
    scroll();
  }

  function putAway(): void {
    removeEventListener('keydown', onKey);
    bar.remove();
    if (root) unmark(root);
    const address = new URL(location.href);
    address.searchParams.delete('hl');
    history.replaceState(history.state, '', address);
  }

  function onKey(event: KeyboardEvent): void {
    const target = event.target as Element;
    if (event.ctrlKey || event.metaKey || event.altKey || target.closest('input, textarea, select, dialog'))
      return;
    if (event.key === 'n') step(1);
    else if (event.key === 'p') step(-1);
    else if (event.key === 'Escape') putAway();
    else return;
    event.preventDefault();
  }
}

/** The first hit of the paragraph that the address names, or of the page. */
function startOf(hits: readonly HTMLElement[][]): number {
  let fragment = location.hash.slice(1);
  try {
    fragment = decodeURIComponent(fragment);
  } catch {}
  const target = fragment === '' ? null : document.getElementById(fragment);
  const inside = target ? hits.findIndex(([mark]) => mark !== undefined && target.contains(mark)) : -1;
  return Math.max(0, inside);
}

function button(name: string, key: string, act: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = name;
  made.setAttribute('aria-keyshortcuts', key);
  made.addEventListener('click', act);
  return made;
}

function backLink(name: string): HTMLAnchorElement[] {
  let address: string | null = null;
  try {
    address = sessionStorage.getItem(LAST_SEARCH);
  } catch {}
  if (!address?.startsWith('/') || address.startsWith('//')) return [];
  const link = document.createElement('a');
  link.href = address;
  link.textContent = name;
  return [link];
}

land();
