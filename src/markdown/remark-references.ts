import type { Link, Nodes, PhrasingContent, Root, Text } from 'mdast';
import type { VFile } from 'vfile';
import { type ResolvedMention, resolveMentions } from '../cable/references/resolve-mentions.ts';

export interface ReferenceOptions {
  /** Address of a cable (and of a paragraph in it), or nothing where there is none to go to. */
  resolve: (id: string, target: string | undefined) => string | undefined;
}

/** remark plugin: links mentions of other cables (`REF A`, `reftel`, `08 STATE 12345`, `para 3 of ref B`). Needs `file.data.cable`. */
export function remarkReferences({ resolve }: ReferenceOptions) {
  return (tree: Root, file: VFile): undefined => {
    const { cable } = file.data;
    if (!cable) return;
    linkIn(tree, (text) => linkMentions(text, resolveMentions(text.value, cable), resolve));
  };
}

/** Replaces each text of the paragraphs and headings of a tree, but for those in an element of their own. */
function linkIn(node: Nodes, link: (text: Text) => PhrasingContent[]): void {
  if (node.type === 'paragraph' || node.type === 'heading') {
    node.children = node.children.flatMap((child) =>
      child.type === 'text' && !child.data?.hName ? link(child) : [child],
    );
  } else if ('children' in node) {
    for (const child of node.children) linkIn(child, link);
  }
}

function linkMentions(
  text: Text,
  mentions: readonly ResolvedMention[],
  resolve: ReferenceOptions['resolve'],
): PhrasingContent[] {
  const { value } = text;
  const parts: PhrasingContent[] = [];
  let done = 0;
  for (const { start, end, id, target } of mentions) {
    const url = start < done ? undefined : resolve(id, target);
    if (url === undefined) continue;
    if (start > done) parts.push({ type: 'text', value: value.slice(done, start) });
    parts.push(mentionLink(url, value.slice(start, end), id));
    done = end;
  }
  if (done === 0) return [text];
  if (done < value.length) parts.push({ type: 'text', value: value.slice(done) });
  return parts;
}

function mentionLink(url: string, value: string, id: string): Link {
  return {
    type: 'link',
    url,
    children: [{ type: 'text', value }],
    data: { hProperties: { className: ['mention'], dataCable: id } },
  };
}
