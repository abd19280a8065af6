import type { Redaction } from '../cable/cable.ts';

/** Words around a cable's text that are not its own: names of links and boxes, for those who listen. */
export interface TreeWords {
  /** Of the link on a printed number. */
  paragraph: (printed: string) => string;
  point: (printed: string) => string;
  /** Of the link of a paragraph or point without a number. */
  thisParagraph: string;
  thisPoint: string;
  /** Of the boxes around fixed texts, counted from 1. */
  table: (count: number) => string;
  fixedText: (count: number) => string;
  redacted: (kind: Redaction['kind'], source: Redaction['source']) => string;
  unparsed: string;
}

const kinds: Record<Redaction['kind'], string> = {
  name: 'name withheld',
  text: 'text withheld',
  exemption: 'withheld under an exemption',
  omission: 'omitted',
  garble: 'garbled',
};
const sources: Record<Redaction['source'], string> = {
  publisher: ' by the publisher',
  official: ' by the government',
  sender: '',
};

export const englishTreeWords: TreeWords = {
  paragraph: (printed) => `Paragraph ${printed}, link`,
  point: (printed) => `Point ${printed}, link`,
  thisParagraph: 'Link to this paragraph',
  thisPoint: 'Link to this point',
  table: (count) => `Table ${count}, as typed`,
  fixedText: (count) => `Text ${count}, as typed`,
  redacted: (kind, source) => `Redacted: ${kinds[kind]}${sources[source]}`,
  unparsed: 'Text of the file that belongs to no known field',
};
