import type { Furniture, Release } from '../cable.ts';
import { firstCode, type Line, lineOf, secondCode } from '../lines/line.ts';
import { endsOpen, endsPart, endsSentence, goesOn } from '../lines/sentence.ts';

export interface WithoutFurniture {
  lines: Line[];
  furniture: Furniture[];
  release?: Release;
  /** A classification word alone on a line, the first there is. */
  banner?: Line;
  /** Station and serial of the page banners or section footers, as written; the archive's own have the year. */
  page?: { year?: number; station: string; serial: number };
  /** Lines that may be a caption or a section's head amid the body: to be looked at when the head is known. */
  doubtful: Set<Line>;
}

/** Perhaps a case number; six letters are found faster in a long text than seven. */
export function bearsCase(text: string): boolean {
  return text.includes('Case N') || text.includes('CASE N');
}

/** Small letters alone are no stamp: `released in part` goes on a sentence. */
const STAMPED = /eclassified\/|ECLASSIFIED\/|Case No|RELEASE|REVIEW AUTH|\*{3} Current|: ?CIA-RDP/;

/**
 * What a text holds anywhere: where it does not, no line of it is asked for that. It is looked for when the first line asks,
 * since few texts have a line that does.
 */
export class TextSigns {
  readonly #text: string;
  #declassified: boolean | undefined;
  #numbered: boolean | undefined;
  #released: boolean | undefined;
  #stamped: boolean | undefined;
  #footed: boolean | undefined;
  #archived: boolean | undefined;
  #lost: boolean | undefined;
  #printed: boolean | undefined;
  #form: boolean | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  /** Declassified/Released: the stamp of a review. */
  get declassified(): boolean {
    this.#declassified ??= this.#has('/r', '/R') && this.#has('eclassified/', 'ECLASSIFIED/');
    return this.#declassified;
  }

  /** A case number. */
  get numbered(): boolean {
    this.#numbered ??= bearsCase(this.#text);
    return this.#numbered;
  }

  /** What only a release has: a case number or other words of its stamp. */
  get released(): boolean {
    this.#released ??= this.numbered || this.#has('STATE-SCB', 'NO FOIA WAIVER', 'CASE ID');
    return this.#released;
  }

  /** Words of any stamp. */
  get stamped(): boolean {
    this.#stamped ??= STAMPED.test(this.#text);
    return this.#stamped;
  }

  /** Footers of sections. */
  get footed(): boolean {
    this.#footed ??= this.#has('F 0');
    return this.#footed;
  }

  /** Pages that the Department's archive printed. */
  get archived(): boolean {
    this.#archived ??= this.#has('Current Class:', 'START OF DOCUMENT');
    return this.#archived;
  }

  /** Words that the archive has where a text is lost. */
  get lost(): boolean {
    this.#lost ??= this.#has('SEGMENT NUMBER');
    return this.#lost;
  }

  /** Pages that the Department's printer set. */
  get printed(): boolean {
    this.#printed ??= this.#has('TELEGRAM') && this.#has('INCOMING', 'OUTGOING');
    return this.#printed;
  }

  /** The printed form. */
  get form(): boolean {
    this.#form ??= this.#has('MRN:');
    return this.#form;
  }

  #has(...words: readonly string[]): boolean {
    return words.some((one) => this.#text.includes(one));
  }
}

/** A line, and its first two signs behind blanks. */
export interface Row {
  line: Line;
  words: string;
  code: number;
  second: number;
}

export function rowOf(line: Line): Row {
  return { line, words: line.text, code: firstCode(line.text), second: secondCode(line.text) };
}

const NUMBERED = /^[ \t]*(?:¶|\(?\d{1,2}[.)]|\([A-Z])/;

/** A walk over the lines of a text that takes out what is no part of it. */
export class FurnitureWalk {
  readonly lines: readonly Line[];
  readonly has: TextSigns;
  /** The lines that are kept. */
  readonly out: Line[] = [];
  readonly result: WithoutFurniture = { lines: this.out, furniture: [], doubtful: new Set() };
  at = 0;
  /** The pages of a form are marked so. */
  sbu = false;
  #cut = false;
  #blank = false;

  constructor(lines: readonly Line[], text: string) {
    this.lines = lines;
    this.has = new TextSigns(text);
  }

  /** The line below the one where the walk stands. */
  get next(): Line | undefined {
    return this.lines[this.at + 1];
  }

  /** Takes a line out, or several. */
  take(kind: string, words: string, first: Line, last: Line = first): void {
    const { out, result } = this;
    result.furniture.push({ kind, text: words.trim(), lines: [first.number, last.last ?? last.number] });
    this.#cut = true;
    while (out.length > 0 && out[out.length - 1]?.text === '') {
      out.pop();
      this.#blank = true;
    }
  }

  /** Keeps a blank line, of several the first; beside what was taken out it is seen to when the next line comes. */
  keepBlank(line: Line): void {
    if (this.#cut) this.#blank = true;
    else if (this.out[this.out.length - 1]?.text !== '') this.out.push(line);
  }

  /** Keeps a line; behind what was taken out it is told so. */
  keep(line: Line): void {
    const { out } = this;
    if (!this.#cut) {
      out.push(line);
      return;
    }
    const before = out[out.length - 1];
    if (
      this.#blank &&
      before &&
      (endsSentence(before.text) ||
        endsPart(before.text) ||
        NUMBERED.test(line.text) ||
        isShort(before.text, line.text))
    )
      out.push(lineOf('', line.number));
    const kept: Line = { ...line, afterFurniture: true };
    out.push(kept);
    if (this.result.doubtful.has(line)) this.result.doubtful.add(kept);
    this.#cut = false;
    this.#blank = false;
  }

  /** Keeps what is left of a line that furniture was run into. */
  keepRest(line: Line): void {
    this.out.push(line);
    this.#cut = false;
  }
}

/** The line before a break was no wrapped one, and the text behind does not go on with it: a heading, an item of a list. */
function isShort(before: string, behind: string): boolean {
  if (before.length < 20) return true;
  // a title is a line of its own where it does not fill one
  if (before.length < 50 && /^SUBJ/i.test(before) && !endsOpen(before)) return true;
  // a row of a table goes on in the next
  if (before.length >= 40 || before.trimStart().includes('  ') || before.includes('\t')) return false;
  return !endsOpen(before) && !goesOn(behind.trimStart());
}
