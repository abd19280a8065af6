import { type Piece, setAside } from './piece.ts';

/** Signs of which one alone tells a page of a wiki: '''TAGS:''', [[Tag:PREL|PREL]], a category, a block of its own. */
const SIGN =
  /'''[A-Z][A-Za-z. ]{1,20}:?'''|\[\[[^\][|\n]{1,80}\|[^\][|\n]{1,80}\]\]|^(?:\[\[Category:|<(?:poem|nowiki)>)/m;
/** What a page begins with: {{header | title = ... }} */
const TEMPLATE = /^\s*\{\{[^{}]{0,2000}\}\}/;
/** Lines that are the page's alone. */
const OWN_LINE =
  /^(?:\[\[(?:Category|File):[^\]\n]{0,200}\]\]|\{\{[^{}\n]{0,200}\}\}|<\/?(?:poem|nowiki)>)[ \t]*$/gim;
const LINK = /\[\[(?:[^\][|\n]{1,80}\|)?([^\][|\n]{1,80})\]\]/g;
const STRONG = /'''([^'\n]{1,200})'''/g;
// == Prices ==
const HEADING = /^(={2,5})[ \t]?(\S[^\n]{0,200}?)[ \t]?\1[ \t]*$/gm;

/** Takes the signs of a wiki out of a text that was copied from the source of a page. */
export function takeWiki(piece: Piece): void {
  const { text } = piece;
  if (!["'''", '[[', '<poem>', '<nowiki>'].some((sign) => text.includes(sign)) || !SIGN.test(text)) return;
  const lines = [...text.matchAll(OWN_LINE)].reverse();
  for (const { index, 0: line } of lines) setAside(piece, index, index + line.length);
  const template = TEMPLATE.exec(piece.text);
  if (template) setAside(piece, 0, template[0].length);
  piece.text = piece.text.replace(LINK, '$1').replace(STRONG, '$1').replace(HEADING, '$2');
}
