/** A text of a cable without what a terminal would take for an order: control characters become `\x1b`, or a blank for tabs. */
export function printable(text: string): string {
  return text
    .replaceAll('\t', '    ')
    .replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, (character) => {
      const code = character.charCodeAt(0);
      return code < 256 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u${code.toString(16)}`;
    });
}
