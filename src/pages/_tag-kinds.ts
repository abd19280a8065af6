import { allTags, type TagGroup } from '../archive/queries.ts';

const order = ['subject', 'country', 'organization', 'program', 'person', 'unknown'] as const;

/** Tags by kind, kinds that have none left out. */
export function tagKinds(): { kind: TagGroup['kind']; tags: readonly TagGroup[] }[] {
  const groups = Map.groupBy(allTags(), ({ kind }) => kind);
  return order.flatMap((kind) => {
    const tags = groups.get(kind);
    return tags ? [{ kind, tags }] : [];
  });
}
