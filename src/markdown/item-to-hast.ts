import type { Element, Properties } from 'hast';
import type { ListItem } from 'mdast';
import type { State } from 'mdast-util-to-hast';

/** remark-rehype handler: a sub-item, its words straight in the `li`, however many there are. */
export function itemToHast(state: State, node: ListItem): Element {
  const item: Element = {
    type: 'element',
    tagName: 'li',
    properties: (node.data?.hProperties ?? {}) as Properties,
    children: [],
  };
  for (const child of node.children) {
    if (child.type === 'paragraph') item.children = item.children.concat(state.all(child));
    else item.children.push({ type: 'text', value: '\n' }, ...[state.one(child, node) ?? []].flat());
  }
  state.patch(node, item);
  return item;
}
