/**
 * `<reading-list>`: the cables a reader set aside. The list is the address's fragment, so that it can be kept and passed on without
 * an account and is sent to no one; this browser keeps a copy. What the list shows is read off the cables' own pages.
 */
import { fill } from '../query/describe-query.ts';
import { element } from './element.ts';
import { pluralIn } from './page-words.ts';
import { parseListFragment, readList, writeList } from './reading-list.ts';

interface ListWords {
  empty: string;
  copy: string;
  copied: string;
  remove: string;
  missing: string;
  clear: string;
  count: { one: string; other: string };
}

interface ListedCable {
  title: string;
  about: string[];
  lang: string;
}

class ReadingList extends HTMLElement {
  readonly #words: ListWords = JSON.parse(this.dataset.words ?? '{}');
  readonly #base = (this.dataset.base ?? '/').replace(/\/$/, '');
  readonly #plural = pluralIn(this.dataset.locale ?? 'en');
  readonly #status = this.querySelector('.status') as HTMLElement;
  readonly #list = this.querySelector('ol') as HTMLOListElement;
  readonly #tools = this.querySelector('.take') as HTMLElement;
  readonly #known = new Map<string, Promise<ListedCable | undefined>>();

  connectedCallback(): void {
    const [copy, clear] = this.#tools.querySelectorAll('button');
    copy?.addEventListener('click', () => this.#copy());
    clear?.addEventListener('click', () => this.#set([]));
    addEventListener('hashchange', () => this.#read());
    this.#read();
  }

  /** The address rules; without a list in it, what this browser kept. */
  #read(): void {
    const given = parseListFragment(location.hash);
    this.#set(given.length > 0 ? given : readList());
  }

  #set(addresses: readonly string[]): void {
    writeList(addresses);
    const fragment =
      addresses.length > 0 ? `#${addresses.map(encodeURIComponent).join(',')}` : location.pathname;
    history.replaceState(null, '', fragment);
    this.#status.textContent =
      addresses.length === 0 ? this.#words.empty : this.#plural(this.#words.count, addresses.length);
    this.#tools.hidden = addresses.length === 0;
    this.#list.replaceChildren(...addresses.map((address) => this.#row(address, addresses)));
  }

  #row(address: string, addresses: readonly string[]): HTMLLIElement {
    const link = element('a', { href: `${this.#base}/cables/${encodeURIComponent(address)}/` }, address);
    const about = element('p', { class: 'about' }, element('span', { class: 'typed' }, address));
    const remove = element(
      'button',
      { type: 'button', 'aria-label': fill(this.#words.remove, { title: address }) },
      '×',
    );
    remove.addEventListener('click', () => {
      this.#set(addresses.filter((each) => each !== address));
      this.#list.querySelector('button')?.focus();
    });
    const row = element('li', { class: 'hit' }, element('h2', {}, link), about, remove);
    let known = this.#known.get(address);
    if (!known) {
      known = readCable(link.href);
      this.#known.set(address, known);
    }
    known.then((cable) => {
      if (cable) {
        link.textContent = cable.title;
        link.lang = cable.lang;
        about.append(...cable.about.map((text) => element('span', {}, text)));
      } else about.append(element('span', {}, this.#words.missing));
    });
    return row;
  }

  async #copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(location.href);
      this.#status.textContent = this.#words.copied;
    } catch {
      // The address stands in the browser's own bar.
    }
  }
}

/** What a cable's page says of it at its head; nothing where there is no such page. */
async function readCable(url: string): Promise<ListedCable | undefined> {
  try {
    const response = await fetch(url);
    if (!response.ok) return undefined;
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    const heading = page.querySelector('main h1');
    if (!heading) return undefined;
    const banner = page.querySelector<HTMLElement>('.banner')?.dataset.class;
    const date = page.querySelector('.dateline time')?.textContent;
    return {
      title: words(heading),
      lang: heading.closest('[lang]')?.getAttribute('lang') ?? 'en',
      about: [date, banner].filter((text): text is string => Boolean(text)),
    };
  } catch {
    return undefined;
  }
}

const words = (node: Element) => (node.textContent ?? '').replace(/\s+/g, ' ').trim();

customElements.define('reading-list', ReadingList);
