import { canonicalId, parseId } from '../cable/cable-id.ts';
import { postOfStation } from '../cable/find-post.ts';

/**
 * Repairs the spelling of what may be an id. Loaded with the table of posts, where a text leads nowhere as it stands.
 *
 * @returns the id, and whether the text is meant as one: it is written in one word or names a post that is known
 */
export function repairId(text: string): { id?: string; isNamed: boolean } {
  const { id } = canonicalId(text);
  const station = id === undefined ? undefined : parseId(id)?.station;
  const isKnown = station !== undefined && postOfStation(station) !== undefined;
  return { ...(id === undefined ? {} : { id }), isNamed: isKnown || !/\s/.test(text) || /\d{6}/.test(text) };
}
