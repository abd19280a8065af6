import { startsBody } from '../lines/body-start.ts';
import { type Line, lineOf } from '../lines/line.ts';

// A backslash before punctuation
const ESCAPE = /\\([!-/:-@[-`{-~])/g;
// [PARM](#), [text](), [PREL](/tag/PREL_0.html)
const TAG_LINK = /\[([^\][]{0,200})\]\((?:#[^()\s]{0,40}|[^()\s]{0,120}\/tags?\/[^()\s]{0,120})?\)/g;
const ANY_LINK = /\[([^\][]{1,200})\]\([^()\s]{0,300}\)/g;
// **1. (C)**, __TAGS:__; the other half may stand on another line
const STRONG = /\*\*([^*]{1,2000})\*\*|(?<!\w)__([^_]{1,2000})__(?!\w)/g;
const HALF = /^\*\*(?=[\w("'“¶])|(?<=[\w.,:;!?)"'”])\*\*$/g;
// _Summary:_, *Comment:*
const EMPHASIS =
  /(?<![\w*\\])\*(?=[^\s*])([^*]{1,400})(?<=[^\s\\])\*(?![\w*])|(?<![\w/\\])_(?=[^\s_])([^_]{1,400})(?<=[^\s\\])_(?!\w)/g;
// ## Prices and stocks ##, ## Prices and stocks {#prices}
const HEADING = /^ {0,3}#{1,6}[ \t]+(\S.*?)(?:[ \t]+(?:#{1,6}|\{[#.][^{}]{1,80}\}))?$/;
const FENCE = /^ {0,3}(?:```|~~~)[\w-]{0,20}$/;

/** [PARM](#), [text](), [PREL](/tag/PREL_0.html); not [Salah](phonetic) */
const LINK = /\[[^\][\n]{1,80}\]\((?:[#)]|[^()\s]{0,40}[/.:])/;
/** 1\. (C), \-- a point, \[text\] */
const ESCAPED = /^(?:\d{1,2})?\\[-.)*[]/m;
/** A fence above and one below. */
const FENCED = /^```[\w-]{0,20}\n[^`]{1,5000}\n```$/m;
/** **Classified By:**, **1. (C)**, _Summary:_, a\_b, a heading with a blank line below: signs of which a sender may have set one. */
const SIGN =
  /(?<!\*)\*\*(?=[^*\n]{0,24}[a-z:\d])(?:[A-Z][A-Za-z. ]{1,20}:?|(?:¶ ?)?\d{1,2}[.)][^*\n]{0,12})\*\*(?!\*)|(?<![\w\\])([*_])[A-Z][A-Za-z ]{2,20}:\1(?!\w)|\w\\_|^ {0,3}#{1,6}[ \t]+["“(*¶]?(?:[A-Z]|\d\d[A-Z]{3}).{0,300}\n[ \t]*$/gm;

/** How many lines from the start may be a head, in which any link is the publisher's; the first paragraph ends it. */
const HEAD_LINES = 60;

/** Whether a text is a Markdown copy: links, escapes, fences; two labels or numbers set strong, or headings. */
export function isMarkdown(text: string): boolean {
  const head = text.slice(0, 6000);
  return (
    (head.includes('](') && LINK.test(head)) ||
    (head.includes('\\') && ESCAPED.test(head)) ||
    (head.includes('```') && FENCED.test(head)) ||
    (['**', ':_', ':*', '\\_', '# '].some((sign) => head.includes(sign)) &&
      (head.match(SIGN)?.length ?? 0) > 1)
  );
}

/** The lines of a Markdown copy without its signs; what fences hold stays as it is. */
export function withoutMarkdown(lines: readonly Line[]): Line[] {
  const plain: Line[] = [];
  let head = true;
  let fenced = false;
  for (const [index, line] of lines.entries()) {
    if (FENCE.test(line.text)) {
      fenced = !fenced;
      plain.push(lineOf('', line.number));
      continue;
    }
    if (fenced) {
      plain.push(line);
      continue;
    }
    const heading = line.text.includes('# ') ? HEADING.exec(line.text)?.[1] : undefined;
    const words = heading ?? line.text;
    head &&= index < HEAD_LINES && !startsBody(withoutSigns(words, true));
    const text = withoutSigns(words, head);
    if (heading === undefined) plain.push({ ...line, text });
    else plain.push(lineOf('', line.number), { ...line, text }, lineOf('', line.number));
  }
  return plain;
}

function withoutSigns(line: string, head: boolean): string {
  let text = line;
  if (text.includes('](')) {
    text = text.replace(TAG_LINK, '$1');
    if (head) text = text.replace(ANY_LINK, '$1');
  }
  if (text.includes('**') || text.includes('__')) text = text.replace(STRONG, '$1$2').replace(HALF, '');
  if (text.includes('*') || text.includes('_')) text = text.replace(EMPHASIS, '$1$2');
  return text.includes('\\') ? text.replace(ESCAPE, '$1') : text;
}
