/**
 * What pages ask. Every answer comes from an index that is built once, so that a page costs the same in a large archive as
 * in a small one; do not filter `allEntries()` in a page, ask for the group.
 *
 * Lists are oldest first unless told otherwise. An entry's page is `/cables/<entry.address>/`; a group's is its `slug` under
 * `/origins/`, `/tags/`, `/classifications/`, `/captions/`, `/collections/`.
 */
export type * from './archive-message.ts';
export type * from './catalog.ts';
export type * from './groups.ts';
export { listKeyOf } from './list-key.ts';
export { type LoadedCable, loadCable } from './load-cable.ts';
export { dateOf, once } from './open-archive.ts';
export * from './query-cables.ts';
export * from './query-groups.ts';
export * from './query-references.ts';
export * from './query-terms.ts';
export * from './query-wanted.ts';
export type { Collection, Removal, Settings } from './settings.ts';
export { settingsDigest } from './settings-digest.ts';
