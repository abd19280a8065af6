import type { Block, Cable, Classification, Item } from '../cable.ts';
import type { CableContext } from '../context.ts';
import type { Report } from '../diagnostics.ts';
import type { Line } from '../lines/line.ts';
import { matchClassification } from '../lines/parse-classification-line.ts';
import { addCaptions } from './head-field.ts';

const bySecurity: Record<string, Classification> = {
  UUUUU: 'UNCLASSIFIED',
  EEEEE: 'UNCLASSIFIED',
  CCCCC: 'CONFIDENTIAL',
  SSSSS: 'SECRET',
  TTTTT: 'TOP SECRET',
};
const byMark: Record<string, Classification> = {
  U: 'UNCLASSIFIED',
  SBU: 'UNCLASSIFIED',
  FOUO: 'UNCLASSIFIED',
  LOU: 'LIMITED OFFICIAL USE',
  C: 'CONFIDENTIAL',
  S: 'SECRET',
  TS: 'TOP SECRET',
};
const ranks: readonly Classification[] = [
  'UNCLASSIFIED',
  'LIMITED OFFICIAL USE',
  'CONFIDENTIAL',
  'SECRET',
  'TOP SECRET',
];

/**
 * Takes the classification from elsewhere where no line states it: format line 4, the first banner, the wrapper.
 * Source: cable format, section 5.1.
 */
export function inferClassification(
  cable: Cable,
  banner: Line | undefined,
  ctx: CableContext,
  report: Report,
): void {
  if (cable.classification !== undefined) return;
  const bannered = banner ? matchClassification(banner.text) : undefined;
  const { attributes } = cable;
  const written =
    cable.wrapper?.classification ??
    attributes?.['Original Classification'] ??
    attributes?.['Current Classification'];
  const found =
    bySecurity[cable.transmission?.security ?? ''] ??
    bannered?.classification ??
    (written === undefined ? undefined : matchClassification(written.toUpperCase())?.classification);
  if (found === undefined) return;
  // SECRET//NOFORN
  if (bannered) addCaptions(cable, bannered.captions);
  cable.classification = ctx.classification = found;
  // A banner is the sender's own word; the rest is guessed.
  if (bannered && found === bannered.classification) cable.classificationRaw = bannered.raw;
  const lines = cable.transmission?.lines ?? (banner ? [banner.number, banner.number] : [1, 1]);
  report('classification-inferred', [lines[0], lines[1]], { detail: `It is taken to be ${found}.` });
}

/** Takes the highest mark of the paragraphs where nothing else states the classification. */
export function inferFromMarks(cable: Cable, report: Report): void {
  let highest = -1;
  const look = (level: string | undefined): void => {
    const rank = level === undefined ? -1 : ranks.indexOf(byMark[level] ?? 'UNCLASSIFIED');
    if (rank > highest) highest = rank;
  };
  const items = (list: readonly Item[] | undefined): void => {
    for (const item of list ?? []) {
      look(item.mark?.level);
      items(item.items);
    }
  };
  const walk = (blocks: readonly Block[]): void => {
    for (const block of blocks) {
      if (block.type === 'paragraph') {
        look(block.mark?.level);
        items(block.items);
      } else if (block.type === 'quote') walk(block.body);
    }
  };
  walk(cable.body);
  const found = ranks[highest];
  if (found === undefined) return;
  cable.classification = found;
  report('classification-inferred', [1, 1], { detail: `It is taken to be ${found}, the highest mark.` });
}
