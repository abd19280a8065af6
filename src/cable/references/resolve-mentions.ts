import type { Cable } from '../cable.ts';
import { findMentions } from './find-mentions.ts';

/** A place in running text that names another cable for certain. */
export interface ResolvedMention {
  /** Index of the first character, and of the one behind the last. */
  start: number;
  end: number;
  /** Canonical id of the cable named. */
  id: string;
  /** Anchor of the paragraph that is meant in it: `p3`. */
  target?: string;
}

/**
 * The mentions of a text whose cable is known: named by number, by the letter of one reference (`REF B`), or as `reftel` where the
 * list holds one cable. What may mean several cables is left out, and so is the cable itself.
 */
export function resolveMentions(
  text: string,
  { id: own, year, references = [] }: Pick<Cable, 'id' | 'year' | 'references'>,
): ResolvedMention[] {
  return findMentions(text, year).flatMap(({ offset, length, id: named, bullet, paragraph }) => {
    const id = named ?? theOne(references, bullet);
    if (id === undefined || id === own) return [];
    const target = paragraph === undefined ? {} : { target: `p${paragraph}` };
    return [{ start: offset, end: offset + length, id, ...target }];
  });
}

/** The id of the only cable under a letter; without a letter, of the only one in the list. */
function theOne(
  references: NonNullable<Cable['references']>,
  bullet: string | undefined,
): string | undefined {
  const ids = new Set<string>();
  for (const reference of references) {
    if (reference.id !== undefined && (bullet === undefined || reference.bullet === bullet))
      ids.add(reference.id);
  }
  return ids.size === 1 ? [...ids][0] : undefined;
}
