// What windows-1252 has at 0x80 to 0x9f, by character.
const high = new Map<number, number>(
  [...'€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'].map((letter, index) => [
    letter.charCodeAt(0),
    0x80 + index,
  ]),
);

// Ã© â€™ Â¶: the first byte of a UTF-8 sequence, read as a letter, and a second byte behind it
const leads = ['Â', 'Ã', 'â', 'Ä', 'Å'];
const suspicious = /[ÂÃâÄÅ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]/;

/**
 * Undoes UTF-8 that was read as latin-1 or windows-1252 and saved again, once or twice: `Ã©` is `é`, `â€™` is `’`.
 *
 * Only in lines that then are UTF-8 and shorter; `undefined` where none is. Source: cable format, section 2.1.
 */
export function repairMojibake(text: string): string | undefined {
  if (!leads.some((lead) => text.includes(lead)) || !suspicious.test(text)) return undefined;
  const repaired = text
    .split('\n')
    .map((line) => repairLine(line))
    .join('\n');
  return repaired === text ? undefined : repaired;
}

function repairLine(line: string, times = 2): string {
  if (times === 0 || !suspicious.test(line)) return line;
  const bytes = new Uint8Array(line.length);
  for (let index = 0; index < line.length; index++) {
    const code = line.charCodeAt(index);
    const byte = code < 0x80 ? code : (high.get(code) ?? (code <= 0xff ? code : undefined));
    if (byte === undefined) return line;
    bytes[index] = byte;
  }
  try {
    const repaired = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return repaired.length < line.length ? repairLine(repaired, times - 1) : line;
  } catch {
    return line;
  }
}
