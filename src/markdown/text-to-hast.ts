import type { Element, Text as HastText, Properties } from 'hast';
import type { Text } from 'mdast';
import type { State } from 'mdast-util-to-hast';

/**
 * remark-rehype handler: words, in the element that the node names. As the handler it stands for, but for a copy of the properties,
 * which took more time than all else of a tree.
 */
export function textToHast(state: State, node: Text): HastText | Element {
  const text: HastText = { type: 'text', value: node.value };
  state.patch(node, text);
  const { hName, hProperties } = node.data ?? {};
  if (!hName) return text;
  return { type: 'element', tagName: hName, properties: (hProperties ?? {}) as Properties, children: [text] };
}
