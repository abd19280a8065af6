import type { Engine, Facet, OpenIndex, Places, Posting } from '../../src/search/engine.ts';
import { indexWord } from '../../src/search/query/index-word.ts';
import { type FilterField, filterFields } from '../../src/search/query/query.ts';

/** A cable of a made corpus: its blocks of text with their anchors, and its fields. */
export interface ScanCable {
  address: string;
  /** `2008-05-15`, or nothing where it bears no date. */
  date?: string;
  /** Its subject. */
  heading?: string;
  /** Lines of its head that are searched. */
  head?: string[];
  blocks: { anchor: string; text: string }[];
  fields: Partial<Record<FilterField, string[]>>;
}

// The places where the index divides a written word: at marks, between letters and digits, before a capital.
const INSIDE = /[^\p{L}\p{N}]+|(?<=\p{Ll})(?=\p{Lu})|(?<=\p{L})(?=\p{N})|(?<=\p{N})(?=\p{L})/u;

/** The spellings by which a written word is found: as a whole, and each part of two letters or more. */
export function spellings(written: string): Set<string> {
  const parts = written.normalize('NFD').replace(/\p{M}/gu, '').split(INSIDE).filter(Boolean);
  const found = new Set([indexWord(written)]);
  if (parts.length > 1) for (const part of parts) if (part.length > 1) found.add(part.toLowerCase());
  found.delete('');
  return found;
}

/** What stands before the first paragraph, line by line. */
function above({ address, heading, head = [] }: ScanCable): string[] {
  return [address, ...(heading ? [heading] : []), ...head];
}

/**
 * An engine that reads every word of every text: slow, plain, and what the real one is held against.
 *
 * @param stem what makes two spellings one word
 */
export class PlainScan implements Engine {
  readonly cables: readonly ScanCable[];
  readonly #stem: (word: string) => string;
  readonly #words: Set<string>[][];
  readonly #known = new Map<string, Posting>();

  constructor(cables: readonly ScanCable[], stem: (word: string) => string) {
    this.cables = cables;
    this.#stem = stem;
    this.#words = cables.map((cable) =>
      [...above(cable), ...cable.blocks.map(({ text }) => text)].flatMap((text) => [
        new Set<string>(),
        ...text.split(/\s+/).map((word) => new Set([...spellings(word)].map(stem))),
      ]),
    );
  }

  async open(): Promise<OpenIndex> {
    const { cables } = this;
    const words = this.#words;
    const stem = this.#stem;
    const known = this.#known;
    const standing = (cable: number, wanted: string) =>
      (words[cable] ?? []).flatMap((forms, at) => (forms.has(wanted) ? [at] : []));
    return {
      size: cables.length,
      complete: true,
      shards: 1,
      days: cables.map(({ date }) => Number(date?.replaceAll('-', '') ?? 0)),
      lengths: words.map(({ length }) => length),
      async lookup(word) {
        const wanted = stem(word);
        const before = known.get(wanted);
        if (before) return before;
        const posting: Posting = { cables: [], weights: [] };
        known.set(wanted, posting);
        words.forEach((_, cable) => {
          const { length } = standing(cable, wanted);
          if (length === 0) return;
          posting.cables.push(cable);
          posting.weights.push(length);
        });
        return posting;
      },
      isCommon: () => false,
      async places([word = ''], among): Promise<Places> {
        return { cables: [...among], positions: among.map((cable) => standing(cable, stem(word))) };
      },
      async facet(field): Promise<Facet> {
        const values = [...new Set(cables.flatMap(({ fields }) => fields[field] ?? []))];
        return {
          values,
          of: cables.map(({ fields }) => (fields[field] ?? []).map((value) => values.indexOf(value))),
        };
      },
      async read(cable) {
        const one = cables[cable] as ScanCable;
        const { address, heading, blocks } = one;
        const text = above(one).flatMap((line) => ['¶', ...line.split(/\s+/)]);
        const anchors = blocks.map(({ anchor, text: block }) => {
          const position = text.length;
          text.push('¶', ...block.split(/\s+/));
          return { id: anchor, position };
        });
        return {
          url: `/cables/${address}/`,
          words: text,
          anchors,
          meta: { id: address, title: heading ?? address },
          find: (word) => standing(cable, stem(word)),
        };
      },
      async list(rows) {
        return rows.map((row) => ({ address: (cables[row] as ScanCable).address, title: '' }));
      },
    };
  }
}

export const scanFields: readonly FilterField[] = filterFields;
