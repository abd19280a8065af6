/** Puts the rows of the lists of a page (`data-sortable`) in another order; without script they stand as they are. */
class SortRows extends HTMLElement {
  connectedCallback(): void {
    const lists = [...document.querySelectorAll('[data-sortable]')].map((list) => ({
      list,
      rows: [...list.children] as HTMLElement[],
    }));
    const buttons = [...this.querySelectorAll('button')];
    for (const button of buttons) {
      button.addEventListener('click', () => {
        const key = button.dataset.key ?? '';
        for (const { list, rows } of lists) list.append(...sorted(rows, key));
        for (const other of buttons) other.ariaPressed = String(other === button);
      });
    }
    this.hidden = false;
  }
}

/** By a number each row carries: counts from the highest, years from the earliest; rows that carry none stay in their order. */
function sorted(rows: readonly HTMLElement[], key: string): HTMLElement[] {
  const sign = key === 'count' ? -1 : 1;
  const value = ({ dataset }: HTMLElement) => sign * Number(dataset[key] ?? 0);
  return rows.toSorted((a, b) => value(a) - value(b));
}

customElements.define('sort-rows', SortRows);
