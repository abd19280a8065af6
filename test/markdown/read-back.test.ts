import { expect, test } from 'vitest';
import type { Cable } from '../../src/cable/cable.ts';
import { lostWords } from '../../src/cable/copy/lost-words.ts';
import { parseCable } from '../../src/cable/parse-cable.ts';
import { cableToMarkdown } from '../../src/markdown/cable-to-markdown.ts';
import { randomCable, randomFrom } from '../cable/random-cables.ts';

const cable = `P 141530Z MAR 08
FM AMEMBASSY LIMA
TO RUEHC/SECSTATE WASHDC PRIORITY 8121
INFO RUEHBO/AMEMBASSY BOGOTA 5512
RHEHNSC/NSC WASHDC

C O N F I D E N T I A L SECTION 01 OF 02 LIMA 000512

SIPDIS

STATE FOR WHA/AND

E.O. 12958: DECL: 03/14/2018
TAGS: PGOV, ECON, PE
SUBJECT: HARBOR UNION: "NO DEAL" YET

REF: A. LIMA 477
     B. 07 BOGOTA 8120 (NOTAL)

Classified By: DCM Jane Q. Doe, reasons 1.4 (b) and (d).

1. (C) The union would strike unless it were paid.

2. (C) It listed:

- a rise of 4%;
- shorter shifts.
DOE
`;

/** What a record says, without the places where it stood. */
function saidIn(record: Cable) {
  const { fields: _, furniture: __, wrapper: ___, source: ____, diagnostics: _____, ...said } = record;
  return JSON.parse(JSON.stringify(said, (key, value) => (key === 'lines' ? undefined : value)));
}

test('the Markdown of a cable, read as a cable, gives its fields back', () => {
  const record = parseCable(cable);
  const markdown = cableToMarkdown(record);
  const again = parseCable(markdown);
  expect(saidIn(again)).toEqual(saidIn(record));
  expect(lostWords(markdown, again)).toEqual([]);
  const [subject] = again.fields.filter(({ field }) => field === 'subject');
  expect(markdown.split('\n')[(subject?.lines[0] ?? 0) - 1]).toMatch(/^subject: /);
});

test('so does that of cables of all kinds', () => {
  for (let seed = 0; seed < 100; seed++) {
    const record = parseCable(randomCable(randomFrom(seed)));
    const again = parseCable(cableToMarkdown(record));
    for (const key of ['id', 'dtg', 'from', 'classificationRaw', 'captions', 'eo', 'subject'] as const)
      expect(saidIn(again)[key], `${key} of ${seed}`).toEqual(saidIn(record)[key]);
    expect(again.tags?.map(({ code }) => code)).toEqual(record.tags?.map(({ code }) => code));
    expect(again.references?.map(({ id }) => id)).toEqual(record.references?.map(({ id }) => id));
  }
});

test('front matter of others is no head', () => {
  const text = `---\ntitle: Harbor fees\nsubject: something else\nsource: a library\n---\n\n${cable}`;
  expect(parseCable(text).subject).toBe('HARBOR UNION: "NO DEAL" YET');
});
