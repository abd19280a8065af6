/**
 * `<paragraph-tools>`: copy link, citation and quotation of a paragraph; ranges; what a link landed on. The page is whole without
 * it: numbers are links, citations are text.
 */
import { fillCitation } from './cite-box.ts';
import { parseFragment, repairFragment } from './parse-fragment.ts';
import { numberOf, type Passage } from './passage.ts';
import { passageOf } from './passage-of.ts';
import { quotationOf } from './quotation-of.ts';

type Tool = 'link' | 'citation' | 'quotation';

const tools: Tool[] = ['link', 'citation', 'quotation'];

class ParagraphTools extends HTMLElement {
  #text = document.getElementById('text');
  #said = this.querySelector<HTMLElement>('.said');
  #missing = document.getElementById('missing-anchor');
  #menu = document.createElement('span');
  #reach = this.#button('range', () => this.reach());
  #at: HTMLElement | undefined;
  /** What the address names, and the elements that it covers. */
  #passage: Passage | undefined;
  #landed: HTMLElement[] = [];

  connectedCallback(): void {
    const text = this.#text;
    if (!text) return;
    this.#menu.className = 'tools';
    this.#menu.setAttribute('role', 'group');
    this.#menu.append(...tools.map((tool) => this.#button(tool, () => this.copy(tool))), this.#reach);
    if (matchMedia('(hover: hover)').matches) {
      text.addEventListener('pointerover', ({ target }) => this.#open(target));
    } else {
      for (const num of text.querySelectorAll<HTMLElement>('.para[id] > .num')) num.after(this.#opener());
    }
    text.addEventListener('focusin', ({ target }) => this.#open(target));
    text.addEventListener('click', (event) => this.#choose(event));
    addEventListener('hashchange', () => this.#land());
    // On paper, where the site does not know its own address.
    if (!this.dataset.url)
      document.querySelector('.running')?.append(` · ${location.origin}${location.pathname}`);
    this.#land();
  }

  /** The paragraph or point that the reader is at: by pointer, by focus, or where the link landed. */
  get current(): HTMLElement | undefined {
    return this.#at ?? this.#landed[0];
  }

  /** Copies link, citation or quotation of the current paragraph, or of the range that it is in. */
  copy(tool: Tool): Promise<void> | undefined {
    const at = this.current;
    if (!at) return;
    const inside = this.#passage && this.#landed.some((each) => each.contains(at));
    const passage = inside && this.#passage ? this.#passage : { first: at.id, last: at.id };
    const address = this.#addressOf(passage);
    const covered = () => (inside ? this.#landed : passageOf(at, at));
    const copied = {
      link: () => address,
      citation: () => this.#cite(passage, address),
      quotation: () => `${quotationOf(covered())}\n\n${this.#cite(passage, address)}`,
    }[tool]();
    return this.copyText(copied, this.dataset[`${tool}Said`]);
  }

  /** Copies, and says so; where the browser forbids it, shows the text. */
  async copyText(text: string, said = ''): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      this.#say(said);
    } catch {
      this.#say(`${this.dataset.failed} ${text}`, 60);
    }
  }

  /** Makes a range of the passage where the link landed and the current paragraph. */
  reach(to = this.current): void {
    const from = this.#landed[0];
    const passage = this.#passage;
    if (!from || !to || !passage) return;
    location.hash = isBehind(from, to)
      ? fragmentOf({ first: to.id, last: passage.last })
      : fragmentOf({ first: passage.first, last: to.id });
  }

  step(by: 1 | -1): void {
    const all = [...(this.#text?.querySelectorAll<HTMLElement>('.para[id]') ?? [])];
    const at = this.current ? all.indexOf(this.current) : by === 1 ? -1 : all.length;
    const next = all[Math.min(all.length - 1, Math.max(0, at + by))];
    next?.querySelector<HTMLElement>('.num')?.focus();
    next?.scrollIntoView({ block: 'center' });
  }

  #addressOf(passage: Passage): string {
    return new URL(fragmentOf(passage), this.dataset.url || location.href).href;
  }

  /** The first citation of the page with the passage; its address is that of the passage. */
  #cite(passage: Passage, address: string): string {
    const cited = document.querySelector('.cite-text')?.cloneNode(true) as Element | undefined;
    if (!cited) return address;
    fillCitation(cited, passage, address);
    const text = cited.textContent?.trim() ?? '';
    return cited.querySelector('.address') ? text : `${text} ${address}`;
  }

  #button(name: string, act: () => unknown): HTMLButtonElement {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = this.dataset[name] ?? name;
    button.title = this.dataset[`${name}Title`] ?? '';
    button.addEventListener('click', act);
    return button;
  }

  #open(target: EventTarget | null): void {
    const at = target instanceof Element ? target.closest<HTMLElement>('.para[id], .item[id]') : null;
    const num = at?.querySelector(':scope > .num');
    if (!at || !num || (at === this.#at && this.#menu.isConnected)) return;
    this.#at = at;
    this.#offer();
    const number = numberOf(at.id) ?? '';
    this.#menu.setAttribute('aria-label', (this.dataset.tools ?? '').replace('{number}', number).trim());
    num.after(this.#menu);
  }

  /** A range is offered where one end is chosen and the reader is elsewhere. */
  #offer(): void {
    const at = this.#at;
    this.#reach.hidden = !at || this.#landed.length === 0 || this.#landed.some((each) => each.contains(at));
  }

  #opener(): HTMLElement {
    const opener = document.createElement('button');
    opener.type = 'button';
    opener.className = 'open-tools';
    opener.textContent = '⋯';
    opener.ariaLabel = (this.dataset.tools ?? '').replace('{number}', '').trim();
    return opener;
  }

  /** A press opens the tools; a shift-click on a second number makes a range of the two. */
  #choose(event: MouseEvent): void {
    const target = event.target instanceof Element ? event.target : undefined;
    const num = target?.closest<HTMLElement>('.num, .open-tools');
    if (!num) return;
    this.#open(num);
    if (!event.shiftKey || this.#landed.length === 0) return;
    event.preventDefault();
    this.reach(num.closest<HTMLElement>('[id]') ?? undefined);
  }

  /** Marks the passage that the address names, or says that it is not there. */
  #land(): void {
    for (const marked of this.#landed) marked.classList.remove('landed');
    this.#landed = [];
    this.#passage = undefined;
    if (this.#missing) this.#missing.hidden = true;
    const fragment = decode(location.hash.slice(1));
    const asked = parseFragment(fragment);
    const first = asked && blockOf(asked.first);
    const last = asked && blockOf(asked.last);
    if (first && last && this.#text?.contains(first)) {
      if (isBehind(first, last)) {
        location.replace(fragmentOf({ first: asked.last, last: asked.first }));
        return;
      }
      this.#passage = asked;
      this.#landed = passageOf(first, last);
      for (const each of this.#landed) each.classList.add('landed');
      if (asked.first !== asked.last) first.scrollIntoView({ block: 'start' });
    } else if (fragment && !document.getElementById(fragment)) {
      const repaired = repairFragment(fragment);
      if (repaired && blockOf(repaired.first) && blockOf(repaired.last)) {
        location.replace(fragmentOf(repaired));
        return;
      }
      this.#miss(fragment);
    }
    this.#offer();
    const detail = this.#passage && { passage: this.#passage, address: this.#addressOf(this.#passage) };
    this.dispatchEvent(new CustomEvent('passage', { bubbles: true, detail: detail ?? {} }));
  }

  #miss(fragment: string): void {
    if (!this.#missing) return;
    this.#missing.hidden = false;
    const slot = this.#missing.querySelector('code');
    if (slot) slot.textContent = fragment;
    this.#missing.scrollIntoView({ block: 'center' });
  }

  #say(message: string, seconds = 4): void {
    const said = this.#said;
    if (!said) return;
    said.textContent = message;
    setTimeout(() => {
      if (said.textContent === message) said.textContent = '';
    }, seconds * 1000);
  }
}

/** `#p3`, `#p3-p5`. */
function fragmentOf({ first, last }: Passage): string {
  return first === last ? `#${first}` : `#${first}-${last}`;
}

/** Whether the first of two elements stands behind the other. */
function isBehind(first: Element, other: Element): boolean {
  return (first.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_PRECEDING) !== 0;
}

/** The block that bears an anchor, or stands for it since a former build. */
function blockOf(anchor: string): HTMLElement | null | undefined {
  return document.getElementById(anchor)?.closest<HTMLElement>('[id]:not(.alias)');
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
