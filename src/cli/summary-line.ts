import type { ReadSummary } from '../archive/read-cables.ts';

/** `32 cables, 41 diagnostics (1 error, 12 warnings, 28 notes)`. */
export function summaryLine({ cables, diagnostics: { error, warning, info } }: ReadSummary): string {
  const all = error + warning + info;
  const kinds = [many(error, 'error'), many(warning, 'warning'), many(info, 'note')];
  return `${many(cables, 'cable')}, ${many(all, 'diagnostic')}${all > 0 ? ` (${kinds.join(', ')})` : ''}`;
}

export function many(count: number, one: string): string {
  return `${count.toLocaleString('en')} ${one}${count === 1 ? '' : 's'}`;
}
