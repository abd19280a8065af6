/** How many line feeds a text has. */
export function countEnds(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++;
  return count;
}

/** Tells on which line of a text a place is. Places that come in order are counted once, all together. */
export class LineCounter {
  readonly #text: string;
  #at = 0;
  #line = 1;

  constructor(text: string) {
    this.#text = text;
  }

  at(place: number): number {
    if (place < this.#at) {
      this.#at = 0;
      this.#line = 1;
    }
    this.#line += countEnds(this.#text.slice(this.#at, place));
    this.#at = place;
    return this.#line;
  }
}
