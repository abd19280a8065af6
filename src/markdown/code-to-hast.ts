import type { Element, Properties } from 'hast';
import type { Code } from 'mdast';
import type { State } from 'mdast-util-to-hast';

/**
 * remark-rehype handler: a fixed text as a named box that scrolls by itself and can be reached by keyboard. Properties of the node
 * go to the box. Without a name (inside a disclosure) it is `pre` alone.
 */
export function codeToHast(state: State, node: Code): Element {
  const { className, ...properties } = (node.data?.hProperties ?? {}) as Properties;
  const pre: Element = {
    type: 'element',
    tagName: 'pre',
    properties: {},
    children: [{ type: 'text', value: node.value }],
  };
  const classes = ['fixed', ...(Array.isArray(className) ? className : [])];
  const box: Element = {
    type: 'element',
    tagName: 'section',
    properties: { className: classes, ...properties, tabIndex: 0 },
    children: [pre],
  };
  state.patch(node, box);
  return box;
}
