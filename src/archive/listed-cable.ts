import type { Addressee, Cable, ClassifiedBy, ExecutiveOrder, Source } from '../cable/cable.ts';

/** What is held of each cable as the parser gives it. */
const whole = [
  'id',
  'rawId',
  'subjectTitle',
  'subject',
  'precedence',
  'classification',
  'captions',
  'tags',
  'references',
  'summary',
  'correctedCopy',
  'signers',
  'year',
  'station',
  'serial',
  'prosigns',
] as const satisfies (keyof Cable)[];

/**
 * What lists, tables, neighbours and citing cables show of a cable: each thread that makes pages holds it of all cables. Whatever
 * its own page alone shows is read from its file.
 */
export interface ListedCable extends Pick<Cable, (typeof whole)[number]> {
  dtg?: { iso?: string };
  from?: { name: string };
  to?: Pick<Addressee, 'name'>[];
  info?: Pick<Addressee, 'name'>[];
  eo?: Pick<ExecutiveOrder, 'raw' | 'order' | 'action'>;
  classifiedBy?: Pick<ClassifiedBy, 'reasons'>;
  wrapper?: { date?: string };
  source: Pick<Source, 'path' | 'bytes' | 'sha256'>;
}

export function listedOf(cable: Cable): ListedCable {
  const { dtg, from, to, info, eo, classifiedBy, wrapper, source } = cable;
  return {
    ...pick(cable, whole),
    ...(dtg?.iso && { dtg: { iso: dtg.iso } }),
    ...(from && { from: pick(from, ['name']) }),
    ...(to && { to: to.map((addressee) => pick(addressee, ['name'])) }),
    ...(info && { info: info.map((addressee) => pick(addressee, ['name'])) }),
    ...(eo && { eo: pick(eo, ['raw', 'order', 'action']) }),
    ...(classifiedBy?.reasons && { classifiedBy: pick(classifiedBy, ['reasons']) }),
    ...(wrapper?.date && { wrapper: { date: wrapper.date } }),
    source: pick(source, ['path', 'bytes', 'sha256']),
  };
}

function pick<T extends object, K extends keyof T>(value: T, keys: readonly K[]): Pick<T, K> {
  const held = keys.filter((key) => value[key] !== undefined);
  return Object.fromEntries(held.map((key) => [key, value[key]])) as Pick<T, K>;
}
