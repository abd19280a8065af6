import type { Cable } from '../cable/cable.ts';
import type { Words } from '../data/words/words-for.ts';

type Named = Pick<Cable, 'subject' | 'subjectTitle' | 'id'>;

/** What a cable is headed by: its subject in title case, or its id where it has none. */
export function titleOf(cable: Named, t: Words): string {
  return cable.subjectTitle ?? cable.subject ?? (cable.id ? t.untitled(cable.id) : t.noSubject);
}
