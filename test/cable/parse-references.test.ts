import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CableContext } from '../../src/cable/context.ts';
import { parseReferences } from '../../src/cable/references/parse-references.ts';
import { runStep, wordsOf } from './lines-from.ts';

const read = (text: string, known: Partial<CableContext> = { year: 2008 }) =>
  runStep(parseReferences, text, known);
const idsOf = (text: string, known?: Partial<CableContext>) =>
  read(text, known).value.map(({ bullet, id, kind }) => `${bullet ?? '-'} ${id ?? kind}`);

test.for<[string, string[]]>([
  ['STATE 50524', ['- 08STATE50524']],
  ['A. 07 SAMPLETOWN 1201 B. STATE 9', ['A 07SAMPLETOWN1201', 'B 08STATE9']],
  ['(A) SAMPLETOWN 1234; (B) 1230', ['A 08SAMPLETOWN1234', 'B 08SAMPLETOWN1230']],
  ['A) STATE 1\nB) STATE 2\nC: STATE 3', ['A 08STATE1', 'B 08STATE2', 'C 08STATE3']],
  ['a. State 1 b. Sanaa 2', ['A 08STATE1', 'B 08SANAA2']],
  ['A STATE 12, B LIMA 3', ['A 08STATE12', 'B 08LIMA3']],
  ['A. STATE 12 ; B . LIMA 3', ['A 08STATE12', 'B 08LIMA3']],
  ['08LIMA00000012', ['- 08LIMA12']],
  ['A. THE HGUE 12 B. POT OF SPAIN 3', ['A 08THEHAGUE12', 'B 08PORTOFSPAIN3']],
  ['LIMA 12, PARAS 3 AND 4', ['- 08LIMA12']],
  ['A. MEETING IN OSLO 12 MAY 2008 B. LIMA 12 MAY 5', ['A meeting', 'B 08LIMA12']],
  ['STATE 123456, 2008 TIP REPORT', ['- 08STATE123456', '- report']],
  ['05 STATE 12 (SUBJ: REPORT FOR 2005), 05 LIMA 3', ['- 05STATE12', '- 05LIMA3']],
  ['A. STATE 12 B. DEMARCHE REQUEST 2008-12', ['A 08STATE12', 'B other']],
  ['A - STATE 12\n\nB - LIMA 3', ['A 08STATE12', 'B 08LIMA3']],
  ['STATE 12 ET AL\nTEL AVIV 3', ['- 08STATE12', '- 08TELAVIV3']],
  ['A. LIMA 95, 99\nB. QUITO 5', ['A 08LIMA95', 'A 08LIMA99', 'B 08QUITO5']],
  ['A. A. STATE 12 B. B.\nLIMA 3', ['A 08STATE12', 'B 08LIMA3']],
  ['A. STATE 12 B. (B)\n07 LIMA 3', ['A 08STATE12', 'B 07LIMA3']],
  ['A. STATE 12 B.\n(B) LIMA 3', ['A 08STATE12', 'B 08LIMA3']],
  ['A. 08 Addis\nAbaba 12 B. Lima 3', ['A 08ADDISABABA12', 'B 08LIMA3']],
  ['A. PORT AU PRINCE\n96. B. LIMA 3', ['A 08PORTAUPRINCE96', 'B 08LIMA3']],
  ['A. DOE-ROE TELCON\n5/2; B. LIMA 3', ['A telephone', 'B 08LIMA3']],
  ['A. OSC\nGMP20080502000001 B. LIMA 3', ['A report', 'B 08LIMA3']],
  ['STATE 12345 12346', ['- 08STATE12345', '- 08STATE12346']],
  ['1. STATE 12\n2. LIMA 13 (NOTAL)', ['1 08STATE12', '2 08LIMA13']],
  ['LIMA 12 (NOTAL) B. 07 ROME 13 C. OSLO 14', ['- 08LIMA12', 'B 07ROME13', 'C 08OSLO14']],
  ['A. MOSCOW 12B. PARIS 22C. LIMA 3', ['A 08MOSCOW12', 'B 08PARIS22', 'C 08LIMA3']],
  ['A. 07/STATE/12345 B. LIMA/12', ['A 07STATE12345', 'B 08LIMA12']],
  ['LIMA 12 (C-AL9-00123)', ['- 08LIMA12']],
  ['A. LIMA 12 - TRIAL\n   DAY 3\nB. ROME 13 - ALPHA, BETA AND GAMMA 2009', ['A 08LIMA12', 'B 08ROME13']],
  ['LIMA 12 DATED JAN 12 2006', ['- 06LIMA12']],
  ['A.STATE 12 B.LIMA 13', ['A 08STATE12', 'B 08LIMA13']],
  [
    'A. A. STATE 12\n¶B. B. 07 OTHERPORT 13\n¶C. (C) ALPHA 1234',
    ['A 08STATE12', 'B 07OTHERPORT13', 'C 08ALPHA1234'],
  ],
  [
    '(A) X-TOWN 1; (B) 2 AND 3 (C) 06 ALPHA 7 AND 8',
    ['A 08XTOWN1', 'B 08XTOWN2', 'B 08XTOWN3', 'C 06ALPHA7', 'C 06ALPHA8'],
  ],
  ['08SAMPLETOWN12', ['- 08SAMPLETOWN12']],
  ['08STATE 12345, STATE12346', ['- 08STATE12345', '- 08STATE12346']],
  ["2007 LIMA 12, '06 LIMA 13", ['- 07LIMA12', '- 06LIMA13']],
  ['SAMPLETOWN 2222 (2005), LIMA 3 (04)', ['- 05SAMPLETOWN2222', '- 04LIMA3']],
  ['SAMPLETOWN 01234 99, OTHERPORT 5 00', ['- 99SAMPLETOWN1234', '- 00OTHERPORT5']],
  ['LIMA 12, 13 AND 14', ['- 08LIMA12', '- 08LIMA13', '- 08LIMA14']],
  ['STATE 12,345', ['- 08STATE12345']],
  ['STATE 0O123, LIMA l23', ['- 08STATE123', '- 08LIMA123']],
  [
    'NEW\nDELHI 12; PORT-AU-PRINCE 3; ST. PETERSBURG 4',
    ['- 08NEWDELHI12', '- 08PORTAUPRINCE3', '- 08STPETERSBURG4'],
  ],
  ['EMBASSY LIMA 12, SECSTATE 13, USUN 14', ['- 08LIMA12', '- 08STATE13', '- 08USUNNEWYORK14']],
  ['BAGDAD 12', ['- 08BAGHDAD12']],
  ['LIMA A-123', ['- 08LIMA-A123']],
  ['STATE 12345 (DTG 011212Z SEP 75)', ['- 75STATE12345']],
  ['USCINCX 011212Z MAY 73', ['- dtg']],
  ['STATE 12; DOE-ROE EMAIL OF MAY 5, 2007', ['- 08STATE12', '- email']],
  ['STATE 12345 CIRCULAR; CA-123', ['- 08STATE12345', '- other']],
])('%j', ([text, ids]) => {
  expect(idsOf(text)).toEqual(ids);
});

test('documents that are no cables have a kind and no id', () => {
  expect(
    idsOf(
      'A) DOE-ROE EMAIL 02/03/07 B) OSC AAA20080102000001 C) IIR 1 234 0001 07 D) 1 FAM 2.3 E) SEPTEL F) ALPHA 44',
    ),
  ).toEqual(['A email', 'B report', 'C report', 'D book', 'E septel', 'F 08ALPHA44']);
});

test('notes stay with the cable they stand behind', () => {
  expect(read('A. STATE 12 (NOTAL), LIMA 13 EXDIS B. ROME 5 AND PREVIOUS').value).toMatchObject([
    { id: '08STATE12', notes: ['NOTAL'] },
    { id: '08LIMA13', notes: ['EXDIS'] },
    { id: '08ROME5', andPrevious: true, text: 'ROME 5 AND PREVIOUS' },
  ]);
});

test('a list goes on over blank lines and furniture where the next letter is due', () => {
  const { value, rest } = read('(A) STATE 012345, (B)ALPHA\n678,\n\n\n\n(C) STATE 022222\n\n1. (C) Text');
  expect(value.map((reference) => reference.id)).toEqual(['08STATE12345', '08ALPHA678', '08STATE22222']);
  expect(value.map((reference) => reference.lines)).toEqual([
    [1, 1],
    [1, 2],
    [6, 6],
  ]);
  expect(rest.map((line) => line.text)).toEqual(['', '1. (C) Text']);
});

test('a list ends at a summary, a mark, a heading, another field', () => {
  for (const next of [
    'SUMMARY',
    '(SBU) The minister',
    '-------',
    'Classified By: Jane Doe',
    '¶1. (C) Text',
  ]) {
    const { value, rest } = read(`LIMA 12\n${next}`);
    expect(value).toHaveLength(1);
    expect(rest.map((line) => line.text)).toEqual([next]);
  }
});

test('a higher number of the own post is of the year before', () => {
  const known = { year: 2009, station: 'SAMPLETOWN', serial: 12, date: '2009-01-05T00:00Z' };
  const { value, codes } = read('SAMPLETOWN 1999; STATE 99999', known);
  expect(value.map((reference) => reference.id)).toEqual(['08SAMPLETOWN1999', '09STATE99999']);
  expect(codes).toEqual([
    'ref-year-inferred',
    'ref-year-previous',
    'ref-year-inferred',
    'ref-year-uncertain',
  ]);
});

test('a number without a post is of the own post', () => {
  const known = { year: 2003, station: 'SAMPLETOWN', serial: 1240 };
  const { value, codes } = read('A) 1234 B) STATE 55555', known);
  expect(value.map((reference) => reference.id)).toEqual(['03SAMPLETOWN1234', '03STATE55555']);
  expect(codes).toContain('ref-station-inferred');
});

test('no word of a list is lost', () => {
  const words = fc.constantFrom(
    'A.',
    'B.',
    '(C)',
    'STATE',
    'LIMA',
    'NEW DELHI',
    '07',
    '12',
    '1234,',
    'AND',
    '(NOTAL)',
    'EMAIL',
    'DOE-ROE',
    '2008;',
    'PREVIOUS',
    '¶D.',
  );
  fc.assert(
    fc.property(fc.array(words, { minLength: 1, maxLength: 14 }), (list) => {
      const text = list.join(' ');
      const { value, rest } = read(text);
      const kept = [
        ...value.flatMap((reference) => [reference.text, reference.bullet ?? '']),
        ...rest.map((line) => line.text),
      ];
      const left = wordsOf(kept.join(' '));
      for (const word of wordsOf(text)) {
        const at = left.indexOf(word);
        // Letters of items may be written once for several references.
        if (/^[A-D]$/.test(word)) continue;
        if (word === 'AND' && at < 0) continue;
        expect(at, `${word} of ${text}`).toBeGreaterThanOrEqual(0);
        left.splice(at, 1);
      }
    }),
  );
});

test('a mark behind a letter is no letter; MY is the own post', () => {
  expect(idsOf('A. (U) STATE 12 B. (C) ROME 13')).toEqual(['A 08STATE12', 'B 08ROME13']);
  expect(idsOf('MY 1234', { year: 2008, station: 'LIMA', serial: 2000 })).toEqual(['- 08LIMA1234']);
  expect(idsOf('(07) PARIS 123, ROME 07 1234, 06-LIMA-12')).toEqual([
    '- 07PARIS123',
    '- 07ROME1234',
    '- 06LIMA12',
  ]);
});

test('however many things stand between cables, each is read', () => {
  expect(idsOf(`LIMA 12; ${'FAX;'.repeat(3000)}`)).toHaveLength(3001);
  expect(idsOf(`LIMA 12, ${'FAX,'.repeat(3000)}`)).toHaveLength(3001);
});
