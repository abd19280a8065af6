import type { Diagnostic } from '../cable/diagnostics.ts';
import type { FrontMatter } from '../cable/front-matter.ts';
import type { Words } from '../data/words/words-for.ts';

/** What a reader must know before reading, one sentence each, the gravest first. */
export function warningsOf(
  cable: FrontMatter,
  diagnostics: readonly Pick<Diagnostic, 'code'>[],
  t: Words,
): string[] {
  const has = (code: Diagnostic['code']) => diagnostics.some((diagnostic) => diagnostic.code === code);
  const missing = cable.sections?.missing;
  const warnings = [
    cable.cancelled && t.warnCancelled,
    has('message-number-mismatch') && t.warnOtherBody,
    cable.sections && missing?.length && t.warnSections(t.and(missing.map(t.number)), cable.sections.count),
    has('truncated') ? t.warnTruncated : cable.partial && t.warnPartial,
    cable.correctedCopy && t.warnCorrected,
    cable.retransmission && t.warnRepeated,
  ];
  return warnings.filter((warning) => typeof warning === 'string');
}
