import { expect, test } from 'vitest';
import { acronymsOf } from '../../src/archive/acronyms-of.ts';
import type { Block } from '../../src/cable/cable.ts';

const explained = (text: string) =>
  acronymsOf({ body: [{ type: 'paragraph', anchor: 'p1', lines: [1, 1], text } as Block] });

test.for([
  ['the Missile Technology Control Regime (MTCR) met', { MTCR: 'Missile Technology Control Regime' }],
  ['envoys of the Organization of American States (OAS)', { OAS: 'Organization of American States' }],
  ['THE DEPARTMENT OF DEFENSE (DOD) ASKED', { DOD: 'DEPARTMENT OF DEFENSE' }],
  ['the Non-Proliferation Treaty (NPT)', { NPT: 'Non-Proliferation Treaty' }],
  ['wrapped over the Joint\nHarbor  Board (JHB)', { JHB: 'Joint Harbor Board' }],
  ['no words begin with these (XYZ)', {}],
  ['the embassy (SBU)', {}],
  ['(ABC) stands first', {}],
] as const)(
  'what stands before brackets explains them where it begins with their letters: %s',
  ([text, found]) => {
    expect(explained(text)).toEqual(found);
  },
);
