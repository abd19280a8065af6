import type { CatalogEntry } from '../../archive/catalog.ts';
import { cableDay } from '../cable-day.ts';
import type { IndexFields } from './index-text.ts';

/** What a cable is filtered by and what a hit shows of it. */
export function indexFields({ address, cable, collection }: CatalogEntry): IndexFields {
  const origin = cable.station ?? cable.from?.name;
  return {
    id: cable.id ?? address,
    meta: {
      day: String(cableDay(cable)),
      date: cable.dtg?.iso ?? cable.wrapper?.date,
      title: cable.subjectTitle ?? cable.subject ?? cable.id ?? address,
      from: cable.from?.name,
      station: origin,
      classification: cable.classification,
      captions: cable.captions?.join(' '),
    },
    filters: {
      origin: origin ? [origin] : [],
      tag: (cable.tags ?? []).map(({ code }) => code),
      class: cable.classification ? [cable.classification] : [],
      caption: cable.captions ?? [],
      collection: collection ? [collection] : [],
    },
  };
}
