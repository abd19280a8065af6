import type { Line } from '../lines/line.ts';

const START = /^[ \t]*Message Attributes[ \t]*$/i;
const PAIR = /^[ \t]*((?:[A-Z]|vdkvg)[A-Za-z0-9 /()'’.-]{1,45}?):(?:[ \t]+(.*)|[ \t]*)$/;

// Keys that the archive's list is known to have.
const KNOWN =
  /^[ \t]*(?:Automatic Decaptioning|Capture Date|Channel Indicators|Current Classification|Concepts|Control Number|Copy|Draft Date|Decaption|Disposition|Document|Drafter|Enclosure|Executive Order|Errors|Expiration|Film Number|From|Handling|Image Path|ISecure|Legacy Key|Line Count|Litigation|Locator|Margin|Markings|Message ID|Office|Original|Page Count|Previous|Reference|Retention|Review|SAS ID|Secure|Status|Subject|TAGS|To|Type|Vdkvg|Wordcount)[A-Za-z0-9 /()'’.-]{0,40}:/i;

/** `Message Text`, what the archive set above a telegram, as it set `Message Attributes` below. */
export function isTextLabel(text: string): boolean {
  return text.length < 20 && text.trim() === 'Message Text';
}

/** Index of the line `Message Attributes` that begins the archive's metadata, if a list of its keys follows. */
export function attributesStart(lines: readonly Line[]): number | undefined {
  for (let index = lines.length - 1; index >= 0 && index >= lines.length - 400; index--) {
    const { text } = lines[index] as Line;
    if (text.length >= 40 || !START.test(text)) continue;
    const below = lines.slice(index + 1, index + 12).filter((line) => line.text.trim() !== '');
    const pairs = below.slice(0, 3);
    if (
      pairs.length > 0 &&
      pairs.every((line) => PAIR.test(line.text)) &&
      pairs.some((line) => KNOWN.test(line.text))
    )
      return index;
  }
  return undefined;
}

export interface Attributes {
  attributes: Record<string, string>;
  /** The keys as they stand, each as often as it does. */
  keys: string[];
  /** Lines before the first key. */
  rest: Line[];
}

/** Reads the `Key: value` pairs behind `Message Attributes`; a line without a key goes on with the value before. */
export function parseAttributes(lines: readonly Line[]): Attributes {
  const attributes: Record<string, string> = {};
  const keys: string[] = [];
  const rest: Line[] = [];
  let key: string | undefined;
  for (const line of lines) {
    const text = line.text.trim();
    if (text === '') continue;
    const match = line.text.length < 2000 ? PAIR.exec(line.text) : null;
    if (match?.[1]) {
      key = match[1].trim();
      keys.push(key);
      const value = (match[2] ?? '').trim();
      const before = Object.hasOwn(attributes, key) ? attributes[key] : undefined;
      attributes[key] = before ? `${before} ${value}` : value;
    } else if (key === undefined) rest.push(line);
    else attributes[key] = `${attributes[key]} ${text}`.trim();
  }
  return { attributes, keys, rest };
}

/** What the archive's own stamp says of the release, as the attributes repeat it. */
export function reviewMarks(attributes: Record<string, string>): string {
  const marks = attributes['Review Markings'] ?? attributes.Markings ?? '';
  return marks.replace(/^(?:n\/a\b|[^A-Za-z])+/i, '');
}
