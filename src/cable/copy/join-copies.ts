import type { Cable } from '../cable.ts';
import { createReport } from '../diagnostics.ts';

/** A cable that was read, the text it was read from, and the line of the file where that begins. */
export interface ReadCable {
  cable: Cable;
  text: string;
  line: number;
}

/** Drops a cut teaser beside its full copy; tells of several cables in one file. */
export function joinCopies(read: readonly ReadCable[]): Cable[] {
  const kept: ReadCable[] = [];
  const places = new Map<string, number>();
  for (const one of read) {
    const { id } = one.cable;
    const at = id === undefined ? undefined : places.get(id);
    const twin = at === undefined ? undefined : kept[at];
    const isTeaser = twin && (/(?:\.\.\.|…)\s*$/.test(twin.text) || /(?:\.\.\.|…)\s*$/.test(one.text));
    if (at === undefined || !twin || !isTeaser) {
      if (id !== undefined && at === undefined) places.set(id, kept.length);
      kept.push(one);
      continue;
    }
    const [longer, shorter] = one.text.length > twin.text.length ? [one, twin] : [twin, one];
    kept[at] = longer;
    const lines = shorter.text.split('\n');
    const place: [number, number] = [shorter.line, shorter.line + lines.length - 1];
    longer.cable.furniture = [
      ...(longer.cable.furniture ?? []),
      { kind: 'wrapper', text: shorter.text.trim(), lines: place },
    ];
    const { diagnostics, report } = createReport();
    report('duplicate-copy', place);
    longer.cable.diagnostics.push(...diagnostics);
  }
  for (const { cable, line } of kept.slice(1)) {
    const { diagnostics, report } = createReport();
    report('several-cables', [line, line]);
    cable.diagnostics.unshift(...diagnostics);
  }
  return kept.map(({ cable }) => cable);
}
