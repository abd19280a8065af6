// a bell, a NUL, a form feed, U+FFFF: neither HTML nor Markdown may hold them
const FORBIDDEN = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]/g;
const LINE_END = /\r\n?/g;

/**
 * Text that HTML and Markdown can hold: line ends are `\n`; control characters, noncharacters and halves of surrogate pairs
 * become U+FFFD, so that one sees that something stood there.
 */
export function cleanText(text: string): string {
  return text.replace(LINE_END, '\n').replace(FORBIDDEN, '\ufffd').toWellFormed();
}
