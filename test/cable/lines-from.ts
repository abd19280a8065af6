import type { CableContext } from '../../src/cable/context.ts';
import { createReport } from '../../src/cable/diagnostics.ts';
import type { Line } from '../../src/cable/lines/line.ts';

/** The lines of a text as the parser's steps get them, numbered from 1. */
export function linesFrom(text: string): Line[] {
  return text.split('\n').map((line, index) => ({ text: line.trimEnd(), number: index + 1 }));
}

/** A context of a fragment: nothing known but what is given. */
export function contextOf(known: Partial<CableContext> = {}): CableContext {
  return { dialect: 'unknown', ...known };
}

/** Runs a step on a text and gives its result with the codes it reported. */
export function runStep<T>(
  step: (lines: Line[], ctx: CableContext, report: ReturnType<typeof createReport>['report']) => T,
  text: string,
  known: Partial<CableContext> = { year: 2008 },
): T & { codes: string[] } {
  const { diagnostics, report } = createReport();
  const result = step(linesFrom(text), contextOf(known), report);
  return { ...result, codes: diagnostics.map((diagnostic) => diagnostic.code) };
}

/** The words of a text, sorted: what must be the same before and after a step. */
export function wordsOf(text: string): string[] {
  return (text.match(/[\p{L}\p{N}]+/gu) ?? []).sort();
}
