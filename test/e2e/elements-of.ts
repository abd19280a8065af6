import { type DefaultTreeAdapterTypes, parse } from 'parse5';

type Node = DefaultTreeAdapterTypes.Node;

export interface Element {
  name: string;
  attributes: Map<string, string>;
  /** The text directly inside. */
  text: string;
}

/** Every element of a page as a browser would build it, in order, those of templates included. */
export function elementsOf(html: string): Element[] {
  const elements: Element[] = [];
  const walk = (node: Node): void => {
    if ('attrs' in node) {
      const text = node.childNodes.map((child) => ('value' in child ? child.value : '')).join('');
      elements.push({
        name: node.tagName,
        attributes: new Map(node.attrs.map(({ name, value }) => [name, value])),
        text,
      });
    }
    if ('childNodes' in node) node.childNodes.forEach(walk);
    if ('content' in node) walk(node.content);
  };
  walk(parse(html));
  return elements;
}
