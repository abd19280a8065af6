/**
 * `<paragraph-tools>`: copy link, citation and quotation of a paragraph; ranges; what a link landed on; keys. The page is whole
 * without it: numbers are links, citations are text.
 */
import { parseFragment } from './parse-fragment.ts';
import { formatPassage, numberOf } from './passage.ts';

type Tool = 'link' | 'citation' | 'quotation';

const tools: Tool[] = ['link', 'citation', 'quotation'];

class ParagraphTools extends HTMLElement {
  #text = document.getElementById('text');
  #said = this.querySelector<HTMLElement>('.said');
  #missing = document.getElementById('missing-anchor');
  #menu = document.createElement('span');
  #at: HTMLElement | undefined;

  connectedCallback(): void {
    const text = this.#text;
    if (!text) return;
    this.#menu.className = 'tools';
    this.#menu.setAttribute('role', 'group');
    for (const tool of tools) {
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = this.dataset[tool] ?? tool;
      button.title = this.dataset[`${tool}Title`] ?? '';
      button.addEventListener('click', () => this.copy(tool));
      this.#menu.append(button);
    }
    if (matchMedia('(hover: hover)').matches) {
      text.addEventListener('pointerover', ({ target }) => this.#open(target));
    } else {
      for (const num of text.querySelectorAll<HTMLElement>('.para[id] > .num')) num.after(this.#opener());
    }
    text.addEventListener('focusin', ({ target }) => this.#open(target));
    text.addEventListener('click', (event) => this.#extend(event));
    addEventListener('hashchange', () => this.#land());
    // On paper, where the site does not know its own address.
    if (!this.dataset.url)
      document.querySelector('.running')?.append(` · ${location.origin}${location.pathname}`);
    this.#land();
  }

  /** The paragraph or point that the reader is at: by pointer, by focus, or where the link landed. */
  get current(): HTMLElement | undefined {
    return this.#at ?? this.#landed()[0];
  }

  /** Copies link, citation or quotation of the current paragraph, or of the range that it is in. */
  async copy(tool: Tool): Promise<void> {
    const at = this.current;
    if (!at) return;
    const landed = this.#landed();
    const range = landed.includes(at) ? landed : [at];
    const first = range[0]?.id ?? at.id;
    const last = range[range.length - 1]?.id ?? first;
    const fragment = first === last ? first : `${first}-${last}`;
    const address = new URL(`#${fragment}`, this.dataset.url || location.href).href;
    const cited = this.cite(first, last, address);
    const words = range.map((paragraph) => wordsOf(paragraph)).join('\n\n');
    const copied = { link: address, citation: cited, quotation: `“${words}”\n\n${cited}` }[tool];
    try {
      await navigator.clipboard.writeText(copied);
      this.#say(this.dataset[`${tool}Said`]);
    } catch {
      this.#say(this.dataset.failed);
    }
  }

  /** The citation with its locator; its address is that of the passage. */
  cite(first: string, last: string, address: string): string {
    const { cite = '', url } = this.dataset;
    const text = cite.replace('{locator}', formatPassage(this, first, last));
    return url && text.includes(url) ? text.replace(url, address) : `${text} ${address}`.trim();
  }

  step(by: 1 | -1): void {
    const all = [...(this.#text?.querySelectorAll<HTMLElement>('.para[id]') ?? [])];
    const at = this.current ? all.indexOf(this.current) : by === 1 ? -1 : all.length;
    const next = all[Math.min(all.length - 1, Math.max(0, at + by))];
    next?.querySelector<HTMLElement>('.num')?.focus();
    next?.scrollIntoView({ block: 'center' });
  }

  #open(target: EventTarget | null): void {
    const at = target instanceof Element ? target.closest<HTMLElement>('.para[id], .item[id]') : null;
    const num = at?.querySelector(':scope > .num');
    if (!at || !num || (at === this.#at && this.#menu.isConnected)) return;
    this.#at = at;
    const number = numberOf(at.id) ?? '';
    this.#menu.setAttribute('aria-label', (this.dataset.tools ?? '').replace('{number}', number).trim());
    num.after(this.#menu);
  }

  #opener(): HTMLElement {
    const opener = document.createElement('button');
    opener.type = 'button';
    opener.className = 'open-tools';
    opener.textContent = '⋯';
    opener.ariaLabel = (this.dataset.tools ?? '').replace('{number}', '').trim();
    return opener;
  }

  /** A shift-click on a second number makes a range of the two. */
  #extend(event: MouseEvent): void {
    const target = event.target instanceof Element ? event.target : undefined;
    if (target?.matches('.open-tools')) {
      this.#open(target);
      return;
    }
    const num = target?.closest<HTMLAnchorElement>('a.num');
    const from = this.#landed()[0];
    if (!num || !event.shiftKey || !from) return;
    const to = document.getElementById(num.hash.slice(1));
    if (!to) return;
    event.preventDefault();
    const [first, last] =
      from.compareDocumentPosition(to) & Node.DOCUMENT_POSITION_PRECEDING ? [to, from] : [from, to];
    location.hash = first === last ? first.id : `${first.id}-${last.id}`;
  }

  /** Marks the passage that the address names, or says that it is not there. */
  #land(): void {
    for (const marked of this.#landed()) marked.classList.remove('landed');
    const fragment = decode(location.hash.slice(1));
    if (this.#missing) this.#missing.hidden = true;
    const asked = parseFragment(fragment);
    if (!asked) return;
    const first = document.getElementById(asked.first);
    const last = document.getElementById(asked.last);
    if (!first || !last) {
      if (document.getElementById(fragment) || !this.#missing) return;
      this.#missing.hidden = false;
      const slot = this.#missing.querySelector('code');
      if (slot) slot.textContent = fragment;
      this.#missing.scrollIntoView({ block: 'center' });
      return;
    }
    if (!this.#text?.contains(first)) return;
    const all = [...this.#text.querySelectorAll<HTMLElement>('[id]')].filter(
      (each) => !each.parentElement?.closest('.item'),
    );
    const from = all.indexOf(first);
    const until = all.indexOf(last);
    const passage = from >= 0 && until >= from ? all.slice(from, until + 1) : [first];
    for (const each of passage) each.classList.add('landed');
    if (asked.first !== asked.last) first.scrollIntoView({ block: 'start' });
    this.dispatchEvent(new CustomEvent('passage', { bubbles: true, detail: asked }));
  }

  #landed(): HTMLElement[] {
    return [...(this.#text?.querySelectorAll<HTMLElement>('.landed') ?? [])];
  }

  #say(message = ''): void {
    if (!this.#said) return;
    this.#said.textContent = message;
    setTimeout(() => {
      if (this.#said?.textContent === message) this.#said.textContent = '';
    }, 4000);
  }
}

/** The words of a paragraph as they are quoted: without the number and the tools. */
function wordsOf(paragraph: HTMLElement): string {
  const copy = paragraph.cloneNode(true) as HTMLElement;
  for (const own of copy.querySelectorAll('.num, .tools, .open-tools, .mark')) own.remove();
  return (copy.textContent ?? '').replace(/\s+/g, ' ').trim();
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

customElements.define('paragraph-tools', ParagraphTools);

export type { ParagraphTools };
