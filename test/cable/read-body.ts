import { takeExemptions } from '../../src/cable/body/find-redactions.ts';
import { type BodyResult, parseBody } from '../../src/cable/body/parse-body.ts';
import type { Block, Item, Paragraph } from '../../src/cable/cable.ts';
import type { CableContext } from '../../src/cable/context.ts';
import { createReport } from '../../src/cable/diagnostics.ts';
import { linesOfText } from './lines-of-text.ts';

/** The body of a text, and the codes that were reported. */
export function readBody(
  text: string,
  context: Partial<CableContext> = {},
): BodyResult & { codes: string[] } {
  const { diagnostics, report } = createReport();
  const all = linesOfText(text);
  const { lines, exemptions } = context.stamped ? takeExemptions(all) : { lines: all, exemptions: [] };
  const result = parseBody(lines, { dialect: 'cablegate', year: 2008, ...context }, report);
  if (exemptions.length > 0) result.redactions = [...exemptions, ...(result.redactions ?? [])];
  return { ...result, codes: diagnostics.map((one) => one.code) };
}

/** All paragraphs, also those of quoted texts. */
export function paragraphsOf(body: readonly Block[]): Paragraph[] {
  return body.flatMap((block) =>
    block.type === 'paragraph' ? [block] : block.type === 'quote' ? paragraphsOf(block.body) : [],
  );
}

function anchorsOfItems(items: readonly Item[] = []): string[] {
  return items.flatMap((item) => [item.anchor, ...anchorsOfItems(item.items)]);
}

/** All anchors in the order of the text. */
export function anchorsOf(body: readonly Block[]): string[] {
  return body.flatMap((block) => {
    if (block.type === 'rule') return [];
    if (block.type === 'quote') return [block.anchor, ...anchorsOf(block.body)];
    return [block.anchor, ...(block.type === 'paragraph' ? anchorsOfItems(block.items) : [])];
  });
}

function textsOfItems(items: readonly Item[] = []): string[] {
  return items.flatMap((item) => [item.label, item.mark?.raw ?? '', item.text, ...textsOfItems(item.items)]);
}

function textsOfBlocks(body: readonly Block[]): string[] {
  return body.flatMap((block) => {
    if (block.type === 'quote') return [block.label ?? '', ...textsOfBlocks(block.body), block.end ?? ''];
    if (block.type === 'paragraph') {
      const number = block.label ?? (block.number === undefined ? '' : String(block.number));
      return [number, block.mark?.raw ?? '', block.text, ...textsOfItems(block.items)];
    }
    return [block.type === 'heading' ? (block.mark?.raw ?? '') : '', block.text ?? ''];
  });
}

/** Everything a body result holds, as text. */
export function textsOf(result: BodyResult): string[] {
  return [
    ...textsOfBlocks(result.body),
    ...(result.signers ?? []),
    ...(result.closing ?? []),
    ...(result.endMarks ?? []),
    ...(result.endNotes ?? []),
    ...(result.fields ?? []).map((field) => field.label ?? ''),
    ...(result.trailing ?? []).map((line) => line.text),
    ...(result.furniture ?? []).map((one) => one.text),
    ...(result.redactions ?? []).filter((one) => one.kind === 'exemption').map((one) => one.text),
  ];
}

/** Words in alphabetical order: letters and digits, no leading zeros. */
export function wordsOf(texts: readonly string[]): string[] {
  return texts
    .flatMap((text) => text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [])
    .map((word) => word.replace(/^0+(?=[0-9])/, ''))
    .sort();
}
