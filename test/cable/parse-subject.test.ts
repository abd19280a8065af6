import { expect, test } from 'vitest';
import { parseSubject } from '../../src/cable/head/parse-subject.ts';
import { runStep } from './lines-from.ts';

const subjectOf = (text: string) => runStep(parseSubject, text).value;

test('it ends where REF or Classified by begins on the line', () => {
  const read = runStep(parseSubject, 'LONG TITLE HERE REF: A) STATE 12345 CLASSIFIED BY: Jane Doe');
  expect(read.value).toBe('LONG TITLE HERE');
  expect(read.rest.map((line) => line.text)).toEqual(['REF: A) STATE 12345 CLASSIFIED BY: Jane Doe']);
  expect(subjectOf('LONG TITLE CLASSIFIED BY: Jane Doe')).toBe('LONG TITLE');
  expect(subjectOf('LONG TITLE REFS A. STATE 12')).toBe('LONG TITLE');
  expect(subjectOf('LONG TITLE REF STATE 1234')).toBe('LONG TITLE');
});

test('an executive order that is none on classification is part of the title', () => {
  expect(subjectOf('ALPHA ON E.O. 13382 LIST,\nE.O. 13224 DESIGNATIONS')).toBe(
    'ALPHA ON E.O. 13382 LIST, E.O. 13224 DESIGNATIONS',
  );
  expect(subjectOf('A TITLE E.O. 12958: DECL: 05/15/2018')).toBe('A TITLE');
});

test('it goes on behind a colon and a blank line', () => {
  expect(subjectOf('HARBOR FEES:\n\nPORT DUES')).toBe('HARBOR FEES: PORT DUES');
});

test('two marks before it', () => {
  const read = runStep(parseSubject, '(U) (SBU) A TITLE');
  expect(read).toMatchObject({ value: 'A TITLE', classification: 'U', marks: ['(SBU)'] });
});

test.for([
  'A TITLEREF: (A) STATE 1',
  'A TITLEClassified By: Jane Doe',
  'A TITLE 1. SUMMARY. Text of it.',
  'A TITLE\nKEY POINTS',
])('it ends where another field is run into it: %s', (text) => {
  expect(subjectOf(text)).toBe('A TITLE');
});

test('it may hold words that begin with REF', () => {
  expect(subjectOf('REFERENDUM PLANS \nAND REF. FRAMEWORK\n\nREF: STATE 9')).toBe(
    'REFERENDUM PLANS AND REF. FRAMEWORK',
  );
  expect(subjectOf('REFUGEES: REF OFFICE OPENS')).toBe('REFUGEES: REF OFFICE OPENS');
});

test('the text may stand below the label and a blank line', () => {
  const read = runStep(parseSubject, '\n\nHARBOR FEES RISE\n1.(SBU) Summary:');
  expect(read.value).toBe('HARBOR FEES RISE');
  expect(read.codes).toEqual(['subject-blank-joined']);
  expect(read.rest.map((line) => line.text)).toEqual(['1.(SBU) Summary:']);
});

test('a blank line inside is joined across only where the text goes on', () => {
  expect(subjectOf('TALKS ON TRADE,\n\nFISH AND PORTS\n\n1. (U) Text')).toBe(
    'TALKS ON TRADE, FISH AND PORTS',
  );
  expect(subjectOf('TALKS\n\nand more\n\n1. (U) Text')).toBe('TALKS and more');
  expect(subjectOf('TALKS ON TRADE\n\nThe minister said')).toBe('TALKS ON TRADE');
});

test.for([
  ['(C/NF) TITLE (U)', 'TITLE', 'C/NF', ['(U)']],
  ['(SBU) TITLE', 'TITLE', 'SBU', undefined],
  ['( S//NF ) TITLE', 'TITLE', 'S//NF', undefined],
  ['TITLE (U)', 'TITLE', 'U', undefined],
  ['TITLE (REVISED)', 'TITLE (REVISED)', undefined, undefined],
  ['(PART 2) TITLE', '(PART 2) TITLE', undefined, undefined],
] as const)('%s', ([text, value, classification, marks]) => {
  const read = runStep(parseSubject, text);
  expect(read).toMatchObject({ value });
  expect(read.classification).toBe(classification);
  expect(read.marks).toEqual(marks);
});

test.for([
  ['PART 2 OF 5: HARBORS OF THE \nNORTH\n\n1. (C) Text', 'PART 2 OF 5: HARBORS OF THE NORTH'],
  ['US-\nEU TALKS', 'US-EU TALKS'],
  ['TALKS -\nNEXT ROUND', 'TALKS - NEXT ROUND'],
  ['TITLE\n-------\nSUMMARY', 'TITLE'],
  ['TALKS (REF: MY MEMO)', 'TALKS (REF: MY MEMO)'],
  ['TITLE\nSUMMARY: TEXT', 'TITLE'],
  ['TITLE\nSENSITIVE BUT UNCLASSIFIED - PLEASE PROTECT', 'TITLE'],
  ['TITLE\n(SBU) The minister said', 'TITLE'],
  ['TITLE\n¶1. (C) Text', 'TITLE'],
  ['TITLE1. (U) Text', 'TITLE'],
  ['TALKS ON\nTRADE Classified By: DCM Jane Doe for reasons 1.4 (b) and (d).', 'TALKS ON TRADE'],
  ['2004 REPORT: 1. MAY PARADES', '2004 REPORT: 1. MAY PARADES'],
] as const)('%j', ([text, value]) => {
  expect(subjectOf(text)).toBe(value);
});

test('a label without text gives no subject', () => {
  expect(subjectOf('\n\n1. (C) Text')).toBeUndefined();
});
