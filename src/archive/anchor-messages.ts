import type { AnchorsLock } from './anchors-lock.ts';
import { type ArchiveMessage, type FileMessageCode, fileMessage } from './archive-message.ts';
import type { Addressed } from './assign-addresses.ts';
import type { AnchorChange } from './keep-anchors.ts';

const codes = {
  kept: 'anchors-kept',
  edited: 'anchors-edited',
  repointed: 'anchors-repointed',
  vanished: 'anchors-vanished',
} as const satisfies Record<AnchorChange['kind'], FileMessageCode>;

/** What links to the archive's cables would meet, in words: one message a cable and kind of change, and one a cable that is gone. */
export function anchorMessages(
  cables: readonly Addressed[],
  lock: AnchorsLock,
  removed: Readonly<Record<string, unknown>>,
): ArchiveMessage[] {
  if (lock.size === 0) return [];
  const messages = cables.flatMap(({ path, address = '', changes = [] }) =>
    [...Map.groupBy(changes, ({ kind }) => kind)].map(([kind, list]) =>
      fileMessage(codes[kind], path, sentenceOf(address, kind, list)),
    ),
  );
  const held = new Set(cables.map(({ address }) => address));
  for (const address of lock.keys()) {
    if (held.has(address) || Object.hasOwn(removed, address)) continue;
    const told = `The cable ${address} was published and is gone; links to it lead to nothing.`;
    messages.push(fileMessage('cable-gone', 'anchors.lock', told));
  }
  return messages;
}

/** Whether links would break: what ends a build until it is accepted. */
export function breaksLinks({ code }: ArchiveMessage): boolean {
  return code === codes.repointed || code === codes.vanished;
}

function sentenceOf(address: string, kind: AnchorChange['kind'], list: readonly AnchorChange[]): string {
  const names = list.map(({ anchor, to }) => {
    if (kind === 'kept') return `${anchor} (read as ${to})`;
    return kind === 'vanished' && to !== undefined ? `${anchor} (its links would lead to ${to})` : anchor;
  });
  const what = `${names.slice(0, 12).join(', ')}${names.length > 12 ? ` and ${names.length - 12} more` : ''}`;
  if (kind === 'kept') return `${address} keeps its anchors ${what}.`;
  if (kind === 'edited') return `In ${address} words were edited at ${what}.`;
  if (kind === 'repointed') return `In ${address} links would lead to other words than they did: ${what}.`;
  return `In ${address} anchors would vanish, their words are in no paragraph: ${what}.`;
}
