import type { ArchiveMessage } from '../archive/archive-message.ts';
import { many } from './summary-line.ts';

/** At most this many cables are told of in full. */
const TOLD = 20;

/** What stops a build or a new lock: which links would break, and what to do. */
export function complaintOf(broken: readonly ArchiveMessage[]): string {
  const rest = broken.length > TOLD ? [`... and ${many(broken.length - TOLD, 'more message')}`] : [];
  return [
    `Links to ${many(new Set(broken.map(({ path }) => path)).size, 'cable')} would break:`,
    ...broken.slice(0, TOLD).map(({ path, message }) => `  ${path}: ${message}`),
    ...rest.map((line) => `  ${line}`),
    'Compare the raw texts with those before. If they are right, accept the change with `cables anchors --accept`.',
  ].join('\n');
}
