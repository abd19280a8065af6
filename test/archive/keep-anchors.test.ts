import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anchoredPieces } from '../../src/archive/anchored-pieces.ts';
import { formatLock, type LockedCable, parseLock } from '../../src/archive/anchors-lock.ts';
import { keepAnchors, lockCable } from '../../src/archive/keep-anchors.ts';
import type { Cable } from '../../src/cable/cable.ts';

/** A cable whose paragraphs have these anchors and words. */
function cableOf(paragraphs: readonly (readonly [anchor: string, text: string])[]): Cable {
  return {
    dialect: 'cablegate',
    body: paragraphs.map(([anchor, text]) => ({ type: 'paragraph', lines: [1, 1], anchor, text })),
    fields: [],
    diagnostics: [],
    source: { lines: 1 },
  };
}

const locked = (cable: Cable): LockedCable => lockCable(cable, new Map());
const anchorsOf = (cable: Cable) => anchoredPieces(cable.body).map(({ anchor }) => anchor);

const harbor = 'The port raised its dues in April and told nobody of it until the ships came in.';
const ships = 'Ships now wait outside, where the swell is high and the coal runs low by evening.';
const end = 'More will come when the council has met.';

test('a cable that is read as before keeps its anchors and tells nothing', () => {
  const cable = cableOf([
    ['p1', harbor],
    ['p2', ships],
  ]);
  expect(keepAnchors(cable, locked(cable))).toEqual({ aliases: new Map(), changes: [] });
  expect(anchorsOf(cable)).toEqual(['p1', 'p2']);
});

test('words keep their anchor when the parser numbers them otherwise', () => {
  const cable = cableOf([
    ['p0.u1', harbor],
    ['p1', ships],
    ['p2', end],
  ]);
  const { changes } = keepAnchors(
    cable,
    locked(
      cableOf([
        ['p1', harbor],
        ['p2', ships],
        ['p3', end],
      ]),
    ),
  );
  expect(anchorsOf(cable)).toEqual(['p1', 'p2', 'p3']);
  expect(changes.map(({ kind, anchor, to }) => [kind, anchor, to])).toEqual([
    ['kept', 'p1', 'p0.u1'],
    ['kept', 'p2', 'p1'],
    ['kept', 'p3', 'p2'],
  ]);
});

test('case, blanks and punctuation are no change', () => {
  const cable = cableOf([['p7', harbor.toUpperCase().replaceAll(' ', '\n').replace('.', ' !')]]);
  keepAnchors(cable, locked(cableOf([['p1', harbor]])));
  expect(anchorsOf(cable)).toEqual(['p1']);
});

test('a new paragraph between others takes no anchor that led elsewhere', () => {
  const cable = cableOf([
    ['p1', harbor],
    ['p2', 'A paragraph that was not there.'],
    ['p3', ships],
  ]);
  const { changes } = keepAnchors(
    cable,
    locked(
      cableOf([
        ['p1', harbor],
        ['p2', ships],
      ]),
    ),
  );
  expect(anchorsOf(cable)).toEqual(['p1', 'p2_2', 'p2']);
  expect(changes).toEqual([{ kind: 'kept', anchor: 'p2', to: 'p3' }]);
});

test('an edited word is no broken link', () => {
  const cable = cableOf([['p1', harbor.replace('April', 'May')]]);
  const { changes } = keepAnchors(cable, locked(cableOf([['p1', harbor]])));
  expect(changes).toEqual([{ kind: 'edited', anchor: 'p1' }]);
});

test('a paragraph that was cut in two keeps its anchor at its beginning', () => {
  const cable = cableOf([
    ['p1', harbor],
    ['p1.u1', ships],
  ]);
  keepAnchors(cable, locked(cableOf([['p1', `${harbor} ${ships}`]])));
  expect(anchorsOf(cable)).toEqual(['p1', 'p1.u1']);
});

test('a paragraph that was joined to the one before leaves its anchor as an alias there', () => {
  const cable = cableOf([
    ['p1', `${harbor} ${ships}`],
    ['p3', end],
  ]);
  const { aliases, changes } = keepAnchors(
    cable,
    locked(
      cableOf([
        ['p1', harbor],
        ['p2', ships],
        ['p3', end],
      ]),
    ),
  );
  expect(anchorsOf(cable)).toEqual(['p1', 'p3']);
  expect(aliases).toEqual(new Map([['p1', ['p2']]]));
  expect(changes).toEqual([
    { kind: 'edited', anchor: 'p1' },
    { kind: 'vanished', anchor: 'p2', to: 'p1' },
  ]);
  // Once accepted, the alias stays, and nothing is told any more.
  const accepted = lockCable(cable, aliases);
  const again = cableOf([
    ['p1', `${harbor} ${ships}`],
    ['p2', 'New words under the number of old ones.'],
    ['p3', end],
  ]);
  const later = keepAnchors(again, accepted);
  expect(later.changes).toEqual([]);
  expect(later.aliases).toEqual(new Map([['p1', ['p2']]]));
  expect(anchorsOf(again)).toEqual(['p1', 'p2_2', 'p3']);
});

test('an anchor that would lead to wholly other words is told', () => {
  const cable = cableOf([['p1', ships]]);
  const { changes } = keepAnchors(cable, locked(cableOf([['p1', harbor]])));
  expect(changes).toEqual([{ kind: 'repointed', anchor: 'p1' }]);
});

test('equal words are matched in the order of the text', () => {
  const before = cableOf([
    ['p1', 'Comment'],
    ['p2', harbor],
    ['p3', 'Comment'],
  ]);
  const cable = cableOf([
    ['p5', 'Comment'],
    ['p6', harbor],
    ['p7', 'Comment'],
  ]);
  keepAnchors(cable, locked(before));
  expect(anchorsOf(cable)).toEqual(['p1', 'p2', 'p3']);
});

const word = fc.constantFrom('dues', 'ships', 'port', 'coal', 'April', '--', 'swell', '1,200', 'Été');
const text = fc.array(word, { minLength: 0, maxLength: 12 }).map((words) => words.join(' '));
const body = fc
  .array(text, { maxLength: 8 })
  .map((texts) => texts.map((words, at) => [`p${at + 1}`, words] as const));

test('whatever changes, anchors are unique, and each locked one leads somewhere or is told', () => {
  fc.assert(
    fc.property(body, body, (before, after) => {
      const lock = locked(cableOf(before));
      const cable = cableOf(after);
      const { aliases, changes } = keepAnchors(cable, lock);
      const anchors = anchorsOf(cable);
      expect(new Set(anchors).size).toBe(anchors.length);
      const former = [...aliases.values()].flat();
      for (const name of former) expect(anchors).not.toContain(name);
      for (const to of aliases.keys()) expect(anchors).toContain(to);
      const told = new Set(changes.map(({ anchor }) => anchor));
      const now = lockCable(cable, new Map());
      for (const { anchor, whole } of lock.anchors) {
        const same = now.anchors.find((other) => other.anchor === anchor);
        expect(same?.whole === whole || told.has(anchor)).toBe(true);
        if (cable.body.length > 0) expect(anchors.includes(anchor) || former.includes(anchor)).toBe(true);
      }
    }),
  );
});

test('a lock is read as it was written', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.stringMatching(/^[A-Z0-9]{1,8}$/), body), (cables) => {
      const lock = new Map(
        Object.entries(cables).map(([address, paragraphs]) => {
          return [address, lockCable(cableOf(paragraphs), new Map([['p1', ['p98', 'p99']]]))] as const;
        }),
      );
      const sorted = [...lock].sort(([a], [b]) => (a < b ? -1 : 1));
      expect([...parseLock(formatLock(lock))]).toEqual(sorted);
    }),
  );
});
