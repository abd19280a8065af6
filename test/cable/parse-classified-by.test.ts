import { expect, test } from 'vitest';
import { parseClassifiedBy } from '../../src/cable/head/parse-classified-by.ts';
import { runStep } from './lines-from.ts';

test.for<[string, string[], string[], string?, string?]>([
  [
    'Jane Doe, CDA, Embassy Sampletown. REASON: 1.4 (b), (d)',
    ['Jane Doe'],
    ['1.4(b)', '1.4(d)'],
    'CDA',
    'Embassy Sampletown',
  ],
  [
    'JOHN Q. DOE, JR., AMBASSADOR.\nREASONS: 1.5(B) AND (D).',
    ['JOHN Q. DOE, JR.'],
    ['1.5(b)', '1.5(d)'],
    'AMBASSADOR',
  ],
  [
    'Deputy Section Chief Jane Doe.  \nReasons 1.4 (b), (c) and (d).',
    ['Jane Doe'],
    ['1.4(b)', '1.4(c)', '1.4(d)'],
    'Deputy Section Chief',
  ],
  ['JANE DOE\nTITLE: AMBASSADOR\nREASON: 1.4 (B)', ['JANE DOE'], ['1.4(b)'], 'AMBASSADOR'],
  ['CONSUL GENERAL JANE DOE; DECL: 05/02/2019; REASON 1.4 (D)', ['JANE DOE'], ['1.4(d)'], 'CONSUL GENERAL'],
  ['CHARGE DAFFAIRES JANE DOE; REASON 1.4 (D)', ['JANE DOE'], ['1.4(d)'], 'CHARGE DAFFAIRES'],
  ['JANE DOE. REASONS: 1.4 (B-D)', ['JANE DOE'], ['1.4(b)', '1.4(c)', '1.4(d)']],
  ['JANE DOE. REASONS: 1.4 (B THROUGH D)', ['JANE DOE'], ['1.4(b)', '1.4(c)', '1.4(d)']],
  ['JANE DOE. REASONS: 1.4 [B] AND [D]', ['JANE DOE'], ['1.4(b)', '1.4(d)']],
  ['JANE DOE. REASONS: 1.4 (B(, (D)', ['JANE DOE'], ['1.4(b)', '1.4(d)']],
  ['JANE DOE. REASONS: 1.4 (BAND (D)', ['JANE DOE'], ['1.4(b)', '1.4(d)']],
  ['JANE DOE. REASONS: 1.4 (B,) AND (D)', ['JANE DOE'], ['1.4(b)', '1.4(d)']],
  ['JANE DOE PURSUANT TO 12958, 1.4 (B)', ['JANE DOE'], ['1.4(b)']],
  ['Jane Doe, DCM,\nE.O. 12958, 1.4 (b)', ['Jane Doe'], ['1.4(b)'], 'DCM'],
  ['J. Thomas Head, DCM, reason 1.4 (b)', ['J. Thomas Head'], ['1.4(b)'], 'DCM'],
  ['DCM Jane Post, reason 1.4 (b)', ['Jane Post'], ['1.4(b)'], 'DCM'],
  ['IRAQ WATCHER, JANE DOE, REASON 1.4 (B)', ['JANE DOE'], ['1.4(b)'], 'IRAQ WATCHER'],
  ['Jane Doe/DCM. Reason 1.4 (b)', ['Jane Doe'], ['1.4(b)'], 'DCM'],
  ['EMBASSY LIMA FOR REASON 1.4 (B)', [], ['1.4(b)'], 'EMBASSY LIMA'],
  ['JANE DOE. REASONS: 1/4 (B) AND (D)', ['JANE DOE'], ['1.4(b)', '1.4(d)']],
  ['JANE DOE FOR REASONS 1.4 (B) FOREIGN GOVERNMENT INFORMATION AND (D)', ['JANE DOE'], ['1.4(b)', '1.4(d)']],
  [
    'Jane Doe, Ambassador, United States Mission to the OSCE. Reason 1.4 (b)',
    ['Jane Doe'],
    ['1.4(b)'],
    'Ambassador',
    'United States Mission to the OSCE',
  ],
  ['COM JANE DOE, REASON 1.4 (D)', ['JANE DOE'], ['1.4(d)'], 'COM'],
  ['PRINOFF JANE DOE, REASON 1.4 (D)', ['JANE DOE'], ['1.4(d)'], 'PRINOFF'],
  ['FINATT JANE DOE, REASON 1.4 (D)', ['JANE DOE'], ['1.4(d)'], 'FINATT'],
  ['BRIG. GEN. JANE DOE, REASON 1.4 (D)', ['JANE DOE'], ['1.4(d)'], 'BRIG. GEN.'],
  ['SECTION 1.5 (B)', [], ['1.5(b)']],
  ['THE AMBASSADOR FOR REASONS 1.4 (B)', [], ['1.4(b)'], 'AMBASSADOR'],
  [
    'Pol/Econ Counselor Jane Doe for reasons 1.4 B/D',
    ['Jane Doe'],
    ['1.4(b)', '1.4(d)'],
    'Pol/Econ Counselor',
  ],
  [
    "Charge d'affaires, a.i. Jane Doe, reason 1.4 (b,d)",
    ['Jane Doe'],
    ['1.4(b)', '1.4(d)'],
    "Charge d'affaires, a.i.",
  ],
  [
    'Classified by Acting Deputy Chief of Mission John T. Doe for Reason 1.4 (B)',
    ['John T. Doe'],
    ['1.4(b)'],
    'Acting Deputy Chief of Mission',
  ],
  ['Ambassador to Ghana Donald Doe', ['Donald Doe'], [], 'Ambassador to Ghana'],
  [
    'Ambassador John Doe and DCM Jane Roe for reasons 1.4 (b)',
    ['John Doe', 'Jane Roe'],
    ['1.4(b)'],
    'Ambassador, DCM',
  ],
  [
    'POLITICAL AND ECONOMIC COUNSELOR JANE DOE, REASONS 1.4 (B) AND (D).',
    ['JANE DOE'],
    ['1.4(b)', '1.4(d)'],
    'POLITICAL AND ECONOMIC COUNSELOR',
  ],
  ['Ambassador Doe for reason 1.4 (d)', ['Doe'], ['1.4(d)'], 'Ambassador'],
  ['Jane Doe (DCM) per 1.4 (b)', ['Jane Doe'], ['1.4(b)'], 'DCM'],
  ['Consul General Jane van der Doe', ['Jane van der Doe'], [], 'Consul General'],
  [
    "Minister-Counselor for Political Affairs Jane O'Doe III",
    ["Jane O'Doe III"],
    [],
    'Minister-Counselor for Political Affairs',
  ],
  ['JANE DOE POLITICAL COUNSELOR REASONS 1.5 B,D', ['JANE DOE'], ['1.5(b)', '1.5(d)'], 'POLITICAL COUNSELOR'],
  ['Econoff J. Doe-Roe, reasons 1,4 (b) and 1.4(d)', ['J. Doe-Roe'], ['1.4(b)', '1.4(d)'], 'Econoff'],
  ['Ambassador JOHN V. DOE.  REASONS: 1.4 (B)', ['JOHN V. DOE'], ['1.4(b)'], 'Ambassador'],
  [
    'Political Officers Jane Doe and John Roe for reasons 1.4 (b)',
    ['Jane Doe', 'John Roe'],
    ['1.4(b)'],
    'Political Officers',
  ],
  ['ambassador jane doe for reasons 1.4 (b)', ['jane doe'], ['1.4(b)'], 'ambassador'],
  ['DCM John da Silva for reasons 1.4 (b)', ['John da Silva'], ['1.4(b)'], 'DCM'],
  ['Consul General Sydney Roe, 1.4 (b)', ['Sydney Roe'], ['1.4(b)'], 'Consul General'],
  ['Political Counselor Robert Head, 1.4 (b)', ['Robert Head'], ['1.4(b)'], 'Political Counselor'],
  ['Charge D’Affaires, Jane Doe', ['Jane Doe'], [], 'Charge D’Affaires'],
  ['Ambassador-at-Large Jane (Janie) Doe', ['Jane (Janie) Doe'], [], 'Ambassador-at-Large'],
  [
    'Jane Doe, DCM, Embassy Lima, and John Roe, CDA',
    ['Jane Doe', 'John Roe'],
    [],
    'DCM',
    'Embassy Lima, CDA',
  ],
  ['Ambassador Jane DOE, reasons 1. 4 b and d', ['Jane DOE'], ['1.4(b)', '1.4(d)'], 'Ambassador'],
])('%s', ([text, names, reasons, title, office]) => {
  const { value } = runStep(parseClassifiedBy, text);
  expect(value).toMatchObject({ names, reasons });
  expect(value?.title).toBe(title);
  expect(value?.office).toBe(office);
});

test('the number may be broken over lines', () => {
  const { value, rest } = runStep(
    parseClassifiedBy,
    'Ambassador\nJane Doe. Reason: 1.\n4 (b) and (d).\n\n1. (C) Text',
  );
  expect(value).toMatchObject({ names: ['Jane Doe'], reasons: ['1.4(b)', '1.4(d)'], lines: [1, 3] });
  expect(rest.map((line) => line.text)).toEqual(['', '1. (C) Text']);
});

test('it ends with the sentence of the reasons', () => {
  const after = (text: string) => runStep(parseClassifiedBy, text).rest.map((line) => line.text);
  expect(after('John Doe for reasons 1.4(b)\nand (d).\n(C) Text here')).toEqual(['(C) Text here']);
  expect(after('Jane Doe, reason 1.4 (d). Summary: text')).toEqual(['Summary: text']);
});
