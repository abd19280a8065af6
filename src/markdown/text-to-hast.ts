import type { Element, Text as HastText, Properties } from 'hast';
import type { Text } from 'mdast';
import type { State } from 'mdast-util-to-hast';

/**
 * remark-rehype handler: words, in the element that the node names. As the handler it stands for, but for a copy of the properties,
 * which took more time than all else of a tree. Words with a run as long as no word is have an element of their own, for the style to
 * spare browsers the work of setting it finely.
 */
export function textToHast(state: State, node: Text): HastText | Element {
  const text: HastText = { type: 'text', value: node.value };
  state.patch(node, text);
  const { hName, hProperties } = node.data ?? {};
  if (hName)
    return {
      type: 'element',
      tagName: hName,
      properties: (hProperties ?? {}) as Properties,
      children: [text],
    };
  if (!isUnbroken(node.value)) return text;
  return { type: 'element', tagName: 'span', properties: { className: ['unbroken'] }, children: [text] };
}

/** Letters without a blank that no word has. */
const NO_WORD = 300;

/** Whether a text has a run of letters that no blank breaks. */
function isUnbroken(text: string): boolean {
  if (text.length < NO_WORD) return false;
  let run = 0;
  for (let at = 0; at < text.length; at += 1) {
    run = text.charCodeAt(at) <= 32 ? 0 : run + 1;
    if (run === NO_WORD) return true;
  }
  return false;
}
