/**
 * Names for the places of a body that people link to: unique in a cable, and the same however a copy is wrapped, cut by page
 * banners or marked with pilcrows, since the printed number rules.
 */
export interface Anchors {
  /** `p3`; a second 3 is `p3_2`; `label` where more than a number is printed: `p2a`. */
  paragraph(number: number, label?: string): string;
  /** `p0.a`: a paragraph that bears a letter for its number. */
  lettered(label: string): string;
  /** `p3.u1`: a paragraph or a table without number, behind paragraph 3; `p0.u1` before any number. */
  unnumbered(): string;
  /** `p3.a` under `p3`; a bullet is `p3.b1`, counted by the caller. */
  under(parent: string, label: string): string;
  /** `t1`: a quoted text, or an enclosure whose numbering starts again. Names made until `close` begin with it. */
  open(): string;
  close(): void;
  /** The slug that rehype-slug makes, kept apart from the names of paragraphs. */
  heading(text: string): string;
}

/** What github-slugger drops: all but letters, marks, numbers, connectors, hyphen and blank. */
const notSlug = /[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu;
/** A slug that could be read as a paragraph or a range of them: `p3`, `p3-p5`. */
const likeParagraph = /^(?:t[0-9]+|p[0-9]+[a-z]?)(?:$|[-_])/;
const notLabel = /[^a-z0-9]+/g;

/** A new set of names for one cable. */
export function createAnchors(): Anchors {
  const taken = new Map<string, number>();
  const slugs = new Map<string, number>();
  const scopes: { prefix: string; last: string; unnumbered: number }[] = [];
  let scope = { prefix: '', last: 'p0', unnumbered: 0 };
  let texts = 0;

  function unique(name: string): string {
    const count = taken.get(name);
    if (count === undefined) {
      taken.set(name, 1);
      return name;
    }
    let next = count + 1;
    while (taken.has(`${name}_${next}`)) next += 1;
    taken.set(name, next);
    taken.set(`${name}_${next}`, 1);
    return `${name}_${next}`;
  }

  function counted(printed: string): string {
    const name = unique(`${scope.prefix}p${printed}`);
    scope.last = name;
    scope.unnumbered = 0;
    return name;
  }

  return {
    paragraph(number, label) {
      return counted(label === undefined ? String(number) : label.toLowerCase().replace(notLabel, ''));
    },
    lettered(label) {
      return counted(`0.${label.toLowerCase()}`);
    },
    unnumbered() {
      scope.unnumbered += 1;
      const parent = scope.last === 'p0' ? `${scope.prefix}p0` : scope.last;
      return unique(`${parent}.u${scope.unnumbered}`);
    },
    under(parent, label) {
      return unique(`${parent}.${label.toLowerCase().replace(notLabel, '') || 'x'}`);
    },
    open() {
      texts += 1;
      scopes.push(scope);
      const name = unique(`t${texts}`);
      scope = { prefix: `${name}.`, last: 'p0', unnumbered: 0 };
      return name;
    },
    close() {
      scope = scopes.pop() ?? scope;
    },
    heading(text) {
      const plain = text.toLowerCase().replace(notSlug, '').replace(/ /g, '-');
      const slug = plain === '' || likeParagraph.test(plain) ? `heading-${plain}` : plain;
      let name = slug;
      let count = slugs.get(slug) ?? 0;
      while (slugs.has(name)) {
        count += 1;
        name = `${slug}-${count}`;
      }
      slugs.set(slug, count);
      slugs.set(name, 0);
      return name;
    },
  };
}
